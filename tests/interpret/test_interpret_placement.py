"""Cells that recognition has moved about, and the columns they are put back into."""

from __future__ import annotations

import pytest
from interpret_samples import read

from govdisclose_ld.model import Catalog, Item, State

HEADER = [
    *("序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体"),
    *("公开渠道", "全社会", "特定群体", "主动公开", "依申请公开"),
]
LEFT, RIGHT = "■政府网站 □政府公报 □公开查阅点", "□政务服务中心 ■公示栏"
LIMIT = "20个工作日内"


def row(number: int) -> list[str]:
    return [
        *(str(number), f"大类{number}", f"小类{number}", f"内容{number}", "《预算法》", LIMIT),
        *("县财政局", f"{LEFT} {RIGHT}", "√", "", "√", ""),
    ]


def with_row(cells: list[str]) -> tuple[Item, set[str]]:
    """The reading of one damaged row below seven sound ones, and its findings."""
    catalog = read([HEADER, *map(row, range(1, 8)), cells])
    return catalog.items[-1], findings(catalog)


def findings(catalog: Catalog) -> set[str]:
    return {f.code for f in catalog.findings if f.ref.row == 9}


def texts(item: Item) -> list[str]:
    fields = (item.content, item.basis, item.time_limit, item.agency)
    return [item.ordinal, *(m.label for m in item.matters), *(field.text for field in fields)]


SOUND = ["8", "大类8", "小类8", "内容8", "《预算法》", LIMIT, "县财政局"]


def test_a_sound_row_has_no_finding() -> None:
    item, codes = with_row(row(8))
    assert (texts(item), codes) == (SOUND, set())


def test_a_blank_too_many_is_dropped() -> None:
    cells = row(8)
    item, codes = with_row([cells[0], "", *cells[1:]])
    assert texts(item) == SOUND
    assert [t.id for t in item.audience.selected] == ["public"]
    assert [t.id for t in item.mode.selected] == ["proactive"]
    assert codes == {"row-shifted"}


def test_a_blank_too_many_that_pushed_the_last_blank_out() -> None:
    cells = row(8)
    item, codes = with_row([cells[0], "", *cells[1:-1]])
    assert texts(item) == SOUND
    assert codes >= {"row-shifted"}


def test_a_lost_blank_of_a_merged_label() -> None:
    cells = row(8)
    item, codes = with_row([cells[0], *cells[2:]])
    printed = [m.label for m in item.matters if m.inference is None]
    assert (printed, item.content.text) == (["小类8"], "内容8")
    assert "row-shifted" in codes


def test_a_channel_list_broken_over_two_cells_is_joined() -> None:
    cells = row(8)
    item, codes = with_row([*cells[:7], LEFT, RIGHT, *cells[8:]])
    assert [t.label for t in item.channels.selected] == ["政府网站", "公示栏"]
    assert len(item.channels.offered) == 5
    assert codes == {"cell-split", "row-shifted"}


def test_a_title_broken_over_two_cells_is_joined() -> None:
    cells = row(8)
    item, codes = with_row([*cells[:4], "《中华人民共和国", "预算法》", *cells[5:]])
    assert [c.law and c.law.title for c in item.legal_bases] == ["预算法"]
    assert codes == {"cell-split", "row-shifted"}


def test_a_lone_tick_that_fits_two_columns_is_not_assigned() -> None:
    cells = [*row(8)[:8], "√", "√", ""]
    item, codes = with_row(cells)
    states = {item.audience.state, item.mode.state}
    assert states == {State.UNKNOWN}
    assert "row-width" in codes


def test_a_row_with_ticks_shifted_unlike_all_others_is_doubted() -> None:
    item, codes = with_row([*row(8)[:8], "", "√", "", "√", ""])
    assert (item.audience.state, item.mode.state) == (State.UNKNOWN, State.UNKNOWN)
    assert codes >= {"row-width", "mark-unassigned"}


def test_words_moved_into_a_tick_column_do_not_tick_it() -> None:
    item, codes = with_row([*row(8), "多出一格"])
    assert item.mode.state is State.UNKNOWN
    assert codes >= {"row-shifted", "mark-unknown"}


@pytest.mark.parametrize(
    ("place", "text", "heading"),
    [
        (4, "■政府网站 □公示栏", "公开依据"),
        (6, "信息形成之日起20个工作日内", "公开主体"),
        (1, "《中华人民共和国预算法》", "一级事项"),
    ],
)
def test_a_cell_that_reads_like_another_column_is_suspect(
    place: int, text: str, heading: str
) -> None:
    cells = row(8)
    cells[place] = text
    catalog = read([HEADER, *map(row, range(1, 8)), cells])
    found = [f for f in catalog.findings if f.ref.row == 9 and f.code.startswith("row-")]
    assert [(f.code, f.column) for f in found] == [("row-suspect", heading)]


def test_a_table_without_its_blank_last_column_is_told_once() -> None:
    catalog = read([HEADER, *(row(n)[:-1] for n in range(1, 8))])
    found = [(f.code, f.ref.row) for f in catalog.findings if f.ref.table]
    assert found == [("table-narrow", 0)]
    assert {item.mode.selected[0].id for item in catalog.items} == {"proactive"}


def test_one_row_without_the_last_cell_is_told_at_the_row() -> None:
    _, codes = with_row(row(8)[:-1])
    assert codes == {"row-width"}


def test_a_list_of_elements_is_no_matter() -> None:
    """A row without its merged first matter, whose basis is too vague to be known as one."""
    elements = "●文件名称 ●文号 ●发文部门"
    cells = [*("8", "小类8", elements, "信息公开规定", LIMIT, "县财政局"), *row(8)[7:]]
    item, codes = with_row(cells)
    assert [m.label for m in item.matters if not m.inference] == ["小类8"]
    assert (item.content.text, item.basis.text) == (elements, "信息公开规定")
    assert "row-shifted" in codes


def test_a_label_before_merged_ones_is_of_the_lowest_level_not_of_a_column_beside_them() -> None:
    header = ["序号", "相应领域", *HEADER[1:3], "三级事项", *HEADER[3:]]
    rows = [[str(n), "救助", f"大类{n}", f"中类{n}", f"小类{n}", *row(n)[3:]] for n in range(1, 6)]
    merged = ["6", "小类6", *row(6)[3:], "", "", ""]
    item = read([header, *rows, merged]).items[-1]
    assert [m.label for m in item.matters if not m.inference] == ["小类6"]
    assert item.matters[-1].level == 3
