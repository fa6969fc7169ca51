"""HTML tables: which of them hold data and which only lay out the page, and their rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element as Element

from govdisclose_ld.model import Row
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.grid import Printed, PrintedRow, lay_out
from govdisclose_ld.readers.html.elements import (
    CELLS,
    descend,
    is_hidden,
    is_seen,
    line_of,
    pictures,
    span_of,
    tag_of,
    text_of,
)
from govdisclose_ld.readers.html.inline import Break, cell_pieces, printed_text
from govdisclose_ld.readers.symbols import OBJECT

_TABLE = frozenset({"table"})
_ROW = frozenset({"tr"})
_SECTIONS = ("thead", "tbody", "tfoot")
_DATA_CELLS = 3
_DATA_ROWS = 2


def is_layout(table: Element) -> bool:
    """Whether ``table`` only places other things on the page.

    It does if it says so, if it has one column, or one row of two cells, or if other tables
    stand in it and hardly any cells have text of their own beside them.
    """
    if (table.get("role") or "").lower() in {"presentation", "none"}:
        return True
    rows = [cells for section in sections(table) for _, cells in section]
    width = max(map(len, rows), default=0)
    if width < 2 or (len(rows) == 1 and width == 2):
        return True
    return nests(table) and not _has_data(rows)


def nests(element: Element) -> bool:
    """Whether a table of several cells stands in an element; one cell is only a frame."""
    for table in descend(element, _TABLE, frozenset()):
        cells = list(islice(cells_of(table), 2))
        if len(cells) > 1 or any(map(nests, cells)):
            return True
    return False


def table_rows(table: Element, draft: Draft, *, first_line: int) -> list[Row]:
    """The rows of a data table on a grid; row spans end with the table section they are in."""
    rows: list[Row] = []
    for section in sections(table):
        start = len(rows) + 1
        printed = [
            _printed_row(row, cells, draft, number=start + index, first_line=first_line)
            for index, (row, cells) in enumerate(section)
        ]
        rows += lay_out(printed, draft, start=start)
    return rows


def sections(table: Element) -> list[list[tuple[Element, list[Element]]]]:
    """The rows, each with its cells, by section: head, bodies, foot, as a browser orders them."""
    found: list[tuple[int, list[tuple[Element, list[Element]]]]] = []
    loose: list[tuple[Element, list[Element]]] = []
    for part in descend(table, frozenset({*_SECTIONS, "tr", *CELLS}), _TABLE):
        tag = tag_of(part)
        if tag in _SECTIONS:
            rows = [(row, _cells(row)) for row in descend(part, _ROW, _TABLE)]
            found.append((_SECTIONS.index(tag), rows))
            loose = []
            continue
        if not loose:
            found.append((1, loose))
        loose.append((part, _cells(part) if tag == "tr" else [part]))
    return [rows for _, rows in sorted(found, key=lambda pair: pair[0])]


def cells_of(table: Element) -> Iterator[Element]:
    """Every cell of a table, in the order in which a browser shows them."""
    for section in sections(table):
        for _, cells in section:
            yield from cells


def _cells(row: Element) -> list[Element]:
    return list(descend(row, CELLS, _TABLE | _ROW))


def _has_data(rows: list[list[Element]]) -> bool:
    """Whether two rows or more have three cells of text without a table in them, or two such
    cells and more text in them than in the nested tables."""
    own = [[text for cell in row if (text := _own_text(cell))] for row in rows]
    if sum(len(texts) >= _DATA_CELLS for texts in own) >= _DATA_ROWS:
        return True
    outside = sum(len(text) for texts in own for text in texts)
    total = sum(len(text_of(cell)) for row in rows for cell in row)
    return sum(len(texts) > 1 for texts in own) >= _DATA_ROWS and outside * 2 > total


def _own_text(cell: Element) -> str:
    return "" if nests(cell) else text_of(cell).strip()


def _printed_row(
    row: Element, cells: list[Element], draft: Draft, *, number: int, first_line: int
) -> PrintedRow:
    draft.check_columns(len(cells), row=number, line=line_of(row) if first_line else 0)
    if is_hidden(row) or any(map(is_hidden, cells)):
        draft.note("hidden-row", table=draft.next_table, row=number)
    printed = tuple(_printed(cell, draft, row=number) for cell in cells)
    return PrintedRow(printed, line_of(row) + first_line - 1 if first_line else 0)


def _printed(cell: Element, draft: Draft, *, row: int) -> Printed:
    stream = cell_pieces(cell)
    text = printed_text(stream) or (OBJECT if any(map(is_seen, pictures(cell))) else "")
    hidden = [piece for piece in stream if not isinstance(piece, str | Break) and text_of(piece)]
    if hidden:
        draft.note("hidden-text", table=draft.next_table, row=row, count=len(hidden))
    if nests(cell):
        draft.note("nested-table", table=draft.next_table, row=row, printed=text)
    return Printed(
        text,
        row_span=span_of(cell, "rowspan", zero=draft.limits.rows),
        column_span=span_of(cell, "colspan", zero=1),
    )
