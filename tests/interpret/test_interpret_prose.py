"""What the prose tells: title, office, number, date, and what it promises of the table."""

from __future__ import annotations

import pytest
from interpret_samples import read

from govdisclose_ld.interpret.prose import (
    read_declared,
    read_default_limit,
    read_imprint,
)
from govdisclose_ld.model import Catalog, Paragraph

HEADER = ["序号", "公开事项", "公开内容", "公开依据"]
ROW = ["1", "预算公开", "部门预算", "《预算法》"]


def paragraphs(*texts: str) -> list[Paragraph]:
    return [Paragraph(text, line) for line, text in enumerate(texts, 1)]


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
}


@pytest.mark.parametrize(("lines", "title"), TITLES.items())
def test_titles(lines: tuple[str, ...], title: str) -> None:
    assert read_imprint(paragraphs(*lines), ()).title == title


@pytest.mark.parametrize(("lines", "office"), OFFICES.items())
def test_offices(lines: tuple[str, ...], office: str) -> None:
    assert read_imprint(paragraphs(*lines), ()).publisher == office


def test_number_date_and_status() -> None:
    lines = ("栾扶贫办(2020)51 号", "2020年12月14日", "某县政务公开目录（试运行）")
    imprint = read_imprint(paragraphs(*lines), ())
    assert (imprint.document_number, imprint.issued, imprint.status) == (
        "栾扶贫办〔2020〕51号",
        "2020-12-14",
        "trial",
    )


@pytest.mark.parametrize("line", ["2020年13月1日", "2020年5月", "在2020年5月1日前完成", ""])
def test_no_date_is_made_up(line: str) -> None:
    assert read_imprint(paragraphs(line), ()).issued == ""


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


def test_tables_under_headings_of_their_own_are_sections() -> None:
    lines = ["某县政务公开标准目录"]
    one = read([HEADER, ROW], [HEADER, ROW], prose=lines)
    assert {item.section for item in one.items} == {""}
