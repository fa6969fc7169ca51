"""Catalogs made by hand that take every branch of the model."""

from __future__ import annotations

from govdisclose_ld.model import (
    Agency,
    Answer,
    Catalog,
    Cell,
    CellRef,
    Choice,
    Citation,
    Column,
    Correction,
    Declared,
    Division,
    Document,
    Element,
    Extra,
    Finding,
    Inference,
    Item,
    Law,
    Matter,
    Paragraph,
    Row,
    RowReading,
    Severity,
    State,
    Table,
    Term,
    Text,
    TimeLimit,
    TimeRule,
)

NAME = "样例 catalog.xlsx"

WEBSITE = Term("channel", "website", "政府网站")
GAZETTE = Term("channel", "gazette", "政府公报")
LOCAL_CHANNEL = Term("channel", "", "乡村大喇叭（广播）")
SHOUTED_CHANNEL = Term("channel", "", "乡村大喇叭 (广播)")
PUBLIC = Term("audience", "public", "全社会")
SPECIFIC = Term("audience", "specific", "特定群体")
PROACTIVE = Term("mode", "proactive", "主动公开")
ON_REQUEST = Term("mode", "on-request", "依申请公开")
COUNTY = Term("level", "county", "县级")
VILLAGE = Term("level", "village", "村级")

REGULATION = Law("government-information-regulation", "中华人民共和国政府信息公开条例")
REGULATION_NUMBERED = Law(
    "government-information-regulation", "政府信息公开条例", "国务院令第711号"
)

BY_HAND = Correction(
    field="level1",
    ordinal="2",
    read="",
    right="扶贫对象",
    who="审核员",
    when="2021-03-05",
    why="与原件核对",
    file="410324.yml",
    key="d4e5",
)

DEFAULT_LIMIT = TimeLimit(
    text="信息形成或变更20个工作日内，乡村公告公示时间原则上不少于10天，法律法规另有规定的，从其规定",
    rules=(
        TimeRule(
            "limit", "formed-or-changed", 20, "working-day", text="信息形成或变更20个工作日内"
        ),
        TimeRule("display", "", 10, "day", text="不少于10天", scope=("township", "village")),
    ),
    retention="permanent",
    retention_scope=("county",),
    exception="法律法规另有规定的，从其规定",
)


def ref(table: int = 0, row: int = 0, column: int = 0) -> CellRef:
    return CellRef(NAME, table, row, column)


