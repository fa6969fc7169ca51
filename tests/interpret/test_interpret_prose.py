"""What the prose tells: title, office, number, date, and what it promises of the table."""

from __future__ import annotations

import pytest
from interpret_samples import read

from govdisclose_ld.interpret.promises import read_declared, read_default_limit
from govdisclose_ld.interpret.prose import Imprint, read_imprint
from govdisclose_ld.interpret.titles import chosen_title, plain_line
from govdisclose_ld.model import Catalog, Paragraph

HEADER = ["序号", "公开事项", "公开内容", "公开依据"]
ROW = ["1", "预算公开", "部门预算", "《预算法》"]


def paragraphs(*texts: str) -> list[Paragraph]:
    return [Paragraph(text, line) for line, text in enumerate(texts, 1)]


def titled(*lines: str) -> str:
    head = list(map(plain_line, lines))
    return chosen_title(head, head, ())


def imprint(*lines: str) -> Imprint:
    return read_imprint(list(map(plain_line, lines)), titled(*lines))


def catalog(*prose: str) -> Catalog:
    return read([HEADER, ROW], prose=prose)


TITLES = {
    ("栾川县扶贫领域基层政务公开标准目录",): "栾川县扶贫领域基层政务公开标准目录",
    ("西秀区扶贫办政务公开标准规范清单（试运行）",): "西秀区扶贫办政务公开标准规范清单（试运行）",
    ("栾川县 扶贫 领域 政务公开 标准目录",): "栾川县扶贫领域政务公开标准目录",
    ("附件1：栾川县政务公开标准目录",): "栾川县政务公开标准目录",
    ("附件", "栾川县政务公开标准目录（2021年版）"): "栾川县政务公开标准目录（2021年版）",
    ("# 栾川县政务公开标准目录",): "栾川县政务公开标准目录",
    ("栾川县政务公开标准目录", "目 录"): "栾川县政务公开标准目录",
    ("栾川县政务公开标准目录", "一、政策文件目录"): "栾川县政务公开标准目录",
    ("栾川县政务公开事项一览表",): "栾川县政务公开事项一览表",
    ("关于印发目录的通知",): "",
    # a numbered title, a numbered heading of matters, the way to a page, a bar behind
    ("（三）义务教育领域基层政务公开标准目录",): "义务教育领域基层政务公开标准目录",
    ("5.公共文化服务领域基层政务公开标准目录",): "公共文化服务领域基层政务公开标准目录",
    ("一、政策文件目录",): "",
    ("您当前的位置：首页>政务公开>标准目录",): "",
    (
        "首页 > 专题专栏 > 基层政务公开标准目录",
        "示例县救灾领域政务公开目录",
    ): "示例县救灾领域政务公开目录",
    ("示例镇义务教育领域基层政务公开标准目录 |",): "示例镇义务教育领域基层政务公开标准目录",
    ("- 标 题：安全生产领域基层政务公开标准目录",): "安全生产领域基层政务公开标准目录",
    (
        "示例县社会救助领域基层政务公开",
        "标准目录（试行）",
    ): "示例县社会救助领域基层政务公开标准目录（试行）",
    ("安全生产领域",): "安全生产领域",
    ("安全生产领域", "救灾领域"): "",
    ("示例旗城市综合执法领域基层政务公开标准",): "示例旗城市综合执法领域基层政务公开标准",
    ("单位：示例县民政局", "公开事项一览表"): "公开事项一览表",  # a label is no upper half
}
OFFICES = {
    ("单位：西秀区扶贫办（区生态移民局）",): "西秀区扶贫办（区生态移民局）",
    ("填报单位：栾川县司法局    填报日期：2020年5月1日",): "栾川县司法局",
    ("编制单位: 县水利局 2020年6月1日",): "县水利局",
    ("发布单位：县教育局（盖章）",): "县教育局",
    ("栾川县扶贫开发办公室文件",): "栾川县扶贫开发办公室",
    ("各乡镇：", "栾川县扶贫开发办公室", "2020年12月14日"): "栾川县扶贫开发办公室",
    ("西秀区民政局2020年主动公开基本目录",): "西秀区民政局",
    ("栾川县扶贫领域基层政务公开标准目录",): "",
    ("发布时间：2020-12-17 14:42:50 来源：示例市应急管理局",): "示例市应急管理局",
    ("- 发布机构：应急管理局", "- 发文时间：2023年12月01日"): "应急管理局",
    ("2021-06-23 16:48 来源：示例经济开发区管委会 字号：",): "示例经济开发区管委会",
    ("信息来源：本网 发布日期：2023-02-06 分享：",): "",
    ("来源：某省日报",): "",
    ("发布时间:2021-01-09 14:44来源:政府办访问量:",): "政府办",
    ("资金来源：示例县财政局",): "",
    ("示例县住房和城乡建设局国有土地上房屋征收与补偿领域目录",): "示例县住房和城乡建设局",
    ("示例市示例区教育局政府公开标准化目录(2024)",): "示例市示例区教育局",
    ("示例街道办事处基层政务公开标准目录汇编",): "示例街道办事处",
    ("示例招商局经济技术开发区农村集体土地征收领域目录",): "",
    ("示例县气象局就业领域基层政务公开标准目录",): "示例县气象局",
}
DATES = {
    ("发布日期:2020-12-15 10:22:00    来源 访问量:",): "2020-12-15",
    ("成文日期：2019-12-01 发布日期：2020-01-03",): "2019-12-01",
    ("发布时间：2020-01-03", "示例县民政局", "2019年12月1日"): "2019-12-01",
    ("2023.07.01",): "2023-07-01",
    ("2023-11-30 10:39 作者：管理员  来源：示例县",): "2023-11-30",
    ("2021-6-2 16:48",): "2021-06-02",
    ("来源：示例乡 作者：某乡 时间：2025-04-10 点击率：",): "2025-04-10",
    ("２０２０年１２月１４日",): "2020-12-14",
    ("二〇二〇年十二月十四日",): "2020-12-14",
    ("二○二一年三月五日",): "2021-03-05",
    ("二零一九年 十月 三十一日",): "2019-10-31",
    ("成文日期：二〇二〇年五月二十日",): "2020-05-20",
    ("二〇二〇年十三月一日",): "",
    ("本目录自二〇二〇年五月一日起施行",): "",
    # not of the catalog: today's date, a term, a date in a sentence, a day that is none
    ("你好，欢迎访问！ 2021年12月27日 星期一",): "",
    ("填报日期：2020年5月1日",): "",
    ("公示时间：2020-01-01至2020-01-10",): "",
    ("本目录自2020年5月1日起施行",): "",
    ("发布日期：2020-15-41",): "",
    ("2021-06-231",): "",
}
NUMBERS = {
    ("索 引 号：370400/2022-00091 发文字号：示民〔2022〕8号",): "示民〔2022〕8号",
    ("- 文 号：无",): "",
}


