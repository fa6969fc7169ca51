"""Which items of a catalog answer which items of a standard, by name alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from govdisclose_ld.model import Answer, Catalog, Item, Matter
from govdisclose_ld.standards.files import list_standards
from govdisclose_ld.standards.names import normalise
from govdisclose_ld.standards.values import Standard, StandardItem, StandardMatter

_Place = tuple[StandardMatter, StandardItem]


def answer(catalog: Catalog, standards: Sequence[Standard] | None = None) -> Catalog:
    """The catalog with ``Item.answers`` filled by exact or normalised name.

    Only standards of the catalog's own field count (all shipped ones unless ``standards`` are
    given). Answers that an item has already are kept. An item answers a standard item when the
    deepest of its labels that is printed or corrected, and that names one, has the same name;
    the content is never looked at, and an inferred label never counts.
    """
    candidates = list_standards() if standards is None else standards
    field = catalog.field.id if catalog.field else ""
    fitting = [standard for standard in candidates if field and standard.field == field]
    if not fitting:
        return catalog
    lowest = _lowest_level(catalog)
    return replace(catalog, items=tuple(_answered(item, fitting, lowest) for item in catalog.items))


def _lowest_level(catalog: Catalog) -> int:
    """The level from which a label can stand for a standard's item.

    A standard's items stand at the second level. A first-level label heads many items and is no
    answer, save in a catalog that has one level of matters only.
    """
    deepest = max((m.level for item in catalog.items for m in item.matters), default=0)
    return min(deepest, 2)


def _answered(item: Item, standards: Sequence[Standard], lowest: int) -> Item:
    found = (_answer_to(standard, item, lowest) for standard in standards)
    added = [new for new in found if new is not None]
    known = {(old.standard, old.item) for old in item.answers}
    fresh = tuple(new for new in added if (new.standard, new.item) not in known)
    return replace(item, answers=item.answers + fresh) if fresh else item


def _answer_to(standard: Standard, item: Item, lowest: int) -> Answer | None:
    sure = [matter for matter in item.matters if matter.inference is None]
    for matter in sorted(sure, key=lambda m: m.level, reverse=True):
        if matter.level < lowest:
            return None
        place = _named(standard, matter, sure)
        if place is not None:
            exact = place[1].label.zh == matter.label
            ground = "exact-name" if exact else "normalised-name"
            return Answer(standard.id, place[1].id, ground)
    return None


def _named(standard: Standard, matter: Matter, path: Sequence[Matter]) -> _Place | None:
    """The one place of the standard that bears the label; None where two do and cannot be told."""
    same = [place for place in standard.places() if _same(place[1].label.zh, matter.label)]
    if len(same) > 1:
        above = [m for m in path if m.level < matter.level]
        same = [p for p in same if any(_same(p[0].label.zh, m.label) for m in above)]
    return same[0] if len(same) == 1 else None


def _same(one: str, other: str) -> bool:
    return normalise(one) == normalise(other)
