"""Tables without rules between their columns: told by the blanks that all their lines keep free.

Read only where columns and rows are certain; else the lines stay prose, with a finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from govdisclose_ld.readers.headings import is_header_line
from govdisclose_ld.readers.pdf.glyphs import Glyph, TextLine
from govdisclose_ld.readers.pdf.grids import Grid, GridCell
from govdisclose_ld.readers.pdf.tables import PageTable, Remark

Gap = tuple[float, float]
"""Where a blank begins and ends, from the left."""

_ORDINAL = re.compile(r"\d{1,4}")
_NARROWEST = 3.0
_FEWEST_COLUMNS = 4
_CLEAR = 2.0
_FAR = 5
FOLIO = re.compile(r"[\s\-—–·•]*第?\s*\d+\s*页?(?:\s*[/／,，]?\s*共?\s*\d+\s*页?)?[\s\-—–·•]*")
"""A page number."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Lines from a header on; ``table`` is what they make, or None where that is not certain."""

    start: int
    stop: int
    table: PageTable | None


def find_aligned(lines: Sequence[TextLine], rules: Sequence[float]) -> Aligned | None:
    """The first header among ``lines`` with the lines that keep to its columns.

    ``rules`` are the heights of long horizontal rules, by which rows may be parted.
    """
    start = next((n for n, line in enumerate(lines) if is_header_line(line.text)), None)
    if start is None:
        return None
    stop, gaps = _extent(lines, start)
    edges = _edges(lines[start:stop], gaps)
    stop = start + _end(lines[start:stop], edges)
    rows = _rows(lines[start:stop], edges, rules) if _is_header(lines[start], edges) else []
    return Aligned(start, stop, _table(rows, edges) if len(rows) > 1 else None)


def _extent(lines: Sequence[TextLine], start: int) -> tuple[int, list[Gap]]:
    """The end of the lines that leave the gaps of the header free, and what all leave of them."""
    gaps = _free(lines[start])
    for stop in range(start + 1, len(lines)):
        left = _narrowed(gaps, lines[stop])
        apart = lines[stop].top - lines[stop - 1].top > _FAR * lines[stop].size
        if len(left) < len(gaps) or apart or FOLIO.fullmatch(lines[stop].text):
            return stop, gaps
        gaps = left
    return len(lines), gaps


def _end(lines: Sequence[TextLine], edges: Sequence[float]) -> int:
    """Where a table whose first column numbers the rows prints something else there: a note."""
    first = [_cell(line, edges, 0) for line in lines]
    if not any(map(_ORDINAL.fullmatch, first)):
        return len(lines)
    wrong = (n for n, text in enumerate(first) if n and text and not _ORDINAL.fullmatch(text))
    return next(wrong, len(lines))


def _is_header(line: TextLine, edges: Sequence[float]) -> bool:
    """Whether the gaps part the header into headings, and not a heading into letters."""
    words = [_cell(line, edges, column) for column in range(len(edges) - 1)]
    return len(words) >= _FEWEST_COLUMNS and all(len(word) > 1 for word in words)


def _free(line: TextLine) -> list[Gap]:
    """The blanks between the words of a line."""
    printed = [glyph for glyph in line.glyphs if not glyph.text.isspace()]
    return [
        (one.x1, other.x0) for one, other in pairwise(printed) if other.x0 - one.x1 >= _NARROWEST
    ]


def _narrowed(gaps: Sequence[Gap], line: TextLine) -> list[Gap]:
    """What a line leaves of each gap: the part on one side of it where that is wide enough."""
    for glyph in line.glyphs:
        if not glyph.text.isspace():
            gaps = [part for gap in gaps for part in _less(gap, glyph)]
    return list(gaps)


def _less(gap: Gap, glyph: Glyph) -> list[Gap]:
    left, right = gap
    if glyph.x1 <= left or glyph.x0 >= right:
        return [gap]
    parts = ((left, glyph.x0), (glyph.x1, right))
    return sorted((p for p in parts if p[1] - p[0] >= _NARROWEST), key=lambda p: p[0] - p[1])[:1]