@pytest.mark.parametrize(("lines", "title"), TITLES.items())
def test_titles(lines: tuple[str, ...], title: str) -> None:
    assert titled(*lines) == title


@pytest.mark.parametrize(("lines", "office"), OFFICES.items())
def test_offices(lines: tuple[str, ...], office: str) -> None:
    assert imprint(*lines).publisher == office


def test_number_date_and_status() -> None:
    lines = ("栾扶贫办(2020)51 号", "2020年12月14日", "某县政务公开目录（试运行）")
    told = imprint(*lines)
    assert (told.document_number, told.issued, told.status) == (
        "栾扶贫办〔2020〕51号",
        "2020-12-14",
        "trial",
    )


@pytest.mark.parametrize(("lines", "issued"), DATES.items())
def test_dates(lines: tuple[str, ...], issued: str) -> None:
    assert imprint(*lines).issued == issued


@pytest.mark.parametrize(("lines", "number"), NUMBERS.items())
def test_document_numbers_behind_labels(lines: tuple[str, ...], number: str) -> None:
    assert imprint(*lines).document_number == number


@pytest.mark.parametrize("line", ["2020年13月1日", "2020年5月", "在2020年5月1日前完成", ""])
def test_no_date_is_made_up(line: str) -> None:
    assert imprint(line).issued == ""


