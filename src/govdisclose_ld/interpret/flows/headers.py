"""Headers whose headings run on without delimiters: taken apart by the words that headings are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.flows.text import Bare, bare
from govdisclose_ld.interpret.heading_paths import Path, ordered_paths
from govdisclose_ld.interpret.headings import (
    TICK_FIELDS,
    heading_words,
    match_heading,
    match_option,
)
from govdisclose_ld.interpret.wording import key, squeeze
from govdisclose_ld.model import Cell, Row

_LONGEST = 2000
_LONGEST_WORD = 24
_UNREAD = 3.0
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class _Step:
    """The best way to read the words up to a place: its cost, and where its last word began."""

    cost: float
    start: int


def joined_header(printed: str, line: int) -> tuple[Row, ...]:
    """The rows of the header that ``printed`` runs together: one row, or headings over headings.

    Words that no vocabulary knows are a heading of their own. Gives () for words that are too long
    for a header, or hardly hold a heading.
    """
    words = _words(printed)
    if len(words) < _FEWEST:
        return ()
    paths = _paths(words)
    if max(map(len, paths)) == 1:
        return (Row(1, tuple(Cell(path[0]) for path in paths), line),)
    return tuple(_rows(paths, line))


def _words(printed: str) -> list[str]:
    """The headings in print order, as few unknown characters as can be, then as few words."""
    whole = bare(printed)
    letters = [place for place, char in enumerate(whole.text) if key(char)]
    folded = "".join(key(whole.text[place]) for place in letters)
    if len(folded) != len(letters) or len(folded) > _LONGEST:
        return []
    best = [_Step(0.0, 0)]
    for end in range(1, len(folded) + 1):
        best.append(min(_steps(folded, end, best), key=lambda step: (step.cost, step.start)))
    return list(_cut(whole, folded, letters, best))


def _steps(folded: str, end: int, best: Sequence[_Step]) -> Iterator[_Step]:
    yield _Step(best[end - 1].cost + _UNREAD, end - 1)
    for start in range(max(0, end - _LONGEST_WORD), end):
        if folded[start:end] in _known():
            yield _Step(best[start].cost + 1.0, start)


def _cut(whole: Bare, folded: str, letters: Sequence[int], best: Sequence[_Step]) -> Iterator[str]:
    """The words between the starts that the best way goes through; unread characters together."""
    edges, end = [], len(folded)
    while end:
        start = best[end].start
        edges.append((start, end, folded[start:end] in _known()))
        end = start
    parts: list[tuple[int, int]] = []
    for known, group in groupby(reversed(edges), key=lambda edge: edge[2]):
        run = list(group)
        parts += [(s, e) for s, e, _ in run] if known else [(run[0][0], run[-1][1])]
    # What stands in brackets is the tail of the heading before it.
    starts = [
        letters[s]
        for s, _ in parts
        if not s or "(" not in whole.text[letters[s - 1] + 1 : letters[s]]
    ]
    for start, after in zip(starts, [*starts[1:], len(whole.text)], strict=True):
        yield squeeze(whole.cut(start, after))


@cache
def _known() -> frozenset[str]:
    options = {form for field in TICK_FIELDS for form in code_list(field).forms}
    return heading_words() | {form for form in options if len(form) > 1}


def _paths(words: Sequence[str]) -> list[Path]:
    """The words above each column; the headings of a second row stand behind those of the first."""
    for first in range(_FEWEST, len(words)):
        upper, lower = (Row(1, tuple(map(Cell, part))) for part in (words[:first], words[first:]))
        if paths := ordered_paths((upper, lower)):
            return list(paths)
    return _with_unread(words) or [(word,) for word in words]


def _with_unread(words: Sequence[str]) -> list[Path]:
    """The words above each column where the last lower heading is one that nothing knows: it stands
    under the last upper one, if that is the only heading of options without any."""
    if match_heading(words[-1]) or match_option(words[-1]):
        return []
    known = words[:-1]
    for first in range(_FEWEST, len(known)):
        parts = known[:first], known[first:]
        paths = ordered_paths(tuple(Row(1, tuple(map(Cell, part))) for part in parts))
        alone = [path for path in paths if len(path) == 1 and _holds_options(path[0])]
        if paths and alone == [paths[-1]]:
            return [*paths[:-1], (*paths[-1], words[-1])]
    return []


def _holds_options(heading: str) -> bool:
    match = match_heading(heading)
    return match is not None and match.field in TICK_FIELDS


def _rows(paths: Sequence[Path], line: int) -> Iterator[Row]:
    """Two rows with merged cells: an upper heading over its lower ones, the others over both rows.

    Paths below one upper heading stand side by side.
    """
    upper: list[Cell] = []
    lower: list[Cell] = []
    for place, path in enumerate(paths):
        if len(path) == 1:
            upper.append(Cell(path[0], row_span=2))
            lower.append(Cell("", anchor=(1, place + 1)))
            continue
        first = next(n for n, other in enumerate(paths) if other[0] == path[0] and len(other) > 1)
        span = sum(1 for other in paths if other[0] == path[0] and len(other) > 1)
        head = Cell(path[0], column_span=span)
        upper.append(head if first == place else Cell("", anchor=(1, first + 1)))
        lower.append(Cell(path[1]))
    yield Row(1, tuple(upper), line)
    yield Row(2, tuple(lower), line)
