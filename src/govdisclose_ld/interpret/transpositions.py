"""Neighbouring columns of a table whose cells look exchanged, all the way down.

No row tells by itself that two columns of words stand under each other's heading. The column does:
by the kind of its cells, by how labels of one level nest in those of the level above, by the length
of what it prints, and by the same columns of the catalog's other tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from statistics import fmean, median

from govdisclose_ld.interpret.elements import read_elements
from govdisclose_ld.interpret.kinds import SCHEMES, kinds
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.profiles import FEWEST_OTHERS, Habits, Pair, neighbours
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Finding

_FEWEST = 3
_HARDLY, _MOSTLY = 0.2, 0.8
_LONGER, _LONG = 2.0, 8
_CLEARLY = 2.0
_CROSSING, _AGAIN = 0.6, 1.3
_WORDED = frozenset({"agency", "site_section", "basis", "time_limit", *SCHEMES})


def check_transpositions(rows: Sequence[PlacedRow]) -> Iterator[Finding]:
    """Neighbouring columns whose cells look exchanged, at the left one in the table's header, or at
    the table where it prints none."""
    for pairs in neighbours(rows).values():
        habits = Habits.of(pairs)
        for _, group in groupby(pairs, key=lambda pair: pair.segment):
            here = list(group)
            others = len(pairs) - len(here) >= FEWEST_OTHERS
            if len(here) >= _FEWEST and _are_exchanged(here, habits if others else None):
                yield _found(here[0])


def _found(pair: Pair) -> Finding:
    left, right = pair.cells
    column = left.column.number if pair.header.last else 0
    place = replace(left.ref, table=pair.header.table, row=pair.header.last, column=column)
    words = {"heading": left.column.heading, "other": right.column.heading}
    return finding("columns-exchanged", place, **words)


def _are_exchanged(here: Sequence[Pair], habits: Habits | None) -> bool:
    left, right = (pair.column for pair in here[0].cells)
    texts = ([pair.texts[0] for pair in here], [pair.texts[1] for pair in here])
    if left.field == right.field == "matters":
        return _nests_upwards(_groups(here), *texts) or (
            habits is not None and _differ(here, habits)
        )
    if {left.field, right.field} == {"matters", "content"}:
        matters, content = texts if left.field == "matters" else texts[::-1]
        return _reads_like_content(matters, content)
    return _are_of_other_kinds(here) or (habits is not None and _differ(here, habits))


def _groups(here: Sequence[Pair]) -> list[int]:
    """For each row under which label of the level above it stands, counted from the first; a
    blank is under the same one."""
    changes = [0, *(bool(b.above.strip()) and a.above != b.above for a, b in pairwise(here))]
    return list(accumulate(changes))


def _nests_upwards(groups: Sequence[int], upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether labels of the lower level stand in runs over which those of the upper level change,
    so that the upper ones belong to the lower; no run goes on under another group."""
    if not all(text.strip() for text in upper):
        return False
    if not all(text.strip() for text in lower):
        return _is_printed_once(upper, lower)
    places = [*zip(groups, map(key, lower), strict=True)]
    runs = [
        {key(upper[i]) for i in run} for _, run in groupby(range(len(lower)), places.__getitem__)
    ]
    crossing = sum(len(run) for run in runs if len(run) > 1)
    again = len(runs) / len({label for _, label in places})
    return crossing >= _CROSSING * len(lower) and again <= _AGAIN


def _is_printed_once(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the lower level is blank here and there below a label, as that of a merged cell is,
    while the upper one changes with every row."""
    labels = [key(text) for text in lower if text.strip()]
    blank = 1 - len(labels) / len(lower)
    distinct = len({key(text) for text in upper}) >= _MOSTLY * len(upper)
    begun = bool(lower[0].strip()) and 1 < len(labels) * _MOSTLY <= len(set(labels))
    return distinct and begun and _HARDLY <= blank <= _MOSTLY


def _reads_like_content(matters: Sequence[str], content: Sequence[str]) -> bool:
    """Whether what stands under the matter is by far the longer, and lists things."""
    long, short = (median(len(key(t)) for t in texts) for texts in (matters, content))
    lists = sum(bool(read_elements(text)) or "、" in text for text in matters)
    return long >= max(_LONG, _LONGER * short) and lists > _HARDLY * len(matters)


def _are_of_other_kinds(here: Sequence[Pair]) -> bool:
    """Whether one column hardly prints what its heading names, and the other one mostly does."""
    for own, other in ((0, 1), (1, 0)):
        field = here[0].cells[own].column.field
        if field not in _WORDED or here[0].cells[other].column.field == field:
            continue
        shares = [
            fmean(field in kinds(pair.texts[i]) for pair in here if pair.texts[i].strip())
            if any(pair.texts[i].strip() for pair in here)
            else 0.0
            for i in (own, other)
        ]
        if shares[0] <= _HARDLY and shares[1] >= _MOSTLY:
            return True
    return False


def _differ(here: Sequence[Pair], habits: Habits) -> bool:
    """Whether the rows of one table would be far likelier exchanged, after the other tables."""
    own = Habits.of(here)
    return fmean(habits.evidence(pair, without=own) for pair in here) >= _CLEARLY
