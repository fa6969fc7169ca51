"""The rows of a comparison: which catalogs stand together, and which editions count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govdisclose_ld.comparison.asking import Row
from govdisclose_ld.comparison.values import ComparedCatalog

Group = tuple[ComparedCatalog, ...]


def read_catalog_rows(rows: Iterable[Row]) -> tuple[ComparedCatalog, ...]:
    """The catalogs that the query ``compare/catalogs`` names, by code and IRI."""
    return tuple(
        ComparedCatalog(
            iri=row["catalog"],
            code=row["code"] or "",
            place=row["place"] or "",
            province_code=row["province_code"] or "",
            province=row["province"] or "",
            title=row["title"] or "",
            document=row["document"] or "",
            issued=str(row["issued"] or ""),
            status=row["status"] or "",
            items=row["items"],
            division=row["division_iri"] or "",
        )
        for row in rows
    )


def split_editions(catalogs: Sequence[ComparedCatalog]) -> tuple[Group, Group]:
    """The newest edition of each catalog, and the older ones.

    Editions share all of their IRI but its last segment, the version; the one with the latest date
    of issue is the newest, and an undated one is older than any other.
    """
    newest: dict[str, ComparedCatalog] = {}
    for catalog in catalogs:
        work = _work(catalog)
        best = newest.get(work)
        if best is None or (catalog.issued, catalog.iri) > (best.issued, best.iri):
            newest[work] = catalog
    kept = {catalog.iri for catalog in newest.values()}
    return (
        tuple(one for one in catalogs if one.iri in kept),
        tuple(one for one in catalogs if one.iri not in kept),
    )


def group_catalogs(catalogs: Sequence[ComparedCatalog], *, merged: bool) -> tuple[Group, ...]:
    """The catalogs of each side: one each, or, ``merged``, all of a division together.

    Catalogs of no known division are never taken together.
    """
    groups: dict[str, list[ComparedCatalog]] = {}
    for catalog in catalogs:
        name = catalog.code if merged and catalog.code else catalog.iri
        groups.setdefault(name, []).append(catalog)
    ordered = sorted(groups.values(), key=lambda group: (group[0].code, group[0].iri))
    return tuple(tuple(group) for group in ordered)


def _work(catalog: ComparedCatalog) -> str:
    return catalog.iri.rpartition("/")[0]
