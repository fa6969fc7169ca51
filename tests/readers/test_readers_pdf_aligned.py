"""PDF: tables without rules between columns are read where that is certain, else left as prose."""

from __future__ import annotations

import pytest
from readers_pdf import Page, portable
from readers_shown import read_shown

LEFT = (50, 100, 200, 330, 450)
HEADER = ("序号", "公开事项", "公开内容", "公开时限", "公开主体")
FOUND = "F info table-by-alignment 1,0,0@0"
UNCERTAIN = f"F warning table-form-uncertain 0,0,0@0 {' '.join(HEADER)}"


def line(page: Page, top: float, *texts: str, indent: float = 0) -> None:
    for left, text in zip(LEFT, texts, strict=True):
        if text:
            page.text(left + indent, top, text)


def test_one_line_for_each_row() -> None:
    page = Page()
    page.text(200, 20, "某县政务公开目录", 16)
    line(page, 60, *HEADER)
    line(page, 80, "1", "灾情报告", "受灾人口", "20个工作日", "应急局")
    line(page, 100, "2", "救助款物", "", "及时", "民政局", indent=6)
    line(page, 120, "3", "预案", "全文", "", "应急局")
    page.text(50, 150, "注：本目录由某县人民政府办公室负责解释，自发布之日起施行。")
    page.text(300, 560, "- 1 -")
    assert read_shown(portable(page), "a.pdf") == [
        "P@0: 某县政务公开目录",
        "T1",
        f"  1@0: {' | '.join(HEADER)}",
        "  2@0: 1 | 灾情报告 | 受灾人口 | 20个工作日 | 应急局",
        "  3@0: 2 | 救助款物 |  | 及时 | 民政局",
        "  4@0: 3 | 预案 | 全文 |  | 应急局",
        "P@0: 注：本目录由某县人民政府办公室负责解释，自发布之日起施行。",
        "P@0: - 1 -",
        FOUND,
    ]


@pytest.mark.parametrize("middle", [False, True])
def test_rows_of_several_lines_are_parted_by_wider_blanks(*, middle: bool) -> None:
    page = Page()
    line(page, 60, *HEADER)
    for number, top in (("1", 90), ("2", 130)):
        mine, other = ("", number) if middle else (number, "")
        line(page, top, mine, "灾情报告", "受灾人口、倒损房屋和农", "20个工作日", "应急局")
        line(page, top + 12, other, "", "作物受灾面积", "", "")
    rows = read_shown(portable(page), "a.pdf")[2:4]
    cells = "灾情报告 | 受灾人口、倒损房屋和农作物受灾面积 | 20个工作日 | 应急局"
    assert rows == [f"  2@0: 1 | {cells}", f"  3@0: 2 | {cells}"]


def test_rows_parted_by_rules_alone() -> None:
    page = Page()
    line(page, 60, *HEADER)
    page.rule(45, 76, 520, 76)
    for number, top in (("1", 80), ("2", 108)):
        line(page, top, number, "灾情报告", "受灾人口、倒损房屋和农", "20个工作日", "应急局")
        line(page, top + 12, "", "", "作物受灾面积", "", "")
        page.rule(45, top + 26, 520, top + 26)
    assert read_shown(portable(page), "a.pdf")[3].startswith("  3@0: 2 | 灾情报告 | 受灾人口、倒")


def test_lines_that_may_belong_to_either_row_are_left_as_prose() -> None:
    page = Page()
    line(page, 60, *HEADER)
    for number, top in (("1", 80), ("2", 104)):
        line(page, top, number, "灾情报告", "受灾人口、倒损房屋和农", "20个工作日", "应急局")
        line(page, top + 12, "", "", "作物受灾面积", "", "")
    lines = read_shown(portable(page), "a.pdf")
    assert [text for text in lines if text.startswith("T")] == []
    assert lines[-1] == UNCERTAIN


def test_headings_whose_columns_run_into_each_other_are_left_as_prose() -> None:
    page = Page()
    line(page, 60, *HEADER)
    line(page, 80, "1", "灾情报告和其他各种救助事项的公开", "受灾人口", "20个工作日", "应急局")
    lines = read_shown(portable(page), "a.pdf")
    assert [text for text in lines if text.startswith("T")] == []
    assert lines[-1] == UNCERTAIN


def test_a_short_note_is_no_part_of_the_last_row() -> None:
    page = Page()
    line(page, 60, *HEADER)
    line(page, 80, "1", "灾情报告", "受灾人口", "20个工作日", "应急局")
    line(page, 100, "2", "预案", "全文", "及时", "应急局")
    page.text(50, 120, "备注")
    lines = read_shown(portable(page), "a.pdf")
    assert lines[3:] == ["  3@0: 2 | 预案 | 全文 | 及时 | 应急局", "P@0: 备注", FOUND]


def test_rows_on_the_next_page_without_a_header_are_reported() -> None:
    first, second = Page(), Page()
    line(first, 60, *HEADER)
    line(first, 80, "1", "灾情报告", "受灾人口", "20个工作日", "应急局")
    line(first, 100, "2", "预案", "全文", "及时", "应急局")
    line(second, 60, "3", "救助", "标准", "及时", "民政局")
    found = "F warning table-form-uncertain 0,0,0@0 3 救助 标准 及时 民政局"
    assert read_shown(portable(first, second), "a.pdf")[-2:] == [found, FOUND]
