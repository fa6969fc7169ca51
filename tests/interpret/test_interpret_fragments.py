"""Rows that only carry on the row above, as where a page breaks within a cell."""

from __future__ import annotations

import pytest
from interpret_samples import read

from govdisclose_ld.model import Catalog

HEADER = ["序号", "公开事项", "公开内容", "公开依据", "公开时限", "公开主体", "咨询电话"]
FIRST = [
    "1",
    "征收公告",
    "公告文本",
    "《土地管理法》",
    "7个工作日内",
    "县自然资源局",
    "0371-66001122",
]
LAST = [
    "2",
    "补偿登记",
    "登记结果",
    "《土地管理法》",
    "7个工作日内",
    "县自然资源局",
    "0371-66001122",
]


def broken(place: int, upper: str, lower: str) -> Catalog:
    """Two rows, the first with one cell broken in two."""
    rest = [""] * len(HEADER)
    rest[place] = lower
    return read([HEADER, [*FIRST[:place], upper, *FIRST[place + 1 :]], rest, LAST])


def codes(catalog: Catalog, row: int) -> set[str]:
    return {found.code for found in catalog.findings if found.ref.row == row}


@pytest.mark.parametrize(
    ("place", "upper", "lower", "whole"),
    [
        (2, "公告范围、补偿标", "准及安置途径", "公告范围、补偿标准及安置途径"),
        (3, "《中华人民共和国土地", "管理法》", "《中华人民共和国土地管理法》"),
        (3, "《土地管理法》（主席", "令第32号）", "《土地管理法》（主席令第32号）"),
        (6, "0371-66", "001122", "0371-66001122"),
    ],
)
def test_the_rest_of_a_broken_cell_is_put_back(
    place: int, upper: str, lower: str, whole: str
) -> None:
    catalog = broken(place, upper, lower)
    assert [item.ordinal for item in catalog.items] == ["1", "2"]
    item = catalog.items[0]
    texts = {2: item.content.text, 3: item.basis.text, 6: "".join(e.text for e in item.extra)}
    assert texts[place] == whole
    assert "row-continued" in codes(catalog, 2) & codes(catalog, 3)
    assert [r.kind for r in catalog.rows] == ["header", "item", "note", "item"]
    assert any(catalog.rows[2].roles)


@pytest.mark.parametrize(
    ("place", "upper", "lower"),
    [
        (2, "公告范围。", "补偿标准"),
        (2, "1. 公告范围", "2. 补偿标准"),
        (3, "《土地管理法》", "《土地管理法实施条例》"),
        (5, "县自然资源局", "各乡镇人民政府"),
    ],
)
def test_what_may_stand_for_itself_is_kept_apart_and_both_rows_say_so(
    place: int, upper: str, lower: str
) -> None:
    catalog = broken(place, upper, lower)
    assert len(catalog.items) == 3
    assert "row-fragment" in codes(catalog, 2) & codes(catalog, 3)


def test_a_row_with_a_matter_of_its_own_is_an_item() -> None:
    catalog = read([HEADER, FIRST, ["", "补偿登记", "登记结果", "", "", "", ""]])
    assert len(catalog.items) == 2
    assert not codes(catalog, 2)


FORM = ["序号", "公开事项", "公开内容", "公开渠道和载体", "全社会", "特定群体"]
LINES = [["", "", "", text, "", ""] for text in ("■政府网站 □政府公报", "□公开查阅点", "■其他")]


def numbered(number: str, channels: str) -> list[str]:
    return [number, f"公告{number}", "公告文本", channels, "√", ""]


def channels(catalog: Catalog) -> list[list[str]]:
    return [[t.label for t in item.channels.selected] for item in catalog.items]


def test_lines_of_channels_about_the_only_item_of_a_page_are_its_own() -> None:
    page = [FORM, LINES[0], numbered("1", "□两微一端 □社区/"), ["", "", "", "村公示栏", "", ""]]
    catalog = read([*page, LINES[2]], [FORM, numbered("2", "■政府网站")])
    assert channels(catalog) == [["政府网站", "其他"], ["政府网站"]]
    assert len(catalog.items[0].channels.offered) == 5
    assert "row-continued" in codes(catalog, 3)
    assert [r.kind for r in catalog.rows[:5]] == ["header", "note", "item", "note", "note"]


def test_lines_of_channels_below_items_that_begin_with_the_first_of_them_belong_to_these() -> None:
    first, second = numbered("1", "■政府网站 □政府公报"), numbered("2", "□政府网站 ■政府公报")
    catalog = read([FORM, first, LINES[1], second, LINES[2]])
    assert channels(catalog) == [["政府网站"], ["政府公报", "其他"]]


def test_lines_of_channels_between_two_items_leave_the_channels_of_both_unknown() -> None:
    first, second = numbered("1", "□两微一端"), numbered("2", "□两微一端")
    catalog = read([FORM, LINES[0], first, LINES[2], LINES[0], second])
    states = {item.ordinal: item.channels.state.value for item in catalog.items if item.ordinal}
    assert states == {"1": "unknown", "2": "unknown"}
    assert "row-fragment" in codes(catalog, 3)


def test_sentences_in_rows_of_their_own_below_an_item_are_lines_of_its_content() -> None:
    second = ["没有数据的表格应当列出空表并说明。", *[""] * 6]
    catalog = read([HEADER, FIRST, ["补偿标准：①耕地②林地", *[""] * 6], second, LAST, second])
    assert [item.ordinal for item in catalog.items] == ["1", "2"]
    lines = ["公告文本", "补偿标准：①耕地②林地", "没有数据的表格应当列出空表并说明。"]
    assert catalog.items[0].content.text.splitlines() == lines
    assert "row-continued" in codes(catalog, 2) & codes(catalog, 3) & codes(catalog, 4)
    assert [r.kind for r in catalog.rows] == ["header", "item", "note", "note", "item", "note"]
    assert catalog.rows[2].roles[0] == "content"
    assert "note-row" in codes(catalog, 6)  # nothing shows that it is not of the whole table
