"""PDF: a table that goes on over the page keeps its rows whole, or says that it may not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from readers_pdf import Page, portable
from readers_shown import read_shown

EDGES = (50, 90, 150, 250, 310, 370)
HEADER = ("序号", "事项", "内容", "时限", "主体")
LONG = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"
"""Nine characters fill a line of the third column."""


def row(page: Page, top: float, *texts: str) -> float:
    """Draw a row of texts, whose lines are given apart; its lower edge comes back."""
    height = 10 + 12 * max(text.count("\n") + 1 for text in texts)
    for (left, right), text in zip(pairwise(EDGES), texts, strict=True):
        page.cell((left, top, right, top + height), *text.split("\n"))
    return top + height


def pages(*contents: list[tuple[str, ...]], head: str = "", foot: str = "") -> bytes:
    """Pages of rows; ``#`` in head and foot stands for the number of the page."""
    made = []
    for number, rows in enumerate(contents, start=1):
        page = Page()
        page.text(60, 20, head.replace("#", str(number)))
        top = 50.0
        for texts in rows:
            top = row(page, top, *texts)
        page.text(200, 560, foot.replace("#", str(number)))
        made.append(page)
    return portable(*made)


WHOLE = ("1", "灾情", "全文公开", "及时", "民政局")
FIRST = ("2", "款物", f"{LONG[:9]}\n{LONG[9:]}", "二十日", "应急局")
REST = ("", "", "申酉戌亥", "", "")
NEXT = ("3", "预案", "文本", "及时", "民政局")
JOINED = f"2 | 款物 | {LONG}申酉戌亥 | 二十日 | 应急局"


@pytest.mark.parametrize("repeated", [True, False])
@pytest.mark.parametrize(
    ("head", "foot"), [("", ""), ("", "- # -"), ("某县目录", "第 # 页 共 2 页"), ("某县 #", "")]
)
def test_a_row_cut_by_the_page_is_put_together(head: str, foot: str, *, repeated: bool) -> None:
    data = pages(
        [HEADER, WHOLE, FIRST],
        [*([HEADER] * repeated), REST, NEXT],
        head=head,
        foot=foot,
    )
    tables = [line for line in read_shown(data, "a.pdf") if not line.startswith("P")]
    header = ["  1@0: 序号 | 事项 | 内容 | 时限 | 主体"]
    assert tables == [
        "T1",
        *header,
        "  2@0: 1 | 灾情 | 全文公开 | 及时 | 民政局",
        f"  3@0: {JOINED}",
        "T2",
        *(header * repeated),
        f"  {1 + repeated}@0: 3 | 预案 | 文本 | 及时 | 民政局",
        f"F info row-joined 1,3,0@0 {JOINED.replace(' | ', ' ')}",
    ]


def test_a_row_may_go_on_over_several_pages() -> None:
    middle = ("", "", f"{LONG[:9]}\n{LONG[9:]}", "", "")
    data = pages([HEADER, WHOLE, FIRST], [HEADER, middle], [HEADER, REST, NEXT], foot="- # -")
    lines = read_shown(data, "a.pdf")
    assert f"  3@0: 2 | 款物 | {LONG}{LONG}申酉戌亥 | 二十日 | 应急局" in lines
    assert [line for line in lines if line.startswith("T")] == ["T1", "T2"]


def test_a_short_cell_set_on_the_second_page_is_part_of_the_row() -> None:
    first = ("2", "", f"{LONG[:9]}\n{LONG[9:]}", "", "应急局")
    data = pages([HEADER, WHOLE, first], [HEADER, ("", "款物", "申酉戌亥", "二十日", ""), NEXT])
    assert f"  3@0: {JOINED}" in read_shown(data, "a.pdf")


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (FIRST, NEXT),
        (("2", "款物", "发放标准", "二十日", "应急局"), ("", "预案", "文本", "及时", "民政局")),
        (FIRST, ("", "预案", "文本", "及时", "民政局")),
    ],
    ids=["two ordinals", "no ordinal", "no ordinal after a full line"],
)
def test_rows_that_are_whole_are_left_alone(last: tuple[str, ...], first: tuple[str, ...]) -> None:
    lines = read_shown(pages([HEADER, WHOLE, last], [HEADER, first]), "a.pdf")
    assert [line for line in lines if line.startswith("F")] == []
    assert lines[-1] == f"  2@0: {' | '.join(first)}"


@pytest.mark.parametrize(
    "content",
    [f"{LONG[:9]}\n{LONG[9:17]}。", "一、甲乙\n二、丙丁"],
    ids=["a sentence ends", "a line with room to spare"],
)
def test_where_no_text_surely_runs_on_both_rows_are_reported(content: str) -> None:
    last = ("2", "款物", content, "二十日", "应急局")
    lines = read_shown(pages([HEADER, WHOLE, last], [HEADER, REST, NEXT]), "a.pdf")
    findings = [line.split("@")[0] for line in lines if line.startswith("F")]
    assert findings == [
        "F warning row-perhaps-broken 1,3,0",
        "F warning row-perhaps-broken 2,2,0",
    ]
    assert "  2@0:  |  | 申酉戌亥 |  | " in lines


def test_an_ordinal_over_several_rows_makes_the_cut_uncertain() -> None:
    page, after = Page(), Page()
    top = row(page, 50, *HEADER)
    page.cell((50, top, 90, top + 60), "1")
    for number, content in enumerate(["甲", "乙"]):
        for left, right, text in zip(
            EDGES[1:], EDGES[2:], ["灾情", content, "及时", "民政局"], strict=False
        ):
            page.cell((left, top + 30 * number, right, top + 30 * number + 30), text)
    row(page, top + 60, *FIRST)
    row(after, row(after, row(after, 50, *HEADER), *REST), *NEXT)
    codes = [
        line.split()[2] for line in read_shown(portable(page, after), "a.pdf") if line[0] == "F"
    ]
    assert codes == ["row-perhaps-broken"] * 2


def test_tables_with_other_columns_or_prose_between_are_left_apart() -> None:
    between = pages([HEADER, WHOLE, FIRST], [REST, NEXT], head="第#部分 说明", foot="另有说明#条")
    assert any("row-joined" in line for line in read_shown(between, "a.pdf"))
    page, after = Page(), Page()
    row(page, row(page, 50, *HEADER), *FIRST)
    after.text(60, 30, "二、另一张表")
    row(after, row(after, 50, *REST), *NEXT)
    assert not any(line[0] == "F" for line in read_shown(portable(page, after), "a.pdf"))


def test_no_line_begins_or_ends_with_what_clings_to_a_word() -> None:
    page = Page()
    row(page, 50, "1", "灾情", "甲乙丙丁戊己庚辛\n壬、癸子丑寅卯辰\n《巳午》未", "及时", "民政局")
    row(page, 100, "2", "灾情", "全", "及时", "民政局")
    assert read_shown(portable(page), "a.pdf")[1] == (
        "  1@0: 1 | 灾情 | 甲乙丙丁戊己庚辛壬、癸子丑寅卯辰《巳午》未 | 及时 | 民政局"
    )
