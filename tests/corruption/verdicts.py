"""A damaged catalog read again, field by field against the truth.

A text is right if it is the truth or what the damaged cell prints; a value that is made of it (a
term, a rule, a law) is right only if it is the truth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corruption.duties import Duty
from corruption.layouts import Layout, Line, Page
from govdisclose_ld.model import Catalog, CellRef, Choice, Document, Item, State

Codes = Counter[tuple[str, str]]
"""Findings on one row by code and heading."""


class Verdict(StrEnum):
    """How a field of a damaged row was read, the worst last.

    ``BLANK``: read as blank, unseen. ``INFERRED``: a matter that is wrong and says that it is
    inferred. ``SILENT``: a wrong value published as right. ``TRACELESS``: a silent one of a row
    that is, cell for cell, a sound print of what was read (`corruption.traces`).
    """

    RIGHT = "right"
    FLAGGED = "flagged"
    INFERRED = "inferred"
    BLANK = "blank"
    TRACELESS = "traceless"
    SILENT = "silent"


PHONE = "咨询电话"
_BLANKS: tuple[object, ...] = ("", [], ((), ""), (State.BLANK.value, frozenset()))
"""What a field is read as whose cell prints nothing."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is not the truth."""

    duty: int
    field: str
    verdict: Verdict
    truth: object
    read: object


@dataclass(frozen=True, slots=True)
class Place:
    """Where a duty is printed, counted from 1."""

    table: int
    row: int


def places(
    pages: Sequence[Page], document: Document, layout: Layout
) -> dict[int, tuple[Place, Line]]:
    """Where each duty's row is found in the document that was read.

    Rows are counted through it, for a reader may take two pages as one table; where rows are more
    or fewer than were printed each page is a table of its own.
    """
    rows = [Place(table.number, row.number) for table in document.tables for row in table.rows]
    counted = ahead = 1 if layout.form.name == "xlsx" else 0
    whole = len(rows) == ahead + sum(len(page.head) + len(page.lines) for page in pages)
    found: dict[int, tuple[Place, Line]] = {}
    for number, page in enumerate(pages, 1):
        counted += len(page.head)
        above = len(page.head) + (ahead if number == 1 else 0)
        printed: dict[str, str] = {}
        for row, line in enumerate(page.lines, above + 1):
            shared = _with_shared(line, printed)
            if line.duty is not None:
                found[line.duty] = (rows[counted] if whole else Place(number, row), shared)
            counted += 1
    return found


def _with_shared(line: Line, printed: dict[str, str]) -> Line:
    """The row with the labels that it shares with rows above it, by what is ``printed`` so far."""
    if not line.roles:
        return line
    for role, text in zip(line.roles, line.cells, strict=True):
        if text not in ("", "^"):
            printed[role] = text
    cells = [
        printed.get(role, text) if text == "^" or (not text and role.startswith("level")) else text
        for role, text in zip(line.roles, line.cells, strict=True)
    ]
    return Line(cells, line.roles, line.duty)


def differences(
    duties: Sequence[Duty],
    pages: Sequence[Page],
    catalog: Catalog,
    before: Mapping[int, Codes],
    layout: Layout,
) -> Iterator[Difference]:
    """Every field of every duty that was read as another value than the truth.

    ``before`` are the findings on each duty's row of the undamaged document: only what is new
    counts as telling of the damage, but for what is said at the very cell of the field.
    """
    items = {(i.source.table, i.source.row): i for i in catalog.items}
    placed = places(pages, catalog.document, layout)
    for number, duty in enumerate(duties):
        place, line = placed.get(number, (None, None))
        if place is None or line is None:
            continue
        codes = codes_at(catalog, place)
        item = items.get((place.table, place.row))
        if item is None:  # a row that is not read has to say so, damaged or not
            verdict = Verdict.FLAGGED if codes else Verdict.SILENT
            yield Difference(number, "item", verdict, duty.matters, None)
            continue
        told = bool(codes - before.get(number, Counter()))
        for field, truth, read in _unequal(duty, item, line, layout):
            unknown = isinstance(read, tuple) and read[0] == State.UNKNOWN.value
            heard = told or (unknown and bool(codes)) or _is_told_at(_cells(item, field), catalog)
            verdict = _verdict(field, item, read, told=heard)
            yield Difference(number, field, verdict, truth, read)
    yield from _items_beyond(items, placed, catalog)


def _cells(item: Item, field: str) -> tuple[CellRef, ...]:
    """Where a field is printed that is read by itself; what is made of a text stands with it."""
    if field == "matters":
        return tuple(matter.cell for matter in item.matters)
    if field == "phone":
        return tuple(extra.cell for extra in item.extra if extra.heading == PHONE)
    name = {"limit": "time_limit", "rules": "time_limit", "site": "site_section", "laws": "basis"}
    value = getattr(item, name.get(field, field))
    return () if isinstance(value, str) else tuple(value.cells)


