"""A catalog taken as the standard for others, as a province does with its guide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256

from govdisclose_ld.interpret import catalog_path
from govdisclose_ld.model import Catalog, Choice, Element, Item, Phrase, State, TimeLimit, TimeRule
from govdisclose_ld.standards import (
    Defaults,
    Requirements,
    Standard,
    StandardItem,
    StandardMatter,
    normalise,
    requirable,
)

_Path = tuple[str, ...]


def standard_from(catalog: Catalog) -> Standard:
    """The standard that a catalog sets: its items, each held to what the catalog prints of it.

    A mark that could not be read, a blank cell and a vague time limit ask for nothing; a default
    limit of the notice is a default of the standard. Rows that bear the same names are one item,
    held to what all of them ask for. An item whose own label was inferred is marked so, and a
    matter is ``assumed`` where it was inferred for all rows under it. ``id`` is made of the
    division, slug and version that make the catalog's IRI; labels are Chinese in both languages.
    """
    groups: dict[_Path, list[Item]] = {}
    for item in catalog.items:
        if path := _path(item):
            groups.setdefault(path, []).append(item)
    return Standard(
        id=_id(catalog),
        title=_label(catalog.title or catalog.document.name),
        field=catalog.field.id if catalog.field else "",
        matters=_outline(groups),
        identifier=catalog.document_number,
        source=catalog.document.name,
        defaults=Defaults(time_limit=_limit(catalog.default_time_limit)),
        exhaustive=True,
        file=catalog.document.name,
    )


def _id(catalog: Catalog) -> str:
    path = catalog_path(catalog)
    words = re.sub(r"[^a-z0-9]+", "-", f"catalog-{path}".casefold()).strip("-")
    # A slug or version in other letters leaves nothing to tell two catalogs apart by.
    return words if re.fullmatch(r"[a-z0-9/-]+", path) else f"{words}-{_digest(path)}"


def _digest(*words: str) -> str:
    return sha256("\x1f".join(words).encode()).hexdigest()[:12]


def _label(text: str) -> Phrase:
    return Phrase(text, text)


def _path(item: Item) -> _Path:
    """The item's labels as names are compared; for want of any, the first line of its content."""
    labels = tuple(filter(None, (normalise(matter.label) for matter in item.matters)))
    first = normalise(item.content.text.strip().partition("\n")[0])
    return labels or ((first,) if first else ())


def _outline(groups: dict[_Path, list[Item]]) -> tuple[StandardMatter, ...]:
    loose = tuple(_item(path, rows) for path, rows in groups.items() if len(path) == 1)
    nameless = StandardMatter("", Phrase(), loose, assumed=True)
    return (*_matters(groups, ()), nameless) if loose else _matters(groups, ())


def _matters(groups: dict[_Path, list[Item]], above: _Path) -> tuple[StandardMatter, ...]:
    depth = len(above)
    below = {path: rows for path, rows in groups.items() if path[:depth] == above}
    paths = dict.fromkeys(path[: depth + 1] for path in below if len(path) > depth + 1)
    return tuple(_matter(path, below) for path in paths)


def _matter(path: _Path, groups: dict[_Path, list[Item]]) -> StandardMatter:
    depth = len(path)
    under = [row for each, rows in groups.items() if each[:depth] == path for row in rows]
    heads = [row.matters[depth - 1] for row in under]
    return StandardMatter(
        id=f"m{_digest(*path)}",
        label=_label(next((m.label for m in heads if m.inference is None), heads[0].label)),
        items=tuple(
            _item(each, rows)
            for each, rows in groups.items()
            if len(each) == depth + 1 and each[:depth] == path
        ),
        assumed=all(matter.inference is not None for matter in heads),
        matters=_matters(groups, path),
    )


def _item(path: _Path, rows: Sequence[Item]) -> StandardItem:
    own = [row.matters[-1] for row in rows if row.matters]
    printed = [matter.label for matter in own if matter.inference is None]
    first = rows[0].content.text.strip().partition("\n")[0]
    return StandardItem(
        id=f"i{_digest(*path)}",
        label=_label((printed or [matter.label for matter in own] or [first])[0]),
        requirements=_requirements(rows),
        elements=_distinct(text for row in rows for text in _leaves(row.elements)),
        bases=tuple(dict.fromkeys(c.law for row in rows for c in row.legal_bases if c.law)),
        inferred=bool(own) and not printed,
    )


def _leaves(elements: Iterable[Element]) -> Iterable[str]:
    for element in elements:
        yield element.text
        yield from _leaves(element.parts)


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text.strip()))


def _requirements(rows: Sequence[Item]) -> Requirements:
    return Requirements(
        time_limit=_longest([_own_limit(row.time_limit) for row in rows]),
        channels=_common("channels", [row.channels for row in rows]),
        audience=_common("audience", [row.audience for row in rows]),
        mode=_common("mode", [row.mode for row in rows]),
        level=_common("level", [row.level for row in rows]),
    )


def _common(name: str, choices: Sequence[Choice]) -> tuple[str, ...]:
    """The options that every row ticks, of those that a standard can ask for."""
    ticked = [
        [term.id for term in choice.selected] if choice.state is State.READ else []
        for choice in choices
    ]
    allowed = requirable(name)
    return tuple(
        dict.fromkeys(
            one for one in ticked[0] if one in allowed and all(one in other for other in ticked)
        )
    )


def _own_limit(limit: TimeLimit) -> TimeRule | None:
    return None if limit.inherited else _limit(limit)


def _limit(limit: TimeLimit | None) -> TimeRule | None:
    """The one limit that is set; None where there are several kinds of limit, or none."""
    if limit is None or limit.vague:
        return None
    return _longest([rule for rule in limit.rules if rule.kind == "limit"])


def _longest(rules: Sequence[TimeRule | None]) -> TimeRule | None:
    """The longest of limits that run from the same event in the same unit, else None."""
    sure = [rule for rule in rules if rule and rule.trigger and rule.unit and rule.amount]
    kinds = {(rule.trigger, rule.unit) for rule in sure}
    if len(sure) != len(rules) or len(kinds) != 1:
        return None
    first = max(sure, key=lambda rule: rule.amount or 0)
    return TimeRule("limit", first.trigger, first.amount, first.unit)
