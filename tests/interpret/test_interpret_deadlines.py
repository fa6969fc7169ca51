"""公开时限: every wording of the field, and what is read from it."""

from __future__ import annotations

import pytest

from govdisclose_ld.interpret.deadlines import read_time_limit
from govdisclose_ld.model import TimeRule

FORMED_OR_CHANGED_20 = ["limit formed-or-changed 20 working-day"]

READ_WHOLE = {
    # working days from forming or changing
    "信息形成或者变更之日起20个工作日内": FORMED_OR_CHANGED_20,
    "信息形成或变更之日起20个工作日内予以公开": FORMED_OR_CHANGED_20,
    "信息产生或变更之日起20个工作日内公开": FORMED_OR_CHANGED_20,
    "信息形成(变更)20个工作日内": FORMED_OR_CHANGED_20,
    "信息形成（变更）之日起20个工作日内": FORMED_OR_CHANGED_20,
    "自信息形成或者变更之日起，20个工作日内": FORMED_OR_CHANGED_20,
    "自该信息形成或者变更之日起20个 工作日内": FORMED_OR_CHANGED_20,
    "信息形成或变更之日\n起20个工作日内": FORMED_OR_CHANGED_20,
    "信息形成或者变更之日起二十个工作日内": FORMED_OR_CHANGED_20,
    "20个工作日内（自信息形成或变更之日起）": FORMED_OR_CHANGED_20,
    "自政府信息形成或者变更之日起20个工作日内及时公开": FORMED_OR_CHANGED_20,
    "自信息形成之日起10个工作日内": ["limit formed 10 working-day"],
    "信息产生3个工作日内公开": ["limit formed 3 working-day"],
    "结果产生后7个工作日内": ["limit formed 7 working-day"],
    "自制作或获取该信息之日起20个工作日内": ["limit made-or-obtained 20 working-day"],
    "制定或获取信息之日起10个工作日内": ["limit made-or-obtained 10 working-day"],
    "20工作日": ["limit - 20 working-day"],
    "20 个 工作日": ["limit - 20 working-day"],
    "5个工作日内": ["limit - 5 working-day"],
    "最长不超过20个工作日": ["limit - 20 working-day"],
    "信息形式或者变更之日起20个工作日内": FORMED_OR_CHANGED_20,
    "20个法定工作日内": ["limit - 20 working-day"],
    "20（二十）个工作日内": ["limit - 20 working-day"],
    "二十（20）个工作日": ["limit - 20 working-day"],
    # one rule over several lines
    "信息形成或者\n变更之日起20个工作日内": FORMED_OR_CHANGED_20,
    "自信息形\n成或者变\n更之日起\n20个工作\n日内予以\n公开": FORMED_OR_CHANGED_20,
    "每年1\n月31日前": ["date --01-31"],
    "每年1月\n31日前": ["date --01-31"],
    "每年\n1月31日前": ["date --01-31"],
    "自收到申请之日起20个工作日内\n自信息形成之日起10个工作日内": [
        "limit request-received 20 working-day",
        "limit formed 10 working-day",
    ],
    "每年1月31日前\n每季度结束后15日内": [
        "date --01-31",
        "limit other-event 15 day",
        "cycle - 1 quarter",
    ],
    # working days from another event
    "信息形成（变更）下发至本单位20个工作日内": ["limit other-event 20 working-day"],
    "作出行政决定之日起7个工作日内": ["limit decision-made 7 working-day"],
    "行政处罚决定作出之日起7个工作日内": ["limit decision-made 7 working-day"],
    "资金分配结果下达后15个工作日内": ["limit funds-allocated 15 working-day"],
    "收到征地批准文件10个工作日内": ["limit approval-received 10 working-day"],
    "自收到申请之日起20个工作日内": ["limit request-received 20 working-day"],
    "组织听证7个工作日前": ["before hearing-held 7 working-day"],
    "文件印发之日起10个工作日内": ["limit document-issued 10 working-day"],
    "录取结果公布后5个工作日内": ["limit other-event 5 working-day"],
    "公示期满后5个工作日内": ["limit other-event 5 working-day"],
    "公示结束后3个工作日内": ["limit other-event 3 working-day"],
    "审批通过后5个工作日": ["limit approved 5 working-day"],
    "活动开展前5个工作日": ["before other-event 5 working-day"],
    # calendar days and other units
    "本级人大批准后20日内": ["limit congress-approved 20 day"],
    "经本级人民代表大会或者其常务委员会批准后20日内": ["limit congress-approved 20 day"],
    "批复后20日内": ["limit approved 20 day"],
    "人大会议批复后20日内": ["limit congress-approved 20 day"],
    "本级政府财政部门批复后20日内向社会公开": ["limit approved 20 day"],
    "24小时内": ["limit - 24 hour"],
    "开学后一个月内": ["limit other-event 1 month"],
    # dates and cycles
    "每年1月31日前": ["date --01-31"],
    "每年4月1日之前": ["date --04-01"],
    "按年公开": ["cycle - 1 year"],
    "按季度": ["cycle - 1 quarter"],
    "按月公开": ["cycle - 1 month"],
    "6个月": ["cycle - 6 month"],
    "每6个月更新一次": ["cycle - 6 month"],
    "每半年": ["cycle - 6 month"],
    "半年": ["cycle - 6 month"],
    "每季度结束后15日内": ["limit other-event 15 day", "cycle - 1 quarter"],
    "每年3月31日前和9月30日前": ["date --03-31", "date --09-30"],
    "1月10日、7月10日前": ["date --01-10", "date --07-10"],
    "半年至少更新1次": ["cycle - 6 month"],
    "每半年至少更新一次": ["cycle - 6 month"],
    "一年一次": ["cycle - 1 year"],
    "两年1次": ["cycle - 2 year"],
    "一季度一次": ["cycle - 1 quarter"],
    "季后15日内": ["limit other-event 15 day"],
    "原则上7个工作日内，最长不超过20个工作日": [
        "limit - 7 working-day",
        "limit - 20 working-day",
    ],
    "公开时间1年": ["display - 1 year"],
    "季度": ["cycle - 1 quarter"],
    "月度": ["cycle - 1 month"],
    "中长期规划批准后20日内": ["limit approved 20 day"],
    # minimum display
    "批前公示不得少于30日": ["display - 30 day"],
    "公示7个工作日": ["display - 7 working-day"],
    "公告期限为5个工作日": ["display - 5 working-day"],
    "不少于10天": ["display - 10 day"],
    "公示期不少于5个工作日": ["display - 5 working-day"],
    "公开1年": ["display - 1 year"],
    "每年1月31日前，公开期限1年": ["date --01-31", "display - 1 year"],
    "提前一周": ["before - 1 week"],
    # several rules in one cell
    "1.信息形成或者变更之日起20个工作日内；2.公示7个工作日": [
        *FORMED_OR_CHANGED_20,
        "display - 7 working-day",
    ],
    "1. 事前公开：提前5个工作日；2. 事后公开：作出决定之日起7个工作日内": [
        "before - 5 working-day",
        "limit decision-made 7 working-day",
    ],
    "①公示7日；②20个工作日内": ["display - 7 day", "limit - 20 working-day"],
    "⑴20个工作日内⑵公示7日": ["limit - 20 working-day", "display - 7 day"],
    "⒈20个工作日内⒉公示7日": ["limit - 20 working-day", "display - 7 day"],
    "7个工作日内公开，公示期不少于10天": ["limit - 7 working-day", "display - 10 day"],
    "公示7天，公示结束后5个工作日内公开结果": [
        "display - 7 day",
        "limit other-event 5 working-day",
    ],
}