def _is_told_at(cells: Sequence[CellRef], catalog: Catalog) -> bool:
    return any(found.ref in cells for found in catalog.findings)


def _items_beyond(
    items: Mapping[tuple[int, int], Item],
    placed: Mapping[int, tuple[Place, Line]],
    catalog: Catalog,
) -> Iterator[Difference]:
    """Items read from rows that print no duty; the duty above them is taken to be concerned."""
    duties = {(place.table, place.row): number for number, (place, _) in placed.items()}
    for (table, row), item in items.items():
        if (table, row) not in duties:
            above = [number for at, number in duties.items() if at < (table, row)]
            told = bool(row_codes(catalog, Place(table, row)))
            verdict = Verdict.FLAGGED if told else Verdict.SILENT
            yield Difference(max(above, default=0), "item beyond", verdict, None, item.content.text)


def codes_at(catalog: Catalog, place: Place) -> Codes:
    """The findings that speak of a row: its own, those of its table, and those of the header that
    it is read by, which may stand on an earlier page."""
    headers = [(r.table, r.row) for r in catalog.rows if r.kind == "header"]
    last = max((table for table, _ in headers if table <= place.table), default=0)
    here = {(place.table, place.row), (place.table, 0)}
    here |= {(table, row) for table, row in headers if table == last}
    return Counter(
        (found.code, found.column)
        for found in catalog.findings
        if (found.ref.table, found.ref.row) in here
    )


def row_codes(catalog: Catalog, place: Place) -> list[str]:
    """The codes of the findings on the row itself."""
    here = (place.table, place.row)
    return [f.code for f in catalog.findings if (f.ref.table, f.ref.row) == here]


def _verdict(field: str, item: Item, read: object, *, told: bool) -> Verdict:
    if told:
        return Verdict.FLAGGED
    if field == "matters" and any(matter.inference for matter in item.matters):
        return Verdict.INFERRED
    return Verdict.BLANK if read in _BLANKS else Verdict.SILENT


def _unequal(
    duty: Duty, item: Item, line: Line, layout: Layout
) -> Iterator[tuple[str, object, object]]:
    for field, (truth, read) in _texts(duty, item, layout).items():
        printed = _printed(line, field, layout)
        if _plain(read) not in {_plain(truth), printed}:
            yield field, truth, read
    labels = [matter.label for matter in item.matters]
    if labels != list(duty.matters) and labels != _printed_labels(duty, line, layout):
        yield "matters", list(duty.matters), labels
    for field, value, found in _values(duty, item, layout):
        if value != found:
            yield field, value, found


def _texts(duty: Duty, item: Item, layout: Layout) -> dict[str, tuple[str, str]]:
    roles = {heading.role for heading in layout.headings}
    phone = next((e.text for e in item.extra if e.heading == PHONE), "")
    pairs = {
        "ordinal": (duty.ordinal, item.ordinal),
        "content": (duty.content, item.content.text),
        "basis": (duty.basis.text, item.basis.text),
        "limit": (duty.limit.text, item.time_limit.text),
        "agency": (duty.agency, item.agency.text),
        "site": (duty.site, item.site_section.text),
        "phone": (duty.phone, phone),
    }
    return {
        field: (truth if field in roles else "", read) for field, (truth, read) in pairs.items()
    }


def _values(duty: Duty, item: Item, layout: Layout) -> Iterator[tuple[str, object, object]]:
    laws = [(c.law.title if c.law else "", c.number, c.article) for c in item.legal_bases]
    yield "laws", sorted(duty.basis.laws), sorted(laws)
    limit = item.time_limit
    rules = tuple((r.kind, r.trigger, r.amount, r.unit, r.date) for r in limit.rules)
    yield "rules", (duty.limit.rules, duty.limit.retention), (rules, limit.retention)
    yield "channels", ("read", duty.channels), _choice(item.channels)
    for name in ("audience", "mode", "level"):
        absent = ("absent", frozenset[str]())
        truth = ("read", duty.answers[name]) if name in layout.options else absent
        yield name, truth, _choice(getattr(item, name))


def _choice(choice: Choice) -> tuple[str, frozenset[str]]:
    return choice.state.value, frozenset(term.label for term in choice.selected)


def _printed(line: Line, role: str, layout: Layout) -> str | None:
    """What the damaged cell prints; None where cells have moved."""
    if role not in line.roles:
        return None
    return _plain(line.cells[line.roles.index(role)])


def _printed_labels(duty: Duty, line: Line, layout: Layout) -> list[str] | None:
    """The path of matters with the labels of this row as they are printed."""
    if not line.roles:
        return None
    labels = []
    for level, label in enumerate(duty.matters, 1):
        printed = line.cells[line.roles.index(f"level{level}")]
        labels.append(printed if printed not in ("", "^") else label)
    return labels


def _plain(text: str) -> str:
    return "".join(text.split())
