"""Tables of pipes in text whose line breaks mean little: broken cells, a cell a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile

from govdisclose_ld.assets import knowledge
from govdisclose_ld.model import Cell, Row
from govdisclose_ld.readers.header_grids import header_grid
from govdisclose_ld.readers.header_runs import HeaderRun, find_headers, head_of, is_heading
from govdisclose_ld.readers.lines import Line
from govdisclose_ld.readers.ordinals import is_ordinal
from govdisclose_ld.readers.pieces import Piece, are_closed, cut_at_pipes
from govdisclose_ld.readers.pipes import is_regular, is_rule, pipe_rows
from govdisclose_ld.readers.row_bounds import Bounds, row_bounds
from govdisclose_ld.readers.torn_headings import mend_headings

_FEWEST_CELLS, _FEWEST_ROWS = 6, 2
_LONGEST_PIECE = 4
_LOST = "序号"  # keeps the place of the heading that is blank


@dataclass(frozen=True, slots=True)
class PipedTable:
    """A table among lines: its rows, the codes of what is to be said of some of them by row
    number, and the numbers of its first and last line."""

    rows: tuple[Row, ...]
    codes: tuple[tuple[int, str], ...]
    first: int
    last: int


def piped_tables(lines: Sequence[Line], *, counted: bool = True) -> Iterator[PipedTable]:
    """The tables among ``lines`` that begin with headings, in order; where there are none, the
    rows that ordinals count, unless ``counted`` says no."""
    if not any("|" in line.text for line in lines):
        return
    printed = [line for line in lines if not is_rule(line)]
    closed = are_closed(printed, is_heading)
    pieces = list(cut_at_pipes(printed, is_heading, closed=closed))
    runs = list(find_headers(pieces))
    if not runs and counted:
        runs = list(_without_header(pieces))
    after = 0
    for place, run in enumerate(runs):
        below = runs[place + 1].start if place + 1 < len(runs) else len(pieces)
        bounds = _header_rows(run) + row_bounds(pieces, run, _end(pieces, run.stop, below))
        table = _table(pieces, run, bounds)
        while after < len(printed) and printed[after].number < table.first:
            after += 1
        start = after
        while after < len(printed) and printed[after].number <= table.last:
            after += 1
        table = _regular(printed[start:after], table)
        merged = run.lower < run.stop and _lost_places(pieces, run, printed[start:after])
        yield _with_header_grid(table) if merged else table


def _header_rows(run: HeaderRun) -> list[Bounds]:
    rows = [Bounds(run.start, run.lower), Bounds(run.lower, run.stop)]
    return [row for row in rows if row.start < row.stop]


def _without_header(pieces: list[Piece]) -> Iterator[HeaderRun]:
    """Where rows begin that no heading stands above, told by the ordinals that they begin with."""
    places = [n for n, piece in enumerate(pieces) if piece.fresh and _counts(piece)]
    if not places:
        return
    start = places[0]
    pieces[start] = pieces[start].without_prose()
    lengths = [after - before for before, after in pairwise([*places, len(pieces)])]
    long = [length for length in lengths if length >= _FEWEST_CELLS]
    if len(long) >= _FEWEST_ROWS and len(long) == len(lengths):
        yield HeaderRun(start, start, start, max(long[:-1]))


def _counts(piece: Piece) -> bool:
    return bool(piece.parts) and is_ordinal(piece.parts[-1][1])


def _end(pieces: Sequence[Piece], start: int, stop: int) -> int:
    """Where the table ends: before what a page prints below it, and titles of the next table."""
    if start < stop < len(pieces) and not pieces[stop - 1].parts:
        stop -= pieces[stop - 1].last == pieces[stop].line
    for place in range(_last_ordinal(pieces, start, stop) + 1, stop):
        if _is_furniture(pieces, place, stop):
            stop = place
            break
    while (last := _last_printed(pieces, start, stop)) > start and _is_title(pieces, last):
        stop = last
    return stop


def _last_ordinal(pieces: Sequence[Piece], start: int, stop: int) -> int:
    return next((n for n in range(stop - 1, start, -1) if is_ordinal(pieces[n].text)), start)


def _last_printed(pieces: Sequence[Piece], start: int, stop: int) -> int:
    return next((n for n in range(stop - 1, start - 1, -1) if pieces[n].parts), start)


def _is_title(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a piece is alone on its line and worded like the title of a table."""
    piece = pieces[place]
    behind = pieces[place + 1] if place + 1 < len(pieces) else piece
    alone = piece.fresh and (piece.ends or behind.glued)
    return alone and _patterns()["title"].search("".join(piece.text.split())) is not None


