"""PDF files for the tests, written out by hand: text in fonts that need not be embedded, rules."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 842, 595


@dataclass
class Page:
    """Drawing operations; places are in points from the upper left corner."""

    rotate: int = 0
    operations: list[str] = field(default_factory=list)

    def text(
        self, x: float, top: float, text: str, size: float = 10, matrix: str = "1 0 0 1"
    ) -> None:
        code = text.encode("utf-16-be").hex()
        place = f"{x} {HEIGHT - top - size}"
        self.operations.append(f"BT /F1 {size} Tf {matrix} {place} Tm <{code}> Tj ET")

    def symbol(self, x: float, top: float, code: int, size: float = 10) -> None:
        self.operations.append(f"BT /F2 {size} Tf {x} {HEIGHT - top - size} Td <{code:02x}> Tj ET")

    def rule(self, x0: float, top0: float, x1: float, top1: float) -> None:
        self.operations.append(f"{x0} {HEIGHT - top0} m {x1} {HEIGHT - top1} l S")

    def box(self, x0: float, top: float, x1: float, bottom: float) -> None:
        for edge in (top, bottom):
            self.rule(x0, edge, x1, edge)
        for edge in (x0, x1):
            self.rule(edge, top, edge, bottom)

    def cell(self, box: tuple[float, float, float, float], *lines: str) -> None:
        self.box(*box)
        for index, line in enumerate(lines):
            self.text(box[0] + 4, box[1] + 4 + 12 * index, line)


def portable(
    *pages: Page,
    font: str = "Wingdings",
    trailer: str = "",
    own_encoding: bool = False,
    packed: bool = True,
) -> bytes:
    """The bytes of a PDF file with those pages.

    ``font`` is the name of the symbol font; with ``own_encoding`` the text font's encoding is a
    table inside the file, as some programs write it. Without ``packed`` the drawing operations can
    be read in the file.
    """
    fonts = _fonts(font)
    if own_encoding:
        fonts[0] = fonts[0].replace("/UniGB-UCS2-H", "8 0 R /ToUnicode 9 0 R")
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", *fonts]
    objects += [_table("cidrange", "0"), _table("bfrange", "<0000>")]
    kids = []
    for page in pages:
        plain = "\n".join(page.operations).encode("latin-1")
        stream = zlib.compress(plain) if packed else plain
        objects.append(
            f"<< /Length {len(stream)} {'/Filter /FlateDecode ' * packed}>>\n"
            f"stream\n{stream.decode('latin-1')}\nendstream"
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {page.rotate} "
            f"/Resources << /Font << /F1 3 0 R /F2 6 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return file_of(objects, trailer)


def _fonts(symbols: str) -> list[str]:
    return [
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        "/DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] "
        "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
        f"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+{symbols} "
        "/Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 255 "
        f"/Widths [{' '.join(['900'] * 256)}] /FontDescriptor 7 0 R >>",
        f"<< /Type /FontDescriptor /FontName /ABCDEF+{symbols} /Flags 4 "
        "/FontBBox [0 -200 1000 900] "
        "/ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ]


def _table(kind: str, target: str) -> str:
    """A character map that takes every two bytes for themselves."""
    text = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Own) /Supplement 0 >> def\n"
        "/CMapName /Own def /CMapType 1 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"1 begin{kind} <0000> <FFFF> {target} end{kind}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    name = "/Type /CMap /CMapName /Own " * (kind == "cidrange")
    return f"<< {name}/Length {len(text)} >>\nstream\n{text}\nendstream"


def file_of(objects: Sequence[str], trailer: str = "") -> bytes:
    """The bytes of a PDF file of these objects, the first of which is its catalog."""
    parts = ["%PDF-1.4\n"]
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj\n{content}\nendobj\n")
    start = sum(map(len, parts))
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    parts.append(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n"
        f"startxref\n{start}\n%%EOF\n"
    )
    return "".join(parts).encode("latin-1")
