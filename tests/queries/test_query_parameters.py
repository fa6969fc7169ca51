"""What the parameters of the shipped queries choose, and what the states of a field add up to."""

from __future__ import annotations

import pytest

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.store import Store, query

HEALTH = "https://data.example.gov.cn/catalog/990101/health/2019-01-01"
B = "https://data.example.gov.cn/catalog/990202/poverty-alleviation/2021-03-01"


def places(store: Store, name: str, **given: str) -> list[object]:
    return [row["place"] for row in query(store, name, **given).records()]


@pytest.mark.parametrize(
    ("division", "expected"),
    [
        ("990101", ["甲县", "甲县"]),
        ("990100", ["甲县", "甲县"]),
        ("990000", ["甲县", "甲县", "乙区"]),
        ("110000", []),
    ],
    ids=["county", "prefecture", "province", "elsewhere"],
)
def test_a_division_takes_all_counties_below_it(
    store: Store, division: str, expected: list[str]
) -> None:
    assert places(store, "catalog/list", division=division) == expected


@pytest.mark.parametrize("field", ["扶贫", "脱贫攻坚", "poverty-alleviation"])
def test_a_field_goes_by_id_name_or_synonym(store: Store, field: str) -> None:
    assert places(store, "catalog/list", field=field) == ["甲县", "乙区"]


def test_a_stricter_limit_moves_items_out_of_time(store: Store) -> None:
    (row,) = query(store, "measure/timeliness", division="990202", days="10").records()
    assert (row["sooner"], row["equal"], row["later"], row["incomparable"]) == (0, 0, 3, 1)


def test_a_wider_limit_takes_items_in(store: Store) -> None:
    (row,) = query(store, "measure/timeliness", division="990202", days=30).records()
    assert (row["sooner"], row["equal"], row["later"], row["incomparable"]) == (1, 1, 1, 1)


def test_one_catalog_alone(store: Store) -> None:
    assert places(store, "catalog/items", catalog_iri=B) == ["乙区"] * 5


def test_one_kind_of_finding_alone(store: Store) -> None:
    found = query(store, "catalog/findings", finding_code="row-shifted").records()
    assert [(row["table"], row["row"], row["column"]) for row in found] == [(1, 6, None)]


def test_other_words_for_a_complaint_route(store: Store) -> None:
    rows = query(store, "measure/complaint-route", pattern="干部名单", division="990101").records()
    assert [(row["named"], row["mentioned"]) for row in rows] == [(1, 0)]


def test_a_field_given_overrides_that_of_the_standard(store: Store) -> None:
    rows = query(
        store, "compare/coverage", standard="poverty-alleviation-2019", field="医疗卫生"
    ).records()
    assert {(row["catalog"], row["state"]) for row in rows} == {(HEALTH, "missing")}


def test_a_standard_may_be_an_iri_of_ones_own(store: Store) -> None:
    rows = query(store, "measure/coverage", standard="https://example.org/my-standard")
    assert len(rows) == 0
    assert "没有载入这个标准" in rows.note.zh


def test_deviations_of_two_catalogs_alone(store: Store) -> None:
    given = {"division": "990101", "other": "990202"}
    everything = query(store, "compare/deviations", **given)
    assert len(query(store, "compare/deviations", **given, other_catalog=B)) == len(everything)
    assert len(query(store, "compare/deviations", **given, catalog_iri=B)) == 0


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("measure/on-request-share", ("read", "unknown", "blank", "absent")),
        ("measure/audience", ("read", "unknown", "blank", "absent")),
        ("measure/levels", ("read", "unknown", "blank", "absent")),
        ("measure/channel-breadth", ("read", "unknown", "blank", "absent")),
        (
            "measure/levels",
            (
                "county_only",
                "local_only",
                "both",
                "other",
                "unticked",
                "unknown",
                "blank",
                "absent",
            ),
        ),
        (
            "measure/timeliness",
            (
                *("sooner", "equal", "later", "incomparable", "other", "vague", "unread"),
                *("inherited", "blank", "absent"),
            ),
        ),
        (
            "measure/retention",
            (
                *("permanent", "term_of_office", "display", "unstated"),
                *("inherited", "blank", "absent"),
            ),
        ),
    ],
)
def test_the_states_of_a_field_add_up_to_the_items(
    store: Store, name: str, states: tuple[str, ...]
) -> None:
    rows = query(store, name).records()
    assert [sum(row[state] for state in states) for row in rows] == [1, 7, 5]


def test_a_misspelt_parameter_is_refused_with_the_nearest(store: Store) -> None:
    with pytest.raises(ConfigurationError, match="did you mean division"):
        query(store, "catalog/list", divison="990101")


def test_a_missing_parameter_is_named(store: Store) -> None:
    with pytest.raises(ConfigurationError, match="standard=poverty-alleviation-2019"):
        query(store, "compare/coverage")
