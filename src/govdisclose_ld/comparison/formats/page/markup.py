"""Pieces of a page that several sections share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govdisclose_ld.review.markup import Markup, element, join, text


def both(zh: str, en: str) -> Markup:
    """Chinese with English beside it in smaller print, where that says it otherwise."""
    if zh == en:
        return text(zh)
    return join([zh, element("span", f" {en}", lang="en", class_="en")])


def hidden(text: str) -> Markup:
    """Words for screen readers alone."""
    return element("span", text, class_="sr")


def section(name: str, zh: str, en: str, *parts: str) -> Markup:
    """A section under a heading, which can be linked to."""
    return element("section", element("h2", both(zh, en)), *parts, id=name)


def table(
    name: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    label: str,
    sticky: int = 1,
) -> Markup:
    """A table in a box that scrolls by keyboard; the first cells of a row are its headings.

    ``label`` tells screen readers what the box holds, ``sticky`` counts the headings of a row.
    """
    head = element("tr", *[element("th", heading, scope="col") for heading in headings])
    body = [element("tr", *_cells(row, sticky)) for row in rows]
    whole = element("table", element("thead", head), element("tbody", *body))
    return box(whole, label=label, name=name)


def box(content: str, *, label: str, name: str) -> Markup:
    """A box that scrolls where the screen is narrow, and that the keyboard reaches."""
    return element(
        "div",
        content,
        class_=f"scroll {name}",
        role="region",
        aria_label=label,
        tabindex=0,
    )


def number(value: float | None, *, places: int = 1, unit: str = "") -> str:
    """A number as people write it, without a trailing ``.0``; a dash where there is none."""
    if value is None:
        return "—"
    spelled = f"{value:.{places}f}"
    return f"{spelled.rstrip('0').rstrip('.') if '.' in spelled else spelled}{unit}"


def _cells(row: Sequence[str], sticky: int) -> Iterable[Markup]:
    for place, cell in enumerate(row):
        if place < sticky:
            yield element("th", cell, scope="row")
        else:
            yield element("td", cell)
