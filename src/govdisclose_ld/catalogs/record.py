"""A catalog as a JSON record: the stable contract of ``convert --to json``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from govdisclose_ld.model import (
    Answer,
    Catalog,
    Choice,
    Citation,
    Element,
    Finding,
    Inference,
    Item,
    Matter,
    State,
    TimeLimit,
    TimeRule,
)

Record = dict[str, Any]


def record_json(catalog: Catalog) -> str:
    """The record as text, ending in a line break."""
    return json.dumps(to_record(catalog), ensure_ascii=False, indent=2) + "\n"


def to_record(catalog: Catalog) -> Record:
    """The catalog as a value of plain lists, dicts, strings and numbers, ready for ``json.dumps``.

    Printed text stands as printed, labels of choices as their code list has them. ``state`` of a
    choice is ``read``, ``unknown``, ``blank`` or ``absent``. Keys are never left out.
    """
    place = catalog.division
    return {
        "title": catalog.title,
        "division": {"code": place.code, "name": place.name} if place else None,
        "publisher": catalog.publisher,
        "field": catalog.field.label if catalog.field else "",
        "status": catalog.status,
        "document_number": catalog.document_number,
        "issued": catalog.issued,
        "document": {"name": catalog.document.name, "sha256": catalog.document.sha256},
        "declared": [
            {"level": one.level, "count": one.count, "names": list(one.names)}
            for one in catalog.declared
        ],
        "mappings": [_mapping(answer) for answer in catalog.answers],
        "items": [_item(catalog, item) for item in catalog.items],
        "findings": [finding_record(finding) for finding in catalog.findings],
    }


def finding_record(finding: Finding) -> Record:
    """One finding: where it stands (``column`` is the printed heading) and what it says."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message_zh,
        "message_en": finding.message_en,
        "table": finding.ref.table,
        "row": finding.ref.row,
        "column": finding.column,
        "column_number": finding.ref.column,
        "line": finding.line,
        "printed": finding.printed,
    }


def _item(catalog: Catalog, item: Item) -> Record:
    return {
        "section": item.section,
        "field": item.field.label if item.field else "",
        "ordinal": item.ordinal,
        "matters": [matter.label for matter in item.matters],
        "matters_inferred": [matter.inference is not None for matter in item.matters],
        "matters_levels": [matter.level for matter in item.matters],
        "inferences": [_inference(m, m.inference) for m in item.matters if m.inference],
        "content": item.content.text,
        "elements": [_element(element) for element in item.elements],
        "legal_bases": [_citation(citation) for citation in item.legal_bases],
        "time_limit": time_limit_record(item.time_limit),
        "agencies": [agency.label for agency in item.agencies],
        "site_section": item.site_section.text,
        "channels": _choice(item.channels),
        "audience": _choice(item.audience),
        "mode": _choice(item.mode),
        "level": _choice(item.level),
        "extra": _extra(item),
        "answers": [f"{one.standard}/{one.item}" for one in item.answers if _in_full(one)],
        "mappings": [_mapping(answer) for answer in item.answers],
        "source": {"table": item.source.table, "row": item.source.row, "line": item.line},
        "findings": _codes(catalog.findings_of(item)),
    }


def _in_full(answer: Answer) -> bool:
    part = {"broadMatch", "relatedMatch"}
    return answer.status == "accepted" and answer.predicate not in part


def _mapping(answer: Answer) -> Record:
    return {
        "standard": answer.standard,
        "item": answer.item,
        "predicate": answer.predicate,
        "status": answer.status,
        "justification": answer.justification,
        "confidence": answer.confidence,
        "reason": answer.reason,
        "reason_en": answer.reason_en,
        "file": answer.source,
    }


def _codes(findings: Iterable[Finding]) -> list[str]:
    return list(dict.fromkeys(finding.code for finding in findings))


def _inference(matter: Matter, why: Inference) -> Record:
    return {
        "field": f"level{matter.level}",
        "value": matter.label,
        "confidence": why.confidence,
        "reason": why.reason_zh,
        "reason_en": why.reason_en,
        "from": {"table": why.source.table, "row": why.source.row, "column": why.source.column},
    }


def _element(element: Element) -> str | Record:
    """A leaf is its text; an element that is optional or has parts is a record."""
    if not element.parts and not element.optional:
        return element.text
    record: Record = {"text": element.text}
    if element.optional:
        record["optional"] = True
    if element.parts:
        record["elements"] = [_element(part) for part in element.parts]
    return record


def _citation(citation: Citation) -> Record:
    return {
        "text": citation.text,
        "title": citation.law.title if citation.law else "",
        "number": citation.number,
        "article": citation.article,
        "law": citation.law.key if citation.law else "",
    }


def time_limit_record(limit: TimeLimit) -> Record:
    """A time limit as the contract has it, of an item or of a whole catalog."""
    return {
        "text": limit.text,
        "rules": [_rule(rule) for rule in limit.rules],
        "retention": limit.retention,
        "retention_levels": list(limit.retention_scope),
        "exception": limit.exception,
        "vague": limit.vague,
        "inherited": limit.inherited,
    }


def _rule(rule: TimeRule) -> Record:
    return {
        "kind": rule.kind,
        "trigger": rule.trigger,
        "amount": rule.amount,
        "unit": rule.unit,
        "date": rule.date,
        "levels": list(rule.scope),
        "text": rule.text,
    }


def _choice(choice: Choice) -> Record:
    record: Record = {
        "state": choice.state.value,
        "selected": [term.label for term in choice.selected],
    }
    if choice.state is not State.ABSENT:
        record["offered"] = [term.label for term in choice.offered]
    if choice.optional:
        record["optional"] = [term.label for term in choice.optional]
    if choice.notes:
        record["notes"] = list(choice.notes)
    return record


def _extra(item: Item) -> Record:
    """Unclaimed cells by heading; a heading that comes twice joins its cells by a line break."""
    found: Record = {}
    for extra in item.extra:
        before = found.get(extra.heading)
        found[extra.heading] = f"{before}\n{extra.text}" if before else extra.text
    return found
