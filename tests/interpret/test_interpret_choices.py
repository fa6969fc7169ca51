"""Channels, audience, mode, level: ticked, unticked, or unknown, and never guessed."""

from __future__ import annotations

import pytest
from interpret_samples import read, read_one

from govdisclose_ld.model import Choice, Item, State

LEAD = ["序号", "公开事项", "公开内容", "公开依据"]
CELLS = ["1", "招生方案", "招生范围", "《中华人民共和国义务教育法》"]


def channels(*cells: str) -> tuple[Choice, set[str]]:
    """The channels of the first of several rows, and the codes of the findings on it."""
    rows = [[str(n), f"事项{n}", f"内容{n}", CELLS[3], cell] for n, cell in enumerate(cells, 1)]
    catalog = read([[*LEAD, "公开渠道和载体"], *rows])
    item = catalog.items[0]
    return item.channels, {finding.code for finding in catalog.findings_of(item)}


def labels(choice: Choice) -> list[str]:
    return [term.label for term in choice.selected]


def ticks(headings: list[str], cells: list[str]) -> tuple[Item, list[str]]:
    return read_one([*LEAD, *headings], [*CELLS, *cells])


def test_every_option_is_offered_and_the_ticked_ones_selected() -> None:
    choice, codes = channels("■政府网站 □政府公报 ■两微一端")
    assert (choice.state, labels(choice), codes) == (State.READ, ["政府网站", "两微一端"], set())
    assert [term.label for term in choice.offered] == ["政府网站", "政府公报", "两微一端"]


def test_a_lettered_box_before_words_that_no_list_knows_is_not_read_as_none() -> None:
    choice, codes = channels("R攻府网站 £政府公报 £其他", "R政府网站 £政府公报 £其他")
    assert labels(choice) == ["攻府网站"]
    assert "channel-unlisted" in codes


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("■其他：政务新媒体", "其他：政务新媒体"),
        ("■其他（部门网站或微信平台）", "其他（部门网站或微信平台）"),
        ("■政府网站http://www.abc.gov.cn", "政府网站http://www.abc.gov.cn"),
    ],
)
def test_a_tail_survives_as_a_note(text: str, note: str) -> None:
    choice, _ = channels(f"{text} □公示栏")
    assert choice.notes == (note,)
    assert len(choice.selected) == 1


def test_a_local_channel_is_kept_as_printed() -> None:
    choice, codes = channels("■政府网站 ■甲乙客户端")
    assert [(term.id, term.label) for term in choice.selected] == [
        ("website", "政府网站"),
        ("", "甲乙客户端"),
    ]
    assert codes == {"channel-unlisted"}


@pytest.mark.parametrize(
    "text", ["政府网站 公示栏", "1.政府网站 2.公示栏", "1. 政府网站；2. 公示栏", "政府网站、公示栏"]
)
def test_a_list_without_marks_answers_where_no_row_prints_marks(text: str) -> None:
    choice, codes = channels(text, "政府网站")
    assert (choice.state, labels(choice), codes) == (State.READ, ["政府网站", "公示栏"], set())


def test_a_list_without_marks_is_unknown_where_other_rows_print_marks() -> None:
    choice, codes = channels("政府网站 公示栏", "■政府网站 □公示栏")
    assert (choice.state, labels(choice)) == (State.UNKNOWN, [])
    assert "mark-unknown" in codes


@pytest.mark.parametrize("text", ["1.政府网站 2.公示栏", "政府网站、公示栏", "政府网站，公示栏"])
def test_a_list_that_every_row_prints_alike_answers(text: str) -> None:
    choice, codes = channels(text, text, text)
    assert (choice.state, labels(choice), codes) == (State.READ, ["政府网站", "公示栏"], set())


def test_the_whole_printed_form_without_marks_is_no_answer() -> None:
    form = "政府网站 政府公报 两微一端 发布会/听证会 广播电视 纸质媒体 公开查阅点 政务服务中心"
    choice, codes = channels(form, "政府网站")
    assert (choice.state, labels(choice)) == (State.UNKNOWN, [])
    assert "mark-unknown" in codes


