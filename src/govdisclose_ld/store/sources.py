"""Asking a named query of a store, an endpoint or an rdflib graph."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from rdflib import Dataset, Graph

from govdisclose_ld.store.labels import Label
from govdisclose_ld.store.parameters import Given
from govdisclose_ld.store.queries import NamedQuery, load_query
from govdisclose_ld.store.results import rdflib_rows
from govdisclose_ld.store.rows import Rows
from govdisclose_ld.store.syntax import check_syntax
from govdisclose_ld.store.tokens import query_form

_EMPTY_DEFAULT = "ASK { GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { ?a ?b ?c } }"
_NOTHING = "ASK { FILTER NOT EXISTS { ?a ?b ?c } }"
_NO_CATALOG = (
    "ASK { FILTER NOT EXISTS { ?c a <https://w3id.org/govdisclose/ns#DisclosureCatalog> } }"
)
_REASONS = (
    (
        _EMPTY_DEFAULT,
        Label(
            "数据只在命名图中，而端点的默认图是空的：请让服务器把所有命名图合并为默认图"
            "（如 oxigraph serve --union-default-graph）",
            "the data is in named graphs only, and the default graph of the endpoint is empty: "
            "set the server to read the union of the named graphs as the default graph "
            "(such as oxigraph serve --union-default-graph)",
        ),
    ),
    (_NOTHING, Label("数据库是空的：请先载入目录", "the store is empty: load catalogs first")),
    (
        _NO_CATALOG,
        Label("数据库中没有公开目录：请先载入", "the store holds no disclosure catalog: load some"),
    ),
)


class Source(Protocol):
    """Whatever answers a SPARQL query: a Store, an Endpoint."""

    def evaluate(self, text: str, *, where: str = "") -> Rows:
        """The answer to one query; ``where`` tells its file in errors."""


def query(source: Source | Graph, named: NamedQuery | Path | str, /, **params: Given) -> Rows:
    """The answer of ``source`` to a named query, a query file or the text of a query.

    ``source`` is a Store, an Endpoint or an rdflib Graph or Dataset; each gives the same rows in
    the same order. ``params`` are bound by the types that the query declares. An answer without
    rows carries a ``note`` if the source holds nothing that could be found.

    Raises ConfigurationError for an unknown query, a wrong parameter, a syntax error or an
    update; RemoteError and RemoteTimeoutError if an endpoint fails.
    """
    chosen = named if isinstance(named, NamedQuery) else load_query(named)
    asked = _RdflibSource(source) if isinstance(source, Graph) else source
    rows = asked.evaluate(chosen.bind(**params), where=chosen.where).headed(chosen.columns)
    return rows if rows.values else replace(rows, note=_explain_nothing(asked))


def _explain_nothing(source: Source) -> Label:
    for text, reason in _REASONS:
        if source.evaluate(text).records()[0]["answer"]:
            return reason
    return Label()


class _RdflibSource:
    """An rdflib graph; of a Dataset, the union of its graphs."""

    def __init__(self, graph: Graph) -> None:
        is_split = isinstance(graph, Dataset) and not graph.default_union
        self._graph = Dataset(store=graph.store, default_union=True) if is_split else graph

    def evaluate(self, text: str, *, where: str = "") -> Rows:
        query_form(text, where=where)
        check_syntax(text, where=where)
        return rdflib_rows(self._graph.query(text))
