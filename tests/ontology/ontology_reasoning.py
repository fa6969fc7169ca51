"""What an OWL 2 RL reasoner makes of a catalog's graph, and what of it is absurd."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import OWL, RDF, RDFS, Graph, Literal, Namespace, Node, URIRef

from govdisclose_ld import assets

HERE = Path(__file__).parent
CODE = "https://w3id.org/govdisclose/code/"

_ERROR = Namespace("http://www.daml.org/2002/03/agents/agent-ont#")
_PREFIXES = {
    "csvw": "http://www.w3.org/ns/csvw#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "gd": "https://w3id.org/govdisclose/ns#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "schema": "http://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "time": "http://www.w3.org/2006/time#",
}

# Everything that a thing of the class on the left may also be. Whatever is not here is absurd.
_ORGANIZATION = "org:Organization foaf:Organization foaf:Agent dct:Agent"
_ALLOWED = {
    "dct:Location": "schema:AdministrativeArea schema:Place dct:LocationPeriodOrJurisdiction",
    "dct:Standard": "skos:ConceptScheme",
    "dqv:Metric": "",
    "dqv:QualityMeasurement": "qb:Observation prov:Entity",
    "eli:LegalResource": "",
    # A source file is the catalog as it was published, which is what DCAT calls a distribution.
    "foaf:Document": "schema:CreativeWork dcat:Distribution prov:Entity",
    "gd:Agency": f"cv:PublicOrganisation org:FormalOrganization {_ORGANIZATION} "
    "schema:GovernmentOrganization schema:Organization",
    "gd:AgencyDescription": "",
    "gd:Baseline": "prov:Entity",
    "gd:Citation": "",
    "gd:ContentElement": "schema:ListItem",
    "gd:Correction": "prov:Activity",
    "gd:DeclaredMatters": "",
    "gd:DisclosureCatalog": "dcat:Catalog dcat:Dataset dcat:Resource skos:ConceptScheme "
    "prov:Entity",
    "gd:DisclosureItem": "dcat:Resource",
    "gd:ExtraValue": "schema:PropertyValue",
    "gd:Inference": "prov:Entity",
    "gd:Mapping": "",
    "gd:Matter": "skos:Concept schema:DefinedTerm",
    "gd:OpenMeasurement": "prov:Entity",
    "gd:PrintedCell": "csvw:Cell prov:Entity",
    "gd:PrintedColumn": "csvw:Column",
    "gd:PrintedTable": "csvw:Table prov:Entity",
    "gd:Reading": "prov:Activity",
    "gd:ReadingFinding": "oa:Annotation sh:AbstractResult prov:Entity",
    "gd:RowRecord": "dcat:CatalogRecord csvw:Row prov:Entity foaf:Document schema:CreativeWork",
    "gd:ScoreWeight": "",
    "gd:StandardItem": "skos:Concept schema:DefinedTerm",
    "gd:TimeLimit": "",
    "gd:TimeLimitRule": "time:Duration time:TemporalDuration",
    "gd:Unit": f"org:OrganizationalUnit {_ORGANIZATION}",
    "gd:UnitGroup": _ORGANIZATION,
    "gd:Waiver": "prov:Entity",
    "prov:SoftwareAgent": "prov:Agent",
    "qb:Observation": "prov:Entity",
    "sh:ValidationResult": "sh:AbstractResult",
    "skos:Concept": "",
    "skos:ConceptScheme": "",
    "spdx:Checksum": "",
}
_ALLOWED_IN_SCHEME = {
    f"{CODE}channel": "cv:Channel",
    f"{CODE}unit": "time:TemporalUnit time:TemporalDuration time:GeneralDurationDescription",
}
_EVERYTHING = {OWL.Thing, RDFS.Resource}


def absurdities(data: Graph) -> list[str]:
    """What is wrong with the OWL 2 RL closure of a graph of data, sorted; [] if all is well.

    The closure is taken together with the ontology, its alignments and the axioms of the reused
    vocabularies. Four things count: a contradiction, a literal that is made an instance of a
    class, two things made one, and a type that nothing of its kind has.
    """
    closure = Graph() + data + vocabulary()
    # owlrl's "improved" datatypes are installed for the whole process and refuse --01-31.
    DeductiveClosure(OWLRL_Semantics, improved_datatypes=False).expand(closure)
    found = _contradictions(closure) | _typed_literals(closure) | _merged(closure)
    return sorted(found | _absurd_types(data, closure))


@cache
def concepts() -> Graph:
    """The code lists and standards that the library ships."""
    return _load("ontology/codelists", "ontology/standards")


@cache
def vocabulary() -> Graph:
    """The ontology, its alignments and what the reused vocabularies state."""
    return (
        _load("ontology/alignments")
        + Graph().parse(assets.path("ontology/govdisclose.ttl"))
        + Graph().parse(HERE / "vocabularies/axioms.ttl")
    )


def _load(*folders: str) -> Graph:
    graph = Graph()
    for folder in folders:
        for file in sorted(assets.path(folder).glob("*.ttl")):
            graph.parse(file)
    return graph


def _contradictions(closure: Graph) -> set[str]:
    messages = {f"contradiction: {text}" for text in closure.objects(None, _ERROR.error)}
    nothing = {f"{node} is owl:Nothing" for node in closure.subjects(RDF.type, OWL.Nothing)}
    return messages | (nothing - {f"{OWL.Nothing} is owl:Nothing"})


def _typed_literals(closure: Graph) -> set[str]:
    datatypes = set(closure.subjects(RDF.type, RDFS.Datatype))
    return {
        f"literal {node.n3()} is a {_short(kind)}"
        for node, kind in closure.subject_objects(RDF.type)
        if isinstance(node, Literal)
        if kind not in datatypes | _EVERYTHING | {RDFS.Literal, node.datatype}
    }


def _merged(closure: Graph) -> set[str]:
    return {
        f"{one} is {other}"
        for one, other in closure.subject_objects(OWL.sameAs)
        if one != other and isinstance(one, URIRef)
    }


def _absurd_types(data: Graph, closure: Graph) -> set[str]:
    return {
        f"{node} is a {_short(kind)}"
        for node in set(data.subjects(RDF.type, None))
        for kind in set(closure.objects(node, RDF.type)) - _allowed(node, data)
        if isinstance(kind, URIRef)
    }


def _allowed(node: Node, data: Graph) -> set[Node]:
    names = {_short(kind) for kind in data.objects(node, RDF.type)}
    schemes = {str(scheme) for scheme in data.objects(node, _expand("skos:inScheme"))}
    also = [_ALLOWED[name] for name in names if name in _ALLOWED]
    also += [_ALLOWED_IN_SCHEME[scheme] for scheme in schemes if scheme in _ALLOWED_IN_SCHEME]
    own = {_expand(name) for name in names & _ALLOWED.keys()}
    return own | {_expand(name) for text in also for name in text.split()} | _EVERYTHING


def _expand(name: str) -> URIRef:
    prefix, _, local = name.partition(":")
    return URIRef(_PREFIXES[prefix] + local)


def _short(iri: Node) -> str:
    for prefix, namespace in _PREFIXES.items():
        if str(iri).startswith(namespace):
            return f"{prefix}:{str(iri).removeprefix(namespace)}"
    return str(iri)
