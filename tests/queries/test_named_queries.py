"""Every shipped query: its whole answer, the same from three engines."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Dataset

from govdisclose_ld.store import Endpoint, NamedQuery, Store, list_queries, query, render_rows

APPROVED = Path(__file__).parent / "approved"
A = "https://data.example.gov.cn/catalog/990101/poverty-alleviation/2020-06-30"
EXAMPLES = {
    "standard": "poverty-alleviation-2019",
    "entry": "regulations",
    "division": "990101",
    "other": "990202",
    "item": f"{A}/item/1",
    "catalog_iri": A,
}
EVERY = pytest.mark.parametrize("named", list_queries(), ids=lambda named: named.name)


def required(named: NamedQuery) -> dict[str, str]:
    return {one.name: EXAMPLES[one.name] for one in named.parameters if one.required}


@EVERY
def test_answers_what_was_approved(named: NamedQuery, store: Store) -> None:
    answer = render_rows(query(store, named, **required(named)), "csv", guard=False)
    file = APPROVED / f"{named.name.replace('/', '-')}.csv"
    assert answer.replace("\r\n", "\n") == file.read_text(encoding="utf-8")


@EVERY
def test_a_server_gives_the_same_rows(named: NamedQuery, store: Store, endpoint: Endpoint) -> None:
    given = required(named)
    assert query(endpoint, named, **given) == query(store, named, **given)


# rdflib 7.6 parses and asks a Dataset by way of attributes that it deprecates itself.
@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
@EVERY
def test_rdflib_gives_the_same_rows(
    named: NamedQuery, store: Store, rdflib_dataset: Dataset
) -> None:
    given = required(named)
    assert query(rdflib_dataset, named, **given) == query(store, named, **given)


@EVERY
def test_columns_are_those_of_the_header(named: NamedQuery, store: Store) -> None:
    rows = query(store, named, **required(named))
    assert rows.columns == named.columns
    assert "ORDER BY" in named.text


def test_each_approved_answer_has_its_query() -> None:
    names = {named.name.replace("/", "-") for named in list_queries()}
    assert {file.stem for file in APPROVED.iterdir()} == names
