"""The page as a whole."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from govdisclose_ld.interpret.synthetic import SYNTHETIC, synthetic_notice
from govdisclose_ld.markup import Markup, banner, element, page
from govdisclose_ld.model import Catalog
from govdisclose_ld.review.facts import show_facts, show_legend, show_summary
from govdisclose_ld.review.findings import show_findings
from govdisclose_ld.review.places import Places
from govdisclose_ld.review.readings import Readings
from govdisclose_ld.review.tables import show_blocks
from govdisclose_ld.review.words import say

_STYLE = Path(__file__).with_name("page.css")


def review_page(catalog: Catalog) -> str:
    """An HTML page that shows how a catalog was read, for a person to check against its source.

    It holds the printed tables cell for cell (anchors ``t2r3c7``), each cell with its state, field,
    value and findings, below the list of all findings and the facts of the document. It needs no
    network and no script, and forbids itself both. The same catalog gives the same page.
    """
    readings = Readings(catalog)
    states = Counter(
        cell.state
        for table in catalog.document.tables
        for row in table.rows
        for cell in readings.row(table, row)
    )
    return page(
        f"{say('page').zh} · {catalog.title}",
        element("header", element("h1", catalog.title), element("p", say("page"))),
        *([banner(synthetic_notice())] if catalog.status == SYNTHETIC else []),
        element("main", *_parts(catalog, readings, states)),
        style=_STYLE,
    )


def _parts(catalog: Catalog, readings: Readings, states: Counter[str]) -> list[Markup]:
    return [
        show_summary(catalog, states),
        show_findings(catalog.findings, Places(catalog.document)),
        show_facts(catalog),
        show_legend(catalog, states),
        element("p", *_switches(), class_="switches"),
        show_blocks(catalog.document, readings),
    ]


def _switches() -> list[Markup]:
    """Check boxes that the style alone obeys."""
    return [
        element(
            "label",
            element("input", type="checkbox", id=switch),
            " ",
            say(words),
            class_="switch",
        )
        for switch, words in (("fold", "only_checks"), ("whole", "whole_text"))
    ]
