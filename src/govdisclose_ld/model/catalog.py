"""A catalog: its items, its columns and what its document says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from govdisclose_ld.model.findings import Finding
from govdisclose_ld.model.items import Answer, Item, TimeLimit
from govdisclose_ld.model.source import Document
from govdisclose_ld.model.terms import Correction, Term


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one table: its printed heading and the field that it was read as.

    ``field`` is empty for a column that was not recognised. ``term`` is the option that a tick
    column stands for, ``level`` the level of a column of matters (0 elsewhere), ``score``
    (0 to 1) how surely the heading was recognised.
    """

    table: int
    number: int
    heading: str
    field: str = ""
    terms: tuple[Term, ...] = ()
    level: int = 0
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class RowReading:
    """How one printed row was read.

    ``kind`` is ``header``, ``item`` or ``note``; ``roles`` names, for each cell of the row, the
    field that took it (empty: the cell is blank or nothing took it).
    """

    table: int
    row: int
    kind: str
    roles: tuple[str, ...] = ()
    item: str = ""


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division: its GB/T 2260 code and name, and those above it."""

    code: str
    name: str
    parents: tuple[Division, ...] = ()


@dataclass(frozen=True, slots=True)
class Declared:
    """What the prose says that the catalog holds at one level of matters."""

    level: int
    count: int
    names: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Catalog:
    """A disclosure catalog as read from one document.

    ``field`` is an id of the code list of fields (``poverty-alleviation``), ``status`` is
    ``trial``, ``synthetic`` or empty, ``slug`` and ``version`` are the parts of its IRI.
    ``default_time_limit`` is what the prose states for all items, ``answers`` what the catalog as a
    whole answers (the list of fields, say, by being the catalog of its field).
    """

    title: str
    document: Document
    slug: str
    version: str
    division: Division | None = None
    publisher: str = ""
    field: Term | None = None
    status: str = ""
    document_number: str = ""
    issued: str = ""
    items: tuple[Item, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[RowReading, ...] = ()
    declared: tuple[Declared, ...] = ()
    default_time_limit: TimeLimit | None = None
    corrections: tuple[Correction, ...] = ()
    findings: tuple[Finding, ...] = ()
    answers: tuple[Answer, ...] = ()

    def findings_of(self, item: Item) -> tuple[Finding, ...]:
        """The findings that stand on the row of one item."""
        here = (item.source.table, item.source.row)
        return tuple(f for f in self.findings if (f.ref.table, f.ref.row) == here)
