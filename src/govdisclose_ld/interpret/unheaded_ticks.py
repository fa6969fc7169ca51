"""Answers in columns that print no heading: a tick there could stand for an option of any field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from govdisclose_ld.interpret.choice_cells import Printed
from govdisclose_ld.interpret.headings import field_label
from govdisclose_ld.interpret.items import ReadItem, with_choice
from govdisclose_ld.interpret.kinds import SCHEMES, kinds
from govdisclose_ld.interpret.marks import Mark, bare_mark
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.model import Choice, State


def with_unheaded_ticks(
    rows: Sequence[PlacedRow], read: Sequence[ReadItem]
) -> tuple[ReadItem, ...]:
    """The items with those fields of choices unknown that no column of their table is told to be,
    where cells of a column without a field could answer them."""
    open_: dict[int, set[str]] = {}
    for row in rows:
        if row.segment.header.by_contents:
            open_.setdefault(row.segment.number, set()).update(_could_answer(row))
    return tuple(
        _with_unknowns(row, one, open_.get(row.segment.number, set()))
        for row, one in zip(rows, read, strict=True)
    )


def _could_answer(row: PlacedRow) -> set[str]:
    return {field for cell in _strays(row) for field in SCHEMES if _answers(cell, field)}


def _strays(row: PlacedRow) -> list[Printed]:
    return [cell for cell in row.cells if not cell.column.field and cell.text.strip()]


def _answers(cell: Printed, field: str) -> bool:
    return bare_mark(cell.text) is Mark.TICKED or field in kinds(cell.text)


def _with_unknowns(row: PlacedRow, read: ReadItem, fields: set[str]) -> ReadItem:
    item, findings = read.item, list(read.findings)
    for field in SCHEMES:
        choice: Choice = getattr(item, field)
        if field not in fields or choice.state is not State.ABSENT:
            continue
        item = with_choice(item, field, Choice(State.UNKNOWN))
        places = [cell.ref for cell in _strays(row) if _answers(cell, field)]
        place = places[0] if places else item.source
        findings.append(finding("mark-unassigned", place, field=field_label(field)))
    return replace(read, item=item, findings=tuple(findings))
