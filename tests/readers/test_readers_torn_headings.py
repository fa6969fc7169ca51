"""Headings that a page tears over the rows of a header whose blanks keep no places."""

from __future__ import annotations

import pytest
from readers_shown import read_shown

from govdisclose_ld.interpret import Known, interpret
from govdisclose_ld.readers import read_document
from govdisclose_ld.readers.torn_headings import mend_headings

WIDTH = 14
UPPER = [
    *("序号", "公开事项", "公开内容", "公开依据", "公开", "公开", "公开渠道和载体"),
    *("公开对象", "公开方式", "公开层级"),
]
LOWER = [
    "一级事项",
    "二级",
    "(要素)",
    "时限",
    "主体",
    "全",
    "特定群体",
    "主动",
    "依申请",
    "县级",
    "乡",
]
TORN = [["事项", "社", "镇"], ["会", "级"]]
ITEMS = [
    [
        str(n),
        "巡河",
        f"第{n}段",
        "巡查记录",
        "《河湖办法》",
        "10个工作日",
        "示例县水务局",
        "■公示栏",
        "√",
        "√",
        "√",
    ]
    for n in (1, 2, 3)
]


def pushed(rows: list[list[str]]) -> str:
    """A row a line, what it leaves blank as bare pipes at its end."""
    return "\n".join(f"| {' | '.join(row)} |{'|' * (WIDTH - len(row))}" for row in rows)


def broken(rows: list[list[str]]) -> str:
    """The same where one cell breaks over two lines."""
    return pushed(rows).replace("巡查记录", "巡查\n记录", 1)


def by_line(rows: list[list[str]]) -> str:
    """A cell a line, each closed by a pipe, the blanks of a row pushed to its end."""
    return "\n".join(
        "\n".join(f"{cell} |" for cell in row) + "\n" + "|" * (WIDTH - len(row)) for row in rows
    )


def test_words_torn_off_at_the_end_of_a_row_of_headings_are_found(tmp_path) -> None:
    upper = ["公开时限" if n == 4 else "公开主体" if n == 5 else w for n, w in enumerate(UPPER)]
    lower = [word for word in LOWER if word not in ("(要素)", "时限", "主体")]
    catalog = interpret(
        read_document(by_line([upper, lower, *TORN, *ITEMS]).encode(), name="目录.txt"), Known()
    )
    assert [item.ordinal for item in catalog.items] == ["1", "2", "3"]
    assert [column.heading for column in catalog.columns][-2:] == ["县级", "乡镇级"]


@pytest.mark.parametrize("print_rows", [pushed, broken])
def test_each_column_has_the_whole_words_of_its_heading(tmp_path, print_rows) -> None:
    path = tmp_path / "目录.txt"
    path.write_text(print_rows([UPPER, LOWER, *TORN, *ITEMS]), encoding="utf-8")
    catalog = interpret(read_document(path), Known())
    assert [column.field for column in catalog.columns] == [
        *("ordinal", "matters", "matters", "content", "basis", "time_limit", "agency", "channels"),
        *("audience", "audience", "mode", "mode", "level", "level"),
    ]
    assert [item.ordinal for item in catalog.items] == ["1", "2", "3"]
    assert [[m.label for m in item.matters] for item in catalog.items] == [
        ["巡河", "第1段"],
        ["巡河", "第2段"],
        ["巡河", "第3段"],
    ]
    assert {item.agency.text for item in catalog.items} == {"示例县水务局"}


def test_a_piece_in_brackets_goes_on_with_the_heading_known_with_it() -> None:
    whole, lower = mend_headings(UPPER, LOWER[:5]) or ([], [])
    assert whole == [
        *("序号", "公开事项", "公开内容(要素)", "公开依据", "公开时限", "公开主体"),
        *("公开渠道和载体", "公开对象", "公开方式", "公开层级"),
    ]
    assert lower == ["一级事项", "二级"]


def test_pieces_that_make_no_heading_are_left_alone() -> None:
    assert mend_headings(UPPER, ["一级事项", "二级事项", "红色"]) == (
        UPPER,
        ["一级事项", "二级事项", "红色"],
    )
    assert mend_headings(UPPER, ["一级事项", "二级事项"], [["红色"]]) is None


def test_rows_of_items_are_never_taken_for_pieces() -> None:
    text = pushed([UPPER, ["一级事项", "二级事项", *LOWER[5:]], *ITEMS])
    assert sum("第" in line for line in read_shown(text, "目录.txt")) == len(ITEMS)