def _is_furniture(pieces: Sequence[Piece], place: int, stop: int) -> bool:
    """Whether a piece begins like what pages print below a table, and no box comes behind it."""
    piece = pieces[place]
    if not (piece.fresh and piece.parts and _patterns()["furniture"].match(piece.text)):
        return False
    return all(len(other.text) != 1 for other in pieces[place + 1 : stop])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    around = knowledge("vocabulary/table-headings.yml")["around"]
    return {name: re.compile("|".join(words)) for name, words in around.items()}


def _table(pieces: Sequence[Piece], run: HeaderRun, bounds: Sequence[Bounds]) -> PipedTable:
    lead = run.lead if all(not pieces[row.start].parts for row in bounds) else 0
    rows = []
    for number, row in enumerate(bounds, start=1):
        own = pieces[row.start + lead : row.stop]
        line = next((piece.line for piece in own if piece.parts), pieces[row.start].line)
        rows.append(Row(number, tuple(Cell(piece.text) for piece in own), line))
    codes = tuple((number, row.code) for number, row in enumerate(bounds, start=1) if row.code)
    last = max(pieces[row.stop - 1].last for row in bounds)
    return PipedTable(tuple(rows), codes, pieces[bounds[0].start].line, last)


def _regular(lines: Sequence[Line], table: PipedTable) -> PipedTable:
    """The table with a row for each line, if every line has as many pipes."""
    if not is_regular(lines):
        return table
    rows = pipe_rows([line for line in lines if line.text.strip()])
    return replace(table, rows=tuple(rows), codes=())


def _lost_places(pieces: Sequence[Piece], run: HeaderRun, lines: Sequence[Line]) -> bool:
    """Whether blanks do not keep the places of merged headings: they are pushed to the end as bare
    pipes, or rows are broken."""
    last = pieces[run.lower - 1]
    return (last.glued and last.ends) or not is_regular(lines)


def _with_header_grid(table: PipedTable) -> PipedTable:
    """The table with the spans of its header rows, if some row is as wide as these tell; a column
    of ordinals that has lost its heading leads them."""
    torn = _torn_rows(table.rows)
    upper, lower, *body = table.rows[:2] + table.rows[2 + len(torn) :]
    mended = mend_headings(_words(upper), _words(lower), [_words(row) for row in torn])
    grid = header_grid(*mended, torn=len(torn)) if mended else None
    width = len(grid[0]) if grid else 0
    if grid is not None and mended and _are_unheaded(body, upper, width + 1):
        grid = header_grid([_LOST, *mended[0]], mended[1], torn=len(torn))
        grid = grid and ((Cell("", grid[0][0].row_span), *grid[0][1:]), *grid[1:])
    if grid is None or all(len(row.cells) not in (width, len(grid[0])) for row in body):
        return table
    header = zip((upper, lower, *torn), grid, strict=True)
    return replace(table, rows=(*(replace(row, cells=cells) for row, cells in header), *body))


def _torn_rows(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows below both of the header that print pieces of its words, up to the first item."""
    torn = tuple(takewhile(_prints_pieces, rows[2:]))
    item = next(iter(rows[2 + len(torn) :]), None)
    return torn if item and any(map(is_ordinal, _words(item)[:1])) else ()


def _prints_pieces(row: Row) -> bool:
    words = _words(row)
    short = all(len(word) <= _LONGEST_PIECE for word in words)
    return bool(words) and short and not is_ordinal(words[0])


def _are_unheaded(rows: Sequence[Row], upper: Row, width: int) -> bool:
    """Whether ordinals count the rows though names of matters head the first column: what makes
    them too long by one is a blank at their end, or cut off. A row without one stands below a
    merged ordinal."""
    whole = any(len(row.cells) in (width - 1, width) for row in rows)
    matters = head_of(upper.texts[0].strip()) == "matters"
    firsts = [row.texts[0].strip() for row in rows if row.texts]
    counted = [text for text in firsts if is_ordinal(text)]
    whole_numbers = all(text.isdecimal() for text in counted)
    steps = pairwise(map(int, counted)) if whole_numbers else ()
    following = whole_numbers and all(after == before + 1 for before, after in steps)
    led = counted[:1] == firsts[:1] != []
    return matters and whole and led and (counted == firsts or following)


def _words(row: Row) -> list[str]:
    """The texts of a row without the blanks at its end."""
    length = max((n for n, text in enumerate(row.texts, start=1) if text.strip()), default=0)
    return [text.strip() for text in row.texts[:length]]