READ_IN_PART = {
    "每月10日前": ["cycle - 1 month"],
    "每月5日、20日前": ["cycle - 1 month"],
    "每年9月底前": ["cycle - 1 year"],
    "每年第一季度": ["cycle - 1 year"],
    "每季度第一个月15日前": ["cycle - 1 quarter"],
    "每月前5个工作日": ["cycle - 1 month"],
    "每周一": ["cycle - 1 week"],
    "公开期限：20个工作日": ["limit - 20 working-day"],
    "信息形成或者变更之日起10-20个工作日内": FORMED_OR_CHANGED_20,
    "20个工作日内；政策解读3个工作日内": ["limit - 20 working-day", "limit - 3 working-day"],
    "信息形成之日起20个工作日内，其中，涉及群众切身利益的，10个工作日内": [
        "limit formed 20 working-day",
        "limit - 10 working-day",
    ],
}

VAGUE = [
    "实时公开",
    "及时公开",
    "即时",
    "按进展情况及时公开",
    "随采购公告",
    "随采购公告一并公开",
    "与政策文件同步",
    "按规定时限公开",
    "按法定时限公开",
    "与采购公告同时公开",
    "无固定时限",
    "实地启动拟征收土地工作时，在村公示栏公开",
]

NO_RULE = [
    "同上",
    "次月10日前",
    "2020年12月31日前",
    "2020年12月前",
    "2020年底前",
    "9月底前",
    "三年",
    "3年",
    "当日",
    "事前公示",
    "县民政局",
    "20201231",
    "每年1月1日至1月31日",
    "下一年度",
]

