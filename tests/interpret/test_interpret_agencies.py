"""公开主体: who must publish, name by name, and what kind of agency each is."""

from __future__ import annotations

import pytest

from govdisclose_ld.interpret.agencies import doubt_agencies, read_agencies

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
    "①县财政局②县教育局": ["县财政局 named", "县教育局 named"],
    "（1）县财政局（2）县教育局": ["县财政局 named", "县教育局 named"],
    "县公安局/各派出所": ["县公安局 named", "各派出所 group"],
    "县财政局、县财政局": ["县财政局 named"],
    "县发改局、县住建局和各镇乡（街道）人民政府（办事处）": [
        "县发改局 named",
        "县住建局 named",
        "各镇乡（街道）人民政府（办事处） group",
    ],
    "县民政局及乡镇人民政府": ["县民政局 named", "乡镇人民政府 generic"],
    "县水利局和移民局": ["县水利局 named", "移民局 named"],
    "县（区、市）人民政府及房屋征收部门": [
        "县（区、市）人民政府 generic",
        "房屋征收部门 generic",
    ],
    "市、县人民政府和有关部门": ["市、县人民政府 generic", "有关部门 group"],
    "县财政局（预算股、县教育局": ["县财政局（预算股 unit", "县教育局 named"],
    # what is one name stays one
    "县发展和改革局": ["县发展和改革局 named"],
    "县政务服务和大数据管理局": ["县政务服务和大数据管理局 named"],
    "招标人及其招标代理机构": ["招标人及其招标代理机构 role"],
    "各镇人民政府 （经济发展办公室/农业农村办公室）": [
        "各镇人民政府（经济发展办公室/农业农村办公室） group"
    ],
    # names broken over lines
    "示例县住房\n和城乡建设\n局": ["示例县住房和城乡建设局 named"],
    "示例县人力资\n源和社会保障\n局": ["示例县人力资源和社会保障局 named"],
    "示例县人力资源和\n社会保障局、示例\n县财政局": [
        "示例县人力资源和社会保障局 named",
        "示例县财政局 named",
    ],
    "县民政\n局、乡\n镇人民\n政府": ["县民政局 named", "乡镇人民政府 generic"],
    "县级政\n府民政\n部门、\n乡镇政\n府（街\n道办事\n处）": [
        "县级政府民政部门 generic",
        "乡镇政府（街道办事处） generic",
    ],
    "公安\n分局": ["公安分局 named"],
    "街道\n\n办事处": ["街道办事处 generic"],
    "县住房和城乡建设部\n门": ["县住房和城乡建设部门 generic"],
    "示例县人民政府办\n公室": ["示例县人民政府办公室 named"],
    "示例镇\n民政办": ["示例镇民政办 named"],
    "镇人民政府\n（街道办事处）": ["镇人民政府（街道办事处） generic"],
    "县民政局\n示例\n镇人民政府": ["县民政局 named", "示例镇人民政府 named"],
    "街\n道\n办\n事\n处": ["街道办事处 generic"],
    "县级政府\n民政部门\n乡镇政府": ["县级政府民政部门 generic", "乡镇政府 generic"],
    # lines that each hold a name
    "县教育局\n各中小学校": ["县教育局 named", "各中小学校 group"],
    "县残联\n县财政局": ["县残联 named", "县财政局 named"],
    "县财政局\n义务教育阶段学校": ["县财政局 named", "义务教育阶段学校 group"],
    "县卫生健康局\n人事科": ["县卫生健康局 named", "人事科 unit"],
    "县 财 政 局": ["县财政局 named"],
    "县民政局（社会救助股、办公室）": ["县民政局（社会救助股、办公室） named"],
    # lead and assisting
    "牵头单位：县发改局；配合单位：县财政局、县审计局": [
        "县发改局 named",
        "县财政局 named",
        "县审计局 named",
    ],
    "牵头单位：县发改局 配合单位：县财政局": ["县发改局 named", "县财政局 named"],
    "县发改局牵头，县财政局、县审计局配合": [
        "县发改局 named",
        "县财政局 named",
        "县审计局 named",
    ],
    "县住建局（牵头）县财政局": ["县住建局 named", "县财政局 named"],
    "县住建局会同县财政局": ["县住建局 named", "县财政局 named"],
    "各股室按照职责分工负责": ["各股室按照职责分工负责 group"],
    # kinds
    "示例水务集团有限公司": ["示例水务集团有限公司 named"],
    "住建部门": ["住建部门 generic"],
    "公安机关": ["公安机关 generic"],
    "村（居）委会": ["村（居）委会 generic"],
    "征地项目所在地乡镇人民政府": ["征地项目所在地乡镇人民政府 generic"],
    "县公安局各派出所": ["县公安局各派出所 group"],
    "县妇联": ["县妇联 named"],
    "示例镇": ["示例镇 named"],
    "社会事务办": ["社会事务办 unit"],
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


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲乙丙", "agency-kind-unknown"),
        ("县财政同", "agency-kind-unknown"),
        ("县民政局公示结果《社会救助暂行办法》县民政局", "agency-kind-unknown"),
        ("示例\n县财政局", "agency-lines"),
        ("县卫生健康局\n人事科", "agency-lines"),
    ],
)
def test_what_is_not_sure_says_so(text: str, code: str) -> None:
    assert [notice.code for notice in doubt_agencies(text)] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "县财政局、乡镇人民政府",
        "示例县住房\n和城乡建设\n局",
        "县财政局\n县教育局",
        "同上",
        "无",
        "",
    ],
)
def test_what_is_sure_needs_no_notice(text: str) -> None:
    assert doubt_agencies(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "示例县城\n市管理局",
        "示例县住房和城\n乡建设局",
        "示例县农业农\n村局",
        "示例经济开发\n区管理委\n员会",
    ],
)
def test_a_word_torn_before_a_level_is_no_end_of_a_name(text: str) -> None:
    assert [agency.label for agency in read_agencies(text)] == [text.replace("\n", "")]
    assert doubt_agencies(text) == ()


def test_a_school_for_the_young_stays_beside_the_bureau_of_its_district() -> None:
    agencies = read_agencies("示例区第一幼儿园\n区教育局")
    assert [agency.label for agency in agencies] == ["示例区第一幼儿园", "区教育局"]


def test_a_long_cell_is_read_at_once() -> None:
    assert len(read_agencies("县\n" * 20000)) == 1


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("县民政局县财政局", True),
        ("示例县民政局示例县财政局", True),
        ("示例县人民政府示例镇人民政府", True),
        ("县民政局、县财政局", False),
        ("国家税务总局示例县税务局", False),
        ("示例市公安局示例区分局", False),
        ("县住房和城乡建设局城市管理办公室", False),
        ("县人民政府办公室", False),
    ],
)
def test_two_agencies_without_a_separator_are_told(text: str, *, together: bool) -> None:
    assert ("agency-run-together" in [n.code for n in doubt_agencies(text)]) is together
