"""Merged cells on a grid: every place that a printed cell covers, as a cell of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from govdisclose_ld.model import Cell, Row
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.limits import refuse


@dataclass(frozen=True, slots=True)
class Printed:
    """A cell as a document states it: its text and how far it claims to reach."""

    text: str
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """The cells that start in one row, and the line of the file where it starts."""

    cells: tuple[Printed, ...]
    line: int = 0


def lay_out(rows: Sequence[PrintedRow], draft: Draft, *, start: int = 1) -> list[Row]:
    """The rows with every grid place filled: each printed cell takes the next free place, as in
    the table model of HTML (section 4.9.12), and those that it covers point back to it.

    Spans never reach beyond the last row. A span of more columns than ``limits.columns`` is cut
    to the widest of the other rows, with a finding. ``start`` is the number of the first row.
    """
    grid: list[dict[int, Cell]] = [{} for _ in rows]
    widest = max((_width(row.cells, draft) for row in rows), default=0)
    taken = 0
    for index, row in enumerate(rows):
        column = 1
        for printed in row.cells:
            while column in grid[index]:
                column += 1
            height = max(1, min(printed.row_span, len(rows) - index))
            width = _cut(printed, column, widest, draft, row=start + index)
            draft.check_columns(column + width - 1, row=start + index, line=row.line)
            taken += height * width
            _check(taken, draft)
            _fill(grid[index : index + height], printed, (start + index, column), width)
            column += width
    return [
        Row(start + index, _cells(places), rows[index].line) for index, places in enumerate(grid)
    ]


def _width(cells: Iterable[Printed], draft: Draft) -> int:
    """Grid columns of a row, where absurd spans count as one."""
    most = draft.limits.columns
    return sum(cell.column_span if cell.column_span <= most else 1 for cell in cells)


def _cut(printed: Printed, column: int, widest: int, draft: Draft, *, row: int) -> int:
    if printed.column_span <= draft.limits.columns:
        return max(1, printed.column_span)
    draft.note(
        "span-cut",
        table=draft.next_table,
        row=row,
        column=column,
        printed=printed.text,
        span=printed.column_span,
    )
    return max(1, widest - column + 1)


def _check(taken: int, draft: Draft) -> None:
    if taken > (most := draft.limits.cells):
        raise refuse(
            draft.name,
            f"表 {draft.next_table} 的合并单元格展开后超过 {most} 格",
            f"the merged cells of table {draft.next_table} cover more than {most} places",
            limit="cells",
        )


def _fill(
    grid: list[dict[int, Cell]], printed: Printed, anchor: tuple[int, int], width: int
) -> None:
    covered = Cell("", anchor=anchor)
    for places in grid:
        for column in range(anchor[1], anchor[1] + width):
            places.setdefault(column, covered)
    grid[0][anchor[1]] = Cell(printed.text, len(grid), width)


def _cells(places: dict[int, Cell]) -> tuple[Cell, ...]:
    blank = Cell("")
    return tuple(places.get(column, blank) for column in range(1, max(places, default=0) + 1))