def test_one_list_on_every_row_is_no_answer_even_if_its_spaces_differ() -> None:
    choice, codes = channels("政府网站 公示栏", "政府网站、 公示栏", "政府网站公示栏")
    assert choice.state is State.UNKNOWN
    assert "mark-unknown" in codes


def test_a_box_lost_before_the_first_option_makes_the_cell_unknown() -> None:
    choice, codes = channels("政府网站 □政府公报 ■两微一端")
    assert (choice.state, labels(choice)) == (State.UNKNOWN, [])
    assert "mark-unknown" in codes


@pytest.mark.parametrize(
    "text", ["◎政府网站 ○政府公报", "◎政府网站 ◌公示栏", "请选：政府网站 □政府公报"]
)
def test_a_box_that_is_not_known_makes_the_cell_unknown(text: str) -> None:
    choice, codes = channels(text)
    assert (choice.state, labels(choice)) == (State.UNKNOWN, [])
    assert "mark-unknown" in codes


@pytest.mark.parametrize(
    "text", ["□政府网站 政府公报 ■两微一端", "■政府网站http://www.abc.gov.cn 公示栏 □两微一端"]
)
def test_a_box_lost_between_options_is_reported(text: str) -> None:
    assert "mark-unknown" in channels(text)[1]


def test_words_before_the_first_box_are_kept() -> None:
    choice, codes = channels("勾选如下：■政府网站 □政府公报")
    assert (choice.state, choice.notes, codes) == (State.READ, ("勾选如下：",), set())


def test_an_agency_in_a_channel_cell_is_no_channel() -> None:
    choice, codes = channels("县教育局", "政府网站")
    assert (choice.state, labels(choice)) == (State.UNKNOWN, [])
    assert "mark-unknown" in codes


def test_an_empty_cell_is_blank_and_a_missing_column_absent() -> None:
    choice, codes = channels("", "■政府网站")
    assert (choice.state, codes) == (State.BLANK, set())
    assert read_one(LEAD, CELLS)[0].channels.state is State.ABSENT


AUDIENCE = ["全社会", "特定群体（请写明）"]


@pytest.mark.parametrize(
    ("cells", "state", "selected"),
    [
        (["√", ""], State.READ, ["全社会"]),
        (["√", "√"], State.READ, ["全社会", "特定群体"]),
        (["□", "□"], State.READ, []),
        (["√", "—"], State.READ, ["全社会"]),
        (["", ""], State.BLANK, []),
    ],
)
def test_tick_columns(cells: list[str], state: State, selected: list[str]) -> None:
    item, codes = ticks(AUDIENCE, cells)
    assert (item.audience.state, labels(item.audience), codes) == (state, selected, [])


@pytest.mark.parametrize("words", ["√面向本集体成员", "申请人", "在征收范围内"])
def test_words_in_a_tick_cell_tick_it_and_are_kept(words: str) -> None:
    item, codes = ticks(AUDIENCE, ["", words])
    assert labels(item.audience) == ["特定群体"]
    assert item.audience.notes == (words.removeprefix("√"),)
    assert words.startswith("√") or "mark-words" in codes


@pytest.mark.parametrize("words", ["不涉及", "暂无", "无此情况", "1", "X", "全社会 特定群体"])
def test_words_in_a_tick_cell_that_do_not_affirm_are_unknown(words: str) -> None:
    item, codes = ticks(AUDIENCE, ["", words])
    assert (item.audience.state, labels(item.audience)) == (State.UNKNOWN, [])
    assert "mark-unknown" in codes


@pytest.mark.parametrize("times", [2, 3])
def test_a_list_printed_again_in_one_cell_is_unknown_even_where_its_marks_agree(
    times: int,
) -> None:
    choice, codes = channels(" ".join(["■政府网站 □政府公报 ■其他"] * times))
    assert (choice.state, labels(choice)) == (State.UNKNOWN, [])
    assert codes == {"mark-unassigned"}


def test_one_option_printed_again_is_read() -> None:
    choice, codes = channels("■其他 □政府公报 ■其他")
    assert (choice.state, labels(choice), codes) == (State.READ, ["其他"], set())


def test_two_marks_that_contradict_each_other_are_unknown() -> None:
    item, codes = ticks(["公开方式"], ["■主动公开 □主动公开"])
    assert item.mode.state is State.UNKNOWN
    assert "mark-unassigned" in codes


