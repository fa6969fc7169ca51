"""Reports as text, JSON and Turtle, compared whole; the same bytes on every run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, SH, BNode, Graph, Literal, Namespace, URIRef
from validation_samples import CATALOG, SHAPES

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import CellRef, Finding, Severity
from govdisclose_ld.validation import FORMATS, Report, Result, render, validate


def finding(ref: CellRef, **more: Any) -> Finding:
    return Finding("c", Severity.INFO, "话", "words", ref, **more)


GOLDEN = Path(__file__).parent / "golden"
GD = Namespace("https://w3id.org/govdisclose/ns#")
OA = Namespace("http://www.w3.org/ns/oa#")
NAMES = {
    "text": "report.txt",
    "json": "report.json",
    "html": "report.html",
    "junit": "report.junit.xml",
    "sarif": "report.sarif",
    "github": "report.github.txt",
    "turtle": "report.ttl",
    "csv": "report.csv",
}


def golden(format_name: str) -> bytes:
    return (GOLDEN / NAMES[format_name]).read_bytes()


def made(format_name: str) -> bytes:
    """The report of the sample in a form; those that list every rule have those of one file."""
    several = format_name in {"text", "json", "turtle"}
    return render(checked(SHAPES if several else ("completeness",)), format_name).encode()


@cache
def checked(shapes: tuple[str, ...]) -> Report:
    return validate(CATALOG, shapes=shapes)


@pytest.mark.parametrize("format_name", FORMATS)
def test_golden(format_name: str) -> None:
    assert made(format_name).decode() == golden(format_name).decode()


def test_same_bytes_whatever_the_hash_seed() -> None:
    program = (
        "import sys; from test_validation_formats import FORMATS, made; "
        "sys.stdout.buffer.write(b''.join(map(made, FORMATS)))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(GOLDEN.parent)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs == [b"".join(map(golden, FORMATS))] * 2


def test_json_fields_are_stable() -> None:
    document = json.loads(render(validate(CATALOG, shapes=SHAPES), "json"))
    assert list(document) == [
        "summary",
        "catalogs",
        "findings",
        "hidden",
        "waivers",
        "baseline",
    ]
    assert list(document["summary"]) == ["conforms", "worst", "counts", "codes", "hidden"]
    assert {tuple(finding) for finding in document["findings"]} == {
        (
            "code",
            "severity",
            "message",
            "message_en",
            "remedy",
            "remedy_en",
            "source",
            "source_en",
            "document",
            "table",
            "row",
            "column",
            "column_number",
            "columns",
            "line",
            "printed",
            "focus",
            "value",
            "catalog",
            "shape",
            "also",
            "fingerprint",
        )
    }


def test_turtle_is_a_report_of_shacl_without_blank_nodes() -> None:
    graph = Graph().parse(data=render(validate(CATALOG, shapes=SHAPES), "turtle"), format="turtle")
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(report, SH.conforms) == Literal(False)  # noqa: FBT003
    results = list(graph.objects(report, SH.result))
    told = [r for kept in validate(CATALOG, shapes=SHAPES).results for r in kept.unfolded]
    assert len(results) == len([result for result in told if result.component]) > 20
    for result in results:
        for predicate in (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent):
            assert len(list(graph.objects(result, predicate))) == 1
        messages = graph.objects(result, SH.resultMessage)
        assert sorted(str(m.language) for m in messages if isinstance(m, Literal)) == ["en", "zh"]
    (reading,) = graph.subjects(GD.code, Literal("header-changed"))
    assert (reading, RDF.type, GD.ReadingFinding) in graph
    assert (report, GD.finding, reading) in graph
    (unknown,) = graph.subjects(GD.code, Literal("level-unknown"))
    assert str(graph.value(unknown, OA.hasTarget)).endswith("/row/1-3")


def test_turtle_of_a_report_on_nothing_in_particular() -> None:
    result = Result(
        finding(CellRef("")), shape="urn:shape", component="urn:component", value='"a\\"b"@zh'
    )
    graph = Graph().parse(data=render(Report((result,)), "turtle"), format="turtle")
    report = URIRef("https://w3id.org/govdisclose/id/validation")
    assert (report, SH.conforms, Literal(False)) in graph  # noqa: FBT003
    assert Literal('a"b', lang="zh") in set(graph.objects(None, SH.value))


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (
            finding(CellRef("甲.txt", 2, 3, 4), column="公开时限", line=60),
            "甲.txt 第2表第3行「公开时限」 (甲.txt, table 2, row 3, 公开时限, line 60)",
        ),
        (
            finding(CellRef("甲.txt", 2, 3, 4), printed="长 期\n公开"),
            "甲.txt 第2表第3行「第4列」 (甲.txt, table 2, row 3, column 4): 长 期 公开",
        ),
        (
            finding(CellRef("甲.txt", 2)),
            "甲.txt 第2表 (甲.txt, table 2)",
        ),
        (
            finding(CellRef("甲.txt"), line=7),
            "甲.txt （文件第7行） (甲.txt, line 7)",
        ),
        (
            finding(CellRef("甲.txt"), focus="urn:item"),
            "甲.txt <urn:item>",
        ),
        (finding(CellRef(""), focus="urn:item"), "urn:item"),
    ],
)
def test_places_in_words(found: Finding, line: str) -> None:
    text = render(Report((Result(found),)), "text").splitlines()
    assert text[:4] == ["提示 info [c]", "  话", "  words", f"    {line}"]


def test_report_on_a_catalog_without_fault() -> None:
    assert render(Report(), "text") == (
        "共 0 条：违反 0，警告 0，提示 0。符合。 "
        "(0 findings: violation 0, warning 0, info 0; conforms)\n"
    )


def test_unknown_format_is_told() -> None:
    with pytest.raises(
        ConfigurationError, match="text, json, html, junit, sarif, github, turtle, csv"
    ):
        render(Report(), "pdf")
