"""Headers in a stream of cells: runs of headings, the second row of them told from the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.readers.ordinals import is_ordinal
from govdisclose_ld.readers.pieces import Piece

_TAIL = re.compile(r"[(〔“\"].*$", re.DOTALL)
_HALF_WIDTH = str.maketrans("（）", "()")
_FEWEST, _WITHIN = 4, 12
_LONGEST, _LONGEST_PRINTED, _LONGEST_LEVEL = 40, 160, 6
_SHORTEST_BEGUN, _LONGEST_TORN = 2, 3
_MOST_PIECES, _MOST_UNKNOWN = 90, 3


@dataclass(frozen=True, slots=True)
class HeaderRun:
    """Where a header stands among pieces: from ``start``, its second row from ``lower`` (``stop``
    where it has none), up to ``stop``.

    ``width`` is how many pieces a whole row below it has. ``lead`` is 1 where each row opens with
    the blank before its first pipe, else 0.
    """

    start: int
    lower: int
    stop: int
    width: int
    lead: int = 0


def find_headers(pieces: list[Piece]) -> Iterator[HeaderRun]:
    """Every header among the pieces, in order. Prose that runs into its first piece is cut off."""
    index = 0
    while index < len(pieces):
        if _is_start(pieces, index):
            run = _run(pieces, index)
            yield run
            index = run.stop
        index += 1


def is_heading(text: str) -> bool:
    """Whether a text is a heading that catalogs print."""
    return _rank(text) != ""


@lru_cache(maxsize=4096)
def begins_heading(text: str) -> bool:
    """Whether a text is a heading that catalogs print, or the beginning of one."""
    bare = _bare(text)
    lower = (word for group in _groups().values() for word in group["headings"])
    return any(word.startswith(bare) for word in (*_headings(), *lower))


def _is_start(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a header begins with a piece: with one exception the next are headings."""
    if not pieces[index].parts or not _begins_line(pieces, index):
        return False
    known = unknown = 0
    for piece in pieces[index : index + _WITHIN]:
        if not piece.parts or (known and _is_cut_short(piece.text)):
            continue
        if _rank(piece.text) or _rank(piece.parts[-1][1]):
            known += 1
        elif not known or (unknown := unknown + 1) > 1:
            return False
        if known == _FEWEST:
            return True
    return False


def _begins_line(pieces: Sequence[Piece], index: int) -> bool:
    return pieces[index].fresh or _opens(pieces, index)


def _opens(pieces: Sequence[Piece], index: int) -> bool:
    return index > 0 and pieces[index - 1].opens_row


def _run(pieces: list[Piece], start: int) -> HeaderRun:
    if not _rank(pieces[start].text):
        pieces[start] = pieces[start].without_prose()
    stop = _stop(pieces, start)
    lower = _lower(pieces, start, stop)
    opens = _opens(pieces, start) and pieces[start - 1].fresh
    lead = int(opens and _opens(pieces, lower) and not pieces[lower - 1].parts)
    if lead:
        pieces[start - 1] = pieces[start - 1].blanked()
    rows = pieces[start - lead : lower - lead], pieces[lower - lead : stop - lead]
    return HeaderRun(start - lead, lower - lead, stop - lead, _width(*rows), lead)


def _width(upper: Sequence[Piece], lower: Sequence[Piece]) -> int:
    """How many pieces a whole row has: as many as each header row, where blanks keep the places of
    merged headings, else as many as there are headings without another below."""
    if len(lower) in (0, len(upper)):
        return len(upper)
    groups = {group for piece in lower if (group := group_of(piece.text))}
    printed = [piece for piece in (*upper, *lower) if piece.parts]
    return len(printed) - len(groups) + (not upper[0].parts)


