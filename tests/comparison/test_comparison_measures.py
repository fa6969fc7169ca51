"""Measures, weights and scores: what is counted, and what unknown does to a number."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclose_ld.comparison import (
    CellState,
    Comparison,
    Measurement,
    Weights,
    list_metrics,
    load_weights,
)
from govdisclose_ld.comparison.scoring import score
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Phrase
from govdisclose_ld.store import Store, load_query, query

ROOT = Path(__file__).parents[2]
DATA = sorted((ROOT / "tests/queries/data").glob("*.trig"))
METRICS = {metric.id: metric for metric in list_metrics()}
SHARES = [metric for metric in list_metrics() if metric.kind == "share"]
NONE = Phrase("", "")


def heaps(compared: Comparison, number: int) -> dict[str, tuple[int, int, int, int]]:
    return {
        one.metric.id: (one.good, one.poor, one.pending, one.unknown)
        for one in compared.sides[number].measurements
    }


def test_what_is_good_poor_and_unknown_is_counted_apart(compared: Comparison) -> None:
    a, b = heaps(compared, 0), heaps(compared, 1)
    assert a["coverage"] == (3, 1, 0, 0)
    assert b["coverage"] == (2, 0, 2, 0)
    assert a["conformity"] == (2, 1, 0, 0)
    assert a["timeliness"] == (2, 2, 0, 0)
    assert b["timeliness"] == (1, 1, 0, 1)
    assert b["breadth"] == (0, 2, 0, 1)
    assert b["proactive"] == (0, 0, 0, 3)
    assert a["complaints"] == (0, 1, 0, 0)
    assert b["complaints"] == (1, 0, 0, 0)


def test_every_number_names_the_items_it_was_counted_from(compared: Comparison) -> None:
    for side in compared.sides:
        for one in side.measurements:
            if one.metric.kind == "share":
                found = Counter(
                    one.metric.heap(name) for name, members in one.classes for _ in members
                )
                assert (one.good, one.poor) == (found["good"], found["poor"])
                assert (one.pending, one.unknown) == (found["pending"], found["unknown"])


# A class of measure/items, and the column of another query that counts the same.
TWINS = {
    "limit": (
        "measure/timeliness",
        {
            **{n: n for n in ("sooner", "equal", "later", "incomparable", "other", "vague")},
            **{n: n for n in ("unread", "blank", "absent")},
        },
    ),
    "channels": (
        "measure/channel-breadth",
        {
            "site-only": "site_only",
            **{n: n for n in ("offline", "unticked", "unknown", "blank", "absent")},
        },
    ),
    "audience": (
        "measure/audience",
        {n: n for n in ("public", "specific", "unticked", "unknown", "blank", "absent")},
    ),
    "mode": (
        "measure/on-request-share",
        {n: n for n in ("unticked", "unknown", "blank", "absent")},
    ),
    "agency": ("measure/agencies", {n: n for n in ("unread", "blank", "absent")}),
    "basis": (
        "measure/bases",
        {
            "regulation-alone": "regulation_alone",
            "sector": "sector",
            "blank": "blank",
            "absent": "absent",
        },
    ),
    "retention": (
        "measure/retention",
        {
            "term-of-office": "term_of_office",
            **{n: n for n in ("permanent", "display", "unstated", "inherited", "blank", "absent")},
        },
    ),
    "level": (
        "measure/levels",
        {
            "county": "county_only",
            "local": "local_only",
            **{n: n for n in ("both", "other", "unticked", "unknown", "blank", "absent")},
        },
    ),
}


@pytest.mark.parametrize("column", TWINS)
def test_items_are_classed_as_the_other_measures_count_them(column: str) -> None:
    name, classes = TWINS[column]
    with Store() as store:
        for file in DATA:
            store.load(file)
        items = query(store, "measure/items").records()
        counted = query(store, name).records()
    found = Counter((row["catalog"], row[column]) for row in items)
    for row in counted:
        told = {one: row[other] for one, other in classes.items()}
        assert told == {one: found[row["catalog"], one] for one in classes}


def test_every_class_stands_on_a_heap() -> None:
    """The classes that the query's header names, and those that its sample answer holds."""
    words = {column.name: column.meaning.en for column in load_query("measure/items").columns}
    with (ROOT / "tests/queries/approved/measure-items.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for metric in SHARES:
        known = dict(metric.heaps)
        if metric.of == "cells":
            assert set(known) == {state.value for state in CellState}
            continue
        assert {row[metric.of] for row in rows} <= set(known)
        assert all(re.search(rf"\b{name}\b", words[metric.of]) for name in known), metric.id


def measured(metric: str, good: int, poor: int, unknown: int, pending: int = 0) -> Measurement:
    return Measurement(METRICS[metric], good, poor, pending, unknown)


WEIGHTS = Weights("test", NONE, NONE, (("timeliness", 3.0), ("agency", 1.0), ("basis", 0.0)), "w")


def test_a_score_is_the_mean_by_weight() -> None:
    parts = [
        measured("timeliness", 1, 1, 0),
        measured("agency", 1, 0, 0),
        measured("basis", 0, 9, 0),
    ]
    found = score(parts, WEIGHTS)
    assert (found.value, found.low, found.high, found.known) == (62.5, 62.5, 62.5, 1)
    assert [(part.metric.id, part.points) for part in found.parts] == [
        ("timeliness", 50),
        ("agency", 100),
    ]


def test_an_unknown_part_is_left_out_and_widens_the_range() -> None:
    found = score([measured("timeliness", 1, 1, 0), measured("agency", 0, 0, 4)], WEIGHTS)
    assert (found.value, found.low, found.high, found.known) == (50, 37.5, 62.5, 0.75)
    assert (found.parts[1].points, found.parts[1].reason) == (None, "unknown")


def test_a_part_with_nothing_to_measure_counts_nowhere() -> None:
    found = score([measured("timeliness", 1, 1, 0), measured("agency", 0, 0, 0)], WEIGHTS)
    assert (found.value, found.low, found.high, found.known) == (50, 50, 50, 1)
    assert found.parts[1].reason == "not-applicable"


def test_nothing_known_gives_no_score() -> None:
    found = score([measured("timeliness", 0, 0, 2), measured("agency", 0, 0, 4)], WEIGHTS)
    assert (found.value, found.low, found.high, found.known) == (None, 0, 100, 0)


COUNTS = st.tuples(*[st.integers(0, 30)] * 4)


@given(COUNTS, COUNTS)
def test_a_score_lies_in_its_range(
    one: tuple[int, int, int, int], other: tuple[int, int, int, int]
) -> None:
    found = score([measured("timeliness", *one), measured("agency", *other)], WEIGHTS)
    assert 0 <= found.low <= found.high <= 100 + 1e-9
    if found.value is not None:
        assert found.low - 1e-9 <= found.value <= found.high + 1e-9
    everything_known = not any((*one[2:], *other[2:]))
    if everything_known and any((*one, *other)):
        assert found.low == pytest.approx(found.high)
        assert found.known == pytest.approx(1)


def test_weights_change_the_score(compared: Comparison, tmp_path: Path) -> None:
    file = tmp_path / "mine.yml"
    file.write_text("id: mine\nweights: {coverage: 1}\n", encoding="utf-8")
    weights = load_weights(file)
    assert score(compared.sides[0].measurements, weights).value == 75
    assert score(compared.sides[1].measurements, weights).value == 50
    assert score(compared.sides[1].measurements, weights).high == 100


@pytest.mark.parametrize(
    ("text", "where", "expected"),
    [
        ("id: mine\nweights:\n  coverage: -1\n", ":3: weights.coverage", "expected 0 to 1000"),
        ("id: mine\nweights:\n  coverage: .nan\n", ":3: weights.coverage", "expected 0 to 1000"),
        ("id: mine\nweights:\n  coverage: yes\n", ":3: weights.coverage", "expected 0 to 1000"),
        ("id: mine\nweights:\n  covrage: 4\n", ":3: weights.covrage", "there is no metric covrage"),
        ("id: mine\nweights:\n  channel-count: 4\n", ":3: weights.channel-count", "is a mean"),
        ("id: mine\nweights:\n  coverage: 0\n", ":2: weights", "at least one weight above 0"),
        ("id: mine\nweights: {}\n", ":2: weights", "at least one weight above 0"),
        ("id: mine\nweights: [coverage]\n", ":2: weights", "expected a mapping"),
        ("id: mine\n", ":1", "missing: weights"),
        ("id: Mine\nweights: {coverage: 1}\n", ":1: id", "expected an id"),
        ("id: mine\ncolour: 1\nweights: {coverage: 1}\n", ":2: colour", "unknown key colour"),
        ("id: mine\nweights: {coverage: 1, coverage: 2}\n", ":2", "stands twice"),
        ("id: [\n", ":2", "not valid YAML"),
    ],
)
def test_a_wrong_file_of_weights_is_told(
    text: str, where: str, expected: str, tmp_path: Path
) -> None:
    file = tmp_path / "wrong.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as raised:
        load_weights(file)
    assert f"wrong.yml{where}" in raised.value.where
    assert expected in raised.value.en


def test_weights_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"nowhere\.yml"):
        load_weights(tmp_path / "nowhere.yml")
