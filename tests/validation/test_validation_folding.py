"""One kind of finding: what each code says of itself, and what is told once though found twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from validation_samples import CATALOG, NAME, ref

from govdisclose_ld.assets import knowledge
from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.model import CellRef, Finding, Phrase, Severity
from govdisclose_ld.validation import Report, Result, Rule, describe_shapes, list_shapes, render
from govdisclose_ld.validation.folding import fold
from govdisclose_ld.validation.rules import rules_of_the_reading
from govdisclose_ld.validation.validator import validate

LUANCHUAN = Path(__file__).parents[2] / "data/catalogs/luanchuan-fupin-notice-2020-51.txt"
STANDARD = "poverty-alleviation-2019"
SHAPES = [(shapes.name, rule) for shapes in list_shapes() for rule in describe_shapes(shapes.name)]
READING = list(rules_of_the_reading().values())


@pytest.mark.parametrize("name", [shapes.name for shapes in list_shapes()])
def test_every_shape_that_reports_says_how_to_mend_what_it_finds(name: str) -> None:
    rules = [rule for file, rule in SHAPES if file == name and rule.message]
    assert rules
    assert [rule.code for rule in rules if not (rule.remedy.zh and rule.remedy.en)] == []
    assert [rule.code for rule in rules if rule.remedy.zh == rule.remedy.en] == []


def test_every_finding_of_the_reading_says_why_it_comes_and_how_to_mend_it() -> None:
    assert len(READING) > 60
    for rule in READING:
        assert rule.remedy.zh != rule.remedy.en
        assert rule.source.zh != rule.source.en


def test_both_files_of_findings_have_one_form() -> None:
    for file in ("findings", "reader-findings"):
        for code, entry in knowledge(f"vocabulary/{file}.yml").items():
            assert set(entry) - {"told_by"} == {"severity", "zh", "en", "cause", "remedy"}, code
            assert set(entry["cause"]) == set(entry["remedy"]) == {"zh", "en"}, code


def test_what_tells_the_same_exists() -> None:
    codes = {rule.code for _, rule in SHAPES}
    iris = {rule.iri for _, rule in SHAPES}
    assert {code for rule in READING for code in rule.told_by} <= codes
    read = {rule.code for rule in READING}
    assert {told for _, rule in SHAPES for told in rule.told_by} <= iris | read


def rule(code: str, *told_by: str) -> Rule:
    words = Phrase("词", "words")
    return Rule(f"urn:{code}", code, Severity.WARNING, words, words, told_by=frozenset(told_by))


def result(
    code: str,
    *told_by: str,
    at: CellRef | None = None,
    severity: Severity = Severity.WARNING,
    of_shape: bool = True,
) -> Result:
    place = at or ref(1, 3, 8)
    return Result(
        Finding(code, severity, code, code, place),
        shape=f"urn:{code}" if of_shape else "",
        component="urn:component" if of_shape else "",
        columns=(place.column,) if place.column else (),
        rule=rule(code, *told_by),
    )


def told(*results: Result) -> list[tuple[str, list[str]]]:
    """The codes that are left, each with those that it tells as well."""
    return [(one.finding.code, [other.finding.code for other in one.also]) for one in fold(results)]


def test_two_that_tell_the_same_of_one_cell_are_one() -> None:
    reading = result("mark-unknown", "mode-unknown", of_shape=False)
    assert told(reading, result("mode-unknown")) == [("mode-unknown", ["mark-unknown"])]
    assert told(result("mode-unknown"), reading) == [("mode-unknown", ["mark-unknown"])]
    by_iri = result("standard-mode", "urn:mode-unknown")
    assert told(by_iri, result("mode-unknown")) == [("mode-unknown", ["standard-mode"])]


@pytest.mark.parametrize(
    "other",
    [
        result("mode-unknown", at=ref(1, 3, 9)),
        result("mode-unknown", at=ref(1, 4, 8)),
        result("mode-unknown", at=ref(2, 3, 8)),
        result("mode-missing"),
        result("mode-unknown", severity=Severity.INFO),
        replace(result("mode-unknown"), catalog="urn:other"),
    ],
    ids=["column", "row", "table", "code", "weight", "catalog"],
)
def test_others_stay_by_themselves(other: Result) -> None:
    reading = result("mark-unknown", "mode-unknown", of_shape=False)
    assert [code for code, _ in told(reading, other)] == ["mark-unknown", other.finding.code]


def test_of_two_that_tell_each_other_one_stays() -> None:
    assert told(result("a", "b"), result("b", "a")) == [("b", ["a"])]
    circle = (result("a", "b"), result("b", "c"), result("c", "a"))
    kept = told(*circle)
    assert sorted(code for one, also in kept for code in (one, *also)) == ["a", "b", "c"]


def test_what_is_told_by_one_that_is_told_itself_is_told_by_the_last() -> None:
    chain = (result("a", "b"), result("b", "c"), result("c"))
    assert told(*chain) == [("c", ["b", "a"])]


def test_results_of_one_shape_are_never_one() -> None:
    assert told(result("a"), result("a")) == [("a", []), ("a", [])]


def test_reading_and_shape_of_one_code_are_one() -> None:
    reading = result("ordinal-gap", at=ref(1, 3), of_shape=False)
    assert told(reading, result("ordinal-gap", at=ref(1, 3, 1))) == [
        ("ordinal-gap", ["ordinal-gap"])
    ]


def test_clerk_of_luanchuan_is_told_once_of_a_mark_that_cannot_be_read() -> None:
    catalog, findings = read_catalog(LUANCHUAN)
    unread = {"mark-unknown", "mark-unassigned"}
    assert unread <= {finding.code for finding in findings}
    report = validate(catalog)
    cells = [
        (result.finding.ref, name)
        for result in report.results
        for name in [result.finding.code]
        if name in unread or name.endswith("-unknown")
    ]
    assert len({place for place, _ in cells}) == len(cells)
    assert not unread & {name for _, name in cells}
    kept = {other.finding.code for result in report.results for other in result.also}
    assert unread <= kept


def test_what_the_prose_promises_is_told_once() -> None:
    report = validate(read_catalog(LUANCHUAN)[0], shapes=[f"standards/{STANDARD}"])
    promised = f"{STANDARD}-declared-not-listed"
    told = [one for one in report.results if one.finding.code == "declared-missing"]

    assert promised not in {one.finding.code for one in report.results}
    assert [len(one.also) for one in told] == [1, 8]
    assert {other.finding.code for one in told for other in one.also} == {promised}


@pytest.mark.parametrize(("listed", "folded"), [("甲、乙、丙", True), ("甲、丙", False)])
def test_the_reading_tells_what_a_shape_says_only_of_the_same_names(
    listed: str, *, folded: bool
) -> None:
    place = CellRef(NAME)
    shape = result("shape", "reading", at=place)
    shape = replace(shape, finding=replace(shape.finding, message_zh="表格里没有：乙。"))
    reading = result("reading", at=place, of_shape=False)
    reading = replace(reading, finding=replace(reading.finding, message_zh=f"表中没有：{listed}"))

    assert (len(fold([shape, reading])) == 1) is folded


def test_group_is_called_by_its_cause_and_each_row_says_its_own() -> None:
    texts = (("甲", "a"), ("乙", "b"))
    rows = [
        replace(
            result("x", at=ref(1, row, 2)),
            finding=Finding("x", Severity.WARNING, zh, en, CellRef(NAME, 1, row, 2)),
        )
        for row, (zh, en) in enumerate(texts, start=3)
    ]
    (group,) = Report(tuple(rows)).groups
    assert group.message == Phrase("词", "words")
    assert render(Report(tuple(rows)), "text").splitlines() == [
        "警告 warning [x] ×2",
        "  词",
        "  words",
        f"    {NAME} 第1表第3行「第2列」 ({NAME}, table 1, row 3, column 2)",
        "      甲",
        "      a",
        f"    {NAME} 第1表第4行「第2列」 ({NAME}, table 1, row 4, column 2)",
        "      乙",
        "      b",
        "",
        "共 2 条：违反 0，警告 2，提示 0。不符合。 "
        "(2 findings: violation 0, warning 2, info 0; does not conform)",
    ]


def test_finding_of_a_code_that_nobody_knows_is_given_as_it_is() -> None:
    odd = Finding("odd-one", Severity.INFO, "怪", "odd", ref(1, 3, 2))
    report = validate(replace(CATALOG, findings=(odd,)), shapes=["completeness"])
    (found,) = [r for r in report.results if r.finding == odd]
    assert not found.remedy
    assert "怪" in render(report, "html")
