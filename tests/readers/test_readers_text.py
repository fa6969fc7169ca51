"""Text recovered from scans: tables of tabs among prose, to the byte; other forms with care."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers_shown import read_shown, shown

from govdisclose_ld.assets import root
from govdisclose_ld.model import Table
from govdisclose_ld.readers import read_document

CATALOGS = sorted((root() / "data" / "catalogs").glob("*.txt"))
SEGMENTS = {
    "luanchuan-fupin-notice-2020-51.txt": [(53, 4, 13), (58, 5, 14), (64, 5, 14), (70, 4, 14)],
    "xixiu-fupin-list.txt": [
        (7, 7, 13), (15, 7, 13), (23, 7, 13), (31, 7, 13),
        (39, 6, 13), (46, 6, 13), (53, 7, 13), (61, 5, 13),
    ],
}  # fmt: skip


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.stem)
def test_every_line_of_a_catalog_can_be_rebuilt_from_its_document(path: Path) -> None:
    document = read_document(path)
    rebuilt = {}
    for block in document.blocks:
        if isinstance(block, Table):
            rebuilt.update({row.line: "\t".join(row.texts) for row in block.rows})
        else:
            rebuilt[block.line] = block.text
    last = path.read_bytes().count(b"\n") + 1
    text = "\n".join(rebuilt.get(line, "") for line in range(1, last + 1))
    assert text.encode() == path.read_bytes()


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.stem)
def test_every_page_segment_is_a_table_of_its_own(path: Path) -> None:
    tables = read_document(path).tables
    assert [(t.rows[0].line, len(t.rows), t.width) for t in tables] == SEGMENTS[path.name]
    assert [table.number for table in tables] == list(range(1, len(tables) + 1))


def test_cells_are_kept_to_the_blank_and_rows_may_be_of_different_length() -> None:
    text = (
        '\ufeff标题 \r\n\r\n序号\t 内容\t<input type="checkbox"/> 网站 \t\r\n'
        "1\t\t<ul> • 甲</ul>\r\n2\r\n\r\n尾"
    )
    document = read_document(text.encode(), name="a.txt")
    assert shown(document) == [
        "P@1: 标题 ",
        "T1",
        '  1@3: 序号 |  内容 | <input type="checkbox"/> 网站  | ',
        "  2@4: 1 |  | <ul> • 甲</ul>",
        "P@5: 2",
        "P@7: 尾",
    ]
    assert (document.encoding, document.media_type) == ("utf-8-sig", "text/plain")


def test_a_form_feed_ends_a_table() -> None:
    assert read_shown("a\tb\tc\n1\t2\t3\f\n4\t5\t6\n\f7\t8\t9", "a.txt") == [
        "T1",
        "  1@1: a | b | c",
        "  2@2: 1 | 2 | 3",
        "T2",
        "  1@3: 4 | 5 | 6",
        "T3",
        "  1@4: 7 | 8 | 9",
    ]


def test_a_cell_broken_over_two_lines_keeps_its_table_whole_and_is_reported() -> None:
    assert read_shown("序号\t内容\t依据\n1\t甲\t第一\n第二\n2\t乙\t丙\n完", "a.txt") == [
        "T1",
        "  1@1: 序号 | 内容 | 依据",
        "  2@2: 1 | 甲 | 第一",
        "  3@3: 第二",
        "  4@4: 2 | 乙 | 丙",
        "P@5: 完",
        "F warning line-within-table 1,3,0@3 第二",
    ]


def test_the_heading_between_two_tables_is_no_broken_cell() -> None:
    assert read_shown(
        "序号\t内容\t依据\n1\t甲\t乙\n表二\n序号\t内容\t依据\n1\t丙\t丁", "a.txt"
    ) == [
        "T1",
        "  1@1: 序号 | 内容 | 依据",
        "  2@2: 1 | 甲 | 乙",
        "P@3: 表二",
        "T2",
        "  1@4: 序号 | 内容 | 依据",
        "  2@5: 1 | 丙 | 丁",
    ]


def test_tabs_that_indent_or_stand_alone_make_no_table() -> None:
    assert read_shown("\t各乡镇：\n\t请执行。\n\n办公室\t2020年\n\n\t\t\n", "a.txt") == [
        "P@1: \t各乡镇：",
        "P@2: \t请执行。",
        "P@4: 办公室\t2020年",
    ]


def test_pipe_tables_keep_blanks_where_they_are_printed() -> None:
    text = "标题\n|序号|事项|内容|\n|---|:-:|--:|\n|1||甲<br>乙|\n| 2 | x\\|y | |\n|3|丙||\n"
    assert read_shown(text, "a.txt") == [
        "P@1: 标题",
        "T1",
        "  1@2: 序号 | 事项 | 内容",
        "  2@4: 1 |  | 甲⏎乙",
        "  3@5: 2 | x|y | ",
        "  4@6: 3 | 丙 | ",
    ]


def test_pipes_without_a_frame_need_rows_of_one_width() -> None:
    assert read_shown("序号|事项|内容\n1||甲\n\n甲|乙|丙\n\n1|2|3\n1|2|3|4", "a.txt") == [
        "T1",
        "  1@1: 序号 | 事项 | 内容",
        "  2@2: 1 |  | 甲",
        "P@4: 甲|乙|丙",
        "P@6: 1|2|3",
        "P@7: 1|2|3|4",
    ]


def test_columns_set_apart_by_blanks_are_read_when_every_line_has_as_many() -> None:
    assert read_shown("序号  公开事项  公开内容  公开依据\n1  甲  乙  丙 丁\n", "a.txt") == [
        "T1",
        "  1@1: 序号 | 公开事项 | 公开内容 | 公开依据",
        "  2@2: 1 | 甲 | 乙 | 丙 丁",
        "F info table-by-spaces 1,0,0@1",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "序号  公开事项  公开内容  公开依据\n1  甲  丙\n",
        "序号 公开事项 公开内容 公开依据\n1 甲 乙 丙\n",
        "序号公开事项公开内容公开依据\n1甲乙丙\n",
        "序号\n公开事项\n公开内容\n公开依据\n",
        "序号 公开事项 公开内容 公开依据\n1 甲 乙 丙\n2 甲 乙\n",
        "序号 公开事项 公开内容 公开依据\n1 甲 乙 丙\n3 甲 乙 丙\n",
        "序号\n公开事项\n公开内容\n公开依据\n1\n甲\n乙\n丙\n2\n甲\n丙\n",
        "序号\n公开事项\n公开内容\n公开依据\n1\n甲\n乙\n丙\n2\n甲\n乙\n丙\n丁\n",
        "序号\n公开事项\n公开内容\n公开依据\n1\n甲\n2\n丙\n2\n甲\n乙\n丙\n",
    ],
    ids=[
        "a blank cell",
        "one row of single blanks",
        "no delimiter",
        "headings alone",
        "a row too short",
        "a gap in the ordinals",
        "a cell a line, one lost",
        "a cell a line, one more",
        "a number that may be an ordinal",
    ],
)
def test_a_table_without_sure_delimiters_stays_prose_with_a_warning(text: str) -> None:
    lines = text.splitlines()
    assert read_shown(text, "a.txt") == [
        *(f"P@{number}: {line}" for number, line in enumerate(lines, start=1)),
        f"F warning table-form-uncertain 0,0,0@1 {lines[0]}",
    ]


@pytest.mark.parametrize("between", [" ", "\n"], ids=["single blanks", "a cell a line"])
def test_lost_delimiters_are_put_back_where_the_ordinals_prove_every_row(between: str) -> None:
    cells = [
        ["序号", "公开事项", "公开内容", "公开依据"],
        ["1", "甲", "乙", "丙"],
        ["2", "丁", "戊", "己"],
    ]
    text = "\n".join(between.join(row) for row in cells)
    step = 4 if between == "\n" else 1
    assert read_shown(f"目录\n\n{text}\n\n注：以上\n", "a.txt") == [
        "P@1: 目录",
        "T1",
        *(f"  {n}@{3 + (n - 1) * step}: {' | '.join(row)}" for n, row in enumerate(cells, 1)),
        f"P@{3 + 3 * step + 1}: 注：以上",
        "F warning table-by-ordinals 1,0,0@3",
    ]


def test_prose_that_names_the_columns_is_not_taken_for_a_header() -> None:
    sentence = (
        "标准目录规定了公开事项的公开内容、公开依据、公开时限、"
        "公开主体和公开渠道，请遵照执行并及时更新。"
    )
    assert read_shown(sentence, "a.txt") == [f"P@1: {sentence}"]


def test_an_html_table_in_recovered_text_is_read_as_a_table() -> None:
    rows = "<tr><td rowspan=2>序号</td><td>事项</td><td>内容</td></tr>\n<tr><td>甲<td>乙</tr>"
    text = f"前言\n<table>{rows}</table>\n后"
    assert read_shown(text, "a.md") == [
        "P@1: 前言",
        "T1",
        "  1@2: 序号{2x1} | 事项 | 内容",
        "  2@3: ^1,1 | 甲 | 乙",
        "P@4: 后",
    ]


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs", "Cc", "Co"])), min_size=3, max_size=5
        ),
        min_size=2,
        max_size=6,
    )
)
def test_any_table_of_tabs_comes_back_as_it_was_written(rows: list[list[str]]) -> None:
    rows = [["序号", "事项", "内容"], *rows]
    text = "\n".join("\t".join(row) for row in rows)
    (table,) = read_document(text.encode(), name="a.txt").tables
    assert [list(row.texts) for row in table.rows] == rows
