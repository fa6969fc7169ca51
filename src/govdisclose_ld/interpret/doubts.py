"""Rows whose boxes may stand in other columns than they were printed in: their ticks are unknown.

A lost or pushed blank moves every box behind it, and the row still reads well. Where the shape of a
row gives reason to believe so, no tick of it is published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from govdisclose_ld.interpret.headings import TICK_FIELDS, field_label
from govdisclose_ld.interpret.items import ReadItem, with_choice
from govdisclose_ld.interpret.marks import Mark, bare_mark
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.outliers import odd_ones, silent_ones
from govdisclose_ld.interpret.placement import is_stray
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.model import Choice, Column, State


def with_doubts(rows: Sequence[PlacedRow], read: Sequence[ReadItem]) -> tuple[ReadItem, ...]:
    """The items with their ticks unknown where the boxes of a row may stand in other columns.

    So they may where a row answers as no other does and either has the wrong width, having lost or
    gained a blank, or leaves another field blank that all others tick; where all of a row's blanks
    stand at its end; and where all options of a field are ticked beside a field with none. A field
    beside a ticked column that has no heading is unknown too.
    """
    items = [one.item for one in read]
    answers = {item.source for f in TICK_FIELDS for item in odd_ones(f, items)}
    silent = {item.source for f in TICK_FIELDS for item in silent_ones(f, items)}
    ragged = {one.item.source for row, one in zip(rows, read, strict=True) if _is_ragged(row)}
    doubted = (answers & silent) | ((answers | silent) & ragged)
    doubted |= {
        one.item.source
        for row, one in zip(rows, read, strict=True)
        if _is_pushed(row) or _runs_over(row)
    }
    return tuple(
        _doubted(row, one, TICK_FIELDS if one.item.source in doubted else _beside_strays(row))
        for row, one in zip(rows, read, strict=True)
    )


def _is_ragged(row: PlacedRow) -> bool:
    return any(found.code == "row-width" for found in row.findings)


def _is_pushed(row: PlacedRow) -> bool:
    """Whether the boxes stand side by side with all blanks behind them, up to the row's end, as
    they do where recognition has lost the blanks between them.

    A row that ticks something in every field is believed, unless it ticks both modes; so is one
    that prints empty boxes, for it shows where they stand.
    """
    boxes = _boxes(row)
    if not boxes or boxes[0][0].field == boxes[-1][0].field:
        return False
    if any(bare_mark(text) is Mark.UNTICKED for _, text in boxes):
        return False
    last = max((c.column.number for c in row.cells if c.text.strip()), default=0)
    told = [bool(text.strip()) for _, text in boxes]
    count = sum(told)
    if count < 2 or all(told) or not all(told[:count]) or last != boxes[count - 1][0].number:
        return False
    answered = {column.field for column, _ in boxes[:count]}
    modes = [bool(text.strip()) for column, text in boxes if column.field == "mode"]
    return answered < {column.field for column, _ in boxes} or (len(modes) > 1 and all(modes))


def _boxes(row: PlacedRow) -> list[tuple[Column, str]]:
    """What the row prints in each tick column, and in one whose heading is not read that has a box;
    nothing in one that the row does not reach."""
    printed = {cell.column.number: cell.text for cell in row.cells}
    columns = row.segment.header.columns
    return [
        (column, text)
        for j, column in enumerate(columns)
        for text in [printed.get(column.number, "")]
        if (column.terms and column.field in TICK_FIELDS)
        or (is_stray(columns, j) and bare_mark(text) is not None)
    ]


def _runs_over(row: PlacedRow) -> bool:
    """Whether a field has all of its options ticked and the one next to it none: one of the ticks
    may be that field's."""
    boxes = _boxes(row)
    groups = [list(group) for _, group in groupby(boxes, key=lambda box: box[0].field)]
    if any(bare_mark(text) is Mark.UNTICKED for _, text in boxes):
        return False
    filled = [[bool(text.strip()) for _, text in group] for group in groups]
    beside = [*pairwise(filled), *pairwise(filled[::-1])]
    return any(len(one) > 1 and all(one) and not any(other) for one, other in beside)


def _beside_strays(row: PlacedRow) -> tuple[str, ...]:
    """The fields of choices next to a ticked box in a column whose heading is not read."""
    columns = row.segment.header.columns
    strays = [
        cell.column.number
        for cell in row.cells
        if not (cell.column.field or cell.column.score) and bare_mark(cell.text) is Mark.TICKED
    ]
    beside = {_nearest(columns, number, step) for number in strays for step in (-1, 1)}
    return tuple(field for field in TICK_FIELDS if field in beside)


def _nearest(columns: Sequence[Column], number: int, step: int) -> str:
    """The field of the first column with a field on one side of a column."""
    side = columns[number:] if step > 0 else columns[: number - 1][::-1]
    return next((column.field for column in side if column.field or column.score), "")


def _doubted(row: PlacedRow, read: ReadItem, fields: Sequence[str]) -> ReadItem:
    item, findings = read.item, list(read.findings)
    for field in fields:
        choice: Choice = getattr(item, field)
        ticks = any(column.terms for column in row.segment.header.of(field))
        if (ticks or fields is not TICK_FIELDS) and choice.state in (State.READ, State.BLANK):
            item = with_choice(item, field, replace(choice, state=State.UNKNOWN, selected=()))
            place = choice.cells[0] if choice.cells else item.source
            findings.append(finding("mark-unassigned", place, field=field_label(field)))
    return replace(read, item=item, findings=tuple(findings))
