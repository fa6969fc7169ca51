"""The comparison as RDF: a well-formed Data Cube, and numbers that lead to what was counted."""

from __future__ import annotations

from decimal import Decimal

import pytest
from rdflib import QB, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV

from govdisclose_ld import assets
from govdisclose_ld.comparison import Comparison, render
from govdisclose_ld.errors import ConfigurationError

DQV = Namespace("http://www.w3.org/ns/dqv#")
GD = Namespace("https://w3id.org/govdisclose/ns#")
METRIC = "https://w3id.org/govdisclose/metric/"
BASE = "https://data.example.gov.cn/"

# Integrity constraints of the Data Cube Vocabulary (section 11): each asks whether it is broken.
CONSTRAINTS = {
    "IC-1 unique DataSet": """
        { ?obs a qb:Observation FILTER NOT EXISTS { ?obs qb:dataSet ?one } }
        UNION { ?obs a qb:Observation ; qb:dataSet ?one, ?two FILTER(?one != ?two) }""",
    "IC-2 unique DSD": """
        { ?set a qb:DataSet FILTER NOT EXISTS { ?set qb:structure ?one } }
        UNION { ?set a qb:DataSet ; qb:structure ?one, ?two FILTER(?one != ?two) }""",
    "IC-3 DSD includes measure": """
        ?dsd a qb:DataStructureDefinition
        FILTER NOT EXISTS { ?dsd qb:component/qb:measure ?any . ?any a qb:MeasureProperty }""",
    "IC-4 dimensions have range": """
        ?dim a qb:DimensionProperty FILTER NOT EXISTS { ?dim rdfs:range ?any }""",
    "IC-5 concept dimensions have code lists": """
        ?dim a qb:DimensionProperty ; rdfs:range skos:Concept
        FILTER NOT EXISTS { ?dim qb:codeList ?any }""",
    "IC-6 only attributes may be optional": """
        ?dsd qb:component ?part .
        ?part qb:componentRequired false ; qb:dimension|qb:measure ?any""",
    "IC-11 all dimensions required": """
        ?obs qb:dataSet/qb:structure/qb:component/qb:dimension ?dim
        FILTER NOT EXISTS { ?obs ?dim ?any }""",
    "IC-14 all measures present": """
        ?obs qb:dataSet/qb:structure ?dsd . ?dsd qb:component/qb:measure ?measure
        FILTER NOT EXISTS { ?dsd qb:component/qb:dimension qb:measureType }
        FILTER NOT EXISTS { ?obs ?measure ?any }""",
    "IC-19 codes from code list": """
        ?obs qb:dataSet/qb:structure/qb:component/(qb:measure|qb:dimension) ?coded .
        ?coded qb:codeList ?list . ?obs ?coded ?code
        FILTER NOT EXISTS { ?code a skos:Concept ; skos:inScheme ?list }""",
}


@pytest.fixture(scope="session")
def graph(compared: Comparison) -> Graph:
    return Graph().parse(data=render(compared, "turtle", base=BASE), format="turtle")


@pytest.fixture(scope="session")
def whole(graph: Graph) -> Graph:
    """With the code list that the observations use."""
    codes = Graph().parse(assets.path("ontology/codelists/coverage-state.ttl"))
    return graph + codes


def broken(graph: Graph, name: str) -> bool:
    prefixes = {"qb": QB, "rdfs": RDFS, "skos": SKOS}
    return bool(graph.query(f"ASK {{ {CONSTRAINTS[name]} }}", initNs=prefixes).askAnswer)


@pytest.mark.parametrize("name", CONSTRAINTS)
def test_the_cube_is_well_formed(name: str, whole: Graph) -> None:
    assert not broken(whole, name)


# IC-12 compares each observation with each other; counting them says the same.
def test_no_two_observations_share_their_dimensions(graph: Graph) -> None:
    seen = set()
    for term in graph.subjects(RDF.type, QB.Observation):
        (data_set,) = graph.objects(term, QB.dataSet)
        parts = graph.objects(data_set, QB.structure / QB.component / QB.dimension)  # type: ignore[operator]
        key = (data_set, *(graph.value(term, part) for part in sorted(parts)))
        assert key not in seen
        seen.add(key)
    assert len(seen) > 8


