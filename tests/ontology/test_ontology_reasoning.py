"""What a reasoner concludes from ontology, alignments and data is sensible and consistent."""

from __future__ import annotations

import pytest
from known_terms import own_terms
from ontology_reasoning import HERE, absurdities, concepts, vocabulary
from rdflib import RDFS, Graph, Namespace, URIRef

SAMPLE = (HERE / "sample.ttl").read_text(encoding="utf-8")
CATALOG = "https://w3id.org/govdisclose/id/catalog/410324/poverty-alleviation/2020-12-14"
LAW = "https://w3id.org/govdisclose/id/law/regulation-on-open-government-information"
OFFICE = "https://w3id.org/govdisclose/id/org/410324/publisher"
GD = Namespace("https://w3id.org/govdisclose/ns#")
PUBLIC = "https://w3id.org/govdisclose/code/audience/public"


def read(added: str = "") -> Graph:
    return Graph().parse(data=SAMPLE + added, format="turtle")


def test_nothing_absurd_follows_from_a_catalog() -> None:
    assert absurdities(read()) == []


def test_nothing_absurd_follows_from_the_code_lists_and_standards() -> None:
    assert absurdities(concepts()) == []


def test_the_sample_uses_every_term_of_ours() -> None:
    graph = read() + concepts()
    used = {str(node) for triple in graph for node in triple if isinstance(node, URIRef)}
    used |= {str(node.datatype) for node in graph.objects() if getattr(node, "datatype", None)}
    assert own_terms() - used == set()


@pytest.mark.parametrize(
    "term",
    ["probableSubject", "probableBroader", "inheritedTimeLimit", "offeredChannel", "undetermined"],
)
def test_what_is_not_printed_never_becomes_a_printed_value(term: str) -> None:
    assert set(vocabulary().transitive_objects(GD[term], RDFS.subPropertyOf)) == {GD[term]}


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("<item/one> a dcat:Dataset .", f"{CATALOG}/item/one is a dcat:Dataset"),
        (
            "<item/one> a <http://purl.org/vocab/cpsv#PublicService> .",
            f"{CATALOG}/item/one is a http://purl.org/vocab/cpsv#PublicService",
        ),
        ("<item/two> dct:creator <item/one> .", f"{CATALOG}/item/one is a foaf:Agent"),
        ("<matter/exit> skos:broader <item/one> .", f"{CATALOG}/item/one is a skos:Concept"),
        (f"<item/one> org:unitOf <{LAW}> .", f"{LAW} is a org:FormalOrganization"),
        (f"<item/one> gd:selectedChannel <{PUBLIC}> .", f"{PUBLIC} is a cv:Channel"),
        (f"<item/one> gd:probableSubject <{OFFICE}> .", f"{OFFICE} is a skos:Concept"),
        (
            "<row/1-2> foaf:primaryTopic <item/two> .",
            f"{CATALOG}/item/one is {CATALOG}/item/two",
        ),
        # Four ways of writing that look harmless and are not.
        (f'<{LAW}> eli:title "条例"@zh .', f"{LAW} is a eli:LegalExpression"),
        (':document dcat:mediaType "text/plain" .', 'literal "text/plain" is a dct:MediaType'),
        ('<correction/1> dct:creator "核对人" .', 'literal "核对人" is a foaf:Agent'),
        (
            f"<{OFFICE}/unit/sections> org:unitOf <{OFFICE}> .",
            f"{OFFICE}/unit/sections is a org:OrganizationalUnit",
        ),
    ],
)
def test_an_absurd_conclusion_is_reported(added: str, expected: str) -> None:
    assert expected in absurdities(read(added))


@pytest.mark.parametrize(
    ("added", "classes"),
    [
        ("<item/one> a skos:Concept .", ("DisclosureItem", "Concept")),
        ("<item/one> prov:wasDerivedFrom :reading .", ("Activity", "Entity")),
        ("<matter/exit> skos:hasTopConcept <matter/identification> .", ("Concept", "Scheme")),
        (f"<{OFFICE}> a foaf:Document .", ("Document", "Organization")),
        (f"<{OFFICE}/unit/section> a gd:UnitGroup .", ("Unit", "UnitGroup")),
    ],
)
def test_a_contradiction_is_reported(added: str, classes: tuple[str, str]) -> None:
    found = [line for line in absurdities(read(added)) if line.startswith("contradiction")]
    assert any(all(name in line for name in classes) for line in found)


def test_every_class_of_the_data_has_a_say_on_what_it_may_be() -> None:
    # A class that the reasoner's table lacks would have its own type reported as absurd.
    added = "<item/three> a <https://w3id.org/govdisclose/ns#Novelty> ."
    assert absurdities(read(added)) == [f"{CATALOG}/item/three is a gd:Novelty"]
