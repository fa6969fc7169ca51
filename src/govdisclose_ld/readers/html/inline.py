"""The text that HTML prints: one stream of pieces, breaks, and tables to be dealt with apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from govdisclose_ld.readers.html.elements import (
    BLOCKS,
    CELLS,
    DROPPED,
    descend,
    font_of,
    holds,
    is_hidden,
    is_seen,
    line_of,
    tag_of,
    text_of,
)
from govdisclose_ld.readers.numerals import ordinal
from govdisclose_ld.readers.symbols import OBJECT, TICKED, UNTICKED, translate

_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:\s*[^;]*none", re.IGNORECASE)
_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NOWHERE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line; ``line`` is the line of the source where the next one starts."""

    line: int = 0


Piece = str | Break | Element


def pieces(element: Element, font: str = "", *, flat: bool) -> Iterator[Piece]:
    """What ``element`` prints, in order, without its tail.

    Tables come as elements, or as lines of text when ``flat``. Hidden parts come as hidden
    elements, unless a table stands in them.
    """
    tag = tag_of(element)
    if tag in DROPPED or not tag:
        return
    if (tag == "table" and not flat) or (is_hidden(element) and not holds(element, "table")):
        yield element
    elif tag in {"input", "select", "br"}:
        yield _control(element, tag)
    elif tag == "img":
        yield _picture(element) if flat else ""
    else:
        if tag in BLOCKS:
            yield Break(line_of(element))
        yield from _inside(element, font_of(element, font), flat=flat)
        if tag in BLOCKS:
            yield Break()
        elif tag in CELLS:
            yield " "


def cell_pieces(cell: Element) -> list[Piece]:
    """What stands in a cell, even if the cell itself is hidden; nested tables as lines of text."""
    return list(_inside(cell, font_of(cell, ""), flat=True))


def printed_text(stream: Iterable[Piece]) -> str:
    """The lines of a cell, each without blanks around it; lines without text are left out."""
    return "\n".join(text for text, _ in lines(stream))


def lines(stream: Iterable[Piece]) -> Iterator[tuple[str, int]]:
    """Each line that prints something, with the line of the source where it starts."""
    parts: list[str] = []
    start = 0
    for piece in (*stream, Break()):
        if isinstance(piece, str):
            parts.append(piece)
        elif isinstance(piece, Break):
            if text := _BLANKS.sub(" ", "".join(parts)).strip():
                yield text, start
            parts.clear()
            start = piece.line or start


def _inside(element: Element, font: str, *, flat: bool) -> Iterator[Piece]:
    numbers = _numbers(element) if tag_of(element) == "ol" else iter(())
    yield translate(font, element.text or "")
    for child in element:
        if tag_of(child) == "li":
            yield Break(line_of(child))
            yield next(numbers, "")
            yield from _inside(child, font_of(child, font), flat=flat)
            yield Break()
        else:
            yield from pieces(child, font, flat=flat)
        yield translate(font, child.tail or "")


def _picture(image: Element) -> str:
    """A sign that stands for the picture by its ``alt`` (✓); ￼ for a picture that could be a mark,
    which neither has words for what it shows nor is declared to be ornament (HTML, 4.8.4.4)."""
    words = image.get("alt")
    if words is None:
        return OBJECT if is_seen(image) else ""
    sign = words.strip()
    return sign if len(sign) == 1 and not sign.isalnum() else ""


def _control(element: Element, tag: str) -> Piece:
    if tag == "br":
        return Break(line_of(element))
    if tag == "select":
        options = list(descend(element, frozenset({"option"}), _NOWHERE))
        chosen = next((o for o in options if o.get("selected") is not None), None)
        shown = chosen if chosen is not None else options[0] if options else None
        return "" if shown is None else text_of(shown)
    kind = (element.get("type") or "text").lower()
    if kind in {"checkbox", "radio"}:
        return TICKED if element.get("checked") is not None else UNTICKED
    return "" if kind in {"hidden", "submit", "button"} else element.get("value") or ""


def _numbers(element: Element) -> Iterator[str]:
    """The numbers that a browser prints before the items of an ordered list."""
    if _UNNUMBERED.search(element.get("style") or ""):
        return
    style = _STYLES.get(element.get("type") or "", "decimal")
    start = element.get("start") or "1"
    number = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1
    while True:
        yield f"{ordinal(number, style)}. "
        number += 1
