"""Layouts of other offices: what a person would read there, and what must stay unknown."""

from __future__ import annotations

import pytest
from interpret_samples import read, read_one

from govdisclose_ld.interpret.agencies import read_agencies
from govdisclose_ld.interpret.citations import read_citations
from govdisclose_ld.interpret.deadlines import read_time_limit
from govdisclose_ld.model import Catalog, Choice, Item, State


def pipes(text: str) -> list[list[str]]:
    """A table drawn with pipes, blanks kept."""
    lines = (line.strip().removeprefix("|").removesuffix("|") for line in text.strip().splitlines())
    return [[cell.strip() for cell in line.split("|")] for line in lines]


def item(catalog: Catalog, place: int) -> Item:
    return catalog.items[place - 1]


def ids(choice: Choice) -> list[str]:
    return [term.id or term.label for term in choice.selected]


def codes(catalog: Catalog, place: int) -> set[str]:
    return {found.code for found in catalog.findings_of(item(catalog, place))}


def test_levels_printed_under_the_mode_five_aspects_and_ditto_marks() -> None:
    catalog = read(
        pipes(
            """
    |序号|公开事项||公开内容|公开依据|公开时限|公开主体|五公开|||公开方式|||咨询电话|
    ||一级目录|二级目录|||||决策|服务|结果|县级|乡级|村级||
    |1|户籍登记|出生登记|办理条件、材料|《户口登记条例》|受理后5个工作日|县公安局||√||√||√|110|
    |2||死亡登记|办理条件、材料|同上|同上|同上||√||√|||同上|
    """
        )
    )
    first, second = catalog.items
    assert [term.id for term in first.level.selected] == ["county", "village"]
    assert ids(second.level) == ["county"]
    assert first.mode.state is State.ABSENT
    assert [(e.heading, e.text) for e in first.extra] == [("服务", "√"), ("咨询电话", "110")]
    assert [matter.label for matter in second.matters] == ["户籍登记", "死亡登记"]
    assert second.content.text == "办理条件、材料"
    assert [agency.label for agency in second.agencies] == ["县公安局"]
    assert "row-shifted" not in codes(catalog, 2)


def test_one_column_for_each_channel_and_words_under_other() -> None:
    catalog = read(
        pipes(
            """
    |序号|公开事项|公开内容|公开渠道和载体||||公开对象||
    ||||政府网站|两微一端|村公示栏|其他|全社会|特定群体（请写明）|
    |1|救灾款物|分配情况|√|√||公众号|√||
    |2|倒损民房救助|对象名单|||√村务公开栏|—||受灾群众|
    """
        )
    )
    first, second = catalog.items
    assert ids(first.channels) == ["website", "microblog-wechat-app", "other"]
    assert first.channels.notes == ("公众号",)
    assert ids(second.channels) == ["township-board"]
    assert (ids(second.audience), second.audience.notes) == (["specific"], ("受灾群众",))
    assert "mark-words" in codes(catalog, 1) & codes(catalog, 2)


def test_a_dash_is_no_matter_and_no_agency() -> None:
    headings = ["序号", "一级目录", "二级目录", "三级目录", "公开内容", "公开依据", "公开主体"]
    one, _ = read_one(headings, ["1", "工程建设", "合同", "—", "合同公告", "《招标投标法》", "/"])
    assert [matter.label for matter in one.matters] == ["工程建设", "合同"]
    assert one.agencies == ()


def test_a_ditto_mark_with_nothing_above_takes_nothing_from_below() -> None:
    rows = [["同上", "甲", "《预算法》"], ["供水服务", "乙", "《预算法》"]]
    catalog = read([["公开事项", "公开内容", "公开依据"], *rows])
    assert item(catalog, 1).matters == ()
    assert {"ditto-unresolved", "matter-missing"} <= codes(catalog, 1)


def test_columns_that_ask_whether() -> None:
    headings = ["序号", "公开事项", "公开内容", "是否主动公开", "是否依申请公开", "是否涉密"]
    one, _ = read_one(headings, ["1", "甲", "乙", "否", "是", "否"])
    assert ids(one.mode) == ["on-request"]
    assert [extra.heading for extra in one.extra] == ["是否涉密"]


