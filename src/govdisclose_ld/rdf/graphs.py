"""Statements as the terms of an engine: pyoxigraph's, rdflib's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias, cast

from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from rdflib import Graph, URIRef
from rdflib import Literal as RdflibLiteral

from govdisclose_ld.model import Catalog
from govdisclose_ld.rdf.iris import DEFAULT_BASE
from govdisclose_ld.rdf.mapping import statements
from govdisclose_ld.rdf.terms import Triple
from govdisclose_ld.rdf.vocab import PREFIXES

Parsed: TypeAlias = tuple[NamedNode, NamedNode, NamedNode | Literal]


def parsed(triples: Iterable[Triple]) -> Iterator[Parsed]:
    """The same statements in pyoxigraph's terms, as its strict N-Triples parser reads them."""
    lines = "".join([f"{s} {p} {o} .\n" for s, p, o in triples])
    for triple in parse(lines, format=RdfFormat.N_TRIPLES):
        # The mapping makes no blank node and quotes no triple.
        yield cast(Parsed, (triple.subject, triple.predicate, triple.object))


def to_graph(catalog: Catalog, *, base: str = DEFAULT_BASE) -> Graph:
    """The statements about a catalog as an rdflib graph, with the usual prefixes bound.

    Raises ConfigurationError and InputError as :func:`~govdisclose_ld.rdf.statements` does.
    """
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for subject, predicate, value in parsed(statements(catalog, base=base)):
        term = _uri(value.value) if isinstance(value, NamedNode) else _literal(value)
        graph.add((_uri(subject.value), _uri(predicate.value), term))
    return graph


# rdflib checks each new IRI; most of a catalog's are met again and again.
_uri: Callable[[str], URIRef] = lru_cache(maxsize=65536)(URIRef)


def _literal(literal: Literal) -> RdflibLiteral:
    if literal.language:
        return RdflibLiteral(literal.value, lang=literal.language)
    datatype = literal.datatype.value
    if datatype == "http://www.w3.org/2001/XMLSchema#string":
        return RdflibLiteral(literal.value)
    return RdflibLiteral(literal.value, datatype=_uri(datatype), normalize=False)
