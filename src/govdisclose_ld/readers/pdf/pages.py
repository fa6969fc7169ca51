"""One PDF page: its ruled tables, and the paragraphs around them, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from pdfplumber.page import Page

from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.limits import refuse
from govdisclose_ld.readers.pdf.fields import with_fields
from govdisclose_ld.readers.pdf.glyphs import LOST, Glyph, TextLine, glyph_of, text_lines
from govdisclose_ld.readers.pdf.marks import with_marks
from govdisclose_ld.readers.pdf.printed import PrintedPage
from govdisclose_ld.readers.pdf.rules import find_grids
from govdisclose_ld.readers.pdf.shapes import Shape
from govdisclose_ld.readers.pdf.tables import PageTable, Remark, fill
from govdisclose_ld.readers.pdf.unruled import find_aligned
from govdisclose_ld.readers.pdf.wrapping import joined, paragraphs

_LONG = 100
_DRAWN = frozenset({"rect", "curve", "line"})

Block: TypeAlias = PageTable | str
"""A table, or a paragraph."""


def read_page(draft: Draft, page: PrintedPage, glyphs: list[Glyph] | None = None) -> list[Block]:
    """The tables and paragraphs of a page, from top to bottom; findings go to ``draft``.

    ``glyphs`` are its characters where pdfplumber misses them, on a page that is not rotated.
    """
    page = _upright(page)
    if len(page.chars) > (most := draft.limits.elements):
        raise refuse(
            draft.name,
            f"第 {page.page_number} 页的字符超过 {most} 个",
            f"page {page.page_number} has more than {most} characters",
            limit="elements",
        )
    loose = [glyph_of(char) for char in page.chars] if glyphs is None else glyphs
    if lost := sum(glyph.text == LOST for glyph in loose):
        draft.note("characters-lost", count=lost)
    loose, frames = with_marks(page, loose)
    loose = with_fields(page, loose)
    tables: list[PageTable] = []
    for grid in find_grids(_without(page, frames), draft):
        table, loose = fill(grid, loose)
        tables.append(table)
    lines = list(text_lines(loose))
    blocks: list[Block] = []
    for table in sorted(tables, key=lambda table: table.grid.top):
        above = [line for line in lines if line.top < table.grid.top]
        lines = lines[len(above) :]
        overflows = bool(lines) and table.runs_into(lines[0])
        remark = Remark("text-out-of-cell", table.grid.height - 1)
        own = table.remarked(remark) if overflows else table
        blocks += [*_loose(draft, page, above), own]
    return [*blocks, *_loose(draft, page, lines)]


def _upright(page: PrintedPage) -> PrintedPage:
    """The page as a reader would hold it: turned if most of its text lies on its side or head."""
    turn = _turn(page)
    if not turn:
        return page
    source = page.page_obj
    source.rotate = (page.rotation + turn) % 360
    source.attrs["Rotate"] = source.rotate
    return PrintedPage(page.pdf, source, page.page_number)


def _turn(page: PrintedPage) -> int:
    """By how many degrees, clockwise, most of the text has to be turned to be read."""
    turned = [char for char in page.chars if not char["upright"]]
    if len(turned) * 2 > len(page.chars):
        climbs = sum(char["matrix"][1] > 0 for char in turned) * 2 > len(turned)
        return 90 if climbs else 270
    return 180 if sum(char["matrix"][0] < 0 for char in page.chars) * 2 > len(page.chars) else 0


def _without(page: Page, frames: Sequence[Shape]) -> Page:
    """The page without the frames of marks, whose sides are no rules of a table."""
    if not frames:
        return page

    def is_rule(drawn: dict[str, Any]) -> bool:
        x, y = (drawn["x0"] + drawn["x1"]) / 2, (drawn["top"] + drawn["bottom"]) / 2
        size = max(drawn["x1"] - drawn["x0"], drawn["bottom"] - drawn["top"])
        return not any(size <= frame.width + 1 and frame.holds(x, y, 0.1) for frame in frames)

    return page.filter(lambda drawn: drawn["object_type"] not in _DRAWN or is_rule(drawn))


def _loose(draft: Draft, page: Page, lines: Sequence[TextLine]) -> Iterator[Block]:
    """The paragraphs that lines outside ruled tables make, and tables that have no rules."""
    rules = [rule["top"] for rule in page.horizontal_edges if rule["width"] > _LONG]
    while aligned := find_aligned(lines, rules):
        yield from _prose(lines[: aligned.start], page)
        if aligned.table:
            yield aligned.table
        else:
            draft.note("table-form-uncertain", printed=lines[aligned.start].text)
            yield from _prose(lines[aligned.start : aligned.stop], page)
        lines = lines[aligned.stop :]
    yield from _prose(lines, page)


def _prose(lines: Sequence[TextLine], page: Page) -> list[Block]:
    return [joined(group) for group in paragraphs(lines, float(page.width))]
