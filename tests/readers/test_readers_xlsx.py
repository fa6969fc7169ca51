"""Excel: what is displayed, sheet by sheet: merged cells, formats, symbols, what is hidden."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import openpyxl
import pytest
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from readers_excel import inline, workbook
from readers_shown import read_shown, shown
from readers_word import package

from govdisclose_ld.errors import InputError
from govdisclose_ld.readers import read_document


def saved(book: openpyxl.Workbook | xlwt.Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_sheet_is_a_table_with_its_own_row_and_column_numbers() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "扶贫"
    sheet["B2"] = "目录"
    sheet.merge_cells("B2:D2")
    sheet["B3"], sheet["C3"] = "序号", "公开事项"
    sheet.merge_cells("C3:D3")
    sheet["B4"], sheet["C4"], sheet["D4"] = 1, "甲\n乙", "  丙"
    sheet.merge_cells("B4:B5")
    sheet["Z9"] = None
    book.create_sheet("空表")
    book.create_sheet("救灾")["A1"] = "甲"
    document = read_document(saved(book), name="a.xlsx")
    assert document.media_type.endswith("spreadsheetml.sheet")
    assert shown(document) == [
        "T1 扶贫",
        "  1@0:  |  |  | ",
        "  2@0:  | 目录{1x3} | ^2,2 | ^2,2",
        "  3@0:  | 序号 | 公开事项{1x2} | ^3,3",
        "  4@0:  | 1{2x1} | 甲⏎乙 |   丙",
        "  5@0:  | ^4,2 |  | ",
        "T2 救灾",
        "  1@0: 甲",
    ]


def test_numbers_and_dates_are_read_as_displayed() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    formats = [(7, "0000"), (3, "General"), (0.25, "0%"), (1234.5, "#,##0.00"), (1.5, "# ?/?")]
    for column, (value, code) in enumerate(formats, start=1):
        sheet.cell(1, column, value).number_format = code
    sheet.cell(2, 1, dt.date(2020, 12, 14)).number_format = 'yyyy"年"m"月"d"日"'
    sheet.cell(2, 2, value=True)
    sheet.cell(2, 3, "0379-66872673")
    sheet.cell(2, 4, "=1+1")
    assert read_shown(saved(book), "a.xlsx") == [
        "T1 Sheet",
        "  1@0: 0007 | 3 | 25% | 1,234.50 | 1.5",
        "  2@0: 2020年12月14日 | TRUE | 0379-66872673 |  | ",
        "F warning formula-without-value 1,2,4@0 =1+1",
        "F info number-format-unknown 1,1,5@0 1.5",
    ]


def test_symbol_fonts_of_cells_and_of_runs_are_read_as_marks() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    symbol = InlineFont(rFont="Wingdings 2")
    sheet["A1"] = CellRichText(TextBlock(symbol, "R"), "网站", TextBlock(symbol, "£"), "公报")
    sheet["B1"] = "þ"
    sheet["B1"].font = Font(name="Wingdings")
    sheet["C1"] = "R"
    assert read_shown(saved(book), "a.xlsx") == ["T1 Sheet", "  1@0: ☑网站□公报 | ☑ | R"]


def test_what_is_hidden_is_read_and_reported() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["序号", "事项", "内容"])
    sheet.append(["1", "甲", "乙"])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    other = book.create_sheet("底稿")
    other["A1"] = "丙"
    other.sheet_state = "veryHidden"
    assert read_shown(saved(book), "a.xlsx") == [
        "T1 Sheet",
        "  1@0: 序号 | 事项 | 内容",
        "  2@0: 1 | 甲 | 乙",
        "T2 底稿",
        "  1@0: 丙",
        "F info hidden-row 1,2,0@0",
        "F info hidden-column 1,0,3@0",
        "F info hidden-sheet 2,0,0@0",
    ]


_BOX = '<v:shape>{}<x:ClientData ObjectType="{}"><x:Anchor>{}</x:Anchor>{}</x:ClientData></v:shape>'
VML = "".join(
    [
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" ',
        'xmlns:x="urn:schemas-microsoft-com:office:excel">',
        _BOX.format(
            "<v:textbox><div>政府 <br> 网站</div></v:textbox>",
            "Checkbox",
            "1, 3, 0, 2, 2, 5, 1, 1",
            "<x:Checked>1</x:Checked>",
        ),
        _BOX.format("", "Checkbox", "1,3,1,2,2,5,1,1", ""),
        _BOX.format("", "Checkbox", "a", ""),
        _BOX.format("", "Note", "0,0,0,0,0,0,0,0", ""),
        "</xml>",
    ]
)


def test_check_boxes_that_lie_on_the_sheet_are_read_into_their_cell() -> None:
    rows = f'<sheetData><row r="1">{inline("A1", "1")}{inline("B1", "渠道：")}</row></sheetData>'
    assert read_shown(workbook(rows, vml=VML), "a.xlsx") == [
        "T1 表",
        "  1@0: 1 | 渠道： ☑ 政府 网站",
        "  2@0:  | ☐",
    ]


def test_odd_sheets_are_read_as_far_as_they_go() -> None:
    sheet = (
        '<cols><col min="2" max="16384" hidden="1"/></cols><sheetData><row><c t="s"><v>9</v></c>'
        '<c t="e"><v>#REF!</v></c><c t="str"><f>A1</f><v>甲</v></c><c><v>x1</v></c>'
        '<c t="inlineStr"><is><t>a_x000D_b_x0041_</t><rPh><t>注音</t></rPh></is></c>'
        '</row></sheetData><mergeCells><mergeCell ref="B1:XFD1"/><mergeCell ref="B1:C1"/>'
        '<mergeCell ref="bad"/></mergeCells>'
    )
    assert read_shown(workbook(sheet, head='<workbookPr date1904="1"/>'), "a.xlsx") == [
        "T1 表",
        "  1@0:  | #REF!{1x4} | ^1,2 | ^1,2 | ^1,2",
        *(f"F info hidden-column 1,0,{column}@0" for column in (2, 3, 4, 5)),
        "F warning span-cut 1,1,2@0",
    ]


def test_old_workbooks_give_the_same_reading() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("扶贫")
    symbols = xlwt.Font()
    symbols.name = "Wingdings 2"
    ticked = xlwt.XFStyle()
    ticked.font = symbols
    sheet.write_merge(0, 0, 0, 2, "目录")
    sheet.write(1, 0, 7, xlwt.easyxf(num_format_str="0000"))
    sheet.write(1, 1, "R", ticked)
    sheet.write_rich_text(1, 2, [("£", symbols), "公报"])
    sheet.write(2, 0, dt.date(2020, 12, 14), xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"'))
    sheet.write(2, 1, label=True)
    sheet.write(2, 2, 2.5, xlwt.easyxf(num_format_str="# ?/?"))
    sheet.row(2).hidden = True
    sheet.col(1).hidden = True
    book.add_sheet("底稿").visibility = 1
    document = read_document(saved(book), name="a.et")
    assert document.media_type == "application/vnd.ms-excel"
    assert shown(document) == [
        "T1 扶贫",
        "  1@0: 目录{1x3} | ^1,1 | ^1,1",
        "  2@0: 0007 | ☑ | □公报",
        "  3@0: 2020年12月14日 | TRUE | 2.5",
        "F info hidden-row 1,3,0@0",
        "F info hidden-column 1,0,2@0",
        "F info number-format-unknown 1,3,3@0 2.5",
    ]


def test_a_binary_workbook_says_what_to_do() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{office}/officeDocument" Target="xl/workbook.bin"/>'
        "</Relationships>"
    )
    data = package({"_rels/.rels": relations, "xl/workbook.bin": "\x83\x01"})
    with pytest.raises(InputError, match=r"save it as \.xlsx"):
        read_document(data, name="a.xlsb")
