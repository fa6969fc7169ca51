"""The page of a report: everything is there, every link leads somewhere, nothing is run."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hostile_samples import report as hostile_report
from lxml import etree, html
from screened_samples import full, screened
from test_validation_machine_formats import two_files
from validation_samples import CATALOG

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.model import Cell, Phrase, Table
from govdisclose_ld.rdf import catalog_iri, printed_tables, to_graph
from govdisclose_ld.validation import Report, Score, ScorePart, completeness_of, render, validate
from govdisclose_ld.validation.formats.page import catalog_anchor, write_html
from govdisclose_ld.validation.formats.page import tables as tables_of_the_page

Element = etree._Element
SEEDS = sorted((Path(__file__).parents[2] / "data/catalogs").glob("*.txt"))
SHAPES = ("structure", "completeness", "standards/poverty-alleviation-2019")


@cache
def seed(number: int) -> Report:
    return validate(read_catalog(SEEDS[number])[0], shapes=SHAPES)


REPORTS = {
    "full": full,
    "screened": screened,
    "two": two_files,
    "hostile": hostile_report,
    "none": Report,
    "first seed": lambda: seed(0),
    "second seed": lambda: seed(1),
}
every_report = pytest.mark.parametrize("name", REPORTS)


@cache
def page(name: str) -> Element:
    return html.document_fromstring(render(REPORTS[name](), "html"))


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def of_class(root: Element, name: str) -> list[Element]:
    return [e for e in root.iter() if name in (e.get("class") or "").split()]


@every_report
def test_page_is_well_formed(name: str) -> None:
    text = render(REPORTS[name](), "html").removeprefix("<!DOCTYPE html>\n")
    assert etree.fromstring(text).tag == "html"


@every_report
def test_page_runs_and_fetches_nothing(name: str) -> None:
    root = page(name)
    assert not list(root.iter("script", "link", "img", "iframe", "object", "form", "base"))
    assert not [e for e in root.iter() for key in e.keys() if key.startswith("on")]  # noqa: SIM118
    assert all(a.get("href", "").startswith("#") for a in root.iter("a"))
    (policy,) = [m.get("content") for m in root.iter("meta") if m.get("http-equiv")]
    assert policy.startswith("default-src 'none'")
    assert "url(" not in "".join(words(style) for style in root.iter("style"))


@every_report
def test_no_anchor_comes_twice_and_every_link_leads_to_one(name: str) -> None:
    anchors = [e.get("id") for e in page(name).iter() if e.get("id")]
    links = {a.get("href") for a in page(name).iter("a")}
    assert [anchor for anchor, times in Counter(anchors).items() if times > 1] == []
    assert links <= {f"#{anchor}" for anchor in anchors}


@every_report
def test_every_finding_stands_once_with_its_message_and_remedy(name: str) -> None:
    report, root = REPORTS[name](), page(name)
    cases = [e for e in root.iter("li") if e.getparent() in of_class(root, "cases")]
    assert len(cases) == len(report.results)
    groups = " ".join(map(words, of_class(root, "group")))
    for group in report.groups:
        assert " ".join(group.remedy.zh.split()) in groups
        assert group.code in groups


@pytest.mark.parametrize("number", [0, 1])
def test_cells_of_a_finding_are_marked_with_its_severity_and_link_back(number: int) -> None:
    report, root = seed(number), page("first seed" if number == 0 else "second seed")
    cells = {e.get("id"): e for e in root.iter("td", "th") if e.get("id")}
    marked = {key for key, cell in cells.items() if len(of_class(cell, "badge"))}
    expected = {
        f"c1-t{ref.table}r{ref.row}c{column}"
        for result in report.results
        for ref in [result.finding.ref]
        for column in (result.columns if ref.row else ())
    }
    assert expected & set(cells) == marked
    for key in marked:
        (badge,) = of_class(cells[key], "badge")
        assert badge.get("aria-label")
        severity = (set((cells[key].get("class") or "").split()) - {"cell"}).pop()
        assert severity in (badge.get("class") or "")


@pytest.mark.parametrize("file", SEEDS, ids=lambda file: file.stem)
def test_source_tables_are_those_of_the_document_cell_for_cell(file: Path) -> None:
    catalog, _ = read_catalog(file)
    graph = to_graph(catalog)
    root = html.document_fromstring(render(validate(graph), "html"))
    shown = [
        (e.get("id"), int(e.get("rowspan", "1")), int(e.get("colspan", "1")))
        for e in of_class(root, "cell")
    ]
    printed = [
        (f"c1-t{table.number}r{row.number}c{column}", cell.row_span, cell.column_span)
        for table in printed_tables(graph, catalog_iri(catalog))
        for row in table.rows
        for column, cell in enumerate(row.cells, start=1)
        if cell.anchor is None
    ]
    assert shown == printed


def test_several_catalogs_have_a_table_of_contents() -> None:
    (nav,) = page("two").iter("nav")
    links = [a.get("href") for a in nav.iter("a")]
    assert links == [f"#{catalog_anchor(s.iri)}" for s in two_files().subjects]
    assert not list(page("full").iter("nav"))


def test_score_tells_what_it_was_counted_from() -> None:
    score = completeness_of(full(), full().subjects[0])
    assert score is not None
    states = {part.name.zh: (part.points, part.note.zh) for part in score.parts}
    assert states == {
        "公开内容": (3, ""),
        "公开依据": (3, ""),
        "公开时限": (0, "沿用通知 3"),
        "公开主体": (0, "缺 3"),
        "公开渠道和载体": (3, ""),
        "公开对象": (2, "看不清 1"),
        "公开方式": (1, "缺 1，看不清 1"),
        "公开层级": (1, "缺 1，看不清 1"),
    }
    assert (score.points, score.most, score.percent) == (13, 24, 54)
    assert "3 个事项 × 8 栏 = 24 处应填，写明 13 处。" in words(page("full"))


def test_score_is_the_same_whatever_is_hidden() -> None:
    assert completeness_of(screened(), screened().subjects[0]) == completeness_of(
        full(), full().subjects[0]
    )


def test_no_score_where_completeness_was_not_checked() -> None:
    report = validate(CATALOG, shapes=["structure"])
    assert completeness_of(report, report.subjects[0]) is None


def test_scores_of_others_are_shown_too() -> None:
    part = ScorePart(Phrase("覆盖", "coverage"), 3, 4, Phrase("三项", "three"))
    score = Score(Phrase("总分", "score"), 61.5, 100, (part,), Phrase("说明", "note"))
    text = render(full(), "html", scores={full().subject: [score]})
    assert "61%" in text
    assert "3 / 4" in text


def test_long_reports_leave_out_rows_without_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govdisclose_ld.validation.formats.page.sections._MOST_ROWS", 2)
    root = html.document_fromstring(write_html(seed(0)))
    rows = [e.get("id") for e in root.iter("tr") if (e.get("id") or "").startswith("c1-t")]
    found = {
        f"c1-t{r.finding.ref.table}r{r.finding.ref.row}"
        for r in seed(0).results
        if r.finding.ref.row
    }
    assert found <= set(rows)
    assert "rows without findings are left out" in words(root)
    links = {a.get("href") for a in root.iter("a")}
    assert links <= {f"#{e.get('id')}" for e in root.iter() if e.get("id")}


def test_finding_at_a_covered_cell_leads_to_the_cell_that_covers_it() -> None:
    first, second = CATALOG.document.tables
    rows = list(first.rows)
    upper = list(rows[2].cells)
    lower = list(rows[3].cells)
    upper[5], lower[5] = Cell("", row_span=2), Cell("", anchor=(3, 6))
    rows[2], rows[3] = (
        replace(rows[2], cells=tuple(upper)),
        replace(rows[3], cells=tuple(lower)),
    )
    blocks = (Table(1, tuple(rows)), second)
    catalog = replace(CATALOG, document=replace(CATALOG.document, blocks=blocks))
    report = validate(catalog, shapes=["completeness"])
    sheets = tables_of_the_page.Sheets(report.subjects[0], "c1")
    assert sheets.target((1, 4, 6)) == "c1-t1r3c6"
    assert sheets.target((1, 4, 7)) == "c1-t1r4c7"
    assert sheets.target((1, 99, 7)) == "c1-t1"
    assert sheets.target((9, 1, 1)) == "c1"
    assert "#c1-t1r3c6" in render(report, "html")
