"""Word files: merged cells, content controls, form fields, symbols."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

from press.sheets import Box, Grid, Place, Sheet, Spot
from press.styles import Style

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="d" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def print_docx(sheet: Sheet, style: Style) -> bytes:
    """A .docx file of paragraphs and tables."""
    body = "".join(
        _table(block, style) + "<w:p/>" if isinstance(block, Grid) else _paragraph(_run(block))
        for block in sheet.blocks
    )
    document = f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELATIONS),
            ("word/document.xml", document),
        ):
            archive.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def _table(grid: Grid, style: Style) -> str:
    covered = {
        (row + step, column): spot
        for (row, column), spot in grid.spots()
        for step in range(1, spot.down)
    }
    rows = "".join(_row(grid, number, covered, style) for number in range(len(grid.rows)))
    columns = '<w:gridCol w:w="900"/>' * grid.width
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _row(grid: Grid, number: int, covered: dict[Place, Spot], style: Style) -> str:
    cells = []
    for column, spot in enumerate(grid.rows[number]):
        above = covered.get((number, column))
        if spot:
            content = _paragraph("".join(_part(part, style) for part in spot.parts))
            cells.append(_cell(content, spot.across, "restart" if spot.down > 1 else ""))
        elif above:
            cells.append(_cell("<w:p/>", above.across, "continue"))
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _cell(content: str, span: int, merge: str) -> str:
    across = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{across}{down}</w:tcPr>{content}</w:tc>"


def _part(part: str | Box, style: Style) -> str:
    if isinstance(part, str):
        return _run(part)
    state = f'w14:val="{int(part.ticked)}"'
    if style.control == "box":
        shown = _run("☒" if part.ticked else "☐")
        box = f"<w:sdtPr><w14:checkbox><w14:checked {state}/></w14:checkbox></w:sdtPr>"
        return f"<w:sdt>{box}<w:sdtContent>{shown}</w:sdtContent></w:sdt>"
    if style.control == "field":
        box = f'<w:checkBox><w:sizeAuto/><w:default w:val="{int(part.ticked)}"/></w:checkBox>'
        begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{box}</w:ffData></w:fldChar>'
        code = '<w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText>'
        end = '<w:fldChar w:fldCharType="end"/>'
        return "".join(f"<w:r>{content}</w:r>" for content in (begin, code, end))
    if style.font:
        code = f"F0{ord(style.glyph(part)):02X}"
        return f'<w:r><w:sym w:font="{style.font}" w:char="{code}"/></w:r>'
    return _run(style.glyph(part))


def _run(text: str) -> str:
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{'<w:br/>'.join(lines)}</w:r>"


def _paragraph(runs: str) -> str:
    return f"<w:p>{runs}</w:p>"
