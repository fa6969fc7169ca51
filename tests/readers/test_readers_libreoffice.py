"""Old and foreign formats, written and converted by the real LibreOffice."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import openpyxl
import pytest
from docx import Document as WordDocument
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from readers_shown import read_shown
from readers_word import package

from govdisclose_ld.errors import InputError
from govdisclose_ld.readers import read_document
from govdisclose_ld.readers.libreoffice import ConversionError, convert_file

SOFFICE = shutil.which("soffice") or ""
pytestmark = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")

ROWS = [
    ["序号", "一级事项", "公开内容", "公开渠道", "全社会"],
    ["1", "灾情", "受灾人口\n房屋倒损", "■政府网站 □政府公报", "√"],
    ["2", "", "款物发放", "☑政府网站 ☐政府公报", ""],
]
CONVERTED = "F info converted 0,0,0@0"
WORD = [
    "P@0: 某县救灾目录",
    "T1",
    "  1@0: 序号 | 一级事项 | 公开内容 | 公开渠道 | 全社会",
    "  2@0: 1 | 灾情{2x1} | 受灾人口⏎房屋倒损 | ■政府网站 □政府公报 | √",
    "  3@0: 2 | ^2,2 | 款物发放 | ☑政府网站 ☐政府公报 | ",
]
SHEETS = [
    "T1 目录",
    "  1@0: 某县救灾目录{1x6} | ^1,1 | ^1,1 | ^1,1 | ^1,1 | ^1,1",
    "  2@0: 序号 | 一级事项 | 公开渠道 | 全社会 | 时限 | 合计",
    "  3@0: 1 | 灾情{2x1} | ☑政府网站 □政府公报 | ✓ | 20个工作日 | 40",
    "  4@0: 2 | ^3,2 | ■政府网站⏎□政府公报 | ☑ | 2021年3月5日 | 25",
    "T2 旧",
    "  1@0: 作废 | 说明",
]
HIDDEN = [
    "F info hidden-row 1,4,0@0",
    "F info hidden-column 1,0,6@0",
    "F info hidden-sheet 2,0,0@0",
]

Convert = Callable[[bytes, str, str], bytes]


@pytest.fixture(scope="module")
def convert() -> Convert:
    made: dict[tuple[bytes, str, str], bytes] = {}

    def call(data: bytes, suffix: str, target: str) -> bytes:
        key = (data, suffix, target)
        if key not in made:
            made[key] = convert_file(SOFFICE, data, suffix, target, seconds=90, most=10**8)
        return made[key]

    return call


def word() -> bytes:
    document = WordDocument()
    document.add_heading("某县救灾目录", 1)
    table = document.add_table(rows=0, cols=5, style="Table Grid")
    for texts in ROWS:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    table.cell(1, 1).merge(table.cell(2, 1))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def excel() -> bytes:
    """Merged, hidden and formatted cells, and marks in symbol fonts; formulas without values."""
    wingdings, second = (InlineFont(rFont=name) for name in ("Wingdings", "Wingdings 2"))
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "目录"
    sheet.append(["某县救灾目录"])
    sheet.merge_cells("A1:F1")
    sheet.append(["序号", "一级事项", "公开渠道", "全社会", "时限", "合计"])
    sheet.append([1, "灾情", None, "\u00fc", 20, "=E3*2"])
    sheet.append([2, None, "■政府网站\n□政府公报", "R", 44260, "=E3+5"])
    sheet["C3"] = CellRichText(
        TextBlock(wingdings, "\u00fe"), "政府网站 ", TextBlock(second, "\u00a3"), "政府公报"
    )
    sheet["D3"].font, sheet["D4"].font = Font(name="Wingdings"), Font(name="Wingdings 2")
    sheet["E3"].number_format = '0"个工作日"'
    sheet["E4"].number_format = 'yyyy"年"m"月"d"日"'
    sheet.merge_cells("B3:B4")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["F"].hidden = True
    old = book.create_sheet("旧")
    old.append(["作废", "说明"])
    old.sheet_state = "hidden"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_word_processor_formats_give_what_the_word_file_gives(convert: Convert) -> None:
    document = word()
    assert read_shown(document, "a.docx") == WORD
    odt = convert(document, ".docx", "odt")
    assert read_shown(odt, "a.odt") == [*WORD, CONVERTED]
    assert read_shown(convert(document, ".docx", "rtf"), "a.rtf") == [*WORD, CONVERTED]
    # LibreOffice 7.4 loses the table of this .docx on the way to .doc, but not that of the .odt.
    assert read_shown(convert(odt, ".odt", "doc"), "a.wps") == [*WORD, CONVERTED]


def test_spreadsheets_are_read_as_libreoffice_shows_them(convert: Convert) -> None:
    """LibreOffice calculates the formulas, and writes each format in its own way."""
    book = convert(excel(), ".xlsx", "xlsx")
    assert read_shown(book, "a.xlsx") == [*SHEETS, *HIDDEN]
    assert read_shown(convert(book, ".xlsx", "xls"), "a.et") == [*SHEETS, *HIDDEN]
    ods = convert(book, ".xlsx", "ods")
    assert read_shown(ods, "a.ods") == [*SHEETS, CONVERTED, *HIDDEN]


def test_formulas_that_were_never_calculated_are_blank_and_reported() -> None:
    lines = read_shown(excel(), "a.xlsx")
    assert lines[: len(SHEETS)] == [line.removesuffix("40").removesuffix("25") for line in SHEETS]
    assert [line for line in lines if "formula" in line] == [
        "F warning formula-without-value 1,3,6@0 =E3*2",
        "F warning formula-without-value 1,4,6@0 =E3+5",
    ]


def test_a_file_that_is_damaged_says_what_to_do() -> None:
    damaged = package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<"})
    with pytest.raises(InputError, match="nothing came out"):
        read_document(damaged, name="a.odt")


FORMATS = [
    "General", "0", "00", "000", "0.00", "#,##0", "#,##0.00", "0%", "0.0%", "#", "0_ ", "0_);(0)",
    "#,##0_ ;[Red]-#,##0 ", '0;-0;"零"', '"第"0"号"', '0"个工作日"', "00-00", "#,##0,",
    '0.0"万"', "@",
    "yyyy-mm-dd", "yyyy/m/d", 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"d"日";@', 'yyyy"年"m"月"',
    "d-mmm-yy",
    "mmm-yy", "mmmm", "dddd", "[$-804]aaaa", "h:mm", "h:mm:ss", "yyyy/m/d h:mm", "h:mm AM/PM",
    "[>100]0;0.0", '[=70]"√";[=1]"×";0', '[<100]"少";[>=1000]"多";"中"',
    *(UNKNOWN := ["e", "0.00E+00", "# ?/?", "[h]:mm", "[DBNum1]0", "[$-804]dddd"]),
]  # fmt: skip
NUMBERS = [70, 1234.5, 44260, 44260.75, 45291, 20210305]


def test_numbers_are_displayed_as_libreoffice_displays_them(convert: Convert) -> None:
    book = openpyxl.Workbook()
    for row, code in enumerate(FORMATS, start=1):
        for column, number in enumerate(NUMBERS, start=1):
            book.active.cell(row, column, number).number_format = code
    stream = BytesIO()
    book.save(stream)
    read = read_document(stream.getvalue(), name="a.xlsx")
    unknown = {(finding.ref.row, finding.ref.column) for finding in read.findings}
    assert {FORMATS[row - 1] for row, _ in unknown} >= set(UNKNOWN)
    page = read_document(convert(stream.getvalue(), ".xlsx", "html"), name="a.html")
    assert len(page.tables[0].rows) == len(FORMATS)
    for row, texts in enumerate((row.texts for row in page.tables[0].rows), start=1):
        for column, text in enumerate(texts, start=1):
            if (row, column) not in unknown:
                ours = read.tables[0].rows[row - 1].texts[column - 1]
                assert (FORMATS[row - 1], ours) == (FORMATS[row - 1], text)


class _Visits(BaseHTTPRequestHandler):
    paths: list[str]

    def do_GET(self) -> None:
        self.paths.append(self.path)
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """The address of a web server on this machine, and the paths that it was asked for."""
    own = {"paths": [], "do_HEAD": _Visits.do_GET, "do_OPTIONS": _Visits.do_GET}
    handler = type("Handler", (_Visits,), own)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{made.server_port}/", handler.paths
        made.shutdown()


def linked(address: str) -> bytes:
    """A text document whose picture and section lie on the network."""
    names = {
        "office": "office",
        "text": "text",
        "draw": "drawing",
        "svg": "svg-compatible",
    }
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in names.items()
    )
    picture = f'<draw:image xlink:href="{address}a.png" xlink:type="simple"/>'
    source = f'<text:section-source xlink:href="{address}b.odt" xlink:type="simple"/>'
    kind = "application/vnd.oasis.opendocument.text"
    return package(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": "<m:manifest "
            'xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<m:file-entry m:full-path="/" m:media-type="{kind}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
            "content.xml": f'<office:document-content {spaces} office:version="1.2" '
            'xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text><text:p>标题'
            '<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char">'
            f'{picture}</draw:frame></text:p><text:section text:name="s">{source}<text:p>节'
            "</text:p></text:section></office:text></office:body></office:document-content>",
        }
    )


def test_nothing_that_a_document_links_to_is_fetched(server: tuple[str, list[str]]) -> None:
    address, paths = server
    with pytest.raises(HTTPError):
        urlopen(f"{address}reachable")  # noqa: S310
    assert read_shown(linked(address), "a.odt") == ["P@0: 标题", "P@0: 节", CONVERTED]
    assert paths == ["/reachable"]


def test_a_conversion_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(ConversionError):
        convert_file(SOFFICE, b"{\\rtf1 x}", ".rtf", "docx", seconds=0.2, most=10**8)
    assert list(tmp_path.iterdir()) == []