def test_ones_and_noughts_move_nothing_and_stay_unknown() -> None:
    headings = ["序号", "公开事项", "公开内容", "公开渠道", "全社会", "特定群体", "主动", "依申请"]
    one, found = read_one(headings, ["1", "甲", "乙", "政府网站", "1", "0", "1", "0"])
    assert (one.audience.state, one.mode.state) == (State.UNKNOWN, State.UNKNOWN)
    assert ids(one.channels) == ["website"]
    assert "row-shifted" not in found
    assert "mark-unknown" in found


CHOICES = ["序号", "公开事项", "公开内容", "公开渠道", "公开对象", "公开方式", "公开层级"]


def test_a_cell_that_denies_makes_no_boxes_of_the_words_in_other_rows() -> None:
    catalog = read(
        [
            CHOICES,
            ["1", "甲", "a", "政府网站", "全社会", "主动公开", "县级"],
            ["2", "乙", "b", "县政府网站和公示栏", "社会公众、特定群体", "不公开", "—"],
            ["3", "丙", "c", "政府网站除外", "困难群众", "免予公开", "县级、乡级"],
        ]
    )
    first, second, third = catalog.items
    assert [ids(c) for c in (first.channels, first.audience, first.mode, first.level)] == [
        ["website"],
        ["public"],
        ["proactive"],
        ["county"],
    ]
    assert ids(second.channels) == ["website", "public-board"]
    assert [c.state for c in (second.mode, second.level)] == [State.UNKNOWN, State.BLANK]
    assert [c.state for c in (third.channels, third.audience, third.mode)] == [State.UNKNOWN] * 3
    assert "mark-unknown" in codes(catalog, 3)


@pytest.mark.parametrize(
    ("level", "selected"),
    [
        ("R县级 £乡、村级", ["county"]),
        ("£县级 R乡、村级", ["township", "village"]),
        ("R县级 R乡（镇）级", ["county", "township"]),
    ],
)
def test_boxes_of_lost_fonts_before_options_of_two_words(level: str, selected: list[str]) -> None:
    one, found = read_one(CHOICES, ["1", "甲", "a", "R政府网站", "R全社会", "R主动", level])
    assert ids(one.level) == selected
    assert not found


def test_a_tick_at_words_that_are_no_option_leaves_the_field_unknown() -> None:
    one, found = read_one(CHOICES, ["1", "甲", "a", "■政府网站", "■全社会", "■主动", "■本级 □外级"])
    assert one.level.state is State.UNKNOWN
    assert "mark-unknown" in found


def test_a_crossed_box_beside_ticked_ones_could_be_a_denial() -> None:
    ticked = ["1", "甲", "a", "☒政府网站 ☑公示栏", "☑全社会", "☑主动", "☑县级"]
    one, _ = read_one(CHOICES, ticked)
    assert one.channels.state is State.UNKNOWN
    plain, _ = read_one(CHOICES, ["1", "甲", "a", "☒政府网站 ☐公示栏", "☒全社会", "☒主动", "☒县级"])
    assert ids(plain.channels) == ["website"]


def test_headings_of_parts_are_no_items() -> None:
    catalog = read(
        pipes(
            """
    |序号|一级事项|二级事项|公开内容|公开依据|
    |一、行政许可|||||
    |1|许可|准予|结果|《行政许可法》|
    ||（二）行政处罚||||
    |2|处罚|一般|结果|《行政处罚法》|
    |3|公共服务||||
    """
        )
    )
    assert [one.ordinal for one in catalog.items] == ["1", "2", "3"]
    assert "item-empty" in codes(catalog, 3)
    assert not codes(catalog, 1) | codes(catalog, 2)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("事前公示10天", [("display", 10, "day")]),
        ("公告期限为5个工作日", [("display", 5, "working-day")]),
        ("自公告之日起10日内", [("limit", 10, "day")]),
        ("信息形成之日起2\n0个工作日内", [("limit", 20, "working-day")]),
        ("20 个 工作日", [("limit", 20, "working-day")]),
        (
            "批前公示不得少于30日；批后20个工作日内",
            [("display", 30, "day"), ("limit", 20, "working-day")],
        ),
    ],
)
def test_time_limits(text: str, rules: list[tuple[str, int, str]]) -> None:
    limit, noticed = read_time_limit(text)
    assert [(rule.kind, rule.amount, rule.unit) for rule in limit.rules] == rules
    assert not [one for one in noticed if one.code != "time-limit-partly-read"]


