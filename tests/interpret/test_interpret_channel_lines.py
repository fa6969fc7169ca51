"""Lists of channels printed a line a row, where blanks are pushed to the row's end."""

from __future__ import annotations

import pytest

from govdisclose_ld.interpret import Known, interpret
from govdisclose_ld.model import Catalog
from govdisclose_ld.readers import read_document

HEADER = (
    "| 序号 | 公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 "
    "| 公开对象 | 公开方式 ||\n"
    "| 一级事项 | 二级事项 | 全社会 | 特定群体 |||||||\n"
)
ITEM = "| {} | 渡口 | {} | 班次表 | 《水路条例》 | 5个工作日 | 示例县交通局 | {} | √ |  | 主动 |\n"
LINE = "| {} ||||||||||\n"
LINES = ("□广播电视 □纸质媒体", "□公开查阅点 ■政务服务中心", "□精准推送 □其他")


def read(tmp_path, *rows: str) -> Catalog:
    path = tmp_path / "目录.txt"
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return interpret(read_document(path), Known())


def ticked(catalog: Catalog) -> list[list[str]]:
    return [[term.id for term in item.channels.selected] for item in catalog.items]


@pytest.mark.parametrize("items", [1, 2, 3])
def test_the_lines_below_an_item_are_of_its_channels(tmp_path, items) -> None:
    rows = []
    for number in range(1, items + 1):
        rows.append(ITEM.format(number, f"第{number}渡", "■政府网站 □政府公报"))
        rows += [LINE.format(line) for line in LINES]
    catalog = read(tmp_path, *rows)
    assert len(catalog.items) == items
    assert ticked(catalog) == [["website", "service-centre"]] * items
    told = [found.code for item in catalog.items for found in catalog.findings_of(item)]
    assert told.count("row-continued") == items


def test_lines_that_make_two_lists_leave_the_channels_unknown(tmp_path) -> None:
    item = ITEM.format(1, "甲渡", "■政府网站 □政府公报")
    catalog = read(
        tmp_path, item, LINE.format("□政府网站 ■政府公报"), ITEM.format(2, "乙渡", "□纸质媒体")
    )
    assert catalog.items[0].channels.state.value == "unknown"


def test_a_note_that_explains_boxes_stays_a_note(tmp_path) -> None:
    item = ITEM.format(1, "甲渡", "■政府网站 □政府公报")
    catalog = read(tmp_path, item, LINE.format("注：“■”表示必选项，“□”表示可选项"))
    assert ticked(catalog) == [["website"]]
