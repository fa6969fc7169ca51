"""Tables for any screen: in a box that scrolls, and that the keyboard reaches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from govdisclose_ld.markup.elements import Content, Markup, element


def table(
    headings: Iterable[Content],
    rows: Iterable[Sequence[Content]],
    *,
    label: str,
    name: str = "",
    sticky: int = 1,
) -> Markup:
    """A table in a box (:func:`box`); the first ``sticky`` cells of a row are its headings."""
    head = element("tr", *(element("th", heading, scope="col") for heading in headings))
    body = (element("tr", *_cells(row, sticky)) for row in rows)
    whole = element("table", element("thead", head), element("tbody", *body))
    return box(whole, label=label, name=name)


def box(content: Markup, *, label: str, name: str = "", anchor: str | None = None) -> Markup:
    """A box that scrolls where the screen is narrow.

    ``label`` tells screen readers what it holds, ``name`` is a class for the style.
    """
    return element(
        "div",
        content,
        id=anchor,
        class_=f"scroll {name}".strip(),
        role="region",
        aria_label=label,
        tabindex=0,
    )


def _cells(row: Sequence[Content], sticky: int) -> Iterable[Markup]:
    for place, cell in enumerate(row):
        yield element("th", cell, scope="row") if place < sticky else element("td", cell)
