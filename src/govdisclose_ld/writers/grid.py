"""Boxes laid out on the grid of a table: what covers what where cells are merged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govdisclose_ld.model import Cell, Row

_LINE_ENDS = re.compile("\r\n|[\r\v\f]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Box:
    """A printed cell and how many columns and rows of the grid it takes."""

    text: str
    width: int = 1
    height: int = 1


def lay_out(rows: Sequence[Sequence[Box]], width: int) -> tuple[Row, ...]:
    """The rows on a grid of ``width`` columns: each box takes the next free place of its row.

    The boxes of a row must fill the places that boxes of the rows above leave free.
    """
    grid: list[list[Cell | None]] = [[None] * width for _ in rows]
    for top, boxes in enumerate(rows):
        for box in boxes:
            left = grid[top].index(None)
            for row in grid[top : top + box.height]:
                row[left : left + box.width] = [Cell("", anchor=(top + 1, left + 1))] * box.width
            grid[top][left] = Cell(printable(box.text), box.height, box.width)
    return tuple(
        Row(number, tuple(cell for cell in row if cell)) for number, row in enumerate(grid, 1)
    )


def printable(text: str) -> str:
    """The text with line ends made one, without characters that no document can print."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))
