"""Word: running heads and feet are read once, a title among them above its table."""

from __future__ import annotations

from io import BytesIO

from docx import Document as WordDocument
from readers_shown import read_shown

HEAD, FOOT = "示例县救灾领域基层政务公开标准目录", "发布单位：示例县应急管理局"
TABLE = ["T1", "  1@0: 序号 | 事项", "  2@0: 1 | 灾情"]


def word(*, title: str = "", sections: int = 1) -> bytes:
    document = WordDocument()
    if title:
        document.add_paragraph(title)
    table = document.add_table(rows=0, cols=2)
    for texts in (["序号", "事项"], ["1", "灾情"]):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    for _ in range(1, sections):
        document.add_section()
    for section in document.sections:
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        section.header.paragraphs[0].text = HEAD
        section.footer.paragraphs[0].text = FOOT
        section.footer.add_paragraph("— 第 1 页 共 2 页 —")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_title_in_the_running_head_stands_above_the_table() -> None:
    assert read_shown(word(sections=2), "a.docx") == [f"P@0: {HEAD}", *TABLE, f"P@0: {FOOT}"]


def test_a_document_with_a_title_of_its_own_keeps_it_first() -> None:
    assert read_shown(word(title="目录"), "a.docx") == [
        "P@0: 目录",
        *TABLE,
        f"P@0: {HEAD}",
        f"P@0: {FOOT}",
    ]
