"""PDF: a table too wide for its paper, printed over pages side by side, is one table again."""

from __future__ import annotations

from itertools import pairwise

import pytest
from readers_pdf import Page, portable
from readers_shown import read_shown

LEFT = [["序号", "公开事项"], ["1", "灾情"], ["2", "款物"], ["3", "预案"]]
RIGHT = [["公开时限", "公开主体"], ["及时", "民政局"], ["每年", "应急局"], ["每季", "县政府"]]
LEVELS = (60.0, 80.0, 110.0, 150.0, 170.0)
WHOLE = [
    "  1@0: 序号 | 公开事项 | 公开时限 | 公开主体",
    "  2@0: 1 | 灾情 | 及时 | 民政局",
    "  3@0: 2 | 款物 | 每年 | 应急局",
    "  4@0: 3 | 预案 | 每季 | 县政府",
]


def sheet(
    rows: list[list[str]], *, levels: tuple[float, ...] = LEVELS, width: float = 80, title: str = ""
) -> Page:
    page = Page()
    if title:
        page.text(50, 30, title)
    for (top, bottom), texts in zip(pairwise(levels), rows, strict=False):
        for column, text in enumerate(texts):
            page.cell((50 + width * column, top, 50 + width * (column + 1), bottom), text)
    return page


def test_columns_on_the_next_page_are_put_beside_the_first_ones() -> None:
    pages = sheet(LEFT, title="某县目录"), sheet(RIGHT, width=110, title="某县目录")
    assert read_shown(portable(*pages), "a.pdf") == [
        "P@0: 某县目录",
        "T1",
        *WHOLE,
        "F info columns-joined 1,0,0@0",
    ]


def test_columns_that_each_page_repeats_stand_once() -> None:
    repeated = [[left[0], *right] for left, right in zip(LEFT, RIGHT, strict=True)]
    assert read_shown(portable(sheet(LEFT), sheet(repeated, width=110)), "a.pdf")[1:5] == WHOLE


@pytest.mark.parametrize("down_first", [True, False])
def test_rows_and_columns_may_both_go_on(*, down_first: bool) -> None:
    """All rows of the first columns come before the next columns, or each page with its right."""
    more = (
        [["4", "名单"], ["5", "工作"], ["6", "动态"]],
        [["及时", "甲局"], ["及时", "乙局"], ["及时", "丙局"]],
    )
    first, right = sheet(LEFT), sheet(RIGHT, width=110)
    below, corner = sheet(more[0], levels=LEVELS[:4]), sheet(more[1], levels=LEVELS[:4], width=110)
    order = (first, below, right, corner) if down_first else (first, right, below, corner)
    lines = read_shown(portable(*order), "a.pdf")
    assert lines[1:5] == WHOLE
    assert lines[6:9] == [
        "  1@0: 4 | 名单 | 及时 | 甲局",
        "  2@0: 5 | 工作 | 及时 | 乙局",
        "  3@0: 6 | 动态 | 及时 | 丙局",
    ]


def test_a_cell_over_several_rows_on_one_of_the_pages_covers_them_in_the_whole() -> None:
    page = sheet([RIGHT[0]], width=110)
    page.cell((50, 80, 160, 170), "及时")
    for (top, bottom), text in zip(
        pairwise(LEVELS[1:]), ("民政局", "应急局", "县政府"), strict=True
    ):
        page.cell((160, top, 270, bottom), text)
    lines = read_shown(portable(sheet(LEFT), page), "a.pdf")
    assert lines[2:4] == ["  2@0: 1 | 灾情 | 及时{3x1} | 民政局", "  3@0: 2 | 款物 | ^2,3 | 应急局"]


@pytest.mark.parametrize(
    ("rows", "levels"),
    [
        ([["序号", "公开事项"], ["1", "名单"], ["2", "标准"], ["3", "程序"]], LEVELS),
        ([["4", "名单"], ["5", "工作"], ["6", "动态"], ["7", "总结"]], LEVELS),
    ],
    ids=["a table with its own numbers", "rows that go on"],
)
def test_other_tables_of_the_same_heights_are_left_apart(
    rows: list[list[str]], levels: tuple[float, ...]
) -> None:
    lines = read_shown(portable(sheet(LEFT), sheet(rows, levels=levels, width=110)), "a.pdf")
    assert [line for line in lines if line[0] in "TF"] == ["T1", "T2"]


def test_rows_at_other_heights_are_left_apart_and_reported() -> None:
    moved = (60.0, 85.0, 100.0, 140.0, 175.0)
    lines = read_shown(portable(sheet(LEFT), sheet(RIGHT, levels=moved, width=110)), "a.pdf")
    assert [line for line in lines if line[0] in "TF"] == [
        "T1",
        "T2",
        "F warning columns-perhaps-apart 1,0,0@0",
        "F warning columns-perhaps-apart 2,0,0@0",
    ]


def test_what_a_clip_cuts_off_is_on_the_page_that_shows_it() -> None:
    """A merged cell that a page break cuts is drawn whole on both pages."""
    page = sheet(LEFT)
    page.operations.append("q 50 400 160 60 re W n")
    page.text(54, 64, "露出的字")
    page.text(54, 300, "看不见的字")
    page.operations.append("Q")
    page.text(54, 320, "另有说明。")
    text = "\n".join(read_shown(portable(page), "a.pdf"))
    assert "看不见" not in text
    assert "另有说明。" in text


def test_text_that_runs_out_of_its_row_is_reported_in_both() -> None:
    page = sheet(LEFT)
    page.text(134, 104, "溢出")
    codes = [line.split("@")[0] for line in read_shown(portable(page), "a.pdf") if line[0] == "F"]
    assert codes == ["F warning text-over-rule 1,2,2", "F warning text-over-rule 1,3,2"]
