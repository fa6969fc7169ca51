"""The same change in many items, told once: a revision often changes one thing throughout."""

from __future__ import annotations

from collections import Counter

from govdisclose_ld.changes.lines import shown
from govdisclose_ld.changes.values import Changes, FieldChange
from govdisclose_ld.interpret.wording import fold

_LEAST = 3  # items


def repeated(changes: Changes) -> tuple[tuple[FieldChange, int], ...]:
    """Each change that at least three items share, with their number, the most frequent first."""
    counts: Counter[tuple[str, ...]] = Counter()
    first: dict[tuple[str, ...], FieldChange] = {}
    for item in changes.items:
        for change in item.telling:
            sides = (fold(shown(change, side).zh) for side in (change.old, change.new))
            said = (change.field, change.heading, change.kind.value, *sides)
            counts[said] += 1
            first.setdefault(said, change)
    return tuple((first[said], n) for said, n in counts.most_common() if n >= _LEAST)