FULL_ITEM = Item(
    key="k7q2m4xa",
    source=ref(1, 3),
    line=12,
    ordinal="1",
    matters=(
        Matter(1, "扶贫对象", ref(1, 3, 2)),
        Matter(2, "贫困人口识别", ref(1, 3, 3)),
    ),
    content=Text('1. 识别标准\n2. 识别程序\n（1）申请\n（2）公示 "名单"\t※', (ref(1, 3, 4),)),
    elements=(
        Element("1.", "识别标准"),
        Element(
            "2.",
            "识别程序",
            (Element("（1）", "申请"), Element("（2）", '公示 "名单"', optional=True)),
        ),
        Element("", "※", optional=True),
    ),
    basis=Text("《中华人民共和国政府信息公开条例》（国务院令第711号）第二十条、各地相关政策"),
    legal_bases=(
        Citation(
            "《政府信息公开条例》（国务院令第711号）第二十条",
            REGULATION_NUMBERED,
            "国务院令第711号",
            "第二十条",
        ),
        Citation("《条例》", REGULATION),
        Citation("各地相关政策"),
    ),
    time_limit=TimeLimit(
        text="每年1月31日前；及时公开",
        rules=(TimeRule("date", date="--01-31", text="每年1月31日前"),),
        vague=True,
    ),
    agency=Text("栾川县扶贫办、综合科、办属各科室、县级民政部门、采购人"),
    agencies=(
        Agency("栾川县扶贫办", "named"),
        Agency("综合科", "unit"),
        Agency("办属各科室（中心）", "group"),
        Agency("办属各科室(中心)", "group"),
        Agency("县级民政部门", "generic"),
        Agency("采购人", "role"),
    ),
    site_section=Text("首页-政务公开"),
    channels=Choice(
        State.READ,
        (WEBSITE, LOCAL_CHANNEL),
        (WEBSITE, GAZETTE, LOCAL_CHANNEL),
        ("其他：http://example.gov.cn/<a>",),
        optional=(GAZETTE, SHOUTED_CHANNEL, LOCAL_CHANNEL),
    ),
    audience=Choice(State.READ, (PUBLIC,), (PUBLIC, SPECIFIC), ("全体村民",)),
    mode=Choice(State.READ, (), (PROACTIVE, ON_REQUEST), optional=(ON_REQUEST,)),
    level=Choice(State.READ, (COUNTY, VILLAGE), (COUNTY, VILLAGE), ("全体村民", "县直")),
    extra=(Extra("咨询电话", "0379-66872673", ref(1, 3, 9)),),
    answers=(
        Answer("poverty-alleviation-2019", "identification", "LexicalMatching"),
        Answer(
            "poverty-alleviation-2019",
            "exit",
            "ManualMappingCuration",
            "broadMatch",
            reason="只含其中的退出名单",
            reason_en="holds the list alone",
            source="410324.sssom.tsv",
        ),
        Answer(
            "poverty-alleviation-2019",
            "complaints",
            "LexicalSimilarityThresholdMatching",
            "closeMatch",
            "candidate",
            0.65,
        ),
        Answer("poverty-alleviation-2019", "implementation", "MappingReview", "relatedMatch"),
        Answer("poverty-alleviation-2019", "identification", "MappingReview", "broadMatch"),
    ),
    section="一、扶贫领域",
)

INFERRED_ITEM = Item(
    key="b5z3n6yc",
    source=ref(1, 4),
    ordinal="2",
    matters=(
        Matter(
            1,
            "扶贫对象",
            ref(1, 3, 2),
            Inference(0.85, "标签居中印刷", "the label is printed centred", ref(1, 3, 2)),
        ),
        Matter(2, "贫困人口退出", ref(1, 4, 3)),
    ),
    content=Text("退出程序"),
    time_limit=TimeLimit(text=DEFAULT_LIMIT.text, rules=DEFAULT_LIMIT.rules, inherited=True),
    channels=Choice(State.UNKNOWN, (), (WEBSITE,)),
    audience=Choice(State.UNKNOWN, (), (PUBLIC, SPECIFIC)),
    mode=Choice(State.UNKNOWN, (), (PROACTIVE, ON_REQUEST)),
    level=Choice(State.UNKNOWN),
)

PROBABLE_ITEM = Item(
    key="c3d4",
    source=ref(2, 1),
    ordinal="3",
    matters=(
        Matter(1, "资金", ref(2, 1, 2), Inference(1.0, "向下填充", "filled down", ref(2, 1))),
        Matter(3, "分配", ref(2, 1), Inference(0.5, "推断", "guessed", ref(2))),
    ),
    content=Text("\n 分配结果 \n说明"),
    channels=Choice(State.BLANK),
)

CORRECTED_ITEM = Item(
    key="d4e5",
    source=ref(2, 2),
    ordinal="2",
    matters=(
        Matter(1, "扶贫对象", ref(1, 3, 2), correction=BY_HAND),
        Matter(2, "回访", ref(2, 2, 2)),
    ),
    time_limit=TimeLimit(text="长期公开", retention="permanent"),
)

BARE_ITEM = Item(key="e5f6", source=ref(2, 3))

