"""Answers of engines, each read into Rows: pyoxigraph's, SPARQL 1.1 JSON, rdflib's."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.query import Result

from govdisclose_ld.store.rows import Rows, Value, ask_rows, select_rows, triple_rows


def oxigraph_rows(answer: Any, form: str) -> Rows:
    """What ``pyoxigraph.Store.query`` answered. Raises OSError if the store fails while read."""
    if isinstance(answer, ox.QueryBoolean):
        return ask_rows(bool(answer))
    if isinstance(answer, ox.QuerySolutions):
        names = [variable.value for variable in answer.variables]
        return select_rows(names, ([_from_oxigraph(cell) for cell in row] for row in answer))
    return triple_rows(_oxigraph_triples(answer), form)


def turtle_rows(text: bytes, form: str) -> Rows:
    """A graph that an endpoint answered in Turtle. Raises SyntaxError if it is not Turtle."""
    return triple_rows(_oxigraph_triples(ox.parse(text, ox.RdfFormat.TURTLE)), form)


def json_rows(text: bytes) -> Rows:
    """SPARQL 1.1 Query Results JSON (sections 3 and 4).

    Raises ValueError, KeyError, TypeError or AttributeError if it is none.
    """
    answer = json.loads(text)
    if "boolean" in answer:
        if not isinstance(answer["boolean"], bool):
            raise TypeError(answer["boolean"])
        return ask_rows(answer["boolean"])
    names = answer["head"]["vars"]
    bindings = answer["results"]["bindings"]
    return select_rows(names, ([_from_json(row.get(name)) for name in names] for row in bindings))


def rdflib_rows(answer: Result) -> Rows:
    """What ``rdflib.Graph.query`` answered."""
    if answer.type == "ASK":
        return ask_rows(bool(answer.askAnswer))
    if answer.type == "SELECT":
        names = [str(name) for name in answer.vars or ()]
        return select_rows(
            names, ([_from_rdflib(row.get(name)) for name in names] for row in _solutions(answer))
        )
    return triple_rows(_rdflib_triples(answer), answer.type)


def _solutions(answer: Result) -> Iterable[dict[str, Any]]:
    return ({str(name): term for name, term in row.items()} for row in answer.bindings)


def _oxigraph_triples(triples: Iterable[Any]) -> Iterable[tuple[Value, Value, Value]]:
    for triple in triples:
        cells = (triple.subject, triple.predicate, triple.object)
        subject, predicate, object_ = (_from_oxigraph(cell) for cell in cells)
        if subject and predicate and object_:
            yield subject, predicate, object_


def _rdflib_triples(answer: Result) -> Iterable[tuple[Value, Value, Value]]:
    for triple in answer.graph or ():
        subject, predicate, object_ = (_from_rdflib(cell) for cell in triple)
        if subject and predicate and object_:
            yield subject, predicate, object_


def _from_oxigraph(term: Any) -> Value | None:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return Value(term.value, "uri")
    if isinstance(term, ox.Literal):
        language = term.language or ""
        return Value(term.value, "literal", "" if language else term.datatype.value, language)
    return Value(term.value if isinstance(term, ox.BlankNode) else str(term), "bnode")


def _from_json(cell: dict[str, str] | None) -> Value | None:
    if cell is None:
        return None
    kind = "literal" if cell["type"] == "typed-literal" else cell["type"]
    language = cell.get("xml:lang", "").lower()
    return Value(cell["value"], kind, "" if language else cell.get("datatype", ""), language)


def _from_rdflib(term: Any) -> Value | None:
    if term is None:
        return None
    if isinstance(term, rdflib.Literal):
        return Value(str(term), "literal", str(term.datatype or ""), str(term.language or ""))
    return Value(str(term), "uri" if isinstance(term, rdflib.URIRef) else "bnode")
