"""What is fuzzed: each format as bytes, and the inside of those that are packed.

A change to a packed file mostly breaks its packing and goes no further, so the parts of Office
files and the drawing operations of PDF pages are targets of their own, packed after each change.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import xlwt

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent / "readers"))

from readers_excel import inline, workbook  # noqa: E402
from readers_ofd import OfdPage, ofd  # noqa: E402
from readers_pdf import Page, portable  # noqa: E402
from readers_word import cell, document, paragraph, row, run, table  # noqa: E402

from govdisclose_ld.errors import InputError  # noqa: E402
from govdisclose_ld.readers import Limits, read_document  # noqa: E402

LIMITS = Limits(
    bytes=200_000, unpacked_bytes=2_000_000, rows=500, columns=100, cells=5_000, characters=5_000,
    elements=20_000, lines=2_000, paragraphs=1_000, pages=5, page_bytes=100_000, seconds=5,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """A format by the suffix it is read by, its seeds, and how a fuzzed part becomes a file."""

    name: str
    suffix: str
    seeds: tuple[bytes, ...]
    packed: Callable[[bytes], bytes] = bytes

    @property
    def regressions(self) -> Path:
        """The folder of the inputs that once went wrong."""
        return FOLDER / "regressions" / self.name

    def attempt(self, data: bytes) -> None:
        """Read ``data``. It gives a document whose cells are all in their places, or an InputError
        that says what to do; anything else is a fault."""
        try:
            read = read_document(self.packed(data), name=f"a{self.suffix}", limits=LIMITS)
        except InputError as error:
            if not (error.remedy_zh and error.remedy_en):
                raise AssertionError(f"an error without a remedy: {error}") from error
            return
        numbers = [block.number for block in read.tables]
        if not read.blocks or numbers != list(range(1, len(numbers) + 1)):
            raise AssertionError(f"tables numbered {numbers}")
        for block in read.tables:
            rows = [one.number for one in block.rows]
            if rows != list(range(1, len(rows) + 1)):
                raise AssertionError(f"rows numbered {rows}")
        if any(read.cell(ref) is None for ref in read.refs()):
            raise AssertionError("a place without a cell")


ROWS = [["序号", "公开事项", "公开内容", "公开时限"], ["1", "灾情", "人口，“三公”", "20个工作日"]]
TABS = "\n".join("\t".join(texts) for texts in ROWS)
PIPES = "\n".join(f"| {' | '.join(texts)} |" for texts in [ROWS[0], ["---"] * 4, ROWS[1]])
SPACES = "\n".join("  ".join(texts) for texts in ROWS)
PAGE = (
    '<html><head><meta charset="utf-8"><style>p{}</style></head><body><p hidden>藏</p><ol><li>一'
    "<table><caption>目录</caption><thead><tr><th rowspan=2>序号<th colspan=2>事项</thead><tr><td>"
    "<input type=checkbox checked>甲<td><select><option>乙</select><tr><td colspan=0>&nbsp;&#9633;"
    "<table><tr><td>内</table><td style='font-family:Wingdings'>þ</table><!-- 注 --></body></html>"
)
ARCHIVE = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\n'
    b"Content-Type: text/html; charset=gb2312\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"<table><tr><td>=D0=F2=BA=C5<td>=CA=C2=CF=EE<td>3</table>\r\n--B--\r\n"
)
BOX = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr></w:sdt>'
WORD = "".join(
    [
        paragraph("题", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        table(
            row(cell("序号", merge="restart"), cell("事项", span=2)),
            row(cell(merge="continue"), cell(paragraph(BOX)), cell(table(row(cell("内"))))),
        ),
        paragraph(run("þ", '<w:rFonts w:ascii="Wingdings"/>'), "<w:r><w:br/><w:tab/></w:r>"),
    ]
)
NUMBERS = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
NUMBERS += '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
SHEET = (
    '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>'
    f'<row r="1">{inline("A1", "序号")}{inline("B1", "事项")}</row><row r="2" hidden="1">'
    '<c r="A2" s="0"><v>44260.5</v></c><c r="B2" t="str"><f>A2</f><v>甲</v></c><c r="C2"><f>A2</f>'
    '</c><c r="D2" t="b"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/>'
    "</mergeCells>"
)
DRAWN = Page()
for number, words in enumerate(["序号", "事项", "内容"]):
    DRAWN.cell((50 + 80 * number, 50, 130 + 80 * number, 90), words)
    DRAWN.cell((50 + 80 * number, 90, 130 + 80 * number, 130), words)
DRAWN.operations += [
    "60 480 9 9 re S",
    "0.5 g 140 480 9 9 re f",
    "q 1 0 0 1 5 5 cm 0 0 m 5 5 l S Q",
]
OPERATIONS = "\n".join(DRAWN.operations).encode()


PLACED = OfdPage()
for number, words in enumerate(["序号", "事项", "内容"]):
    PLACED.cell(10 + 30 * number, 20, 40 + 30 * number, 30, words)
    PLACED.cell(10 + 30 * number, 30, 40 + 30 * number, 40, words)
PLACED.path(12, 31, "M 0 0 B 1 1 2 2 3 3 Q 1 1 2 2 A 1 1 0 0 1 3 3 C", 'CTM="1 0 0 1 0 0"')


def _csv() -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows([*ROWS, ["", 'a"b', "c\nd", ""]])
    return stream.getvalue().encode()


def _excel() -> bytes:
    book = openpyxl.Workbook()
    for texts in ROWS:
        book.active.append(texts)
    book.active.merge_cells("A1:A2")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _old_excel() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write_merge(0, 1, 0, 2, "序号")
    sheet.write(2, 0, 44260, xlwt.easyxf(num_format_str="yyyy-mm-dd"))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _text(data: bytes) -> str:
    """Bytes as the text of an XML part; what XML cannot hold is left to the parser to refuse."""
    return data.decode("utf-8", errors="replace")


def _with_operations(data: bytes) -> bytes:
    page = Page(operations=[data.decode("latin-1")])
    return portable(page)


TARGETS = {
    target.name: target
    for target in (
        Target("text", ".txt", (f"题\n{TABS}\n\n{SPACES}".encode(), TABS.encode("gb18030"))),
        Target("csv", ".csv", (_csv(), TABS.replace("\t", ";").encode("utf-16"))),
        Target("markdown", ".md", (f"# 题\n{PIPES}\n{PAGE}".encode(), PIPES.encode("gb18030"))),
        Target("html", ".html", (PAGE.encode(),)),
        Target("mhtml", ".mht", (ARCHIVE,)),
        Target("docx", ".docx", (document(WORD, numbering=NUMBERS),)),
        Target(
            "docx-body",
            ".docx",
            (WORD.encode(),),
            lambda data: document(_text(data), numbering=NUMBERS),
        ),
        Target(
            "docx-numbering",
            ".docx",
            (NUMBERS.encode(),),
            lambda data: document(WORD, numbering=_text(data) or " "),
        ),
        Target("xlsx", ".xlsx", (_excel(), workbook(SHEET))),
        Target("xlsx-sheet", ".xlsx", (SHEET.encode(),), lambda data: workbook(_text(data))),
        Target("xls", ".xls", (_old_excel(),)),
        Target("pdf", ".pdf", (portable(DRAWN, packed=False), portable(DRAWN))),
        Target("ofd", ".ofd", (ofd(PLACED),)),
        Target(
            "ofd-page",
            ".ofd",
            ("".join(PLACED.objects).encode(),),
            lambda data: ofd(OfdPage([_text(data)])),
        ),
        Target("pdf-page", ".pdf", (OPERATIONS,), _with_operations),
    )
}
