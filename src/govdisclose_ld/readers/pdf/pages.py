"""One PDF page: its ruled tables, and the paragraphs around them, from top to bottom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from pdfplumber.page import Page

from govdisclose_ld.model import Row
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.grid import Printed, PrintedRow, lay_out
from govdisclose_ld.readers.limits import refuse
from govdisclose_ld.readers.pdf.glyphs import LOST, Glyph, TextLine, glyph_of, text_lines
from govdisclose_ld.readers.pdf.grids import Grid, GridCell, grid_of
from govdisclose_ld.readers.pdf.wrapping import cell_text, joined, paragraphs

_MOST_EDGES = 20_000
_RULES = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "edge_min_length": 10}


def add_page(draft: Draft, page: Page, glyphs: list[Glyph] | None = None) -> None:
    """Add the tables and paragraphs of a page to ``draft``.

    ``glyphs`` are its characters where pdfplumber misses them, on a page that is not rotated.
    """
    page = _upright(page)
    if len(page.chars) > (most := draft.limits.elements):
        raise refuse(
            draft.name,
            f"第 {page.page_number} 页的字符超过 {most} 个",
            f"page {page.page_number} has more than {most} characters",
        )
    loose = [glyph_of(char) for char in page.chars] if glyphs is None else glyphs
    if lost := sum(glyph.text == LOST for glyph in loose):
        draft.note("characters-lost", count=lost)
    tables: list[tuple[float, Grid, dict[GridCell, list[Glyph]]]] = []
    for grid in _grids(page, draft):
        inside, loose = _sorted_out(grid, loose)
        tables.append((grid.top, grid, inside))
    lines = list(text_lines(loose))
    for top, grid, inside in sorted(tables, key=lambda table: table[0]):
        above = [line for line in lines if line.top < top]
        lines = lines[len(above) :]
        _add_prose(draft, above)
        draft.add_table(_rows(grid, inside, draft))
    _add_prose(draft, lines)


def _upright(page: Page) -> Page:
    """The page as a reader would hold it: turned if most of its text stands on its side."""
    turned = [char for char in page.chars if not char["upright"]]
    if len(turned) * 2 <= len(page.chars):
        return page
    climbs = sum(char["matrix"][1] > 0 for char in turned) * 2 > len(turned)
    source = page.page_obj
    source.rotate = (page.rotation + (90 if climbs else 270)) % 360
    source.attrs["Rotate"] = source.rotate
    return Page(page.pdf, source, page.page_number, page.initial_doctop)


def _grids(page: Page, draft: Draft) -> list[Grid]:
    """The tables of two columns or more, but not a lone pair of boxes."""
    if len(page.edges) > _MOST_EDGES:
        draft.note("page-too-complex", page=page.page_number)
        return []
    grids = (grid_of(table.cells) for table in page.find_tables(_RULES))
    return [grid for grid in grids if grid.width > 1 and grid.width * grid.height > 2]


def _sorted_out(
    grid: Grid, glyphs: Iterable[Glyph]
) -> tuple[dict[GridCell, list[Glyph]], list[Glyph]]:
    """The glyphs in each cell, by their middles, and those that lie in none."""
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
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        row = rows[tops[max(0, bisect_right(tops, y) - 1)]] if tops else []
        place = next((cell for cell in row if _covers(cell, x, y)), None)
        (loose if place is None else inside.setdefault(place, [])).append(glyph)
    return inside, loose


def _covers(cell: GridCell, x: float, y: float) -> bool:
    left, top, right, bottom = cell.box
    return left <= x <= right and top <= y <= bottom


def _rows(grid: Grid, inside: dict[GridCell, list[Glyph]], draft: Draft) -> list[Row]:
    starts = {(cell.row, cell.column): cell for cell in grid.cells}
    covered = {
        (row, column)
        for cell in grid.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    printed = []
    for row in range(grid.height):
        cells = []
        for column in range(grid.width):
            cell = starts.get((row, column))
            if cell is not None:
                text = cell_text(list(text_lines(inside.get(cell, ()))), cell.box[0], cell.box[2])
                cells.append(Printed(text, cell.row_span, cell.column_span))
            elif (row, column) not in covered:
                cells.append(Printed(""))
        printed.append(PrintedRow(tuple(cells)))
    return lay_out(printed, draft)


def _add_prose(draft: Draft, lines: Sequence[TextLine]) -> None:
    for group in paragraphs(lines):
        draft.add_paragraph(joined(group))
