"""Lines cut at their pipes, whatever line breaks stand between."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from govdisclose_ld.readers.lines import Line
from govdisclose_ld.readers.ordinals import is_ordinal

PIPE = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MOST_BLANK = 8
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two pipes: its lines that print something, stripped, with their numbers.

    ``line`` is the number of the line that it begins on, ``last`` of that with the pipe behind it.
    ``fresh`` tells that no pipe stands before it on its line, ``glued`` that nothing at all parts
    its two pipes, ``ends`` that nothing stands behind the second one on its line.
    """

    parts: tuple[tuple[int, str], ...]
    line: int
    last: int
    fresh: bool = True
    glued: bool = False
    ends: bool = False

    @property
    def text(self) -> str:
        """Its lines put together."""
        return "\n".join(text for _, text in self.parts)

    @property
    def opens_row(self) -> bool:
        """Whether it may be the blank before the first pipe of a row: that pipe begins a line."""
        if self.parts:
            return self.parts[-1][0] < self.last
        return self.fresh and not self.glued

    def without_prose(self) -> Piece:
        """The piece cut down to the last of its lines that prints something."""
        return replace(self, parts=self.parts[-1:], line=self.parts[-1][0], fresh=True)

    def blanked(self) -> Piece:
        """The piece as the blank before the first pipe of a row."""
        return replace(self, parts=(), line=self.last, fresh=True)


@dataclass(slots=True)
class _Cutter:
    """A piece in the making."""

    parts: list[tuple[int, str]] = field(default_factory=list)
    line: int = 0
    fresh: bool = True

    def take(self, number: int, part: str, *, fresh: bool) -> None:
        text = plain(part)
        if not self.parts:
            self.line, self.fresh = number, fresh
        if text:
            self.parts.append((number, text))

    @property
    def is_unclosed(self) -> bool:
        """Whether it has begun behind a pipe on the same line."""
        return bool(self.parts) and not self.fresh

    def ends_above(self, part: str, is_heading: Callable[[str], bool]) -> bool:
        """Whether a heading follows that is not the rest of this piece."""
        text = plain(part)
        whole = "".join([*(own for _, own in self.parts), text])
        return is_heading(text) and not is_heading(whole)

    def cut(self, number: int, *, glued: bool = False, ends: bool) -> Piece:
        piece = Piece(tuple(self.parts), self.line, number, self.fresh, glued, ends)
        self.parts = []
        return piece


def cut_at_pipes(
    lines: Sequence[Line], is_heading: Callable[[str], bool], *, closed: bool
) -> Iterator[Piece]:
    """The pieces of ``lines`` in order; lines below the last pipe are left out.

    ``closed`` tells that pipes close cells. Else they stand between them, and the last cell of a
    row ends with its line, if the next one begins with an ordinal or a heading. A cell that is not
    closed also ends above a heading.
    """
    cutter = _Cutter()
    for index, line in enumerate(lines):
        *parts, rest = PIPE.split(line.text)
        if not closed and parts and _begins_row(_next(lines, index), is_heading):
            parts, rest = [*parts, rest], ""
        for place, part in enumerate(parts):
            if not place and cutter.is_unclosed and cutter.ends_above(part, is_heading):
                yield cutter.cut(cutter.line, ends=True)
            cutter.take(line.number, part, fresh=not place)
            ends = place == len(parts) - 1 and not rest.strip()
            yield cutter.cut(line.number, glued=bool(place) and not part, ends=ends)
        cutter.take(line.number, rest, fresh=not parts)
    if cutter.is_unclosed:
        cutter.parts = cutter.parts[:1]
        yield cutter.cut(cutter.line, ends=True)


def are_closed(lines: Sequence[Line], is_heading: Callable[[str], bool]) -> bool:
    """Whether most lines above those that a row begins with end with a pipe."""
    printed = [line for line in lines if line.text.strip()]
    above = [
        line.text.rstrip()
        for line, below in pairwise(printed)
        if PIPE.search(line.text) and _begins_row(below.text, is_heading)
    ]
    return 2 * sum(text.endswith("|") for text in above) >= len(above)


def _begins_row(line: str, is_heading: Callable[[str], bool]) -> bool:
    """Whether a row begins with a line: with an ordinal, behind 一级事项 or not, or a heading."""
    cells = [plain(cell) for cell in PIPE.split(line, maxsplit=2)[:2]]
    return any(map(is_ordinal, cells)) or is_heading(cells[0])


def _next(lines: Sequence[Line], index: int) -> str:
    """The next line that prints something; an ordinal where none does."""
    below = (line.text for line in lines[index + 1 : index + 1 + _MOST_BLANK])
    return next((text for text in below if text.strip()), "1")


def plain(part: str) -> str:
    """What a part of a line prints, without escapes and tags; "" where nothing can be seen."""
    text = _BREAK.sub("\n", part.replace("\\|", "|")).strip()
    return text if _UNSEEN.sub("", text).strip() else ""
