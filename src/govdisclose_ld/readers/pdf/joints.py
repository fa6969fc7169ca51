"""Rows and cells that a page break cut in two: put together where it is certain, else reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from govdisclose_ld.readers.pdf.grids import GridCell
from govdisclose_ld.readers.pdf.tables import PageTable, Remark
from govdisclose_ld.readers.pdf.wrapping import runs_on

_ORDINAL = re.compile(r"[（(]?\d{1,4}(?:[.-]\d{1,3})*[）).、]?")
_FIRST_COLUMNS = 2
_NUMBERED = 0.7
_MOST_HEADINGS = 3
"""How many cells may stand above the first number of a column: its headings on the first page."""
_FEWEST_BLANK = 2
_CARRIED = ("cell-joined", "cell-continued")


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
    """Two tables on pages that follow each other, with what the break cut made whole.

    A row is whole again in the first table only where rules that end in the open tell that it was
    cut, or one half has no ordinal or too few cells to be a row, and the text of a cell runs on
    from half to half or the numbers around it leave no room for another row. Where that much is not
    certain both rows are remarked on. A merged cell that goes on over the break prints its text on
    both pages. The second table is None if nothing but its header is left.
    """
    if not above.grid.lines_up_with(below.grid):
        return above, below
    halves = _Halves(above, below, _repeated(above, below))
    if halves.header >= below.grid.height:
        return above, below
    if (
        _is_open(halves)
        or _splits_an_ordinal(halves)
        or (_is_like_one_row(halves) and _is_certain(halves))
    ):
        return _joined(halves)
    above, below = _with_shared_cells(halves)
    if not _is_like_one_row(halves):
        return above, _with_empty_cells_filled(replace(halves, above=above, below=below))
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


def _is_open(halves: _Halves) -> bool:
    """Whether no rule closes the row on either page, and they are not two rows with ordinals."""
    every = frozenset(halves.columns)
    if halves.above.grid.open_below != every or not (
        halves.header or halves.below.grid.open_above == every
    ):
        return False
    ordinal = _ordinal_column(halves)
    if ordinal is None:
        return _is_like_one_row(halves)
    return _is_alike(halves) and not all(halves.texts(ordinal))


def _is_like_one_row(halves: _Halves) -> bool:
    """Whether the two print no more than one row would: not two ordinals, and in one of them a
    third of the row is missing, or all that both print may run on."""
    texts = [halves.texts(column) for column in halves.columns]
    if not any(other for _, other in texts) or not _is_alike(halves):
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


def _is_alike(halves: _Halves) -> bool:
    """Whether the cells of both rows begin at the same columns and are as wide."""
    return _shape(halves.above, -1) == _shape(halves.below, halves.header)


def _shape(table: PageTable, row: int) -> set[tuple[int, int]]:
    """Where the cells of a row begin and how wide they are."""
    row = range(table.grid.height)[row]
    cells = (table.at(row, column) for column in range(table.grid.width))
    return {(cell.column, cell.column_span) for cell in cells if cell}


def _ordinal_column(halves: _Halves) -> int | None:
    """The column, one of the first two, that numbers the rows of both tables."""
    for column in range(min(_FIRST_COLUMNS, len(halves.columns))):
        printed = [bool(_ORDINAL.fullmatch(text)) for text in _numbers(halves, column) if text]
        headings = printed.index(True) if True in printed[: _MOST_HEADINGS + 1] else len(printed)
        if headings < len(printed) and sum(printed) >= _NUMBERED * (len(printed) - headings):
            return column
    return None


def _numbers(halves: _Halves, column: int) -> list[str]:
    above = [
        halves.above.texts(row)[column] for row in range(halves.header, halves.above.grid.height)
    ]
    rows = range(halves.header, halves.below.grid.height)
    return above + [halves.below.texts(row)[column] for row in rows]


def _is_certain(halves: _Halves) -> bool:
    """Whether a text runs on over the break, the row below it has the next number, or nothing is
    left of the table but more of one cell, in tables that give no number to several rows."""
    return not _shares_ordinals(halves) and (
        any(_runs_on(halves, column) for column in halves.columns)
        or _counts_on(halves)
        or _ends_in_one_cell(halves)
    )


def _counts_on(halves: _Halves) -> bool:
    """Whether the rows around the second half are numbered one after the other, so that it can be
    no row of its own."""
    column = _ordinal_column(halves)
    if column is None or halves.header + 1 >= halves.below.grid.height:
        return False
    last, first = halves.texts(column)
    following = halves.below.texts(halves.header + 1)[column]
    return not first and _number(last) > 0 and _number(following) == _number(last) + 1


def _ends_in_one_cell(halves: _Halves) -> bool:
    """Whether a numbered table ends below the break with a row that has no number and prints one
    cell alone, more of what stands above it: no row of its own lacks its number and its label."""
    ordinal = _ordinal_column(halves)
    if ordinal is None or halves.header + 1 < halves.below.grid.height:
        return False
    more = [column for column in halves.columns if halves.texts(column)[1]]
    return len(more) == 1 and more[0] > ordinal + 1 and bool(halves.texts(more[0])[0])


def _splits_an_ordinal(halves: _Halves) -> bool:
    """Whether the number of the row is cut as well: 1 and 1 are 11 after the row with number 10."""
    column = _ordinal_column(halves)
    if column is None or halves.above.grid.height < halves.header + 2 or not _is_alike(halves):
        return False
    before = _number(halves.above.texts(halves.above.grid.height - 2)[column])
    last, first = halves.texts(column)
    return bool(last and first) and 0 < before == _number(last + first) - 1


def _number(text: str) -> int:
    """The number that an ordinal prints in plain digits; 0 for any other."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0


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
    """The row whole in the first table, and the second one without its second half."""
    lines, rest = dict(halves.above.lines), dict(halves.below.lines)
    remarks = []
    for column in halves.columns:
        one, other = halves.cells(column)
        if one and other and other.column == column:
            lines[one] = (*lines.get(one, ()), *rest.get(other, ()))
            if other.row_span > 1:
                rest[other] = lines[one]
                remarks.append(Remark(_code(halves, one), halves.header, column))
    last = halves.above.grid.height - 1
    above = replace(halves.above, lines=lines).remarked(Remark("row-joined", last))
    below = _without_row(replace(halves.below, lines=rest), halves.header)
    for remark in remarks:
        below = below.remarked(remark)
    return above, below if below.grid.height > halves.header else None


