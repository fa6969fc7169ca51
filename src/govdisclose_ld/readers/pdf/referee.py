"""A second reading of a PDF by PDFium, for pages where the first one misses text.

pdfminer passes over text in fonts whose encoding is a table inside the file; PDFium does not.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
from pypdfium2 import raw

from govdisclose_ld.readers.pdf.glyphs import Glyph, glyph_of

_LONGEST_NAME = 256
_SURROGATES = range(0xD800, 0xE000)


class Referee:
    """PDFium's view of a file; of no pages where PDFium cannot open it."""

    def __init__(self, data: bytes):
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            self._document = None

    def glyphs(self, number: int, *, left: float, top: float) -> list[Glyph]:
        """The characters of page ``number`` (from 1), as they lie before the page is rotated.

        ``left`` and ``top`` are the edges of its media box, which PDFium does not inherit.
        """
        if self._document is None or number > len(self._document):
            return []
        try:
            page = self._document[number - 1]
        except pypdfium2.PdfiumError:
            return []
        text = page.get_textpage()
        found = list(_glyphs(text, left, top))
        text.close()
        page.close()
        return found

    def close(self) -> None:
        """Let go of the file."""
        if self._document is not None:
            self._document.close()


def _glyphs(text: pypdfium2.PdfTextPage, left: float, top: float) -> Iterator[Glyph]:
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if not code or code in _SURROGATES or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        x0, y0, x1, y1 = text.get_charbox(index, loose=True)
        box = {"x0": x0 - left, "x1": x1 - left, "top": top - y1, "bottom": top - y0}
        yield glyph_of({"fontname": _font(text, index), "text": chr(code), **box})


def _font(text: pypdfium2.PdfTextPage, index: int) -> str:
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    raw.FPDFText_GetFontInfo(text, index, name, _LONGEST_NAME, None)
    return name.value.decode("utf-8", errors="replace")