MENDED = [
    "信息形成或者变更之日起2O个工作日内",
    "信息形成或者变更之日起20个作日内",
    "信息形成或者变更之日起20个工作曰内",
]


def written(rule: TimeRule) -> str:
    if rule.date:
        return f"{rule.kind} {rule.date}"
    return f"{rule.kind} {rule.trigger or '-'} {rule.amount} {rule.unit}"


def codes(text: str) -> list[str]:
    return [notice.code for notice in read_time_limit(text)[1]]


@pytest.mark.parametrize(("text", "rules"), READ_WHOLE.items())
def test_a_usual_wording_is_read_whole(text: str, rules: list[str]) -> None:
    limit, notices = read_time_limit(text)
    assert ([written(rule) for rule in limit.rules], notices) == (rules, ())


@pytest.mark.parametrize(("text", "rules"), READ_IN_PART.items())
def test_what_is_read_in_part_says_so(text: str, rules: list[str]) -> None:
    assert [written(rule) for rule in read_time_limit(text)[0].rules] == rules
    assert codes(text) == ["time-limit-partly-read"]


@pytest.mark.parametrize("text", VAGUE)
def test_wording_without_a_number_is_vague(text: str) -> None:
    limit, _ = read_time_limit(text)
    assert (limit.vague, limit.rules, codes(text)) == (True, (), [])


@pytest.mark.parametrize("text", ["及时公开，20个土作日内", "信息形成之日起Z0个工作日内及时公开"])
def test_a_number_beside_vague_wording_is_not_passed_over(text: str) -> None:
    assert codes(text) == ["time-limit-partly-read"]


@pytest.mark.parametrize("text", NO_RULE)
def test_no_rule_is_made_up(text: str) -> None:
    limit, _ = read_time_limit(text)
    assert (limit.rules, limit.retention, limit.vague) == ((), "", False)
    assert codes(text) == ["time-limit-unreadable"]


@pytest.mark.parametrize(
    ("text", "retention"),
    [
        ("长期公开", "permanent"),
        ("长期公开(动态调整)", "permanent"),
        ("永久公开", "permanent"),
        ("常年公开", "permanent"),
        ("任期内", "term-of-office"),
        ("任职期间", "term-of-office"),
        ("长期有效", "permanent"),
        ("永久", "permanent"),
        ("永久保留", "permanent"),
        ("常年公示", "permanent"),
        ("中长期规划发布后20个工作日内，长期公开", "permanent"),
        ("长期规划发布后20个工作日内", ""),
        ("中长期规划批准后20日内", ""),
        ("信息形成或者变更之日起20个工作日内公开，保持长期公开", "permanent"),
    ],
)
def test_how_long_it_stays_is_retention_and_no_rule(text: str, retention: str) -> None:
    assert read_time_limit(text)[0].retention == retention


def test_a_compound_limit_is_taken_apart() -> None:
    text = "信息产生或变更之日起20个工作日内公开，保持长期公开（相关法律法规另有规定的，从其规定）"
    limit, notices = read_time_limit(text)
    assert limit.text == text
    assert [written(rule) for rule in limit.rules] == FORMED_OR_CHANGED_20
    assert limit.retention == "permanent"
    assert limit.exception == "相关法律法规另有规定的，从其规定"
    assert notices == ()


@pytest.mark.parametrize(
    ("text", "exception"),
    [
        ("20个工作日（相关政策法规另有规定的应从其规定）", "相关政策法规另有规定的应从其规定"),
        (
            "20个工作日内。法律、法规对政府信息公开的期限另有规定的，从其规定。",
            "法律、法规对政府信息公开的期限另有规定的，从其规定",
        ),
        ("20个工作日内，法律另有规定除外", "法律另有规定除外"),
    ],
)
def test_a_clause_that_lets_other_law_prevail(text: str, exception: str) -> None:
    limit, notices = read_time_limit(text)
    assert (limit.exception, notices) == (exception, ())


@pytest.mark.parametrize("text", MENDED)
def test_a_character_misread_within_a_unit_is_mended_and_told(text: str) -> None:
    limit, _ = read_time_limit(text)
    assert [written(rule) for rule in limit.rules] == FORMED_OR_CHANGED_20
    assert (limit.text, codes(text)) == (text, ["time-limit-mended"])


@pytest.mark.parametrize("text", ["", "  ", "\n", "-", "——", "/", "无"])
def test_a_blank_cell_says_nothing(text: str) -> None:
    limit, notices = read_time_limit(text)
    assert (limit.rules, limit.vague, notices) == ((), False, ())
