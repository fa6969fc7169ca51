"""Real servers: their notes, errors and time-outs, beside those of the embedded store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Graph

from govdisclose_ld.errors import ConfigurationError, RemoteError, RemoteTimeoutError
from govdisclose_ld.store import Endpoint, Store, query

ENDLESS = (
    "SELECT (COUNT(*) AS ?n) { GRAPH ?a { ?b ?c ?d } GRAPH ?e { ?f ?g ?h }"
    " GRAPH ?i { ?j ?k ?l } GRAPH ?m { ?o ?p ?q } }"
)
GRAPHS = "CONSTRUCT { ?s a ?o } WHERE { ?s a ?o }"


def test_an_empty_default_graph_is_explained(split_endpoint: Endpoint) -> None:
    rows = query(split_endpoint, "catalog/list")
    assert len(rows) == 0
    assert "--union-default-graph" in rows.note.en


def test_an_empty_store_is_explained() -> None:
    with Store() as store:
        assert query(store, "catalog/list").note.en == "there is no data: load catalogs first"


def test_a_store_without_catalogs_is_explained() -> None:
    with Store() as store:
        store.load(b"<https://a.example/> a <https://b.example/> .", format="ttl")
        assert "no disclosure catalog" in query(store, "catalog/list").note.en


def test_one_rdflib_graph_has_no_named_graphs() -> None:
    with pytest.raises(ConfigurationError, match="Dataset"):
        query(Graph(), "SELECT ?g { GRAPH ?g { ?s ?p ?o } }")


def test_an_answer_with_rows_has_no_note(store: Store) -> None:
    assert query(store, "catalog/list").note.zh == ""


def test_an_empty_rdflib_graph_is_explained() -> None:
    assert query(Graph(), "catalog/list").note.zh == "没有数据：请先载入目录"


@pytest.mark.parametrize("text", [GRAPHS, "ASK { ?s a ?o }", "SELECT ?s { ?s a ?o } ORDER BY ?s"])
def test_forms_of_query_agree(text: str, store: Store, endpoint: Endpoint) -> None:
    assert query(endpoint, text) == query(store, text)


def test_describe_gives_the_same_triples(store: Store, endpoint: Endpoint) -> None:
    text = "DESCRIBE <https://data.example.gov.cn/division/990202>"
    rows = query(store, text)
    assert rows == query(endpoint, text)
    assert rows.names == ("subject", "predicate", "object")
    assert {"乙区", "990202"} < {row[2] for row in rows}


def test_a_long_query_is_posted(store: Store, endpoint: Endpoint) -> None:
    text = f"SELECT ?s {{ ?s a ?o FILTER(?o != '{'长' * 3000}') }} ORDER BY ?s"
    assert query(endpoint, text) == query(store, text)


def test_an_endless_query_is_stopped_here(store_folder: Path) -> None:
    with (
        Store(store_folder, read_only=True, timeout=1) as store,
        pytest.raises(RemoteTimeoutError, match="longer than 1 seconds"),
    ):
        store.query(ENDLESS)


def test_a_quick_query_is_answered_within_the_time(store_folder: Path, store: Store) -> None:
    with Store(store_folder, read_only=True, timeout=30) as limited:
        assert limited.query("catalog/items") == store.query("catalog/items")
        assert limited.query(GRAPHS) == store.query(GRAPHS)
        with pytest.raises(ConfigurationError, match="line 2"):
            limited.query("SELECT *\n{ ?a ?b }")


def test_an_endless_query_is_given_up_there(endpoint: Endpoint) -> None:
    with pytest.raises(RemoteTimeoutError, match=r"within 0.5 seconds"):
        query(replace(endpoint, timeout=0.5), ENDLESS)


def test_a_server_tells_its_syntax_error(endpoint: Endpoint) -> None:
    with pytest.raises(RemoteError, match=r"HTTP 400 error at 2:10"):
        query(endpoint, "SELECT *\n{ ?a ?b }")


def test_a_wrong_path_is_told(endpoint: Endpoint) -> None:
    lost = replace(endpoint, url=endpoint.url.replace("/query", "/nowhere"))
    with pytest.raises(RemoteError, match="HTTP 404"):
        query(lost, "ASK { }")


def test_a_web_page_is_no_answer(endpoint: Endpoint) -> None:
    page = replace(endpoint, url=endpoint.url.replace("/query", "/"))
    with pytest.raises(RemoteError, match="answered text/html"):
        query(page, "ASK { }")


def test_parameters_of_the_address_reach_the_server(endpoint: Endpoint) -> None:
    graph = "https://w3id.org/govdisclose/code/channel"
    narrowed = replace(endpoint, url=f"{endpoint.url}?default-graph-uri={graph}")
    rows = query(narrowed, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }")
    assert rows.records() == [{"n": 7}]


@pytest.mark.parametrize("text", ["DROP ALL", "INSERT DATA { <a:b> <a:c> 1 }", "CLEAR DEFAULT"])
def test_updates_are_refused_everywhere(text: str, store: Store, endpoint: Endpoint) -> None:
    for source in (store, endpoint, Graph()):
        with pytest.raises(ConfigurationError, match="changes data"):
            query(source, text)
