"""Columns by what their cells hold: headings put in doubt, and headings that nobody has seen.

A heading that offices print over several things is believed only if a cell reads like its field. A
heading that names no field is given one where its cells are plainly of one kind; how surely is the
sum of the evidence, always below that of a heading that the vocabulary holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.headers import Header
from govdisclose_ld.interpret.headings import SURE, WORDED_FIELDS, doubtful, field_label, levels_of
from govdisclose_ld.interpret.kinds import kinds
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.wording import key, number, slashed_parts
from govdisclose_ld.model import CellRef, Column, Finding, Row

_FREED, _COUNTED = 0.01, 0.6
_FEWEST, _MOST_OF = 3, 0.8


def settle_columns(
    header: Header, rows: Sequence[Row], document: str
) -> tuple[Header, list[Finding]]:
    """The header with its columns as their cells confirm or tell them, and what was decided."""
    columns = list(header.columns)
    findings: list[Finding] = []
    slashed: set[int] = set()
    for place, column in enumerate(columns):
        texts = _texts(rows, place)
        ref = CellRef(document, header.table, header.last, column.number)
        words = {"heading": column.heading}
        if column.level and (levels := levels_of(column.heading)) > 1 and texts:
            split = all(len(slashed_parts(text)) == levels for text in texts)
            slashed |= {column.number} if split else set()
            findings += [] if split else [finding("levels-unsplit", ref, **words)]
        if _is_contradicted(column, texts):
            words["field"] = field_label(column.field)
            findings.append(finding("column-contents-disagree", ref, **words))
            columns[place] = replace(column, field="", score=_FREED)
        elif told := _told(column, texts, columns):
            field, score = told
            words |= {"field": field_label(field), "score": f"{score:.2f}"}
            findings.append(finding("column-by-contents", ref, **words))
            columns[place] = replace(column, field=field, score=score)
    return replace(header, columns=tuple(columns), slashed=frozenset(slashed)), findings


def goes_on(before: Column, rows: Sequence[Row], column: Column) -> bool:
    """Whether a column whose heading names no field is still what its cells on the page before told
    that it is: those of ``rows`` tell the same, or too little to tell another thing."""
    guessed = before.field and _FREED < before.score < SURE and not before.level
    if not guessed or (column.field and column.field != before.field):
        return False
    texts = _texts(rows, column.number - 1)
    return column.field == before.field or not texts or any(before.field in kinds(t) for t in texts)


def _texts(rows: Sequence[Row], place: int) -> list[str]:
    cells = (row.cells[place] for row in rows if place < len(row.cells))
    return [cell.text for cell in cells if cell.text.strip()]


def _is_contradicted(column: Column, texts: Sequence[str]) -> bool:
    guessed = column.field in WORDED_FIELDS and 0 < column.score < SURE
    if column.terms or not column.field or not (guessed or doubtful(column.heading)):
        return False
    return bool(texts) and not any(
        column.field in kinds(text) or "mark" in kinds(text) for text in texts
    )


def _told(
    column: Column, texts: Sequence[str], columns: Sequence[Column]
) -> tuple[str, float] | None:
    """The field that the cells of an unread column tell and how surely, None if they do not."""
    if column.field or column.score:
        return None
    if _counts_rows(column, texts) and not any(c.field == "ordinal" for c in columns):
        return "ordinal", _COUNTED
    if len(texts) < _FEWEST:
        return None
    taken = {other.field for other in columns}
    scored = [
        (score, field)
        for field, score in scored_fields(column, texts, columns)
        if field not in taken and score >= _rules()["enough"]
    ]
    score, field = max(scored, default=(0.0, ""))
    return (field, score) if field else None


def _counts_rows(column: Column, texts: Sequence[str]) -> bool:
    """Whether a column without a heading, the first of its table, counts from 1 on."""
    counted = list(dict.fromkeys(map(number, texts)))
    alone = column.number == 1 and not key(column.heading)
    return alone and bool(texts) and counted == list(range(1, len(counted) + 1))


def scored_fields(
    column: Column, texts: Sequence[str], columns: Sequence[Column]
) -> Iterator[tuple[str, float]]:
    """For each field that most cells read like: what contents, heading and position say for it."""
    rules = _rules()
    heading = key(column.heading)
    if any(word in heading for word in rules["against"]):
        return
    for field, entry in knowledge("vocabulary/columns.yml")["fields"].items():
        share = sum(field in kinds(text) for text in texts) / len(texts)
        if share < _MOST_OF or field not in rules["fields"]:
            continue
        hinted = any(word in heading for word in entry.get("hints", ()))
        weights = {
            "contents": share,
            "distinct": field in rules["distinctive"],
            "hint": hinted,
            "blank": not heading,
            "position": _in_order(field, column, columns),
        }
        yield field, round(sum(rules[name] * told for name, told in weights.items()), 2)


def _in_order(field: str, column: Column, columns: Sequence[Column]) -> bool:
    """Whether the field would stand between its neighbours of the national template's order."""
    order: list[str] = _rules()["fields"]
    known = [(c.number, order.index(c.field)) for c in columns if c.field in order]
    before = max(((n, i) for n, i in known if n < column.number), default=(0, -1))[1]
    after = min(((n, i) for n, i in known if n > column.number), default=(0, len(order)))[1]
    return before < order.index(field) < after


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = knowledge("vocabulary/columns.yml")["by_contents"]
    return rules
