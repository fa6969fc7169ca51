"""PDF files as programs write them: what is read is what the document they print holds."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement

from govdisclose_ld.model import Document
from govdisclose_ld.readers import read_document

HEADER = [
    "序号",
    "一级事项",
    "公开内容（要素）",
    "公开依据",
    "公开时限",
    "公开渠道",
    "全社会",
    "特定群体",
]
CONTENT = (
    "受灾人口、房屋倒损、农作物受灾面积、直接经济损失情况以及救灾工作动态；救灾款物的调拨和发放情况"
)
ROWS = [
    [
        str(number),
        f"灾情报告{number}",
        CONTENT + "，其他应当公开的内容" * (number % 4),
        "《中华人民共和国政府信息公开条例》（国务院令第711号）",
        "自信息形成或变更之日起20个工作日内",
        "☑政府网站☐政府公报☐两微一端☑公开查阅点",
        "√" if number % 2 else "",
        "" if number % 2 else "√",
    ]
    for number in range(1, 16)
]


def page(*, boxes: bool) -> str:
    style = "table{border-collapse:collapse}td,th{border:1px solid;padding:4px;font-size:12px}"
    head = "".join(f"<th>{text}" for text in HEADER)
    body = "".join(f"<tr>{''.join(f'<td>{text}' for text in row)}" for row in ROWS)
    if boxes:
        body = body.replace("☑", "<input type=checkbox checked>")
        body = body.replace("☐", "<input type=checkbox>")
    table = f"<table><thead><tr>{head}</thead><tbody>{body}</table>"
    return f"<!doctype html><meta charset=utf-8><style>{style}</style><h1>某县目录</h1>{table}"


def word(*, landscape: bool) -> bytes:
    document = WordDocument()
    if landscape:
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    document.add_heading("某县目录", 1)
    table = document.add_table(rows=0, cols=len(HEADER), style="Table Grid")
    for texts in [HEADER, *ROWS]:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def printed(document: Document) -> list[list[str]]:
    """The rows of all tables without blanks, the header of the first table alone."""
    rows = [[_bare(text) for text in row.texts] for table in document.tables for row in table.rows]
    return [row for number, row in enumerate(rows) if number == 0 or row != rows[0]]


def _bare(text: str) -> str:
    return "".join(text.split())


def _run(*command: str | Path) -> None:
    subprocess.run([*map(str, command)], capture_output=True, check=True, timeout=90)


def _as_chromium_prints(data: bytes, folder: Path) -> bytes:
    (folder / "a.html").write_bytes(data)
    switches = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    profile, target = f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'a.pdf'}"
    _run("chromium", *switches, profile, target, folder / "a.html")
    return (folder / "a.pdf").read_bytes()


def _as_libreoffice_prints(data: bytes, folder: Path) -> bytes:
    (folder / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    switches = ["--headless", "--convert-to", "pdf", "--outdir"]
    _run("soffice", profile, *switches, folder, folder / "a.docx")
    return (folder / "a.pdf").read_bytes()


def _needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def _has_chinese_letters() -> bool:
    listing = shutil.which("fc-list")
    return listing is not None and bool(
        subprocess.run([listing, ":lang=zh"], capture_output=True, check=False).stdout
    )


pytestmark = pytest.mark.skipif(not _has_chinese_letters(), reason="no font of Chinese letters")


@pytest.mark.parametrize(
    ("print_out", "data", "name"),
    [
        pytest.param(
            _as_chromium_prints, page(boxes=False).encode(), "a.html", marks=_needs("chromium")
        ),
        pytest.param(
            _as_chromium_prints, page(boxes=True).encode(), "a.html", marks=_needs("chromium")
        ),
        pytest.param(
            _as_libreoffice_prints, word(landscape=False), "a.docx", marks=_needs("soffice")
        ),
        pytest.param(
            _as_libreoffice_prints, word(landscape=True), "a.docx", marks=_needs("soffice")
        ),
    ],
    ids=["chromium", "chromium with boxes", "libreoffice", "libreoffice on its side"],
)
def test_what_a_program_prints_is_read_as_the_document_that_it_prints(
    print_out: Callable[[bytes, Path], bytes], data: bytes, name: str, tmp_path: Path
) -> None:
    read = read_document(print_out(data, tmp_path), name="a.pdf")
    assert printed(read_document(data, name=name)) == [HEADER, *ROWS]
    assert printed(read) == [HEADER, *ROWS]
    assert len(read.tables) > 1
    assert {finding.code for finding in read.findings} <= {"row-joined"}
