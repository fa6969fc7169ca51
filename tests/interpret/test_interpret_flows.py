"""Catalogs whose cells run on without delimiters: read where wording tells, never wrongly."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.errors import GovDiscloseError
from govdisclose_ld.model import Catalog, Finding, Item, State
from govdisclose_ld.readers import Limits

TITLE = "示例县救灾领域基层政务公开标准目录"
HEADINGS = ("序号", "一级事项", "二级事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体")
CHANNELS, TICKS = "公开渠道和载体", ("全社会", "特定群体", "主动公开", "依申请公开")
REGULATION = "《中华人民共和国政府信息公开条例》"
FLOW = {"row-by-flow"}


@dataclass(frozen=True)
class Truth:
    """The cells of a row as the original prints them; no first name where a merged cell covers."""

    first: str
    second: str
    content: str
    basis: str
    limit: str
    agency: str
    channels: str
    ticks: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        return (
            *(self.first, self.second, self.content, self.basis),
            *(self.limit, self.agency, self.channels, *self.ticks),
        )


def told(text: str) -> str:
    """Text without its white space, width folded: how cells of a flow are compared."""
    return "".join(text.split()).translate(str.maketrans("（）：；，", "():;,"))


def read(text: str) -> tuple[Catalog, tuple[Finding, ...]]:
    return read_catalog(text.encode(), name="flow.txt")


def values(item: Item) -> dict[str, str]:
    """What an item says of each field in print, blank where it says nothing."""
    printed = {"content": item.content.text, "basis": item.basis.text}
    printed |= {"limit": item.time_limit.text, "agency": item.agency.text}
    names = {m.level: m.label for m in item.matters if m.inference is None}
    printed |= {"first": names.get(1, ""), "second": names.get(2, "")}
    return {name: told(text) for name, text in printed.items()}


def same_channels(ticked: set[str], right: set[str]) -> bool:
    """Whether both are the same, the words behind a name in brackets left aside."""
    return {name.split("(")[0] for name in ticked} == {name.split("(")[0] for name in right}


def wrong(truth: Truth, item: Item) -> list[str]:
    """The fields of an item that say something else than the original, without a doubt."""
    said = values(item)
    found = [name for name, text in said.items() if text and text != told(getattr(truth, name))]
    ticked = {told(term.label) for term in item.channels.selected}
    right = {told(name).lstrip("■") for name in truth.channels.split() if name[0] != "□"}
    if item.channels.state is State.READ and not same_channels(ticked, right):
        found.append("channels")
    return found


FIRST = ("政策文件", "备灾管理", "灾后救助", "款物管理", "综合业务", "自拟事项")
SECOND = ("法律法规", "其他政策文件", "物资储备", "审批结果", "年度计划", "名录公告", "办事指南")
CONTENT = (
    "文件名称、文号、发文部门、发布时间",
    "1.救助条件；2.救助标准；3.申请材料",
    "●救助标准 ●申请材料 ●办理流程",
    "与救灾有关的法律、法规",
    "自收到申请之日起20个工作日内作出的救助决定",
    "根据《自然灾害救助条例》公布的名单",
    "《自然灾害救助条例》文本",
    "应急管理局印发的文件、公开渠道",
    "其他可以公开的文件",
    "资金管理制度：①预算表②决算表",
)
BASIS = (
    REGULATION,
    f"{REGULATION}（国务院令第711号）",
    f"{REGULATION}、《自然灾害救助条例》（国务院令第577号）",
    f"1.{REGULATION} 2.《自然灾害救助条例》第十三条",
    "《关于做好救灾工作的意见》（示政发〔2019〕3号）等相关规定",
    "信息公开规定",
)
LIMIT = (
    "信息形成或变更之日起20个工作日内",
    "自收到申请之日起10个工作日内，公示7个工作日",
    "20个工作日内",
    "及时公开",
    "每年1月底前",
    "长期公开",
)
AGENCY = ("县应急局", "示例县民政局", "县应急管理局、乡镇人民政府", "救灾股", "局机关各股室")
BOXES = (
    "■政府网站",
    "■政府网站 ■政务服务中心",
    "■政府网站 □政府公报 □两微一端 ■社区/企事业单位/村公示栏",
    "政府网站",
    "■广播电视 ■纸质媒体",
)
MARKS = (("√", "", "√", ""), ("√", "√", "√", "√"), ("", "", "", ""))


def rows() -> st.SearchStrategy[list[Truth]]:
    marks = st.sampled_from(MARKS)
    pools = [st.sampled_from(pool) for pool in (SECOND, CONTENT, BASIS, LIMIT, AGENCY, BOXES)]
    first = st.sampled_from(("", *FIRST))
    return st.lists(st.builds(Truth, first, *pools, marks), min_size=1, max_size=4)


def printed(truths: Sequence[Truth], between: str, *, ticks: bool, width: int = 0) -> str:
    """The catalog with ``between`` in the place of every delimiter, lines broken at ``width``;
    blank cells leave no trace."""
    head = (*HEADINGS, CHANNELS, *(TICKS if ticks else ()))
    lines = [between.join(head)]
    for number, truth in enumerate(truths, start=1):
        cells = truth.cells if ticks else truth.cells[:7]
        lines.append(between.join(cell for cell in (str(number), *cells) if cell))
    return "\n".join([TITLE, *(part for line in lines for part in broken(line, width))])


def broken(line: str, width: int) -> Iterator[str]:
    step = width or len(line)
    return (line[start : start + step] for start in range(0, len(line), step))


@given(
    rows(),
    st.sampled_from((" ", "", "\n", "\n\n", "  \n")),
    st.booleans(),
    st.sampled_from((0, 9, 24)),
)
@settings(max_examples=150, deadline=None)
def test_a_flow_is_read_right_or_left_unread_with_a_finding(
    truths: list[Truth],
    between: str,
    ticks: bool,  # noqa: FBT001 - drawn
    width: int,
) -> None:
    try:
        catalog, findings = read(printed(truths, between, ticks=ticks, width=width))
    except GovDiscloseError:
        return
    flagged = {one.ref.row for one in findings if one.code in FLOW}
    by_ordinal = {str(n): truth for n, truth in enumerate(truths, start=1)}
    for item in catalog.items:
        if item.source.row in flagged:
            assert wrong(by_ordinal[item.ordinal], item) == []


SPACED = """示例县扶贫领域基层政务公开标准目录
序号 一级事项 二级事项 公开内容（要素） 公开依据 公开时限 公开主体 公开渠道和载体
1 政策文件 法律法规 ●法规名称
●法规文本 《中华人民共和国政府信息公开条例》 信息形成或变更之日起20个工作日内 县民政局 ■政府网站
□政府公报
2 其他政策文件 ●文件名称 ●文号 《中华人民共和国政府信息公开条例》 信息形成或变更之日起20个工作日内
县民政局 ■政务服务中心"""


def test_cells_joined_by_blanks_are_told_by_their_wording() -> None:
    catalog, findings = read(SPACED)
    first, second = catalog.items
    assert values(first) == {
        "first": "政策文件",
        "second": "法律法规",
        "content": "●法规名称●法规文本",
        "basis": REGULATION,
        "limit": "信息形成或变更之日起20个工作日内",
        "agency": "县民政局",
    }
    assert [term.label for term in first.channels.selected] == ["政府网站"]
    assert [term.label for term in first.channels.offered] == ["政府网站", "政府公报"]
    assert values(second) == {
        **values(first),
        "first": "",
        "second": "其他政策文件",
        "content": "●文件名称●文号",
    }
    assert [term.label for term in second.channels.selected] == ["政务服务中心"]
    assert {item.source.row for item in catalog.items} == flagged(findings, "row-by-flow")


def test_a_name_above_a_blank_cell_is_an_inference() -> None:
    second = read(SPACED)[0].items[1]
    assert [(m.label, m.inference is None) for m in second.matters] == [
        ("政策文件", False),
        ("其他政策文件", True),
    ]


def row(text: str) -> str:
    """A catalog of two rows; ``text`` is the second, behind its ordinal."""
    return "\n".join((*SPACED.splitlines()[:5], text))


def test_contents_printed_behind_the_channels_leave_the_content_unread() -> None:
    head = f"2 灾后救助 其他政策文件 ●文件名称 ●文号 {REGULATION} 20个工作日内 县民政局 ■政府网站"
    whole, _ = read(row(head))
    spilled, findings = read(row(f"{head}\n相关问题的解读"))
    assert whole.items[1].content.text
    assert spilled.items[1].content.text == ""
    assert spilled.items[1].source.row in flagged(findings, "cell-undivided")


def test_a_row_that_may_hold_the_next_one_is_left_unread() -> None:
    lost = row(
        f"2 其他政策文件 ●文件名称 ●文号 {REGULATION} 20个工作日内 县民政局 ■政府网站\n"
        f"4 其他政策文件 ●名单 ●金额 政府网站"
    )
    second = read(lost)[0].items[1]
    assert set(values(second).values()) == {""}


def test_a_numbered_basis_is_no_content() -> None:
    numbered = row(
        "2 物资储备 文件名称、文号 1.《中华人民共和国政府信息公开条例》 2.《自然灾害救助条例》"
        " 信息形成或变更之日起20个工作日内 县民政局 ■政府网站"
    )
    said = values(read(numbered)[0].items[1])
    assert (said["first"], said["second"], said["content"]) == ("", "", "")
    assert said["limit"] == "信息形成或变更之日起20个工作日内"


def test_an_agency_run_on_to_a_channel_is_no_agency() -> None:
    joined = SPACED.replace("县民政局 ■政府网站\n□政府公报", "局机关各股室政府网站")
    item = read(joined)[0].items[0]
    assert item.agency.text == ""
    assert item.channels.selected == ()


def test_a_flow_of_which_nothing_can_be_told_is_refused() -> None:
    head = f"{TITLE}\n序号公开事项公开内容公开依据公开主体"
    text = f"{head}\n1甲乙丙丁{REGULATION}某地\n2甲乙丙{REGULATION}某地"
    with pytest.raises(GovDiscloseError, match="列界"):
        read(text)


def flagged(findings: Sequence[Finding], code: str) -> set[int]:
    return {one.ref.row for one in findings if one.code == code}


@pytest.mark.parametrize(
    "piece", ["自收到", "《中华", "■政府", "1.甲 ", "政策文件", "自", "每年", "（"]
)
def test_a_line_without_an_end_is_read_in_linear_time(piece: str) -> None:
    times = []
    for size in (50_000, 200_000):
        text = row(f"2 其他政策文件 {piece * (size // len(piece))}")
        start = time.process_time()
        read_catalog(text.encode(), name="flow.txt", limits=Limits(characters=300_000))
        times.append(time.process_time() - start)
    assert times[1] < max(10 * times[0], 2.0)


LINES = [*HEADINGS, CHANNELS]


def by_lines(*rows: Sequence[str]) -> Catalog:
    """A catalog that prints each cell as a paragraph of its own, or as several."""
    catalog, _ = read("\n\n".join([TITLE, *LINES, *(cell for row in rows for cell in row)]))
    return catalog


REST = ("《自然灾害救助条例》", "20个工作日内", "县应急局", "■政府网站")


@pytest.mark.parametrize(
    "words",
    [
        ("自拟事项", "名录公告", "名录、编号、等级"),
        ("自拟事项", "名录公告", "1.名录", "2.编号"),
        ("自拟事项", "名录公告", "名录公布情况。", "编号"),
        ("政策", "文件", "法律法规", "与救灾有关的规定"),
    ],
)
def test_paragraphs_of_the_first_row_are_its_names_and_its_content(words: tuple[str, ...]) -> None:
    item = by_lines(["1", *words, *REST]).items[0]
    first = "政策文件" if words[0] == "政策" else "自拟事项"
    assert [told(matter.label) for matter in item.matters] == [
        first,
        words[-2 if first != "自拟事项" else 1],
    ]
    assert item.content.text.splitlines()[0] in words


def test_as_many_paragraphs_as_columns_tell_nothing_where_a_content_may_be_two_of_them() -> None:
    first = ["1", "自拟事项", "名录公告", "名录一", "名录二", "名录三", *REST]
    second = ["2", "场所公告", "场所名称", "场所地址", *REST]
    catalog = by_lines(first, second)
    assert [len(item.matters) for item in catalog.items] == [0, 0]
    assert all(item.basis.text for item in catalog.items)


@pytest.mark.parametrize(
    "broken",
    [
        ("《自然灾害救助条例》", "信息形成或变更之日起2", "0个工作日内", "县应急局", "■政府网站"),
        ("《自然灾害救助", "条例》", "20个工作日内", "县应急局", "■政府网站"),
        ("《自然灾害救助条例》", "20个工作日内", "县", "应急局", "■政府网站"),
    ],
)
def test_paragraphs_that_break_within_words_part_no_names(broken: tuple[str, ...]) -> None:
    item = by_lines(["1", "自拟事项", "名录公", "告名录、编号、等级", *broken]).items[0]
    assert not item.matters
    assert item.time_limit.text in ("", "20个工作日内", "信息形成或变更之日起2\n0个工作日内")
    assert told(item.agency.text) in ("", "县应急局")


def test_a_content_that_is_citations_is_not_taken_for_the_legal_basis() -> None:
    cited = ("《自然灾害救助条例》", "《自然灾害救助条例》", *REST[1:])
    item = by_lines(["1", "自拟事项", "名录公告", *cited]).items[0]
    assert (item.content.text, item.basis.text) == ("", "")


def test_words_between_citations_begin_no_row_of_their_own() -> None:
    cited = ("《自然灾害救助条例》", "文本", REGULATION, *REST[1:])
    items = by_lines(["1", "自拟事项", "名录公告", *cited]).items
    assert len(items) == 1
    assert items[0].basis.text in ("", REGULATION)
