"""Asking a named query of a store, an endpoint or an rdflib graph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from rdflib import ConjunctiveGraph, Dataset, Graph

from govdisclose_ld.errors import ConfigurationError, RemoteError
from govdisclose_ld.model import UNSAID, Phrase
from govdisclose_ld.rdf.vocab import STANDARD
from govdisclose_ld.store.parameters import Given, is_shipped_standard
from govdisclose_ld.store.queries import NamedQuery, load_query
from govdisclose_ld.store.results import rdflib_rows
from govdisclose_ld.store.rows import Rows
from govdisclose_ld.store.syntax import check_syntax
from govdisclose_ld.store.tokens import query_form, substitute, uses_graphs

# Why an answer may have no rows: an ASK query that is true if so, and what to do.
_REASONS = (
    (
        "ASK { GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { ?a ?b ?c } }",
        Phrase(
            "数据只在命名图中，而默认图是空的：请让服务器把所有命名图合并为默认图"
            "（如 oxigraph serve --union-default-graph）",
            "the data is in named graphs only, and the default graph is empty: set the server "
            "to read the union of the named graphs as the default graph "
            "(such as oxigraph serve --union-default-graph)",
        ),
    ),
    (
        "ASK { FILTER NOT EXISTS { ?a ?b ?c } }",
        Phrase("没有数据：请先载入目录", "there is no data: load catalogs first"),
    ),
    (
        "ASK { FILTER NOT EXISTS { ?c a <https://w3id.org/govdisclose/ns#DisclosureCatalog> } }",
        Phrase("没有公开目录：请先载入", "there is no disclosure catalog: load some first"),
    ),
)
_IS_HELD = "ASK { $standard a <http://purl.org/dc/terms/Standard> }"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NO_STANDARD = (
    "ASK { FILTER NOT EXISTS { ?i <http://www.w3.org/2004/02/skos/core#inScheme> $standard } }",
    Phrase(
        "没有载入这个标准：请先载入随附的标准（load_reference）",
        "the standard is not loaded: load those that ship with the library (load_reference)",
    ),
)


class Source(Protocol):
    """Whatever answers a SPARQL query: a Store, an Endpoint."""

    def evaluate(self, text: str, *, where: str = "") -> Rows:
        """The answer to one query; ``where`` tells its file in errors."""


def query(source: Source | Graph, named: NamedQuery | Path | str, /, **params: Given) -> Rows:
    """The answer of ``source`` to a named query, a query file or the text of a query.

    ``source`` is a Store, an Endpoint or an rdflib Graph or Dataset; each gives the same rows in
    the same order. ``params`` are bound by the types that the query declares; a standard is known
    by its id if it ships with the library or if the source holds it. An answer without rows
    carries a ``note`` if the source holds nothing that could be found.

    Raises ConfigurationError for an unknown query, a wrong parameter, a syntax error or an
    update; RemoteError and RemoteTimeoutError if an endpoint fails.
    """
    chosen = named if isinstance(named, NamedQuery) else load_query(named)
    asked = _RdflibSource(source) if isinstance(source, Graph) else source
    terms = chosen.terms(**_with_held_standards(asked, chosen, params))
    rows = asked.evaluate(substitute(chosen.text, terms), where=chosen.where)
    note = UNSAID if rows.values else _explain_nothing(asked, terms)
    return replace(rows.headed(chosen.columns), note=note)


def _with_held_standards(
    source: Source, named: NamedQuery, given: Mapping[str, Given]
) -> dict[str, Given]:
    """``given`` with the IRI in place of the id of each standard that only the source knows."""
    found = dict(given)
    for parameter in named.parameters:
        name = str(found.get(parameter.name, ""))
        if parameter.type != "standard" or not _ID.fullmatch(name) or is_shipped_standard(name):
            continue
        iri = f"{STANDARD}{name}"
        if source.evaluate(substitute(_IS_HELD, {"standard": f"<{iri}>"})).records()[0]["answer"]:
            found[parameter.name] = iri
    return found


def _explain_nothing(source: Source, terms: Mapping[str, str]) -> Phrase:
    """Why there are no rows; nothing if there is no such reason, or it cannot be found out."""
    reasons = [*_REASONS, _NO_STANDARD] if "standard" in terms else _REASONS
    for text, reason in reasons:
        # The question itself was answered: that this one cannot be asked is no failure.
        with suppress(RemoteError, ConfigurationError):
            if source.evaluate(substitute(text, terms)).records()[0]["answer"]:
                return reason
    return UNSAID


class _RdflibSource:
    """An rdflib graph; of a Dataset, the union of its graphs."""

    def __init__(self, graph: Graph) -> None:
        is_split = isinstance(graph, Dataset) and not graph.default_union
        self._graph = Dataset(store=graph.store, default_union=True) if is_split else graph

    def evaluate(self, text: str, *, where: str = "") -> Rows:
        query_form(text, where=where)
        check_syntax(text, where=where)
        if not isinstance(self._graph, Dataset | ConjunctiveGraph) and uses_graphs(text):
            raise ConfigurationError(
                "一个 rdflib.Graph 没有命名图，不能用 GRAPH 查询",
                "one rdflib.Graph has no named graphs to be asked with GRAPH",
                where=where,
                remedy=("请改用 rdflib.Dataset", "ask an rdflib.Dataset instead"),
            )
        return rdflib_rows(self._graph.query(text))
