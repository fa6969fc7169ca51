"""A table on a PDF page: its grid, and the lines of text in each cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from govdisclose_ld.model import Row
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.grid import Printed, PrintedRow, lay_out
from govdisclose_ld.readers.pdf.glyphs import Glyph, TextLine, text_lines
from govdisclose_ld.readers.pdf.grids import Grid, GridCell
from govdisclose_ld.readers.pdf.wrapping import cell_text


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding about a row of the table (from 0), or about all of it, that is not added yet."""

    code: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class PageTable:
    """The cells of a table with their lines, from top to bottom."""

    grid: Grid
    lines: Mapping[GridCell, tuple[TextLine, ...]]
    remarks: tuple[Remark, ...] = ()

    def at(self, row: int, column: int) -> GridCell | None:
        """The cell that covers a place of the grid."""
        return next(
            (
                cell
                for cell in self.grid.cells
                if cell.row <= row < cell.row + cell.row_span
                and cell.column <= column < cell.column + cell.column_span
            ),
            None,
        )

    def remarked(self, remark: Remark) -> PageTable:
        """The table with one more remark."""
        return replace(self, remarks=(*self.remarks, remark))

    @property
    def is_aligned(self) -> bool:
        """Whether no rules but blanks part its columns."""
        return any(remark.row is None for remark in self.remarks)

    def runs_into(self, line: TextLine) -> bool:
        """Whether a line stands right below the table and keeps to its columns, two or more: text
        that ran out of the cells of its last row."""
        bottom = max(cell.box[3] for cell in self.grid.cells)
        if not -line.size < line.top - bottom < line.size * 2:
            return False
        printed = [glyph for glyph in line.glyphs if not glyph.text.isspace()]
        inner = self.grid.edges[1:-1]
        crossed = any(
            glyph.x0 < edge - 1 and edge + 1 < glyph.x1 for edge in inner for glyph in printed
        )
        columns = {bisect_right(inner, glyph.middle[0]) for glyph in printed}
        apart = any(
            other.x0 - one.x1 > line.size
            and bisect_right(inner, one.middle[0]) != bisect_right(inner, other.middle[0])
            for one, other in pairwise(printed)
        )
        return len(columns) > 1 and apart and not crossed

    def text(self, cell: GridCell) -> str:
        """What a cell prints."""
        return cell_text(self.lines.get(cell, ()), cell.box[0], cell.box[2])

    def texts(self, row: int) -> tuple[str, ...]:
        """What is printed in the cells that start in a row, by column; blank where none does."""
        starts = {cell.column: cell for cell in self.grid.cells if cell.row == row}
        return tuple(
            self.text(starts[column]) if column in starts else ""
            for column in range(self.grid.width)
        )


def fill(grid: Grid, glyphs: Iterable[Glyph]) -> tuple[PageTable, list[Glyph]]:
    """The table with the glyphs that lie in its cells, by their middles, and the other glyphs."""
    tops = sorted({cell.box[1] for cell in grid.cells})
    rows: dict[float, list[GridCell]] = {top: [] for top in tops}
    for cell in grid.cells:
        for top in tops[bisect_right(tops, cell.box[1]) - 1 :]:
            if top >= cell.box[3]:
                break
            rows[top].append(cell)
    inside: dict[GridCell, list[Glyph]] = {}
    loose: list[Glyph] = []
    for glyph in glyphs:
        x, y = glyph.middle
        row = rows[tops[max(0, bisect_right(tops, y) - 1)]] if tops else []
        place = next((cell for cell in row if cell.covers(x, y)), None)
        (loose if place is None else inside.setdefault(place, [])).append(glyph)
    return PageTable(grid, {cell: tuple(text_lines(own)) for cell, own in inside.items()}), loose


def add_table(draft: Draft, table: PageTable) -> None:
    """Add a table and what there is to remark about it."""
    for remark in table.remarks:
        if remark.row is None:
            draft.note(remark.code, table=draft.next_table)
        else:
            printed = " ".join(text for text in table.texts(remark.row) if text)
            row = remark.row + 1
            draft.note(remark.code, table=draft.next_table, row=row, printed=printed)
    draft.add_table(_rows(table, draft))


def _rows(table: PageTable, draft: Draft) -> list[Row]:
    grid = table.grid
    starts = {(cell.row, cell.column): cell for cell in grid.cells}
    covered = {place for cell in grid.cells for place in cell.places()}
    printed = []
    for row in range(grid.height):
        cells = []
        for column in range(grid.width):
            cell = starts.get((row, column))
            if cell is not None:
                cells.append(Printed(table.text(cell), cell.row_span, cell.column_span))
            elif (row, column) not in covered:
                cells.append(Printed(""))
        printed.append(PrintedRow(tuple(cells)))
    return lay_out(printed, draft)
