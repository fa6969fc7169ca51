"""Excel 97–2003 workbooks (.xls, and .et of WPS), by xlrd."""

from __future__ import annotations

import io
import struct
from typing import Any

import xlrd
from xlrd.biffh import XLRDError
from xlrd.compdoc import CompDocError

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Document
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.limits import Limits, refuse
from govdisclose_ld.readers.spreadsheet.display import display, general
from govdisclose_ld.readers.spreadsheet.sheet import Merge, Sheet, add_sheet
from govdisclose_ld.readers.symbols import translate

_MEDIA_TYPE = "application/vnd.ms-excel"
_DAMAGED = (
    XLRDError,
    CompDocError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
"""What xlrd raises on a damaged file: it trusts the bytes that it reads."""


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The document that a workbook displays: one table for each sheet with text."""
    draft = Draft(name, limits)
    try:
        _add_sheets(draft, data)
    except InputError:
        raise
    except _DAMAGED as error:
        raise _unreadable(name, error) from error
    return draft.finish(data, media_type=_MEDIA_TYPE)


def _add_sheets(draft: Draft, data: bytes) -> None:
    """Add the sheets one at a time, so that no more than one is in memory as xlrd holds it."""
    with xlrd.open_workbook(
        file_contents=data,
        logfile=io.StringIO(),
        formatting_info=True,
        ragged_rows=True,
        on_demand=True,
    ) as book:
        for index in range(book.nsheets):
            source = book.sheet_by_index(index)
            if sum(map(source.row_len, range(source.nrows))) > (most := draft.limits.cells):
                raise refuse(
                    draft.name,
                    f"工作表“{source.name}”超过 {most} 个单元格",
                    f"sheet '{source.name}' has more than {most} cells",
                    limit="cells",
                )
            add_sheet(draft, _sheet(book, source))
            book.unload_sheet(index)


def _unreadable(name: str, error: Exception) -> InputError:
    locked = "encrypted" in str(error).lower()
    return InputError(
        "文件有密码保护" if locked else "Excel 文件已损坏，无法读取",
        f"the Excel file cannot be read: {error or type(error).__name__}",
        where=name,
        remedy=(
            "请用 Excel 或 WPS 打开，另存为不加密的 .xlsx",
            "open it in Excel or WPS and save it as .xlsx without a password",
        ),
    )


def _sheet(book: xlrd.Book, source: xlrd.sheet.Sheet) -> Sheet:
    sheet = Sheet(source.name, hidden=source.visibility != 0)
    for row in range(source.nrows):
        for column in range(source.row_len(row)):
            place = (row + 1, column + 1)
            text = _text(book, source, row, column)
            if text is None:
                sheet.unformatted.add(place)
                text = general(float(source.cell_value(row, column)))
            if text:
                sheet.texts[place] = text
    for top, bottom, left, right in source.merged_cells:
        sheet.merges.append(Merge((top + 1, left + 1), (bottom, right)))
    sheet.hidden_rows.update(row + 1 for row, info in source.rowinfo_map.items() if info.hidden)
    sheet.hidden_columns.update(
        column + 1 for column, info in source.colinfo_map.items() if info.hidden
    )
    return sheet


def _text(book: xlrd.Book, source: xlrd.sheet.Sheet, row: int, column: int) -> str | None:
    """What a cell displays, or None for a number in a format that is not known."""
    kind = source.cell_type(row, column)
    value: Any = source.cell_value(row, column)
    style = book.xf_list[source.cell_xf_index(row, column)]
    font = book.font_list[style.font_index].name
    if kind == xlrd.XL_CELL_TEXT:
        runs = source.rich_text_runlist_map.get((row, column), [])
        return _rich(book, value, font, runs).replace("\r\n", "\n")
    if kind in {xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE}:
        code = book.format_map[style.format_key].format_str
        shown = display(value, code, since_1904=book.datemode == 1)
        return None if shown is None else translate(font, shown)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if value else "FALSE"
    if kind == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(value, "#N/A"))
    return ""


def _rich(book: xlrd.Book, text: str, font: str, runs: list[tuple[int, int]]) -> str:
    """A text whose fonts change at the given offsets."""
    starts = [(0, font), *((offset, book.font_list[index].name) for offset, index in runs)]
    ends = [*(offset for offset, _ in starts[1:]), len(text)]
    return "".join(
        translate(name, text[start:end]) for (start, name), end in zip(starts, ends, strict=True)
    )
