"""What is to be printed, whatever the format: prose, and tables of cells with spans and boxes.

A cell is written in words in which ``[x]`` is a ticked and ``[ ]`` an empty box. In the rows of a
table ``^`` is a place that the cell above covers, ``<`` one that the cell to the left covers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_BOX = re.compile(r"\[([x ])\]")
_ABOVE, _LEFT = "^", "<"

Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box to be ticked."""

    ticked: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell that is printed: its words and boxes in order, and how many places it takes."""

    parts: tuple[str | Box, ...] = ()
    down: int = 1
    across: int = 1

    @property
    def has_boxes(self) -> bool:
        """Whether it prints a box."""
        return any(isinstance(part, Box) for part in self.parts)

    @property
    def words(self) -> str:
        """What it prints but boxes."""
        return "".join(part for part in self.parts if isinstance(part, str))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the cell at each place, None where another one covers it.

    The first ``head`` rows are its header; with ``new_page`` it begins on a page of its own.
    """

    rows: tuple[tuple[Spot | None, ...], ...]
    head: int = 1
    new_page: bool = False

    @property
    def width(self) -> int:
        """The number of places in the longest row."""
        return max((len(row) for row in self.rows), default=0)

    def spots(self) -> Iterator[tuple[Place, Spot]]:
        """Every cell that is printed, with its place."""
        for row, spots in enumerate(self.rows):
            for column, one in enumerate(spots):
                if one is not None:
                    yield (row, column), one


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document: paragraphs and tables in order."""

    blocks: tuple[str | Grid, ...]

    @property
    def grids(self) -> tuple[Grid, ...]:
        """Its tables."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))


def sheet(*blocks: str | Grid) -> Sheet:
    """A document of these paragraphs and tables."""
    return Sheet(blocks)


def spot(text: str, down: int = 1, across: int = 1) -> Spot:
    """A cell of words and boxes: ``[x]政府网站 [ ]政府公报``."""
    pieces = _BOX.split(text)
    parts: list[str | Box] = []
    for index, piece in enumerate(pieces):
        if index % 2:
            parts.append(Box(piece == "x"))
        elif piece:
            parts.append(piece)
    return Spot(tuple(parts), down, across)


def grid(rows: Iterable[Sequence[str]], *, head: int = 1, new_page: bool = False) -> Grid:
    """A table of rows as they are written: every place of it, with ``^`` and ``<`` for spans."""
    written = [list(row) for row in rows]
    made = tuple(
        tuple(_spot_at(written, row, column) for column in range(len(texts)))
        for row, texts in enumerate(written)
    )
    return Grid(made, head, new_page)


def _spot_at(rows: list[list[str]], row: int, column: int) -> Spot | None:
    text = rows[row][column]
    if text in (_ABOVE, _LEFT):
        return None
    across = down = 1
    while column + across < len(rows[row]) and rows[row][column + across] == _LEFT:
        across += 1
    while row + down < len(rows) and rows[row + down][column : column + 1] == [_ABOVE]:
        down += 1
    return spot(text, down, across)
