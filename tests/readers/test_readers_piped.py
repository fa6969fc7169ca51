"""Tables of pipes as recovered from web pages: line breaks anywhere, blanks pushed to the end."""

from __future__ import annotations

import contextlib
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers_shown import read_shown

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Document
from govdisclose_ld.readers import read_document

UPPER = [
    *("序号", "公开事项", "公开内容(要素)", "公开依据", "公开时限", "公开主体"),
    *("公开渠道和载体", "公开对象", "公开方式"),
]
LOWER = ["一级事项", "二级事项", "全社会", "特定群体", "主动", "依申请"]
WIDTH = 12
FULL = ["1", "救助", "低保", "标准", "《办法》", "20日", "民政局", "■网站", "√", "", "√", ""]
SHORT = ["2", "特困", "名单", "《规定》", "10日", "民政局", "■网站", "√", "", "√", ""]


def joined(rows: list[list[str]], *, push: bool = False) -> str:
    """Cells parted by pipes, a row a line, a blank cell as a line break."""
    return "\n".join(
        "".join(f"{cell} | " if cell else "\n| " for cell in row).rstrip()
        + (" " + "|" * (WIDTH - len(row)) if push and len(row) < WIDTH else "")
        for row in rows
    )


def by_line(rows: list[list[str]], *, push: bool = False) -> str:
    """A cell a line, each closed by a pipe."""
    return "\n".join(
        "\n".join(f"{cell} |" if cell else "|" for cell in row)
        + ("\n" + "|" * (WIDTH - len(row)) if push and len(row) < WIDTH else "")
        for row in rows
    )


def apart(rows: list[list[str]], *, push: bool = False) -> str:
    """Cells and pipes on lines of their own."""
    return by_line(rows, push=push).replace(" |", "\n|")


def led(rows: list[list[str]], *, push: bool = False) -> str:
    """Each row opened by a pipe as well, a cell a line."""
    return "\n".join("| " + by_line([row], push=push) for row in rows)


SHAPES = [joined, by_line, apart, led]


def rows_of(document: Document) -> list[list[str]]:
    """What the cells of the only table print, without those that a merged heading covers."""
    (table,) = document.tables
    printed = [[cell.text for cell in row.cells if not cell.anchor] for row in table.rows]
    return [[re.sub(r"\s", "", text) for text in row] for row in printed]


def stripped(rows: list[list[str]]) -> list[list[str]]:
    """The rows without the blanks at their end."""
    return [row[: max((n for n, cell in enumerate(row, 1) if cell), default=0)] for row in rows]


@pytest.mark.parametrize("push", [False, True], ids=["as they are", "blanks pushed to the end"])
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_rows_of_any_shape_keep_their_cells(shape, push) -> None:
    rows = [UPPER, LOWER, FULL, SHORT, ["3", *FULL[1:]], ["4", *SHORT[1:]]]
    text = f"示例县社会救助目录\n{shape(rows, push=push)}\n\n打印本页\n"
    document = read_document(text.encode(), name="a.txt")
    assert stripped(rows_of(document)) == stripped(rows)
    assert [p.text for p in document.prose] == ["示例县社会救助目录", "打印本页"]
    assert not document.findings


def test_the_lower_headings_are_put_under_the_upper_ones_that_they_belong_to() -> None:
    upper = [*UPPER[:-1], "公开方式", "公开层级", "五公开"]
    lower = ["一级 事项", *LOWER[1:], "示例市级", "镇街乡", "村"]
    for push in (False, True):
        text = joined([upper, lower, [*FULL, "√", "", "", "决策"]], push=push)
        (table,) = read_document(text.encode(), name="a.txt").tables
        first = [(cell.text, cell.row_span, cell.column_span) for cell in table.rows[0].cells]
        spans = {text: (rows, columns) for text, rows, columns in first if text}
        assert spans["公开事项"] == spans["公开对象"] == spans["公开方式"] == (1, 2)
        assert spans["公开层级"] == (1, 3)
        assert spans["序号"] == spans["五公开"] == (2, 1)
        assert {len(row.cells) for row in table.rows} == {16}


def test_each_table_of_a_page_has_its_title_before_it_and_its_own_rows() -> None:
    titles = ["(一)社会救助领域基层政务公开标准目录", "(二)养老服务领域基层政务公开标准目录"]
    page = "首页 | 公开 |\n" + "\n".join(
        f"{title} |\n{joined([UPPER, LOWER, FULL])}" for title in titles
    )
    document = read_document(page.encode(), name="a.txt")
    shown = [b.text if not hasattr(b, "rows") else len(b.rows) for b in document.blocks]
    assert shown == ["首页 | 公开", titles[0], 3, titles[1], 3]