def _rows(
    lines: Sequence[TextLine], edges: Sequence[float], rules: Sequence[float]
) -> list[Sequence[TextLine]]:
    """The header and the lines of each row; none where it is not certain which belong together.

    Rules part them, or clearly wider blanks; each row has one ordinal where the first column
    numbers them. Without such a column rules alone will do.
    """
    header, body = lines[:1], lines[1:]
    if not body:
        return []
    numbered = [bool(_ORDINAL.fullmatch(_cell(line, edges, 0))) for line in body]
    crossed = [any(a.top < rule < b.top for rule in rules) for a, b in pairwise(body)]
    for ends in (crossed, _wide(body, sum(numbered))):
        rows = _parted(body, ends) if any(ends) or all(numbered) else []
        if rows and _is_sound(rows, numbered):
            return [header, *rows]
    return []


def _wide(lines: Sequence[TextLine], count: int) -> list[bool]:
    """After which lines the blank is one of the widest that part them into ``count`` rows, where
    those are clearly wider than all others."""
    spaces = [b.top - (a.top + a.size) for a, b in pairwise(lines)]
    widest = sorted(spaces, reverse=True)
    if not 1 < count <= len(lines):
        return [False] * len(spaces)
    least = widest[count - 2]
    if count <= len(spaces) and least - widest[count - 1] < _CLEAR:
        return [False] * len(spaces)
    return [space >= least for space in spaces]


def _parted(lines: Sequence[TextLine], ends: Sequence[bool]) -> list[list[TextLine]]:
    rows = [[lines[0]]]
    for line, apart in zip(lines[1:], ends, strict=True):
        if apart:
            rows.append([])
        rows[-1].append(line)
    return rows


def _is_sound(rows: Sequence[Sequence[TextLine]], numbered: Sequence[bool]) -> bool:
    """Whether each row has one ordinal, or none has any."""
    rest = iter(numbered)
    counts = {sum(next(rest) for _ in row) for row in rows}
    return counts in ({1}, {0})


def _table(rows: Sequence[Sequence[TextLine]], edges: Sequence[float]) -> PageTable:
    lines = [line for row in rows for line in row]
    columns = [_reach(lines, left, right) for left, right in pairwise(edges)]
    cells: dict[GridCell, tuple[TextLine, ...]] = {}
    for number, row in enumerate(rows):
        top, bottom = row[0].top, max(line.top + line.size for line in row)
        for column, (left, right) in enumerate(columns):
            cell = GridCell((left, top, right, bottom), number, column, 1, 1)
            parts = (_part(line, edges[column], edges[column + 1]) for line in row)
            cells[cell] = tuple(part for part in parts if part)
    ends = lines[-1].top + lines[-1].size
    grid = Grid(tuple(cells), tuple(edges), (*(row[0].top for row in rows), ends))
    return PageTable(grid, cells, (Remark("table-by-alignment"),))


def _edges(lines: Sequence[TextLine], gaps: Sequence[Gap]) -> list[float]:
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return [left - 1, *((one + other) / 2 for one, other in gaps), right + 1]


def _reach(lines: Sequence[TextLine], left: float, right: float) -> tuple[float, float]:
    """How far the text of a column reaches to either side: the room that its lines have."""
    parts = [part for line in lines if (part := _part(line, left, right))]
    return min(part.x0 for part in parts), max(part.x1 for part in parts)


def _part(line: TextLine, left: float, right: float) -> TextLine | None:
    """What a line prints between two edges."""
    glyphs = tuple(glyph for glyph in line.glyphs if left <= glyph.middle[0] < right)
    return TextLine(glyphs) if any(not glyph.text.isspace() for glyph in glyphs) else None


def _cell(line: TextLine, edges: Sequence[float], column: int) -> str:
    part = _part(line, edges[column], edges[column + 1])
    return part.text if part else ""
