"""The lines above the table: what the catalog says of itself, and what it states for all items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govdisclose_ld.interpret.synthetic import SYNTHETIC, synthetic_notice
from govdisclose_ld.interpret.wording import squeeze
from govdisclose_ld.model import Catalog, Declared, Division, Element, Item
from govdisclose_ld.writers.choices import glyphs
from govdisclose_ld.writers.columns import CHOICES, choice_of, template
from govdisclose_ld.writers.grid import printable

_BULLETS = frozenset("●○〇■□")


def lines(catalog: Catalog) -> tuple[str, ...]:
    """The lines in print order; the first is the title, the default time limit comes last."""
    return tuple(squeeze(printable(line)) for line in _lines(catalog) if line.strip())


def spared_fields(items: Iterable[Item]) -> frozenset[str]:
    """The choices whose empty boxes the catalog's legend declares optional."""
    return frozenset(f for item in items for f in CHOICES if choice_of(item, f).optional)


def _lines(catalog: Catalog) -> Iterator[str]:
    words = template()["lines"]
    yield catalog.title
    if catalog.status == SYNTHETIC:
        notice = synthetic_notice()
        yield f"{notice.zh} {notice.en}"
    yield catalog.document_number
    if catalog.publisher:
        yield words["publisher"].format(name=catalog.publisher)
    if catalog.division:
        yield words["division"].format(name=_whole_name(catalog.division))
    if catalog.issued:
        year, month, day = catalog.issued.split("-")
        yield f"{year}年{int(month)}月{int(day)}日"
    yield from map(_declaration, catalog.declared)
    if optional := _optional_glyphs(catalog.items):
        named = "，".join(words["glyph"].format(glyph=glyph) for glyph in optional)
        yield words["legend"].format(glyphs=named)
    if catalog.default_time_limit:
        yield catalog.default_time_limit.text


def _whole_name(place: Division) -> str:
    return "".join(one.name for one in reversed((place, *place.parents)))


def _declaration(declared: Declared) -> str:
    words, numeral = template()["lines"], template()["numerals"][declared.level - 1]
    names = words["names"].format(names="、".join(declared.names)) if declared.names else ""
    return str(words["declared"].format(n=numeral, count=declared.count, names=names))


def _optional_glyphs(items: tuple[Item, ...]) -> list[str]:
    """The glyphs that mean optional in what is printed: empty boxes, and bullets of elements."""
    spared = spared_fields(items)
    found = {glyphs(field, spared).unticked for field in spared}
    elements = (element for item in items for element in _every(item.elements))
    return sorted(found | {e.label for e in elements if e.optional and e.label in _BULLETS})


def _every(elements: tuple[Element, ...]) -> Iterator[Element]:
    for element in elements:
        yield element
        yield from _every(element.parts)
