"""Where in a document a validation result stands, found from the graph alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeGuard

from rdflib import DCTERMS, FOAF, RDF, Graph, Namespace
from rdflib.term import IdentifiedNode, Node

from govdisclose_ld.model import CellRef
from govdisclose_ld.rdf import vocab
from govdisclose_ld.validation.fields import GD
from govdisclose_ld.validation.printout import (
    SCHEMA,
    PrintedRow,
    PrintedTable,
    read_document_names,
    read_tables,
)

DCAT = Namespace(vocab.DCAT)

# A part has one owner; a law, term or agency is shared and stands nowhere.
_OWNERSHIP = (
    GD.rule,
    GD.timeLimit,
    GD.citation,
    DCTERMS.hasPart,
    GD.extraValue,
    GD.inference,
)
_DEEPEST = 8  # elements nest a few deep at most; a circle of parts must not hang the search


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a document: ``ref``, and all ``columns`` where a field takes several cells.

    ``target`` is the IRI of the cell if the graph has one, else of the row record or table;
    empty if the graph knows none. ``catalog`` is the IRI of the catalog that it belongs to,
    ``row`` the printed row, if the place is one or is in one.
    """

    ref: CellRef
    catalog: str = ""
    columns: tuple[int, ...] = ()
    heading: str = ""
    printed: str = ""
    line: int = 0
    target: str = ""
    row: PrintedRow | None = None


class Places:
    """Finds the places of one graph, and keeps its ``tables``; made once for each validation."""

    def __init__(self, graph: Graph):
        self._graph = graph
        self._documents = read_document_names(graph)
        self.tables = read_tables(graph)
        self._rows = {row.node: (table, row) for table in self.tables for row in table.rows}
        self._columns = {
            column.node: (table, number)
            for table in self.tables
            for number, column in table.columns.items()
        }
        self._numbered = {
            (_iri(table.catalog), table.number, row.number): row
            for table, row in self._rows.values()
        }
        self._items: dict[Node, Node] = {}
        for record in self._rows:
            for item in graph.objects(record, FOAF.primaryTopic):
                self._items.setdefault(item, record)

    def locate(self, focus: Node, value: Node | None, field: str) -> Place:
        """The place of a result about ``focus`` and, where it is known, one of its fields.

        An item's field is at the cells that it took in the item's row, or, where it took none,
        at the first column that is read as that field; a catalog's field at the column's header.
        What the prose declares stands in the document and in no table.
        """
        if value is not None and (focus, GD.declares, value) in self._graph:
            return self._in_document(focus)
        node = value if self._is_item(value) else self._owner(focus)
        if node in self._items:
            return self._in_row(*self._rows[self._items[node]], field)
        if node in self._rows:
            return self._in_row(*self._rows[node], field)
        if node in self._columns:
            return self._at_header(*self._columns[node])
        return self._at_cell(node) or self._at_table(node) or self._at_column(node, field)

    def row_at(self, catalog: str, ref: CellRef) -> PrintedRow | None:
        """The printed row of a place in the document of a catalog, None if it is in no row."""
        return self._numbered.get((catalog, ref.table, ref.row))

    def _is_item(self, node: Node | None) -> TypeGuard[Node]:
        return node is not None and (node, RDF.type, GD.DisclosureItem) in self._graph

    def _owner(self, node: Node) -> Node:
        for _ in range(_DEEPEST):
            owners = sorted({s for p in _OWNERSHIP for s in self._graph.subjects(p, node)}, key=str)
            if node in self._items or not owners:
                break
            node = owners[0]
        return node

    def _in_row(self, table: PrintedTable, row: PrintedRow, field: str) -> Place:
        taken = tuple(n for n, name in enumerate(row.fields, start=1) if field and name == field)
        if taken:
            return self._place(table, row, taken)
        blank = self._left_blank(table, row, field)
        place = self._place(table, row, blank)
        # In a row out of line, the words there are those of another field.
        return replace(place, printed="") if any(map(row.field_at, blank)) else place

    def _left_blank(self, table: PrintedTable, row: PrintedRow, field: str) -> tuple[int, ...]:
        """The first of the field's columns, before it one whose cell no other field took."""
        columns = table.columns_of(field) if field else []
        return tuple(sorted(columns, key=lambda n: (bool(row.field_at(n)), n))[:1])

    def _at_header(self, table: PrintedTable, column: int) -> Place:
        row = table.header_of(column)
        if row is None:
            return self._place_of_table(table)
        return self._place(table, row, (column,) if column else ())

    def _at_cell(self, node: Node) -> Place | None:
        row = self._graph.value(node, DCTERMS.isPartOf)
        position = self._graph.value(node, SCHEMA.position)
        if row not in self._rows or not str(position).isdecimal():
            return None
        return self._place(*self._rows[row], (int(str(position)),))

    def _at_table(self, node: Node) -> Place | None:
        return next((self._place_of_table(t) for t in self.tables if t.node == node), None)

    def _at_column(self, catalog: Node, field: str) -> Place:
        """The header of the field's column, the header row where there is none, or the document."""
        tables = [table for table in self.tables if table.catalog == catalog]
        if field and tables:
            headed = next((t for t in tables if t.columns_of(field)), tables[0])
            return self._at_header(headed, min(headed.columns_of(field), default=0))
        return self._in_document(catalog)

    def _in_document(self, node: Node) -> Place:
        """The document of a catalog or of an item without a row; else the only one there is."""
        catalogs = {node, *self._graph.subjects(DCAT.resource, node)} & set(self._documents)
        if not catalogs and len(self._documents) == 1:
            catalogs = set(self._documents)
        catalog = min(catalogs, key=str, default=None)
        if catalog is None:
            return Place(CellRef(""))
        return Place(CellRef(self._documents[catalog]), catalog=_iri(catalog))

    def _place(self, table: PrintedTable, row: PrintedRow, columns: tuple[int, ...]) -> Place:
        first = columns[0] if columns else 0
        texts = [row.text_at(n) for n in columns]
        column = table.columns.get(first)
        return Place(
            ref=CellRef(table.document, table.number, row.number, first),
            catalog=_iri(table.catalog),
            columns=columns,
            heading=column.heading if column else "",
            printed=" | ".join(text for text in texts if text.strip()),
            line=row.line,
            target=self._cell(row, first) or _iri(row.node),
            row=row,
        )

    def _place_of_table(self, table: PrintedTable) -> Place:
        ref = CellRef(table.document, table.number)
        return Place(ref, catalog=_iri(table.catalog), target=_iri(table.node))

    def _cell(self, row: PrintedRow, column: int) -> str:
        cells = (
            _iri(cell)
            for cell in self._graph.subjects(DCTERMS.isPartOf, row.node)
            if str(self._graph.value(cell, SCHEMA.position)) == str(column)
        )
        return min(cells, default="")


def _iri(node: Node) -> str:
    return str(node) if isinstance(node, IdentifiedNode) else ""
