"""How a document was read, shown to a person and as JSON."""

from __future__ import annotations

from itertools import chain
from typing import Any

from govdisclose_ld.catalogs import to_record
from govdisclose_ld.cli.tables import new_console
from govdisclose_ld.cli.views.columns import columns_view
from govdisclose_ld.cli.views.facts import document_facts, facts_view, tables_view
from govdisclose_ld.cli.views.findings import findings_view
from govdisclose_ld.cli.views.items import items_view
from govdisclose_ld.model import Catalog, Document

__all__ = ["reading_record", "show_catalog", "show_document"]


def show_catalog(catalog: Catalog) -> None:
    """Print what was read: facts, columns, items with their marks, findings."""
    console = new_console()
    items = items_view(catalog, console.width)
    views = (facts_view(catalog), columns_view(catalog), items, findings_view(catalog))
    for part in chain.from_iterable(views):
        console.print(part)


def show_document(document: Document) -> None:
    """Print what a document holds of which no catalog could be made."""
    console = new_console()
    for part in (*document_facts(document), *tables_view(document)):
        console.print(part)


def reading_record(document: Document, catalog: Catalog | None) -> dict[str, Any]:
    """The same as plain values; ``catalog`` is the JSON contract, or None if there is none."""
    return {
        "document": {
            "name": document.name,
            "media_type": document.media_type,
            "encoding": document.encoding,
            "size": document.size,
            "sha256": document.sha256,
            "tables": [{"table": t.number, "rows": len(t.rows)} for t in document.tables],
            "paragraphs": len(document.prose),
        },
        "columns": [
            {
                "table": column.table,
                "column": column.number,
                "heading": column.heading,
                "field": column.field,
                "level": column.level,
                "options": [term.label for term in column.terms],
                "score": column.score,
            }
            for column in (catalog.columns if catalog else ())
        ],
        "rows": [
            {"table": row.table, "row": row.row, "kind": row.kind, "roles": list(row.roles)}
            for row in (catalog.rows if catalog else ())
        ],
        "catalog": to_record(catalog) if catalog else None,
    }
