"""Runs of items that one header can stand over without changing what they say.

A label that spans several rows is printed once, and a page break may cut its cell. Where the source
leaves it open under which first-level matter a row stands, the break is part of what is printed:
without it a blank cell would read as part of the merged cell above. There the header is
printed again. It is also where a column ends or begins (*absent* is not *blank*).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby, pairwise

from govdisclose_ld.model import Catalog, Item, State
from govdisclose_ld.writers.columns import CHOICES, choice_of

_Pages = Mapping[tuple[int, int], int]


def parts(catalog: Catalog) -> Iterator[tuple[str, list[list[Item]]]]:
    """Each section of the catalog: its heading, and its items in runs that share one header.

    A catalog without items has one run of none, so that its header is printed.
    """
    pages = _pages(catalog)
    for heading, items in groupby(catalog.items, key=lambda item: item.section):
        yield heading, _runs(list(items), pages)
    if not catalog.items:
        yield "", [[]]


def _runs(items: list[Item], pages: _Pages) -> list[list[Item]]:
    runs = [[items[0]]]
    for before, item in pairwise(items):
        if _breaks(before, item, pages):
            runs.append([])
        runs[-1].append(item)
    return runs


def absent_fields(item: Item) -> frozenset[str]:
    """The choices that the item's own table has no column for."""
    return frozenset(f for f in CHOICES if choice_of(item, f).state is State.ABSENT)


def _breaks(before: Item, item: Item, pages: _Pages) -> bool:
    if absent_fields(before) != absent_fields(item):
        return True
    turned = _page(before, pages) != _page(item, pages)
    return turned and not (_is_labelled(before) and _is_labelled(item))


def _is_labelled(item: Item) -> bool:
    """Whether the first-level matter is printed or settled, so that no page break touches it."""
    return any(m.level == 1 and m.inference is None for m in item.matters)


def _page(item: Item, pages: _Pages) -> int:
    return pages.get((item.source.table, item.source.row), item.source.table)


def _pages(catalog: Catalog) -> _Pages:
    """The page of each row of the source: a new one begins with each table and each header."""
    pages: dict[tuple[int, int], int] = {}
    page, last = 0, (0, "")
    for row in catalog.rows:
        here = (row.table, row.kind)
        page += row.table != last[0] or (row.kind == "header" and here != last)
        pages[row.table, row.row] = page
        last = here
    return pages
