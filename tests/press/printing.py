"""Every format of the press, and what each of them can carry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from press.excel import print_xlsx
from press.paper import print_pdf
from press.plain import print_csv, print_markdown, print_pipes, print_tabs
from press.sheets import Sheet
from press.styles import STYLES, Style
from press.web import print_html
from press.word import print_docx

_SQUARES = STYLES["squares"]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to print a document: its file's ending, and which features survive it.

    ``spans``: merged cells among the rows (a header's leave blanks in any format). ``lines``: line
    breaks within a cell. ``controls`` and ``fonts``: boxes that are no characters.
    """

    name: str
    suffix: str
    printer: Callable[[Sheet, Style], bytes]
    spans: bool = True
    lines: bool = True
    controls: frozenset[str] = frozenset()
    fonts: bool = False


FORMS = {
    form.name: form
    for form in (
        Form("docx", ".docx", print_docx, controls=frozenset({"box", "field"}), fonts=True),
        Form("xlsx", ".xlsx", print_xlsx, fonts=True),
        Form("html", ".html", print_html, controls=frozenset({"box"}), fonts=True),
        Form("pdf", ".pdf", print_pdf, fonts=True),
        Form("md", ".md", print_markdown, spans=False, controls=frozenset({"box"})),
        Form("csv", ".csv", print_csv, spans=False, controls=frozenset({"box"})),
        Form("tabs", ".txt", print_tabs, spans=False, lines=False, controls=frozenset({"box"})),
        Form("pipes", ".txt", print_pipes, spans=False, lines=False, controls=frozenset({"box"})),
    )
}
"""Every form by its name. In formats of characters a control is its HTML, as web pages leave it."""


def carries(form: Form, sheet: Sheet, style: Style = _SQUARES) -> str:
    """What of the document this form cannot print; empty if it can print all of it."""
    spots = [(place, spot, grid) for grid in sheet.grids for place, spot in grid.spots()]
    merged = any(
        (spot.down > 1 or spot.across > 1) and row >= grid.head for (row, _), spot, grid in spots
    )
    broken = any("\n" in spot.words for _, spot, _ in spots)
    drawn = not any(spot.has_boxes for _, spot, _ in spots) or _draws(form, style)
    words = "".join(spot.words for _, spot, _ in spots)
    lacks = {
        "merged cells": merged and not form.spans,
        "lines in a cell": broken and not form.lines,
    }
    lacks[f"boxes as {style.name}"] = not drawn
    lacks["characters"] = form.name == "pdf" and not _is_in_song(words)
    return ", ".join(lack for lack, is_lacking in lacks.items() if is_lacking)


def print_sheet(sheet: Sheet, form: Form, style: Style = _SQUARES) -> bytes:
    """The document as a file of that form, the same bytes every time but for .xlsx, whose
    library writes the time into it."""
    return form.printer(sheet, style)


def _draws(form: Form, style: Style) -> bool:
    if style.control:
        return style.control in form.controls
    if style.font:
        return form.fonts
    return form.name != "pdf" or _is_in_song(style.ticked + style.unticked)


def _is_in_song(text: str) -> bool:
    """Whether the Chinese font of the PDF press holds every character: those of GBK."""
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True
