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
    later = ("5", *NEXT[1:])
    lines = read_shown(pages([HEADER, WHOLE, last], [HEADER, REST, later]), "a.pdf")
    findings = [line.split("@")[0] for line in lines if line.startswith("F")]
    assert findings == [
        "F warning row-perhaps-broken 1,3,0",
        "F warning row-perhaps-broken 2,2,0",
    ]
    assert "  2@0:  |  | 申酉戌亥 |  | " in lines


def test_numbers_that_leave_no_room_for_another_row_tell_that_it_was_cut() -> None:
    last = ("2", "款物", "一、甲乙\n二、丙丁", "二十日", "应急局")
    rest = ("", "", "三、戊己", "", "")
    lines = read_shown(pages([HEADER, WHOLE, last], [HEADER, rest, NEXT]), "a.pdf")
    assert "  3@0: 2 | 款物 | 一、甲乙⏎二、丙丁⏎三、戊己 | 二十日 | 应急局" in lines
    assert "  2@0: 3 | 预案 | 文本 | 及时 | 民政局" in lines


def test_the_headings_of_the_first_page_do_not_hide_that_its_rows_are_numbered() -> None:
    first = ("1", *FIRST[1:2], "一、甲乙\n二、丙丁", *FIRST[3:])
    rest, following = ("", "", "三、戊己", "", ""), ("2", *NEXT[1:])
    headings = ("", "名称", "要素", "", "")
    lines = read_shown(pages([HEADER, headings, first], [rest, following]), "a.pdf")
    assert "  3@0: 1 | 款物 | 一、甲乙⏎二、丙丁⏎三、戊己 | 二十日 | 应急局" in lines


def test_what_is_left_of_one_cell_at_the_end_of_a_table_is_no_row() -> None:
    last = ("2", "款物", "一、甲乙\n二、丙丁", "二十日", "应急局")
    lines = read_shown(
        pages([HEADER, WHOLE, last], [HEADER, ("", "", "三、戊己", "", "")]), "a.pdf"
    )
    assert "  3@0: 2 | 款物 | 一、甲乙⏎二、丙丁⏎三、戊己 | 二十日 | 应急局" in lines
    label = read_shown(
        pages([HEADER, WHOLE, last], [HEADER, ("", "三、戊己", "", "", "")]), "a.pdf"
    )
    assert any("row-perhaps-broken" in line for line in label)


def test_a_number_may_be_cut_with_its_row() -> None:
    tenth, twelfth = ("10", *WHOLE[1:]), ("12", *NEXT[1:])
    cut = ("1", "款物", "一、甲乙", "二十日", "应急局"), ("1", "", "二、丙丁", "", "")
    lines = read_shown(pages([HEADER, tenth, cut[0]], [HEADER, cut[1], twelfth]), "a.pdf")
    assert any(line.startswith("  3@0: 1⏎1 | 款物 | 一、甲乙⏎二、丙丁 |") for line in lines)


def merged(page: Page, top: float, text: str, *rows: tuple[str, ...], closed: bool = True) -> float:
    """Draw rows whose second cell is one cell over all of them, left open below on demand."""
    height = 30.0 * len(rows)
    for number, texts in enumerate(rows):
        for column, words in zip((0, 2, 3, 4), texts, strict=True):
            box = (EDGES[column], top + 30 * number, EDGES[column + 1], top + 30 * number + 30)
            page.cell(box, words)
    page.rule(EDGES[1], top, EDGES[2], top)
    if closed:
        page.rule(EDGES[1], top + height, EDGES[2], top + height)
    if text:
        page.text(EDGES[1] + 4, top + 4, text)
    return top + height


ONE, TWO = ("1", "甲", "及时", "民政局"), ("2", "乙", "及时", "民政局")
THREE, FOUR = ("3", "丙", "及时", "民政局"), ("4", "丁", "及时", "民政局")


@pytest.mark.parametrize(("closed", "code"), [(False, "cell-joined"), (True, "cell-continued")])
def test_a_merged_cell_goes_on_over_the_page(*, closed: bool, code: str) -> None:
    page, after = Page(), Page()
    merged(page, row(page, 50, *HEADER), "灾情", ONE, TWO, closed=closed)
    merged(after, merged(after, row(after, 50, *HEADER), "", THREE), "款物", FOUR)
    lines = read_shown(portable(page, after), "a.pdf")
    assert "  2@0: 3 | 灾情 | 丙 | 及时 | 民政局" in lines
    assert "  3@0: 4 | 款物 | 丁 | 及时 | 民政局" in lines
    assert [line.split("@")[0] for line in lines if line[0] == "F"] == [
        f"F {'warning' if closed else 'info'} {code} 2,2,2"
    ]


def test_a_merged_cell_goes_on_over_pages_of_one_row_each() -> None:
    first, second, third = Page(), Page(), Page()
    merged(first, row(first, 50, *HEADER), "灾情", ONE, TWO)
    merged(second, row(second, 50, *HEADER), "", THREE)
    merged(third, row(third, 50, *HEADER), "", FOUR)
    lines = read_shown(portable(first, second, third), "a.pdf")
    assert "  2@0: 3 | 灾情 | 丙 | 及时 | 民政局" in lines
    assert "  2@0: 4 | 灾情 | 丁 | 及时 | 民政局" in lines
    assert [line.split("@")[0] for line in lines if line[0] == "F"] == [
        "F warning cell-continued 2,2,2",
        "F warning cell-continued 3,2,2",
    ]


def test_a_merged_cell_that_begins_blank_waits_for_its_text_on_the_page_behind() -> None:
    first, second, third = Page(), Page(), Page()
    merged(first, row(first, 50, *HEADER), "灾情", ONE, TWO)
    merged(second, row(second, 50, *HEADER), "", THREE, closed=False)
    merged(third, row(third, 50, *HEADER), "款物", FOUR)
    lines = read_shown(portable(first, second, third), "a.pdf")
    assert "  2@0: 3 | 款物 | 丙 | 及时 | 民政局" in lines
    assert not any("灾情" in line for line in lines if line.startswith("  2@0: 3"))


def test_a_blank_in_a_column_of_single_cells_stays_blank() -> None:
    first = ("3", "", "文本", "及时", "民政局")
    lines = read_shown(pages([HEADER, WHOLE], [HEADER, first, NEXT]), "a.pdf")
    assert "  2@0: 3 |  | 文本 | 及时 | 民政局" in lines


def test_the_merged_cells_of_a_header_are_no_open_ends() -> None:
    """Rules that part the lower headings begin below the upper ones; no side is missing there."""
    page = Page()
    for left, right, text in ((50, 90, "序号"), (290, 330, "渠道")):
        page.cell((left, 50, right, 90), text)
    for left, heading, lower in ((90, "对象", "社会"), (190, "方式", "主动")):
        page.cell((left, 50, left + 100, 70), heading)
        page.cell((left, 70, left + 50, 90), lower)
        page.cell((left + 50, 70, left + 100, 90), "其他")
    for edge in (50, 90, 140, 190, 240, 290, 330):
        page.rule(edge, 90, edge, 120)
    page.rule(50, 120, 330, 120)
    page.text(54, 94, "1")
    assert read_shown(portable(page), "a.pdf")[1:3] == [
        "  1@0: 序号{2x1} | 对象{1x2} | ^1,2 | 方式{1x2} | ^1,4 | 渠道{2x1}",
        "  2@0: ^1,1 | 社会 | 其他 | 主动 | 其他 | ^1,6",
    ]


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
