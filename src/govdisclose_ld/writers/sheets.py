"""How a sheet looks: borders, header, column widths, and how it comes out of a printer."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from govdisclose_ld.model import Table
from govdisclose_ld.writers.template import Printed

_LINE = Side(style="thin", color="FF555555")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_GREY = PatternFill("solid", fgColor="FFEEEEEE")
_CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
_PLAIN = Alignment(horizontal="left", vertical="top", wrap_text=True)
_NORMAL, _BOLD, _TITLE = Font(), Font(bold=True), Font(bold=True, size=16)


def dress(sheet: Worksheet, table: Table, printed: Printed, *, above: int) -> None:
    """Style a filled sheet; ``above`` counts the rows above its table."""
    heads = [row.number for row in table.rows if (table.number, row.number) in printed.headers]
    for row in table.rows:
        for column, slot in enumerate(printed.slots, 1):
            cell = sheet.cell(row.number + above, column)
            cell.border = _BORDER
            cell.alignment = _CENTRED if row.number in heads or slot.term else _PLAIN
            if row.number in heads:
                cell.font = _BOLD
                cell.fill = _GREY
    for number in range(1, above + 1):
        cell = sheet.cell(number, 1)
        cell.alignment = _CENTRED if cell.value == printed.title else _PLAIN
        cell.font = _TITLE if cell.value == printed.title else _NORMAL
    for column, slot in enumerate(printed.slots, 1):
        sheet.column_dimensions[get_column_letter(column)].width = slot.width
    _set_up_page(sheet, above, depth=2 if heads[1:2] == [2] else 1)


def _set_up_page(sheet: Worksheet, above: int, *, depth: int) -> None:
    """The first header stays in sight and heads every page; all columns fit one page's width."""
    sheet.freeze_panes = f"A{above + depth + 1}"
    sheet.print_title_rows = f"{above + 1}:{above + depth}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
