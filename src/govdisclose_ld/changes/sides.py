"""The fields of a catalog and of its items as they stand in one version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from govdisclose_ld.catalogs.record import time_limit_record
from govdisclose_ld.changes.values import Side
from govdisclose_ld.model import Catalog, CellRef, Choice, Item

Field: TypeAlias = tuple[str, str]
"""A field and, for an unclaimed value, the heading of its column."""

CHOICES = ("channels", "audience", "mode", "level")
_CATALOG = (
    "title",
    "division",
    "publisher",
    "field",
    "status",
    "document_number",
    "issued",
    "declared",
)
_MEMBERS = {
    "section": ("section",),
    "ordinal": ("ordinal",),
    "matters": ("matters", "matters_inferred", "matters_levels"),
    "content": ("content", "elements"),
    "basis": ("legal_bases",),
    "time_limit": ("time_limit",),
    "agency": ("agencies",),
    "site_section": ("site_section",),
    **{name: (name,) for name in CHOICES},
}
FIELDS = (*_MEMBERS, "extra")


def catalog_sides(catalog: Catalog, record: Mapping[str, Any]) -> dict[Field, Side]:
    """What the catalog says of itself, field by field; ``record`` is its JSON contract."""
    sides = {(name, ""): Side(_shown(record[name]), {name: record[name]}) for name in _CATALOG}
    limit = catalog.default_time_limit
    reading = {"default_time_limit": time_limit_record(limit) if limit else None}
    sides["default_time_limit", ""] = Side(limit.text if limit else "", reading)
    return sides


def item_sides(catalog: Catalog, record: Mapping[str, Any]) -> list[dict[Field, Side]]:
    """The fields of every item, in the order of the catalog's items."""
    headings = _Headings(catalog)
    return [
        dict(_item_sides(item, own, headings))
        for item, own in zip(catalog.items, record["items"], strict=True)
    ]


def _item_sides(
    item: Item, record: Mapping[str, Any], headings: _Headings
) -> Iterator[tuple[Field, Side]]:
    printed = {
        "section": (item.section, ()),
        "ordinal": (item.ordinal, (item.source,)),
        "matters": (" › ".join(m.label for m in item.matters), tuple(m.cell for m in item.matters)),
        "content": (item.content.text, item.content.cells),
        "basis": (item.basis.text, item.basis.cells),
        "time_limit": (item.time_limit.text, item.time_limit.cells),
        "agency": (item.agency.text, item.agency.cells),
        "site_section": (item.site_section.text, item.site_section.cells),
        **{name: headings.choice(choice) for name, choice in _choices(item)},
    }
    for field, members in _MEMBERS.items():
        text, cells = printed[field]
        yield (field, ""), Side(text, {name: record[name] for name in members}, cells)
    for heading, text in record["extra"].items():
        cells = tuple(extra.cell for extra in item.extra if extra.heading == heading)
        yield ("extra", heading), Side(text, {"extra": {heading: text}}, cells)


def nothing(field: Field) -> Side:
    """The side of a version that has no such field."""
    return Side("", {"extra": {}} if field[0] == "extra" else {})


def _choices(item: Item) -> Iterator[tuple[str, Choice]]:
    yield "channels", item.channels
    yield "audience", item.audience
    yield "mode", item.mode
    yield "level", item.level


class _Headings:
    """What stands in the cells of choices, with the option that a tick column stands for."""

    def __init__(self, catalog: Catalog):
        self._document = catalog.document
        self._columns = {(c.table, c.number): c for c in catalog.columns}

    def choice(self, choice: Choice) -> tuple[str, tuple[CellRef, ...]]:
        """The printed text of a choice (``主动公开 √``), and its cells."""
        return " ".join(filter(None, map(self._text, choice.cells))), choice.cells

    def _text(self, ref: CellRef) -> str:
        cell = self._document.cell(ref)
        text = cell.text if cell else ""
        column = self._columns.get((ref.table, ref.column))
        return f"{column.heading} {text}" if text.strip() and column and column.terms else text


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return f"{value['code']} {value['name']}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "；".join(
            f"{one['level']} {one['count']} {'、'.join(one['names'])}" for one in value
        )
    return str(value or "")