@pytest.mark.parametrize(
    ("heading", "text", "selected"),
    [
        ("公开方式", "主动公开", ["主动公开"]),
        ("公开方式", "依申请", ["依申请公开"]),
        ("公开对象", "面向社会", ["全社会"]),
        ("公开层级", "县（区）级", ["县级"]),
        ("公开层级", "乡、村级", ["乡级", "村级"]),
        ("公开方式", "☑主动 □依申请", ["主动公开"]),
    ],
)
def test_value_columns(heading: str, text: str, selected: list[str]) -> None:
    item, codes = ticks([heading], [text])
    found = [labels(c) for c in (item.mode, item.audience, item.level) if c.state is State.READ]
    assert (found, codes) == ([selected], [])


def test_both_options_without_a_mark_are_unknown() -> None:
    item, codes = ticks(["公开方式"], ["主动 依申请"])
    assert (item.mode.state, labels(item.mode)) == (State.UNKNOWN, [])
    assert codes == ["mark-unknown"]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("主动 依申请", State.UNKNOWN),
        ("主动公开\n依申请公开", State.UNKNOWN),
        ("主动公开、依申请公开", State.READ),
        ("主动公开", State.READ),
    ],
)
def test_options_with_mere_blanks_between_them_are_the_form_and_no_answer(
    words: str, state: State
) -> None:
    rows = [
        [str(n), f"事项{n}", f"内容{n}", CELLS[3], cell]
        for n, cell in enumerate([words, "主动公开", "依申请公开"], 1)
    ]
    item = read([[*LEAD, "公开方式"], *rows]).items[0]
    assert item.mode.state is state


def ids(choice: Choice) -> list[str]:
    return [term.id or f"<{term.label}>" for term in choice.selected]


@pytest.mark.parametrize(
    ("text", "selected", "note"),
    [
        # the template's last option with the words that it asks for, without a colon
        ("■政府网站 ■其他法律服务网", ["website", "other"], "其他法律服务网"),
        ("■其他 基层公共服务平台", ["other"], "其他基层公共服务平台"),
        ("■其他法律服务网 注：可推送至省级", ["other"], "其他法律服务网注：可推送至省级"),
        # a place before a channel that is known
        ("■示例县人民政府门户网站", ["website"], "示例县人民政府门户网站"),
        ("■高新区（示例区）政府网站", ["website"], "高新区（示例区）政府网站"),
        ("■乡镇便民服务中心", ["convenience-centre"], "乡镇便民服务中心"),
        ("■嘎查（社区）公示栏", ["public-board"], "嘎查（社区）公示栏"),
        (
            "■全国公共资源交易平台（示例省）",
            ["public-resource-platform"],
            "全国公共资源交易平台（示例省）",
        ),
        # forms of the template's boards
        ("■村居/企事业单位公示栏（电子屏）", ["notice-board"], ""),
        ("■社区/村公示栏（电子屏）", ["notice-board"], ""),
        ("■单位/村委会公示栏（电子屏）", ["notice-board"], ""),
        ("■12345政务服务热线", ["hotline-12345"], ""),
        # one box for two channels
        ("■政府网站及公示栏", ["website", "public-board"], ""),
        # numbers at the boxes
        ("■1.政府网站 □2.政府公报 ■3.两微一端", ["website", "microblog-wechat-app"], ""),
        ("1.■政府网站 2.□政府公报 3.■两微一端", ["website", "microblog-wechat-app"], ""),
        # boxes of other styles
        ("[√] 政府网站 [×] 政府公报", ["website"], ""),
        ("■政府网站 ロ政府公报 凵两微一端", ["website"], ""),
        ("£政府网站 R信用中国网站 R示例局平台", ["credit-china", "<示例局平台>"], ""),
    ],
)
def test_wordings_of_a_ticked_channel(text: str, selected: list[str], note: str) -> None:
    choice, codes = channels(text)
    assert (choice.state, ids(choice)) == (State.READ, selected)
    assert choice.notes == ((note,) if note else ())
    assert codes <= {"channel-unlisted", "mark-odd"}


