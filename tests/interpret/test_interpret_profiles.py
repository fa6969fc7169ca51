"""Neighbouring cells, and whole columns, that look as if they had traded places."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from interpret_samples import read

from govdisclose_ld.model import Catalog

HEADER = ["序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开主体", "咨询电话"]
ROWS = [
    ["1", "政策文件", "法律法规", "法律法规的名称、文号、全文", "《预算法》", "财政局", "66001122"],
    ["2", "政策文件", "规范性文件", "文件的名称、文号、全文", "《预算法》", "财政局", "66001122"],
    ["3", "政策文件", "政策解读", "政策解读：解读稿、图解", "《预算法》", "财政局", "66001133"],
    ["4", "行政许可", "许可指南", "申请条件、程序、期限", "《会计法》", "财政局", "66001144"],
    ["5", "行政许可", "许可结果", "许可结果：决定书文号、日期", "《会计法》", "财政局", "66001144"],
    ["6", "监督检查", "检查计划", "年度计划、检查对象", "《会计法》", "财政局", "66001155"],
]


def swapped(row: Sequence[str], place: int) -> list[str]:
    return [*row[:place], row[place + 1], row[place], *row[place + 2 :]]


def found(catalog: Catalog, code: str) -> list[tuple[int, int]]:
    return [(f.ref.row, f.ref.column) for f in catalog.findings if f.code == code]


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize("place", [2, 5])
def test_two_cells_that_traded_places_are_told_at_their_row(number: int, place: int) -> None:
    rows = [swapped(row, place) if i == number else row for i, row in enumerate(ROWS)]
    assert found(read([HEADER, *rows]), "cells-exchanged") == [(number + 2, place + 1)]


def test_labels_of_two_levels_that_traded_places() -> None:
    rows = [swapped(row, 1) if i == 1 else row for i, row in enumerate(ROWS)]
    assert found(read([HEADER, *rows]), "cells-exchanged") == [(3, 2)]


def test_rows_in_their_places_carry_no_such_finding() -> None:
    catalog = read([HEADER, *ROWS])
    assert not found(catalog, "cells-exchanged") + found(catalog, "columns-exchanged")


@pytest.mark.parametrize("place", [1, 2, 5])
def test_two_columns_that_traded_places_are_told_at_the_header(place: int) -> None:
    catalog = read([HEADER, *(swapped(row, place) for row in ROWS)])
    assert (1, place + 1) in found(catalog, "columns-exchanged")


def test_a_page_whose_columns_traded_places_differs_from_the_other_pages() -> None:
    header = ["序号", "公开事项", "公开主体", "股室负责人"]
    names = ["赵一", "钱二", "孙三", "李四", "周五", "吴六"]
    rows = [[str(n), f"事项{n}", "扶贫办", name] for n, name in enumerate(names, 1)]
    pages = [[header, *rows], [header, *(swapped(row, 2) for row in rows)]]
    assert found(read(*pages), "columns-exchanged")


def test_four_rows_make_no_habit() -> None:
    rows = [*ROWS[:3], swapped(ROWS[3], 2)]
    assert not found(read([HEADER, *rows]), "cells-exchanged")


def test_levels_that_traded_places_where_labels_are_printed_once() -> None:
    shown: set[str] = set()
    rows = []
    for number, first, second, *rest in ROWS:
        rows.append([number, second, "" if first in shown else first, *rest])
        shown.add(first)
    assert (1, 2) in found(read([HEADER, *rows]), "columns-exchanged")


def test_options_of_a_field_in_a_column_of_something_else() -> None:
    rows = [[*row[:6], "主动公开" if row[0] == "4" else row[6]] for row in ROWS]
    assert (5, 7) in found(read([HEADER, *rows]), "cell-unusual")


def test_a_hotline_is_at_home_in_a_column_of_telephone_numbers() -> None:
    hotline, level = "12345", "☐乡级"
    rows = [[*row[:6], hotline if row[0] in "156" else row[6]] for row in ROWS]
    assert found(read([HEADER, *rows]), "cell-unusual") == []
    rows[2][6] = level
    assert found(read([HEADER, *rows]), "cell-unusual") == [(4, 7)]


def test_columns_that_traded_places_where_no_header_is_printed_are_told_at_the_table() -> None:
    turned = [swapped(row, 1) for row in ROWS]
    told = [f.ref for f in read([HEADER, *ROWS], turned).findings if f.code == "columns-exchanged"]
    assert (2, 0, 0) in [(ref.table, ref.row, ref.column) for ref in told]
