"""The numbers that Word prints before list paragraphs, counted as Word counts (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from govdisclose_ld.assets import knowledge
from govdisclose_ld.readers.numerals import ordinal
from govdisclose_ld.readers.packages import attribute, child, is_on, local
from govdisclose_ld.readers.symbols import translate

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_BIGGEST = 100_000


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    style: str
    pattern: str
    gap: str
    start: int
    in_digits: bool


class Numbering:
    """Counts list paragraphs in document order; ask for each paragraph once, in order."""

    def __init__(self, numbering: Element | None, styles: Element | None):
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[tuple[str, int], int] = {}
        self._styles = _style_lists(styles)
        self._counts: dict[str, list[int]] = {}
        for element in numbering if numbering is not None else ():
            if local(element) == "abstractNum":
                key = attribute(element, "abstractNumId") or ""
                self._levels[key] = _levels(element)
            elif local(element) == "num":
                self._add_list(element)

    def label(self, paragraph: Element) -> str:
        """What is printed before the paragraph, with the gap after it; nothing for most."""
        properties = child(paragraph, "pPr")
        number, depth = self._place(properties)
        level = self._levels.get(self._lists.get(number, ""), {}).get(depth)
        if (
            level is None
            or number not in self._lists
            or child(properties, "rPr", "del") is not None
        ):
            return ""
        counts = self._count(number, depth, level)
        if level.style == "bullet":
            return f"{level.pattern} " if level.pattern in _marks() else ""
        text = _PLACE.sub(
            lambda place: self._digits(number, level, counts, place[1]), level.pattern
        )
        return text + level.gap if text.strip() else ""

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """The list and the level (from 0) that a paragraph is in, itself or by its style."""
        own = child(properties, "numPr")
        styled, depth = self._styles.get(
            attribute(child(properties, "pStyle"), "val") or "", ("", 0)
        )
        number = attribute(child(own, "numId"), "val") or styled
        level = attribute(child(own, "ilvl"), "val")
        return number, _whole(level, depth)

    def _count(self, number: str, depth: int, level: Level) -> list[int]:
        counts = self._counts.setdefault(self._lists[number], [0] * _LEVELS)
        restart = self._restarts.pop((number, depth), None)
        if restart is not None:
            counts[depth] = restart
        else:
            counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        return counts

    def _digits(self, number: str, level: Level, counts: list[int], place: str) -> str:
        index = int(place) - 1
        other = self._levels[self._lists[number]].get(index)
        count = counts[index] or (other.start if other else 1)
        return ordinal(count, "decimal" if level.in_digits or other is None else other.style)

    def _add_list(self, element: Element) -> None:
        number = attribute(element, "numId") or ""
        self._lists[number] = attribute(child(element, "abstractNumId"), "val") or ""
        for override in element:
            depth = _whole(attribute(override, "ilvl"), 0)
            start = attribute(child(override, "startOverride"), "val")
            if local(override) == "lvlOverride" and start is not None:
                self._restarts[number, depth] = _whole(start, 1)


def _levels(element: Element) -> dict[int, Level]:
    levels = {
        _whole(attribute(level, "ilvl"), 0): _level(level)
        for level in element
        if local(level) == "lvl"
    }
    return {depth: level for depth, level in levels.items() if depth < _LEVELS}


def _level(element: Element) -> Level:
    style = attribute(child(element, "numFmt"), "val") or "decimal"
    pattern = attribute(child(element, "lvlText"), "val") or ""
    if style == "bullet":
        fonts = child(element, "rPr", "rFonts")
        pattern = translate(attribute(fonts, "ascii") or "", pattern)
    return Level(
        style=style,
        pattern=pattern,
        gap="" if attribute(child(element, "suff"), "val") == "nothing" else " ",
        start=_whole(attribute(child(element, "start"), "val"), 1),
        in_digits=is_on(child(element, "isLgl")),
    )


def _style_lists(styles: Element | None) -> dict[str, tuple[str, int]]:
    """The list and level that paragraph styles put their paragraphs in."""
    found = {}
    for style in styles if styles is not None else ():
        own = child(style, "pPr", "numPr")
        number = attribute(child(own, "numId"), "val")
        if number:
            level = _whole(attribute(child(own, "ilvl"), "val"), 0)
            found[attribute(style, "styleId") or ""] = (number, level)
    return found


def _whole(text: str | None, default: int) -> int:
    if text and text.isascii() and text.isdigit() and len(text) < 7:
        return min(int(text), _BIGGEST)
    return default


def _marks() -> frozenset[str]:
    return frozenset(knowledge("vocabulary/symbol-fonts.yml")["marks"])
