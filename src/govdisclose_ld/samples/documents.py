"""Printed sheets as files: plain text with tabs, and the formats that the writers know."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.model import Cell, Document, Paragraph, Row, Table
from govdisclose_ld.samples.printing import Sheet
from govdisclose_ld.samples.styles import Column
from govdisclose_ld.writers.columns import Slot, template
from govdisclose_ld.writers.template import Printed
from govdisclose_ld.writers.writing import write_printed

FORMATS = ("txt", "csv", "md", "html", "xlsx")
MERGING = frozenset({"html", "xlsx"})
_TAB = str.maketrans("\t\n", "  ")


def print_document(sheet: Sheet, kind: str) -> bytes:
    """The sheet as a file of that kind, which is one of ``FORMATS``.

    Raises OutputError if it is ``xlsx`` and openpyxl is not installed.
    """
    if kind == "txt":
        return "".join(f"{line}\n" for line in _text(sheet)).encode("utf-8")
    return write_printed(_printed(sheet, merging=kind in MERGING), kind)


def _text(sheet: Sheet) -> Iterator[str]:
    yield sheet.title
    yield from sheet.lines
    for page in sheet.pages:
        yield ""
        for row in page.rows:
            yield _line([text.translate(_TAB) for text in row.texts], pipes=sheet.pipes)


def _line(texts: list[str], *, pipes: bool) -> str:
    return f"| {' | '.join(texts)} |" if pipes else "\t".join(texts)


def _printed(sheet: Sheet, *, merging: bool) -> Printed:
    """The pages as one table, each with its header; where cells cannot merge, they stay blank."""
    rows: list[Row] = []
    heads: set[tuple[int, int]] = set()
    for page in sheet.pages:
        above = len(rows)
        heads |= {(1, above + n) for n in range(1, page.heads + 1)}
        rows += [_moved(row, above, merging=merging) for row in page.rows]
    prose = (Paragraph(line) for line in (sheet.title, *sheet.lines))
    document = Document("", "", "", 0, (*prose, Table(1, tuple(rows))))
    return Printed(document, sheet.title, tuple(map(_slot, sheet.columns)), frozenset(heads))


def _moved(row: Row, above: int, *, merging: bool) -> Row:
    """A row with ``above`` rows more before it."""
    cells = (_moved_cell(cell, above) if merging else Cell(cell.text) for cell in row.cells)
    return Row(row.number + above, tuple(cells))


def _moved_cell(cell: Cell, above: int) -> Cell:
    anchor = (cell.anchor[0] + above, cell.anchor[1]) if cell.anchor else None
    return Cell(cell.text, cell.row_span, cell.column_span, anchor)


def _slot(column: Column) -> Slot:
    option = column.option
    term = code_list(column.field).terms[option.ids[0]] if option else None
    widths = {entry["field"]: entry["width"] for entry in template()["columns"]}
    width = widths.get(column.field, template()["extra_width"])
    return Slot(column.field, column.heading, column.group, column.level, term, width=width)
