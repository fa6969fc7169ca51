"""The two source catalogs, read for real, through every output."""

import json
from collections import Counter
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pyld import jsonld
from pyoxigraph import Literal, NamedNode
from rdflib import XSD, Graph, URIRef
from test_rdf_jsonld import FRAME, OFFLINE, SCHEMA, said, stated

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.model import Catalog
from govdisclose_ld.rdf import (
    DEFAULT_BASE,
    catalog_iri,
    printed_tables,
    serialise,
    statements,
    to_graph,
    to_jsonld,
)

SEEDS = sorted((Path(__file__).parents[2] / "data" / "catalogs").glob("*.txt"))


def oxigraph(term):
    """A term of rdflib as pyoxigraph has it."""
    if isinstance(term, URIRef):
        return NamedNode(term)
    if term.language:
        return Literal(term, language=term.language)
    return Literal(term, datatype=NamedNode(term.datatype or XSD.string))


@pytest.fixture(scope="module", params=SEEDS, ids=lambda path: path.stem)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    return read_catalog(request.param)[0]


def test_both_source_catalogs_are_here():
    assert len(SEEDS) >= 2


def test_every_statement_is_made_once(catalog):
    assert [t for t, count in Counter(statements(catalog)).items() if count > 1] == []


def test_nothing_of_ours_is_pointed_to_without_being_described(catalog):
    graph = to_graph(catalog)
    pointed = {value for value in graph.objects() if str(value).startswith(DEFAULT_BASE)}
    assert pointed - set(graph.subjects()) == set()


def test_the_printed_tables_are_rebuilt(catalog):
    assert printed_tables(to_graph(catalog), catalog_iri(catalog)) == catalog.document.tables


def test_rdflib_reads_the_turtle_as_the_graph(catalog):
    turtle = b"".join(serialise([catalog], "turtle"))
    assert set(Graph().parse(data=turtle, format="turtle")) == set(to_graph(catalog))


def test_pyld_reads_exactly_the_statements_and_frames_the_same_document(catalog):
    document = json.loads(b"".join(serialise([catalog], "jsonld")))
    assert document == to_jsonld(catalog)
    assert said(document) == stated(catalog)
    assert said(document) == {tuple(map(oxigraph, triple)) for triple in to_graph(catalog)}
    assert jsonld.frame(jsonld.expand(document, OFFLINE), FRAME, OFFLINE) == document


def test_the_document_is_valid(catalog):
    Draft202012Validator(SCHEMA).validate(to_jsonld(catalog))
