"""An item of a catalog, and everything that is read of it."""

from __future__ import annotations

from dataclasses import dataclass

from govdisclose_ld.model.findings import CellRef
from govdisclose_ld.model.terms import ABSENT, BLANK, Choice, Correction, Inference, Term, Text


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
    content: Text = BLANK
    elements: tuple[Element, ...] = ()
    basis: Text = BLANK
    legal_bases: tuple[Citation, ...] = ()
    time_limit: TimeLimit = TimeLimit()
    agency: Text = BLANK
    agencies: tuple[Agency, ...] = ()
    site_section: Text = BLANK
    channels: Choice = ABSENT
    audience: Choice = ABSENT
    mode: Choice = ABSENT
    level: Choice = ABSENT
    extra: tuple[Extra, ...] = ()
    answers: tuple[Answer, ...] = ()
    section: str = ""
    field: Term | None = None
