"""Tables without a header as offices publish them: html, csv and md, catalogs and other lists."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from govdisclose_ld.assets import knowledge
from govdisclose_ld.errors import InputError
from govdisclose_ld.interpret import Known, interpret
from govdisclose_ld.model import Catalog, State
from govdisclose_ld.readers import read_document

Rows = list[list[str]]
TITLE = "示例县社会救助领域基层政务公开标准目录"
REGULATION = "《中华人民共和国政府信息公开条例》"
CODE = "《就业服务与就业管理规定》"
TWENTY = "公开事项信息形成或变更之日起20个工作日内"
LABOUR = "示例县人力资源和社会保障局"


def as_html(rows: Rows) -> str:
    lines = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows)
    return f"<h1>{TITLE}</h1><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def as_csv(rows: Rows) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([[TITLE], *rows])
    return text.getvalue()


def as_md(rows: Rows) -> str:
    body = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    width = len(rows[0])
    return f"# {TITLE}\n\n|{' |' * width}\n|{'---|' * width}\n{body}\n"


FORMS: dict[str, Callable[[Rows], str]] = {"html": as_html, "csv": as_csv, "md": as_md}


def read(rows: Rows, form: str, folder: Path) -> Catalog:
    file = folder / f"sample.{form}"
    file.write_text(FORMS[form](rows), encoding="utf-8")
    return interpret(read_document(file), Known())


OTHER_LISTS: dict[str, Rows] = {
    "contacts": [
        ["办公室", "张三", "主任", "0000-1234567", "综合协调、政务公开"],
        ["社会救助科", "李四", "科长", "0000-1234568", "低保、特困供养"],
        ["养老服务科", "王五", "副科长", "0000-1234569", "养老机构备案"],
    ],
    "phone book": [
        ["示例县民政局", "0000-1234567", "示例镇1号", "8:30-12:00"],
        ["示例县财政局", "0000-1234568", "示例镇2号", "8:30-12:00"],
        ["示例县教育局", "0000-1234569", "示例镇3号", "8:30-12:00"],
    ],
    "budget": [
        ["201", "一般公共服务支出", "1200.00", "900.00", "300.00"],
        ["208", "社会保障和就业支出", "560.30", "500.00", "60.30"],
        ["213", "农林水支出", "88.00", "0.00", "88.00"],
    ],
    "navigation": [
        ["首页", "政务公开", "政务服务", "互动交流"],
        ["政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报"],
        ["规划计划", "财政信息", "社会救助", "养老服务"],
    ],
    "attachments": [
        ["1", "示例县社会救助领域基层政务公开标准目录.doc", "2020-09-01", "下载"],
        ["2", "示例县养老服务领域基层政务公开标准目录.doc", "2020-09-01", "下载"],
        ["3", "示例县户籍管理领域基层政务公开标准目录.doc", "2020-09-01", "下载"],
    ],
    "projects": [
        ["1", "第三小学迁建工程", "示例县教育局", "新建教学楼", "2020年3月—2021年8月", "3200万元"],
        ["2", "乡镇敬老院改造", "示例县民政局", "改造床位", "2020年5月—2020年12月", "480万元"],
        ["3", "垃圾转运站", "示例县城市管理局", "新建一座", "2020年6月—2021年6月", "900万元"],
    ],
    "personnel": [
        ["1", "张三", "男", "1980年1月", "大学", "示例县民政局副局长", "2020年3月1日起"],
        ["2", "李四", "女", "1982年5月", "研究生", "示例县财政局副局长", "2020年3月1日起"],
        ["3", "王五", "男", "1979年9月", "大学", "示例县教育局副局长", "2020年3月1日起"],
    ],
    "figures of a year": [
        ["主动公开政府信息数", "件", "152", "政府网站", "■公开"],
        ["依申请公开政府信息数", "件", "12", "公开查阅点", "■公开"],
        ["行政复议数", "件", "0", "政府网站", "■公开"],
    ],
    "plan of publicity": [
        ["1", "低保宣传", "印发明白纸", "示例县民政局", "□广播电视 ■入户/现场 ■公开查阅点"],
        ["2", "救助宣传", "召开村民会议", "示例县民政局", "■广播电视 □入户/现场 ■公开查阅点"],
        ["3", "特困宣传", "入户宣讲", "示例县民政局", "□广播电视 ■入户/现场 □公开查阅点"],
    ],
    "index of documents": [
        ["一季度低保名单", "2020-04-01", "示例县民政局", "主动公开", "示民〔2020〕1号", "全社会"],
        ["二季度低保名单", "2020-07-01", "示例县民政局", "主动公开", "示民〔2020〕2号", "全社会"],
        ["三季度低保名单", "2020-10-01", "示例县民政局", "主动公开", "示民〔2020〕3号", "全社会"],
    ],
    "duties": [
        ["1", "政务公开", "负责信息公开", REGULATION, "示例县人民政府办公室", "20个工作日内"],
        ["2", "信访", "负责受理来信来访", "《信访条例》", "示例县信访局", "15日内"],
        ["3", "档案", "负责档案管理", "《中华人民共和国档案法》", "示例县档案局", "30日内"],
    ],
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", OTHER_LISTS)
def test_a_list_under_the_title_of_a_catalog_is_none(name: str, form: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        read(OTHER_LISTS[name], form, tmp_path)
    assert "--write-layout" in str(error.value.remedy_en)


NUMBERED: Rows = [
    ["1", "养老服务", "扶持政策", "政策名称、文号", REGULATION, TWENTY, "示例县民政局"],
    ["2", "养老服务", "补贴申领", "申请条件、标准", REGULATION, TWENTY, "示例县民政局"],
    ["3", "机构监管", "备案结果", "机构名称、地址", REGULATION, TWENTY, "示例县民政局"],
]
WORDED: Rows = [
    ["就业信息", "岗位信息发布", "招聘单位、岗位要求", CODE, TWENTY, LABOUR],
    ["就业信息", "培训信息发布", "培训项目、培训课时", CODE, TWENTY, LABOUR],
    ["职业培训", "担保贷款申请", "申请条件、所需材料", CODE, TWENTY, LABOUR],
]
ANSWERS = ["■政府网站 □公开查阅点 □政务服务中心", "■全社会 □特定群体", "■主动 □依申请"]
TICKS = ["√", "", "√", ""]
CHOICES = ("channels", "audience", "mode", "level")


def states(catalog: Catalog) -> dict[str, set[State]]:
    return {name: {getattr(i, name).state for i in catalog.items} for name in CHOICES}


def assert_read(catalog: Catalog, rows: Rows, first: int) -> None:
    """The first columns hold two levels of matters, content, basis, limit and agency; every table
    and every item says that no heading told so."""
    told = [[*(m.label for m in i.matters), i.content.text] for i in catalog.items]
    assert told == [row[first : first + 3] for row in rows]
    assert {i.agencies[0].label for i in catalog.items} == {rows[0][first + 5]}
    codes = [finding.code for finding in catalog.findings]
    assert codes.count("header-inferred") == 1
    assert codes.count("field-by-place") == len(rows)


def test_the_remedy_is_a_layout_file() -> None:
    findings = knowledge("vocabulary/findings.yml")
    for code in ("header-inferred", "header-by-contents", "ticks-unheaded"):
        assert all("inspect --write-layout" in text for text in findings[code]["remedy"].values())


@pytest.mark.parametrize("form", FORMS)
def test_a_catalog_with_numbers(form: str, tmp_path: Path) -> None:
    rows = [[*row, ANSWERS[0]] for row in NUMBERED]
    catalog = read(rows, form, tmp_path)
    assert_read(catalog, rows, 1)
    assert [item.ordinal for item in catalog.items] == ["1", "2", "3"]
    absent = {State.ABSENT}
    assert list(states(catalog).values()) == [{State.READ}, absent, absent, absent]


@pytest.mark.parametrize("form", FORMS)
def test_a_catalog_whose_options_are_worded(form: str, tmp_path: Path) -> None:
    catalog = read([[*row, *ANSWERS] for row in WORDED], form, tmp_path)
    assert_read(catalog, WORDED, 0)
    [item, *_] = catalog.items
    assert [term.id for term in item.channels.selected] == ["website"]
    assert [term.id for term in item.audience.selected] == ["public"]
    assert [term.id for term in item.mode.selected] == ["proactive"]
    assert item.level.state is State.ABSENT


@pytest.mark.parametrize("form", FORMS)
def test_a_catalog_whose_options_are_bare_ticks(form: str, tmp_path: Path) -> None:
    catalog = read([[*row, *TICKS] for row in NUMBERED], form, tmp_path)
    assert_read(catalog, NUMBERED, 1)
    assert set().union(*states(catalog).values()) == {State.UNKNOWN}
    assert [e.text for i in catalog.items for e in i.extra] == ["√"] * 6
