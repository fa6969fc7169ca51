"""Single characters that recognition may have misread, seen by what the rest of a catalog prints.

A box drawn otherwise than all the others, or a name that is one character off one that comes again
and again, is published as it was read and carries a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.interpret.marks import glyphs, is_letter
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import CellRef, Finding, Item

_RARE = 0.1
_SHORTEST = 4
_USUAL = 2


def check_misprints(rows: Sequence[PlacedRow], items: Sequence[Item]) -> Iterator[Finding]:
    """Boxes drawn with a letter that hardly another one is, and names one character off."""
    yield from _odd_boxes(rows)
    labels: dict[int, list[tuple[str, CellRef]]] = {}
    for item in items:
        for matter in item.matters:
            if matter.inference is None:
                labels.setdefault(matter.level, []).append((matter.label, matter.cell))
    laws = [
        (f"{c.law.title} {c.number}", item.basis.cells[0])
        for item in items
        for c in item.legal_bases
        if c.law and item.basis.cells
    ]
    for printed in (*labels.values(), laws):
        yield from _near_names(printed)


def _odd_boxes(rows: Sequence[PlacedRow]) -> Iterator[Finding]:
    drawn = [
        (glyph, cell.ref, cell.column.heading)
        for row in rows
        for field in SCHEMES
        for cell in row.of(field)
        for glyph in glyphs(cell.text)
    ]
    counts = Counter(glyph for glyph, *_ in drawn)
    for glyph, ref, heading in dict.fromkeys(drawn):
        if is_letter(glyph) and counts[glyph] <= _RARE * len(drawn):
            yield finding("mark-odd", ref, heading=heading, glyph=glyph)


def _near_names(printed: Iterable[tuple[str, CellRef]]) -> Iterator[Finding]:
    """Names that come once and differ in one character from one that comes more often."""
    places: dict[str, list[CellRef]] = {}
    for name, cell in printed:
        places.setdefault(key(name), []).append(cell)
    usual = _patterns({name for name, cells in places.items() if len(set(cells)) >= _USUAL})
    for name, cells in places.items():
        if len(set(cells)) < _USUAL:
            other = next((o for p in _holes(name) for o in usual.get(p, ()) if o != name), "")
            if other and not _contrast(name, other):
                yield finding("name-near", cells[0], text=name, other=other)


def _patterns(names: Iterable[str]) -> Mapping[str, list[str]]:
    """Names by what is left of them with one character blotted out."""
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        for hole in _holes(name):
            found.setdefault(hole, []).append(name)
    return found


def _holes(name: str) -> list[str]:
    if len(name) < _SHORTEST:
        return []
    return [f"{name[:i]}\0{name[i + 1 :]}" for i in range(len(name))]


def _contrast(one: str, other: str) -> bool:
    """Whether the two characters that differ are words of their own that tell things apart."""
    pair = next(((a, b) for a, b in zip(one, other, strict=True) if a != b), ("", ""))
    return all(char in _contrasts() or char.isdecimal() for char in pair)


@cache
def _contrasts() -> frozenset[str]:
    return frozenset(knowledge("vocabulary/columns.yml")["contrasts"])
