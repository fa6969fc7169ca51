"""Whether a catalog prints each first-level label once, at the head of its rows.

Where it plainly does, a blank below a label repeats that label, and saying so once tells as much as
saying so at every row. A label that hangs lower (centred in a cell that was merged) leaves the
first row of its segment blank, or rows that are more like the label below them; one that is printed
again shows that a blank is a label that was lost.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate, groupby, pairwise

from govdisclose_ld.interpret.groups import SAME_CELL, Line, Membership
from govdisclose_ld.interpret.wording import likeness

_FEWEST_GROUPS = 3
_CLEARLY = 0.5


def rows_below_labels(lines: Sequence[Line], members: Mapping[int, Membership]) -> frozenset[int]:
    """The indices of the rows whose blank first label repeats the one above; none where the
    catalog's labels are not plainly printed once at the head of their rows."""
    segments = [list(part) for _, part in groupby(lines, key=lambda line: line.segment)]
    heads = sum(bool(a.label) and not b.label for one in segments for a, b in pairwise(one))
    again = any(_again(one) for one in segments)
    hanging = any(not one[0].label for one in segments) or _leans_below(lines, members)
    if heads < _FEWEST_GROUPS or again or hanging:
        return frozenset()
    return frozenset(i for i, m in members.items() if m.inference.confidence >= SAME_CELL)


def _again(segment: Sequence[Line]) -> bool:
    """Whether a label is printed again right below itself."""
    printed = [line.label for line in segment if line.label]
    return any(one == other for one, other in pairwise(printed))


def _leans_below(lines: Sequence[Line], blank: Collection[int]) -> bool:
    """Whether a blank row is clearly more like the label below it than like the one above."""
    printed = [line.label for line in lines]
    above = list(accumulate(printed, _latest))
    below = list(accumulate(reversed(printed), _latest))[::-1]
    return any(
        likeness(below[i], lines[i].below) - likeness(above[i], lines[i].below) >= _CLEARLY
        for i in blank
        if above[i] and below[i]
    )


def _latest(last: str, label: str) -> str:
    return label or last
