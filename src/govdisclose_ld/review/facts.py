"""What the page says on top: facts of the document, counts, and the legend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from govdisclose_ld.interpret.correction_drafts import draft_head
from govdisclose_ld.markup import Markup, element, join
from govdisclose_ld.model import Catalog, Phrase
from govdisclose_ld.review.values import limit_lines
from govdisclose_ld.review.words import (
    code_name,
    fact,
    field_name,
    listed,
    say,
    signs,
    term_name,
)

_DOUBTFUL = frozenset({"unknown", "guessed", "inferred", "moved"})


def show_facts(catalog: Catalog) -> Markup:
    """Each fact with its value, or with the sign of *unknown* where none was found."""
    pairs = (
        part for name, said in _facts(catalog) for part in (element("dt", fact(name)), _value(said))
    )
    head = element("h2", say("facts"))
    return element("section", head, element("dl", *pairs, class_="facts"), id="document")


def show_summary(catalog: Catalog, states: Counter[str]) -> Markup:
    """What needs a person's eye, before anything else, and how much was read."""
    grave = sum(1 for finding in catalog.findings if finding.severity.rank)
    checks = say("to_check") if grave else say("all_sure")
    first = element("li", element("b", str(grave) if grave else "✓"), " ", checks)
    doubtful = (
        element(
            "li",
            element("span", sign.sign, class_=f"cell key {sign.id}"),
            " ",
            element("b", str(states[sign.id])),
            f" {say('cells').zh} ",
            sign.name,
        )
        for sign in signs("states").values()
        if sign.id in _DOUBTFUL and states[sign.id]
    )
    rows = sum(len(table.rows) for table in catalog.document.tables)
    named = (
        ("tables", len(catalog.document.tables)),
        ("rows", rows),
        ("items", len(catalog.items)),
    )
    counts = (element("li", element("b", str(count)), " ", say(name)) for name, count in named)
    return element("ul", first, *doubtful, *counts, class_="counts")


def show_legend(catalog: Catalog, states: Counter[str]) -> Markup:
    """The signs of the states of cells, with what they mean and how many cells have each, and how
    what was read wrongly is put right."""
    entries = (
        element(
            "li",
            element("span", sign.sign, class_=f"cell key {sign.id}"),
            " ",
            sign.name,
            element("b", f" {states[sign.id]}"),
            element("small", sign.note),
        )
        for sign in signs("states").values()
    )
    return element(
        "section",
        element("h2", say("legend")),
        element("ul", *entries, class_="legend"),
        element("p", say("layout_way"), class_="guide"),
        element(
            "details",
            element("summary", say("file_head")),
            element("p", say("file_way"), class_="guide"),
            element("pre", draft_head(catalog) + "\n", id="file-head"),
            class_="prose entry",
        ),
    )


def _value(said: tuple[Phrase, ...]) -> Markup:
    if not said:
        unknown = signs("states")["unknown"].sign
        return element("dd", f"{unknown} ", say("unread"), class_="unread")
    return element("dd", join(said, "；"))


def _facts(catalog: Catalog) -> Iterator[tuple[str, tuple[Phrase, ...]]]:
    titled = not any(finding.code == "title-missing" for finding in catalog.findings)
    yield "title", _said(catalog.title if titled else "")
    yield "publisher", _said(catalog.publisher)
    place = catalog.division
    names = [one.name for one in reversed((place, *place.parents))] if place else []
    yield "division", _said(f"{''.join(names)} {place.code}" if place else "")
    yield "field", (term_name(catalog.field),) if catalog.field else ()
    yield "document_number", _said(catalog.document_number)
    yield "issued", _said(catalog.issued)
    if catalog.status:
        yield "status", (code_name("status", catalog.status),)
    if catalog.default_time_limit:
        yield "default_limit", tuple(limit_lines(catalog.default_time_limit))[1:]
    for one in catalog.declared:
        level = field_name("matters", one.level)
        count = Phrase(f"{level.zh} {one.count} {say('pieces').zh}")
        yield "declared", (count, *([listed(list(map(Phrase, one.names)))] if one.names else []))
    document = catalog.document
    traits = (document.name, document.media_type, document.encoding, f"{document.size} B")
    yield "document", _said(" · ".join(trait for trait in traits if trait))
    yield "checksum", _said(document.sha256)


def _said(words: str) -> tuple[Phrase, ...]:
    return (Phrase(words),) if words else ()
