"""The parts of an Excel workbook that all its sheets share: strings, fonts, number formats."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element as Element

from govdisclose_ld.assets import knowledge
from govdisclose_ld.readers.packages import Package, attribute, child, local
from govdisclose_ld.readers.symbols import translate

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Rich:
    """A text in runs, each with the font that it names, or none."""

    runs: tuple[tuple[str, str], ...]

    def shown(self, font: str) -> str:
        """The text as it looks in a cell whose own font is ``font``."""
        text = "".join(translate(own or font, run) for own, run in self.runs)
        return text.replace("\r\n", "\n")


@dataclass(frozen=True, slots=True)
class Style:
    """The font and the number format of a cell."""

    font: str = ""
    number_format: str = "General"


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the sheets of a workbook refer to by number."""

    strings: tuple[Rich, ...]
    styles: tuple[Style, ...]
    since_1904: bool

    def style(self, index: str | None) -> Style:
        """The style of that number; the plain one where it is missing."""
        number = int(index) if index and index.isascii() and index.isdigit() else -1
        return self.styles[number] if 0 <= number < len(self.styles) else Style()


def read_workbook(package: Package, main: str, root: Element) -> Workbook:
    """The shared parts of the workbook whose main part is ``root``."""
    related = dict(package.targets(main).values())
    strings = package.tree(related.get("sharedStrings", ""))
    return Workbook(
        strings=tuple(rich_text(item) for item in (strings if strings is not None else ())),
        styles=_styles(package.tree(related.get("styles", ""))),
        since_1904=is_on_value(attribute(child(root, "workbookPr"), "date1904")),
    )


def rich_text(item: Element) -> Rich:
    """The runs of a string item (``si`` or ``is``), without its phonetic guide."""
    runs = []
    for part in item:
        if local(part) == "t":
            runs.append(("", _unescape(part.text or "")))
        elif local(part) == "r":
            font = attribute(child(part, "rPr", "rFont"), "val") or ""
            text = child(part, "t")
            runs.append((font, _unescape(text.text or "") if text is not None else ""))
    return Rich(tuple(runs))


def is_on_value(value: str | None) -> bool:
    """Whether an attribute of type boolean is true."""
    return value in {"1", "true", "on"}


def _unescape(text: str) -> str:
    """The text with ``_xHHHH_`` resolved, by which XML carries control characters."""

    def resolve(found: re.Match[str]) -> str:
        char = chr(int(found[1], 16))
        return "" if char == "\r" or "\ud800" <= char <= "\udfff" or char == "\0" else char

    return _ESCAPE.sub(resolve, text)


def _styles(root: Element | None) -> tuple[Style, ...]:
    fonts = [attribute(child(font, "name"), "val") or "" for font in _children(root, "fonts")]
    named = dict(knowledge("vocabulary/number-formats.yml")["formats"])
    own = {
        int(attribute(entry, "numFmtId") or "0"): attribute(entry, "formatCode") or "General"
        for entry in _children(root, "numFmts")
        if (attribute(entry, "numFmtId") or "0").isdecimal()
    }
    codes = {**{number: str(code) for number, code in named.items()}, **own}
    return tuple(
        Style(
            font=_at(fonts, attribute(entry, "fontId")),
            number_format=codes.get(_index(attribute(entry, "numFmtId")), "General"),
        )
        for entry in _children(root, "cellXfs")
    )


def _children(root: Element | None, name: str) -> list[Element]:
    parent = child(root, name)
    return list(parent) if parent is not None else []


def _index(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else 0


def _at(fonts: list[str], index: str | None) -> str:
    number = _index(index)
    return fonts[number] if number < len(fonts) else ""
