"""Answers held against each other: rows, tables and catalogs that tick unlike the others."""

from __future__ import annotations

from interpret_samples import read

from govdisclose_ld.model import Catalog

HEADER = ["序号", "公开事项", "公开内容", "公开依据", "公开主体", "县级", "乡级"]


def row(number: int, *ticks: str) -> list[str]:
    return [
        str(number),
        f"事项{number}",
        f"内容{number}",
        "《预算法》",
        "财政局",
        *(ticks or ("√", "")),
    ]


def found(catalog: Catalog, *codes: str) -> list[tuple[str, int, int]]:
    return [(f.code, f.ref.table, f.ref.row) for f in catalog.findings if f.code in codes]


def test_a_page_that_ticks_unlike_all_others_is_told_at_its_header() -> None:
    pages = [[HEADER, *(row(n) for n in range(k, k + 4))] for k in (1, 5, 9)]
    pages[1][1:] = [row(n, "", "√") for n in range(5, 9)]
    assert found(read(*pages), "answers-differ") == [("answers-differ", 2, 1)]


def test_a_page_half_of_which_answers_as_no_row_of_the_others_is_told() -> None:
    pages = [[HEADER, *(row(n) for n in range(k, k + 7))] for k in (1, 8)]
    pages[1][1:5] = [row(n, "", "√") for n in range(8, 12)]
    assert found(read(*pages), "answers-differ") == [("answers-differ", 2, 1)]
    pages[0][2] = row(2, "", "√")
    assert found(read(*pages), "answers-differ") == []


def test_of_two_pages_that_disagree_both_are_told() -> None:
    one, other = ([row(n, *ticks) for n in range(1, 6)] for ticks in (("√", ""), ("", "√")))
    told = found(read([HEADER, *one], [HEADER, *other]), "answers-differ")
    assert told == [("answers-differ", 1, 1), ("answers-differ", 2, 1)]


def test_an_answer_beside_its_options_cannot_have_slipped() -> None:
    header = [*HEADER[:5], "公开层级"]
    cells = [[*row(n)[:5], "■县级 □乡级"] for n in range(1, 8)]
    cells[3][5] = "□县级 ■乡级"
    assert found(read([header, *cells]), "answer-unusual") == []


def test_an_answer_that_no_other_row_gives_is_unusual_among_mixed_ones() -> None:
    header = [*HEADER[:5], "市级", *HEADER[5:]]
    cells = [[*row(n)[:5], "", "√", ""] for n in range(1, 13)]
    cells[2][5:] = ["√", "", ""]
    for place in (5, 7, 9):
        cells[place][5:] = ["", "", "√"]
    assert found(read([header, *cells]), "answer-unusual") == [("answer-unusual", 1, 4)]


def test_two_rows_that_alone_answer_alike_do_not_vouch_for_each_other() -> None:
    header = [*HEADER[:5], "市级", *HEADER[5:]]
    cells = [[*row(n)[:5], "√", "", ""] for n in range(1, 13)]
    cells[2][5:] = cells[8][5:] = ["", "√", ""]
    cells[5][5:] = ["", "", "√"]
    told = found(read([header, *cells]), "answer-unusual")
    assert told == [("answer-unusual", 1, number) for number in (4, 7, 10)]


def test_two_rows_that_answer_alike_among_mixed_ones_are_not_unusual() -> None:
    header = [*HEADER[:5], "市级", *HEADER[5:]]
    cells = [[*row(n)[:5], "√", "", ""] for n in range(1, 13)]
    cells[2][5:] = cells[8][5:] = ["", "√", ""]
    cells[5][5:] = cells[10][5:] = ["", "", "√"]
    assert found(read([header, *cells]), "answer-unusual") == []


def test_a_row_that_answers_one_field_as_no_other_does_vouches_for_none() -> None:
    header = [*HEADER[:5], "市级", *HEADER[5:], "主动", "依申请公开"]
    usual = ["√", "", "", "√", ""]
    cells = [[*row(n)[:5], *usual] for n in range(1, 13)]
    cells[2][5:8] = cells[8][5:8] = ["", "√", ""]
    cells[5][5:8] = cells[6][5:8] = cells[10][5:8] = ["", "", "√"]
    assert found(read([header, *cells]), "answer-unusual") == []
    cells[8][8:] = ["", "√"]
    told = found(read([header, *cells]), "answer-unusual")
    assert told == [("answer-unusual", 1, 4), ("answer-unusual", 1, 10)]


def test_a_county_that_publishes_hardly_anything_at_its_own_level_is_told() -> None:
    cells = [row(n, "", "√") for n in range(1, 8)]
    title = "示例县社会救助领域基层政务公开标准目录"
    told = found(read([HEADER, *cells], prose=(title,)), "answers-narrow")
    assert told == [("answers-narrow", 1, 1)]
    assert found(read([HEADER, *cells]), "answers-narrow") == []
