"""PDF files: the ruled tables and the text of every page."""

from __future__ import annotations

import logging
import struct
import time
import zlib
from contextlib import closing
from io import BytesIO

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Document
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.limits import Limits, refuse
from govdisclose_ld.readers.pdf.assembly import Assembly
from govdisclose_ld.readers.pdf.glyphs import Glyph
from govdisclose_ld.readers.pdf.pages import read_page
from govdisclose_ld.readers.pdf.printed import PrintedPage
from govdisclose_ld.readers.pdf.referee import Referee
from govdisclose_ld.readers.pdf.streams import check_page, check_streams
from govdisclose_ld.readers.progress import tell

_STRAY = 5
_TOLERATED = 0.1
_DAMAGED = (
    PSException,
    PdfminerException,
    MalformedPDFException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pdfminer raises on a damaged file: it trusts the structures that it reads."""


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The document that a PDF prints; the parts of a table on each page are tables of their own.

    Raises InputError if it is encrypted, damaged, or holds pictures of text alone.
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    if b"endobj" not in data:
        raise _unreadable(name, ValueError("no objects"))
    check_streams(data, name, limits)
    draft = Draft(name, limits)
    try:
        found = _add_pages(draft, data)
    except InputError:
        raise
    except _DAMAGED as error:
        raise _unreadable(name, error) from error
    if not any(found):
        raise _scanned(name)
    for number, count in enumerate(found, start=1):
        if not count:
            draft.note("page-without-text", page=number)
    return draft.finish(data, media_type="application/pdf")


def _add_pages(draft: Draft, data: bytes) -> list[int]:
    """Add every page; the number of characters that were found on each comes back."""
    found = []
    start = time.monotonic()
    assembly = Assembly(draft)
    with pdfplumber.open(BytesIO(data)) as file, closing(Referee(data)) as referee:
        total = len(file.pages)
        if total > (most := draft.limits.pages):
            raise refuse(
                draft.name, f"PDF 超过 {most} 页", f"more than {most} pages", limit="pages"
            )
        for number, source in enumerate(file.pages, start=1):
            page = PrintedPage(file, source.page_obj, number)
            _check(page, draft, since=start)
            glyphs = _missed(draft, page, referee)
            if glyphs or page.chars:
                assembly.add(read_page(draft, page, glyphs or None))
            found.append(len(glyphs or page.chars))
            page.close()
            tell(number, total)
    assembly.close()
    return found


def _check(page: Page, draft: Draft, *, since: float) -> None:
    """Refuse a page that is too much to read, and any page once the time is over."""
    if time.monotonic() - since > (most := draft.limits.seconds):
        raise refuse(
            draft.name,
            f"读取超过 {most} 秒，停在第 {page.page_number} 页",
            f"reading took more than {most} seconds; it was stopped at page {page.page_number}",
            limit="seconds",
        )
    check_page(page, draft.name, draft.limits)


def _missed(draft: Draft, page: PrintedPage, referee: Referee) -> list[Glyph]:
    """The characters of a page as the referee reads them, where it finds clearly more of them;
    else none. On a rotated page, where they lie askew, what is lost is only told."""
    left, _, _, top = page.page_obj.mediabox
    glyphs = referee.glyphs(page.page_number, left=left, top=top)
    found = page.hidden + sum(not char["text"].isspace() for char in page.chars)
    missed = _printed(glyphs) - found
    if missed <= max(_STRAY, _printed(glyphs) * _TOLERATED):
        return []
    if page.rotation:
        draft.note("characters-lost", count=missed)
        return []
    draft.note("read-by-pdfium", page=page.page_number)
    return glyphs


def _printed(glyphs: list[Glyph]) -> int:
    return sum(not glyph.text.isspace() for glyph in glyphs)


def _unreadable(name: str, error: Exception) -> InputError:
    locked = isinstance(error, PDFPasswordIncorrect) or any(
        isinstance(argument, PDFPasswordIncorrect) for argument in error.args
    )
    if locked:
        return InputError(
            "PDF 有密码保护，无法读取",
            "the PDF is protected by a password",
            where=name,
            remedy=("请取消密码后另存", "remove the password and save it"),
        )
    return InputError(
        "PDF 已损坏，无法读取",
        f"the PDF is damaged: {type(error).__name__}",
        where=name,
        remedy=(
            "请用阅读器打开后另存（打印）为 PDF，或重新下载",
            "open it in a viewer and print it to PDF, or download it again",
        ),
    )


def _scanned(name: str) -> InputError:
    return InputError(
        "PDF 中没有文字，是扫描件或图片",
        "the PDF holds no text: it is a scan or made of pictures",
        where=name,
        remedy=(
            "请先做文字识别（OCR），另存为带表格的 Word、Excel 或文本后再读",
            "have it recognised (OCR) and saved with its tables as Word, Excel or text",
        ),
    )
