"""Pieces of a page that several sections share."""

from __future__ import annotations

from govdisclose_ld.markup import Content, Markup, element
from govdisclose_ld.model import Phrase


def hidden(text: str) -> Markup:
    """Words for screen readers alone."""
    return element("span", text, class_="sr")


def section(name: str, zh: str, en: str, *parts: Content) -> Markup:
    """A section under a heading, which can be linked to."""
    return element("section", element("h2", Phrase(zh, en)), *parts, id=name)


def number(value: float | None, *, places: int = 1, unit: str = "") -> str:
    """A number as people write it, without a trailing ``.0``; a dash where there is none."""
    if value is None:
        return "—"
    spelled = f"{value:.{places}f}"
    return f"{spelled.rstrip('0').rstrip('.') if '.' in spelled else spelled}{unit}"
