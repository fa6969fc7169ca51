"""The printed tables: columns, and every row as it stands on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from govdisclose_ld.model import Catalog, Column, Row, RowReading, Table
from govdisclose_ld.rdf import iris, vocab
from govdisclose_ld.rdf.mapping.scope import Scope
from govdisclose_ld.rdf.printed import covered, printed_row
from govdisclose_ld.rdf.terms import (
    Triple,
    chinese,
    decimal,
    integer,
    json_literal,
    node,
    text,
)

_PROPERTIES = {
    "ordinal": vocab.GD_ORDINAL,
    "matters": vocab.DCT_SUBJECT,
    "content": vocab.GD_CONTENT,
    "basis": vocab.GD_LEGAL_BASIS,
    "time_limit": vocab.GD_TIME_LIMIT_OF_ITEM,
    "agency": vocab.GD_RESPONSIBLE_AGENCY,
    "site_section": vocab.GD_SITE_SECTION,
    "channels": vocab.GD_SELECTED_CHANNEL,
    "audience": vocab.DCT_AUDIENCE,
    "mode": vocab.GD_MODE,
    "level": vocab.GD_LEVEL,
}


def tables(scope: Scope, catalog: Catalog) -> Iterator[Triple]:
    """What is said of every printed table, its columns and its rows."""
    readings = {(reading.table, reading.row): reading for reading in catalog.rows}
    for table in catalog.document.tables:
        columns = (column for column in catalog.columns if column.table == table.number)
        yield from _table(scope, table, columns)
    for table in catalog.document.tables:
        yield from _rows(scope, table, readings)


def _table(scope: Scope, table: Table, columns: Iterable[Column]) -> Iterator[Triple]:
    term = scope.own(f"table/{table.number}")
    yield scope.here, vocab.GD_TABLE, term
    yield term, vocab.RDF_TYPE, vocab.GD_PRINTED_TABLE
    yield term, vocab.SCHEMA_POSITION, integer(table.number)
    if table.name:
        yield term, vocab.DCT_TITLE, text(table.name)
    for column in columns:
        one = scope.own(f"table/{table.number}/column/{column.number}")
        yield term, vocab.GD_COLUMN, one
        yield from _column(scope, one, column)


def _column(scope: Scope, term: str, column: Column) -> Iterator[Triple]:
    yield term, vocab.RDF_TYPE, vocab.GD_PRINTED_COLUMN
    yield term, vocab.SCHEMA_POSITION, integer(column.number)
    if column.heading:
        yield term, vocab.DCT_TITLE, chinese(column.heading)
    if column.level:
        yield term, vocab.GD_MATTER_LEVEL, integer(column.level)
    if column.field:
        if column.field in _PROPERTIES:
            yield term, vocab.GD_READ_AS, _PROPERTIES[column.field]
        yield term, vocab.GD_CONFIDENCE, decimal(column.score)
    for option in dict.fromkeys(column.terms):
        yield term, vocab.GD_OPTION, scope.term(option)


def _rows(
    scope: Scope, table: Table, readings: Mapping[tuple[int, int], RowReading]
) -> Iterator[Triple]:
    anchors = covered(table)
    printed_in = scope.own(f"table/{table.number}")
    for row in table.rows:
        record = scope.own(f"row/{table.number}-{row.number}")
        cells = json_literal(printed_row(row, anchors))
        yield scope.here, vocab.DCAT_RECORD, record
        yield record, vocab.RDF_TYPE, vocab.GD_ROW_RECORD
        yield record, vocab.RDF_TYPE, vocab.PROV_ENTITY
        yield record, vocab.GD_IN_TABLE, printed_in
        yield record, vocab.CSVW_ROWNUM, integer(row.number)
        if row.line:
            yield record, vocab.GD_LINE, integer(row.line)
        yield record, vocab.GD_PRINTED_CELLS, cells
        yield from _reading(scope, record, row, readings.get((table.number, row.number)))


def _reading(scope: Scope, record: str, row: Row, reading: RowReading | None) -> Iterator[Triple]:
    roles = reading.roles if reading else ()
    roles = (*roles, *("",) * (len(row.cells) - len(roles)))
    yield record, vocab.GD_ROW_KIND, text(reading.kind if reading else "note")
    yield record, vocab.GD_CELL_ROLES, json_literal(roles)
    if reading and reading.item:
        # DCAT-AP asks every catalog record for its primary topic.
        yield record, vocab.RDF_TYPE, vocab.DCAT_CATALOG_RECORD
        yield record, vocab.FOAF_PRIMARY_TOPIC, node(iris.item_iri(scope.iri, reading.item))
