"""Excel files for the tests, where openpyxl cannot write what is needed."""

from __future__ import annotations

from readers_word import package

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(
    sheet: str, *, head: str = "", vml: str = "", extra: dict[str, str] | None = None
) -> bytes:
    """A workbook with one sheet whose XML is given, and perhaps the drawing of its controls."""
    related = f'<Relationship Id="v" Type="{_OFFICE}/vmlDrawing" Target="../drawings/d.vml"/>'
    files = {
        "_rels/.rels": _relations(
            f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="/xl/workbook.xml"/>'
        ),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{head}'
        '<sheets><sheet name="表" r:id="s"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            f'<Relationship Id="s" Type="{_OFFICE}/worksheet" Target="worksheets/s.xml"/>'
        ),
        "xl/worksheets/s.xml": f'<worksheet xmlns="{_MAIN}">{sheet}</worksheet>',
        **(
            {"xl/worksheets/_rels/s.xml.rels": _relations(related), "xl/drawings/d.vml": vml}
            if vml
            else {}
        ),
        **(extra or {}),
    }
    return package(files)


def inline(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{_RELATIONS}">{content}</Relationships>'
