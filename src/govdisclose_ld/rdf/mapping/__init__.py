"""The one place where statements are made: a catalog becomes RDF as ``docs/reference/mapping.md``
lays down."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.model import Catalog
from govdisclose_ld.rdf.iris import DEFAULT_BASE
from govdisclose_ld.rdf.mapping import catalog as catalogs
from govdisclose_ld.rdf.mapping import items, tables
from govdisclose_ld.rdf.mapping.refusals import refuse_unsound
from govdisclose_ld.rdf.mapping.scope import Scope
from govdisclose_ld.rdf.terms import Triple

__all__ = ["statements"]


def statements(catalog: Catalog, *, base: str = DEFAULT_BASE) -> Iterator[Triple]:
    """Every statement about ``catalog``, once, in reading order.

    A statement is a tuple of subject, predicate and object, each written as it stands in
    N-Triples; joined by spaces and closed with a full stop it is a line of that format.

    Raises ConfigurationError if ``base`` cannot carry IRIs, and InputError if two items share a
    key or two declarations a level, as their statements would run together, or if a row was read
    as an item that the catalog lacks.
    """
    scope = Scope(catalog, base)
    refuse_unsound(catalog)
    return _statements(scope, catalog)


def _statements(scope: Scope, catalog: Catalog) -> Iterator[Triple]:
    yield from catalogs.catalog(scope, catalog)
    yield from catalogs.prose(scope, catalog)
    yield from catalogs.document(scope, catalog.document)
    for item in catalog.items:
        yield from items.item(scope, item)
    yield from tables.tables(scope, catalog)
    yield from catalogs.notes(scope, catalog)
    yield from scope.described()
