"""To which first-level matter a row belongs whose label cell is blank.

A label that spans several rows is printed once. Where the table keeps its merged cells the label is
known; where it does not, the label may stand above its rows or, vertically centred and cut by a
page break, below the first of them. A run of blank rows is weighed against the label above and the
label below; what is decided is an inference with its reason and confidence, never a printed value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from govdisclose_ld.interpret.wording import key, likeness
from govdisclose_ld.model import CellRef, Inference

Outline = Mapping[str, tuple[str, ...]]
"""First-level labels of known standards with the labels below them, both as printed there."""

SURE = 0.7
SAME_CELL = 0.9
_SAME_PAGE = 0.2
_LEAF = -1.0
_NAMED, _SIBLING = 1.5, 0.5
_LEAST_LIKENESS = 0.2


@dataclass(frozen=True, slots=True)
class Line:
    """What grouping needs of one row: its segment, its own first label ("" if blank), the words
    that it prints below that level and those of its other telling cells, and its label cell."""

    segment: int
    label: str
    below: str
    words: str
    cell: CellRef
    has_second: bool
    section: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """The label that a row was given, why, and the label that it might have been instead."""

    label: str
    inference: Inference
    other: str = ""


@dataclass(frozen=True, slots=True)
class _Weight:
    evidence: float
    nearness: float

    @property
    def total(self) -> float:
        return self.evidence + self.nearness


def infer_memberships(lines: Sequence[Line], outline: Outline) -> dict[int, Membership]:
    """For the index of each row with a blank label: the label it is believed to stand under.

    A row that has no label above or below it in the whole catalog is left out.
    """
    found: dict[int, Membership] = {}
    runs = _runs(lines)
    each = _is_on_each_row(lines, runs)
    for run in runs:
        above = _labelled(lines, range(run[0] - 1, -1, -1), lines[run[0]].section)
        below = _labelled(lines, range(run[-1] + 1, len(lines)), lines[run[0]].section)
        if each and above is not None and below is not None:
            found |= _of_page_before(lines, run, above, below)
        else:
            found |= _decide(lines, run, above, below, outline)
    return found


def _of_page_before(
    lines: Sequence[Line], run: list[int], above: int, below: int
) -> dict[int, Membership]:
    """The label that ends the page before, for rows that open a page without one."""
    agreed = lines[above].label == lines[below].label
    confidence = SAME_CELL if agreed else SURE
    return {i: _member(lines, above, confidence, _REASONS["page"]) for i in run}


def _is_on_each_row(lines: Sequence[Line], runs: Sequence[Sequence[int]]) -> bool:
    """Whether the table tells the label of every row but those that open a page: its merged cells
    are kept, or a label is printed again and again. None reaches up into a blank then: what is
    blank goes on from the page before."""
    opening = all(i == 0 or lines[i - 1].segment != lines[i].segment for i, *_ in runs)
    again = any(one.label and one.label == other.label for one, other in pairwise(lines))
    return opening and again


def _labelled(lines: Sequence[Line], places: range, section: str) -> int | None:
    """The nearest row with a label; no group reaches across the heading of a section."""
    return next((i for i in places if lines[i].label and lines[i].section == section), None)


def _runs(lines: Sequence[Line]) -> list[list[int]]:
    """Neighbouring blank rows of one segment."""
    blank = [i for i, line in enumerate(lines) if not line.label]
    keyed = groupby(enumerate(blank), key=lambda pair: (pair[1] - pair[0], lines[pair[1]].segment))
    return [[index for _, index in run] for _, run in keyed]


def _decide(
    lines: Sequence[Line], run: list[int], above: int | None, below: int | None, outline: Outline
) -> dict[int, Membership]:
    here = lines[run[0]].segment
    inside = above is not None and lines[above].segment == here
    agreed = above is not None and below is not None and lines[above].label == lines[below].label
    if above is not None and (below is None or agreed or (inside and lines[below].segment == here)):
        confidence = SAME_CELL if inside or agreed else SURE
        return {
            i: _member(lines, above, confidence, ("同一合并格", "one merged cell")) for i in run
        }
    if above is None and below is not None:
        return {i: _member(lines, below, 0.5, _REASONS["below"]) for i in run}
    if above is None or below is None:
        return {}
    return _weigh(lines, run, above, below, outline, inside=inside)


_REASONS = {
    "above": ("上方标签", "the label above"),
    "page": ("上一页末的标签（合并格被分页切断）", "the label that ends the page before"),
    "below": (
        "下方标签（合并格被分页切断）",
        "the label below (its merged cell was cut by a page)",
    ),
}


def _weigh(
    lines: Sequence[Line],
    run: list[int],
    above: int,
    below: int,
    outline: Outline,
    *,
    inside: bool,
) -> dict[int, Membership]:
    """Splits the run where the evidence is best; a run that opens its segment is not split."""
    near_above = _SAME_PAGE if inside else 0.0
    near_below = _SAME_PAGE if lines[below].segment == lines[run[0]].segment else 0.0
    up = [_weight(lines, i, above, outline, near_above) for i in run]
    down = [_weight(lines, i, below, outline, near_below) for i in run]
    splits = range(len(run), -1, -1) if inside else (len(run), 0)
    split = max(splits, key=lambda s: round(_sum(up[:s]) + _sum(down[s:]), 6))
    members: dict[int, Membership] = {}
    for part, target, other, ours, theirs in (
        (run[:split], above, below, up[:split], down[:split]),
        (run[split:], below, above, down[split:], up[split:]),
    ):
        if part:
            confidence = _confidence(ours, theirs)
            side = _REASONS["above" if target == above else "below"]
            for i in part:
                members[i] = _member(lines, target, confidence, side, lines[other].label)
    return members


def _sum(weights: Sequence[_Weight]) -> float:
    return sum(w.total for w in weights)


def _confidence(ours: Sequence[_Weight], theirs: Sequence[_Weight]) -> float:
    """0.5 where nothing but nearness speaks for the label, up to 0.9 with evidence and margin."""
    evidence = sum(w.evidence for w in ours)
    margin = _sum(ours) - _sum(theirs)
    if evidence <= 0:
        return 0.5
    return round(0.5 + 0.4 * min(1.0, margin / 1.5), 2)


def _member(
    lines: Sequence[Line],
    target: int,
    confidence: float,
    reason: tuple[str, str],
    other: str = "",
) -> Membership:
    label = lines[target]
    return Membership(label.label, Inference(confidence, *reason, label.cell), other)


def _weight(
    lines: Sequence[Line], row: int, target: int, outline: Outline, nearness: float
) -> _Weight:
    """What speaks for a row's standing under the label of row ``target``."""
    line, label = lines[row], lines[target]
    evidence = _LEAF if line.has_second and not label.has_second else 0.0
    evidence += _notable(likeness(label.label, line.below))
    evidence += _SIBLING * _notable(likeness(label.words, line.words))
    return _Weight(evidence + _known(label.label, line.below, outline), nearness)


def _notable(value: float) -> float:
    return value if value >= _LEAST_LIKENESS else 0.0


def _known(label: str, below: str, outline: Outline) -> float:
    """What known standards say: the row's name stands under this label there, or one like it."""
    children = next((names for name, names in outline.items() if key(name) == key(label)), ())
    if any(key(child) == key(below) for child in children):
        return _NAMED
    return _notable(max((likeness(child, below) for child in children), default=0.0)) * 0.7
