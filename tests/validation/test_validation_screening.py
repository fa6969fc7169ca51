"""Baselines and waivers: what they hide, what shows again, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from screened_samples import AGENCY, EXPIRED, TODAY, baseline_of, full, screened
from validation_samples import CATALOG, PRINTED

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Catalog, Cell, Finding, Row, Severity, Table
from govdisclose_ld.rdf import to_graph
from govdisclose_ld.validation import (
    FORMATS,
    Report,
    Result,
    Scope,
    Waiver,
    fingerprint,
    join_reports,
    read_baseline,
    read_waivers,
    render,
    screen,
    validate,
    write_baseline,
)

YAML = """\
waivers:
  - code: agency-missing
    scope:
      division: 410324
      item: 贫困人口识别
    owner: 扶贫办
    reason: 主体统一为县扶贫办
    expires: 2026-12-31
"""


def codes(results: tuple[Result, ...]) -> list[str]:
    return sorted(result.finding.code for result in results)


def hidden_by(waiver: Waiver, *, today: date = TODAY) -> list[tuple[str, int, int]]:
    report = screen(full(), waivers=[waiver], today=today)
    refs = [result.finding.ref for result in report.hidden]
    return [(waiver.code, ref.table, ref.row) for ref in refs]


# Waivers


def test_waiver_hides_what_it_is_about_and_nothing_else() -> None:
    assert hidden_by(AGENCY) == [("agency-missing", 1, 3)]


@pytest.mark.parametrize(
    ("scope", "rows"),
    [
        (Scope(), [(1, 3), (1, 4), (2, 3)]),
        (Scope(division="410324"), [(1, 3), (1, 4), (2, 3)]),
        (Scope(division="520402"), []),
        (Scope(document="luanchuan.txt", row="举报 电话"), []),
        (Scope(document="luanchuan.txt", row="举报电话"), [(2, 3)]),
        (Scope(document="other.txt"), []),
        (Scope(item="举报"), []),
        (Scope(item=" 举报电话 "), [(2, 3)]),
        (Scope(catalog="urn:other"), []),
    ],
)
def test_scope_of_a_waiver(scope: Scope, rows: list[tuple[int, int]]) -> None:
    waiver = replace(AGENCY, scope=scope)
    assert hidden_by(waiver) == [("agency-missing", *row) for row in rows]


def test_waiver_holds_to_the_end_of_its_last_day() -> None:
    last = AGENCY.expires
    assert hidden_by(AGENCY, today=last)
    assert not hidden_by(AGENCY, today=last + timedelta(days=1))


def test_expired_waiver_shows_again_even_what_the_baseline_lists() -> None:
    known = baseline_of(full(), "level-missing")
    report = screen(full(), waivers=[EXPIRED], baseline=known, today=TODAY)
    assert report.hidden == ()
    assert report.waivers[0].expired
    assert report.waivers[0].matched == 1


def test_what_a_waiver_that_holds_excuses_counts_no_more() -> None:
    violations = {r.finding.code for r in full().results if r.finding.severity.rank == 2}
    waivers = [Waiver(code, "我", "全部", date(2030, 1, 1)) for code in sorted(violations)]
    report = screen(full(), waivers=waivers, today=TODAY)
    assert report.worst is Severity.WARNING
    assert report.counts[Severity.VIOLATION] == 0
    assert not report.conforms


def test_every_form_says_how_many_are_hidden_and_tells_of_idle_waivers() -> None:
    report = screened()
    assert [use.matched for use in report.waivers] == [1, 1, 0]
    text = render(report, "text")
    assert "另有 3 条没有显示：基线已列 2，豁免 1。" in text
    assert "豁免已于 2026-05-31 到期，1 条重新显示：level-missing（waivers.yml:8，李）" in text
    assert "豁免没有对应任何发现：level-missing（w.yml:9，王）" in text
    for name in ("text", "html", "junit", "github"):
        assert "另有 3 条没有显示" in render(report, name)


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_form_can_be_made_of_a_screened_report(format_name: str) -> None:
    assert render(screened(), format_name).endswith("\n")
    assert render(screened(), format_name) != render(full(), format_name)


def test_waivers_are_read_from_yaml(tmp_path: Path) -> None:
    file = tmp_path / "waivers.yml"
    file.write_text(YAML, encoding="utf-8")
    (waiver,) = read_waivers(file)
    assert waiver == Waiver(
        code="agency-missing",
        owner="扶贫办",
        reason="主体统一为县扶贫办",
        expires=date(2026, 12, 31),
        scope=Scope(division="410324", item="贫困人口识别"),
        place="waivers.yml:2",
    )
    file.write_text("waivers: []\n", encoding="utf-8")
    assert read_waivers(file) == ()


@pytest.mark.parametrize(
    ("old", "new", "where", "expected"),
    [
        ("expires: 2026-12-31", "expires: 年底", ":8: waivers[0].expires", "year-month-day"),
        ("expires: 2026-12-31", "expires: 2026-13-31", "", "cannot read"),
        ("    owner: 扶贫办\n", "", ":2: waivers[0]", "missing: owner"),
        ("owner: 扶贫办", "owner: ''", ":6: waivers[0].owner", "some text"),
        ("code: agency-missing", "code: [a]", ":2: waivers[0].code", "code of a finding"),
        ("item: 贫困", "rows: 贫困", ":5: waivers[0].scope.rows", "unknown key rows"),
        ("division: 410324", "division: -1", ":4: waivers[0].scope.division", "whole number"),
        (YAML, "waivers: 3\n", ":1: waivers", "list"),
        (YAML, "- 1\n", "", "mapping"),
        (YAML, "waivers: [\n", "", "YAML"),
    ],
)
def test_broken_waivers_are_told_with_line_and_field(
    old: str, new: str, where: str, expected: str, tmp_path: Path
) -> None:
    file = tmp_path / "waivers.yml"
    file.write_text(YAML.replace(old, new), encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        read_waivers(file)
    assert caught.value.where.startswith(f"{file}{where}")
    assert expected in caught.value.en


def test_waivers_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"none\.yml"):
        read_waivers(tmp_path / "none.yml")


# Baselines


def kept(report: Report, folder: Path) -> Report:
    """The report screened by the baseline that was written of the full one."""
    file = folder / "baseline.csv"
    file.write_text(write_baseline(full()), encoding="utf-8", newline="")
    return screen(report, baseline=read_baseline(file), today=TODAY)


def moved(catalog: Catalog, *, insert_at: int) -> Catalog:
    """The catalog with an empty line above that row of the first table: all below moves down."""
    first, *rest = catalog.document.tables
    rows = [row for row in first.rows if row.number < insert_at]
    rows.append(Row(insert_at, (Cell(""),) * 11, line=50))
    rows += [
        replace(row, number=row.number + 1, line=row.line + 1)
        for row in first.rows
        if row.number >= insert_at
    ]
    document = replace(catalog.document, blocks=(Table(1, tuple(rows)), *rest))

    def below(number: int, row: int) -> int:
        return row + 1 if number == 1 and row >= insert_at else row

    def shift(finding: Finding) -> Finding:
        ref = finding.ref
        return replace(finding, ref=replace(ref, row=below(ref.table, ref.row)))

    return replace(
        catalog,
        document=document,
        items=tuple(
            replace(i, source=replace(i.source, row=below(i.source.table, i.source.row)))
            for i in catalog.items
        ),
        rows=tuple(replace(row, row=below(row.table, row.row)) for row in catalog.rows),
        findings=tuple(map(shift, catalog.findings)),
    )


def with_cell(catalog: Catalog, table: int, row: int, column: int, text: str) -> Catalog:
    """The catalog with other words in one cell."""

    def changed(one: Table) -> Table:
        if one.number != table:
            return one
        rows = []
        for line in one.rows:
            cells = list(line.cells)
            if line.number == row:
                cells[column - 1] = Cell(text)
            rows.append(replace(line, cells=tuple(cells)))
        return replace(one, rows=tuple(rows))

    document = catalog.document
    blocks = tuple(changed(b) if isinstance(b, Table) else b for b in document.blocks)
    return replace(catalog, document=replace(document, blocks=blocks))


def test_everything_that_was_known_is_hidden(tmp_path: Path) -> None:
    report = kept(full(), tmp_path)
    assert report.results == ()
    assert len(report.hidden) == len(full().results)
    assert report.worst is None
    assert not report.conforms
    assert report.baseline is not None
    assert report.baseline.gone == 0


def test_moved_rows_are_known_again(tmp_path: Path) -> None:
    other = validate(moved(CATALOG, insert_at=3), shapes=["completeness"])
    places = {r.finding.ref for r in other.results}
    assert places != {r.finding.ref for r in full().results}
    assert codes(kept(other, tmp_path).results) == []


def test_renumbered_rows_are_known_again(tmp_path: Path) -> None:
    """An item put in above others changes their ordinals and nothing else."""
    renumbered = with_cell(with_cell(CATALOG, 1, 3, 1, "7"), 2, 3, 1, "9")
    assert codes(kept(validate(renumbered, shapes=["completeness"]), tmp_path).results) == []


def test_new_version_of_the_catalog_is_known_again(tmp_path: Path) -> None:
    later = replace(CATALOG, version="2021-01-01", issued="2021-01-01")
    report = validate(later, shapes=["completeness"], base="https://data.example.gov.cn/")
    assert codes(kept(report, tmp_path).results) == []


def test_changed_cell_shows_again(tmp_path: Path) -> None:
    assert PRINTED[1, 3][7] == "社会 特定 群众"
    changed = with_cell(CATALOG, 1, 3, 8, "社会 群众")
    shown = kept(validate(changed, shapes=["completeness"]), tmp_path)
    assert codes(shown.results) == ["audience-unknown"]
    assert shown.baseline is not None
    assert shown.baseline.gone == 1


def test_other_row_shows(tmp_path: Path) -> None:
    renamed = with_cell(CATALOG, 2, 3, 2, "信访举报")
    shown = kept(validate(renamed, shapes=["completeness"]), tmp_path)
    assert {r.finding.ref.table for r in shown.results} == {2}


def test_as_many_are_hidden_as_are_listed() -> None:
    twice = Report((*full().every, *full().every), subjects=full().subjects)
    known = baseline_of(full(), "mode-unticked")
    assert codes(screen(twice, baseline=known, today=TODAY).hidden) == ["mode-unticked"]


def test_of_a_catalog_that_was_not_looked_at_nothing_is_gone() -> None:
    other = replace(CATALOG, slug="other", findings=())
    both = join_reports([full(), validate(other, shapes=["completeness"])])
    known = baseline_of(both, "mode-unticked")
    report = screen(full(), baseline=known, today=TODAY)
    assert report.baseline is not None
    assert report.baseline.gone == 0


def test_what_a_waiver_hides_is_not_written_to_a_baseline() -> None:
    lines = write_baseline(screened()).splitlines()
    assert not any("agency-missing," in line and "识别标准" in line for line in lines)
    assert sum(int(line.split(",")[1]) for line in lines[1:]) == len(full().every) - 1


def test_baseline_is_the_same_whatever_the_order_of_findings() -> None:
    turned = replace(full(), every=tuple(reversed(full().every)))
    assert write_baseline(turned) == write_baseline(full())


def test_baseline_runs_no_formula() -> None:
    formula = with_cell(CATALOG, 1, 4, 9, '=HYPERLINK("http://example.org")')
    written = write_baseline(validate(formula, shapes=["completeness"]))
    assert "'=HYPERLINK" in written
    assert ",=HYPERLINK" not in written


HEAD = "fingerprint,count,code,catalog,row,cell\n"


@pytest.mark.parametrize(
    ("text", "where", "expected"),
    [
        ("", ":1", "the headings"),
        ("a,b\n", ":1", "the headings"),
        (f"{HEAD}{'0' * 32},1\n", ":2", "6 cells"),
        (f"{HEAD}xyz,1,c,k,r,c\n", ":2: fingerprint", "32 hexadecimal digits"),
        (f"{HEAD}{'0' * 32},0,c,k,r,c\n", ":2: count", "above 0"),
        (f"{HEAD}{'0' * 32},١,c,k,r,c\n", ":2: count", "above 0"),
        (f'{HEAD}{"0" * 32},1,c,k,"a"b,c\n', ":2", "CSV"),
    ],
)
def test_broken_baseline_is_told_with_line_and_field(
    text: str, where: str, expected: str, tmp_path: Path
) -> None:
    file = tmp_path / "baseline.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        read_baseline(file)
    assert caught.value.where == f"{file}{where}"
    assert expected in caught.value.en


def test_baseline_that_is_no_text_is_told(tmp_path: Path) -> None:
    file = tmp_path / "baseline.csv"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigurationError, match=r"baseline\.csv"):
        read_baseline(file)


def test_fingerprints_tell_findings_of_one_catalog_apart() -> None:
    prints = [fingerprint(result) for result in full().results]
    assert len(set(prints)) == len(prints)
    of_graph = validate(to_graph(CATALOG), shapes=["completeness"]).results
    assert {fingerprint(r) for r in of_graph if r.component} <= set(prints)
