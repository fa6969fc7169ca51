"""A small catalog made by hand that has every way of leaving a field unanswered.

Two tables of one notice. Everywhere the time limit and the agency are blank, and the notice states
a default limit. Item 1 prints audience, mode and level without marks, item 2 prints mode boxes that
are all unticked and a blank level, item 3 answers everything else.
"""

from __future__ import annotations

from dataclasses import replace

from govdisclose_ld.model import (
    Answer,
    Catalog,
    Cell,
    CellRef,
    Choice,
    Citation,
    Column,
    Division,
    Document,
    Finding,
    Item,
    Law,
    Matter,
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

NAME = "luanchuan.txt"
SHAPES = ("structure", "completeness", "standards/poverty-alleviation-2019")

WEBSITE, GAZETTE = Term("channel", "website", "政府网站"), Term("channel", "gazette", "政府公报")
PUBLIC, SPECIFIC = Term("audience", "public", "全社会"), Term("audience", "specific", "特定群众")
PROACTIVE = Term("mode", "proactive", "主动公开")
ON_REQUEST = Term("mode", "on-request", "依申请公开")
COUNTY, VILLAGE = Term("level", "county", "县级"), Term("level", "village", "村级")

# heading, field, option that the column stands for
COLUMNS = (
    ("序号", "ordinal", ()),
    ("公开事项", "matters", ()),
    ("公开内容", "content", ()),
    ("公开依据", "basis", ()),
    ("公开时限", "time_limit", ()),
    ("公开主体", "agency", ()),
    ("公开渠道和载体", "channels", ()),
    ("公开对象", "audience", ()),
    ("主动公开", "mode", (PROACTIVE,)),
    ("依申请公开", "mode", (ON_REQUEST,)),
    ("公开层级", "level", ()),
)
HEADINGS = ("序号", "公开事项", "公开内容", "公开依据", "公开时限", "公开主体")
CHANNELS = "☑政府网站 □政府公报"
TICKED = "☑全社会 □特定群众"
BLANK = ("", "")  # time limit and agency
PRINTED = {
    (1, 3): (
        *("1", "贫困人口识别", "识别标准", "《条例》", *BLANK, CHANNELS),
        *("社会 特定 群众", "主动 依申请", "", "县级 乡、村级"),
    ),
    (1, 4): (
        *("2", "贫困人口退出", "退出名单", "《条例》", *BLANK, CHANNELS),
        *(TICKED, "□", "□", ""),
    ),
    (2, 3): (
        *("3", "监督举报", "举报电话", "《条例》", *BLANK, CHANNELS),
        *(TICKED, "☑", "□", "☑县级 □村级"),
    ),
}
DEFAULT = TimeLimit(
    text="信息形成或变更20个工作日内",
    rules=(TimeRule("limit", "formed-or-changed", 20, "working-day", text="20个工作日内"),),
)
LAW = Law("open-government-regulation", "政府信息公开条例")


def ref(table: int = 0, row: int = 0, column: int = 0) -> CellRef:
    return CellRef(NAME, table, row, column)


def header() -> tuple[Row, Row]:
    """Two header rows: 公开方式 is printed over its two options, the rest down both rows."""
    tail = (Cell("公开渠道和载体", row_span=2), Cell("公开对象", row_span=2))
    upper = (
        *(Cell(heading, row_span=2) for heading in HEADINGS),
        *tail,
        Cell("公开方式", column_span=2),
        Cell("", anchor=(1, 9)),
        Cell("公开层级", row_span=2),
    )
    lower = [Cell("", anchor=(1, n)) for n in range(1, 12)]
    lower[8:10] = [Cell("主动公开"), Cell("依申请公开")]
    return Row(1, upper, line=10), Row(2, tuple(lower), line=11)


def table(number: int) -> Table:
    rows = [
        Row(row, tuple(Cell(text) for text in texts), line=10 * number + row)
        for (at, row), texts in PRINTED.items()
        if at == number
    ]
    return Table(number, (*header(), *rows))


def item(table_number: int, row: int, label: str, **fields: object) -> Item:
    texts = PRINTED[table_number, row]
    plain = Item(
        key=f"item{texts[0]}",
        source=ref(table_number, row),
        line=10 * table_number + row,
        ordinal=texts[0],
        matters=(Matter(2, label, ref(table_number, row, 2)),),
        content=Text(texts[2], (ref(table_number, row, 3),)),
        basis=Text(texts[3], (ref(table_number, row, 4),)),
        legal_bases=(Citation("《条例》", LAW),),
        time_limit=replace(DEFAULT, inherited=True),
        channels=Choice(State.READ, (WEBSITE,), (WEBSITE, GAZETTE)),
        audience=Choice(State.READ, (PUBLIC,), (PUBLIC, SPECIFIC)),
        mode=Choice(State.READ, (PROACTIVE,), (PROACTIVE, ON_REQUEST)),
        level=Choice(State.READ, (COUNTY,), (COUNTY, VILLAGE)),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def answered(name: str) -> tuple[Answer, ...]:
    return (Answer("poverty-alleviation-2019", name, "LexicalMatching"),)


ITEMS = (
    item(
        1,
        3,
        "贫困人口识别",
        audience=Choice(State.UNKNOWN, (), (PUBLIC, SPECIFIC)),
        mode=Choice(State.UNKNOWN, (), (PROACTIVE, ON_REQUEST)),
        level=Choice(State.UNKNOWN, (), (COUNTY, VILLAGE)),
        answers=answered("identification"),
    ),
    item(
        1,
        4,
        "贫困人口退出",
        mode=Choice(State.READ, (), (PROACTIVE, ON_REQUEST)),
        level=Choice(State.BLANK),
        answers=answered("exit"),
    ),
    item(2, 3, "监督举报", answers=answered("complaints")),
)


def row_reading(number: int, row: int) -> RowReading:
    texts = PRINTED[number, row]
    fields = [name for _, name, _ in COLUMNS]
    roles = tuple(field if text else "" for field, text in zip(fields, texts, strict=True))
    return RowReading(number, row, "item", roles, item=f"item{texts[0]}")


CATALOG = Catalog(
    title="栾川县扶贫领域基层政务公开标准目录",
    document=Document(NAME, "text/plain", "00ff", 3, (table(1), table(2))),
    slug="poverty-alleviation",
    version="2020-12-14",
    division=Division("410324", "栾川县"),
    publisher="栾川县扶贫开发办公室",
    field=Term("field", "poverty-alleviation", "扶贫"),
    issued="2020-12-14",
    items=ITEMS,
    columns=tuple(
        Column(number, column, heading, field, terms, score=1.0)
        for number in (1, 2)
        for column, (heading, field, terms) in enumerate(COLUMNS, start=1)
    ),
    rows=(
        *(RowReading(number, row, "header", ("",) * 11) for number in (1, 2) for row in (1, 2)),
        *(row_reading(*place) for place in PRINTED),
    ),
    default_time_limit=DEFAULT,
    findings=(
        Finding("header-changed", Severity.WARNING, "表头不同", "headers differ", ref(2, 1)),
        Finding("time-limit-inherited", Severity.INFO, "时限空白", "blank limit", ref(1, 3, 5)),
        Finding("prose-vague", Severity.INFO, "正文含糊", "vague prose", ref(), line=7),
    ),
)
