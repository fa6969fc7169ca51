"""The two source catalogs, from document to report: what a person sees in them is what is found."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.model import CellRef
from govdisclose_ld.rdf import catalog_iri, to_graph
from govdisclose_ld.rdf.iris import item_iri
from govdisclose_ld.validation import Report, validate

CATALOGS = Path(__file__).parents[2] / "data" / "catalogs"
LUANCHUAN = "luanchuan-fupin-notice-2020-51.txt"
XIXIU = "xixiu-fupin-list.txt"
SHAPES = ("structure", "completeness", "standards/poverty-alleviation-2019")


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
    codes = [c for c in report(LUANCHUAN)[0].counts_by_code if c.startswith("poverty-alleviation")]
    answered = {"identification", "exit", "project-pool", "complaints"}
    missing = {code.removeprefix("poverty-alleviation-2019-") for code in codes}
    assert len(missing) == 8
    assert not missing & answered


def test_xixiu_has_no_column_of_levels() -> None:
    assert len(items(XIXIU, "level-missing")) == 36
    assert place(XIXIU, "level-missing-everywhere") == CellRef(XIXIU, 1, 1, 0)
    assert items(XIXIU, "mode-unticked") == items(XIXIU, "mode-unknown") == []
    assert "time-limit-too-long" not in report(XIXIU)[0].counts_by_code
