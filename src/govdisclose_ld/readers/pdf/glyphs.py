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
_RADICALS = range(0x2F00, 0x2FD6)
_WIDE_GAP = 0.5
_NARROW_GAP = 0.25
_SAME_PLACE = 0.2
_NO_START = frozenset("、，。；：？！…—～·’”）〉》」』】〕］｝〗,.;:?!)]}%％")
_HANGING = frozenset("，。、；：！？")
_STROKES = 0.2
_NO_END = frozenset("‘“（〈《「『【〔［｛〖([{")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its box in points from the upper left corner of the page.

    ``seen_at`` is the place from the left where it is seen, if a clip cuts it off at one side.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    seen_at: float | None = None

    @property
    def size(self) -> float:
        """The height of its box."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box, from the left and from the top."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    @property
    def spot(self) -> tuple[float, float]:
        """Where it is seen: its middle, unless that is cut off; of a stop, which may hang out of
        its column, the left part, where its strokes are."""
        x, y = self.middle
        if self.hangs:
            x = self.x0 + (self.x1 - self.x0) * _STROKES
        return x if self.seen_at is None else self.seen_at, y

    @property
    def hangs(self) -> bool:
        """Whether it is set beyond the end of a line rather than on the next one."""
        return self.text in _HANGING


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

    Where a font draws two characters alike, a PDF may tell the one that no catalog prints, mostly a
    radical (U+2E80 … U+2FD5); it is mapped back to the other.
    """
    text = translate(str(char["fontname"]), str(char["text"]))
    if _UNMAPPED.fullmatch(text):
        text = LOST
    text = _twins().get(text, text)
    x0, x1, top, bottom = (float(char[key]) for key in ("x0", "x1", "top", "bottom"))
    seen_at = char.get("seen_at")
    is_cut = seen_at is not None and not x0 <= seen_at <= x1
    return Glyph(text, x0, x1, top, bottom, seen_at if is_cut else None)


@cache
def _twins() -> dict[str, str]:
    """The character that is meant, by one that looks the same."""
    decomposed = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _RADICALS}
    return {**decomposed, **knowledge("vocabulary/radicals.yml")["radicals"]}


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
