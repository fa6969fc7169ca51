"""The rules for the ontology: the shipped files keep them, and each rule can be broken."""

from __future__ import annotations

from functools import cache

import pytest
from pyshacl import validate
from rdflib import DCTERMS, SH, Graph, Literal, URIRef

from govdisclose_ld import assets

QC = "https://w3id.org/govdisclose/shapes/ontology-qc#"

VALID = """
@prefix code: <https://w3id.org/govdisclose/code/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix gd: <https://w3id.org/govdisclose/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<https://w3id.org/govdisclose/ns> a owl:Ontology ;
    dct:title "本体"@zh , "ontology"@en ;
    owl:versionIRI <https://w3id.org/govdisclose/ns/1> .

gd:mode a owl:ObjectProperty ;
    rdfs:label "公开方式"@zh , "mode"@en ;
    skos:definition "主动或者依申请。"@zh , "Proactive or on request."@en ;
    skos:example "主动公开"@zh ;
    rdfs:isDefinedBy <https://w3id.org/govdisclose/ns> .

code:mode a skos:ConceptScheme ; dct:title "公开方式"@zh , "modes"@en .

<https://w3id.org/govdisclose/code/mode/proactive> a skos:Concept ;
    skos:prefLabel "主动公开"@zh , "proactive"@en ;
    skos:altLabel "主动"@zh ;
    skos:notation "proactive" ;
    skos:inScheme code:mode ;
    skos:topConceptOf code:mode .

<https://w3id.org/govdisclose/code/mode/on-request> a skos:Concept ;
    skos:prefLabel "依申请公开"@zh , "on request"@en ;
    skos:notation "on-request" ;
    skos:inScheme code:mode ;
    skos:broader <https://w3id.org/govdisclose/code/mode/proactive> .
"""

# For each rule, ways to break it and no other rule: what to put in place of what.
BROKEN = {
    "OntologyTitle": [('"本体"@zh , ', ""), ('"本体"@zh', '"本体"@zh , "目录本体"@zh')],
    "OntologyVersion": [("ns/1> .", "ns/1> , <https://w3id.org/govdisclose/ns/2> .")],
    "TermKind": [
        ("a owl:ObjectProperty", "a owl:ObjectProperty , owl:DatatypeProperty"),
        ("a owl:ObjectProperty", "a owl:TransitiveProperty"),
        ("gd:mode a owl:ObjectProperty ;", "gd:mode"),
    ],
    "TermLabelZh": [
        ('"公开方式"@zh , "mode"@en', '"mode"@en'),
        ('"mode"@en', '"方式"@zh, "mode"@en'),
    ],
    "TermLabelEn": [(' , "mode"@en', ""), ('"mode"@en', '"mode"@en , "way"@en')],
    "TermDefinitionZh": [
        ('"主动或者依申请。"@zh , ', ""),
        ('"主动或者依申请。"@zh', '"主动或者依申请。"@zh , "两种。"@zh'),
    ],
    "TermDefinitionEn": [
        (' , "Proactive or on request."@en', ""),
        ('request."@en', 'request."@en , "Two."@en'),
    ],
    "TermExample": [('    skos:example "主动公开"@zh ;\n', "")],
    "TermDefinedBy": [
        ("rdfs:isDefinedBy <https://w3id.org/govdisclose/ns>", 'rdfs:comment "x"'),
        ("rdfs:isDefinedBy <https://w3id.org/govdisclose/ns>", "rdfs:isDefinedBy gd:other"),
    ],
    "SchemeTitle": [(' , "modes"@en', ""), ('"modes"@en', '"modes"@fr')],
    "ConceptLabelZh": [
        ('"主动公开"@zh , ', ""),
        ('"proactive"@en', '"proactive"@en , "主动地"@zh'),
    ],
    "ConceptLabelEn": [
        (' , "proactive"@en', ""),
        ('"on request"@en', '"on request"@en-GB , "asked"@en'),
    ],
    "ConceptSynonym": [('altLabel "主动"@zh', 'altLabel "主动公开"@zh')],
    "ConceptNotation": [
        ('    skos:notation "proactive" ;\n', ""),
        ('"on-request" ;', '"On_Request" ;'),
        ('"on-request" ;', '"on-request" , "asked" ;'),
    ],
    "ConceptNotationRepeated": [('"on-request" ;', '"proactive" ;')],
    "ConceptScheme": [
        ("    skos:inScheme code:mode ;\n    skos:broader", "    skos:broader"),
        (
            "    skos:inScheme code:mode ;\n    skos:broader",
            "    skos:inScheme gd:x ;\n    skos:broader",
        ),
    ],
    "ConceptPlace": [
        (" ;\n    skos:topConceptOf code:mode", ""),
        ("skos:topConceptOf code:mode", "skos:topConceptOf code:mode ; skos:broader gd:x"),
    ],
}


@cache
def shapes() -> str:
    return assets.path("shapes/ontology-qc.ttl").read_text(encoding="utf-8")


def broken_rules(data: Graph) -> set[str]:
    """The names of the rules that a graph breaks."""
    graph = Graph().parse(data=shapes(), format="turtle")
    _, report, _ = validate(data, shacl_graph=graph, inference="none")
    return {str(shape).removeprefix(QC) for shape in report.objects(None, SH.sourceShape)}


def test_the_shipped_ontology_and_code_lists_keep_every_rule() -> None:
    data = Graph().parse(assets.path("ontology/govdisclose.ttl"))
    for folder in ("ontology/codelists", "ontology/standards"):
        for file in assets.path(folder).glob("*.ttl"):
            data.parse(file)
    assert broken_rules(data) == set()


def test_the_valid_example_keeps_every_rule() -> None:
    assert broken_rules(Graph().parse(data=VALID, format="turtle")) == set()


@pytest.mark.parametrize(
    ("rule", "old", "new"), [(rule, *change) for rule in BROKEN for change in BROKEN[rule]]
)
def test_a_rule_can_be_broken_alone(rule: str, old: str, new: str) -> None:
    assert old in VALID
    data = VALID.replace(old, new, 1)
    assert broken_rules(Graph().parse(data=data, format="turtle")) == {rule}


def test_every_rule_is_named_and_speaks_both_languages() -> None:
    graph = Graph().parse(data=shapes(), format="turtle")
    rules = set(graph.subjects(SH.severity))
    assert {str(rule).removeprefix(QC) for rule in rules} == set(BROKEN)
    for rule in rules:
        assert isinstance(rule, URIRef)
        assert len(set(graph.objects(rule, DCTERMS.identifier))) == 1
        for wording in (SH.message, SH.name):
            languages = {v.language for v in graph.objects(rule, wording) if isinstance(v, Literal)}
            assert languages == {"zh", "en"}


def test_the_shapes_are_valid_shacl() -> None:
    data = Graph().parse(data=VALID, format="turtle")
    graph = Graph().parse(data=shapes(), format="turtle")
    assert validate(data, shacl_graph=graph, meta_shacl=True)[0]
