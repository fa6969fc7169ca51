"""pySHACL as the engine: a data graph and shapes in, plain results out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pyshacl
from pyshacl.errors import ReportableRuntimeError
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.plugins.stores.memory import Memory
from rdflib.query import Result
from rdflib.term import Node

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.validation.shapes import uses_advanced_features


@dataclass(frozen=True, slots=True)
class RawResult:
    """One ``sh:ValidationResult`` (SHACL, section 3.6.2).

    ``path`` holds the IRIs of ``sh:resultPath`` in their order, ``simple`` tells that it is a
    single property.
    """

    focus: Node
    shape: Node
    component: Node
    severity: Node
    value: Node | None
    path: tuple[Node, ...]
    simple: bool
    messages: tuple[Literal, ...]


class _View(Graph):
    """The same data, seen so that a SPARQL constraint is parsed once and not at each focus node.

    Parsing takes most of the time of such a constraint. A store that answers SPARQL by itself is
    left to it.
    """

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> Result:
        """What :meth:`rdflib.Graph.query` gives."""
        if isinstance(query_object, str) and isinstance(self.store, Memory):
            query_object = _parsed(query_object, tuple(self.namespaces()))
        return super().query(query_object, *args, **kwargs)


@lru_cache(maxsize=512)
def _parsed(query: str, namespaces: tuple[tuple[str, URIRef], ...]) -> Query:
    return prepareQuery(query, initNs=dict(namespaces))


def run(data: Graph, shapes: Graph) -> list[RawResult]:
    """The results of checking ``data`` against ``shapes``, with no inference.

    ``shapes`` is changed by the engine, ``data`` is not. Raises ConfigurationError for shapes
    that are not well-formed.
    """
    try:
        _, report, text = pyshacl.validate(
            _View(data.store, data.identifier, data.namespace_manager),
            shacl_graph=shapes,
            inference="none",
            advanced=uses_advanced_features(shapes),
        )
    except ReportableRuntimeError as error:
        raise _bad_shapes(str(error)) from error
    if not isinstance(report, Graph):
        raise _bad_shapes(text)
    return [_result(report, node) for node in report.objects(None, SH.result)]


def _result(report: Graph, node: Node) -> RawResult:
    path = report.value(node, SH.resultPath)
    return RawResult(
        focus=_one(report, node, SH.focusNode),
        shape=_one(report, node, SH.sourceShape),
        component=_one(report, node, SH.sourceConstraintComponent),
        severity=_one(report, node, SH.resultSeverity),
        value=report.value(node, SH.value),
        path=tuple(_properties(report, path)) if path is not None else (),
        simple=isinstance(path, URIRef),
        messages=tuple(m for m in report.objects(node, SH.resultMessage) if isinstance(m, Literal)),
    )


def _one(report: Graph, node: Node, predicate: Node) -> Node:
    value = report.value(node, predicate)
    if value is None:  # pySHACL states all four of every result
        raise _bad_shapes(f"a result without {predicate}")
    return value


def _properties(report: Graph, path: Node) -> Iterator[Node]:
    """The properties of a SHACL property path (section 2.3.1), in their order."""
    if isinstance(path, URIRef):
        yield path
    elif (path, RDF.first, None) in report:
        for step in Collection(report, path):
            yield from _properties(report, step)
    else:
        for step in report.objects(path):
            yield from _properties(report, step)


def _bad_shapes(reason: str) -> ConfigurationError:
    return ConfigurationError(
        f"形状不合 SHACL 规范：{reason}",
        f"the shapes are not well-formed: {reason}",
        remedy=("请改正形状文件", "mend the shapes file"),
    )
