"""A table as one page prints it, in texts alone: what is kept of a page once it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.grid import Printed, PrintedRow, lay_out
from govdisclose_ld.readers.pdf.tables import PageTable, Remark


@dataclass(frozen=True, slots=True)
class LeafCell:
    """What a cell prints, its row and column from 0, and its spans."""

    text: str
    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """A table on one page: its cells, and the borders of its columns and rows in points."""

    cells: tuple[LeafCell, ...]
    edges: tuple[float, ...]
    levels: tuple[float, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.edges) - 1

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.levels) - 1

    def texts(self, row: int) -> tuple[str, ...]:
        """What is printed in the cells that start in a row, by column; blank where none does."""
        starts = {cell.column: cell.text for cell in self.cells if cell.row == row}
        return tuple(starts.get(column, "") for column in range(self.width))

    def column(self, number: int) -> tuple[tuple[str, int, int], ...]:
        """Text, row and height of the cells that start in a column, from top to bottom."""
        return tuple(
            (cell.text, cell.row, cell.row_span) for cell in self.cells if cell.column == number
        )

    def remarked(self, remark: Remark) -> Leaf:
        """The leaf with one more remark."""
        return replace(self, remarks=(*self.remarks, remark))


def leaf_of(table: PageTable) -> Leaf:
    """The texts of a table on a page."""
    cells = tuple(
        LeafCell(table.text(cell), cell.row, cell.column, cell.row_span, cell.column_span)
        for cell in table.grid.cells
    )
    return Leaf(cells, table.grid.edges, table.grid.levels, table.remarks)


def add_leaf(draft: Draft, leaf: Leaf) -> None:
    """Add a table and what there is to remark about it."""
    for remark in leaf.remarks:
        if remark.row is None:
            draft.note(remark.code, table=draft.next_table)
            continue
        texts, column = leaf.texts(remark.row), remark.column
        printed = " ".join(filter(None, texts if column is None else texts[column : column + 1]))
        draft.note(
            remark.code,
            table=draft.next_table,
            row=remark.row + 1,
            column=0 if column is None else column + 1,
            printed=printed,
        )
    draft.add_table(lay_out(_rows(leaf), draft))


def _rows(leaf: Leaf) -> Sequence[PrintedRow]:
    """The rows with a blank at each place that no cell takes."""
    starts = {(cell.row, cell.column): cell for cell in leaf.cells}
    covered = {
        (row, column)
        for cell in leaf.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    printed = []
    for row in range(leaf.height):
        cells = []
        for column in range(leaf.width):
            cell = starts.get((row, column))
            if cell is not None:
                cells.append(Printed(cell.text, cell.row_span, cell.column_span))
            elif (row, column) not in covered:
                cells.append(Printed(""))
        printed.append(PrintedRow(tuple(cells)))
    return printed
