"""Word tables: rows, cells, and how far merged cells reach."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from govdisclose_ld.readers.docx.runs import checkbox
from govdisclose_ld.readers.packages import attribute, child, is_on, local

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
_MOST_COLUMNS = 63
"""No Word table has more; what claims to skip more is damaged."""


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell: where it starts on the grid (from 1), how wide it is, whether a vertical merge
    runs through it and continues from above, and the mark of a check box that is the whole cell.
    """

    element: Element
    column: int
    span: int
    merges: bool
    continues: bool
    mark: str = ""


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row; ``skipped`` grid columns before its first cell are blank."""

    cells: tuple[WordCell, ...]
    skipped: int = 0
    hidden: bool = False


def rows_of(table: Element) -> list[WordRow]:
    """The rows of a table that have not been deleted.

    Word draws a table on a grid with a line wherever a border of any row was ever dragged; a grid
    column at which no cell begins is no column.
    """
    rows = [_row(row) for row, _ in _unwrapped(table, "tr") if child(row, "trPr", "del") is None]
    starts = sorted({cell.column for row in rows for cell in row.cells} | {1})
    return rows if starts[-1] == len(starts) else [_on_columns(row, starts) for row in rows]


def _on_columns(row: WordRow, starts: list[int]) -> WordRow:
    """The row with its cells counted by the columns at which cells start."""
    cells = tuple(
        replace(
            cell,
            column=bisect_left(starts, cell.column) + 1,
            span=max(
                1, bisect_left(starts, cell.column + cell.span) - bisect_left(starts, cell.column)
            ),
        )
        for cell in row.cells
    )
    return replace(row, cells=cells, skipped=bisect_left(starts, row.skipped + 1))


def cell_spans(rows: list[WordRow]) -> dict[tuple[int, int], int]:
    """Row and column of each cell that is printed → how many rows it spans (``w:vMerge``,
    ECMA-376, 17.4.84). A cell that continues nothing is printed too."""
    spans: dict[tuple[int, int], int] = {}
    open_cells: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows, start=1):
        still_open: dict[int, tuple[int, int]] = {}
        for cell in row.cells:
            anchor = open_cells.get(cell.column) if cell.continues else None
            if anchor is None:
                anchor = (number, cell.column)
                spans[anchor] = 0
            spans[anchor] += 1
            if cell.merges:
                still_open[cell.column] = anchor
        open_cells = still_open
    return spans


def _row(row: Element) -> WordRow:
    properties = child(row, "trPr")
    skipped = min(_whole(attribute(child(properties, "gridBefore"), "val")), _MOST_COLUMNS)
    cells: list[WordCell] = []
    column = skipped + 1
    for element, mark in _unwrapped(row, "tc"):
        own = child(element, "tcPr")
        across = child(own, "hMerge")
        span = max(1, _whole(attribute(child(own, "gridSpan"), "val")))
        if cells and across is not None and attribute(across, "val") != "restart":
            cells[-1] = replace(cells[-1], span=cells[-1].span + span)
        else:
            down = child(own, "vMerge")
            merges = down is not None
            continues = merges and attribute(down, "val") != "restart"
            cells.append(WordCell(element, column, span, merges, continues, mark))
        column += span
    return WordRow(tuple(cells), skipped, hidden=is_on(child(properties, "hidden")))


def _unwrapped(container: Element, wanted: str, mark: str = "") -> Iterator[tuple[Element, str]]:
    """The rows or cells below, each with the mark of the check box that wraps it, if one does."""
    for element in container:
        name = local(element)
        if name == wanted:
            yield element, mark
        elif name in _WRAPPERS:
            yield from _unwrapped(element, wanted, checkbox(element) or mark)


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else 0