@pytest.mark.parametrize(
    "text", ["T+1日", "公示不少于0天", "l0个工作日内", "20个工作曰内", "2020年底前"]
)
def test_time_limits_that_cannot_be_read_for_sure(text: str) -> None:
    assert read_time_limit(text)[1]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("宪法、村民委员会组织法", ["宪法", "村民委员会组织法"]),
        ("国令第711号 豫政办〔2020〕1号", ["国务院令第711号", "豫政办〔2020〕1号"]),
        ("《救助办法》第十八、十九条", ["第十八、十九条"]),
        ("关于贯彻行政处罚法、行政许可法的通知", ["关于贯彻行政处罚法、行政许可法的通知"]),
    ],
)
def test_citations_run_together(text: str, cited: list[str]) -> None:
    citations = read_citations(text)[0]
    assert [c.article or c.number or (c.law and c.law.title) for c in citations] == cited


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("《义务教育法、《预算法》", "basis-bracket-mended"),
        ("《食品安全法第三十五条", "basis-bracket-mended"),
        ("《关于推进公开", "basis-unclosed"),
        ("《社会救助暂行办法》（国务院令第6l9号）", "basis-number-unread"),
        ("《义务教育注》", "basis-title-near"),
        ("《示例教育注》", "basis-incomplete"),
    ],
)
def test_a_damaged_citation_says_so(text: str, code: str) -> None:
    citations, noticed = read_citations(text)
    assert code in {one.code for one in noticed}
    if code == "basis-unclosed":
        assert all(citation.law is None for citation in citations)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市、县民政局", ["市、县民政局"]),
        ("省、市、县人民政府", ["省、市、县人民政府"]),
        ("县财政局（牵头）、县审计局（配合）", ["县财政局", "县审计局"]),
        ("县民政局、乡镇人民政府", ["县民政局", "乡镇人民政府"]),
    ],
)
def test_agencies_that_share_a_name(text: str, names: list[str]) -> None:
    assert [agency.label for agency in read_agencies(text)] == names


def test_a_number_runs_into_the_name_of_a_channel() -> None:
    listed = "1.政府网站 2.政务服务中心 3.12345热线"
    catalog = read([CHOICES[:4], ["1", "甲", "a", listed], ["2", "乙", "b", "政府网站"]])
    assert ids(item(catalog, 1).channels) == ["website", "service-centre", "hotline-12345"]
    assert not codes(catalog, 1)


def test_a_number_is_the_name_of_no_channel() -> None:
    one, found = read_one(CHOICES[:4], ["1", "甲", "a", "政府网站、0371"])
    assert one.channels.state is State.UNKNOWN
    assert "mark-unknown" in found


def test_a_table_of_one_kind_of_audience_says_so() -> None:
    headings = ["序号", "公开事项", "公开内容", "特定群体", "全社会"]
    catalog = read([headings, *([str(n), f"甲{n}", f"乙{n}", "√", ""] for n in range(1, 7))])
    assert "answers-narrow" in {found.code for found in catalog.findings}


def test_a_row_of_a_few_options_is_no_third_row_of_headings() -> None:
    catalog = read(
        pipes(
            """
    |公开事项|公开内容|公开依据|公开渠道和载体|公开层级|
    |一级事项|||||
    ||扶贫对象||政府网站|县级|
    |扶贫资金|分配结果|《预算法》|政府网站|县级|
    """
        )
    )
    assert [reading.kind for reading in catalog.rows] == ["header", "header", "item", "item"]
    assert [ids(one.channels) for one in catalog.items] == [["website"], ["website"]]
