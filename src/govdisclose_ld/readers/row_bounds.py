"""Rows in a stream of cells, whatever line breaks stand between: where each begins.

Three things part rows: an ordinal in its place of the count, pipes pushed to a row's end, and the
number of cells that a header has. Line breaks alone part them only where rows that are known begin
a line and no other cell of them does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from govdisclose_ld.readers.header_runs import HeaderRun
from govdisclose_ld.readers.ordinals import count_rows, is_ordinal
from govdisclose_ld.readers.pieces import Piece


@dataclass(frozen=True, slots=True)
class Bounds:
    """One row: the pieces from ``start`` up to ``stop``; ``code`` is a finding about it, or ""."""

    start: int
    stop: int
    code: str = ""


def row_bounds(pieces: Sequence[Piece], run: HeaderRun, stop: int) -> list[Bounds]:
    """The rows below a header, up to ``stop``."""
    starts = [run.stop, *_starts(pieces, run, stop), stop]
    stretches = [(a, b) for a, b in pairwise(sorted(set(starts))) if _prints(pieces[a:b])]
    by_lines = _lines_part_rows(pieces, run, stretches)
    rows: list[Bounds] = []
    for start, end in stretches:
        rows += _rows(pieces, run, Bounds(start, end), by_lines=by_lines)
    return rows


def _starts(pieces: Sequence[Piece], run: HeaderRun, stop: int) -> Iterator[int]:
    """Where rows begin for sure: at an ordinal that counts them, behind pipes pushed to the end."""
    candidates = [
        (place - lead, pieces[place].text)
        for place in range(run.stop, stop)
        if is_ordinal(pieces[place].text) and (lead := _lead(pieces, run, place)) >= 0
    ]
    yield from count_rows(candidates)
    for place in range(run.stop, stop - 1):
        if pieces[place].glued and pieces[place].ends:
            yield place + 1


def _lead(pieces: Sequence[Piece], run: HeaderRun, place: int) -> int:
    """How many pieces before an ordinal its row begins, -1 where no row begins there.

    An ordinal begins a line, or stands behind the first cell of one (序号 after 一级事项).
    """
    for lead in (0, 1, 2):
        before = place - lead
        if before >= run.stop and pieces[before].fresh:
            return lead + run.lead if lead == 0 and run.lead and _opens(pieces, before) else lead
    return -1


def _opens(pieces: Sequence[Piece], place: int) -> bool:
    return place > 0 and not pieces[place - 1].parts and pieces[place - 1].fresh


def _rows(
    pieces: Sequence[Piece], run: HeaderRun, row: Bounds, *, by_lines: bool
) -> Iterator[Bounds]:
    """The rows of a stretch: one, if it is not longer than the header is wide."""
    width = run.width
    if (length := _length(pieces, row, width)) <= width:
        yield Bounds(row.start, row.start + length)
    elif _is_whole(pieces, row, width):
        for start in range(row.start, row.stop, width):
            yield Bounds(start, min(start + width, row.stop))
    elif by_lines:
        starts = [p for p in range(row.start, row.stop) if _begins_line(pieces, p)]
        for start, stop in pairwise([row.start, *starts[1:], row.stop]):
            yield Bounds(start, stop, "" if stop - start == width else "row-by-lines")
    else:
        yield Bounds(row.start, row.stop, "rows-not-parted")


def _length(pieces: Sequence[Piece], row: Bounds, width: int) -> int:
    """The number of pieces, less blanks at the end that are too many."""
    length = row.stop - row.start
    while length > width and not pieces[row.start + length - 1].parts:
        length -= 1
    return length


def _is_whole(pieces: Sequence[Piece], row: Bounds, width: int) -> bool:
    """Whether a stretch is so many whole rows, each of which begins a line."""
    if (row.stop - row.start) % width:
        return False
    return all(pieces[place].fresh for place in range(row.start, row.stop, width))


def _lines_part_rows(
    pieces: Sequence[Piece], run: HeaderRun, stretches: Sequence[tuple[int, int]]
) -> bool:
    """Whether in all rows that are known no cell but the first begins a line."""
    sure = [(a, b) for a, b in stretches if b - a <= run.width]
    return bool(sure) and not any(
        _begins_line(pieces, place) for a, b in sure for place in range(a + 1, b)
    )


def _begins_line(pieces: Sequence[Piece], place: int) -> bool:
    return pieces[place].fresh and bool(pieces[place].parts)


def _prints(pieces: Sequence[Piece]) -> bool:
    return any(piece.parts for piece in pieces)
