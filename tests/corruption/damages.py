"""What happens to a table on its way: cells moved, noise of text recognition, headers lost.

A damage changes pages in place and tells which duties it befell; none where it cannot befall the
place that was drawn. After a damage that moves cells their row no longer knows what they hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from corruption.layouts import Line, Page
from corruption.noise import CELL_NOISE
from press import Style

Struck = frozenset[int]
Damage = Callable[[list[Page], int, int, Random, Style], Struck]
"""Pages, the page and the line that are struck, the generator, how boxes are drawn."""

_NONE: Struck = frozenset()
_BOX = re.compile(r"\[[x ]\]")


def _blank_in(cells: list[str], random: Random) -> list[str]:
    place = random.randrange(len(cells))
    return [*cells[:place], "", *cells[place:]]


def _blank_out(cells: list[str], random: Random) -> list[str]:
    blanks = [i for i, text in enumerate(cells[:-1]) if not text]
    return _without(cells, random.choice(blanks)) if blanks else cells


def _split(cells: list[str], random: Random) -> list[str]:
    long = [i for i, text in enumerate(cells) if len(text) > 7]
    if not long:
        return cells
    place = random.choice(long)
    at = random.randrange(3, len(cells[place]) - 2)
    if any(box.start() < at < box.end() for box in _BOX.finditer(cells[place])):
        return cells
    return [*cells[:place], cells[place][:at], cells[place][at:], *cells[place + 1 :]]


def _merge(cells: list[str], random: Random) -> list[str]:
    full = [i for i in range(len(cells) - 1) if cells[i] and cells[i + 1]]
    if not full:
        return cells
    place = random.choice(full)
    return [*cells[:place], f"{cells[place]} {cells[place + 1]}", *cells[place + 2 :]]


def _swap(cells: list[str], random: Random) -> list[str]:
    unlike = [i for i in range(len(cells) - 1) if cells[i] != cells[i + 1]]
    place = random.choice(unlike)
    return [*cells[:place], cells[place + 1], cells[place], *cells[place + 2 :]]


def _blanks_last(cells: list[str], random: Random) -> list[str]:
    return [text for text in cells if text] + [text for text in cells if not text]


def _end_off(cells: list[str], width: int) -> list[str]:
    """The row cut to its width, if it ends in a blank."""
    return cells[:-1] if len(cells) > width and not cells[-1] else cells


def _without(cells: list[str], place: int) -> list[str]:
    return [*cells[:place], *cells[place + 1 :]]


def _moving(move: Callable[[list[str], Random], list[str]], *, keep_width: bool = False) -> Damage:
    """A damage that moves the cells of one row; with ``keep_width`` its end makes up for it."""

    def strike(pages: list[Page], page: int, line: int, random: Random, style: Style) -> Struck:
        struck = pages[page].lines[line]
        if struck.duty is None or _is_spanned(pages[page], line):
            return _NONE
        before, width = list(struck.cells), len(struck.cells)
        after = move(before, random)
        if keep_width:
            after = (
                _end_off(after, width)
                if len(after) > width
                else after + [""] * (width - len(after))
            )
            if len(after) != width:
                return _NONE
        if after == before:
            return _NONE
        struck.cells, struck.roles = after, []
        return frozenset({struck.duty})

    return strike


def _noisy(name: str) -> Damage:
    """A damage of the text of one cell."""

    def strike(pages: list[Page], page: int, line: int, random: Random, style: Style) -> Struck:
        struck = pages[page].lines[line]
        places = [i for i, text in enumerate(struck.cells) if text not in ("", "^", "<")]
        random.shuffle(places)
        for place in places:
            after = CELL_NOISE[name](struck.cells[place], random, style)
            if after != struck.cells[place] and struck.duty is not None:
                struck.cells[place] = after
                return _below(pages[page], line, place) | {struck.duty}
        return _NONE

    return strike


def _below(page: Page, line: int, column: int) -> Struck:
    """The duties that share a cell with those above them."""
    found = set()
    for other in page.lines[line + 1 :]:
        if column >= len(other.cells) or other.cells[column] != "^" or other.duty is None:
            break
        found.add(other.duty)
    return frozenset(found)


def _row_broken(pages: list[Page], page: int, line: int, random: Random, style: Style) -> Struck:
    """The rest of a long cell stands in a row of its own, as where a page breaks."""
    struck, lines = pages[page].lines[line], pages[page].lines
    long = [i for i, text in enumerate(struck.cells) if len(text) > 11 and "[" not in text]
    if not long or struck.duty is None or _is_spanned(pages[page], line):
        return _NONE
    place = random.choice(long)
    text = struck.cells[place]
    at = random.randrange(5, len(text) - 4)
    rest = [text[at:] if i == place else "" for i in range(len(struck.cells))]
    struck.cells[place], struck.roles = text[:at], []
    lines.insert(line + 1, Line(rest, []))
    return frozenset({struck.duty})


def _rows_merged(pages: list[Page], page: int, line: int, random: Random, style: Style) -> Struck:
    """Two rows run into one, cell by cell; the second is lost and the first must tell."""
    lines = pages[page].lines
    if (
        line + 1 >= len(lines)
        or _is_spanned(pages[page], line)
        or _is_spanned(pages[page], line + 1)
    ):
        return _NONE
    one, other = lines[line], lines[line + 1]
    if one.duty is None or other.duty is None or len(one.cells) != len(other.cells):
        return _NONE
    pairs = zip(one.cells, other.cells, strict=True)
    one.cells, one.roles = [f"{a} {b}".strip() for a, b in pairs], []
    del lines[line + 1]
    return frozenset({one.duty})


def _row_repeated(pages: list[Page], page: int, line: int, random: Random, style: Style) -> Struck:
    """The same row printed twice, as at the end of one page and the head of the next."""
    struck, lines = pages[page].lines[line], pages[page].lines
    if struck.duty is None or _is_spanned(pages[page], line):
        return _NONE
    lines.insert(line + 1, Line(list(struck.cells), []))
    return frozenset({struck.duty})


def _merge_undone(pages: list[Page], page: int, line: int, random: Random, style: Style) -> Struck:
    """A merged cell come apart: its text at the first place, blanks below."""
    lines = pages[page].lines
    shared = [
        (row, i)
        for row, one in enumerate(lines)
        for i, text in enumerate(one.cells)
        if text == "^" and (not row or lines[row - 1].cells[i : i + 1] != ["^"])
    ]
    if not shared:
        return _NONE
    line, place = random.choice(shared)
    struck = {lines[line].duty} | _below(pages[page], line, place)
    for other in lines[line:]:
        if other.cells[place : place + 1] != ["^"]:
            break
        other.cells[place] = ""
    return frozenset(duty for duty in struck if duty is not None)


def _columns_swapped(
    pages: list[Page], page: int, line: int, random: Random, style: Style
) -> Struck:
    """Two neighbouring columns of a page trade places below their headings."""
    lines = [one for one in pages[page].lines if one.roles]
    if not lines or any(_is_spanned(pages[page], i) for i in range(len(pages[page].lines))):
        return _NONE
    place = random.randrange(len(lines[0].cells) - 1)
    for one in lines:
        cells = one.cells
        if len(cells) > place + 1:
            cells[place], cells[place + 1] = cells[place + 1], cells[place]
            one.roles = []
    return frozenset(one.duty for one in lines if one.duty is not None)


def _header_lost(pages: list[Page], page: int, line: int, random: Random, style: Style) -> Struck:
    if page == 0 or not pages[page].head:
        return _NONE
    pages[page].head = []
    return _under(pages, page)


def _header_repeated(
    pages: list[Page], page: int, line: int, random: Random, style: Style
) -> Struck:
    if line == 0 or not pages[page].head or _is_spanned(pages[page], line - 1):
        return _NONE
    pages[page].lines[line:line] = [Line(list(row), []) for row in pages[page].head]
    return _under(pages, page)


def _heading_lost(pages: list[Page], page: int, line: int, random: Random, style: Style) -> Struck:
    """The lowest heading of a column is blank; what spans several columns stays."""
    head = pages[page].head
    if not head:
        return _NONE
    row = random.choice(head)
    places = [
        i for i, t in enumerate(row) if t not in ("", "^", "<") and row[i + 1 : i + 2] != ["<"]
    ]
    if not places:
        return _NONE
    row[random.choice(places)] = ""
    return _under(pages, page)


def _heading_misread(
    pages: list[Page], page: int, line: int, random: Random, style: Style
) -> Struck:
    places = [(row, i) for row in pages[page].head for i, t in enumerate(row) if len(t) > 1]
    random.shuffle(places)
    for row, place in places:
        after = CELL_NOISE["misread"](row[place], random, style)
        if after != row[place]:
            row[place] = after
            return _under(pages, page)
    return _NONE


def _under(pages: list[Page], page: int) -> Struck:
    """The duties of a page, and of the pages after it that print no header of their own."""
    found = {line.duty for line in pages[page].lines}
    for other in pages[page + 1 :]:
        if other.head:
            break
        found |= {line.duty for line in other.lines}
    return frozenset(duty for duty in found if duty is not None)


def _is_spanned(page: Page, line: int) -> bool:
    """Whether a merged cell runs through the row or begins in it."""
    below = page.lines[line + 1].cells if line + 1 < len(page.lines) else []
    return "^" in page.lines[line].cells or "^" in below


ROW_DAMAGES: dict[str, Damage] = {
    "blank in": _moving(_blank_in),
    "blank out": _moving(_blank_out),
    "split": _moving(_split),
    "merge": _moving(_merge),
    "swap": _moving(_swap),
    "blanks last": _moving(_blanks_last),
    "blank in, width kept": _moving(_blank_in, keep_width=True),
    "blank out, width kept": _moving(_blank_out, keep_width=True),
    "split, width kept": _moving(_split, keep_width=True),
    "merge, width kept": _moving(_merge, keep_width=True),
    "row broken": _row_broken,
    "rows merged": _rows_merged,
    "row repeated": _row_repeated,
    "merge undone": _merge_undone,
    **{name: _noisy(name) for name in CELL_NOISE},
}
"""Damages of one row."""

TABLE_DAMAGES: dict[str, Damage] = {
    "columns swapped": _columns_swapped,
    "header lost": _header_lost,
    "header repeated": _header_repeated,
    "heading lost": _heading_lost,
    "heading misread": _heading_misread,
}
"""Damages of one table, which befall all of its rows."""
