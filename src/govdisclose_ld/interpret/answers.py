"""How rows answer by ticking, held against each other: the only trace of a tick that slipped.

A tick in the next column leaves a row that reads well. What gives it away is an answer that hardly
another row gives, a table that answers unlike all others, or one that hardly ever gives the answer
that nearly all catalogs give. An answer whose options are printed beside it cannot have slipped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.headings import TICK_FIELDS, field_label
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.model import CellRef, Choice, Finding, Item, State, Term

FEWEST_OTHERS = 4
MOST = 0.9
_HARDLY = 0.25
_HALF, _USUAL, _RARE = 0.5, 0.6, 0.05
_CLEARLY = 0.8
_FEWEST_ROWS, _MOSTLY = 3, 0.75

Said = frozenset[Term]
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one row ticks in one field; ``slips`` where each option has a column of its own."""

    row: PlacedRow
    choice: Choice
    slips: bool

    @property
    def said(self) -> Said:
        """The ticked options."""
        return frozenset(self.choice.selected)

    @property
    def place(self) -> _Place:
        """The table and the row."""
        return self.row.segment.table.number, self.row.row.number

    @property
    def header(self) -> CellRef:
        """The field's first cell in the header that the row is read by, or its whole table."""
        header = self.row.segment.header
        column = self.choice.cells[0].column if header.last else 0
        return replace(self.choice.cells[0], table=header.table, row=header.last, column=column)


def answers(field: str, rows: Sequence[PlacedRow], items: Sequence[Item]) -> list[Answer]:
    """The answers of all rows whose marks are read in that field, in print order."""
    found = []
    for row, item in zip(rows, items, strict=True):
        choice: Choice = getattr(item, field)
        if choice.state is State.READ:
            slips = any(cell.column.terms for cell in row.of(field))
            found.append(Answer(row, choice, slips))
    return found


def check_answers(rows: Sequence[PlacedRow], items: Sequence[Item]) -> Iterator[Finding]:
    """Answers that hardly another row gives, and tables that answer unlike the others.

    ``items`` are those of ``rows`` in the same order, as their rows alone tell them.
    """
    given = {field: answers(field, rows, items) for field in TICK_FIELDS}
    odd = {field: {one.place for one in _unusual(given[field])} for field in TICK_FIELDS}
    for field in TICK_FIELDS:
        doubted = {place for other in TICK_FIELDS if other != field for place in odd[other]}
        for one in _unusual(given[field], doubted):
            said = "、".join(term.label for term in one.choice.selected) or "—"
            words = {"field": field_label(field), "text": said}
            yield finding("answer-unusual", one.choice.cells[0], **words)
        yield from _differing(field, given[field])
        yield from _narrow(field, given[field], code_list(SCHEMES[field]).widest)


def check_own_level(
    rows: Sequence[PlacedRow], items: Sequence[Item], own: Term | None
) -> Iterator[Finding]:
    """Tables of tick columns in which hardly a row is published at the office's own level."""
    given = [one for one in answers("level", rows, items) if one.slips]
    yield from _narrow("level", given, own)


def _unusual(given: Sequence[Answer], doubted: Collection[_Place] = ()) -> Iterator[Answer]:
    """Answers beside which nearly all others agree, or that hardly another row gives; rows that
    are out of line themselves, or ``doubted`` for another field's answer, make no habit.

    Where most others agree, one row that gives the same answer does not vouch for it: two ticks
    that slipped to one option would vouch for each other.
    """
    sure = {one.place: one for one in given if not one.row.findings and one.place not in doubted}
    counts = Counter(one.said for one in sure.values())
    for one in given:
        own = one.place in sure
        others = len(sure) - own
        if others < FEWEST_OTHERS:
            continue
        usual, count = counts.most_common(1)[0]
        alike = counts[one.said] - own
        rare = alike <= _RARE * others and count >= _USUAL * others
        paired = alike == 1 and count >= _CLEARLY * others
        certain = not one.slips and len(one.said) == len(usual)
        if one.said != usual and (rare or paired or count >= MOST * others) and not certain:
            yield one


def _differing(field: str, given: Sequence[Answer]) -> Iterator[Finding]:
    """Tables whose usual answer hardly comes in the others, and the other way round; and tables
    half of whose rows give one that comes in none of the others."""
    counts: dict[int, Counter[Said]] = {}
    for one in given:
        counts.setdefault(one.row.segment.number, Counter())[one.said] += 1
    whole = sum(counts.values(), Counter[Said]())
    first = {one.row.segment.number: one for one in reversed(given)}
    for number, here in counts.items():
        there = whole - here
        if first[number].slips and _differ(here, there):
            usual, other = (_spelt(field, c.most_common(1)[0][0]) for c in (here, there))
            words = {"field": field_label(field), "text": usual, "other": other}
            yield finding("answers-differ", first[number].header, **words)


def _differ(here: Counter[Said], there: Counter[Said]) -> bool:
    own, others = here.total(), there.total()
    if own < _FEWEST_ROWS or others < FEWEST_OTHERS:
        return False
    (usual, count), (other, counted) = here.most_common(1)[0], there.most_common(1)[0]
    alone = count >= _HALF * own and counted >= MOST * others and there[usual] <= _RARE * others
    mostly = count >= _USUAL * own and counted >= _USUAL * others
    apart = mostly and here[other] <= _HARDLY * own and there[usual] <= _HARDLY * others
    return usual != other and (alone or apart)


def _narrow(field: str, given: Sequence[Answer], widest: Term | None) -> Iterator[Finding]:
    """Tables in which hardly a row gives the answer that nearly all catalogs give (全社会):
    the columns may have traded places."""
    if widest is None:
        return
    by_table: dict[int, list[Answer]] = {}
    for one in given:
        if one.said:
            by_table.setdefault(one.row.segment.number, []).append(one)
    for here in by_table.values():
        wide = sum(widest in one.said for one in here)
        if len(here) >= FEWEST_OTHERS and wide <= _HARDLY * len(here):
            words = {"field": field_label(field), "text": widest.label}
            yield finding("answers-narrow", here[0].header, **words)


def _spelt(field: str, said: Said) -> str:
    known = code_list(SCHEMES[field]).terms.values()
    return "、".join(term.label for term in known if term in said) or "—"
