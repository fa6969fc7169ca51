"""PDF as LibreOffice and Chromium print tables of merged cells over pages: no cell is lost."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Alignment, Border, Side

from govdisclose_ld.model import Document
from govdisclose_ld.readers import read_document
from govdisclose_ld.readers.libreoffice import convert_file

SOFFICE, CHROMIUM = shutil.which("soffice") or "", shutil.which("chromium") or ""
HEAD = ["序号", "一级事项", "二级事项", "公开内容", "公开时限", "公开主体", "公开渠道", "备注"]
GROUPS = {"综合业务": 3, "入户调查": 5, "临时救助": 4, "胶州试点": 6}
ROWS = [
    [
        str(number),
        group,
        f"事项{number}",
        "办理事项、办理条件、申请材料" * (1 + number % 3),
        f"{number}个工作日内",
        "示例县民政局",
        "入户／现场—〈公示〉",
        "仅公开统计数据",
    ]
    for number, group in enumerate((g for g, count in GROUPS.items() for _ in range(count)), 1)
]


def workbook() -> bytes:
    """A sheet three pages wide and several long, each page with the header."""
    book, thin = openpyxl.Workbook(), Side(style="thin")
    sheet = book.active
    for texts in [HEAD, *ROWS]:
        sheet.append(texts)
    for row in sheet.iter_rows():
        for cell in row:
            cell.border = Border(thin, thin, thin, thin)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
    start = 2
    for count in GROUPS.values():
        for row in range(start + 1, start + count):
            sheet.cell(row, 2).value = None
        sheet.merge_cells(start_row=start, end_row=start + count - 1, start_column=2, end_column=2)
        start += count
    for number in range(1, len(ROWS) + 2):
        sheet.row_dimensions[number].height = 60 + 7 * (number % 4)
    for letter in "ABCDEFGH":
        sheet.column_dimensions[letter].width = 24
    sheet.print_title_rows = "1:1"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def page() -> bytes:
    style = "table{border-collapse:collapse}td{border:1px solid;padding:17px 5px;font-size:13px}"
    rows, start = "", 0
    for group, count in GROUPS.items():
        for number, texts in enumerate(ROWS[start : start + count]):
            span = f"<td rowspan={count}>{group}" if number == 0 else ""
            rest = "".join(f"<td>{text}" for text in texts[2:])
            rows += f"<tr><td>{texts[0]}{span}{rest}"
        start += count
    head = "".join(f"<td>{text}" for text in HEAD)
    table = f"<table><thead><tr>{head}</thead><tbody>{rows}</table>"
    start_tag = "<!doctype html><html lang=zh-CN><meta charset=utf-8>"
    return f"{start_tag}<style>{style}</style>{table}".encode()


def printed(document: Document) -> list[list[str]]:
    """The rows of all tables, each with the text of the merged cells that cover it."""
    return [
        [
            _bare(table.rows[a[0] - 1].texts[a[1] - 1] if (a := cell.anchor) else cell.text)
            for cell in row.cells
        ]
        for table in document.tables
        for row in table.rows[1:]
    ]


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
def test_a_sheet_that_is_cut_over_pages_both_ways_is_read_whole() -> None:
    data = convert_file(SOFFICE, workbook(), ".xlsx", "pdf", seconds=90, most=10**8)
    read = read_document(data, name="a.pdf")
    assert printed(read) == ROWS
    assert len(read.tables) > 1
    assert {finding.code for finding in read.findings} <= {"columns-joined", "cell-joined"}


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
def test_rows_and_merged_cells_that_a_browser_cuts_are_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page())
    switches = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    profile, target = f"--user-data-dir={tmp_path / 'p'}", f"--print-to-pdf={tmp_path / 'a.pdf'}"
    command = [CHROMIUM, *switches, profile, target, str(tmp_path / "a.html")]
    subprocess.run(command, capture_output=True, check=True, timeout=90)
    read = read_document(tmp_path / "a.pdf")
    assert printed(read) == ROWS
    assert len(read.tables) > 1
    assert {finding.code for finding in read.findings} <= {"row-joined", "cell-joined"}
