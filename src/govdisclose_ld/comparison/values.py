"""What a comparison holds: sides, cells of the matrix, deviations."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from govdisclose_ld.comparison.measurements import Measurement, Score
from govdisclose_ld.comparison.metrics import Weights
from govdisclose_ld.standards import Standard, StandardItem


class CellState(StrEnum):
    """Whether a side answers an item of the standard.

    ``ANSWERED``: an item answers it by name or accepted mapping, and no deviation weighs on it.
    ``DEVIATING``: it is answered with deviations, or in part only. ``CANDIDATE``: an item may
    answer it and nobody has reviewed that; no coverage. ``MISSING``: every item was read with a
    name of its own, and none answers it by name or accepted mapping. ``UNKNOWN``: nothing answers
    it and not everything could be read, so that nobody can say that it is missing.
    """

    ANSWERED = "answered"
    DEVIATING = "deviating"
    CANDIDATE = "candidate"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is printed; ``table`` and ``row`` count from 1, 0 for the whole document."""

    document: str = ""
    table: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """An item under a cell; ``kind`` is ``answers``, ``in-part`` or ``candidate``.

    ``item`` is its IRI, or that of the catalog where the catalog answers as a whole.
    """

    kind: str
    item: str
    title: str
    catalog: str
    place: Place


@dataclass(frozen=True, slots=True)
class Deviation:
    """How an item falls short of the standard, or goes beyond it (``duty`` empty).

    ``kind`` is a code of ``data/vocabulary/deviations.yml``, ``duty`` the id of the standard's
    item, ``expected`` what the standard asks for and ``printed`` what the catalog says.
    """

    kind: str
    duty: str
    item: str
    title: str
    expected: str
    printed: str
    catalog: str
    place: Place


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a gap is not certain; ``reason`` is a word of the query ``compare/doubts``.

    ``duty`` is empty where every gap of the catalog is in doubt.
    """

    reason: str
    duty: str
    title: str
    catalog: str
    place: Place


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix: the standard's item ``duty`` in one side.

    ``doubts`` are told where the state is unknown; ``notes`` are deviations of no weight (those
    of severity info), which leave the state as it is.
    """

    duty: str
    state: CellState
    links: tuple[Link, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    notes: tuple[Deviation, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedCatalog:
    """A catalog that takes part; ``status`` is ``trial``, ``synthetic`` or empty.

    ``division`` is the IRI of its division, ``code`` and ``place`` code and name of that.
    """

    iri: str
    code: str
    place: str
    province_code: str
    province: str
    title: str
    document: str
    issued: str
    status: str
    items: int
    division: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One row of the comparison: a division with the catalogs that were taken together for it.

    ``cells`` come in the order of the standard's items, ``beyond`` are deviations that belong to
    no item of the standard, ``alone`` items whose name no other side prints and that answer
    nothing of the standard.
    """

    code: str
    name: str
    province_code: str
    province: str
    catalogs: tuple[ComparedCatalog, ...]
    cells: tuple[Cell, ...] = ()
    beyond: tuple[Deviation, ...] = ()
    alone: tuple[Link, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    score: Score | None = None

    @property
    def key(self) -> str:
        """What tells this side from others: its division, slug and version of its catalog."""
        return "-".join([self.code or "unknown", *self.catalogs[0].iri.split("/")[-2:]])

    @property
    def subject(self) -> str:
        """The IRI of what is compared: its catalog, or the division of several."""
        first = self.catalogs[0]
        return first.division if len(self.catalogs) > 1 and first.division else first.iri

    @property
    def is_synthetic(self) -> bool:
        """Whether a made-up sample is among its catalogs."""
        return any(catalog.status == "synthetic" for catalog in self.catalogs)

    def counts(self) -> Counter[CellState]:
        """How many cells are in each state."""
        return Counter(cell.state for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Sides compared with a standard, by division code.

    ``superseded`` are older editions that were left out, ``merged`` tells that all catalogs of a
    division were taken together (for a standard that is shared out among them).
    """

    standard: Standard
    weights: Weights
    sides: tuple[Side, ...]
    superseded: tuple[ComparedCatalog, ...] = ()
    merged: bool = False

    @property
    def duties(self) -> tuple[StandardItem, ...]:
        """The columns of the matrix."""
        return self.standard.items

    @property
    def is_synthetic(self) -> bool:
        """Whether any catalog compared is a made-up sample."""
        return any(side.is_synthetic for side in self.sides)
