"""The page as a whole."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from govdisclose_ld.interpret.synthetic import SYNTHETIC, synthetic_notice
from govdisclose_ld.model import Catalog
from govdisclose_ld.review.facts import show_facts, show_legend, show_summary
from govdisclose_ld.review.findings import show_findings
from govdisclose_ld.review.markup import Markup, element
from govdisclose_ld.review.places import Places
from govdisclose_ld.review.readings import Readings
from govdisclose_ld.review.tables import show_blocks
from govdisclose_ld.review.words import say

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


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
    body = element(
        "body",
        element("header", element("h1", catalog.title), element("p", say("page").show())),
        *_banner(catalog),
        element("main", *_parts(catalog, readings, states)),
    )
    page = element("html", _head(catalog), body, lang="zh-CN")
    return f"<!DOCTYPE html>\n{page}\n"


def _banner(catalog: Catalog) -> list[Markup]:
    """What the page of a synthetic sample says before anything else."""
    if catalog.status != SYNTHETIC:
        return []
    zh, en = synthetic_notice()
    english = element("i", en, lang="en")
    return [element("p", zh, " ", english, class_="banner", role="note")]


def _parts(catalog: Catalog, readings: Readings, states: Counter[str]) -> list[Markup]:
    return [
        show_summary(catalog, states),
        show_findings(catalog.findings, Places(catalog.document)),
        show_facts(catalog),
        show_legend(catalog, states),
        element("p", *_switches(), class_="switches"),
        show_blocks(catalog.document, readings),
    ]


def _head(catalog: Catalog) -> Markup:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", f"{say('page').zh} · {catalog.title}"),
        element("style", _style()),
    )


def _switches() -> list[Markup]:
    """Check boxes that the style alone obeys."""
    return [
        element(
            "label",
            element("input", type="checkbox", id=switch),
            " ",
            say(words).show(),
            class_="switch",
        )
        for switch, words in (("fold", "only_checks"), ("whole", "whole_text"))
    ]


@cache
def _style() -> Markup:
    """The style sheet; it holds no character that would need escaping."""
    return Markup(Path(__file__).with_name("page.css").read_text(encoding="utf-8"))
