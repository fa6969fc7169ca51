"""The referee: pySHACL by itself, on the data as exported, says the same as we do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pyshacl
import pytest
from rdflib import SH, Dataset, Graph, URIRef
from rdflib.compare import isomorphic
from validation_samples import CATALOG, SHAPES

from govdisclose_ld.assets import path
from govdisclose_ld.rdf import FORMATS, serialise, to_graph
from govdisclose_ld.validation import Result, validate

Fact = tuple[str, str, str, str, str]


def referee(data: Graph) -> Counter[Fact]:
    shapes = Graph()
    for name in SHAPES:
        shapes.parse(path(f"shapes/{name}.ttl"))
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
    facts = (
        tuple(
            str(report.value(result, predicate) or "")
            for predicate in (
                SH.focusNode,
                SH.sourceShape,
                SH.sourceConstraintComponent,
                SH.resultSeverity,
                SH.value,
            )
        )
        for result in report.objects(None, SH.result)
    )
    return Counter(facts)  # type: ignore[arg-type]


def facts(results: Iterable[Result]) -> Counter[Fact]:
    return Counter(
        (
            result.finding.focus,
            result.shape,
            result.component,
            str(SH[result.finding.severity.value.capitalize()]),
            result.value.strip("<>"),
        )
        for kept in results
        for result in kept.unfolded
        if result.shape
    )


def test_same_results_as_the_referee_on_the_exported_turtle() -> None:
    turtle = b"".join(serialise([CATALOG], "turtle"))
    expected = referee(Graph().parse(data=turtle, format="turtle"))
    assert {shape.rpartition("#")[0].rpartition("/")[2] for _, shape, *_ in expected} == {
        "completeness",
        "poverty-alleviation-2019",
    }
    assert facts(validate(CATALOG, shapes=SHAPES).results) == expected


@pytest.mark.parametrize("format_name", FORMATS)
def test_same_report_on_every_format(format_name: str, tmp_path: Path) -> None:
    file = tmp_path / f"data{FORMATS[format_name].suffix}"
    file.write_bytes(b"".join(serialise([CATALOG], format_name)))
    report = validate(file, shapes=SHAPES)
    assert report == validate(to_graph(CATALOG), shapes=SHAPES)


def test_same_report_on_rdf_xml(tmp_path: Path) -> None:
    file = tmp_path / "data.rdf"
    file.write_text(to_graph(CATALOG).serialize(format="xml"), encoding="utf-8")
    assert validate(file, shapes=SHAPES) == validate(to_graph(CATALOG), shapes=SHAPES)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own, of its datasets
def test_same_report_on_a_dataset() -> None:
    dataset = Dataset()
    named = dataset.graph(URIRef("urn:graph"))
    for triple in to_graph(CATALOG):
        named.add(triple)
    assert validate(dataset, shapes=SHAPES) == validate(to_graph(CATALOG), shapes=SHAPES)


def test_data_are_left_as_they_were() -> None:
    graph = to_graph(CATALOG)
    validate(graph, shapes=SHAPES)
    assert isomorphic(graph, to_graph(CATALOG))


def test_shapes_are_left_as_they_were() -> None:
    first = validate(CATALOG, shapes=SHAPES)
    assert validate(CATALOG, shapes=SHAPES) == first
