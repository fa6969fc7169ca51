"""Which terms exist: our own, and those of the vocabularies that we reuse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rdflib import SH, Graph, Literal, URIRef
from rdflib.namespace import (
    CSVW,
    DC,
    DCTERMS,
    FOAF,
    ORG,
    OWL,
    PROV,
    QB,
    RDF,
    RDFS,
    SKOS,
    TIME,
    VANN,
    XSD,
    DefinedNamespace,
)

from govdisclose_ld import assets
from govdisclose_ld.rdf.vocab import CODE, GD, STANDARD

HERE = Path(__file__).parent

# Vocabularies that rdflib lists in full.
CLOSED: dict[str, type[DefinedNamespace]] = {
    "csvw": CSVW,
    "dc": DC,
    "dct": DCTERMS,
    "foaf": FOAF,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "qb": QB,
    "rdf": RDF,
    "rdfs": RDFS,
    "sh": SH,
    "skos": SKOS,
    "time": TIME,
    "vann": VANN,
    "xsd": XSD,
}
# Vocabularies that it lists in part or not at all: tests/ontology/vocabularies/<prefix>.txt.
LISTED = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dqv": "http://www.w3.org/ns/dqv#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "http://schema.org/",
    "semapv": "https://w3id.org/semapv/vocab/",
    "spdx": "http://spdx.org/rdf/terms#",
    "sssom": "https://w3id.org/sssom/",
    "theme": "http://publications.europa.eu/resource/authority/data-theme/",
}
NAMESPACES = {prefix: str(space._NS) for prefix, space in CLOSED.items()} | LISTED | {"gd": GD}

# Pages, ontologies, shapes and media types: things that are pointed at, not terms.
_THINGS = re.compile(
    r"https://w3id\.org/govdisclose/(?:ns(?:/.+)?|alignment/.+|shapes?/.+|standard/.+|id/.+)"
    r"|https://www\.(?:w3|apache|iana)\.org/.+|https://mapping-commons\.github\.io/.+|urn:.+"
)


def is_known(iri: str) -> bool:
    """Whether an IRI is a term of a vocabulary, a term of a code list, or no term at all."""
    if iri.startswith(GD):
        return iri in own_terms()
    if iri.startswith(CODE):
        return iri in code_terms()
    for prefix, namespace in LISTED.items():
        if iri.startswith(namespace):
            return iri in listed_terms(prefix)
    for space in CLOSED.values():
        if iri.startswith(str(space._NS)):
            return iri in space
    return _THINGS.fullmatch(iri) is not None


@cache
def own_terms() -> frozenset[str]:
    """The IRIs that the ontology defines."""
    graph = Graph().parse(assets.path("ontology/govdisclose.ttl"))
    return frozenset(str(s) for s in graph.subjects() if str(s).startswith(GD))


@cache
def code_terms() -> frozenset[str]:
    """The IRIs of the code lists and of their terms."""
    graph = Graph()
    for file in assets.path("ontology/codelists").glob("*.ttl"):
        graph.parse(file)
    return frozenset(map(str, graph.subjects()))


@cache
def listed_terms(prefix: str) -> frozenset[str]:
    """The IRIs of ``vocabularies/<prefix>.txt``."""
    lines = (HERE / f"vocabularies/{prefix}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def iris_of(graph: Graph) -> Iterator[str]:
    """Every IRI of a graph, those of datatypes and of SPARQL constraints included."""
    for triple in graph:
        for node in triple:
            if isinstance(node, URIRef):
                yield str(node)
            elif isinstance(node, Literal) and node.datatype:
                yield str(node.datatype)
    for predicate in (SH.select, SH.ask):
        for query in graph.objects(None, predicate):
            yield from iris_in(str(query))


def iris_in(text: str) -> Iterator[str]:
    """Every prefixed name of a text, as an IRI; prefixes that are not listed here are skipped."""
    for prefix, local in re.findall(r"(?<![\w/:?$<])([a-z]+):([A-Za-z]\w*)", text):
        if prefix in NAMESPACES:
            yield NAMESPACES[prefix] + local


def standard_terms() -> frozenset[str]:
    """The IRIs of the standards and of their items."""
    graph = Graph()
    for file in assets.path("ontology/standards").glob("*.ttl"):
        graph.parse(file)
    return frozenset(str(s) for s in graph.subjects() if str(s).startswith(STANDARD))
