"""A printed row as JSON, and the printed tables rebuilt from it, cell for cell.

An entry of the JSON array is a string; ``{"text": …, "rowSpan": n, "columnSpan": m}`` for a merged
cell; or ``{}`` for a cell that a merged cell covers. A covered cell that is not where its spans
would have it says so itself, with ``"anchor": [row, column]``. There is no null: JSON-LD framing
drops it from arrays, and all that follows would move.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from govdisclose_ld.model import Cell, Row, Table
from govdisclose_ld.rdf import vocab

Entry: TypeAlias = str | dict[str, Any]
Anchors: TypeAlias = Mapping[tuple[int, int], tuple[int, int]]


def covered(table: Table) -> Anchors:
    """The (row, column) of each cell that a merged cell covers, with that of the merged cell."""
    last = max((row.number for row in table.rows), default=0)
    anchors: dict[tuple[int, int], tuple[int, int]] = {}
    for row in table.rows:
        for column, cell in enumerate(row.cells, 1):
            if cell.row_span == cell.column_span == 1:
                continue
            for below in range(row.number, min(row.number + cell.row_span - 1, last) + 1):
                for beside in range(column, min(column + cell.column_span - 1, table.width) + 1):
                    anchors.setdefault((below, beside), (row.number, column))
    return anchors


def printed_row(row: Row, anchors: Anchors) -> list[Entry]:
    """One row as a JSON array; ``anchors`` are those of its table (see :func:`covered`)."""
    return [
        _entry(cell, anchors.get((row.number, column))) for column, cell in enumerate(row.cells, 1)
    ]


def _entry(cell: Cell, anchor: tuple[int, int] | None) -> Entry:
    if anchor and cell == Cell("", anchor=anchor):
        return {}
    entry: dict[str, Any] = {}
    if cell.row_span != 1:
        entry["rowSpan"] = cell.row_span
    if cell.column_span != 1:
        entry["columnSpan"] = cell.column_span
    if cell.anchor:
        entry["anchor"] = list(cell.anchor)
    return {"text": cell.text, **entry} if entry else cell.text


def printed_tables(graph: Graph, catalog_iri: str) -> tuple[Table, ...]:
    """The printed tables of a catalog, rebuilt from its statements alone.

    They equal the tables of the document that the catalog was read from; () if ``graph`` says
    nothing of the catalog.
    """
    catalog = URIRef(catalog_iri)
    rows: dict[Node, list[Row]] = {}
    for record in graph.objects(catalog, _iri(vocab.DCAT_RECORD)):
        table = graph.value(record, _iri(vocab.GD_IN_TABLE), any=False)
        if table is not None:
            rows.setdefault(table, []).append(_read_row(graph, record))
    tables = (
        _read_table(graph, table, rows.get(table, []))
        for table in graph.objects(catalog, _iri(vocab.GD_TABLE))
    )
    return tuple(sorted(tables, key=lambda table: table.number))


def _read_table(graph: Graph, table: Node, rows: list[Row]) -> Table:
    name = graph.value(table, _iri(vocab.DCT_TITLE))
    rows.sort(key=lambda row: row.number)
    drawn = Table(_number(graph, table, vocab.SCHEMA_POSITION), tuple(rows), str(name or ""))
    anchors = covered(drawn)
    return replace(drawn, rows=tuple(_place_covered(row, anchors) for row in rows))


def _place_covered(row: Row, anchors: Anchors) -> Row:
    cells = (
        replace(cell, anchor=anchors.get((row.number, column))) if cell is _COVERED else cell
        for column, cell in enumerate(row.cells, 1)
    )
    return replace(row, cells=tuple(cells))


def _read_row(graph: Graph, record: Node) -> Row:
    printed = graph.value(record, _iri(vocab.GD_PRINTED_CELLS))
    return Row(
        number=_number(graph, record, vocab.CSVW_ROWNUM),
        cells=tuple(_read_cell(entry) for entry in json.loads(str(printed or "[]"))),
        line=_number(graph, record, vocab.GD_LINE),
    )


_COVERED = Cell("")
"""Stands for a covered cell until the spans of the whole table are known."""


def _read_cell(entry: Entry) -> Cell:
    if isinstance(entry, str):
        return Cell(entry)
    if not entry:
        return _COVERED
    row, column = entry.get("anchor", (0, 0))
    anchor = (row, column) if row else None
    return Cell(entry["text"], entry.get("rowSpan", 1), entry.get("columnSpan", 1), anchor)


def _number(graph: Graph, subject: Node, predicate: str) -> int:
    value = graph.value(subject, _iri(predicate))
    return int(value) if isinstance(value, Literal) else 0


def _iri(term: str) -> URIRef:
    return URIRef(term[1:-1])
