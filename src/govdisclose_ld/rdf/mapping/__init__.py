"""The one place where statements are made: a catalog becomes RDF as ``docs/reference/mapping.md``
lays down."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Catalog, Item
from govdisclose_ld.rdf.iris import DEFAULT_BASE
from govdisclose_ld.rdf.mapping import catalog as catalogs
from govdisclose_ld.rdf.mapping import items, tables
from govdisclose_ld.rdf.mapping.scope import Scope
from govdisclose_ld.rdf.terms import Triple

__all__ = ["statements"]


def statements(catalog: Catalog, *, base: str = DEFAULT_BASE) -> Iterator[Triple]:
    """Every statement about ``catalog``, once, in reading order.

    A statement is a tuple of subject, predicate and object, each written as it stands in
    N-Triples; joined by spaces and closed with a full stop it is a line of that format.

    Raises ConfigurationError if ``base`` cannot carry IRIs, and InputError if two items share a
    key: their statements would run together.
    """
    scope = Scope(catalog, base)
    _refuse_shared_keys(catalog)
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


def _refuse_shared_keys(catalog: Catalog) -> None:
    seen: dict[str, Item] = {}
    for item in catalog.items:
        first = seen.setdefault(item.key, item)
        if first is not item:
            one, two = first.source, item.source
            raise InputError(
                f"表 {one.table} 第 {one.row} 行与表 {two.table} 第 {two.row} 行的事项标识相同"
                f"：{item.key}",
                f"two items have one key: table {one.table}, row {one.row} and table {two.table},"
                f" row {two.row}",
                where=catalog.document.name,
                remedy=(
                    "请检查这两行是否重复，或用更正文件区分它们",
                    "see whether one row repeats the other, or tell them apart in a corrections"
                    " file",
                ),
            )