def test_what_the_prose_declares() -> None:
    text = (
        "我县一级事项分为 4 大类，包括政策文件、扶贫对象、扶贫资金项目、监督管理；"
        "二级事项 3 个，分别为规章、规范性文件、其他政策文件等。"
    )
    first, second = read_declared(paragraphs(text))
    assert (first.level, first.count, len(first.names)) == (1, 4, 4)
    assert (second.level, second.count) == (2, 3)
    assert second.names == ("规章", "规范性文件", "其他政策文件")


def test_prose_against_table() -> None:
    found = {
        finding.code: finding.message_zh
        for finding in catalog(
            "某县政务公开标准目录", "一级事项2个，包括预算公开、决算公开、采购公开。"
        ).findings
    }
    assert "决算公开" in found["declared-missing"]
    assert "2" in found["declared-count"]
    assert "declared-beyond" not in found


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("公开时限原则上为信息形成或变更 20 个工作日内。", [(20, "formed-or-changed")]),
        ("公开时限：7个工作日。公示不少于5天。", [(7, "")]),
        ("注：表中未注明时限的，自信息形成之日起20个工作日内公开。", [(20, "formed")]),
        ("公开时限未注明的，均为信息形成或变更之日起10个工作日。", [(10, "formed-or-changed")]),
        ("时限一栏没有填写的，为信息形成之日起7个工作日。", [(7, "formed")]),
    ],
)
def test_a_default_limit(text: str, amounts: list[tuple[int, str]]) -> None:
    limit = read_default_limit(paragraphs(text))
    assert limit is not None
    assert limit.inherited
    assert [(rule.amount, rule.trigger) for rule in limit.rules] == amounts


@pytest.mark.parametrize(
    "text",
    [
        "缩短公开时限，提高效率。",
        "明确公开时限，各单位应在2020年12月31日前完成。",
        "依申请公开时限为20个工作日。",
        "20个工作日内办结。",
        "未注明办理时限的，20个工作日内办结。",
    ],
)
def test_no_default_is_made_up(text: str) -> None:
    assert read_default_limit(paragraphs(text)) is None


def test_a_default_holds_for_blank_cells_alone() -> None:
    rows = [[*HEADER, "公开时限"], [*ROW, ""], ["2", "乙", "丙", "《预算法》", "7个工作日内"]]
    first, second = read(rows, prose=["公开时限为信息形成之日起20个工作日内。"]).items
    assert (first.time_limit.inherited, second.time_limit.inherited) == (True, False)
    assert [rule.amount for rule in second.time_limit.rules] == [7]


def test_a_division_that_the_prose_alone_names_is_reported() -> None:
    found = catalog("某领域政务公开目录", "按照《河南省条例》，推进栾川县政务公开。")
    assert found.division
    assert found.division.code == "410324"
    assert "division-from-prose" in {f.code for f in found.findings}


def test_a_province_that_is_only_cited_is_no_division() -> None:
    found = catalog("某领域政务公开目录", "按照《河南省政务公开条例》的规定，制定本目录。")
    assert found.division is None
    assert "division-unknown" in {f.code for f in found.findings}


def test_a_shared_name_is_no_division_until_the_text_names_one_above() -> None:
    shared = catalog("鼓楼区政务公开标准目录")
    assert shared.division is None
    assert "division-ambiguous" in {f.code for f in shared.findings}
    settled = catalog("鼓楼区政务公开标准目录", "按照徐州市的部署")
    assert settled.division
    assert settled.division.code == "320302"


AGENCIES = ["序号", "公开事项", "公开内容", "公开主体"]


