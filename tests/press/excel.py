"""Workbooks: a sheet for each table, its paragraphs as merged rows above; rich text for symbols."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

from press.sheets import Box, Grid, Sheet, Spot
from press.styles import Style

_SONG = InlineFont(rFont="宋体")


def print_xlsx(sheet: Sheet, style: Style) -> bytes:
    """A workbook; what stands after the last table stands below it."""
    book = Workbook()
    del book[book.sheetnames[0]]
    for number, (above, grid, below) in enumerate(_pages(sheet), 1):
        page = book.create_sheet(f"表{number}")
        _add_prose(page, above, grid.width, 1)
        _add_grid(page, grid, style, len(above))
        _add_prose(page, below, grid.width, len(above) + len(grid.rows) + 1)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _pages(sheet: Sheet) -> list[tuple[list[str], Grid, list[str]]]:
    pages: list[tuple[list[str], Grid, list[str]]] = []
    above: list[str] = []
    for block in sheet.blocks:
        if isinstance(block, Grid):
            pages.append((above, block, []))
            above = []
        else:
            above.append(block)
    pages[-1][2].extend(above)
    return pages


def _add_prose(page: Worksheet, lines: list[str], width: int, first: int) -> None:
    for row, line in enumerate(lines, first):
        page.cell(row, 1, line)
        if width > 1:
            page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)


def _add_grid(page: Worksheet, grid: Grid, style: Style, above: int) -> None:
    for (row, column), spot in grid.spots():
        top, left = row + above + 1, column + 1
        if spot.parts:
            _write(page, top, left, spot, style)
        if spot.down > 1 or spot.across > 1:
            bottom, right = top + spot.down - 1, left + spot.across - 1
            page.merge_cells(start_row=top, end_row=bottom, start_column=left, end_column=right)


def _write(page: Worksheet, row: int, column: int, spot: Spot, style: Style) -> None:
    cell = page.cell(row, column)
    if style.font and spot.has_boxes:
        fonts = InlineFont(rFont=style.font)
        blocks = (
            TextBlock(fonts, style.glyph(part)) if isinstance(part, Box) else TextBlock(_SONG, part)
            for part in spot.parts
        )
        cell.value = CellRichText(*blocks)
    else:
        cell.value = style.text(spot)
        cell.data_type = "s"
