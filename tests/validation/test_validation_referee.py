"""The referee by its own command line: ``pyshacl`` on the exported Turtle says what we say."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from rdflib import SH, Graph
from rdflib.term import Node

from govdisclose_ld.assets import path
from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.rdf import serialise
from govdisclose_ld.validation import list_shapes, validate

CATALOGS = sorted((Path(__file__).parents[2] / "data/catalogs").glob("*.txt"))
SHAPES = [shapes.name for shapes in list_shapes() if shapes.name != "ontology-qc"]
FACTS = (
    SH.focusNode,
    SH.sourceShape,
    SH.sourceConstraintComponent,
    SH.resultSeverity,
    SH.value,
)
Fact = tuple[str, ...]


def by_pyshacl(data: Path, shapes: Path) -> tuple[bool, Counter[Fact]]:
    """Whether the data conform, and the results, as the command line gives them."""
    command = [str(Path(sys.executable).with_name("pyshacl"))]
    command += ["-s", str(shapes), "-sf", "turtle", "-df", "turtle", "-f", "turtle", str(data)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode in {0, 1}, done.stderr.decode()
    report = Graph().parse(data=done.stdout, format="turtle")
    return done.returncode == 0, Counter(
        tuple(_text(report.value(result, predicate)) for predicate in FACTS)
        for result in report.objects(None, SH.result)
    )


def _text(node: Node | None) -> str:
    return "" if node is None else str(node)


@pytest.mark.parametrize("file", CATALOGS, ids=lambda file: file.stem)
def test_command_line_of_pyshacl_gives_the_same_results(file: Path, tmp_path: Path) -> None:
    catalog, _ = read_catalog(file)
    data, shapes = tmp_path / "catalog.ttl", tmp_path / "shapes.ttl"
    data.write_bytes(b"".join(serialise([catalog], "turtle")))
    shapes.write_bytes(b"\n".join(path(f"shapes/{name}.ttl").read_bytes() for name in SHAPES))
    report = validate(catalog, shapes=SHAPES)
    ours = Counter(
        (
            result.finding.focus,
            result.shape,
            result.component,
            str(SH[result.finding.severity.value.capitalize()]),
            result.value.strip("<>"),
        )
        for kept in report.every
        for result in kept.unfolded
        if result.component
    )
    conforms, theirs = by_pyshacl(data, shapes)
    assert ours == theirs
    assert report.conforms == conforms
    assert {shape.rpartition("#")[0].rpartition("shapes/")[2] for _, shape, *_ in theirs} >= {
        "completeness",
        "standards/poverty-alleviation-2019",
    }
