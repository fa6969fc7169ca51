"""How each printed cell was read: its state, its field, why, and what was found at it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from govdisclose_ld.interpret.correction_drafts import doubts_of, draft_entry
from govdisclose_ld.interpret.headings import SURE
from govdisclose_ld.interpret.marks import bare_mark
from govdisclose_ld.model import (
    Catalog,
    Cell,
    Column,
    Correction,
    Finding,
    Inference,
    Item,
    Matter,
    Row,
    RowReading,
    State,
    Table,
)
from govdisclose_ld.review.values import choice_of

_SHIFTED, _JOINED = "row-shifted", "cell-split"
_DOUBTS = frozenset({"mark-unassigned", "mark-unknown"})
Place = tuple[int, int, int]
"""Table, row and column from 1; column 0 is a whole row, row 0 a whole table, table 0 all."""


@dataclass(frozen=True, slots=True)
class CellReading:
    """One printed cell. ``state`` is a key of ``states`` in ``words.yml``.

    ``column`` is the column that took the cell (not always the one it is printed in), ``item``
    the item of its row; ``inference`` and ``correction`` tell of a value that its text is not,
    ``entry`` is a drafted correction of a doubtful value.
    """

    cell: Cell
    place: Place
    state: str
    column: Column | None = None
    item: Item | None = None
    inference: Inference | None = None
    correction: Correction | None = None
    findings: tuple[Finding, ...] = ()
    entry: str = ""


class Readings:
    """The readings of all cells of a catalog's document."""

    def __init__(self, catalog: Catalog):
        self._rows = {(row.table, row.row): row for row in catalog.rows}
        self._items = {(i.source.table, i.source.row): i for i in catalog.items}
        self._right = {(c.key, c.field): c for c in catalog.corrections}
        self._columns: dict[int, list[Column]] = defaultdict(list)
        for column in catalog.columns:
            self._columns[column.table].append(column)
        self._findings: dict[Place, list[Finding]] = defaultdict(list)
        self._of_rows: dict[tuple[int, int], list[Finding]] = defaultdict(list)
        self._document = catalog.document
        for finding in catalog.findings:
            ref = finding.ref
            self._findings[ref.table, ref.row, ref.column].append(finding)
            self._of_rows[ref.table, ref.row].append(finding)

    def findings(self, place: Place) -> tuple[Finding, ...]:
        """What was found at one cell, row (column 0) or table (row 0)."""
        return tuple(self._findings.get(place, ()))

    def of_table(self, table: Table) -> tuple[Finding, ...]:
        """What was found at a table as a whole, or at columns that it prints no heading of."""
        return tuple(self._of_rows.get((table.number, 0), ()))

    def kind(self, table: Table, row: Row) -> str:
        """``header``, ``item`` or ``note``."""
        reading = self._rows.get((table.number, row.number))
        return reading.kind if reading else "note"

    def item(self, table: Table, row: Row) -> Item | None:
        """The item of a row."""
        return self._items.get((table.number, row.number))

    def columns(self, table: Table) -> tuple[Column, ...]:
        """The columns of a table as they were read, () for one that was not."""
        return tuple(self._columns.get(table.number, ()))

    def row(self, table: Table, row: Row) -> tuple[CellReading, ...]:
        """The readings of one row's cells, those that a merged cell covers left out."""
        kind, item = self.kind(table, row), self.item(table, row)
        columns = self._taken_by(table, row)
        read = (
            self._cell(cell, (table.number, row.number, number), kind, item, column)
            for number, (cell, column) in enumerate(zip(row.cells, columns, strict=True), 1)
        )
        shown = [reading for reading in read if reading.cell.anchor is None]
        return tuple(self._with_entries(shown, item)) if item else tuple(shown)

    def _with_entries(self, cells: Sequence[CellReading], item: Item) -> Iterator[CellReading]:
        """The cells, one of each doubtful field with the correction drafted for it."""
        here = self._of_rows[item.source.table, item.source.row]
        doubts = {d.field: d for d in doubts_of(item, here, self._document)} if here else {}
        chosen: dict[str, Place] = {}
        for cell in sorted(cells, key=_weight, reverse=True):
            chosen.setdefault(_named(cell.column), cell.place)
        for cell in cells:
            name = _named(cell.column)
            doubt = doubts.get(name) if chosen[name] == cell.place else None
            if doubt and not cell.correction:
                yield replace(cell, entry=draft_entry(item, doubt))
            else:
                yield cell

    def _taken_by(self, table: Table, row: Row) -> Sequence[Column | None]:
        """For each cell the column that took it."""
        columns = {column.number: column for column in self._columns[table.number]}
        reading = self._rows.get((table.number, row.number))
        if reading is None or reading.kind != "item":
            return [columns.get(number) for number in range(1, len(row.cells) + 1)]
        here = [f for n in range(len(row.cells) + 1) for f in self.findings(_at(reading, n))]
        if any(finding.code == _SHIFTED for finding in here):
            return _shifted(reading, columns)
        return [_own(columns.get(n), role) for n, role in enumerate(reading.roles, 1)]

    def _cell(
        self, cell: Cell, place: Place, kind: str, item: Item | None, column: Column | None
    ) -> CellReading:
        findings = self.findings(place)
        if kind != "item" or item is None:
            return CellReading(cell, place, kind, column, findings=findings)
        correction = self._correction(item, column)
        inference = _inference(item, column)
        reading = CellReading(cell, place, "", column, item, inference, correction, findings)
        return replace(reading, state=_state(reading, item))

    def _correction(self, item: Item, column: Column | None) -> Correction | None:
        if column is None:
            return None
        if column.field == "matters":
            matter = _matter(item, column)
            return matter.correction if matter else None
        return self._right.get((item.key, _named(column)))


