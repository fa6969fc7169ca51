"""Catalog documents as offices print them, generated: layouts, marks, gaps and odd characters."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from govdisclose_ld.model import Cell, Document, Paragraph, Row, Table

_WORDS = (
    "扶贫对象", "资金分配", "救助标准", "项目公示", "基本信息", "年度计划", "工作动态",
    "政策解读", "名单", "办事指南", "收费依据",
)  # fmt: skip
_ODD = st.text("公开信息救助 \t\n|\\<>&\"',;:=+-@1234.()（）、，。；•*#_`", min_size=1, max_size=24)
_CHANNELS = (
    "政府网站", "政府公报", "两微一端", "公开查阅点", "入户/现场", "精准推送", "其他",
    "社区/企事业单位/村公示栏（电子屏）", "其他：政务新媒体", "其他（部门网站）", "某某平台",
)  # fmt: skip
_LIMITS = (
    "信息形成或者变更之日起20个工作日内", "及时公开", "每年1月31日前", "长期公开",
    "自收到申请之日起20个工作日内；公示不少于7天", "按季度公开",
)  # fmt: skip
_BASES = (
    "《中华人民共和国政府信息公开条例》（国务院令第711号）", "《社会救助暂行办法》第十二条",
    "关于印发2020年扶贫工作要点的通知", "相关政策文件",
    "《中华人民共和国预算法》、《中华人民共和国统计法》",
)  # fmt: skip
_AGENCIES = ("县扶贫办", "综合科、规划科", "民政部门", "各乡镇人民政府")
_SITES = ("县政府网-政务公开-信息公开目录", "政府网站首页/政务公开/重点领域")
_TITLES = (
    "栾川县社会救助领域基层政务公开标准目录", "西秀区扶贫办政务公开清单（试运行）",
    "公开事项一览表",
)  # fmt: skip
_PROSE = (
    "单位：栾川县民政局", "栾民〔2020〕5号", "2020年6月1日",
    "一级事项分为2大类，包括扶贫对象、资金分配；二级事项3个。",
    "公开时限原则上为信息形成或变更之日起10个工作日内。", "各单位：现将目录印发。",
)  # fmt: skip

words = st.sampled_from(_WORDS)


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: its heading, the heading above it, and what its cells may hold."""

    text: str
    cells: st.SearchStrategy[str]
    above: str = ""


def _plain(pool: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(pool), st.just(""))


_content = st.one_of(
    words, st.just("1. 姓名 2. 职务 3. 电话"), st.just("（1）条件\n（2）程序"), _ODD
)
_ticks = st.sampled_from(("√", "", "□", "☑", "—", "√ 申请人", "村民代表"))


@st.composite
def _boxes(draw: st.DrawFn, options: tuple[str, ...]) -> str:
    offered = draw(st.lists(st.sampled_from(options), max_size=4, unique=True))
    return " ".join(f"{draw(st.sampled_from('■□'))}{option}" for option in offered)


def _choices(
    heading: str, options: tuple[str, ...], others: tuple[str, ...] = ()
) -> st.SearchStrategy[tuple[Heading, ...]]:
    """A field of choices as tick columns, as boxes in one column, in words, or not at all."""
    columns = tuple(Heading(option, _ticks, heading) for option in (*options, *others))
    labels = st.sampled_from((" ".join(options), options[0], ""))
    return st.sampled_from(
        (columns, (Heading(heading, _boxes(options)),), (Heading(heading, labels),), ())
    )


_mostly = st.sampled_from((True, True, False))


@st.composite
def headings(draw: st.DrawFn) -> tuple[Heading, ...]:
    """The columns of one table, matters and content always among them."""
    levels = draw(st.integers(1, 3))
    names = ("一级事项", "二级事项", "三级事项")[:levels]
    columns = [Heading("序号", st.just(""))] if draw(_mostly) else []
    columns += [Heading(n, st.one_of(words, st.just("")), "公开事项") for n in names]
    columns.append(Heading(draw(st.sampled_from(("公开内容（要素）", "公开内容"))), _content))
    for names_, pool in (
        (("公开依据", "法律依据"), _BASES),
        (("公开时限", "信息更新时间"), _LIMITS),
        (("公开主体", "责任单位"), _AGENCIES),
        (("网站公开栏目",), _SITES),
    ):
        if draw(_mostly):
            columns.append(Heading(draw(st.sampled_from(names_)), _plain(pool)))
    plain = st.sampled_from(("", "政府网站", "政府网站、公开查阅点"))
    listed = st.one_of(_boxes(_CHANNELS), plain)
    columns.append(Heading("公开渠道和载体", draw(st.sampled_from((listed, plain)))))
    columns += draw(_choices("公开对象", ("全社会", "特定群体")))
    columns += draw(_choices("公开方式", ("主动公开", "依申请公开")))
    columns += draw(_choices("公开层级", ("县级", "乡、村级"), ("市级",)))
    for extra in draw(st.lists(st.sampled_from(("备注", "咨询电话", "涉密审查")), max_size=2)):
        columns.append(Heading(extra, st.one_of(st.just(""), words, _ODD)))
    return tuple(columns)


def _head(columns: tuple[Heading, ...]) -> list[list[str]]:
    upper = [c.above or c.text for c in columns]
    return [upper, [c.text if c.above else "" for c in columns]]


@st.composite
def _table(draw: st.DrawFn, number: int, columns: tuple[Heading, ...], first: int) -> Table:
    rows = _head(columns)
    for ordinal in range(first, first + draw(st.integers(1, 4))):
        texts = [draw(column.cells) for column in columns]
        rows.append(
            [str(ordinal) if c.text == "序号" else t for c, t in zip(columns, texts, strict=True)]
        )
    cells = [[Cell(text) for text in row] for row in rows]
    if draw(st.booleans()):
        _merge(cells, next(i for i, c in enumerate(columns) if c.text == "一级事项"))
    return Table(number, tuple(Row(n, tuple(row), n) for n, row in enumerate(cells, 1)))


def _merge(cells: list[list[Cell]], column: int) -> None:
    """Merge each label of a column with the blank cells below it."""
    top = 2
    for row in range(3, len(cells)):
        if cells[row][column].text or not cells[top][column].text:
            top = row
            continue
        above = cells[top][column]
        cells[top][column] = Cell(above.text, above.row_span + 1)
        cells[row][column] = Cell("", anchor=(top + 1, column + 1))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of one to three tables, mostly with the same columns, under lines of prose."""
    prose = draw(st.lists(st.sampled_from(_PROSE), unique=True, max_size=5))
    blocks: list[Paragraph | Table] = [Paragraph(line) for line in prose]
    blocks.append(Paragraph(draw(st.sampled_from(_TITLES))))
    columns = draw(headings())
    for number in range(1, draw(st.integers(1, 3)) + 1):
        if not draw(_mostly):
            columns = draw(headings())
        elif not draw(_mostly):
            blocks.append(Paragraph(f"{'一二三'[number - 1]}、{draw(words)}"))
        blocks.append(draw(_table(number, columns, number * 10)))
    return Document("generated", "text/plain", "0" * 64, 0, tuple(blocks))
