"""The items that only one side has: by name, and outside of the standard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from govdisclose_ld.comparison.asking import Row
from govdisclose_ld.comparison.sides import Group
from govdisclose_ld.comparison.values import Link, Place
from govdisclose_ld.standards import normalise


def items_alone(
    groups: Sequence[Group],
    items: Mapping[str, Sequence[Row]],
    links: Mapping[tuple[str, str], Sequence[Link]],
) -> list[tuple[Link, ...]]:
    """For each side, the items whose name no other side prints and that answer no duty.

    ``items`` are the rows of ``measure/items`` by catalog, ``links`` the items under the cells.
    Names are compared as alignment does, without blanks and widths. Nothing is alone where there
    is one side only.
    """
    if len(groups) < 2:
        return [() for _ in groups]
    linked = {link.item for several in links.values() for link in several}
    holders: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for catalog in group:
            for row in items.get(catalog.iri, ()):
                holders[normalise(row["title"] or "")].add(number)
    return [tuple(_alone(group, items, holders, linked)) for group in groups]


def _alone(
    group: Group,
    items: Mapping[str, Sequence[Row]],
    holders: Mapping[str, Collection[int]],
    linked: Collection[str],
) -> list[Link]:
    found = []
    for catalog in group:
        for row in items.get(catalog.iri, ()):
            title = row["title"] or ""
            if title and row["item"] not in linked and len(holders[normalise(title)]) == 1:
                place = Place(catalog.document, row["table"] or 0, row["row"] or 0)
                found.append(Link("alone", row["item"], title, catalog.iri, place))
    return found
