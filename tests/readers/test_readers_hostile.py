"""Files made to harm: refused or defused with a message, soon, and in little memory."""

from __future__ import annotations

import tracemalloc
import zlib
from collections.abc import Iterator
from io import BytesIO

import pytest
import xlwt
from readers_excel import inline, workbook
from readers_pdf import Page, file_of, portable
from readers_shown import read_shown
from readers_word import cell, document, package, paragraph, row, table

from govdisclose_ld.errors import InputError
from govdisclose_ld.readers import Limits, read_document

MEGABYTE = 1 << 20
WORD = {"word/document.xml": b""}


@pytest.fixture(autouse=True)
def _little_memory() -> Iterator[None]:
    """Fails the test if reading takes more than a quarter of a gigabyte of Python objects."""
    tracemalloc.start()
    yield
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 256 * MEGABYTE


def refused(data: bytes, name: str, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_document(data, name=name, limits=limits)
    return str(caught.value)


UNITS = [b"a", b"|", b"-", b",", b'"', b"<", b"\t", b"a\n", b"\r", b"<b>", b"PK\x03\x04", b"%PDF-"]


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.md", "a.html", "a.docx", "a.pdf", "a"])
@pytest.mark.parametrize("unit", [*UNITS, b" \xd6\xd0"], ids=repr)
def test_megabytes_of_one_thing_are_refused(unit: bytes, name: str) -> None:
    data = b"x" + unit * (8 * MEGABYTE // len(unit))
    limits = Limits(bytes=9 * MEGABYTE)
    if name == "a.html" and unit.isspace():
        assert read_shown(data, name, limits) == ["P@1: x"]
    else:
        refused(data, name, limits)


def test_rows_of_a_hundred_thousand_columns_are_refused() -> None:
    assert "100002 columns" in refused(b"a\t" * 100_001 + b"b\n", "a.txt")
    assert "columns, at most 1000" in refused(b"|" + b"a|" * 90_001 + b"\n", "a.txt")
    assert "100002 columns" in refused(b"a," * 100_001 + b"b\n", "a.csv")
    assert "columns, at most 1000" in refused(b"<table><tr>" + b"<td>a" * 20_000, "a.html")
    assert "columns, at most 1000" in refused(document(table(row(*["<w:tc/>"] * 20_000))), "a.docx")
    far = f"<sheetData><row>{inline('XFD1', 'x')}</row></sheetData>"
    assert "16384 columns" in refused(workbook(far), "a.xlsx")


def test_merged_cells_that_would_fill_memory_are_refused() -> None:
    cells = "<td rowspan=60000 colspan=900>x</td>" * 3
    page = f"<table>{f'<tr>{cells}</tr>' * 2000}</table>"
    assert "cover more than 90000 places" in refused(page.encode(), "a.html", Limits(cells=90_000))
    skipped = '<w:gridBefore w:val="999999"/>'
    wide = [row(*[cell("x", span=900 + n)] * 60, properties=skipped) for n in range(20)]
    assert "at most 1000" in refused(document(table(*wide)), "a.docx")
    cells = "".join(inline(place, "x") for place in ("A1", "A900000", "CV1"))
    tall = f"<sheetData><row>{cells}</row></sheetData>"
    assert "900000 rows by 100 columns" in refused(workbook(tall), "a.xlsx")


def test_an_old_sheet_of_too_many_cells_is_refused() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for number in range(300):
        for column in range(10):
            sheet.write(number, column, xlwt.Formula("1") if column else "甲")
    stream = BytesIO()
    book.save(stream)
    refusal = refused(stream.getvalue(), "a.xls", Limits(cells=2_999))
    assert "sheet '表' has more than 2999 cells" in refusal
    assert "--limit cells=N" in refusal


def test_macros_and_links_to_other_files_are_left_alone_and_told() -> None:
    sheet = f"<sheetData><row>{inline('A1', '序号')}</row></sheetData>"
    extra = {"xl/vbaProject.bin": "x", "xl/externalLinks/externalLink1.xml": "<externalLink/>"}
    told = [line.split()[2] for line in read_shown(workbook(sheet, extra=extra), "a.xlsm")[2:]]
    assert told == ["macros-not-run", "links-not-followed"]
    word = document(table(row(cell("1"), cell("甲"))), extra={"word/vbaProject.bin": "x"})
    assert [line for line in read_shown(word, "a.docm") if line.startswith("F")] == [
        "F info macros-not-run 0,0,0@0"
    ]


def test_deep_nesting_is_refused() -> None:
    assert "nested too deep" in refused(b"<div>" * 100_000 + b"x", "a.html")
    deep = "<w:tbl><w:tr><w:tc>" * 1000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 1000
    assert "nested too deep" in refused(document(deep), "a.docx")
    assert "nested too deep" in refused(b"<table><tr><td>x<td>" * 100, "a.html")


@pytest.mark.parametrize("depth", [20, 80])
def test_nested_tables_are_read_or_refused(depth: int) -> None:
    block = paragraph("底")
    for _ in range(depth):
        block = table(row(cell("甲"), cell(block)))
    assert read_shown(document(block), "a.docx")[1] == f"  1@0: 甲 | {'甲 ' * (depth - 1)}底"
    page = "<table><tr><td>甲<td>" * depth + "底"
    if depth == 20:
        assert read_shown(page, "a.html")[-1] == "P@1: 底"
    else:
        assert "nested too deep" in refused(page.encode(), "a.html")


def test_zip_bombs_are_refused() -> None:
    zeros = bytes(20 * MEGABYTE)
    bomb = package({"word/document.xml": zeros})
    assert "perhaps a zip bomb" in refused(bomb, "a.docx")
    many = package({f"xl/{number}": zeros[: 5 * MEGABYTE] for number in range(4)})
    assert "perhaps a zip bomb" in refused(many, "a.xlsx", Limits(unpacked_bytes=19 * MEGABYTE))
    lying = bomb.replace(len(zeros).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert "damaged" in refused(lying, "a.docx")


def test_bombs_within_a_pdf_are_refused() -> None:
    packed = zlib.compress(bytes(64 * MEGABYTE), 9)
    for stream in (packed, zlib.compress(packed, 9)):
        data = portable(Page()) + b"\n99 0 obj\n<<>>\nstream\n" + stream + b"\nendstream"
        assert "perhaps a bomb" in refused(data, "a.pdf", Limits(unpacked_bytes=32 * MEGABYTE))


def drawing(*forms: str) -> bytes:
    """A page that draws the first of these forms; each can draw the one after it, and itself."""
    stream = "<< /Length {} {} >>\nstream\n{}\nendstream"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R "
        "/Resources << /XObject << /N 5 0 R >> >> >>",
        stream.format(5, "", "/N Do"),
    ]
    for number, content in enumerate(forms, start=5):
        names = f"/Resources << /XObject << /N {number + 1} 0 R /S {number} 0 R >> >>"
        kind = f"/Type /XObject /Subtype /Form /BBox [0 0 99 99] {names}"
        objects.append(stream.format(len(content), kind, content))
    return file_of(objects)


def test_forms_of_a_pdf_that_draw_each_other_without_end_are_refused() -> None:
    data = drawing(*["/N Do " * 10] * 12, "0 0 m 9 9 l S")
    assert "drawing operations of page 1 come to too much" in refused(data, "a.pdf")
    assert "nested too deep" in refused(drawing("/S Do"), "a.pdf")
    assert "it is a scan" in refused(drawing("/N Do", "0 0 m 9 9 l S"), "a.pdf")


def test_the_limits_of_time_and_of_pages_hold() -> None:
    pages = portable(*[Page()] * 3)
    assert "more than 2 pages" in refused(pages, "a.pdf", Limits(pages=2))
    assert "stopped at page 1" in refused(pages, "a.pdf", Limits(seconds=0))
    assert "come to too much" in refused(drawing("9" * 99), "a.pdf", Limits(page_bytes=90))


LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "哈哈哈哈哈哈哈哈">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE], ids=["billion laughs", "external entity"])
def test_document_types_are_refused_in_office_files(doctype: str) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = "<w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body>"
    body = f'<w:document xmlns:w="{space}">{text}</w:document>'
    message = refused(package({"word/document.xml": doctype + body}), "a.docx")
    assert "DOCTYPE" in message
    for part in ("xl/sharedStrings.xml", "xl/styles.xml"):
        kind = part.partition("/")[2].partition(".")[0]
        extra = {part: f"{doctype}<x>&j;</x>", "xl/_rels/workbook.xml.rels": _relations(kind)}
        assert "DOCTYPE" in refused(workbook("", extra=extra), "a.xlsx")
    sheet = (
        f"{doctype}<worksheet><sheetData><row>{inline('A1', '&j;')}</row></sheetData></worksheet>"
    )
    assert "DOCTYPE" in refused(workbook("", extra={"xl/worksheets/s.xml": sheet}), "a.xlsx")


