"""What a value is read from and how surely: texts, terms, choices, inferences, corrections."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from govdisclose_ld.model.findings import CellRef


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


ABSENT = Choice(State.ABSENT)


@dataclass(frozen=True, slots=True)
class Text:
    """A field answered in words, as printed; ``cells`` is empty where there is no such column."""

    text: str = ""
    cells: tuple[CellRef, ...] = ()


BLANK = Text()


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
