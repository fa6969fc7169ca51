"""Rows that differ from all the others of their catalog."""

from __future__ import annotations

import pytest
from interpret_samples import read

from govdisclose_ld.model import Severity

HEADER = ["序号", "公开事项", "公开内容", "公开依据", "公开主体", "全社会", "特定群体"]


def row(number: int) -> list[str]:
    return [str(number), f"事项{number}", f"内容{number}", "《预算法》", "县财政局", "√", ""]


def odd(*cells: list[str]) -> list[tuple[str, int, int]]:
    catalog = read([HEADER, *cells])
    codes = {"field-blank", "answer-unusual", "cell-unusual"}
    found = [f for f in catalog.findings if f.code in codes]
    assert {f.severity for f in found} <= {Severity.INFO}
    return [(f.code, f.ref.row, f.ref.column) for f in found]


def rows(count: int) -> list[list[str]]:
    return [row(n) for n in range(1, count + 1)]


@pytest.mark.parametrize(
    ("place", "text", "code"),
    [
        (2, "", "field-blank"),
        (3, "", "field-blank"),
        (4, "", "field-blank"),
        (5, "", "field-blank"),
        (3, "内容甲乙丙", "cell-unusual"),
        (2, "首页-政务公开-公开目录", "cell-unusual"),
    ],
)
def test_one_row_unlike_all_others(place: int, text: str, code: str) -> None:
    last = row(6)
    last[place] = text
    assert (code, 7, place + 1) in odd(*rows(5), last)


def test_one_answer_unlike_all_others() -> None:
    assert odd(*rows(5), [*row(6)[:5], "", "√"]) == [("answer-unusual", 7, 6)]


def test_two_of_ten_that_answer_alike_are_both_told() -> None:
    others = [[*row(n)[:5], "", "√"] for n in (9, 10)]
    assert odd(*rows(8), *others) == [("answer-unusual", n, 6) for n in (10, 11)]


def test_three_of_ten_are_no_exception() -> None:
    others = [[*row(n)[:5], "", "√"] for n in (8, 9, 10)]
    assert odd(*rows(7), *others) == []


def test_four_rows_make_no_habit() -> None:
    assert odd(*rows(3), [*row(4)[:3], "", "县财政局", "", "√"]) == []


def test_a_column_that_is_blank_throughout_is_no_exception() -> None:
    assert odd(*([*row(n)[:3], "", *row(n)[4:]] for n in range(1, 7))) == []