def _relations(kind: str) -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    entries = f'<Relationship Id="s" Type="{office}/worksheet" Target="worksheets/s.xml"/>'
    entries += f'<Relationship Id="k" Type="{office}/{kind}" Target="{kind}.xml"/>'
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE], ids=["billion laughs", "external entity"])
def test_entities_of_a_page_are_not_expanded(doctype: str) -> None:
    lines = read_shown(f"<html>{doctype}<body><p>甲&j;</p></body></html>", "a.html")
    assert "哈" * 100 not in "".join(lines)
    assert "root:" not in "".join(lines)


def test_nothing_is_fetched_and_nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a reader went out")

    monkeypatch.setattr("socket.socket.connect", forbidden)
    monkeypatch.setattr("subprocess.Popen", forbidden)
    page = (
        '<html><head><link rel="stylesheet" href="http://198.51.100.1/a.css"><base href="http://198.51.100.1/">'
        '</head><body><img src="http://198.51.100.1/a.png"><script src="http://198.51.100.1/a.js"></script>甲'
    )
    assert read_shown(page, "a.html") == ["P@1: 甲"]
    macros = {"word/vbaProject.bin": "Sub AutoOpen()"}
    word = document(paragraph("甲"), extra=macros)
    assert read_shown(word, "a.docm") == ["P@0: 甲", "F info macros-not-run 0,0,0@0"]
    link = (
        '<sheetData><row><c r="A1" t="str"><f>HYPERLINK("http://198.51.100.1")</f><v>甲</v></c>'
        "<c r='B1'><f>[1]Sheet1!A1</f></c></row></sheetData>"
    )
    assert read_shown(workbook(link, extra={"xl/vbaProject.bin": "x"}), "a.xlsm") == [
        "T1 表",
        "  1@0: 甲 | ",
        "F info macros-not-run 0,0,0@0",
        "F warning formula-without-value 1,1,2@0 =[1]Sheet1!A1",
    ]
