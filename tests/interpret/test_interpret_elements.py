"""公开内容: numbered lists taken apart, and running text left alone."""

from __future__ import annotations

import pytest

from govdisclose_ld.interpret.elements import read_elements
from govdisclose_ld.model import Element

LISTS = {
    "1. 机构名称 2. 职能": ["机构名称", "职能"],
    "1.机构名称；2.职能；3.电话": ["机构名称", "职能", "电话"],
    "1、机构名称\n2、职能": ["机构名称", "职能"],
    "1．机构名称 2．职能": ["机构名称", "职能"],
    "（1）机构名称（2）职能": ["机构名称", "职能"],
    "(一)机构名称 (二)职能": ["机构名称", "职能"],
    "①机构名称②职能": ["机构名称", "职能"],
    "包括：1. 机构名称；2. 职能": ["机构名称", "职能"],
    "●机构名称 〇职能": ["机构名称", "职能"],
    "• 机构名称 • 职能": ["机构名称", "职能"],
    "<ul><li>机构名称</li><li>职能</li></ul>": ["机构名称", "职能"],
    "1. 名称 2. 方式 1) 地址 2) 电话 3. 时间": ["名称", ["方式", "地址", "电话"], "时间"],
    "1.甲（1）子（2）丑 2.乙（1）寅": [["甲", "子", "丑"], ["乙", "寅"]],
    "一、总则 1. 甲 2. 乙 二、附则": [["总则", "甲", "乙"], "附则"],
    "1.分类、编排体系2.获取方式3.机构（包括名称）": [
        "分类、编排体系",
        "获取方式",
        "机构（包括名称）",
    ],
    "1.名称；\n2\n.文号；\n3 .日期": ["名称", "文号", "日期"],
    "1.●名称\n2.●文号\n3.〇日期": ["名称", "文号", "日期"],
    "1.●名称 ●文号 2.●日期": [["", "名称", "文号"], "日期"],
    "⑴名称⑵文号": ["名称", "文号"],
    "⒈名称⒉文号": ["名称", "文号"],
    "❶名称❷文号": ["名称", "文号"],
    "➢名称 ➢文号": ["名称", "文号"],
    "▲名称 ▲文号": ["名称", "文号"],
    "1. 经费 2. 支出2.5万元以下 3. 结余": ["经费", "支出2.5万元以下", "结余"],
}

NO_LISTS = [
    "",
    "机构名称、地址、电话",
    "申请条件；办理流程；办理时限",
    "1. 机构名称",
    "1. 甲 3. 丙",
    "2019.1月至2020.2月",
    "二〇二〇年预算；二〇二一年决算",
    "二○二○年○月",
    "第1项 第2项",
    "表1.收入表2.支出",
    "第1、2、3项所列",
    "附件1.名单附件2.说明",
    "电话：0379-66872673、12317",
]

Shape = str | list["Shape"]


def shape(element: Element) -> Shape:
    return [element.text, *map(shape, element.parts)] if element.parts else element.text


@pytest.mark.parametrize(("text", "shapes"), LISTS.items())
def test_a_list_is_taken_apart(text: str, shapes: list[Shape]) -> None:
    assert [shape(element) for element in read_elements(text)] == shapes


@pytest.mark.parametrize("text", NO_LISTS)
def test_running_text_is_no_list(text: str) -> None:
    assert read_elements(text) == ()


def test_a_starred_element_is_optional() -> None:
    elements = read_elements("1.机构名称 2.〔*办公电话〕")
    assert [(e.text, e.optional) for e in elements] == [("机构名称", False), ("办公电话", True)]


def test_a_starred_element_needs_no_number_of_its_own() -> None:
    elements = read_elements("要求如下。\n1.名称；\n2.标准；\n〔*流程图〕；\n〔* 示意图〕。")
    assert [(e.label, e.text, e.optional) for e in elements] == [
        ("1.", "名称", False),
        ("2.", "标准", False),
        ("", "流程图", True),
        ("", "示意图", True),
    ]


def test_a_legend_makes_bullets_optional() -> None:
    elements = read_elements("●机构名称 〇电话", frozenset("〇"))
    assert [(e.text, e.optional) for e in elements] == [("机构名称", False), ("电话", True)]


def test_the_bullet_behind_a_number_tells_what_is_optional() -> None:
    elements = read_elements("1.●名称 2.〇文号", frozenset("〇"))
    found = [(e.label, e.text, e.optional) for e in elements]
    assert found == [("1.", "名称", False), ("2.", "文号", True)]
