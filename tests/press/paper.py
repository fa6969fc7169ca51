"""PDF files: ruled tables that run over pages, in a Chinese font that no file embeds."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.fonts import addMapping
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
)
from reportlab.platypus import (
    Flowable,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from press.sheets import Box, Grid, Sheet, Spot
from press.styles import Style

A2 = (1684.0, 1191.0)
A4_ACROSS = (842.0, 595.0)
_SONG = "STSong-Light"
_SIZE = 9
_NARROWEST, _WIDEST = 30, 220


def print_pdf(
    sheet: Sheet, style: Style, *, page: tuple[float, float] = A2, repeat_head: bool = False
) -> bytes:
    """A PDF whose tables break over pages of that size, in points, where they do not fit.

    With ``repeat_head`` each page prints the header again.
    """
    _register()
    stream = BytesIO()
    paper = SimpleDocTemplate(stream, pagesize=page, leftMargin=36, rightMargin=36, invariant=1)
    story: list[Flowable] = []
    for block in sheet.blocks:
        if isinstance(block, Grid):
            story += [PageBreak()] * block.new_page
            head = block.head if repeat_head else 0
            story += [_table(block, style, page[0] - 96, head), Spacer(1, 14)]
        else:
            story += [Paragraph(escape(block), _look(12)), Spacer(1, 6)]
    paper.build(story)
    return stream.getvalue()


def _table(grid: Grid, style: Style, room: float, head: int) -> Table:
    rows = [
        [_content(spot, style) if spot else "" for spot in row] + [""] * (grid.width - len(row))
        for row in grid.rows
    ]
    commands: list[tuple[object, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    for (row, column), spot in grid.spots():
        if spot.down > 1 or spot.across > 1:
            last = (column + spot.across - 1, row + spot.down - 1)
            commands.append(("SPAN", (column, row), last))
    table = Table(rows, colWidths=_widths(grid, style, room), repeatRows=head)
    table.setStyle(TableStyle(commands))
    return table


def _content(spot: Spot, style: Style) -> Paragraph | str:
    return Paragraph("".join(_part(p, style) for p in spot.parts), _look(_SIZE))


def _part(part: str | Box, style: Style) -> str:
    if isinstance(part, str):
        return escape(part).replace("\n", "<br/>")
    glyph = escape(style.glyph(part))
    return f'<font name="{style.font.replace(" ", "")}">{glyph}</font>' if style.font else glyph


def _widths(grid: Grid, style: Style, room: float) -> list[float]:
    """Room for every column by its longest line, squeezed into the page."""
    widest = [_NARROWEST] * grid.width
    for (_, column), spot in grid.spots():
        if spot.across == 1:
            longest = max(map(len, style.text(spot).split("\n"))) + 2
            widest[column] = max(widest[column], min(_WIDEST, longest * _SIZE + 14))
    return [width * min(1.0, room / sum(widest)) for width in widest]


@cache
def _look(size: int) -> ParagraphStyle:
    return ParagraphStyle(
        f"song{size}", fontName=_SONG, fontSize=size, leading=size * 1.3, wordWrap="CJK"
    )


@cache
def _register() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(_SONG))
    for name in ("Wingdings", "Wingdings2"):
        pdfmetrics.registerTypeFace(_SymbolFace(name))
        pdfmetrics.registerFont(pdfmetrics.Font(name, name, "WinAnsiEncoding"))
        addMapping(name, 0, 0, name)


class _SymbolFace(pdfmetrics.TypeFace):
    """A symbol font of the reader's machine: named in the file, not embedded, all glyphs wide."""

    def __init__(self, name: str):
        super().__init__(name)
        self.ascent, self.descent = 900, -200
        names = pdfmetrics.getEncoding("WinAnsiEncoding").vector
        self.glyphWidths = {glyph: 900 for glyph in names if glyph}

    def addObjects(self, doc: PDFDocument) -> PDFObjectReference:  # noqa: N802 - reportlab's name
        """The font's descriptor, added to the file."""
        values = {
            "Type": "/FontDescriptor",
            "FontName": PDFName(self.name),
            "Flags": 4,
            "FontBBox": PDFArray([0, self.descent, 1000, self.ascent]),
            "ItalicAngle": 0,
            "Ascent": self.ascent,
            "Descent": self.descent,
            "CapHeight": 700,
            "StemV": 80,
        }
        return doc.Reference(PDFDictionary(values), f"descriptor:{self.name}")
