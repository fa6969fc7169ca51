"""Header rows of every shape: where they stand, which column is which, what is reported."""

from __future__ import annotations

import pytest
from interpret_samples import read

from govdisclose_ld.model import Catalog, Column, State

UPPER = ["序号", "公开事项", "", "公开内容", "公开依据", "公开主体", "公开对象", "", "公开方式", ""]
LOWER = ["", "一级事项", "二级事项", "", "", "", "全社会", "特定群体", "主动", "依申请公开"]
COLUMNS = [
    *("ordinal", "matters1", "matters2", "content", "basis", "agency"),
    *("audience=public", "audience=specific", "mode=proactive", "mode=on-request"),
]


def rows(count: int = 3) -> list[list[str]]:
    """Item rows of that header."""
    return [
        [str(n), f"大类{n}", f"小类{n}", f"内容{n}", "《预算法》", "县财政局", "√", "", "", "√"]
        for n in range(1, count + 1)
    ]


def written(column: Column) -> str:
    level = str(column.level) if column.level else ""
    terms = "=" + "+".join(term.id for term in column.terms) if column.terms else ""
    return (column.field or "-") + level + terms


def printed(words: list[str]) -> list[str]:
    return [word for word in words if word]


def filled(words: list[str], above: list[str]) -> list[str]:
    return [word or above[place] for place, word in enumerate(words)]


def codes(catalog: Catalog) -> set[str]:
    return {f.code for f in catalog.findings} - {
        "division-unknown",
        "publisher-unknown",
        "field-unknown",
    }


SAME_COLUMNS = {
    "merged cells left blank": ([UPPER, LOWER], set()),
    "merged cells repeated across": (
        [[word or UPPER[place - 1] for place, word in enumerate(UPPER)], LOWER],
        set(),
    ),
    "merged cells repeated down": ([UPPER, filled(LOWER, UPPER)], set()),
    "words broken by spaces and lines": (
        [["序 号", "公开\n事项", *UPPER[2:]], [*LOWER[:-1], "依申请\n公开"]],
        set(),
    ),
    "a row that numbers the columns": (
        [UPPER, LOWER, [str(n) for n in range(1, 11)]],
        {"note-row"},
    ),
    "a title in the table": ([["政务公开目录", *[""] * 9], UPPER, LOWER], {"note-row"}),
    "blanks of the lower row lost": ([UPPER, printed(LOWER)], {"header-realigned"}),
    "blanks of the upper row lost": ([printed(UPPER), LOWER], {"header-realigned"}),
    "all blanks lost": ([printed(UPPER), printed(LOWER)], {"header-realigned"}),
    "one blank of the lower row lost": ([UPPER, LOWER[1:]], {"header-realigned"}),
}


@pytest.mark.parametrize("shape", SAME_COLUMNS)
def test_one_header_in_many_shapes(shape: str) -> None:
    header, expected = SAME_COLUMNS[shape]
    catalog = read([*header, *rows()])
    assert [written(column) for column in catalog.columns] == COLUMNS
    assert codes(catalog) == expected
    assert [item.ordinal for item in catalog.items] == ["1", "2", "3"]
    assert [m.label for m in catalog.items[0].matters] == ["大类1", "小类1"]


def test_one_header_row_of_leaves() -> None:
    leaves = [low or up for low, up in zip(LOWER, UPPER, strict=True)]
    catalog = read([leaves, *rows()])
    assert [written(column) for column in catalog.columns] == COLUMNS
    assert codes(catalog) == set()


def test_a_header_on_each_row() -> None:
    one, two, three = rows()
    catalog = read([UPPER, LOWER, one, UPPER, LOWER, two, UPPER, LOWER, three])
    assert [item.ordinal for item in catalog.items] == ["1", "2", "3"]
    assert codes(catalog) == set()


def test_matters_out_of_line_with_their_heading() -> None:
    upper = ["序号", "公开事项", "", "公开内容", "公开依据"]
    catalog = read([upper, ["一级事项", "二级事项"], ["1", "甲", "乙", "丙", "《预算法》"]])
    assert [written(c) for c in catalog.columns] == COLUMNS[:5]
    assert "header-realigned" in codes(catalog)


