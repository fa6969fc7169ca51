"""From the words above columns to their fields: levels of matters, columns without words."""

from __future__ import annotations

import pytest
from interpret_samples import read, read_one

from govdisclose_ld.interpret.headings import levels_of, match_option
from govdisclose_ld.model import Catalog

LAW = "《预算法》"


def matters(catalog: Catalog) -> list[list[str]]:
    return [[matter.label for matter in item.matters] for item in catalog.items]


def codes(catalog: Catalog) -> set[str]:
    return {finding.code for finding in catalog.findings}


def slashed(*cells: str) -> Catalog:
    rows = [[cell, f"内容{n}", LAW] for n, cell in enumerate(cells, 1)]
    return read([["公开事项(一级/二级)", "公开内容", "公开依据"], *rows])


def test_a_cell_that_holds_both_levels_is_parted_at_its_slash() -> None:
    found = slashed("信息公开/年度报告", "机构职能／机构简介")
    assert matters(found) == [["信息公开", "年度报告"], ["机构职能", "机构简介"]]
    assert [m.level for m in found.items[0].matters] == [1, 2]
    assert "levels-unsplit" not in codes(found)


@pytest.mark.parametrize("odd", ["机构简介", "信息公开/年度报告/2023年", "信息公开/"])
def test_cells_of_another_shape_keep_the_column_whole(odd: str) -> None:
    found = slashed("信息公开/年度报告", odd)
    assert matters(found)[0] == ["信息公开/年度报告"]
    assert "levels-unsplit" in codes(found)


def test_a_slash_under_a_plain_heading_parts_nothing() -> None:
    found = read([["公开事项", "公开内容", "公开依据"], ["乡/镇规划", "文本", LAW]])
    assert matters(found) == [["乡/镇规划"]]


@pytest.mark.parametrize(
    ("heading", "levels"),
    [
        ("公开事项（一级/二级/三级）", 3),
        ("一级事项/二级事项", 2),
        ("一级事项", 1),
        ("二级/一级", 1),
    ],
)
def test_levels_that_a_heading_declares(heading: str, levels: int) -> None:
    assert levels_of(heading) == levels


def test_a_column_of_numbers_between_two_levels_is_no_matter() -> None:
    head = [["公开事项", "公开事项", "公开事项", "公开内容"], ["一级事项", "", "二级事项", ""]]
    rows = [["政策文件", str(n), f"文件{n}", f"内容{n}"] for n in (1, 2, 3)]
    found = read([*head, *rows])
    assert matters(found)[0] == ["政策文件", "文件1"]


def test_two_neighbours_printed_as_one_level_are_two_levels() -> None:
    head = ["序号", "一级事项", "一级事项", "公开内容", "公开依据"]
    found = read([head, ["1", "机构信息", "机构名录", "名称", LAW]])
    assert matters(found) == [["机构信息", "机构名录"]]
    assert "level-misprinted" in codes(found)


def test_a_level_that_is_printed_twice_with_the_next_one_there_is_kept_aside() -> None:
    head = ["序号", "一级事项", "一级事项", "二级事项", "公开内容", "公开依据"]
    found = read([head, ["1", "机构", "又一栏", "名录", "名称", LAW]])
    assert matters(found) == [["机构", "名录"]]
    assert "column-repeated" in codes(found)


def test_the_level_below_the_heading_of_matters_has_it_before_one_beside() -> None:
    head = [
        ["序号", "一级目录", "公开事项", "公开事项", "公开内容", "公开依据"],
        ["", "", "一级事项", "二级事项", "", ""],
    ]
    found = read([*head, ["1", "民政", "综合业务", "政策文件", "名称", LAW]])
    assert matters(found) == [["综合业务", "政策文件"]]
    assert [extra.text for extra in found.items[0].extra] == ["民政"]
    assert "level-beside" in codes(found)


def test_a_first_column_without_heading_that_counts_is_of_ordinals() -> None:
    head = ["", "公开事项", "公开内容", "公开依据"]
    found = read([head, ["1", "甲项", "乙", LAW], ["2", "丙项", "丁", LAW]])
    assert [item.ordinal for item in found.items] == ["1", "2"]
    assert "column-by-contents" in codes(found)


def test_columns_of_a_site_are_matters() -> None:
    head = ["一级栏目", "二级栏目", "三级栏目", "更新频次", "备注"]
    found = read([head, ["政务公开", "政策文件", "本级文件", "每年1月31日前", ""]])
    assert matters(found) == [["政务公开", "政策文件", "本级文件"]]


@pytest.mark.parametrize(
    ("heading", "level"),
    [("东阳市级", "county"), ("洛阳市级", "city"), ("栾川县级", "county"), ("某某市级", "")],
)
def test_a_level_named_by_its_place(heading: str, level: str) -> None:
    match = match_option(heading, "level")
    assert (match.terms[0].id if match else "") == level


def test_a_heading_and_the_option_below_it_may_share_a_cell_with_nothing_between() -> None:
    headings = [
        "公开事项\n一级事项",
        "公开事项\n二级事项",
        "公开内容",
        "公开对象\n全社会",
        "公开对象特定群众",
        "公开方式\n主动",
        "公开方式依申请公开",
        "公开层级县级",
        "公开层级\n乡级",
    ]
    item, found = read_one(headings, ["救助", "名单", "姓名", "", "√", "√", "", "√", "√"])
    assert [(m.level, m.label) for m in item.matters] == [(1, "救助"), (2, "名单")]
    assert [term.id for term in item.audience.selected] == ["specific"]
    assert [term.id for term in item.mode.selected] == ["proactive"]
    assert [term.id for term in item.level.selected] == ["county", "township"]
    assert found == []
