"""Small documents made in code, for the tests of the interpreter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govdisclose_ld.interpret import Known, interpret
from govdisclose_ld.model import Catalog, Cell, Document, Item, Paragraph, Row, Table

Printed = Sequence[Sequence[str]]


def table(number: int, rows: Printed, line: int = 1) -> Table:
    """A table of plain cells, its first row on ``line``."""
    made = (
        Row(place, tuple(map(Cell, cells)), line + place - 1) for place, cells in enumerate(rows, 1)
    )
    return Table(number, tuple(made))


def document(*tables: Printed, prose: Iterable[str] = ("甲乙领域政务公开标准目录",)) -> Document:
    """A document of paragraphs and then tables."""
    blocks: list[Paragraph | Table] = [Paragraph(text, place) for place, text in enumerate(prose)]
    blocks += [table(number, rows, 100 * number) for number, rows in enumerate(tables, 1)]
    return Document("sample.txt", "text/plain", "0" * 64, 0, tuple(blocks))


def read(*tables: Printed, prose: Iterable[str] = ("甲乙领域政务公开标准目录",)) -> Catalog:
    """The catalog that tables of plain cells hold."""
    return interpret(document(*tables, prose=prose), Known())


def read_one(headings: Sequence[str], cells: Sequence[str]) -> tuple[Item, list[str]]:
    """The one item of a table with one header row, and the codes of the findings on its row."""
    catalog = read([headings, cells])
    [item] = catalog.items
    return item, [finding.code for finding in catalog.findings_of(item)]