def _weight(cell: CellReading) -> tuple[int, bool]:
    """How plainly a cell shows the doubt about its field: by the gravest of its findings, then by
    what it prints."""
    grave = max((found.severity.rank for found in cell.findings), default=-1)
    return grave, bool(cell.cell.text.strip())


def _named(column: Column | None) -> str:
    """The field of a column as corrections files call it."""
    if column is None:
        return ""
    if column.field == "matters":
        return f"level{column.level}"
    return "disclosure_level" if column.field == "level" else column.field


def _at(reading: RowReading, column: int) -> Place:
    return reading.table, reading.row, column


def _own(column: Column | None, role: str) -> Column | None:
    return column if column and (column.field or "extra") == (role or column.field) else None


def _shifted(reading: RowReading, columns: Mapping[int, Column]) -> list[Column | None]:
    """The columns of a row out of line: the n-th cell of a field is that of its n-th column.

    Cells beyond the last column of their field go on with it.
    """
    fields: dict[str, list[Column]] = defaultdict(list)
    for column in columns.values():
        fields[column.field or "extra"].append(column)
    counts: Counter[str] = Counter()
    taken: list[Column | None] = []
    for role in reading.roles:
        own = fields.get(role, []) if role and role != "extra" else []
        taken.append(own[min(counts[role], len(own) - 1)] if own else None)
        counts[role] += 1
    return taken


def _state(reading: CellReading, item: Item) -> str:
    """The state of a cell in the row of an item."""
    column, codes = reading.column, {finding.code for finding in reading.findings}
    printed = bool(reading.cell.text.strip())
    choice = choice_of(item, column.field) if column else None
    if reading.correction:
        return "corrected"
    if choice and choice.state is State.UNKNOWN and (printed or codes & _DOUBTS):
        return "unknown"
    if not printed:
        inherits = column and column.field == "time_limit" and item.time_limit.inherited
        return "inferred" if reading.inference or inherits else "blank"
    if column is None or not column.field:
        return "unknown" if _could_answer(reading.cell, item) else "extra"
    if _JOINED in codes or column.number != reading.place[2]:
        return "moved"
    return "taken" if column.score >= SURE else "guessed"


def _could_answer(cell: Cell, item: Item) -> bool:
    """Whether a box stands in a column of no field beside fields whose answers are unknown and
    that have no column of their own."""
    choices = (item.channels, item.audience, item.mode, item.level)
    lost = any(choice.state is State.UNKNOWN and not choice.cells for choice in choices)
    return lost and bare_mark(cell.text) is not None


def _matter(item: Item, column: Column) -> Matter | None:
    return next((m for m in item.matters if m.level == column.level), None)


def _inference(item: Item, column: Column | None) -> Inference | None:
    matter = _matter(item, column) if column and column.field == "matters" else None
    return matter.inference if matter else None
