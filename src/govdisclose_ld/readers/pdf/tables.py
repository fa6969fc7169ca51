"""A table on a PDF page: its grid, and the lines of text in each cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from govdisclose_ld.readers.pdf.glyphs import Glyph, TextLine, text_lines
from govdisclose_ld.readers.pdf.grids import Grid, GridCell
from govdisclose_ld.readers.pdf.wrapping import cell_text

_OVER = 0.3
"""How much of a character may stand out of its cell: the room above and below its strokes."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding about a row of the table (from 0), a cell in it, or about all of it, that is not
    added yet."""

    code: str
    row: int | None = None
    column: int | None = None


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

    def with_lines(self, cell: GridCell, lines: tuple[TextLine, ...], code: str) -> PageTable:
        """The table with other lines in a cell, and a remark there if that changes it."""
        if self.lines.get(cell, ()) == lines:
            return self
        changed = replace(self, lines={**self.lines, cell: lines})
        return changed.remarked(Remark(code, cell.row, cell.column))

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
        x, y = glyph.spot
        row = rows[tops[max(0, bisect_right(tops, y) - 1)]] if tops else []
        place = next((cell for cell in row if cell.covers(x, y)), None)
        (loose if place is None else inside.setdefault(place, [])).append(glyph)
    table = PageTable(grid, {cell: tuple(text_lines(own)) for cell, own in inside.items()})
    crossed = {spot for cell, own in inside.items() for spot in _crossed(cell, own)}
    for number, column in sorted(spot for spot in crossed if 0 <= spot[0] < grid.height):
        table = table.remarked(Remark("text-over-rule", number, column))
    return table, loose


def _crossed(cell: GridCell, glyphs: Iterable[Glyph]) -> Iterator[tuple[int, int]]:
    """Row and column of a cell out of which text runs over its sides, and of the one into which it
    runs above or below."""
    left, top, right, bottom = cell.box
    for glyph in glyphs:
        if glyph.text.isspace():
            continue
        slack = glyph.size * _OVER
        above, below = glyph.top < top - slack, glyph.bottom > bottom + slack
        beside = glyph.x0 < left - slack or glyph.x1 > right + slack
        if above or below or (beside and glyph.seen_at is None and not glyph.hangs):
            yield cell.row, cell.column
        if above or below:
            yield cell.row - 1 if above else cell.row + cell.row_span, cell.column
