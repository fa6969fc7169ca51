"""公开主体: who must publish, name by name, and what kind of agency each is."""

from __future__ import annotations

import pytest

from govdisclose_ld.interpret.agencies import read_agencies

CELLS = {
    "县民政局": ["县民政局 named"],
    "栾川县扶贫开发办公室": ["栾川县扶贫开发办公室 named"],
    "县政务服务中心": ["县政务服务中心 named"],
    "应急管理部门": ["应急管理部门 generic"],
    "县级政府民政部门": ["县级政府民政部门 generic"],
    "乡镇人民政府（街道办事处）": ["乡镇人民政府（街道办事处） generic"],
    "综合科、规统科": ["综合科 unit", "规统科 unit"],
    "县民政局办公室": ["县民政局办公室 unit"],
    "办属各科室（中心）": ["办属各科室（中心） group"],
    "各乡（镇）人民政府": ["各乡（镇）人民政府 group"],
    "采购人或者其委托的代理机构": ["采购人或者其委托的代理机构 role"],
    # lists
    "县财政局，县教育局": ["县财政局 named", "县教育局 named"],
    "县财政局\n县教育局": ["县财政局 named", "县教育局 named"],
    "县财政局 县教育局": ["县财政局 named", "县教育局 named"],
    "1.县财政局 2.县教育局": ["县财政局 named", "县教育局 named"],
    "县公安局/各派出所": ["县公安局 named", "各派出所 group"],
    "县财政局、县财政局": ["县财政局 named"],
    # what is one name stays one
    "县 财 政 局": ["县财政局 named"],
    "县民政局（社会救助股、办公室）": ["县民政局（社会救助股、办公室） named"],
    # lead and assisting
    "牵头单位：县发改局；配合单位：县财政局、县审计局": [
        "县发改局 named",
        "县财政局 named",
        "县审计局 named",
    ],
    # boxes: an agency whose box is empty is none
    "■县民政局 □县财政局": ["县民政局 named"],
    # words that tell nothing of their kind are kept
    "甲乙丙": ["甲乙丙 "],
    "": [],
    " \n": [],
}


@pytest.mark.parametrize(("text", "agencies"), CELLS.items())
def test_agencies_and_their_kinds(text: str, agencies: list[str]) -> None:
    assert [f"{agency.label} {agency.kind}" for agency in read_agencies(text)] == agencies
