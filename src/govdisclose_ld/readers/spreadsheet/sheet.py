"""One sheet as a table: cells where the sheet puts them, merged cells, what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from govdisclose_ld.model import Cell, Row
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.limits import refuse

Place = tuple[int, int]
"""Row and column, from 1."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, its first and last place included."""

    first: Place
    last: Place


@dataclass(slots=True)
class Sheet:
    """What one sheet displays; filled by the reader of its format."""

    name: str
    hidden: bool = False
    texts: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncalculated: dict[Place, str] = field(default_factory=dict)
    unformatted: set[Place] = field(default_factory=set)


def add_sheet(draft: Draft, sheet: Sheet) -> None:
    """Add a sheet to ``draft`` as one table, whose rows and columns are numbered as in the sheet.

    Rows after the last text, and columns right of it, are left out; a sheet without text is none.
    """
    printed = [place for place, text in sheet.texts.items() if text.strip()]
    if not printed and not sheet.uncalculated:
        return
    height, width = _extent(sheet, [*printed, *sheet.uncalculated], draft)
    _note(draft, sheet, height, width)
    cells = _cells(sheet, height, width)
    draft.add_table(_rows(cells, height, width), name=sheet.name)


def _extent(sheet: Sheet, printed: list[Place], draft: Draft) -> Place:
    height = max(row for row, _ in printed)
    width = max(column for _, column in printed)
    for merge in sheet.merges:
        if merge.first in sheet.texts and merge.last[1] <= draft.limits.columns:
            width = max(width, merge.last[1])
            height = max(height, min(merge.last[0], draft.limits.rows))
    draft.check_columns(width, row=height)
    if height * width > (most := draft.limits.cells):
        raise refuse(
            draft.name,
            f"工作表“{sheet.name}”有 {height} 行 × {width} 列，超过 {most} 格",
            f"sheet '{sheet.name}' has {height} rows by {width} columns, over {most} cells",
            limit="cells",
        )
    return height, width


def _cells(sheet: Sheet, height: int, width: int) -> dict[Place, Cell]:
    """The cells that print something or are covered by a merged cell."""
    cells = {place: Cell(text) for place, text in sheet.texts.items()}
    covered: set[Place] = set()
    for merge in sheet.merges:
        top, left = merge.first
        bottom, right = min(merge.last[0], height), min(merge.last[1], width)
        if top > bottom or left > right:
            continue
        places = [(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)]
        if covered.isdisjoint(places):
            covered.update(places)
            cells.update(dict.fromkeys(places, Cell("", anchor=merge.first)))
            text = sheet.texts.get(merge.first, "")
            cells[merge.first] = Cell(text, bottom - top + 1, right - left + 1)
    return cells


def _rows(cells: dict[Place, Cell], height: int, width: int) -> Iterator[Row]:
    blank = Cell("")
    for row in range(1, height + 1):
        yield Row(row, tuple(cells.get((row, column), blank) for column in range(1, width + 1)))


def _note(draft: Draft, sheet: Sheet, height: int, width: int) -> None:
    table = draft.next_table
    if sheet.hidden:
        draft.note("hidden-sheet", table=table, sheet=sheet.name)
    for row in sorted(row for row in sheet.hidden_rows if row <= height):
        draft.note("hidden-row", table=table, row=row)
    for column in sorted(column for column in sheet.hidden_columns if column <= width):
        draft.note("hidden-column", table=table, column=column)
    for (row, column), formula in sorted(sheet.uncalculated.items()):
        draft.note("formula-without-value", table=table, row=row, column=column, printed=formula)
    for row, column in sorted(sheet.unformatted):
        text = sheet.texts.get((row, column), "")
        draft.note("number-format-unknown", table=table, row=row, column=column, printed=text)
    for merge in sheet.merges:
        if merge.last[1] - merge.first[1] >= draft.limits.columns and merge.first in sheet.texts:
            span = merge.last[1] - merge.first[1] + 1
            row, column = merge.first
            draft.note("span-cut", table=table, row=row, column=column, span=span)
