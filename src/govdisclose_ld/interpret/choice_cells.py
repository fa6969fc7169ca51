"""The cells of a field that is answered by ticking, and what they sum up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as made

from govdisclose_ld.interpret.headings import field_label
from govdisclose_ld.interpret.marks import Mark
from govdisclose_ld.interpret.notices import Notice, notice
from govdisclose_ld.model import CellRef, Column, Term


@dataclass(frozen=True, slots=True)
class Habit:
    """How a catalog answers one field: whether it prints boxes, and its different wordings.

    ``optional`` tells that its legend makes an empty box optional (“□”可选), ``unread`` are the
    boxes that tell nothing for sure in this catalog.
    """

    boxes: bool
    wordings: frozenset[str]
    optional: bool = False
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Printed:
    """One cell of a field: its column, text and place.

    ``unsure`` tells that its place is in doubt, ``covered`` that a cell merged from the left
    covers it, ``shared`` that the cell holds the text of several columns and nothing divides it:
    ``text`` is blank then, and what the column prints is unknown.
    """

    column: Column
    text: str
    ref: CellRef
    unsure: bool = False
    covered: bool = False
    shared: bool = False


@dataclass(slots=True)
class Tally:
    """What the cells of a field say, summed up in print order.

    ``unknown``: one of them cannot be read for sure. ``read``: a tick column was answered, so that
    all options of the header were offered.
    """

    ticked: list[Term] = made(default_factory=list)
    unticked: list[Term] = made(default_factory=list)
    offered: list[Term] = made(default_factory=list)
    notes: list[str] = made(default_factory=list)
    unknown: bool = False
    read: bool = False

    def count(self, mark: Mark, terms: Sequence[Term]) -> None:
        """Take in the options that one mark stands at."""
        self.offered.extend(terms)
        (self.ticked if mark is Mark.TICKED else self.unticked).extend(terms)


def unknown(field: str, text: str) -> Notice:
    """What is said of words or marks that cannot be read for sure."""
    return notice("mark-unknown", field=field_label(field), text=text)