def _with_shared_cells(halves: _Halves) -> tuple[PageTable, PageTable]:
    """Both tables with the whole text of each merged cell that goes on from one to the other, for
    no rule closes it on either page."""
    above, below = halves.above, halves.below
    open_columns = above.grid.open_below
    if not halves.header:
        open_columns &= below.grid.open_above
    if len(open_columns) == above.grid.width:
        return above, below
    for column in sorted(open_columns):
        one, other = halves.cells(column)
        if one and other and one.column == other.column == column:
            whole = (*above.lines.get(one, ()), *below.lines.get(other, ()))
            above = above.with_lines(one, whole, "cell-joined")
            below = below.with_lines(other, whole, _code(halves, one))
    return above, below


def _with_empty_cells_filled(halves: _Halves) -> PageTable:
    """The second table with the text of a merged cell in the blank that goes on from it, with a
    remark: in a column of merged cells of which none else is blank. A cell that came over a break
    itself is merged, though its page shows one row of it."""
    below = halves.below
    for column in halves.columns:
        one, other = halves.cells(column)
        if not one or not other or one.column != column or other.column != column:
            continue
        body = [*_body(halves.above, halves.header, column), *_body(below, halves.header, column)]
        merged = any(cell.row_span > 1 for cell, text in body if text) or _goes_on(halves, one)
        blanks = [cell for cell, text in body if not text]
        if (
            merged
            and blanks == [other]
            and halves.texts(column)[0]
            and not _ends_open(below, other)
        ):
            below = below.with_lines(other, halves.above.lines.get(one, ()), "cell-continued")
    return below


def _goes_on(halves: _Halves, cell: GridCell, codes: tuple[str, ...] = _CARRIED) -> bool:
    """Whether a cell of the first table is the rest of a merged one of the page before."""
    return any(
        (remark.row, remark.column) == (cell.row, cell.column) and remark.code in codes
        for remark in halves.above.remarks
    )


def _code(halves: _Halves, cell: GridCell) -> str:
    """What to remark of the rest of a merged cell: what was doubtful on one page stays so."""
    return "cell-continued" if _goes_on(halves, cell, _CARRIED[1:]) else "cell-joined"


def _ends_open(table: PageTable, cell: GridCell) -> bool:
    """Whether a cell goes on over the page behind, which may print its text."""
    return cell.row + cell.row_span == table.grid.height and cell.column in table.grid.open_below


def _body(table: PageTable, header: int, column: int) -> Iterator[tuple[GridCell, str]]:
    """The cells of a column below the header, each with its text."""
    for cell in table.grid.cells:
        if cell.column == column and cell.row >= header:
            yield cell, table.text(cell)


def _without_row(table: PageTable, row: int) -> PageTable:
    """The table less a row; a cell that starts there and spans more begins below it."""
    kept = {cell: left for cell in table.grid.cells if (left := _less(cell, row)).row_span}
    lines = {kept[cell]: own for cell, own in table.lines.items() if cell in kept}
    levels = table.grid.levels[:row] + table.grid.levels[row + 1 :]
    grid = replace(table.grid, cells=tuple(kept.values()), levels=levels)
    remarks = tuple(
        replace(remark, row=remark.row - 1)
        if remark.row is not None and remark.row > row
        else remark
        for remark in table.remarks
        if remark.row != row
    )
    return PageTable(grid, lines, remarks)


def _less(cell: GridCell, row: int) -> GridCell:
    """The cell after a row has been taken out of its table."""
    crossed = cell.row <= row < cell.row + cell.row_span
    return replace(cell, row=cell.row - (cell.row > row), row_span=cell.row_span - crossed)
