"""Characters on a PDF page, and the lines that they make."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from govdisclose_ld.assets import knowledge
from govdisclose_ld.readers.symbols import translate

LOST = "\ufffd"
"""What stands for a glyph that its font does not tell the character of."""
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_RADICALS = range(0x2E80, 0x2FE0)
_WIDE_GAP = 0.5
_NARROW_GAP = 0.25
_SAME_PLACE = 0.2
_NO_START = frozenset("、，。；：？！…—～·’”）〉》」』】〕］｝〗,.;:?!)]}%％")
_NO_END = frozenset("‘“（〈《「『【〔［｛〖([{")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its box in points from the upper left corner of the page, and its size."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def size(self) -> float:
        """The height of its box."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box, from the left and from the top."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class TextLine:
    """Characters on one line, from left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def x0(self) -> float:
        """Where the line starts."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """Where the line ends."""
        return self.glyphs[-1].x1

    @property
    def top(self) -> float:
        """The upper edge of its tallest character."""
        return min(glyph.top for glyph in self.glyphs)

    @property
    def size(self) -> float:
        """The size of its largest character."""
        return max(glyph.size for glyph in self.glyphs)

    @property
    def first_word(self) -> tuple[str, float]:
        """What could not have been broken off: one Chinese character, or a word, with the
        punctuation that no line may begin or end with; its width."""
        word = [self.glyphs[0]]
        for glyph in self.glyphs[1:]:
            if not _clings(word[-1].text, glyph.text):
                break
            word.append(glyph)
        return "".join(glyph.text for glyph in word), word[-1].x1 - word[0].x0

    @property
    def text(self) -> str:
        """The line as text; a gap as wide as a blank is one."""
        parts: list[str] = []
        last: Glyph | None = None
        for glyph in self.glyphs:
            if last is not None and _is_gap(last, glyph):
                parts.append(" ")
            parts.append(glyph.text)
            last = glyph
        return "".join(parts).strip()


def glyph_of(char: dict[str, Any]) -> Glyph:
    """The glyph of a pdfplumber character, with symbol fonts as Unicode.

    Fonts without a proper table give radicals (U+2E80 … U+2FD5) for the Han characters that look
    the same; no catalog prints a radical, so these are mapped back.
    """
    text = translate(str(char["fontname"]), str(char["text"]))
    if _UNMAPPED.fullmatch(text):
        text = LOST
    if len(text) == 1 and ord(text) in _RADICALS:
        text = _radicals().get(text) or unicodedata.normalize("NFKC", text)
    box = (float(char[key]) for key in ("x0", "x1", "top", "bottom"))
    return Glyph(text, *box)


@cache
def _radicals() -> dict[str, str]:
    return dict(knowledge("vocabulary/radicals.yml")["radicals"])


def text_lines(glyphs: Iterable[Glyph]) -> Iterator[TextLine]:
    """The lines from top to bottom: characters whose middles lie within each other's height."""
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.top + glyph.bottom, glyph.x0)):
        if line and (glyph.top + glyph.bottom) / 2 > line[0].bottom - line[0].size / 4:
            yield from _line(line)
            line = []
        line.append(glyph)
    yield from _line(line)


def _line(glyphs: list[Glyph]) -> Iterator[TextLine]:
    """The line, unless it is blank, without what is printed twice in one place to look bold."""
    kept: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.middle[0], glyph.x0)):
        if kept and _is_double(kept[-1], glyph):
            continue
        kept.append(glyph)
    if any(not glyph.text.isspace() for glyph in kept):
        yield TextLine(tuple(kept))


def _is_double(last: Glyph, glyph: Glyph) -> bool:
    return last.text == glyph.text and abs(last.x0 - glyph.x0) < glyph.size * _SAME_PLACE


def _clings(last: str, text: str) -> bool:
    """Whether no line is broken between two characters (JIS X 4051 and GB/T 15834)."""
    if last in _NO_END or text in _NO_START:
        return True
    return last.isascii() and text.isascii() and not text.isspace() and not last.isspace()


def _is_gap(last: Glyph, glyph: Glyph) -> bool:
    if last.text.isspace() or glyph.text.isspace():
        return False
    words = last.text.isascii() and glyph.text.isascii()
    return glyph.x0 - last.x1 > glyph.size * (_NARROW_GAP if words else _WIDE_GAP)
