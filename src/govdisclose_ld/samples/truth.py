"""What a synthetic catalog means: the JSON contract, as far as it holds without a reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.synthetic import SYNTHETIC
from govdisclose_ld.model import Division, Term
from govdisclose_ld.samples.duties import TICKED, Duty
from govdisclose_ld.samples.printing import Sheet, content_text, publisher
from govdisclose_ld.samples.stock import words
from govdisclose_ld.samples.styles import Style

Record = dict[str, Any]


def true_record(
    place: Division, field: Term, duties: Sequence[Duty], style: Style, sheet: Sheet
) -> Record:
    """The truth in the form of :func:`govdisclose_ld.catalogs.to_record`.

    Left out is what only a reading can tell: places, inferences, findings, answers. Each item
    has two members more: ``stands_for``, the standard's item that it was made of, and
    ``damage``, what has befallen its row (empty here).
    """
    return {
        "title": sheet.title,
        "division": {"code": place.code, "name": place.name},
        "publisher": publisher(place),
        "field": field.label,
        "status": SYNTHETIC,
        "document_number": "",
        "issued": style.issued,
        "items": [_item(n, duty, style) for n, duty in enumerate(duties, 1)],
    }


def _item(number: int, duty: Duty, style: Style) -> Record:
    fields = style.fields
    return {
        "ordinal": str(number) if "ordinal" in fields else "",
        "matters": list(duty.matters),
        "matters_levels": list(range(1, len(duty.matters) + 1)),
        "content": content_text(duty),
        "elements": list(duty.elements) if duty.listed else [],
        "legal_bases": [_citation(b) for b in duty.bases] if "basis" in fields else [],
        "time_limit": _limit(duty, style),
        "agencies": list(duty.agencies) if "agency" in fields else [],
        "site_section": duty.site_section if "site_section" in fields else "",
        "channels": _channels(duty, style),
        **{name: _choice(name, duty, style) for name in TICKED},
        "extra": dict(_extra(duty, style)),
        "stands_for": duty.stands_for,
        "damage": "",
    }


def _citation(basis: Mapping[str, Any]) -> Record:
    return {
        "title": basis["title"],
        "number": basis.get("number", ""),
        "article": basis.get("article", ""),
    }


def _limit(duty: Duty, style: Style) -> Record:
    spared = style.default_limit and (duty.spared or "time_limit" not in style.fields)
    limit: Mapping[str, Any] = words()["default_limit"] if spared else duty.limit
    if "time_limit" not in style.fields and not spared:
        limit = {}
    return {
        "text": "" if spared else limit.get("text", ""),
        "rules": [_rule(rule) for rule in limit.get("rules", ())],
        "retention": limit.get("retention", ""),
        "vague": limit.get("vague", False),
        "inherited": spared,
    }


def _rule(rule: Mapping[str, Any]) -> Record:
    return {
        "kind": rule["kind"],
        "trigger": rule.get("trigger", ""),
        "amount": rule.get("amount"),
        "unit": rule.get("unit", ""),
        "date": rule.get("date", ""),
    }


def _channels(duty: Duty, style: Style) -> Record:
    terms = [code_list("channel").read(label)[0] for label in style.channels]
    ticked = [term for n, term in enumerate(terms) if n in duty.channels]
    state = _state("channels", terms, ticked, duty, style)
    if state["state"] == "read" and style.spares_channels:
        state["optional"] = [term.label for term in terms if term not in ticked]
    return state


def _choice(field: str, duty: Duty, style: Style) -> Record:
    known = code_list(field).terms
    options = style.options[field]
    chosen = style.chosen(field, duty.ticks[field])
    ticked = [known[name] for option in chosen for name in option.ids]
    printed = [known[name] for option in options for name in option.ids]
    offered = ticked if style.kind == "words" else printed
    return _state(field, offered, ticked, duty, style)


def _state(
    field: str, offered: Sequence[Term], ticked: Sequence[Term], duty: Duty, style: Style
) -> Record:
    if field not in style.fields:
        return {"state": "absent", "selected": []}
    unknown = style.is_unmarked(field, duty.unmarked)
    return {
        "state": "unknown" if unknown else "read",
        "selected": [] if unknown else [term.label for term in ticked],
        "offered": [term.label for term in offered],
    }


def _extra(duty: Duty, style: Style) -> Iterator[tuple[str, str]]:
    heading = next((c.heading for c in style.columns if c.field == "remark"), "")
    if heading and duty.remark:
        yield heading, duty.remark
