"""Rows that differ from all the others of their catalog: damage that no row shows by itself.

A cell that slipped into the next tick column leaves a row that reads well and is wrong. What gives
it away is that a field is blank, ticked or worded there as in no other row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

from govdisclose_ld.interpret.answers import FEWEST_OTHERS, MOST
from govdisclose_ld.interpret.choice_cells import Printed
from govdisclose_ld.interpret.elements import read_elements
from govdisclose_ld.interpret.headings import TICK_FIELDS, field_label
from govdisclose_ld.interpret.kinds import SCHEMES, kinds
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import CellRef, Choice, Finding, Item, State, Text, TimeLimit

_HARDLY = 0.25
_WORDED = ("matters", "content", "basis", "agency", "site_section")
_PLAIN = frozenset({"agency"})
_CHOICES = frozenset(SCHEMES)
_Place = TypeVar("_Place", bound=Hashable)


def check_outliers(rows: Sequence[PlacedRow], items: Sequence[Item]) -> Iterator[Finding]:
    """Fields that one row leaves blank or words as nearly no other row does.

    ``items`` are those of ``rows`` in the same order, as their rows alone tell them.
    """
    yield from _blanks(items)
    yield from _blank_matters(rows)
    yield from _odd_wordings(rows)
    yield from _strays_among_extras(rows)


def _blanks(items: Sequence[Item]) -> Iterator[Finding]:
    for field in ("content", "basis", "time_limit", "agency", "site_section", "channels"):
        yield from _blank_ones(field, items)
    for field in TICK_FIELDS:
        yield from _blank_ones(field, items)


def _blank_matters(rows: Sequence[PlacedRow]) -> Iterator[Finding]:
    """Blanks below the first level, whose own blanks are those of merged cells."""
    deeper: dict[int, dict[CellRef, bool]] = {}
    for row in rows:
        for cell in row.of("matters"):
            if cell.column.level > 1 and not cell.covered:
                says = deeper.setdefault(cell.column.level, {})
                says[cell.ref] = bool(cell.text.strip())
    for says in deeper.values():
        for place in _odd(says):
            if not says[place]:
                yield finding("field-blank", place, field=field_label("matters"))


def _blank_ones(field: str, items: Sequence[Item]) -> Iterator[Finding]:
    for item in silent_ones(field, items):
        cells = _value(item, field).cells
        place = cells[0] if cells else item.source
        yield finding("field-blank", place, field=field_label(field))


def silent_ones(field: str, items: Sequence[Item]) -> list[Item]:
    """The items that leave a field blank which nearly all the others fill in."""
    having = {item.source: item for item in items if _has_cell(_value(item, field))}
    odd = _odd({place: _is_blank(_value(item, field)) for place, item in having.items()})
    return [having[place] for place in odd if _is_blank(_value(having[place], field))]


def odd_ones(field: str, items: Sequence[Item]) -> list[Item]:
    """The items that answer a field of choices as nearly no other does."""
    read = {i.source: i for i in items if _choice(i, field).state is State.READ}
    odd = _odd({place: frozenset(_choice(i, field).selected) for place, i in read.items()})
    return [read[place] for place in odd]


def _odd_wordings(rows: Sequence[PlacedRow]) -> Iterator[Finding]:
    columns: dict[tuple[str, int], dict[CellRef, str]] = {}
    for row in rows:
        for cell in row.cells:
            if cell.column.field in _WORDED and cell.text.strip():
                same = columns.setdefault((cell.column.field, cell.column.level), {})
                same[cell.ref] = cell.text
    doubted = {found.ref for row in rows for found in row.findings}
    for (field, _), texts in columns.items():
        looks = {place: _look(field, text) for place, text in texts.items()}
        for place in _odd(looks):
            if place not in doubted:
                yield finding("cell-unusual", place, field=field_label(field), text=texts[place])


def _strays_among_extras(rows: Sequence[PlacedRow]) -> Iterator[Finding]:
    """Cells that print options of a field of choices in a column of something else (咨询电话)."""
    columns: dict[str, list[Printed]] = {}
    for row in rows:
        for cell in row.cells:
            if not cell.column.field:
                columns.setdefault(cell.column.heading, []).append(cell)
    for heading, cells in columns.items():
        for cell in _strays(cells):
            yield finding("cell-unusual", cell.ref, field=heading, text=cell.text)


def _strays(cells: Sequence[Printed]) -> list[Printed]:
    """The cells that print options of a field which hardly another one prints; a number (12345) is
    at home in any column."""
    shown = [
        frozenset[str]() if key(cell.text).isdecimal() else kinds(cell.text) & _CHOICES
        for cell in cells
    ]
    counts = Counter(kind for one in shown for kind in one)
    rare = {kind for kind, count in counts.items() if count <= _HARDLY * len(cells)}
    return [
        cell
        for cell, one in zip(cells, shown, strict=True)
        if one & rare and len(cells) >= FEWEST_OTHERS
    ]


def _look(field: str, text: str) -> frozenset[str]:
    """What a cell looks like; a list is out of place among labels, an agency is a plain word."""
    listed = frozenset({"list"}) if field == "matters" and read_elements(text) else frozenset()
    return listed | (kinds(text) if field == "agency" else kinds(text) - _PLAIN)


def _odd(values: Mapping[_Place, Hashable]) -> list[_Place]:
    """The places whose value differs from the one that nearly all the others share."""
    others = len(values) - 1
    if others < FEWEST_OTHERS:
        return []
    usual, count = Counter(values.values()).most_common(1)[0]
    return [p for p, value in values.items() if value != usual] if count >= MOST * others else []


def _value(item: Item, field: str) -> Text | TimeLimit | Choice:
    value: Text | TimeLimit | Choice = getattr(item, field)
    return value


def _choice(item: Item, field: str) -> Choice:
    choice: Choice = getattr(item, field)
    return choice


def _has_cell(value: Text | TimeLimit | Choice) -> bool:
    if isinstance(value, Choice):
        return value.state is not State.ABSENT
    return bool(value.cells)


def _is_blank(value: Text | TimeLimit | Choice) -> bool:
    if isinstance(value, Choice):
        return value.state is State.BLANK
    return not value.text.strip()
