"""The printed tables, as the graph alone tells them: row records, columns, their document.

This is what lets a finding on RDF point at a cell of a document that is not at hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from rdflib import DCTERMS, PROV, RDF, Graph, Namespace
from rdflib.term import Node

from govdisclose_ld.rdf import vocab
from govdisclose_ld.validation.fields import GD, field_of

_DIGITS = 9  # of the greatest number of a row, line or column
CSVW = Namespace(vocab.CSVW)
SCHEMA = Namespace(vocab.SCHEMA)
DERIVED = PROV.wasDerivedFrom


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One printed row. ``texts`` holds a merged cell's words at every cell that it covers.

    ``fields`` names the field that took each cell, empty where none did. ``spans`` are the rows and
    columns that each cell takes, (0, 0) for one that a merged cell covers.
    """

    node: Node
    number: int
    line: int
    kind: str
    texts: tuple[str, ...]
    fields: tuple[str, ...]
    spans: tuple[tuple[int, int], ...] = ()

    def text_at(self, column: int) -> str:
        """The words of one cell; columns count from 1, and one that is not there is blank."""
        return self.texts[column - 1] if 0 < column <= len(self.texts) else ""

    def field_at(self, column: int) -> str:
        """The field that took one cell, or an empty string."""
        return self.fields[column - 1] if 0 < column <= len(self.fields) else ""


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """One column: its printed heading and the field that it was read as."""

    node: Node
    heading: str
    field: str


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """One table of one document; columns by their number, rows from the top."""

    node: Node
    catalog: Node
    document: str
    number: int
    columns: dict[int, PrintedColumn] = field(default_factory=dict)
    rows: tuple[PrintedRow, ...] = ()

    def columns_of(self, name: str) -> list[int]:
        """The numbers of the columns that were read as that field."""
        return sorted(n for n, column in self.columns.items() if column.field == name)

    def header_of(self, column: int) -> PrintedRow | None:
        """The header row that prints the column's uppermost words, or the first header row."""
        headers = [row for row in self.rows if row.kind == "header"]
        printed = (row for row in headers if row.text_at(column).strip())
        return next(printed, headers[0] if headers else None)


def read_document_names(graph: Graph) -> dict[Node, str]:
    """The file name of the source document of every catalog of the graph."""
    return {
        catalog: min(_text(graph, s, DCTERMS.title) for s in graph.objects(catalog, DERIVED))
        for catalog in graph.subjects(RDF.type, GD.DisclosureCatalog)
        if (catalog, DERIVED, None) in graph
    }


def read_tables(graph: Graph) -> tuple[PrintedTable, ...]:
    """Every printed table of the graph, ordered by document and number."""
    names = read_document_names(graph)
    tables = [
        _table(graph, table, catalog, names.get(catalog, ""))
        for catalog, table in graph.subject_objects(GD.table)
    ]
    return tuple(sorted(tables, key=lambda t: (t.document, str(t.catalog), t.number, str(t.node))))


def _table(graph: Graph, node: Node, catalog: Node, document: str) -> PrintedTable:
    columns = {
        _number(graph, column, SCHEMA.position): PrintedColumn(
            column,
            _text(graph, column, DCTERMS.title),
            field_of(graph.objects(column, GD.readAs)),
        )
        for column in sorted(graph.objects(node, GD.column), key=str)
    }
    number = _number(graph, node, SCHEMA.position)
    return PrintedTable(node, catalog, document, number, columns, _rows(graph, node))


def _rows(graph: Graph, table: Node) -> tuple[PrintedRow, ...]:
    records = sorted(
        graph.subjects(GD.inTable, table),
        key=lambda record: (_number(graph, record, CSVW.rownum), str(record)),
    )
    grids = [_array(graph, record, GD.printedCells) for record in records]
    return tuple(
        PrintedRow(
            node=record,
            number=_number(graph, record, CSVW.rownum),
            line=_number(graph, record, GD.line),
            kind=_text(graph, record, GD.rowKind),
            texts=texts,
            fields=tuple(map(str, _array(graph, record, GD.cellRoles))),
            spans=tuple(map(_spans, grid)),
        )
        for record, grid, texts in zip(records, grids, _uncovered(grids), strict=True)
    )


def _uncovered(grids: Iterable[Sequence[Any]]) -> list[tuple[str, ...]]:
    """The text of each cell, a covered one (``{}``) having that of the cell that covers it."""
    rows: list[tuple[str, ...]] = []
    hanging: dict[int, tuple[int, str]] = {}  # column → rows that a merged cell still covers
    for cells in grids:
        texts: list[str] = []
        for column, cell in enumerate(cells):
            text = str(cell.get("text", "")) if isinstance(cell, dict) else str(cell)
            if isinstance(cell, dict) and cell:
                last = min(column + _span(cell, "columnSpan"), len(cells))
                hanging |= dict.fromkeys(range(column, last), (_span(cell, "rowSpan"), text))
            texts.append(text if cell or cell == "" else hanging.get(column, (0, ""))[1])
        rows.append(tuple(texts))
        hanging = {c: (left - 1, text) for c, (left, text) in hanging.items() if left > 1}
    return rows


def _spans(cell: Any) -> tuple[int, int]:
    if not isinstance(cell, dict):
        return 1, 1
    return (_span(cell, "rowSpan"), _span(cell, "columnSpan")) if cell else (0, 0)


def _span(cell: dict[str, Any], name: str) -> int:
    span = cell.get(name, 1)
    return span if isinstance(span, int) and span > 0 else 1


def _array(graph: Graph, node: Node, predicate: Node) -> list[Any]:
    try:
        value = json.loads(_text(graph, node, predicate) or "[]")
    except json.JSONDecodeError:  # the shapes of structure.ttl report it
        return []
    return value if isinstance(value, list) else []


def _text(graph: Graph, node: Node, predicate: Node) -> str:
    return min((str(value) for value in graph.objects(node, predicate)), default="")


def _number(graph: Graph, node: Node, predicate: Node) -> int:
    text = _text(graph, node, predicate)
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else 0
