"""CSV and TSV: quoted cells with line breaks, sniffed delimiters, quotes that are only text."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers_shown import read_shown, shown

from govdisclose_ld.readers import read_document


def test_quoted_cells_hold_delimiters_quotes_and_line_breaks() -> None:
    text = '目录,,\r\n序号,事项,内容\r\n1,"甲,乙","一\r\n""二"""\r\n\r\n2,,丙\r\n'
    assert read_shown(text, "a.csv") == [
        "T1",
        "  1@1: 目录 |  | ",
        "  2@2: 序号 | 事项 | 内容",
        '  3@3: 1 | 甲,乙 | 一⏎"二"',
        "T2",
        "  1@6: 2 |  | 丙",
    ]


def test_quotes_that_do_not_enclose_cells_are_kept() -> None:
    assert read_shown('序号,事项,内容\n1,"三公"经费,甲\n2,乙,"\n', "a.csv") == [
        "T1",
        "  1@1: 序号 | 事项 | 内容",
        '  2@2: 1 | "三公"经费 | 甲',
        '  3@3: 2 | 乙 | "',
        "F info quotes-kept 0,0,0@0",
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in (["序号", "事项", "内容"], ["1", "甲", "乙"]))
    assert read_shown(text, "a.csv") == ["T1", "  1@1: 序号 | 事项 | 内容", "  2@2: 1 | 甲 | 乙"]


def test_commas_alone_show_a_table_whatever_the_name_says() -> None:
    document = read_document("序号,事项,内容,依据\n1,甲,乙,丙\n2,,,\n".encode(), name="a.txt")
    assert document.media_type == "text/csv"
    assert shown(document) == [
        "T1",
        "  1@1: 序号 | 事项 | 内容 | 依据",
        "  2@2: 1 | 甲 | 乙 | 丙",
        "  3@3: 2 |  |  | ",
        "F info suffix-contradicts-content 0,0,0@0",
    ]


def test_lines_without_a_delimiter_are_prose() -> None:
    assert read_shown("目录说明\n\n序号,事项\n1,甲\n", "a.csv") == [
        "P@1: 目录说明",
        "T1",
        "  1@3: 序号 | 事项",
        "  2@4: 1 | 甲",
    ]


_CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co"]), max_size=8)


@given(st.lists(st.lists(_CELLS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_what_the_csv_module_writes_is_read_back(rows: list[list[str]]) -> None:
    rows = [["序号", "事项", "内容"], *rows]
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    (table,) = read_document(stream.getvalue().encode(), name="a.csv").tables
    assert [list(row.texts) for row in table.rows] == rows
