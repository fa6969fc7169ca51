"""Tables that lost their delimiters: found by headings printed in a row, split only if certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.model import Cell, Row
from govdisclose_ld.readers.lines import Line
from govdisclose_ld.readers.ordinal_rows import rows_by_ordinals

_GAP = re.compile(r"(?:[ \u3000\xa0]{2,}|\u3000)")
_FEWEST = 4
_COVER = 0.6
_LONGEST_HEADER = 300


@dataclass(frozen=True, slots=True)
class Uncertain:
    """Lines from a header without delimiters to the end of its block; ``start`` is the index of
    the first among the lines searched."""

    start: int
    lines: tuple[Line, ...]


def find_uncertain(prose: Sequence[Line]) -> Iterator[Uncertain]:
    """Blocks of ``prose`` that begin with the headings of a table: several on one line, or each
    on a line of its own. A block ends at a gap in the line numbers, or at the end."""
    index = 0
    while index < len(prose):
        if is_header_line(prose[index].text) or _headings_from(prose, index) >= _FEWEST:
            end = _end_of_block(prose, index)
        else:
            index += 1
            continue
        yield Uncertain(index, tuple(prose[index:end]))
        index = end


def split_by_ordinals(lines: Sequence[Line]) -> list[Row]:
    """The rows of a block of cells a line, or one blank apart, whose ordinals prove every row."""
    return rows_by_ordinals(lines, lambda text: _bare(text) in _headings(), fewest=_FEWEST)


def split_by_spaces(lines: Sequence[Line]) -> list[Row]:
    """The rows of a block whose every line has the same number of parts, two blanks or more
    apart; no rows where any line differs, since a blank cell would go unseen."""
    parts = [_GAP.split(line.text.strip()) for line in lines]
    width = len(parts[0])
    if len(lines) < 2 or width < _FEWEST or any(len(part) != width for part in parts):
        return []
    return [
        Row(number, tuple(map(Cell, part)), line.number)
        for number, (line, part) in enumerate(zip(lines, parts, strict=True), start=1)
    ]


def is_header_line(text: str) -> bool:
    """Whether a line prints several headings of a table and little else."""
    if len(text) > _LONGEST_HEADER:
        return False
    bare = _bare(text)
    found = _pattern().findall(bare)
    return len(set(found)) >= _FEWEST and sum(map(len, found)) >= _COVER * len(bare)


def covered_by_headings(text: str) -> tuple[int, float]:
    """How many different headings a text prints, and what share of its characters they are."""
    bare = _bare(text)
    found = _pattern().findall(bare)
    return len(set(found)), sum(map(len, found)) / max(1, len(bare))


@cache
def _headings() -> frozenset[str]:
    return frozenset(knowledge("vocabulary/table-headings.yml")["headings"])


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_headings(), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)))


def _bare(text: str) -> str:
    return "".join(text.split())


def _headings_from(prose: Sequence[Line], index: int) -> int:
    """How many lines from ``index`` on are each one heading and nothing else."""
    count = 0
    while index + count < len(prose) and _bare(prose[index + count].text) in _headings():
        count += 1
    return count


def _end_of_block(prose: Sequence[Line], index: int) -> int:
    end = index + 1
    while end < len(prose) and prose[end].number == prose[end - 1].number + 1:
        end += 1
    return end