@pytest.mark.parametrize(
    ("text", "selected"),
    [
        ("政府网站、示例县政务服务中心", ["website", "service-centre"]),
        (
            "政府公报、政府网站、广播、电视或其他方式",
            ["gazette", "website", "broadcasting", "other"],
        ),
        ("示例省政务服务网、现场公示", ["<示例省政务服务网>", "<现场公示>"]),
        ("政府网站和办事大厅", ["website", "service-hall"]),
        ("①政府网站②公示栏", ["website", "public-board"]),
        ("政府网站/被征收范围内公告栏", ["website", "<被征收范围内公告栏>"]),
        ("乡镇便民服务中心/村委会公示栏", ["convenience-centre", "township-board"]),
    ],
)
def test_wordings_of_a_channel_without_marks(text: str, selected: list[str]) -> None:
    choice, _ = channels(text, "政府网站")
    assert (choice.state, sorted(ids(choice))) == (State.READ, sorted(selected))


@pytest.mark.parametrize(
    ("text", "selected"),
    [
        ("■政府网站\n其他：办税服务厅", ["website"]),
        ("■政府网站 □公示栏（电子屏）；档案馆；□其他", ["website"]),
        ("■政府网站 ◇□其他 政府公报", ["website"]),
        ("■政府网站囗 回政府公报", ["website"]),
        ("■政府网站 □两微一端 区政务服务中心", ["website"]),
        ("■政府网站或公示栏 □两微一端", ["website"]),
        ("■政府网站 区政务服务中心 □两微一端", ["website"]),
    ],
)
def test_an_option_whose_box_is_lost_is_not_ticked_by_another_one(
    text: str, selected: list[str]
) -> None:
    choice, codes = channels(text)
    assert ids(choice) in (selected, [])
    assert "mark-unknown" in codes


@pytest.mark.parametrize("text", ["■政府网站不公开", "■除政府网站外", "■政府网站除外"])
def test_a_ticked_denial_is_unknown(text: str) -> None:
    choice, codes = channels(text)
    assert (choice.state, ids(choice)) == (State.UNKNOWN, [])
    assert "mark-unknown" in codes


@pytest.mark.parametrize("text", ["无", "—", "/"])
def test_a_dash_in_a_list_of_options_is_no_answer_and_no_doubt(text: str) -> None:
    choice, codes = channels(text, "■政府网站")
    assert (choice.state, ids(choice), codes) == (State.BLANK, [], set())


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (AUDIENCE, ["", "县级"]),
        (AUDIENCE, ["", "√主动"]),
        (["县级", "乡级"], ["主动公开", ""]),
        (["主动", "依申请"], ["√", "县级"]),
    ],
)
def test_the_answer_of_another_field_in_a_tick_cell_is_unknown(
    headings: list[str], cells: list[str]
) -> None:
    item, codes = ticks(["公开层级" if "县级" in headings else "", *headings][1:], cells)
    states = {c.state for c in (item.audience, item.level, item.mode)}
    assert State.UNKNOWN in states
    assert {"mark-unknown", "row-suspect"} & set(codes)


@pytest.mark.parametrize(
    ("heading", "text", "selected", "note"),
    [
        ("公开对象", "面向全社会", ["全社会"], ""),
        ("公开对象", "特定群体（申请人）", ["特定群体"], "特定群体（申请人）"),
        ("公开对象", "特定对象：本村村民", ["特定群体"], "特定对象：本村村民"),
        ("公开对象", "申请人", ["特定群体"], "申请人"),
        ("公开层级", "县、乡、村三级", ["县级", "乡级", "村级"], ""),
        ("公开层级", "镇（街道）、村（社区）", ["乡级", "村级"], ""),
        ("公开层级", "苏木乡镇级", ["乡级"], ""),
        ("公开层级", "嘎查（社区）级", ["村级"], ""),
    ],
)
def test_words_of_value_columns(heading: str, text: str, selected: list[str], note: str) -> None:
    item, codes = ticks([heading], [text])
    [found] = [c for c in (item.mode, item.audience, item.level) if c.state is not State.ABSENT]
    assert (labels(found), found.notes) == (selected, (note,) if note else ())
    assert codes == []


def test_a_tail_that_takes_back_is_unknown() -> None:
    item, _ = ticks(["公开对象"], ["全社会（特定群体除外）"])
    assert item.audience.state is State.UNKNOWN
