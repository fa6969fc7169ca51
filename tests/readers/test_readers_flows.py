"""Tables that lost their delimiters: which lines are a row."""

from __future__ import annotations

import pytest

from govdisclose_ld.model import Document, Table
from govdisclose_ld.readers import read_document

HEADER = "序号一级事项二级事项公开内容（要素）公开依据公开时限公开主体公开渠道和载体"


def read(*lines: str) -> Document:
    text = "\n".join(("示例县救灾领域基层政务公开标准目录", HEADER, *lines))
    return read_document(text.encode(), name="flow.txt")


def rows(*lines: str) -> list[str]:
    """The texts of the rows below the header."""
    (table,) = read(*lines).tables
    assert table.joined
    return [row.texts[0] for row in table.rows[1:]]


def test_a_row_begins_with_the_next_ordinal() -> None:
    assert rows("1政策文件甲", "乙", "2灾后救助丙") == ["1政策文件甲\n乙", "2灾后救助丙"]


def test_the_lines_of_rows_are_kept_and_the_loss_is_told() -> None:
    document = read("1政策文件甲", "乙", "2灾后救助丙")
    (table,) = document.tables
    assert isinstance(table, Table)
    assert [row.line for row in table.rows] == [2, 3, 5]
    assert "table-joined" in {one.code for one in document.findings}


@pytest.mark.parametrize(
    "counted", ["2个工作日内", "2天内", "2\n0个工作日内", "2.申请材料", "2日内"]
)
def test_a_number_that_counts_is_no_ordinal(counted: str) -> None:
    lines = counted.splitlines()
    assert rows("1政策文件甲自收到申请之日起", *lines, "县民政局") == [
        "\n".join(("1政策文件甲自收到申请之日起", *lines, "县民政局"))
    ]


@pytest.mark.parametrize(
    "name", ["款物管理", "年度计划", "个人救助", "名录公告", "日常监管", "户籍"]
)
def test_a_name_that_begins_like_a_unit_is_one(name: str) -> None:
    assert rows("1政策文件甲", f"2{name}乙") == ["1政策文件甲", f"2{name}乙"]


def test_text_without_a_header_of_a_catalog_is_no_flow() -> None:
    text = "示例县通知\n1关于甲的事项\n2关于乙的事项"
    assert read_document(text.encode(), name="plain.txt").tables == ()