@pytest.mark.parametrize(
    ("name", "remove"),
    [
        ("IC-1 unique DataSet", (None, QB.dataSet, None)),
        ("IC-2 unique DSD", (None, QB.structure, None)),
        ("IC-3 DSD includes measure", (None, QB.measure, None)),
        ("IC-4 dimensions have range", (None, RDFS.range, None)),
        ("IC-11 all dimensions required", (None, GD.requiredItem, None)),
        ("IC-14 all measures present", (None, GD.answerCount, None)),
        ("IC-19 codes from code list", (None, SKOS.inScheme, None)),
    ],
)
def test_each_constraint_can_be_broken(
    name: str, remove: tuple[None, URIRef, None], whole: Graph
) -> None:
    damaged = Graph() + whole
    damaged.remove(remove)
    assert broken(damaged, name)


def test_nothing_is_a_blank_node(graph: Graph) -> None:
    assert not [node for triple in graph for node in triple if isinstance(node, BNode)]


def test_the_same_comparison_gives_the_same_bytes(compared: Comparison) -> None:
    assert render(compared, "turtle", base=BASE) == render(compared, "turtle", base=BASE)


def test_a_cell_rests_on_items_and_their_rows(graph: Graph, compared: Comparison) -> None:
    side = compared.sides[0]
    for cell in side.cells:
        (term,) = [
            term
            for term in graph.subjects(GD.comparedSubject, URIRef(side.subject))
            if str(graph.value(term, GD.requiredItem)).endswith(f"/{cell.duty}")
        ]
        state = str(graph.value(term, GD.coverageState))
        assert state.endswith(f"/coverage-state/{cell.state.value}")
        items = {str(item) for item in graph.objects(term, GD.restsOn)}
        assert items == {link.item for link in cell.links}
        rows = {str(row) for row in graph.objects(term, PROV.wasDerivedFrom)}
        catalog = side.catalogs[0].iri
        assert rows == ({f"{catalog}/row/1-{cell.links[0].place.row}"} if cell.links else {catalog})
        assert graph.value(term, GD.deviationCount) == Literal(len(cell.deviations))


def test_every_share_can_be_counted_again(graph: Graph) -> None:
    found = 0
    for term in graph.subjects(DQV.isMeasurementOf, None):
        name = str(graph.value(term, DQV.isMeasurementOf)).removeprefix(METRIC)
        counts = [
            len(set(graph.objects(term, GD[heap])))
            for heap in ("countedGood", "countedPoor", "countedPending")
        ]
        if name in {"coverage", "timeliness", "agency", "clean", "breadth"}:
            share = Decimal(counts[0]) / sum(counts)
            value = graph.value(term, DQV.value)
            assert isinstance(value, Literal)
            assert abs(value.toPython() - share) < Decimal("0.0001")
            found += 1
    assert found == 10


def test_what_is_unknown_has_no_value(graph: Graph, compared: Comparison) -> None:
    side = compared.sides[1]
    (term,) = [
        term
        for term in graph.subjects(GD.openMetric, URIRef(f"{METRIC}proactive"))
        if graph.value(term, GD.comparedSubject) == URIRef(side.subject)
    ]
    assert graph.value(term, DQV.value) is None
    assert graph.value(term, QB.dataSet) is None
    assert len(set(graph.objects(term, GD.countedUnknown))) == 3


def test_a_score_leads_to_its_parts_and_weights(graph: Graph, compared: Comparison) -> None:
    for side in compared.sides:
        assert side.score is not None
        (term,) = [
            term
            for term in graph.subjects(DQV.computedOn, URIRef(side.subject))
            if str(term).endswith("/score")
        ]
        parts = list(graph.objects(term, PROV.wasDerivedFrom))
        metric = graph.value(term, DQV.isMeasurementOf)
        weights = {
            graph.value(one, GD.weightedMetric): graph.value(one, GD.weight)
            for one in graph.objects(metric, GD.scoreWeight)
        }
        measured = [
            (graph.value(part, DQV.value), weights[graph.value(part, DQV.isMeasurementOf)])
            for part in parts
            if graph.value(part, DQV.value) is not None
        ]
        whole = sum(float(w.toPython()) for _, w in measured)
        mean = 100 * sum(float(v.toPython()) * float(w.toPython()) for v, w in measured) / whole
        assert mean == pytest.approx(side.score.value, abs=0.02)
        assert graph.value(term, DQV.value) == Literal(
            Decimal(str(round(side.score.value or 0, 2)))
        )


def test_a_base_that_cannot_be_used_is_told(compared: Comparison) -> None:
    with pytest.raises(ConfigurationError):
        render(compared, "turtle", base="not an IRI")
