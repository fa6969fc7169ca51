"""Which items of a standard bear the name of a catalog's item, or are the catalog's field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from govdisclose_ld.alignment.bigrams import folded
from govdisclose_ld.model import Catalog, Item, Matter
from govdisclose_ld.standards import Standard, StandardItem


@dataclass(frozen=True, slots=True)
class Named:
    """A standard's item that is named, and how: ``exact``, ``normalised`` or ``synonym``."""

    item: StandardItem
    label: str
    ground: str


def lowest_level(catalog: Catalog) -> int:
    """The level from which a label can stand for a standard's item.

    A standard's items stand at the second level. A first-level label heads many items and is no
    answer, save in a catalog that has one level of matters only.
    """
    deepest = max((m.level for item in catalog.items for m in item.matters), default=0)
    return min(deepest, 2)


def sure_labels(item: Item, lowest: int) -> list[Matter]:
    """The labels that may name the item, deepest first: printed or corrected, never inferred."""
    sure = [matter for matter in item.matters if matter.inference is None]
    return sorted((m for m in sure if m.level >= lowest), key=lambda m: m.level, reverse=True)


def named(standard: Standard, item: Item, lowest: int) -> Named | None:
    """The item of the standard whose name, or else whose synonym, the item bears.

    The deepest label that names one decides. A name that two items of the standard share needs
    the matter that it stands under, printed too; where that does not tell them apart, none is.
    """
    for matter in sure_labels(item, lowest):
        for names in (_own_name, _synonyms):
            if found := _bearer(standard, matter, item.matters, names):
                return Named(found, matter.label, _ground(found, matter.label, names))
    return _standing_alone(standard, item, lowest)


def _standing_alone(standard: Standard, item: Item, lowest: int) -> Named | None:
    """A first-level label with nothing below it names an item that stands under no matter."""
    own = item.matters[-1] if item.matters else None
    if own is None or own.inference is not None or own.level >= lowest:
        return None
    wanted = folded(own.label)
    same = [one for one in standard.items if folded(one.label.zh) == wanted]
    if len(same) != 1 or standard.path(same[0].id):
        return None
    return Named(same[0], own.label, _ground(same[0], own.label, _own_name))


def fields_answered(standard: Standard, catalog: Catalog) -> list[tuple[StandardItem, str]]:
    """The items that the catalog as a whole answers by its field, each with the predicate."""
    field = catalog.field.id if catalog.field else ""
    exact = [(item, "exactMatch") for item in standard.items if field and item.field == field]
    part = [(item, "broadMatch") for item in standard.items if field in item.covers]
    return exact + part


_Names = Callable[[StandardItem], Sequence[str]]


def _own_name(item: StandardItem) -> Sequence[str]:
    return (item.label.zh,)


def _synonyms(item: StandardItem) -> Sequence[str]:
    return item.synonyms


def _bearer(
    standard: Standard, matter: Matter, path: Sequence[Matter], names: _Names
) -> StandardItem | None:
    wanted = folded(matter.label)
    same = [item for item in standard.items if wanted in map(folded, names(item))]
    if len(same) > 1:
        above = {folded(m.label) for m in path if m.level < matter.level and not m.inference}
        same = [item for item in same if above & _headings(standard, item)]
    return same[0] if len(same) == 1 else None


def _headings(standard: Standard, item: StandardItem) -> set[str]:
    return {folded(matter.label.zh) for matter in standard.path(item.id) if not matter.assumed}


def _ground(found: StandardItem, label: str, names: _Names) -> str:
    if names is _synonyms:
        return "synonym"
    return "exact" if found.label.zh == label else "normalised"
