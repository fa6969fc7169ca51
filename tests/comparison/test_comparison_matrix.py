"""The matrix: which state a cell has, and what stands under it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from govdisclose_ld.comparison import CellState, Comparison, Side, compare, compare_catalogs
from govdisclose_ld.errors import ConfigurationError, InputNotFoundError
from govdisclose_ld.model import Answer, Catalog, Finding, Severity
from govdisclose_ld.model.findings import CellRef
from govdisclose_ld.standards import Standard, load_standard
from govdisclose_ld.store import Store, query

DUTIES = ("identification", "exit", "loans", "complaints")


def states(side: Side) -> str:
    return " ".join(cell.state.value for cell in side.cells)


def with_answer(catalog: Catalog, number: int, answer: Answer) -> Catalog:
    items = list(catalog.items)
    items[number] = replace(items[number], answers=(*items[number].answers, answer))
    return replace(catalog, items=tuple(items))


def side_of(catalog: Catalog, standard: Standard) -> Side:
    (side,) = compare_catalogs([catalog], standard=standard).sides
    return side


def test_each_cell_has_its_state(compared: Comparison) -> None:
    a, b = compared.sides
    assert (a.code, a.name, a.province) == ("410324", "栾川县", "河南省")
    assert [cell.duty for cell in a.cells] == list(DUTIES)
    assert states(a) == "answered deviating answered missing"
    assert states(b) == "deviating unknown unknown answered"


def test_a_cell_names_the_rows_under_it(compared: Comparison) -> None:
    a, b = compared.sides
    (link,) = a.cells[0].links
    assert (link.kind, link.title) == ("answers", "贫困人口识别")
    assert (link.place.document, link.place.table, link.place.row) == ("county-a.txt", 1, 2)
    assert sorted(one.kind for one in a.cells[1].deviations) == ["channel-missing", "limit-longer"]
    assert {one.place.row for one in a.cells[1].deviations} == {3}
    (doubt,) = b.cells[1].doubts
    assert (doubt.reason, doubt.place.row) == ("nameless", 3)
    assert a.cells[3].links == a.cells[3].doubts == ()


def test_what_goes_beyond_the_standard_and_what_one_side_has_alone(compared: Comparison) -> None:
    a, b = compared.sides
    assert [(one.kind, one.title) for one in a.beyond] == [("beyond-standard", "光伏扶贫")]
    assert [link.title for link in a.alone] == ["光伏扶贫"]
    assert [link.title for link in b.alone] == ["扶贫对象"]


def test_the_query_gives_the_same_states(
    compared: Comparison, standard: Standard, catalogs: tuple[Catalog, Catalog]
) -> None:
    with Store() as store:
        store.load_reference()
        store.load_standard(standard)
        for catalog in catalogs:
            store.replace(catalog)
        rows = query(store, "compare/matrix", standard="toy").records()
    told = {(row["code"], str(row["duty"]).rpartition("/")[2]): row["state"] for row in rows}
    for side in compared.sides:
        for cell in side.cells:
            word = "answered" if cell.state is CellState.DEVIATING else cell.state.value
            assert told[side.code, cell.duty] == word


def test_a_candidate_is_no_coverage(standard: Standard, catalogs: tuple[Catalog, Catalog]) -> None:
    guess = Answer("toy", "complaints", "LexicalMatching", "closeMatch", "candidate", 0.6)
    side = side_of(with_answer(catalogs[0], 3, guess), standard)
    assert states(side) == "answered deviating answered candidate"
    assert [link.kind for link in side.cells[3].links] == ["candidate"]
    coverage = side.measurements[0]
    assert (coverage.good, coverage.poor, coverage.pending) == (3, 0, 1)
    assert (coverage.share, coverage.high) == (0.75, 1)


def test_an_answer_in_part_is_a_deviation(
    standard: Standard, catalogs: tuple[Catalog, Catalog]
) -> None:
    part = Answer("toy", "complaints", "ManualMappingCuration", "broadMatch")
    side = side_of(with_answer(catalogs[0], 3, part), standard)
    assert side.cells[3].state is CellState.DEVIATING
    assert [link.kind for link in side.cells[3].links] == ["in-part"]


def test_a_part_that_was_not_read_leaves_every_gap_open(
    standard: Standard, catalogs: tuple[Catalog, Catalog]
) -> None:
    unread = Finding("page-without-text", Severity.WARNING, "…", "…", CellRef("county-a.txt"))
    side = side_of(replace(catalogs[0], findings=(*catalogs[0].findings, unread)), standard)
    assert states(side) == "answered deviating answered unknown"
    assert [doubt.reason for doubt in side.cells[3].doubts] == ["part-unread"]


def test_a_catalog_without_items_is_unknown_throughout(
    standard: Standard, catalogs: tuple[Catalog, Catalog]
) -> None:
    empty = replace(catalogs[0], items=(), rows=(), columns=())
    side = side_of(empty, standard)
    assert states(side) == "unknown unknown unknown unknown"
    assert side.score is not None
    assert (side.score.value, side.score.high) == (0, 100)
    assert side.score.known == 0


def test_a_catalog_never_read_against_a_standard_misses_nothing(
    standard: Standard, catalogs: tuple[Catalog, Catalog]
) -> None:
    stranger = replace(
        catalogs[0], items=tuple(replace(item, answers=()) for item in catalogs[0].items)
    )
    with Store() as store:
        store.load_reference()
        store.load_standard(standard)
        store.replace(stranger)
        (side,) = compare(store, standard=standard).sides
        assert states(side) == "unknown unknown unknown unknown"
        assert {doubt.reason for cell in side.cells for doubt in cell.doubts} == {"not-aligned"}
        (side,) = compare(store, standard=standard, aligned=True).sides
        assert states(side) == "missing missing missing missing"


def test_the_newest_edition_counts(standard: Standard, catalogs: tuple[Catalog, Catalog]) -> None:
    old, new = (
        replace(catalogs[0], version=day, issued=day) for day in ("2019-05-01", "2020-05-01")
    )
    with Store() as store:
        store.load_reference()
        store.load_standard(standard)
        for catalog in (new, old, replace(catalogs[0], version="undated")):
            store.replace(catalog)
        compared = compare(store, standard=standard)
    assert [one.issued for side in compared.sides for one in side.catalogs] == ["2020-05-01"]
    assert sorted(one.issued for one in compared.superseded) == ["", "2019-05-01"]
    assert len(compare_catalogs([old, new], standard=standard).sides) == 2


def test_catalogs_of_a_division_are_taken_together_for_a_shared_standard(
    standard: Standard, catalogs: tuple[Catalog, Catalog]
) -> None:
    a = catalogs[0]
    second = replace(catalogs[1], division=a.division, slug="second")
    compared = compare_catalogs([a, second], standard=replace(standard, shared=True))
    (side,) = compared.sides
    assert compared.merged
    # An answer of either counts; a gap is certain only if neither catalog is in doubt.
    assert states(side) == "deviating deviating answered answered"
    assert side.subject.endswith("/division/410324")
    (alone,) = compare_catalogs([a], standard=replace(standard, shared=True)).sides
    assert states(alone) == "answered deviating answered missing"


def test_the_fields_are_answered_by_whole_catalogs(catalogs: tuple[Catalog, Catalog]) -> None:
    fields = load_standard("fields-26")
    whole = Answer("fields-26", "poverty-alleviation", "LexicalMatching")
    (side,) = compare_catalogs([replace(catalogs[0], answers=(whole,))], standard=fields).sides
    (cell,) = [cell for cell in side.cells if cell.links]
    assert (cell.duty, cell.state) == ("poverty-alleviation", CellState.ANSWERED)
    assert cell.links[0].item == side.catalogs[0].iri


def test_divisions_choose(standard: Standard, catalogs: tuple[Catalog, Catalog]) -> None:
    with Store() as store:
        store.load_reference()
        store.load_standard(standard)
        for catalog in catalogs:
            store.replace(catalog)

        def codes(*divisions: str) -> list[str]:
            return [
                side.code for side in compare(store, standard=standard, divisions=divisions).sides
            ]

        assert codes("410000") == ["410324"]
        assert codes("520402", "410324", "410300") == ["410324", "520402"]
        with pytest.raises(ConfigurationError, match="999999"):
            codes("999999")
        with pytest.raises(InputNotFoundError, match=r"(?s)410325 嵩县.*410324 栾川县"):
            codes("410324", "410325")


def test_what_cannot_be_compared_is_told(standard: Standard) -> None:
    with Store() as store:
        with pytest.raises(ConfigurationError, match="does not hold the standard toy"):
            compare(store, standard=standard)
        store.load_standard(standard)
        with pytest.raises(InputNotFoundError, match="holds no catalog"):
            compare(store, standard=standard)
