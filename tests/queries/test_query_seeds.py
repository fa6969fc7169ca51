"""What is known for certain of the two seed catalogs, asked of the store that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from govdisclose_ld import read_catalog, to_graph
from govdisclose_ld.store import Store, query

CATALOGS = Path(__file__).parents[2] / "data" / "catalogs"
LUANCHUAN, XIXIU = "410324", "520402"


@pytest.fixture(scope="module")
def seeds() -> Iterator[Store]:
    with Store() as store:
        for name in ("luanchuan-fupin-notice-2020-51.txt", "xixiu-fupin-list.txt"):
            catalog, _ = read_catalog(CATALOGS / name)
            store.replace(catalog)
        store.load_reference()
        yield store


def one(store: Store, name: str, division: str, **given: str) -> dict[str, object]:
    (row,) = query(store, name, division=division, **given).records()
    return row


def test_one_item_of_xixiu_is_on_request_and_for_a_specific_audience(seeds: Store) -> None:
    row = one(seeds, "measure/on-request-share", XIXIU)
    assert (row["items"], row["on_request"], row["unknown"]) == (36, 1, 0)
    assert one(seeds, "measure/audience", XIXIU)["specific"] == 1


def test_unticked_modes_of_luanchuan_are_not_unknown_ones(seeds: Store) -> None:
    row = one(seeds, "measure/on-request-share", LUANCHUAN)
    assert (row["unticked"], row["unknown"]) == (6, 2)


def test_blank_time_limits_of_luanchuan_are_inherited_and_not_printed(seeds: Store) -> None:
    row = one(seeds, "measure/timeliness", LUANCHUAN)
    assert (row["inherited"], row["share"], row["share_inherited"]) == (10, 0, 100)


def test_blank_agencies_of_luanchuan_are_blank(seeds: Store) -> None:
    assert one(seeds, "measure/agencies", LUANCHUAN)["blank"] == 10


def test_the_prose_of_luanchuan_promises_four_and_twelve_matters(seeds: Store) -> None:
    rows = query(seeds, "compare/declared-against-table").records()
    assert {(row["level"], row["declared"]) for row in rows} == {(1, 4), (2, 12)}


def test_the_order_cited_in_two_spellings_is_one_law(seeds: Store) -> None:
    row = one(seeds, "measure/bases", XIXIU)
    assert (row["cited"], row["regulation_alone"]) == (36, 36)


def test_the_shipped_standard_has_twelve_items_to_cover(seeds: Store) -> None:
    row = one(seeds, "measure/coverage", XIXIU, standard="poverty-alleviation-2019")
    assert row["duties"] == 12


def test_one_catalog_can_be_asked_without_a_store(seeds: Store) -> None:
    catalog, _ = read_catalog(CATALOGS / "xixiu-fupin-list.txt")
    for name in ("measure/timeliness", "measure/on-request-share", "catalog/items"):
        rows = query(to_graph(catalog), name)
        assert rows == query(seeds, name, division=XIXIU)