def test_a_cell_keeps_its_line_breaks_and_a_blank_is_no_row() -> None:
    text = joined([UPPER, LOWER, FULL]).replace("低保", "低\n保\n").replace("■网站", "■网站\n□公报")
    document = read_document(text.encode(), name="a.txt")
    (row,) = document.tables[0].rows[2:]
    assert row.texts == ("1", "救助", "低\n保", *FULL[3:7], "■网站\n□公报", "√", "", "√", "")


def test_rows_without_an_ordinal_are_parted_by_pushed_pipes_or_by_the_width() -> None:
    rest = [["标准二"], ["标准三", "《办法》"]]
    for rows in ([FULL, *rest, ["2", *FULL[1:]]], [FULL, ["", *FULL[1:]], ["2", *FULL[1:]]]):
        text = by_line([UPPER, LOWER, *rows], push=True)
        document = read_document(text.encode(), name="a.txt")
        assert stripped(rows_of(document)[2:]) == stripped(rows)
        assert not document.findings


def test_rows_that_line_breaks_alone_part_say_so() -> None:
    rest = [["标准二"], ["标准三", "《办法》", "20日"]]
    text = joined([UPPER, LOWER, FULL, *rest, ["2", *FULL[1:]]])
    document = read_document(text.encode(), name="a.txt")
    assert rows_of(document)[3:5] == rest
    assert [(f.code, f.ref.row) for f in document.findings] == [
        ("row-by-lines", 4),
        ("row-by-lines", 5),
    ]


def test_rows_that_nothing_parts_stay_one_and_say_so() -> None:
    text = by_line([UPPER, LOWER, FULL, ["标准二"], ["2", *FULL[1:]]])
    document = read_document(text.encode(), name="a.txt")
    assert rows_of(document)[2] == [*FULL, "标准二"]
    assert [(f.code, f.ref.row) for f in document.findings] == [("rows-not-parted", 3)]


def test_numbers_among_the_cells_are_no_ordinals() -> None:
    first = [*FULL[:3], "7", *FULL[4:]]
    text = by_line([UPPER, LOWER, first, SHORT, ["3", *FULL[1:]]])
    document = read_document(text.encode(), name="a.txt")
    assert rows_of(document)[2:] == [first, SHORT, ["3", *FULL[1:]]]


def test_rows_without_a_header_are_counted_by_their_ordinals() -> None:
    rows = [FULL, SHORT, ["3", *FULL[1:]]]
    document = read_document(f"前言\n{by_line(rows)}".encode(), name="a.txt")
    assert rows_of(document) == rows
    assert [p.text for p in document.prose] == ["前言"]


def test_pipes_between_cells_alone_close_a_row_at_the_line_end() -> None:
    rows = [UPPER[:7], FULL[:3] + FULL[4:8], ["2", "甲", "乙", "丙", "丁", "戊", "己"]]
    text = "\n".join(" | ".join(row) for row in rows).replace("低保", "低\n保")
    document = read_document(text.encode(), name="a.txt")
    assert rows_of(document) == rows


def test_a_last_cell_without_its_pipe_is_not_lost() -> None:
    text = by_line([UPPER, LOWER, FULL]).removesuffix("|").rstrip() + " 特困"
    table = "(二)养老服务领域目录\n" + by_line([UPPER, LOWER, FULL])
    document = read_document(f"{text}\n{table}".encode(), name="a.txt")
    printed = "".join(t for table in document.tables for row in table.rows for t in row.texts)
    assert "特困" in printed + "".join(p.text for p in document.prose)


@pytest.mark.parametrize("blank", ["\xa0", "\u200b", "\u3000\ufeff"])
def test_what_cannot_be_seen_is_a_blank_cell(blank: str) -> None:
    row = [cell or blank for cell in FULL]
    document = read_document(by_line([UPPER, LOWER, row]).encode(), name="a.txt")
    assert rows_of(document)[2] == FULL


@pytest.mark.parametrize("glyph", ["?", "\uf0a8", "？"])
def test_a_lost_glyph_stays_a_cell(glyph: str) -> None:
    row = [cell or glyph for cell in FULL]
    document = read_document(by_line([UPPER, LOWER, row]).encode(), name="a.txt")
    assert rows_of(document)[2] == row


def test_regular_tables_are_read_line_by_line() -> None:
    text = (
        "| 序号 | 公开事项 | | 公开内容 | 公开依据 |\n|---|---|---|---|---|\n"
        "| | 一级事项 | 二级事项 | | |\n| 2023 | 甲 | 乙 | 丙 | |\n"
    )
    assert read_shown(text, "a.md") == [
        "T1",
        "  1@1: 序号 | 公开事项 |  | 公开内容 | 公开依据",
        "  2@3:  | 一级事项 | 二级事项 |  | ",
        "  3@4: 2023 | 甲 | 乙 | 丙 | ",
    ]


CELL = st.text("甲乙丙丁《》（）√■ ", max_size=6).map(str.strip)


