"""What a catalog means: items and their fields, each with what was printed and how it was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from govdisclose_ld.model.findings import CellRef, Finding
from govdisclose_ld.model.source import Document


class State(StrEnum):
    """How a field of choices was printed.

    ``READ``: marks were read, perhaps none of them ticked. ``UNKNOWN``: labels without marks, or
    a mark that cannot be assigned for sure. ``BLANK``: an empty cell. ``ABSENT``: no such column.
    """

    READ = "read"
    UNKNOWN = "unknown"
    BLANK = "blank"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """One term of a code list. ``id`` is empty for a term that the code list does not know."""

    scheme: str
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A field answered by ticking: channels, audience, mode, level.

    ``offered`` are all the options printed for the row, ``selected`` those that are ticked,
    ``notes`` words that stand beside a mark, as printed. ``optional`` are the options whose empty
    box the catalog's legend declares optional (“□”可选), which is not the same as unticked.
    """

    state: State
    selected: tuple[Term, ...] = ()
    offered: tuple[Term, ...] = ()
    notes: tuple[str, ...] = ()
    cells: tuple[CellRef, ...] = ()
    optional: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A field answered in words, as printed; ``cells`` is empty where there is no such column."""

    text: str = ""
    cells: tuple[CellRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Inference:
    """Why a value that is not printed in its own cell is believed, and how surely (0 to 1)."""

    confidence: float
    reason_zh: str
    reason_en: str
    source: CellRef


@dataclass(frozen=True, slots=True)
class Correction:
    """A value settled by a person in a corrections file; ``key`` is that of the item."""

    field: str
    ordinal: str
    read: str
    right: str
    who: str
    when: str
    why: str
    file: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """One step of an item's path of matters (一级事项, 二级事项 …); ``level`` counts from 1.

    ``inference`` is None for a label that is printed for this row (a merged cell included) or
    that a correction has settled.
    """

    level: int
    label: str
    cell: CellRef
    inference: Inference | None = None
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """One numbered part of an item's content; ``label`` is the printed number (``1.``, ``(2)``).

    ``optional`` is true where the catalog marks the element as optional (“〇”可选, 〔*…〕).
    """

    label: str
    text: str
    parts: tuple[Element, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Law:
    """A law, order or document that can be cited. ``key`` is the same for every variant of it."""

    key: str
    title: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """One legal basis as printed, and the law that it is read as (None where it names none)."""

    text: str
    law: Law | None = None
    number: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One rule of a time limit.

    ``kind`` is ``limit`` (publish within), ``display`` (stay up at least), ``before`` (publish
    ahead of the trigger), ``cycle`` (repeat) or ``date`` (by a day of the year, ``--MM-DD``).
    ``trigger`` and ``unit`` are ids of the code lists of those names; empty where not printed.
    ``scope`` are ids of the code list ``level``: a rule of a notice may hold for some levels alone.
    """

    kind: str
    trigger: str = ""
    amount: int | None = None
    unit: str = ""
    date: str = ""
    text: str = ""
    scope: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit as printed and as read.

    ``retention`` is an id of that code list (``permanent``…), ``exception`` the printed clause
    that lets other law prevail, ``vague`` tells wording that sets no number (及时公开).
    ``retention_scope`` are ids of the code list ``level`` where it holds for some levels alone.
    ``inherited`` marks a default that the notice states in prose for a cell that is blank.
    """

    text: str = ""
    rules: tuple[TimeRule, ...] = ()
    retention: str = ""
    retention_scope: tuple[str, ...] = ()
    exception: str = ""
    vague: bool = False
    inherited: bool = False
    cells: tuple[CellRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Agency:
    """Who must publish. ``kind``: ``named``, ``unit``, ``group``, ``generic`` or ``role``."""

    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Extra:
    """A cell of a column that no field claims, kept under its printed heading."""

    heading: str
    text: str
    cell: CellRef


@dataclass(frozen=True, slots=True)
class Answer:
    """A standard's item that a catalog's item answers, or may answer, and on what ground.

    ``predicate`` is the local name of a SKOS mapping property, read from the catalog's item to
    the standard's: ``broadMatch`` says that the standard's item is the broader one, so that it is
    answered in part. ``status`` is ``accepted``, or ``candidate`` for a pair that nobody has
    reviewed; a rejected pair is no answer. ``justification`` is the local name of a term of
    SEMAPV (``LexicalMatching``…), ``confidence`` lies between 0 and 1, ``reason`` and
    ``reason_en`` say why in Chinese and in English, ``source`` names the mapping file (empty
    where none says so).
    """

    standard: str
    item: str
    justification: str
    predicate: str = "exactMatch"
    status: str = "accepted"
    confidence: float = 1.0
    reason: str = ""
    source: str = ""
    reason_en: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One duty to publish: a row of the catalog.

    ``source`` is its row (column 0), ``line`` the line of the file, ``key`` identifies the item
    within its catalog and is made of printed words alone. ``section`` is the heading that it
    stands under, where a document has several; ``field`` is the field that this heading names,
    where the catalog is of several fields.
    """

    key: str
    source: CellRef
    line: int = 0
    ordinal: str = ""
    matters: tuple[Matter, ...] = ()
    content: Text = Text()
    elements: tuple[Element, ...] = ()
    basis: Text = Text()
    legal_bases: tuple[Citation, ...] = ()
    time_limit: TimeLimit = TimeLimit()
    agency: Text = Text()
    agencies: tuple[Agency, ...] = ()
    site_section: Text = Text()
    channels: Choice = Choice(State.ABSENT)
    audience: Choice = Choice(State.ABSENT)
    mode: Choice = Choice(State.ABSENT)
    level: Choice = Choice(State.ABSENT)
    extra: tuple[Extra, ...] = ()
    answers: tuple[Answer, ...] = ()
    section: str = ""
    field: Term | None = None


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
