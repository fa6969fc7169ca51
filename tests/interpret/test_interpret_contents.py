"""Columns whose heading nobody has seen, headings that stand out of line, and what cells tell."""

from __future__ import annotations

import pytest
from interpret_samples import read

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Catalog, State

CELLS = [
    ["1", "食品生产许可", "许可信息", "《食品安全法》第三十五条", "作出决定之日起20个工作日内"],
    ["2", "食品经营许可", "许可信息", "《食品安全法》第三十五条", "作出决定之日起20个工作日内"],
    ["3", "餐饮抽检", "抽检结果", "《食品安全法》", "7个工作日内"],
]
TAILS = [
    ["县市场监管局", "政府网站、公示栏", "全社会", "主动公开"],
    ["县市场监管局", "政府网站、公示栏", "全社会", "主动公开"],
    ["县市场监管局", "政府网站", "特定群体", "依申请公开"],
]
ROWS = [[*cells, *tail] for cells, tail in zip(CELLS, TAILS, strict=True)]
KNOWN = ["序号", "公开事项", "公开内容"]


def fields(catalog: Catalog) -> list[str]:
    return [column.field for column in catalog.columns]


def codes(catalog: Catalog) -> list[str]:
    return [found.code for found in catalog.findings if found.ref.row == 1]


def test_headings_never_seen_are_read_by_their_cells() -> None:
    words = ["凭何而定", "几天内公布", "由谁公布", "发布在何处", "给谁看", "怎么公开"]
    catalog = read([[*KNOWN, *words], *ROWS])
    told = ["basis", "time_limit", "agency", "channels", "audience", "mode"]
    assert fields(catalog)[3:] == told
    assert codes(catalog).count("column-by-contents") == 6
    assert all(column.score < 0.9 for column in catalog.columns[3:])
    item = catalog.items[2]
    assert [rule.amount for rule in item.time_limit.rules] == [7]
    assert [term.id for term in item.mode.selected] == ["on-request"]


@pytest.mark.parametrize(
    ("heading", "place"),
    [("办理时限", 4), ("审核机构", 5), ("监督部门", 5), ("许可条件", 4), ("怎样", 5)],
)
def test_what_a_heading_speaks_against_or_not_for_stays_extra(heading: str, place: int) -> None:
    words = ["序号", "公开事项", "公开内容", "公开依据", "公开时限", "公开主体"]
    catalog = read([[*words[:place], heading, *words[place + 1 :]], *(row[:6] for row in ROWS)])
    assert fields(catalog)[place] == ""
    assert [extra.heading for extra in catalog.items[0].extra] == [heading]


def test_a_field_is_not_given_twice() -> None:
    words = [*KNOWN, "公开依据", "公开时限", "公开主体", "公开渠道", "公开对象", "给谁看"]
    rows = [[*row[:8], row[7]] for row in ROWS]
    assert fields(read([words, *rows]))[7:] == ["audience", ""]


def test_a_header_of_mostly_unknown_headings_needs_cells_that_bear_it_out() -> None:
    words = ["序号", "公开事项", "甲栏", "乙栏", "丙栏"]
    assert len(read([words, *CELLS]).items) == 3
    with pytest.raises(InputError):
        read([words, *([f"某{cell}" for cell in row] for row in CELLS)])


UPPER = ["序号", "公开事项", "", "公开内容", "公开主体", "五公开", "", "公开方式", ""]
LOWER = ["", "一级目录", "二级目录", "", "", "决策", "结果", "县级", "乡级"]
BODY = [
    ["1", "户籍", "出生", "材料", "县公安局", "√", "", "√", ""],
    ["2", "户籍", "迁移", "材料", "县公安局", "", "√", "√", "√"],
]


@pytest.mark.parametrize(
    "lower",
    [
        LOWER,
        LOWER[1:],
        ["", *LOWER],
        [word for word in LOWER if word],
    ],
    ids=["printed", "blank lost", "blank gained", "all blanks lost"],
)
def test_lower_headings_find_their_columns_and_levels_under_the_mode_are_levels(
    lower: list[str],
) -> None:
    catalog = read([UPPER, lower, *BODY])
    assert fields(catalog)[:9] == [
        *("ordinal", "matters", "matters", "content", "agency", "", "", "level", "level"),
    ]
    assert [term.id for term in catalog.items[1].level.selected] == ["county", "township"]
    assert catalog.items[0].mode.state is State.ABSENT
    found = {f.code for f in catalog.findings if f.ref.row == 2}
    assert "heading-conflict" in found
    assert ("header-realigned" in found) == (lower is not LOWER)


def test_a_misread_heading_does_not_move_the_others() -> None:
    upper = [*UPPER[:3], "厶开丙容", *UPPER[4:]]
    catalog = read([upper, LOWER, *BODY])
    assert fields(catalog)[:3] == ["ordinal", "matters", "matters"]
    assert [matter.label for matter in catalog.items[0].matters] == ["户籍", "出生"]
