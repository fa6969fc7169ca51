"""Labels that stand at another level of matters than elsewhere in the catalog.

A label names a group or a member of one, and seldom both. A row whose lower label heads other rows,
or whose upper label is a member in others, may print the two the wrong way round; so may a table
whose upper labels come back again and again between others, as those of a lower level do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, groupby, pairwise

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.choice_cells import Printed
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.interpret.wording import is_none, key
from govdisclose_ld.model import Finding

_MOSTLY, _MANY, _TOLD, _FEWEST = 0.8, 3, 3, 5

_Counts = dict[int, Counter[str]]
_Told = Counter[tuple[tuple[int, int], str]]


@dataclass(frozen=True, slots=True)
class _Step:
    """Two neighbouring levels of one row, the upper one first; blank labels are ""."""

    row: PlacedRow
    cells: tuple[Printed, Printed]

    @property
    def labels(self) -> tuple[str, str]:
        upper, lower = (_label(cell) for cell in self.cells)
        return upper, lower

    @property
    def levels(self) -> tuple[int, int]:
        """The two levels."""
        upper, lower = (cell.column.level for cell in self.cells)
        return upper, lower

    @property
    def told(self) -> str:
        """The label that the row's content begins with: ``upper``, ``lower`` or ""."""
        content = key("".join(cell.text for cell in self.row.of("content")))
        names = zip(("lower", "upper"), reversed(self.labels), strict=True)
        return next((name for name, label in names if label and content.startswith(label)), "")


def check_label_levels(rows: Sequence[PlacedRow]) -> Iterator[Finding]:
    """Rows whose labels stand the other way round elsewhere, and tables whose upper labels come
    and go as lower ones do."""
    counts: _Counts = {}
    for row in rows:
        for cell in row.of("matters"):
            counts.setdefault(cell.column.level, Counter())[_label(cell)] += 1
    steps = [step for row in rows for step in _steps(row)]
    told = Counter((step.levels, step.told) for step in steps)
    for step in steps:
        if _is_turned(step, counts, told):
            left, right = step.cells
            words = {"heading": left.column.heading, "other": right.column.heading}
            yield finding("cells-exchanged", left.ref, **words)
    yield from _coming_back(steps)


def _label(cell: Printed) -> str:
    return "" if is_none(cell.text) else key(cell.text)


def _steps(row: PlacedRow) -> Iterator[_Step]:
    cells = sorted(row.of("matters"), key=lambda cell: cell.column.level)
    for upper, lower in pairwise(cells):
        if 0 < upper.column.level < lower.column.level:
            yield _Step(row, (upper, lower))


def _is_turned(step: _Step, counts: _Counts, told: _Told) -> bool:
    """Whether what other rows print of the two labels, how their contents begin, or the names of
    the ministries' guidelines speak for the other order, and nothing for this one."""
    upper, lower = step.labels
    if not upper or not lower or upper == lower:
        return False
    above, below = (counts[cell.column.level] for cell in step.cells)
    leanings = {
        _leaning(below[upper], above[upper] - 1),
        _leaning(above[lower], below[lower] - 1),
        _is_told_otherwise(step, told),
        lower in _known_above().get(upper, ()),
    }
    return max(leanings) > 0 <= min(leanings)


def _leaning(there: int, here: int) -> int:
    """1 where a label stands mostly at the other level, -1 where not, 0 where it comes once."""
    return 1 if there > _MANY * here else -1 if here else 0


@cache
def _known_above() -> dict[str, frozenset[str]]:
    """The names that stand above each name in the ministries' guidelines, and never below it."""
    names: dict[str, list[str]] = knowledge("vocabulary/matters.yml")["matters"]
    below = {key(name): {key(lower) for lower in lowers} for name, lowers in names.items()}
    above: dict[str, set[str]] = {}
    for name, lowers in below.items():
        for lower in lowers - {name}:
            above.setdefault(lower, set()).add(name)
    return {lower: frozenset(up - below.get(lower, set())) for lower, up in above.items()}


def _is_told_otherwise(step: _Step, told: _Told) -> bool:
    """Whether the content begins with the upper label, as no other one does, where those of other
    rows begin with the lower one (许可指南：申请条件…)."""
    alone = told[step.levels, "upper"] == 1
    return step.told == "upper" and alone and told[step.levels, "lower"] >= _TOLD


def _coming_back(steps: Sequence[_Step]) -> Iterator[Finding]:
    """Levels of a table above its lowest whose labels come back under one label after another one,
    come under several, or are printed row by row below a label that is printed once, while all
    those below differ."""
    for _, here in groupby(sorted(steps, key=_place), key=_place):
        group = list(here)
        lowers = [step.labels[1] for step in group]
        if group[0].cells[0].column.level == 1 or not all(lowers):
            continue
        differ = len(set(lowers)) >= _MOSTLY * len(lowers)
        if differ and (_come_back(group) or _are_common(group)):
            yield _crossed(group[0])


def _place(step: _Step) -> tuple[int, int]:
    return step.row.segment.number, step.cells[0].column.level


def _come_back(group: Sequence[_Step]) -> bool:
    seen: set[str] = set()
    last, parent = "", ""
    for step in group:
        upper, above = step.labels[0], _above(step)
        if above and above != parent:
            seen, last, parent = set(), "", above
        if upper and (upper in seen if upper != last else not above):
            return True
        seen |= {upper} - {""}
        last = upper or last
    return False


def _are_common(group: Sequence[_Step]) -> bool:
    """Whether most rows have an upper label that comes below several labels, as the kinds of a
    lowest level do (基本信息, 办理信息)."""
    uppers = accumulate((step.labels[0] for step in group), _latest)
    pairs = list(zip(uppers, accumulate(map(_above, group), _latest), strict=True))
    parents = Counter(upper for upper, _ in set(pairs))
    common = sum(parents[upper] > 1 for upper, _ in pairs)
    return len(group) >= _FEWEST and common >= _MOSTLY * len(group)


def _latest(last: str, label: str) -> str:
    return label or last


def _above(step: _Step) -> str:
    level = step.cells[0].column.level
    return "".join(_label(c) for c in step.row.of("matters") if 0 < c.column.level < level)


def _crossed(step: _Step) -> Finding:
    header, (upper, lower) = step.row.segment.header, step.cells
    column = upper.column.number if header.last else 0
    place = replace(upper.ref, table=header.table, row=header.last, column=column)
    words = {"heading": upper.column.heading, "other": lower.column.heading}
    return finding("labels-crossed", place, **words)
