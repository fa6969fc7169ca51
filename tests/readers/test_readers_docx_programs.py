"""Word files as python-docx and LibreOffice write them, with all that a form may hold."""

from __future__ import annotations

import shutil
from io import BytesIO

import pytest
from docx import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph
from readers_shown import read_shown

from govdisclose_ld.readers.libreoffice import convert_file, find_program

_SPACES = " ".join(
    f'xmlns:{short}="http://schemas.{name}"'
    for short, name in {
        "w": "openxmlformats.org/wordprocessingml/2006/main",
        "w14": "microsoft.com/office/word/2010/wordml",
        "wps": "microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "openxmlformats.org/drawingml/2006/main",
        "mc": "openxmlformats.org/markup-compatibility/2006",
    }.items()
)
HEADER = ["序号", "事项", "渠道", "全社会", "依申请"]
SHOWN = [
    "P@0: 一、救灾领域",
    "T1",
    "  1@0: 序号 | 事项 | 渠道 | 全社会 | 依申请",
    "  2@0: 1 | 灾情{2x1} | ☑政府网站 ☐政府公报 | ☑ | ☐",
    "  3@0: 2 | ^2,2 | ☑政府网站 ☐政府公报 | ☑ | ◻",
    "  4@0: 3 | 新增事项{1x2} | ^4,2 | 内00 内01⏎内10 内11 | ☑",
    "P@0: 前",
    "P@0: 文本框",
    "P@0: 二、养老服务",
    "T2",
    "  1@0: 序号 | 事项 | 主体",
    "  2@0: 1 | 补贴 | 民政局",
    "F info nested-table 1,4,0@0",
]


def put(place: Cell | Paragraph, *pieces: str) -> None:
    """Add pieces of WordprocessingML to a paragraph."""
    paragraph = place if isinstance(place, Paragraph) else place.paragraphs[0]
    for element in parse_xml(f"<w:x {_SPACES}>{''.join(pieces)}</w:x>"):
        paragraph._p.append(element)


def text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def control(*, checked: bool) -> str:
    state = f'<w14:checkbox><w14:checked w14:val="{checked:d}"/></w14:checkbox>'
    content = text("☒" if checked else "☐")
    return f"<w:sdt><w:sdtPr>{state}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def form_field(*, checked: bool) -> str:
    box = f'<w:checkBox><w:sizeAuto/><w:default w:val="{checked:d}"/></w:checkBox>'
    data = f'<w:ffData><w:name w:val="c"/><w:enabled/>{box}</w:ffData>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
    return f'{begin}{code}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def symbol(code: str, font: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def changed(new: str, old: str) -> str:
    deleted = f"<w:r><w:delText>{old}</w:delText></w:r>"
    return (
        f'<w:ins w:id="1" w:author="a">{text(new)}</w:ins>'
        f'<w:del w:id="2" w:author="a">{deleted}</w:del>'
    )


def text_box(words: str) -> str:
    content = f"<wps:txbx><w:txbxContent><w:p>{text(words)}</w:p></w:txbxContent></wps:txbx>"
    shape = f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>{content}<wps:bodyPr/></wps:wsp>'
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    graphic = f'<a:graphic><a:graphicData uri="{uri}">{shape}</a:graphicData></a:graphic>'
    extent = '<wp:extent cx="900000" cy="300000"/><wp:docPr id="9" name="b"/>'
    drawing = f"<w:drawing><wp:inline>{extent}{graphic}</wp:inline></w:drawing>"
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback/>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def form() -> bytes:
    document = WordDocument()
    document.add_heading("一、救灾领域", 2)
    table = document.add_table(rows=4, cols=5, style="Table Grid")
    for cell, words in zip(table.rows[0].cells, HEADER, strict=True):
        cell.text = words
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for number, row in enumerate(table.rows[1:], start=1):
        row.cells[0].text = str(number)
    table.cell(1, 1).merge(table.cell(2, 1)).text = "灾情"
    for row, box in ((1, control), (2, form_field)):
        boxes = box(checked=True), text("政府网站 "), box(checked=False), text("政府公报")
        put(table.cell(row, 2), *boxes)
    put(table.cell(1, 3), control(checked=True))
    put(table.cell(1, 4), control(checked=False))
    put(table.cell(2, 3), symbol("F0FE", "Wingdings"))
    put(table.cell(2, 4), symbol("F0A8", "Wingdings"))
    put(table.cell(3, 1).merge(table.cell(3, 2)), changed("新增", "删去"), text("事项"))
    put(table.cell(3, 4), symbol("F052", "Wingdings 2"))
    inner = table.cell(3, 3).add_table(rows=2, cols=2)
    for place in range(4):
        inner.cell(place // 2, place % 2).text = f"内{place // 2}{place % 2}"
    put(document.add_paragraph("前"), text_box("文本框"))
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_heading("二、养老服务", 2)
    table = document.add_table(rows=0, cols=3, style="Table Grid")
    for texts in (["序号", "事项", "主体"], ["1", "补贴", "民政局"]):
        for cell, words in zip(table.add_row().cells, texts, strict=True):
            cell.text = words
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_form_made_by_python_docx_is_read_whole() -> None:
    assert read_shown(form(), "a.docx") == SHOWN


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_same_form_written_by_libreoffice_is_read_the_same() -> None:
    program = find_program() or ""
    saved = convert_file(program, form(), ".docx", "docx", seconds=90, most=10**8)
    assert saved != form()
    assert read_shown(saved, "a.docx") == SHOWN
