"""Headings that offices print, and the fields that they name."""

from __future__ import annotations

import pytest

from govdisclose_ld.interpret.headings import SURE, match_heading, match_option

FIELDS = {
    "ordinal": "序号 编号 编码",
    "matters": "公开事项 事项名称 业务事项 信息类别",
    "content": "公开内容 公开内容（要素） 公开内容(要素) 公开内容（要素）及要求 "
    "公开内容和测评依据 内容标准",
    "basis": "公开依据 法律依据",
    "time_limit": "公开时限 信息更新时间 更新时限",
    "agency": "公开主体 信息保障单位 公开责任主体 责任单位 公开责任 责任科室 责任股室",
    "channels": "公开渠道和载体 公开渠道 公开形式",
    "site_section": "网站公开栏目 网站所属栏目 公开链接",
    "audience": "公开对象 公开范围",
    "mode": "公开方式 公开属性",
    "level": "公开层级",
    "extra": "条款内容 依据效力（位阶） 公开时长 对应职责 公开领域 公开领域（编码） 相应领域 过程 "
    "咨询电话 监督举报电话 五公开 决策 执行 管理 服务 结果 公开形式（文本） "
    "事项类别（法定公开、其他） 备注",
}
LEVELED = "{}级事项 {}级目录 {}级指标"
OPTIONS = {
    "public": "全社会 社会",
    "specific": "特定群众 特定群体 特定对象 特定群体（请写明）",
    "proactive": "主动 主动公开",
    "on-request": "依申请 依申请公开",
    "province": "省级",
    "city": "市级 州级",
    "county": "县级 区级 县(区)级",
    "township": "乡级 乡(镇)级 镇级 镇(街)级 镇街乡",
    "village": "村级",
    "township village": "乡、村级",
}


@pytest.mark.parametrize(
    ("heading", "field"),
    [(heading, field) for field, headings in FIELDS.items() for heading in headings.split()],
)
def test_a_usual_heading_is_known(heading: str, field: str) -> None:
    match = match_heading(heading)
    assert match
    assert (match.field, match.score >= 0.9) == (field, True)


@pytest.mark.parametrize("heading", ["公 开 依 据", "公开\n依据", " 公开依据 ", "【公开依据】"])
def test_spaces_lines_and_brackets_do_not_matter(heading: str) -> None:
    match = match_heading(heading)
    assert match
    assert (match.field, match.score) == ("basis", 1.0)


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5, 6])
def test_levels_of_matters(level: int) -> None:
    for heading in LEVELED.format(*["一二三四五六"[level - 1]] * 3).split():
        match = match_heading(heading)
        assert match
        assert (match.field, match.level) == ("matters", level)


@pytest.mark.parametrize(
    ("heading", "ids"),
    [(heading, ids) for ids, headings in OPTIONS.items() for heading in headings.split()],
)
def test_options_of_tick_columns(heading: str, ids: str) -> None:
    option = match_option(heading)
    assert option
    assert [term.id for term in option.terms] == ids.split()


@pytest.mark.parametrize(
    ("heading", "field"),
    [("公开依椐", "basis"), ("网站公开拦目", "site_section"), ("公开渠遒和载体", "channels")],
)
def test_a_damaged_heading_is_guessed_with_a_lower_score(heading: str, field: str) -> None:
    match = match_heading(heading)
    assert match
    assert match.field == field
    assert match.score < 0.9


@pytest.mark.parametrize(
    "heading", ["", "公开标准", "公开内客", "信息名称", "公开条件", "办理地点"]
)
def test_a_heading_that_could_be_another_word_is_not_guessed(heading: str) -> None:
    assert match_heading(heading) is None


def test_a_heading_that_lost_its_first_character_is_a_guess() -> None:
    match = match_heading("开内容")
    assert match is not None
    assert (match.field, match.score < SURE) == ("content", True)
    assert match_heading("开会内容") is None
