"""The two source catalogs, from document to report: what a person sees in them is what is found."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.model import CellRef
from govdisclose_ld.rdf import catalog_iri, to_graph
from govdisclose_ld.rdf.iris import item_iri
from govdisclose_ld.validation import Report, Result, validate

CATALOGS = Path(__file__).parents[2] / "data" / "catalogs"
LUANCHUAN = "luanchuan-fupin-notice-2020-51.txt"
XIXIU = "xixiu-fupin-list.txt"
POVERTY = "poverty-alleviation-2019"
SHAPES = ("structure", "completeness", f"standards/{POVERTY}")


@cache
def report(name: str) -> tuple[Report, dict[str, str]]:
    """The report on the graph of a catalog, and the ordinal of each of its items."""
    catalog, _ = read_catalog(CATALOGS / name)
    iri = catalog_iri(catalog)
    ordinals = {item_iri(iri, item.key): item.ordinal for item in catalog.items}
    return validate(to_graph(catalog), shapes=SHAPES), ordinals


def items(name: str, code: str) -> list[int]:
    """The ordinals of the items that have a finding of that code."""
    found, ordinals = report(name)
    return sorted(int(ordinals[f.focus]) for f in found.findings if f.code == code)


def place(name: str, code: str) -> CellRef:
    (finding,) = [f for f in report(name)[0].findings if f.code == code]
    return finding.ref


def test_both_graphs_have_the_promised_structure() -> None:
    for name in (LUANCHUAN, XIXIU):
        catalog, _ = read_catalog(CATALOGS / name)
        assert validate(to_graph(catalog), shapes=["structure"]).conforms


def test_luanchuan_prints_no_time_limit_and_no_agency() -> None:
    assert items(LUANCHUAN, "time-limit-inherited") == list(range(1, 11))
    assert items(LUANCHUAN, "agency-missing") == list(range(1, 11))
    assert place(LUANCHUAN, "time-limit-inherited-everywhere") == CellRef(LUANCHUAN, 1, 1, 6)
    assert place(LUANCHUAN, "agency-missing-everywhere") == CellRef(LUANCHUAN, 1, 1, 7)


def test_luanchuan_labels_without_marks_are_unknown() -> None:
    assert items(LUANCHUAN, "mode-unknown") == [1, 2]
    assert items(LUANCHUAN, "level-unknown") == [1, 2]
    assert {1, 2} <= set(items(LUANCHUAN, "audience-unknown"))


def test_luanchuan_empty_boxes_are_not_unknown() -> None:
    assert items(LUANCHUAN, "mode-unticked") == [3, 4, 5, 6, 7, 8]
    assert items(LUANCHUAN, "mode-missing") == []


def test_luanchuan_answers_four_of_twelve() -> None:
    answered = {"identification", "exit", "project-pool", "complaints"}
    (coverage,) = [g for g in report(LUANCHUAN)[0].groups if g.code == f"{POVERTY}-coverage"]
    missing = {m.finding.code.removeprefix(f"{POVERTY}-") for m in coverage.members}
    assert len(missing) == 8
    assert not missing & answered


@pytest.mark.parametrize("name", [LUANCHUAN, XIXIU])
def test_graph_tells_what_the_catalog_tells_but_for_lines_of_prose(name: str) -> None:
    catalog, _ = read_catalog(CATALOGS / name)
    full, of_graph = validate(catalog, shapes=SHAPES), report(name)[0]
    assert tuple(map(without_line_of_prose, full.results)) == of_graph.results
    assert full.subjects == of_graph.subjects
    assert any(not result.component for result in of_graph.results)


def without_line_of_prose(result: Result) -> Result:
    """RDF has no line for what was found outside the tables."""
    finding = result.finding
    return replace(result, finding=replace(finding, line=finding.line if finding.ref.table else 0))


def test_xixiu_has_no_column_of_levels() -> None:
    assert len(items(XIXIU, "level-missing")) == 36
    assert place(XIXIU, "level-missing-everywhere") == CellRef(XIXIU, 1, 1, 0)
    assert items(XIXIU, "mode-unticked") == items(XIXIU, "mode-unknown") == []
    assert "time-limit-too-long" not in report(XIXIU)[0].counts_by_code