TABLES = (
    Table(
        1,
        (
            Row(
                1,
                (
                    Cell("序号", row_span=2),
                    Cell("公开事项", column_span=2),
                    Cell("", anchor=(1, 2)),
                    Cell("公开\n内容", row_span=2),
                ),
                line=8,
            ),
            Row(
                2,
                (
                    Cell("", anchor=(1, 1)),
                    Cell("一级事项"),
                    Cell("二级事项"),
                    Cell("", anchor=(1, 4)),
                ),
                line=9,
            ),
            Row(3, (Cell("1"), Cell("扶贫对象"), Cell("贫困人口识别"), Cell('"引号"\\反斜杠')), 12),
            Row(4, (Cell("2"), Cell(""), Cell("贫困人口退出"), Cell("退出程序"))),
        ),
        name="Sheet1",
    ),
    Table(2, (Row(1, (Cell("3"), Cell("分配结果"))), Row(2, ()), Row(3, (Cell("注：略"),)))),
)

FULL = Catalog(
    title="栾川县扶贫领域基层政务公开标准目录",
    document=Document(
        name=NAME,
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        size=15077,
        blocks=(Paragraph("栾川县扶贫领域基层政务公开标准目录", 1), *TABLES),
    ),
    slug="poverty-alleviation",
    version="2020-12-14",
    division=Division(
        "410324", "栾川县", (Division("410000", "河南省"), Division("410300", "洛阳市"))
    ),
    publisher="栾川县扶贫开发办公室",
    field=Term("field", "poverty-alleviation", "扶贫"),
    status="trial",
    document_number="栾扶贫办〔2020〕51号",
    issued="2020-12-14",
    items=(FULL_ITEM, INFERRED_ITEM, PROBABLE_ITEM, CORRECTED_ITEM, BARE_ITEM),
    columns=(
        Column(1, 1, "序号", "ordinal", score=1.0),
        Column(1, 2, "公开事项 一级事项", "matters", level=1, score=0.95),
        Column(1, 3, "", ""),
        Column(2, 1, "县级", "level", (COUNTY,), score=0.5),
    ),
    rows=(
        RowReading(1, 1, "header", ("ordinal", "matters", "matters", "content")),
        RowReading(1, 2, "header"),
        RowReading(1, 3, "item", ("ordinal", "matters", "matters", "content"), "k7q2m4xa"),
        RowReading(1, 4, "item", ("ordinal", "", "matters", "content"), "b5z3n6yc"),
        RowReading(2, 1, "item", ("ordinal", "content"), "c3d4"),
        RowReading(2, 3, "note", ("",)),
    ),
    declared=(
        Declared(1, 4, ("政策文件", "扶贫对象", "扶贫资金项目", "监督管理")),
        Declared(2, 12),
    ),
    default_time_limit=DEFAULT_LIMIT,
    corrections=(BY_HAND,),
    answers=(Answer("fields-26", "poverty-alleviation", "LexicalMatching"),),
    findings=(
        Finding(
            "level1-inferred",
            Severity.WARNING,
            "一级事项未印在本行",
            "the first-level matter is not printed in this row",
            ref(1, 4, 2),
            column="一级事项",
            printed="扶贫对象",
        ),
        Finding("row-shifted", Severity.VIOLATION, "整行错位", "the row is shifted", ref(1, 4)),
        Finding("table-headless", Severity.INFO, "表格没有表头", "no header", ref(2)),
        Finding("encoding-guessed", Severity.INFO, "编码是猜的", "a guessed encoding", ref()),
    ),
)

BARE = Catalog(
    title="清单",
    document=Document("list.txt", "text/plain", "00ff", 3, ()),
    slug="x",
    version="undated",
)

NO_PUBLISHER = Catalog(
    title="清单",
    document=Document("units.txt", "text/plain", "00ff", 3, ()),
    slug="units",
    version="undated",
    division=Division("520402", "西秀区"),
    items=(
        Item(
            key="aa",
            source=CellRef("units.txt", 1, 1),
            agencies=(Agency("综合科", "unit"),),
            time_limit=TimeLimit(text="从通知", inherited=True),
        ),
    ),
)

CATALOGS = (FULL, BARE, NO_PUBLISHER)
