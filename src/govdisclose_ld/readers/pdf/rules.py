"""The rules of the tables on a PDF page, and the outer ones that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from pdfplumber.page import Page

from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.pdf.grids import Grid, grid_of

_MOST_EDGES = 20_000
_NEAR = 3.0
_FEWEST = 3
_THICK = 4.0
"""What is no longer may be the end of a rule that is drawn as a thin rectangle."""
_LINES = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "edge_min_length": 10}

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
    across = [_ends(e, "x0", "x1", "top") for e in page.horizontal_edges if e["width"] > _THICK]
    down = [_ends(e, "top", "bottom", "x0") for e in page.vertical_edges if e["height"] > _THICK]
    settings: dict[str, Any] = {
        **_LINES,
        "explicit_horizontal_lines": list(_open_ends(down, across)),
        "explicit_vertical_lines": list(_open_ends(across, down)),
    }
    grids = (grid_of(table.cells) for table in page.find_tables(settings))
    return [grid for grid in grids if grid.width > 1 and grid.width * grid.height > 2]


def _ends(edge: dict[str, Any], start: str, end: str, place: str) -> Ends:
    return float(edge[start]), float(edge[end]), float(edge[place])


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


def _open_ends(rules: Iterable[Ends], crossing: Sequence[Ends]) -> Iterator[float]:
    """Where three rules or more end side by side, and between two of them no rule crosses.

    A gap over which no crossing rule joins the two lies between two tables and is not open.
    """
    through = _whole(crossing)
    for end in (0, 1):
        for group in _side_by_side(_whole(rules), end):
            level = (min if end == 0 else max)(rule[end] for rule in group)
            places = sorted({round(rule[2]) for rule in group})
            near = [cross for cross in crossing if abs(cross[2] - level) <= _NEAR]
            gaps = [
                (a + b) / 2
                for a, b in pairwise(places)
                if b - a > _THICK and _are_joined(a, b, through)
            ]
            if len(places) >= _FEWEST and not all(
                any(cross[0] <= middle <= cross[1] for cross in near) for middle in gaps
            ):
                yield level


def _are_joined(a: float, b: float, crossing: Iterable[Ends]) -> bool:
    """Whether one rule runs from one place to the other."""
    return any(cross[0] <= a + _NEAR and cross[1] >= b - _NEAR for cross in crossing)


def _side_by_side(rules: Iterable[Ends], end: int) -> Iterator[list[Ends]]:
    """Rules that begin, or end, at one level."""
    group: list[Ends] = []
    for rule in sorted(rules, key=lambda rule: rule[end]):
        if group and rule[end] - group[-1][end] > _NEAR / 2:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group