@pytest.mark.parametrize(
    ("agencies", "code"),
    [
        (("栾川县民政局", "栾川县民政局、各乡镇"), "410324"),
        (("栾川县民政局", "嵩县民政局"), ""),
        (("鼓楼区民政局",), ""),
        (("县民政局",), ""),
    ],
)
def test_a_division_that_the_agencies_alone_name_is_reported(
    agencies: tuple[str, ...], code: str
) -> None:
    rows = [[str(n), f"事项{n}", f"内容{n}", agency] for n, agency in enumerate(agencies, 1)]
    found = read([AGENCIES, *rows], prose=["社会救助领域政务公开目录"])
    codes = {f.code for f in found.findings}
    assert (found.division.code if found.division else "") == code
    assert ("division-from-agencies" if code else "division-unknown") in codes


def test_agencies_tell_the_county_of_a_city_that_the_prose_names() -> None:
    rows = [AGENCIES, ["1", "甲", "乙", "栾川县民政局"]]
    below = read(rows, prose=["社会救助领域政务公开目录", "按照洛阳市的部署"])
    beside = read(rows, prose=["社会救助领域政务公开目录", "按照徐州市的部署"])
    assert [c.division.code for c in (below, beside) if c.division] == ["410324", "320300"]


@pytest.mark.parametrize(
    ("title", "below", "version"),
    [
        ("栾川县政务公开标准目录（2024年版）", "", "2024"),
        ("栾川县政务公开标准目录(2025版)", "", "2025"),
        ("栾川县政务公开标准目录", "（2022年7月）", "2022-07"),
        ("栾川县2023年度政务公开目录", "", "2023"),
        ("栾川县政务公开标准目录（试行）", "", "undated"),
        ("栾川县政务公开标准目录", "2020年以来", "undated"),
    ],
)
def test_the_edition_that_a_title_names(title: str, below: str, version: str) -> None:
    assert catalog(title, *filter(None, [below])).version == version


def test_tables_under_headings_of_their_own_are_sections() -> None:
    lines = ["某县政务公开标准目录"]
    one = read([HEADER, ROW], [HEADER, ROW], prose=lines)
    assert {item.section for item in one.items} == {""}


def values_in_prose(*prose: str, headings: tuple[str, ...] = ()) -> list[tuple[int | None, str]]:
    """The lines that state a value for all items which no column holds, and what is said of it."""
    found = read([[*HEADER, *headings], [*ROW, *headings]], prose=["甲乙领域政务公开目录", *prose])
    return [(f.line, f.message_zh) for f in found.findings if f.code == "value-in-prose"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("公开主体：示例县民政局", ["公开主体（公开主体：示例县民政局）"]),
        ("本目录的公开主体均为示例县民政局。", ["公开主体（公开主体均为示例县民政局）"]),
        (
            "除注明外，公开渠道为政府网站、公示栏，公开对象为全社会。",
            ["公开对象（公开对象为全社会）", "公开渠道和载体（公开渠道为政府网站、公示栏）"],
        ),
        ("本目录事项一律主动公开。", ["公开方式（一律主动公开）"]),
        ("各事项的公开层级：县级", ["公开层级（公开层级：县级）"]),
        # What a notice says of catalogs gives no item a value.
        ("明确公开主体、公开渠道和公开对象，编制公开目录。", []),
        ("落实公开主体责任，规范公开方式。", []),
    ],
)
def test_values_that_the_prose_alone_states_are_told(text: str, said: list[str]) -> None:
    told = values_in_prose(text)
    assert [line for line, _ in told] == [1] * len(said)
    assert all(one in message for one, (_, message) in zip(said, told, strict=True))


def test_a_value_that_a_column_holds_too_is_not_told() -> None:
    text = "公开主体：示例县民政局"
    assert values_in_prose(text, headings=("公开主体",)) == []
    assert len(values_in_prose(text, headings=("公开对象",))) == 1


def test_brackets_that_never_close_are_walked_in_linear_time() -> None:
    found = catalog("栾川县某领域政务公开目录", "按照" + "《" * 90_000 + "制定。")
    assert found.division
    assert found.division.code == "410324"
