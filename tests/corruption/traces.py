"""Whether a wrong reading could have been seen at all: damage that leaves a sound print of others.

A difference is *traceless* only if both hold:

1. The row as it was read, printed again in the same layout below the labels of the row above it
   as they were read, gives the damaged row cell for cell, blanks at its end apart.
2. Nothing that the rest of the document prints speaks against it. For a field of choices: a row
   that nothing befell prints the very same cells under that field, or the damage left no such row.
   For matters: no such row prints one of the labels at another level, the row's content does not
   repeat the upper label and leave out the lower one, and the labels of its page do not nest once
   two levels of them trade places where they did not before.

No other field is ever traceless: a text is right as it is printed, and what is made of a text (a
law, a rule) can be told from it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corruption.duties import Basis, Duty, Limit
from corruption.layouts import Layout, Line, Page, print_line
from corruption.verdicts import PHONE, Difference, Place, Verdict, places
from govdisclose_ld.model import Catalog, Choice, Item, State

Labels = tuple[str, ...]
_CHOICES = ("audience", "mode", "level")


@dataclass(frozen=True, slots=True)
class _Row:
    """One damaged row: as printed, as read, and the item read from the row above on its page;
    ``paths`` are the labels read on the whole page."""

    line: Line
    item: Item
    above: Item | None
    paths: Sequence[Labels]


def with_traces(
    found: Sequence[Difference],
    pages: Sequence[Page],
    catalog: Catalog,
    struck: Collection[int],
    layout: Layout,
) -> tuple[Difference, ...]:
    """The differences with the silent ones that are traceless told apart."""
    rows = {row.line.duty: row for row in _rows(pages, catalog, layout)}
    lines = (line for page in pages for line in page.lines)
    sound = [line for line in lines if line.duty is not None and line.duty not in struck]
    return tuple(
        replace(one, verdict=Verdict.TRACELESS)
        if one.verdict is Verdict.SILENT
        and one.duty in rows
        and _is_traceless(one.field, rows[one.duty], sound, layout)
        else one
        for one in found
    )


def _rows(pages: Sequence[Page], catalog: Catalog, layout: Layout) -> Iterator[_Row]:
    items = {(i.source.table, i.source.row): i for i in catalog.items}
    placed = {
        number: place for number, (place, _) in places(pages, catalog.document, layout).items()
    }
    for page in pages:
        found = [(line, _item(line, placed, items)) for line in page.lines]
        paths = [_labels_of(item) for _, item in found if item]
        above: Item | None = None
        for line, item in found:
            if item:
                yield _Row(line, item, above, paths)
            above = item or above


def _item(
    line: Line, placed: Mapping[int, Place], items: Mapping[tuple[int, int], Item]
) -> Item | None:
    place = placed[line.duty] if line.duty is not None else None
    return items.get((place.table, place.row)) if place else None


def _is_traceless(field: str, row: _Row, sound: Sequence[Line], layout: Layout) -> bool:
    duty = _as_read(row.item, layout)
    if duty is None or (row.above and len(row.above.matters) != layout.depth):
        return False
    above = replace(duty, matters=_labels_of(row.above)) if row.above else None
    printed = print_line(layout, duty, above)
    if printed is None or _whole(printed) != _whole(row.line.cells):
        return False
    if field == "matters":
        return not (_speaks_against(duty, sound) or _would_nest(row.paths))
    return field in _CHOICES and _is_printed_elsewhere(field, printed, sound, layout)


def _is_printed_elsewhere(
    field: str, printed: Sequence[str], sound: Sequence[Line], layout: Layout
) -> bool:
    marks = (f"{field}=", f"{field}:")
    places = [i for i, h in enumerate(layout.headings) if h.role.startswith(marks)]
    cells = [printed[i] for i in places]
    others = [[line.cells[i] for i in places] for line in sound]
    return cells in others or not others


def _speaks_against(duty: Duty, sound: Sequence[Line]) -> bool:
    labels = {label: f"level{level}" for level, label in enumerate(duty.matters, 1)}
    moved = any(
        text in labels and role.startswith("level") and role[5:].isdigit() and role != labels[text]
        for line in sound
        for role, text in zip(line.roles, line.cells, strict=True)
    )
    repeated = [label in duty.content for label in duty.matters]
    return moved or repeated != sorted(repeated)


def _would_nest(paths: Sequence[Labels]) -> bool:
    """Whether labels of a level come under several labels, and would not if the level traded places
    with a neighbour."""
    depth = min(map(len, paths))
    for upper in range(depth - 1):
        level = max(upper, 1)
        swapped = [(*p[:upper], p[upper + 1], p[upper], *p[upper + 2 :]) for p in paths]
        if _are_shared(paths, level) and not _are_shared(swapped, level):
            return True
    return False


def _are_shared(paths: Sequence[Labels], level: int) -> bool:
    """Whether a label of that level comes under two different ones."""
    pairs = {path[level - 1 : level + 1] for path in paths}
    return len(pairs) > len({label for _, label in pairs})


def _whole(cells: Sequence[str]) -> list[str]:
    plain = ["".join(text.split()) for text in cells]
    while plain and not plain[-1]:
        plain.pop()
    return plain


def _as_read(item: Item, layout: Layout) -> Duty | None:
    """The duty that an item tells; None where a field is unknown or a level is missing."""
    choices = {name: getattr(item, name) for name in ("channels", *layout.options)}
    if len(item.matters) != layout.depth or any(
        c.state is not State.READ for c in choices.values()
    ):
        return None
    return Duty(
        ordinal=item.ordinal,
        matters=_labels_of(item),
        content=item.content.text,
        basis=Basis(item.basis.text, ()),
        limit=Limit(item.time_limit.text),
        agency=item.agency.text,
        site=item.site_section.text,
        phone=next((e.text for e in item.extra if e.heading == PHONE), ""),
        channels=_labels(item.channels),
        answers={name: _labels(choices[name]) for name in layout.options},
    )


def _labels_of(item: Item) -> Labels:
    return tuple(matter.label for matter in item.matters)


def _labels(choice: Choice) -> frozenset[str]:
    return frozenset(term.label for term in choice.selected)
