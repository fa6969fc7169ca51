"""The same table in every format gives the same cells."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from readers_pdf import Page, portable
from readers_word import cell, document, row, table

from govdisclose_ld.model import Table
from govdisclose_ld.readers import read_document

ROWS = [
    ["序号", "公开事项", "", "公开对象", ""],
    ["", "一级事项", "二级事项", "全社会", "特定群体"],
    ["1", "机构信息", "基本信息", "√", ""],
    ["2", "", "法定职责（“三定”）", "", "√"],
    ["3", "政策文件", "", "■", "□"],
]
MERGED = {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (1, 2), (2, 1): (2, 1)}


def printed() -> list[list[tuple[str, int, int] | None]]:
    """The rows with spans; None where a merged cell covers the place."""
    covered = {
        (row + down, column + across)
        for (row, column), (height, width) in MERGED.items()
        for down in range(height)
        for across in range(width)
        if (down, across) != (0, 0)
    }
    return [
        [
            None if (row, column) in covered else (text, *MERGED.get((row, column), (1, 1)))
            for column, text in enumerate(texts)
        ]
        for row, texts in enumerate(ROWS)
    ]


def as_text() -> bytes:
    return "\n".join("\t".join(row) for row in ROWS).encode()


def as_csv() -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows(ROWS)
    return stream.getvalue().encode()


def as_markdown() -> bytes:
    lines = [f"| {' | '.join(row)} |" for row in ROWS]
    return "\n".join([lines[0], "|---" * 5 + "|", *lines[1:]]).encode()


def as_html() -> bytes:
    rows = [
        "".join(f"<td rowspan={c[1]} colspan={c[2]}>{c[0]}</td>" for c in row if c)
        for row in printed()
    ]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>".encode()


def as_word() -> bytes:
    rows = []
    for number, cells in enumerate(printed()):
        made = []
        for column, content in enumerate(cells):
            if content is not None:
                made.append(cell(content[0], span=content[2], merge="restart" * (content[1] > 1)))
            elif number and MERGED.get((number - 1, column), (1, 1))[0] > 1:
                made.append(cell(merge="continue"))
        rows.append(row(*made))
    return document(table(*rows))


def as_excel() -> bytes:
    book = openpyxl.Workbook()
    for texts in ROWS:
        book.active.append(texts)
    for (top, left), (height, width) in MERGED.items():
        book.active.merge_cells(None, top + 1, left + 1, top + height, left + width)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_pdf() -> bytes:
    page = Page()
    for number, cells in enumerate(printed()):
        for column, content in enumerate(cells):
            if content is not None:
                left, top = 50 + 130 * column, 50 + 30 * number
                page.cell((left, top, left + 130 * content[2], top + 30 * content[1]), content[0])
    return portable(page)


FORMATS = {
    "a.txt": as_text, "a.csv": as_csv, "a.md": as_markdown, "a.html": as_html,
    "a.docx": as_word, "a.xlsx": as_excel, "a.pdf": as_pdf,
}  # fmt: skip


def the_table(name: str) -> Table:
    document = read_document(FORMATS[name](), name=name)
    assert document.findings == ()
    (only,) = document.blocks
    assert isinstance(only, Table)
    return only


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_texts(name: str) -> None:
    assert [list(row.texts) for row in the_table(name).rows] == ROWS


@pytest.mark.parametrize("name", ["a.html", "a.docx", "a.xlsx", "a.pdf"])
def test_every_format_with_merged_cells_gives_the_same_spans(name: str) -> None:
    rows = [
        [None if c.anchor else (c.text, c.row_span, c.column_span) for c in row.cells]
        for row in the_table(name).rows
    ]
    assert rows == printed()
