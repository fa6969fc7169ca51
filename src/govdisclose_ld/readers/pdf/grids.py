"""The grid of a ruled table: which cells it has and how many rows and columns each spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Span = tuple[float, float, float]
"""Where a horizontal rule begins and ends, and its height on the page."""

_TOLERANCE = 3.0


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table: its box, its row and column from 0, and its spans."""

    box: Box
    row: int
    column: int
    row_span: int
    column_span: int

    def covers(self, x: float, y: float) -> bool:
        """Whether a point lies in the cell."""
        left, top, right, bottom = self.box
        return left <= x <= right and top <= y <= bottom

    def places(self) -> Iterator[tuple[int, int]]:
        """Every row and column that it takes."""
        for row in range(self.row, self.row + self.row_span):
            for column in range(self.column, self.column + self.column_span):
                yield row, column


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table, in reading order, the borders of its columns, and those of its rows.

    ``open_above`` and ``open_below`` are the columns that no rule closes at the top of the table
    and at its foot.
    """

    cells: tuple[GridCell, ...]
    edges: tuple[float, ...]
    levels: tuple[float, ...]
    open_above: frozenset[int] = frozenset()
    open_below: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.edges) - 1

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.levels) - 1

    @property
    def top(self) -> float:
        """Where it begins on the page."""
        return self.levels[0]

    def lines_up_with(self, other: Grid) -> bool:
        """Whether the columns of both have the same borders."""
        return are_level(self.edges, other.edges)


def grid_of(boxes: Sequence[Box], missing: Sequence[Span] = ()) -> Grid:
    """The grid that the boxes of a table's cells lie on; edges 3 points apart are one.

    ``missing`` are the horizontal rules among the sides of the boxes that are not drawn.
    """
    columns = _edges([x for box in boxes for x in (box[0], box[2])])
    rows = _edges([y for box in boxes for y in (box[1], box[3])])
    cells = []
    for box in boxes:
        left, right = _nearest(columns, box[0]), _nearest(columns, box[2])
        top, bottom = _nearest(rows, box[1]), _nearest(rows, box[3])
        if right > left and bottom > top:
            cells.append(GridCell(box, top, left, bottom - top, right - left))
    ordered = tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
    return Grid(
        cells=ordered,
        edges=tuple(columns),
        levels=tuple(rows),
        open_above=_open(columns, rows[0], missing),
        open_below=_open(columns, rows[-1], missing),
    )


def are_level(some: Sequence[float], others: Sequence[float]) -> bool:
    """Whether two lists of borders are the same, but for what printing makes of them."""
    return len(some) == len(others) and all(
        abs(one - other) <= _TOLERANCE for one, other in zip(some, others, strict=True)
    )


def _open(columns: Sequence[float], level: float, missing: Sequence[Span]) -> frozenset[int]:
    """The columns that a missing rule runs along at a level."""
    near = [(start, stop) for start, stop, place in missing if abs(place - level) <= _TOLERANCE]
    middles = ((one + other) / 2 for one, other in pairwise(columns))
    return frozenset(
        column
        for column, middle in enumerate(middles)
        if any(start <= middle <= stop for start, stop in near)
    )


def _edges(values: list[float]) -> list[float]:
    """Distinct edges in order; the first of those that lie together stands for all."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _TOLERANCE:
            edges.append(value)
    return edges


def _nearest(edges: list[float], value: float) -> int:
    after = bisect_left(edges, value)
    if after == len(edges):
        return after - 1
    if after and value - edges[after - 1] <= edges[after] - value:
        return after - 1
    return after
