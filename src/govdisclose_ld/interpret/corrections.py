"""Corrections that people have settled, in ``data/corrections/*.yml``, applied to a reading.

A correction names the item by its ordinal or its key, the field, the text of the source cell when
it was written (``printed``), the value that was read, the right one, and who, when and why. It is
applied only while the source cell still prints that text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from govdisclose_ld.interpret.agencies import read_agencies
from govdisclose_ld.interpret.citations import read_citations
from govdisclose_ld.interpret.codes import segment
from govdisclose_ld.interpret.correction_files import (
    LEVELS,
    WORDS,
    CorrectionFile,
    attribute,
    says_none,
)
from govdisclose_ld.interpret.deadlines import read_time_limit
from govdisclose_ld.interpret.elements import read_elements
from govdisclose_ld.interpret.items import with_choice
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.wording import fold, squeeze
from govdisclose_ld.model import (
    CellRef,
    Choice,
    Correction,
    Document,
    Finding,
    Item,
    Matter,
    State,
)

_MOST_KEYS = 5


def apply_corrections(
    items: Sequence[Item],
    files: Iterable[CorrectionFile],
    document: Document,
    optional: Set[str] = frozenset(),
) -> tuple[tuple[Item, ...], tuple[Correction, ...], tuple[Finding, ...]]:
    """The items as corrected, the corrections applied, and findings of those that were not.

    ``optional`` are the glyphs that the catalog's legend declares optional.
    """
    done = {item.key: item for item in items}
    by_ordinal: dict[str, list[str]] = {}
    for item in items:
        by_ordinal.setdefault(fold(item.ordinal), []).append(item.key)
    applied: list[Correction] = []
    findings: list[Finding] = []
    for source in files:
        for correction, printed in zip(source.corrections, source.printed, strict=True):
            keys = _meant(correction, done.keys(), by_ordinal)
            if len(keys) != 1:
                findings.append(_undecided(correction, keys, document))
                continue
            item = done[keys[0]]
            now = printed_of(item, correction.field, document)
            if fold(now) != fold(printed):
                findings.append(_stale(correction, item, printed, now))
                continue
            named = replace(correction, ordinal=item.ordinal, key=item.key)
            done[item.key] = _corrected(item, named, optional)
            applied.append(named)
    return tuple(done[item.key] for item in items), tuple(applied), tuple(findings)


def _meant(
    correction: Correction, keys: Iterable[str], by_ordinal: dict[str, list[str]]
) -> list[str]:
    """The keys of the items that a correction can mean; its own key decides where it has one."""
    if correction.key:
        return [correction.key] if correction.key in keys else []
    return by_ordinal.get(fold(correction.ordinal), []) if correction.ordinal.strip() else []


def _undecided(correction: Correction, keys: Sequence[str], document: Document) -> Finding:
    place = CellRef(document.name)
    words = {"ordinal": correction.key or correction.ordinal, "file": correction.file}
    if not keys:
        return finding("correction-unmatched", place, **words)
    listed = "、".join(keys[:_MOST_KEYS]) + ("…" if len(keys) > _MOST_KEYS else "")
    return finding("correction-ambiguous", place, count=len(keys), keys=listed, **words)


def _stale(correction: Correction, item: Item, printed: str, now: str) -> Finding:
    words = {"field": correction.field, "read": printed, "now": now, "file": correction.file}
    return finding("correction-stale", item.source, ordinal=item.ordinal, **words)


def printed_of(item: Item, field: str, document: Document) -> str:
    """What the source cells of a field print in the item's own row."""
    if field in LEVELS:
        level = LEVELS.index(field) + 1
        own = (m for m in item.matters if m.level == level and m.inference is None)
        return next((m.label for m in own), "")
    cells = (document.cell(ref) for ref in getattr(item, attribute(field)).cells)
    return squeeze(" ".join(cell.text for cell in cells if cell))


def _corrected(item: Item, correction: Correction, optional: Set[str]) -> Item:
    field, right = correction.field, correction.right
    if field in LEVELS:
        return _corrected_matter(item, LEVELS.index(field) + 1, correction)
    if field == "time_limit":
        limit, _ = read_time_limit(right)
        kept = item.time_limit
        return replace(item, time_limit=replace(limit, text=kept.text, cells=kept.cells))
    if field == "agency":
        return replace(item, agencies=read_agencies(right))
    if field == "basis":
        return replace(item, legal_bases=read_citations(right)[0])
    if field in WORDS:
        return _reworded(item, field, "" if says_none(right) else right, optional)
    name = attribute(field)
    choice: Choice = getattr(item, name)
    told = () if says_none(right) else segment(right, SCHEMES[name])
    selected = tuple(dict.fromkeys(term for terms in told for term in terms))
    offered = tuple(dict.fromkeys((*choice.offered, *selected)))
    settled = replace(choice, state=State.READ, selected=selected, offered=offered)
    return with_choice(item, name, settled)


def _reworded(item: Item, field: str, right: str, optional: Set[str]) -> Item:
    if field == "site_section":
        return replace(item, site_section=replace(item.site_section, text=right))
    elements = read_elements(right, frozenset(optional))
    return replace(item, content=replace(item.content, text=right), elements=elements)


def _corrected_matter(item: Item, level: int, correction: Correction) -> Item:
    old = next((m for m in item.matters if m.level == level), None)
    others = [m for m in item.matters if m.level != level]
    if says_none(correction.right):
        return replace(item, matters=tuple(others))
    cell = old.cell if old else item.source
    matter = Matter(level, correction.right, cell, correction=correction)
    return replace(item, matters=tuple(sorted([*others, matter], key=lambda m: m.level)))
