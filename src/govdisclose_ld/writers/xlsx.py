"""Excel workbooks (.xlsx): one sheet a table, every cell text, the same bytes every time.

Importing this module needs openpyxl.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from govdisclose_ld.errors import OutputError
from govdisclose_ld.model import Cell, Paragraph, Row, Table
from govdisclose_ld.writers.columns import template
from govdisclose_ld.writers.sheets import dress
from govdisclose_ld.writers.template import Printed

_FORMULA = ("=", "+", "-", "@", "\t")
_LONGEST = 32_767
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_EPOCH = datetime(1980, 1, 1)
_CORE = "docProps/core.xml"


def write_xlsx(printed: Printed) -> bytes:
    """The workbook; the lines above a table are merged rows at the top of its sheet.

    No cell holds a formula, whatever its text begins with. Raises OutputError if a text is longer
    than the 32,767 characters that a cell of Excel holds.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    lead: list[Paragraph] = []
    for block in printed.document.blocks:
        if isinstance(block, Paragraph):
            lead.append(block)
            continue
        sheet = book.create_sheet(_name(block, book.sheetnames))
        _fill(sheet, _lines(lead, len(printed.slots)), above=0)
        _fill(sheet, block.rows, above=len(lead))
        dress(sheet, block, printed, above=len(lead))
        lead = []
    stream = BytesIO()
    book.save(stream)
    return timeless(stream.getvalue())


def _name(table: Table, taken: Iterable[str]) -> str:
    """At most 31 characters, none that Excel forbids, and not a name that is taken."""
    name = _NO_SHEET_NAME.sub(" ", table.name)[:26].strip() or str(template()["sheet"])
    known = {other.casefold() for other in taken}
    return f"{name} {table.number}" if name.casefold() in known else name


def _lines(lead: Sequence[Paragraph], width: int) -> Iterator[Row]:
    for number, paragraph in enumerate(lead, 1):
        covered = (Cell("", anchor=(number, 1)),) * (width - 1)
        yield Row(number, (Cell(paragraph.text, 1, width), *covered))


def _fill(sheet: Worksheet, rows: Iterable[Row], *, above: int) -> None:
    for row in rows:
        top = row.number + above
        for column, printed in enumerate(row.cells, 1):
            cell = sheet.cell(top, column)
            if isinstance(cell, SheetCell) and printed.anchor is None:
                set_text(cell, printed.text)
            if printed.row_span > 1 or printed.column_span > 1:
                bottom, right = top + printed.row_span - 1, column + printed.column_span - 1
                sheet.merge_cells(None, top, column, bottom, right)


def set_text(cell: SheetCell, text: str) -> None:
    """The text as a string, quoted as Excel quotes what looks like a formula."""
    if len(text) > _LONGEST:
        raise OutputError(
            f"这一格有 {len(text)} 个字符，Excel 的单元格最多 {_LONGEST} 个",
            f"the cell has {len(text)} characters, a cell of Excel at most {_LONGEST}",
            where=f"{cell.parent.title}!{cell.coordinate}",
            remedy=("请改用 csv、html 或 md", "write csv, html or md instead"),
        )
    cell.number_format = "@"
    if text:
        # XML 1.0 holds no control characters, and so no workbook does.
        cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_FORMULA)


def timeless(workbook: bytes) -> bytes:
    """The workbook without the hour of its making, which openpyxl puts into it."""
    properties = DocumentProperties(creator="govdisclose-ld", created=_EPOCH, modified=_EPOCH)
    stream = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(workbook)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            data = tostring(properties.to_tree()) if name == _CORE else source.read(name)
            member = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, data)
    return stream.getvalue()
