"""The cells of a parted row in their columns, and what a person should know about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from govdisclose_ld.interpret.choice_cells import Printed
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.model import CellRef, Column, Finding, Row, Table


def parted_cells(
    table: Table, row: Row, columns: Sequence[Column], document: str
) -> Iterator[Printed]:
    """What a parted row prints for each column; text that several columns share is none's."""
    for column, cell in zip(columns, row.cells, strict=False):
        at = cell.anchor[1] if cell.anchor else column.number
        shared = row.cells[at - 1].column_span > 1
        ref = CellRef(document, table.number, row.number, at)
        text = "" if shared else cell.text
        yield Printed(column, text, ref, covered=cell.anchor is not None, shared=shared)


def parted_findings(cells: Sequence[Printed], row: Row) -> Iterator[Finding]:
    """That the row was parted by its wording, where nothing divides it, and which columns it
    prints nothing for."""
    if cells:
        yield finding("row-by-flow", replace(cells[0].ref, column=0))
    for place in dict.fromkeys(cell.ref for cell in cells if cell.shared):
        sharing = [cell.column for cell in cells if cell.shared and cell.ref == place]
        text = row.cells[place.column - 1].text
        yield finding("cell-undivided", place, headings=_named(sharing), text=text)
    for cell in cells:
        column = cell.column
        if column.field and not column.terms and not (cell.text.strip() or cell.shared):
            yield finding("cell-not-printed", cell.ref, heading=column.heading)


def _named(columns: Sequence[Column]) -> str:
    return "、".join(f"“{column.heading}”" for column in columns)
