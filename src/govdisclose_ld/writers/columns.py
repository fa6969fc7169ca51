"""Which columns a catalog is printed in: those of the template that it has, then its others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from govdisclose_ld.assets import read_yaml
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.deadlines import heading_unit
from govdisclose_ld.model import Catalog, Choice, Item, State, Term

CHOICES = {"channels": "channel", "audience": "audience", "mode": "mode", "level": "level"}


@dataclass(frozen=True, slots=True)
class Slot:
    """One printed column: the field that fills it, its heading, and the heading above that.

    ``level`` is the level of a column of matters, ``term`` the option of a tick column, ``place``
    counts columns of the same heading that no field claims, ``width`` is in characters.
    """

    field: str
    heading: str
    group: str = ""
    level: int = 0
    term: Term | None = None
    place: int = 0
    width: int = 0


@cache
def template() -> dict[str, Any]:
    """The template as ``template.yml`` describes it."""
    words: dict[str, Any] = read_yaml(Path(__file__).with_name("template.yml"))
    return words


def choice_of(item: Item, field: str) -> Choice:
    """The choice of an item under one of the fields of ``CHOICES``."""
    choices = {
        "channels": item.channels,
        "audience": item.audience,
        "mode": item.mode,
        "level": item.level,
    }
    return choices[field]


def slots(catalog: Catalog) -> tuple[Slot, ...]:
    """The columns that the catalog is printed in, left to right."""
    printed = _fields(catalog)
    named = (entry for entry in template()["columns"] if entry["field"] in printed)
    return (*(slot for entry in named for slot in _slots(entry, catalog)), *_extras(catalog))


def _fields(catalog: Catalog) -> frozenset[str]:
    """The fields that the catalog's columns or items have."""
    found = {column.field for column in catalog.columns}
    for item in catalog.items:
        found |= {f for f in CHOICES if choice_of(item, f).state is not State.ABSENT}
        texts = {
            "ordinal": item.ordinal,
            "matters": item.matters,
            "content": item.content.text,
            "basis": item.basis.text,
            "time_limit": item.time_limit.cells or item.time_limit.text,
            "agency": item.agency.text,
            "site_section": item.site_section.text,
        }
        found |= {field for field, value in texts.items() if value}
    return frozenset(found)


def _slots(entry: dict[str, Any], catalog: Catalog) -> Iterator[Slot]:
    field, heading, width = entry["field"], entry["heading"], entry["width"]
    if "each" in entry:
        numerals = template()["numerals"]
        for level in _levels(catalog):
            name = entry["each"].format(n=numerals[level - 1])
            yield Slot(field, name, heading, level=level, width=width)
    elif "options" in entry:
        for term in _options(field, entry["options"], catalog):
            yield Slot(field, term.label, heading, term=term, width=width)
    else:
        yield Slot(field, heading + _unit(field, catalog), width=width)


def _unit(field: str, catalog: Catalog) -> str:
    """The unit that the catalog's own heading gives to the bare numbers below it, in brackets."""
    headings = {c.heading for c in catalog.columns if c.field == field == "time_limit"}
    units = {heading_unit(heading) for heading in headings}
    return f"（{units.pop()}）" if len(units) == 1 and "" not in units else ""


def _levels(catalog: Catalog) -> list[int]:
    columns = {column.level for column in catalog.columns if column.field == "matters"}
    return sorted(columns | {m.level for item in catalog.items for m in item.matters})


def _options(field: str, always: Iterable[str], catalog: Catalog) -> list[Term]:
    """The options that are always printed and those that occur, in the code list's order."""
    used = set(always)
    used |= {term.id for c in catalog.columns if c.field == field for term in c.terms}
    for item in catalog.items:
        choice = choice_of(item, field)
        used |= {term.id for term in (*choice.offered, *choice.selected)}
    return [term for term in code_list(CHOICES[field]).terms.values() if term.id in used]


def _extras(catalog: Catalog) -> Iterator[Slot]:
    """The columns that no field claims, by heading; as many of one heading as any row fills."""
    most: dict[str, int] = {}
    headed = Counter((c.table, c.heading) for c in catalog.columns if not c.field and c.heading)
    filled = (Counter(extra.heading for extra in item.extra) for item in catalog.items)
    counts = [Counter({heading: n}) for (_, heading), n in headed.items()]
    for count in (*counts, *filled):
        for heading, number in count.items():
            most[heading] = max(most.get(heading, 0), number)
    for heading in sorted(most, key=lambda heading: not heading):
        for place in range(most[heading]):
            yield Slot("extra", heading, place=place, width=template()["extra_width"])
