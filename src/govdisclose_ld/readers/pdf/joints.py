"""Rows that a page break cut in two: put together where it is certain, else reported."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from govdisclose_ld.readers.pdf.grids import GridCell
from govdisclose_ld.readers.pdf.tables import PageTable, Remark
from govdisclose_ld.readers.pdf.wrapping import runs_on

_ORDINAL = re.compile(r"[（(]?\d{1,4}(?:[.-]\d{1,3})*[）).、]?")
_FIRST_COLUMNS = 2
_NUMBERED = 0.7
_FEWEST_BLANK = 2


@dataclass(frozen=True, slots=True)
class _Halves:
    """The last row of one page and the first row of the next below its repeated header."""

    above: PageTable
    below: PageTable
    header: int
    """The number of rows that the second page repeats; the row after them is the second half."""

    @property
    def columns(self) -> range:
        return range(self.above.grid.width)

    def cells(self, column: int) -> tuple[GridCell | None, GridCell | None]:
        """The cell of each half that covers a column."""
        last = self.above.grid.height - 1
        return self.above.at(last, column), self.below.at(self.header, column)

    def texts(self, column: int) -> tuple[str, str]:
        """What both print in a column."""
        one, other = self.cells(column)
        return self.above.text(one) if one else "", self.below.text(other) if other else ""


def join(above: PageTable, below: PageTable) -> tuple[PageTable, PageTable | None]:
    """Two tables on pages that follow each other, with a row that the break cut made whole.

    A row is whole again in the first table only where one half has no ordinal or too few cells
    to be a row, and the text of a cell runs on from half to half. Where that much is not certain
    both rows are remarked on. The second table is None if nothing but its header is left.
    """
    if not above.grid.lines_up_with(below.grid):
        return above, below
    halves = _Halves(above, below, _repeated(above, below))
    if halves.header >= below.grid.height or not _is_like_one_row(halves):
        return above, below
    if _is_certain(halves):
        return _joined(halves)
    last = above.grid.height - 1
    return (
        above.remarked(Remark("row-perhaps-broken", last)),
        below.remarked(Remark("row-perhaps-broken", halves.header)),
    )


def _repeated(above: PageTable, below: PageTable) -> int:
    """How many rows the second table repeats from the top of the first: its header."""
    most = min(above.grid.height, below.grid.height)
    same = (above.texts(row) == below.texts(row) and any(above.texts(row)) for row in range(most))
    return next((row for row, alike in enumerate(same) if not alike), most)


def _is_like_one_row(halves: _Halves) -> bool:
    """Whether the two print no more than one row would: not two ordinals, and in one of them a
    third of the row is missing, or all that both print may run on."""
    texts = [halves.texts(column) for column in halves.columns]
    if not any(other for _, other in texts) or _shape(halves.above, -1) != _shape(
        halves.below, halves.header
    ):
        return False
    ordinal = _ordinal_column(halves)
    numbered = texts[ordinal] if ordinal is not None else ("", "")
    if all(numbered):
        return False
    if _all_run_on(halves):
        return True
    blank_above = sum(bool(other and not one) for one, other in texts)
    blank_below = sum(bool(one and not other) for one, other in texts)
    whole = sum(bool(one or other) for one, other in texts)
    lacking = blank_above if numbered[1] else blank_below
    if not any(numbered) and blank_above:
        return False
    return lacking >= max(_FEWEST_BLANK, whole / 3)


def _shape(table: PageTable, row: int) -> set[tuple[int, int]]:
    """Where the cells of a row begin and how wide they are."""
    row = range(table.grid.height)[row]
    cells = (table.at(row, column) for column in range(table.grid.width))
    return {(cell.column, cell.column_span) for cell in cells if cell}


def _ordinal_column(halves: _Halves) -> int | None:
    """The column, one of the first two, that numbers the rows of both tables."""
    for column in range(min(_FIRST_COLUMNS, len(halves.columns))):
        printed = [cell for cell in _numbers(halves, column) if cell]
        numbers = sum(bool(_ORDINAL.fullmatch(text)) for text in printed)
        if numbers and numbers >= _NUMBERED * len(printed):
            return column
    return None


def _numbers(halves: _Halves, column: int) -> list[str]:
    above = [
        halves.above.texts(row)[column] for row in range(halves.header, halves.above.grid.height)
    ]
    rows = range(halves.header, halves.below.grid.height)
    return above + [halves.below.texts(row)[column] for row in rows]


def _is_certain(halves: _Halves) -> bool:
    """Whether a text runs on over the break, in tables that give no number to several rows."""
    return not _shares_ordinals(halves) and (
        any(_runs_on(halves, column) for column in halves.columns)
    )


def _shares_ordinals(halves: _Halves) -> bool:
    ordinal = _ordinal_column(halves)
    return ordinal is not None and any(
        cell.row_span > 1 and _ORDINAL.fullmatch(table.text(cell)) is not None
        for table in (halves.above, halves.below)
        for cell in table.grid.cells
        if cell.column == ordinal
    )


def _all_run_on(halves: _Halves) -> bool:
    """Whether the text of every cell, of two or more, that both halves print runs on."""
    both = [column for column in halves.columns if all(halves.texts(column))]
    return len(both) >= _FEWEST_BLANK and all(_runs_on(halves, column) for column in both)


def _runs_on(halves: _Halves, column: int) -> bool:
    one, other = halves.cells(column)
    if one is None or other is None or one.row_span > 1 or other.row_span > 1:
        return False
    above, below = halves.above.lines.get(one, ()), halves.below.lines.get(other, ())
    return runs_on(above, below, one.box[0], one.box[2])


def _joined(halves: _Halves) -> tuple[PageTable, PageTable | None]:
    lines = dict(halves.above.lines)
    for column in halves.columns:
        one, other = halves.cells(column)
        if one and other and other.column == column:
            lines[one] = (*lines.get(one, ()), *halves.below.lines.get(other, ()))
    last = halves.above.grid.height - 1
    above = replace(halves.above, lines=lines).remarked(Remark("row-joined", last))
    rest = _without_row(halves.below, halves.header)
    return above, rest if rest.grid.height > halves.header else None


def _without_row(table: PageTable, row: int) -> PageTable:
    """The table less a row; a cell that starts there and spans more begins below it, blank."""
    kept = {cell: left for cell in table.grid.cells if (left := _less(cell, row)).row_span}
    lines = {kept[cell]: own for cell, own in table.lines.items() if cell.row != row}
    grid = replace(table.grid, cells=tuple(kept.values()), height=table.grid.height - 1)
    return PageTable(grid, lines)


def _less(cell: GridCell, row: int) -> GridCell:
    """The cell after a row has been taken out of its table."""
    crossed = cell.row <= row < cell.row + cell.row_span
    return replace(cell, row=cell.row - (cell.row > row), row_span=cell.row_span - crossed)
