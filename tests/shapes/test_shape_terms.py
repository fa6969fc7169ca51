"""Shapes speak of terms that the ontology defines."""

from __future__ import annotations

import pytest
from rdflib import RDF, Graph, URIRef
from shape_examples import EXAMPLES, SHAPES, shapes_text

from govdisclose_ld.assets import path

GD = "https://w3id.org/govdisclose/ns#"


def own_terms(graph: Graph) -> set[URIRef]:
    terms = {term for triple in graph for term in triple}
    return {term for term in terms if isinstance(term, URIRef) and term.startswith(GD)}


def defined() -> set[URIRef]:
    ontology = Graph().parse(path("ontology/govdisclose.ttl"))
    return {term for term in ontology.subjects(RDF.type) if isinstance(term, URIRef)}


@pytest.mark.parametrize("name", SHAPES)
def test_terms_of_shapes_are_defined(name: str) -> None:
    assert own_terms(Graph().parse(data=shapes_text(name), format="turtle")) <= defined()


def test_terms_of_the_examples_are_defined() -> None:
    assert own_terms(Graph().parse(EXAMPLES / "common.ttl")) <= defined()
