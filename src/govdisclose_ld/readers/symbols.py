"""Glyphs of symbol fonts as Unicode, by ``data/vocabulary/symbol-fonts.yml``."""

from __future__ import annotations

import re
from functools import cache

from govdisclose_ld.assets import knowledge

TICKED = "☑"
UNTICKED = "☐"
UNKNOWN = re.compile("[\uf000-\uf0ff]")
OBJECT = "\ufffc"
"""What stands for something among the text that is drawn and could not be read."""
_PRIVATE = 0xF000


def is_symbol_font(font: str) -> bool:
    """Whether letters of this font are drawn as symbols."""
    return _plain(font) in _fonts()


def translate(font: str, text: str) -> str:
    """``text`` as it looks in ``font``: marks of a symbol font as Unicode characters.

    Codes whose shape is not known come back as U+F000 to U+F0FF; text of other fonts, and
    characters that no symbol font holds (Chinese falls back to another font), as they are.
    """
    glyphs = _fonts().get(_plain(font))
    if glyphs is None:
        return text
    return "".join(_glyph(glyphs, char) for char in text)


def _glyph(glyphs: dict[int, str], char: str) -> str:
    code = ord(char)
    if char.isspace() or not (code <= 0xFF or _PRIVATE <= code <= _PRIVATE + 0xFF):
        return char
    return glyphs.get(code & 0xFF, chr(_PRIVATE + (code & 0xFF)))


@cache
def _fonts() -> dict[str, dict[int, str]]:
    fonts = knowledge("vocabulary/symbol-fonts.yml")["fonts"]
    return {
        name: {int(code, 16): glyph for code, glyph in glyphs.items()}
        for name, glyphs in fonts.items()
    }


@cache
def _plain(font: str) -> str:
    """The family alone: without the subset tag of PDF (``ABCDEF+``), quotes and blanks doubled."""
    family = re.sub(r"^[A-Z]{6}\+", "", font.strip().strip("'\"").split(",")[0])
    family = re.sub(r"[-_ ]+", " ", family).strip().strip("'\"").lower()
    family = re.sub(r"( ?regular|mt)$", "", family)
    return re.sub(r"^wingdings ?([23])$", r"wingdings \1", family)
