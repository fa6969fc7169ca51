"""Two catalogs that stand side by side in one table, each under headings of its own, parted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from govdisclose_ld.interpret.headers import Header, find_header
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Cell, CellRef, Document, Finding, Paragraph, Row, Table

_TOP = 5
"""So many rows may stand above the headings."""
_FEWEST = 4
"""So many headings in the same order are no chance."""
_FEWEST_AGAIN = 2


def part_twins(document: Document) -> Document:
    """The document with each table that prints all its headings twice as two tables: the right one
    follows under a number that is free; as it is where there is none."""
    free = max((table.number for table in document.tables), default=0)
    blocks: list[Paragraph | Table] = []
    findings = list(document.findings)
    for block in document.blocks:
        at = _seam(block, document.name) if isinstance(block, Table) else 0
        if not isinstance(block, Table) or not at:
            blocks.append(block)
            continue
        free += 1
        blocks += [_side(block, 0, at), replace(_side(block, at, block.width), number=free)]
        findings = [_moved(found, block.number, at, free) for found in findings]
        ref = CellRef(document.name, block.number)
        findings.append(finding("tables-side-by-side", ref, column=at + 1, other=free))
    if len(findings) == len(document.findings):
        return document
    return replace(document, blocks=tuple(blocks), findings=tuple(findings))


def _seam(table: Table, document: str) -> int:
    """How many columns stand before the headings begin again, 0 if they do not."""
    if table.width < 2 * _FEWEST or not any(map(_repeats, table.rows[:_TOP])):
        return 0
    headers = (find_header(table, row.number, document) for row in table.rows[:_TOP])
    header = next(filter(None, headers), None)
    return next(_seams(header), 0) if header else 0


def _repeats(row: Row) -> bool:
    """Whether a row prints some of its words twice, as headings that begin again do."""
    counts = Counter(key(cell.text) for cell in row.cells if not cell.anchor)
    return sum(count > 1 and len(text) > 1 for text, count in counts.items()) >= _FEWEST_AGAIN


def _seams(header: Header) -> Iterator[int]:
    headings = [key(column.heading) for column in header.columns]
    for at in range(_FEWEST, len(headings)):
        first, second = _filled(headings[:at]), _filled(headings[at:])
        if headings[at] == headings[0] and first == second and len(first) >= _FEWEST and first[0]:
            yield at


def _filled(headings: list[str]) -> list[str]:
    last = max((n for n, heading in enumerate(headings, 1) if heading), default=0)
    return headings[:last]


def _side(table: Table, first: int, end: int) -> Table:
    rows = (
        replace(row, cells=tuple(_cut(row, place, first, end) for place in range(first, end)))
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _cut(row: Row, place: int, first: int, end: int) -> Cell:
    """A cell as the table of columns ``first`` to ``end`` has it; one that reaches over from the
    left belongs there."""
    cell = row.cells[place] if place < len(row.cells) else Cell("")
    if cell.anchor and cell.anchor[1] <= first:
        return Cell("")
    span = min(cell.column_span, end - place)
    anchor = (cell.anchor[0], cell.anchor[1] - first) if cell.anchor else None
    return replace(cell, column_span=span, anchor=anchor)


def _moved(found: Finding, table: int, at: int, other: int) -> Finding:
    if found.ref.table != table or found.ref.column <= at:
        return found
    return replace(found, ref=replace(found.ref, table=other, column=found.ref.column - at))
