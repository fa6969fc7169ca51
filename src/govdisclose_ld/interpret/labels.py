"""What a page prints about itself under labels (发布机构：…), in lines and in tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.wording import fold, squeeze

_LONGEST = 400
"""No line of labels is longer; what is longer is prose."""
_FEWEST = 2
"""So many labels tell that a table is one of labels and their values."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value and the kind of its label: ``publisher``, ``source``, ``number``, ``title``,
    ``dated`` (with the rank of its label among dates, 0 first) or ``others``."""

    kind: str
    value: str
    rank: int = 0


def labelled(line: str) -> tuple[Labelled, ...]:
    """The values that a line prints behind labels, in order; a value ends where the next begins."""
    found = list(_pattern().finditer(line)) if prints_label(line) else []
    read: list[Labelled] = []
    for match, after in zip_longest(found, found[1:]):
        kind, rank = _kinds()[fold(match["label"])]
        value = squeeze(line[match.end() : after.start() if after else None]).strip("|【[（( ")
        read += [Labelled(kind, value, rank)] if not _says_nothing(value) else []
    return tuple(read)


def prints_label(line: str) -> bool:
    """Whether a line prints a label; its blanks then part one value from the next label."""
    short = len(line) <= _LONGEST and re.search("[:：]", line) is not None
    return short and _pattern().search(line) is not None


def begins_with_label(text: str) -> bool:
    """Whether a text begins with a label and its colon."""
    return _pattern().match(text) is not None


def is_label(text: str) -> bool:
    """Whether a cell holds a label alone: 发布机构, [ 索引号 ], 文 号：."""
    return fold(text).strip("[]【】()（）:：") in _kinds()


def label_lines(rows: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The rows of a table of labels and their values as lines, () if it is no such table.

    Each row is given by its cells; a label may stand before its value or in one cell with it.
    """
    lines = [_line(cells) for cells in rows]
    count = sum(len(_pattern().findall(line)) for line in lines)
    return tuple(lines) if count >= max(_FEWEST, len(lines)) else ()


def _line(cells: Sequence[str]) -> str:
    pieces = (f"{cell.strip('[]【】 :：')}：" if is_label(cell) else cell for cell in cells)
    return " ".join(piece.strip() for piece in pieces if piece.strip())


def _says_nothing(value: str) -> bool:
    placeholder: str = knowledge("vocabulary/metadata.yml")["labels"]["placeholder"]
    return re.match(placeholder, value) is not None


@cache
def _kinds() -> dict[str, tuple[str, int]]:
    """Labels to their kinds, and to the rank of a label of dates."""
    kinds: dict[str, tuple[str, int]] = {}
    for kind, words in knowledge("vocabulary/metadata.yml")["labels"].items():
        if kind not in ("placeholder", "glued"):
            kinds |= dict(_ranked(kind, words))
    return kinds


def _ranked(
    kind: str, words: Sequence[str | Sequence[str]]
) -> Iterator[tuple[str, tuple[str, int]]]:
    for rank, one in enumerate(words):
        if isinstance(one, str):
            yield one, (kind, 0)
        else:
            yield from ((word, (kind, rank)) for word in one)


@cache
def _pattern() -> re.Pattern[str]:
    """A label and its colon at the start of a line, behind a blank, a bar, a bracket or a figure;
    some labels of web pages are told behind any word."""
    every = sorted(_kinds(), key=lambda label: -len(label))
    spaced = "|".join(r"\s*".join(map(re.escape, label)) for label in every)
    glued = "|".join(knowledge("vocabulary/metadata.yml")["labels"]["glued"])
    start = rf"(?:^|(?<=[\s|\[【(（•·\-\d])|(?={glued}))"
    return re.compile(rf"{start}(?P<label>{spaced})[\s\]】)）]*[:：]")