def test_a_mode_heading_printed_over_levels_is_reported_and_the_levels_read() -> None:
    upper = [*UPPER, "公开方式", ""]
    lower = [*LOWER, "县级", "乡、村级"]
    catalog = read([upper, lower, *([*row, "√", ""] for row in rows())])
    assert [written(c) for c in catalog.columns[-2:]] == ["level=county", "level=township+village"]
    assert codes(catalog) == {"heading-conflict"}
    assert [term.id for term in catalog.items[0].level.selected] == ["county"]


def test_a_mode_heading_over_other_words_is_kept_as_it_is() -> None:
    header = ["序号", "公开事项", "公开内容", "公开依据", "公开方式"]
    body = [[str(n), "甲", f"乙{n}", "《预算法》", "全文发布"] for n in range(3)]
    catalog = read([header, *body])
    assert codes(catalog) >= {"column-contents-disagree"}
    assert [(e.heading, e.text) for e in catalog.items[0].extra] == [("公开方式", "全文发布")]


def test_unknown_headings_are_kept_and_reported_and_known_extras_only_kept() -> None:
    header = ["序号", "公开事项", "公开内容", "公开依据", "甲乙丙丁戊", "咨询电话", "决策", "执行"]
    catalog = read([header, ["1", "甲", "乙", "《预算法》", "某物", "0371-1", "√", ""]])
    kept = [(extra.heading, extra.text) for extra in catalog.items[0].extra]
    assert kept == [("甲乙丙丁戊", "某物"), ("咨询电话", "0371-1"), ("决策", "√")]
    assert codes(catalog) == {"column-unknown"}


def test_a_column_printed_twice_is_kept_as_it_is() -> None:
    header = ["序号", "公开事项", "公开内容", "公开内容", "公开依据"]
    catalog = read([header, ["1", "甲", "乙", "丙", "《预算法》"]])
    assert catalog.items[0].content.text == "乙"
    assert [(e.heading, e.text) for e in catalog.items[0].extra] == [("公开内容", "丙")]
    assert codes(catalog) == {"column-repeated"}


def test_a_guessed_heading_is_given_up_where_its_cells_disagree() -> None:
    header = ["序号", "公开事项", "公开内容", "公开依据", "公开方案"]
    body = [[str(n), "甲", f"乙{n}", "《预算法》", "实施方案全文"] for n in range(3)]
    assert "column-contents-disagree" in codes(read([header, *body]))


def test_prose_words_and_data_make_no_header() -> None:
    header = ["序号", "公开事项", "公开内容", "公开依据"]
    body = ["1", "公开内容", "公开依据", "《预算法》"]
    catalog = read([header, body])
    assert [item.ordinal for item in catalog.items] == ["1"]


@pytest.mark.parametrize("blanks", ["kept", "lost"])
def test_channels_as_tick_columns(blanks: str) -> None:
    upper = ["序号", "公开事项", "公开内容", "公开渠道", "", "", "公开依据"]
    lower = ["", "", "", "政府网站", "公示栏", "其他", ""]
    row = ["1", "甲", "乙", "√", "", "√", "《预算法》"]
    header = [upper, lower] if blanks == "kept" else [printed(upper), printed(lower)]
    catalog = read([*header, row])
    channels = catalog.items[0].channels
    assert [term.id for term in channels.selected] == ["website", "other"]
    assert [term.id for term in channels.offered] == ["website", "public-board", "other"]
    assert catalog.items[0].basis.text == "《预算法》"


def test_a_channel_word_is_a_tick_column_under_channels_alone() -> None:
    catalog = read(
        [["序号", "公开事项", "公开内容", "公开依据", "其他"], ["1", "甲", "乙", "丙", "√"]]
    )
    assert catalog.items[0].channels.state is State.ABSENT
    assert [(e.heading, e.text) for e in catalog.items[0].extra] == [("其他", "√")]


def test_a_heading_of_two_levels() -> None:
    header = ["序号", "公开事项", "公开内容", "公开依据", "市级", "县级、乡镇级"]
    [item] = read([header, ["1", "甲", "乙", "丙", "", "√"]]).items
    assert [term.id for term in item.level.selected] == ["county", "township"]
