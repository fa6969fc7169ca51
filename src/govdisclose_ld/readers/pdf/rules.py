"""The rules of the tables on a PDF page, and the outer ones that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page

from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.pdf.grids import Grid, are_level, grid_of

_MOST_EDGES = 20_000
_NEAR = 3.0
_FEWEST = 3
_THICK = 4.0
"""What is no longer may be the end of a rule that is drawn as a thin rectangle."""
_INSIDE = 2 * _NEAR
_LINES = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "edge_min_length": 5}

Ends = tuple[float, float, float]
"""Where a rule begins and ends, and where it lies across that direction."""


def find_grids(page: Page, draft: Draft) -> list[Grid]:
    """The tables of two columns or more, but not a lone pair of boxes.

    A side is added where rules end in the open: some programs leave out the rule below a row that
    a page break cuts, and some tables have no rules at their sides.
    """
    if len(page.edges) > _MOST_EDGES:
        draft.note("page-too-complex", page=page.page_number)
        return []
    across = _whole(
        _ends(e, "x0", "x1", "top") for e in page.horizontal_edges if e["width"] > _THICK
    )
    down = _whole(
        _ends(e, "top", "bottom", "x0") for e in page.vertical_edges if e["height"] > _THICK
    )
    added = list(_missing(down, across, merged=True))
    settings: dict[str, Any] = {
        **_LINES,
        "explicit_horizontal_lines": [_line(x0, x1, y, y) for x0, x1, y in added],
        "explicit_vertical_lines": [_line(x, x, y0, y1) for y0, y1, x in _missing(across, down)],
    }
    grids = (grid_of(table.cells, added) for table in page.find_tables(settings))
    return [grid for grid in grids if grid.width > 1 and grid.width * grid.height > 2]


def _ends(edge: dict[str, Any], start: str, end: str, place: str) -> Ends:
    return float(edge[start]), float(edge[end]), float(edge[place])


def _line(x0: float, x1: float, top: float, bottom: float) -> dict[str, Any]:
    """A rule as pdfplumber has them."""
    place = {"x0": x0, "x1": x1, "top": top, "bottom": bottom}
    return {**place, "object_type": "line", "width": x1 - x0, "height": bottom - top}


def _whole(rules: Iterable[Ends]) -> list[Ends]:
    """The rules with the pieces that they are drawn in put together."""
    whole: list[Ends] = []
    for rule in sorted(rules, key=lambda rule: (round(rule[2]), rule[0])):
        last = whole[-1] if whole else None
        if last and round(last[2]) == round(rule[2]) and rule[0] <= last[1] + _NEAR:
            whole[-1] = (last[0], max(last[1], rule[1]), last[2])
        else:
            whole.append(rule)
    return whole


def _missing(
    rules: Sequence[Ends], crossing: Sequence[Ends], *, merged: bool = False
) -> Iterator[Ends]:
    """The crossing rules that are missing where three rules or more end side by side: from each of
    them to its neighbour, unless that goes on, and from the outermost to the side of the table.

    ``merged`` tells that a merged cell may part two that rows of the same heights meet; below one
    another those are two tables.
    """
    for end in (0, 1):
        for ending in _side_by_side(rules, end):
            if len({round(rule[2]) for rule in ending}) < _FEWEST:
                continue
            level = (min if end == 0 else max)(rule[end] for rule in ending)
            drawn = [cross for cross in crossing if abs(cross[2] - level) <= _NEAR]
            closed = {rule for rule in ending if any(_meets(cross, rule) for cross in drawn)}
            for start, stop in _gaps(
                _reaching(rules, level, end), ending, closed, crossing, merged=merged
            ):
                middle = (start + stop) / 2
                if not any(cross[0] <= middle <= cross[1] for cross in drawn):
                    yield start, stop, level


def _reaching(rules: Iterable[Ends], level: float, end: int) -> list[Ends]:
    """The rules that are there right inside of a level at which some of them end, in order."""
    inside = level + (_INSIDE if end == 0 else -_INSIDE)
    return sorted((r for r in rules if r[0] <= inside <= r[1]), key=lambda rule: rule[2])


def _gaps(
    reaching: Sequence[Ends],
    ending: set[Ends],
    closed: set[Ends],
    crossing: Sequence[Ends],
    *,
    merged: bool,
) -> Iterator[tuple[float, float]]:
    """Where crossing rules join neighbours that both end, and where they go on to a side of the
    table that has no rule. What no crossing rule joins are two tables, unless both neighbours are
    as long and the table is open there, or rows of the same heights meet both: a merged cell takes
    all the page between them.
    """
    for one, other in pairwise(reaching):
        if not {one, other} <= ending or other[2] - one[2] <= _THICK:
            continue
        reach = max((cross[1] for cross in _through(one, crossing)), default=one[2])
        meet = {one, other}.isdisjoint(closed) or (merged and _are_met_alike(one, other, crossing))
        open_ = meet and _as_long(one, other)
        if reach >= other[2] - _NEAR or (
            open_ and any(_through(one, crossing)) and any(_through(other, crossing))
        ):
            yield one[2], other[2]
    for outer, side in ((reaching[:1], 0), (reaching[-1:], 1)):
        for rule in ending.intersection(outer):
            ends = [rule[2], *(cross[side] for cross in _through(rule, crossing))]
            if max(ends) - min(ends) > _THICK:
                yield min(ends), max(ends)


def _as_long(one: Ends, other: Ends) -> bool:
    return abs(one[0] - other[0]) <= _NEAR and abs(one[1] - other[1]) <= _NEAR


def _are_met_alike(one: Ends, other: Ends, crossing: Sequence[Ends]) -> bool:
    """Whether rules of the same rows, two or more, end at both."""
    levels = [sorted(cross[2] for cross in _through(rule, crossing)) for rule in (one, other)]
    return len(levels[0]) >= _FEWEST and are_level(*levels)


def _meets(cross: Ends, rule: Ends) -> bool:
    return cross[0] - _NEAR <= rule[2] <= cross[1] + _NEAR


def _through(rule: Ends, crossing: Iterable[Ends]) -> Iterator[Ends]:
    """The crossing rules that meet a rule."""
    for cross in crossing:
        if rule[0] - _NEAR <= cross[2] <= rule[1] + _NEAR and _meets(cross, rule):
            yield cross


def _side_by_side(rules: Iterable[Ends], end: int) -> Iterator[set[Ends]]:
    """Rules that begin, or end, at one level."""
    group: set[Ends] = set()
    last = 0.0
    for rule in sorted(rules, key=lambda rule: rule[end]):
        if group and rule[end] - last > _NEAR / 2:
            yield group
            group = set()
        group.add(rule)
        last = rule[end]
    if group:
        yield group
