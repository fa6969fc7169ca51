"""Pages drawn again as a PDF in memory, so that what reads PDF pages reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_POINTS = 72 / 25.4
"""Points in a millimetre."""
_PRINTED = re.compile(r"<([0-9A-F]{2})[0-9A-F]{2}> Tj")


def portable(pages: Sequence[tuple[float, float, Sequence[str]]]) -> bytes:
    """The bytes of a PDF of these pages: width and height in millimetres, and what is drawn in
    millimetres from the upper left corner (see ``words``)."""
    printed = {high for _, _, drawn in pages for line in drawn for high in _PRINTED.findall(line)}
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", *_font(sorted(printed))]
    kids = []
    for width, height, drawn in pages:
        content = "\n".join([_matrix(_POINTS, -_POINTS, 0, height * _POINTS), *drawn])
        objects.append(_stream("", content))
        box = f"[0 0 {_number(width * _POINTS)} {_number(height * _POINTS)}]"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects)


def words(text: str, places: Iterable[tuple[float, float]], size: float) -> str:
    """The operators that print each character of ``text`` at its place (that of its base line)."""
    shown = [
        f"1 0 0 -1 {_number(x)} {_number(y)} Tm <{ord(char):04X}> Tj"
        for char, (x, y) in zip(text, places, strict=False)
        if ord(char) <= 0xFFFF
    ]
    return f"BT /F {_number(size)} Tf {' '.join(shown)} ET"


def _matrix(across: float, down: float, x: float, y: float) -> str:
    return f"{_number(across)} 0 0 {_number(down)} {_number(x)} {_number(y)} cm"


def _number(value: float) -> str:
    return f"{value:.4f}"


def _font(rows: Sequence[str]) -> list[str]:
    """A font whose codes are Unicode: Chinese characters as wide as high, ASCII half of that.

    ``rows`` are the upper bytes of the characters that are printed.
    """
    ranges = [f"<{high}00> <{high}FF> <{high}00>" for high in rows]
    blocks = (ranges[start : start + 100] for start in range(0, len(ranges), 100))
    table = "\n".join(f"{len(b)} beginbfrange\n" + "\n".join(b) + "\nendbfrange" for b in blocks)
    return [
        "<< /Type /Font /Subtype /Type0 /BaseFont /Text /Encoding /Identity-H "
        "/DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Text /FontDescriptor 5 0 R /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        "/W [32 126 500] >>",
        "<< /Type /FontDescriptor /FontName /Text /Flags 4 /FontBBox [0 -120 1000 880] "
        "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
        _stream(
            "",
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CMapName /Own def /CMapType 2 def\n"
            f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{table}\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ),
    ]


def _stream(entries: str, content: str) -> str:
    return f"<< {entries}/Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    parts = ["%PDF-1.7\n"]
    offsets, size = [], len(parts[0])
    for number, content in enumerate(objects, start=1):
        offsets.append(size)
        parts.append(f"{number} 0 obj\n{content}\nendobj\n")
        size += len(parts[-1])
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    parts.append(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{size}\n%%EOF\n"
    )
    return "".join(parts).encode("ascii")
