"""Whatever bytes come, a reader gives a document or says why not."""

from __future__ import annotations

import io
import random

import openpyxl
import pytest
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readers_pdf import Page, portable
from readers_word import cell, document, package, paragraph, row, run, table

from govdisclose_ld.errors import InputError
from govdisclose_ld.readers import Limits, list_readers, read_document

SMALL = Limits(
    bytes=200_000, unpacked_bytes=2_000_000, rows=500, columns=100, cells=5_000, characters=5_000,
    elements=20_000, lines=2_000, paragraphs=1_000, pages=5, seconds=5,
)  # fmt: skip
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def attempt(data: bytes, name: str) -> None:
    """Read ``data``; anything but a document or our own error fails the test."""
    try:
        read = read_document(data, name=name, limits=SMALL)
    except InputError as error:
        remedy = error.remedy_zh and error.remedy_en
        if not remedy:
            pytest.fail(f"an error without a remedy: {error}")
        return
    assert read.blocks
    for number, block in enumerate(read.tables, start=1):
        assert block.number == number
        assert [row.number for row in block.rows] == list(range(1, len(block.rows) + 1))
    assert all(read.cell(ref) is not None for ref in read.refs())


def _html() -> bytes:
    rows = "<tr><td rowspan=2>序号<td colspan=2>事项<tr><td><input type=checkbox checked>甲<td>乙"
    return f'<html><meta charset="utf-8"><p>题<table>{rows}</table><ol><li>一</ol>'.encode()


def _word() -> bytes:
    rows = (
        row(cell("序号", merge="restart"), cell("事项", span=2)),
        row(cell(merge="continue"), cell("甲")),
    )
    return document(paragraph("题", run("þ", '<w:rFonts w:ascii="Wingdings"/>')), table(*rows))


def _excel() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["序号", "事项", 3.5])
    book.active.merge_cells("A1:A2")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _old_excel() -> bytes:
    book = xlwt.Workbook()
    book.add_sheet("表").write_merge(0, 1, 0, 2, "序号")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _pdf() -> bytes:
    page = Page()
    for column, text in enumerate(["序号", "事项", "内容"]):
        page.cell((50 + 80 * column, 50, 130 + 80 * column, 90), text)
    return portable(page)


MHTML = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\n'
    b"Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    b"PHA+YTwvcD4=\r\n--B--\r\n"
)
WHOLE = {
    "a.txt": "题\n序号\t事项\t内容\n1\t甲\t乙\n|a|b|\n|-|-|\n<table><tr><td>1<td>2".encode(),
    "a.csv": '序号,"事\n项",内容\n1,"甲""",乙\n'.encode(),
    "a.md": "# 题\n|序号|事项|\n|---|---|\n|1||\n".encode("gb18030"),
    "a.html": _html(), "a.mht": MHTML, "a.docx": _word(), "a.xlsx": _excel(), "a.xls": _old_excel(),
    "a.pdf": _pdf(), "a.ofd": package({"OFD.xml": ""}),
}  # fmt: skip


@pytest.mark.parametrize("name", WHOLE)
def test_the_seeds_of_the_fuzz_are_read_whole(name: str) -> None:
    if name != "a.ofd":
        assert read_document(WHOLE[name], name=name, limits=SMALL).blocks


@pytest.mark.parametrize("name", WHOLE)
@given(seed=st.integers(0, 2**32), places=st.integers(1, 12))
@RELAXED
def test_a_file_with_broken_bytes(name: str, seed: int, places: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    data = bytearray(WHOLE[name])
    for _ in range(places):
        data[chance.randrange(len(data))] = chance.randrange(256)
    attempt(bytes(data), name)


@pytest.mark.parametrize("name", WHOLE)
@given(cut=st.integers(0, 10_000), joint=st.integers(0, 10_000))
@RELAXED
def test_a_file_cut_short_or_spliced(name: str, cut: int, joint: int) -> None:
    data = WHOLE[name]
    attempt(data[: cut % len(data)], name)
    attempt(data[: cut % len(data)] + data[joint % len(data) :], name)


@given(
    st.binary(max_size=400),
    st.sampled_from(sorted({s for r in list_readers() for s in r.suffixes})),
)
@RELAXED
def test_any_bytes_under_any_name(data: bytes, suffix: str) -> None:
    attempt(data, f"a{suffix}")


@given(
    st.text("ab序号\t\n\r\f|-\"',;<>/ 　\ufeff\ufffd\uf0fe", max_size=60),
    st.sampled_from(["txt", "csv", "md", "tsv"]),
)
@RELAXED
def test_any_text(text: str, suffix: str) -> None:
    attempt(text.encode(), f"a.{suffix}")


_TAGS = [
    "table",
    "tr",
    "td rowspan=3",
    "td colspan=2",
    "td",
    "p",
    "ol",
    "li",
    "br",
    "div style=display:none",
    "input type=checkbox",
    "caption",
    "tbody",
    "tfoot",
    "select",
    "font face=Wingdings",
    "!--",
    "script",
]
_PARTS = st.one_of(
    st.sampled_from(_TAGS).map("<{}>".format),
    st.sampled_from([tag.split()[0] for tag in _TAGS]).map("</{}>".format),
    st.sampled_from(["甲", "þ", "&nbsp;", "&#0;", "&bad;", "<"]),
)


@given(st.lists(_PARTS, max_size=60))
@RELAXED
def test_any_page(parts: list[str]) -> None:
    attempt(("<html><table>" + "".join(parts)).encode(), "a.html")


_WORD_PARTS = st.recursive(
    st.sampled_from(
        ["<w:p/>", paragraph("甲"), paragraph(properties="<w:numPr><w:numId w:val='1'/></w:numPr>")]
    ),
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(
        lambda blocks: table(
            row(cell(*blocks, merge="continue", span=3), cell(*blocks)), row(*map(cell, blocks))
        )
    ),
    max_leaves=8,
)


@given(st.lists(_WORD_PARTS, max_size=5))
@RELAXED
def test_any_word_document(blocks: list[str]) -> None:
    attempt(document(*blocks), "a.docx")