def _stop(pieces: Sequence[Piece], start: int) -> int:
    """The first piece below the header: the first ordinal, or what follows the last heading."""
    known, unknown = start, 0
    for index in range(start, min(len(pieces), start + _MOST_PIECES)):
        piece = pieces[index]
        if not piece.parts:
            continue
        if is_ordinal(piece.text):
            return _line_start(pieces, index)
        unknown = 0 if _rank(piece.text) else unknown + 1
        known = known if unknown else index
        if unknown > _MOST_UNKNOWN or (unknown and len(piece.text) > _LONGEST):
            break
    stop = _row_end(pieces, known + 1)
    while stop < len(pieces) and (pieces[stop].glued or not _begins_line(pieces, stop)):
        stop += 1
    return stop


def _row_end(pieces: Sequence[Piece], stop: int) -> int:
    """Past torn words (乡 of 乡镇级) that end a row of headings, and the pipes pushed to its
    end."""
    for place in range(stop, min(stop + _MOST_UNKNOWN, len(pieces))):
        piece = pieces[place]
        if not piece.parts or is_ordinal(piece.text) or len(piece.text) > _LONGEST_TORN:
            return stop
        after = place + 1
        while after < len(pieces) and not pieces[after].parts:
            if pieces[after].glued and pieces[after].ends:
                return after + 1
            after += 1
    return stop


def _line_start(pieces: Sequence[Piece], index: int) -> int:
    while index and not _begins_line(pieces, index):
        index -= 1
    return index


def _lower(pieces: Sequence[Piece], start: int, stop: int) -> int:
    """Where the second row begins: at the first lower heading behind the last upper one."""
    ranks = [_rank(piece.text) for piece in pieces[start:stop]]
    last = max((n for n, rank in enumerate(ranks) if rank == "upper"), default=0)
    upper = {group for piece in pieces[start : start + last + 1] if (group := head_of(piece.text))}
    for index in range(start + last + 1, stop):
        lower = ranks[index - start] == "lower" and group_of(pieces[index].text) in upper
        if lower and _begins_line(pieces, index):
            return index
    return stop


@lru_cache(maxsize=4096)
def _rank(text: str) -> str:
    """``upper`` for a heading, ``lower`` for one that stands under another, "" for other words."""
    if len(text) > _LONGEST_PRINTED:
        return ""
    if group_of(text):
        return "lower"
    known = _headings()
    bare = _bare(text)
    return "upper" if bare in known or _TAIL.sub("", bare) in known else ""


@lru_cache(maxsize=4096)
def group_of(text: str) -> str:
    """The group of headings of a second row that a text is one of, or begins (全社 of 全社会); ""
    for other words."""
    bare = _bare(text)
    for name, group in _groups().items():
        if bare in group["headings"] or _TAIL.sub("", bare) in group["headings"]:
            return name
    if bare.endswith("级") and len(bare) <= _LONGEST_LEVEL:
        return "level"
    begun = {
        n for n, group in _groups().items() if any(h.startswith(bare) for h in group["headings"])
    }
    return begun.pop() if len(begun) == 1 and len(bare) >= _SHORTEST_BEGUN else ""


def head_of(text: str) -> str:
    """The group that stands under a heading, "" where none does."""
    bare = _TAIL.sub("", _bare(text))
    return next((name for name, group in _groups().items() if bare in group["under"]), "")


def _is_cut_short(text: str) -> bool:
    """Whether only the beginning of a heading is left (公开 of 公开时限)."""
    return text in _beginnings()


def _bare(text: str) -> str:
    """A heading without blanks, its brackets half width, its first character put back where pages
    lose it (开内容)."""
    bare = "".join(text.split()).translate(_HALF_WIDTH)
    return f"公{bare}" if bare.startswith("开") else bare


@cache
def _headings() -> frozenset[str]:
    return frozenset(map(_bare, knowledge("vocabulary/table-headings.yml")["headings"]))


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(word[:2] for word in _headings() if len(word) > 2)


def _groups() -> dict[str, dict[str, list[str]]]:
    return dict(knowledge("vocabulary/table-headings.yml")["groups"])