@given(
    st.lists(st.lists(CELL, min_size=WIDTH - 2, max_size=WIDTH - 1), min_size=1, max_size=5),
    st.sampled_from(SHAPES),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_any_table_broken_anywhere_gives_its_cells_again(rows, shape, push, random) -> None:
    filled = [[cell or "空" for cell in row[:3]] + row[3:] for row in rows]
    counted = [[str(n), *row] for n, row in enumerate(filled, 1)]
    broken = [
        [row[0], *("".join(c + "\n" * (random.random() < 0.1) for c in cell) for cell in row[1:])]
        for row in counted
    ]
    text = shape([UPPER, LOWER, *broken], push=push)
    document = read_document(text.encode(), name="a.txt")
    bare = [[cell.replace(" ", "") for cell in row] for row in [UPPER, LOWER, *counted]]
    assert stripped(rows_of(document)) == stripped(bare)


@given(st.text("|\n 1序号公开事项内容依据主体√目录?\xa0\t", max_size=300))
def test_no_text_is_lost_and_none_is_made_up(text: str) -> None:
    document = read_document(f"x\n{joined([UPPER, LOWER, FULL])}\n{text}".encode(), name="a.txt")
    cells = [t for table in document.tables for row in table.rows for t in row.texts]
    printed = "".join([*cells, *(p.text for p in document.prose)])
    kept = sorted(re.sub(r"[\s|]", "", printed))
    assert kept == sorted(re.sub(r"[\s|]", "", f"x{joined([UPPER, LOWER, FULL])}{text}"))


@pytest.mark.parametrize(
    "unit",
    ["|", "|\n", "1 |\n", "序号 |\n公开事项 |\n公开内容 |\n公开依据 |\n", "注：\n|", "目录 |\n"],
)
def test_time_grows_with_the_size_alone(unit: str) -> None:
    text = by_line([UPPER, LOWER, FULL]) + "\n" + unit * (60_000 // len(unit))
    start = time.process_time()
    with contextlib.suppress(InputError):  # past a limit
        read_document(text.encode(), name="a.txt")
    assert time.process_time() - start < 5


@pytest.mark.parametrize("heading", ["全社", "广大群众"])
def test_a_lower_heading_cut_short_or_unknown_stands_with_its_options_not_with_the_matters(
    heading: str,
) -> None:
    lower = [*LOWER[:2], heading, *LOWER[3:]]
    text = "\n".join(" | ".join(row) + " |" for row in (UPPER, lower, FULL, SHORT))
    table = read_document(text.encode(), name="a.txt").tables[0]
    assert [cell.column_span for cell in table.rows[0].cells if cell.text][1:2] == [2]
    assert table.rows[1].cells[8].text == heading


def test_headings_that_lost_their_first_character_are_a_header() -> None:
    upper = [cell.removeprefix("公") for cell in UPPER]
    text = "\n".join(" | ".join(row) + " |" for row in (upper, LOWER, FULL, SHORT))
    (table,) = read_document(text.encode(), name="a.txt").tables
    assert table.rows[0].texts[:2] == ("序号", "开事项")
    assert len(table.rows) == 4


def test_ordinals_that_no_heading_stands_above_lead_the_columns() -> None:
    rows = [[*FULL[:8], "√", "√"], [*SHORT[:7], "√", "√"]]
    text = "\n".join(" | ".join(row) + " |" + "|" * (WIDTH - len(row)) for row in rows)
    head = "\n".join(" | ".join(row) + " |" for row in (UPPER[1:], LOWER))
    (table,) = read_document(f"{head}\n{text}".encode(), name="a.txt").tables
    assert table.rows[0].texts[:2] == ("", "公开事项")
    assert table.rows[1].texts[:3] == ("", *LOWER[:2])


def test_headings_broken_over_lines_are_no_cells_of_their_own() -> None:
    upper = [cell.replace("公开主体", "公开\n主体") for cell in UPPER]
    upper[-2:] = ["公开对象\n(用“√”标注)", "公开方式\n(用“√”标注)"]
    text = "\n".join(" | ".join(row) + " |" for row in (upper, LOWER, FULL, FULL))
    (table,) = read_document(text.encode(), name="a.txt").tables
    words = [cell.text for cell in table.rows[0].cells if cell.text]
    assert [word.replace("\n", "") for word in words][5] == "公开主体"
    assert len(words) == len(UPPER)


def test_a_misprinted_upper_row_of_a_header_stays_in_its_table() -> None:
    upper = ["公幵事项", "", "责任单位", "公开依据", "公开内容", "公开时限", "公开对象", ""]
    lower = ["一级事项", "二级事项", "", "", "", "", "全社会", "特定群体"]
    item = ["救助", "低保", "民政局", "《办法》", "标准", "20日", "√", ""]
    text = "\n".join(f"| {' | '.join(row)} |" for row in (upper, lower, item, item))
    document = read_document(text.encode(), name="a.txt")
    assert [row.texts for row in document.tables[0].rows[:2]] == [tuple(upper), tuple(lower)]
    assert not document.findings
