"""Choices printed so that reading gives them again: ticked, unticked, or not to be told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.marks import Mark, bare_mark, read_marks
from govdisclose_ld.model import Catalog, Choice, Item, State, Term
from govdisclose_ld.writers.columns import choice_of, template
from govdisclose_ld.writers.grid import Box

_TAIL = re.compile(r"[:：（(]|https?://|www\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """How a box is printed; a tick column prints ``tick`` alone."""

    ticked: str
    unticked: str
    tick: str


def glyphs(field: str, spared: frozenset[str]) -> Glyphs:
    """The glyphs of a field; ``spared`` are the fields whose empty box the legend makes optional.

    The empty box of another field then needs another glyph, or it would be optional too.
    """
    marks = template()["marks"]
    other = spared and field not in spared
    return Glyphs(marks["ticked"], marks["other_unticked" if other else "unticked"], marks["tick"])


class Source:
    """What the source document prints for the choices of each item."""

    def __init__(self, catalog: Catalog):
        self._roles = {(row.table, row.row): row.roles for row in catalog.rows}
        self._rows = {
            (table.number, row.number): row
            for table in catalog.document.tables
            for row in table.rows
        }

    def text(self, item: Item, field: str) -> str:
        """The printed text of one field of an item, continued cells joined."""
        here = (item.source.table, item.source.row)
        roles = enumerate(self._roles.get(here, ()), 1)
        own = [(*here, column) for column, role in roles if role == field]
        places = [(ref.table, ref.row, ref.column) for ref in choice_of(item, field).cells]
        texts = [self._cell(*place) for place in dict.fromkeys((*places, *own))]
        return " ".join(text for text in texts if text.strip())

    def _cell(self, table: int, row: int, column: int) -> str:
        cells = self._rows[table, row].cells if (table, row) in self._rows else ()
        return cells[column - 1].text if 0 < column <= len(cells) else ""


def channel_text(choice: Choice, printed: str, glyph: Glyphs) -> str:
    """The channel cell: a box at each option; what cannot be told stands as in the source."""
    if choice.state is State.READ:
        options = [
            f"{glyph.ticked if term in choice.selected else glyph.unticked}{label}"
            for term in choice.offered
            for label in _notes_of(choice, term) or (term.label,)
        ]
        leads = [note for note in choice.notes if _named(note, choice.offered) is None]
        return " ".join((*leads, *options)) if options else printed
    if choice.state is State.UNKNOWN:
        return printed or " ".join(term.label for term in choice.offered)
    return ""


def tick_boxes(
    choice: Choice, terms: Sequence[Term], printed: str, glyph: Glyphs
) -> tuple[Box, ...]:
    """The cells of the tick columns of one field.

    A choice that cannot be told prints all labels, with no mark, over all columns of the field.
    An option that is not ticked has an empty box where the source prints empty boxes, or where no
    option is ticked; else it stays blank, as the template has it.
    """
    if choice.state is State.UNKNOWN:
        return (Box(" ".join(term.label for term in terms), width=len(terms)),)
    if choice.state is not State.READ:
        return tuple(Box("") for _ in terms)
    boxed = not choice.selected or bool(choice.optional) or _has_empty_box(printed)
    unticked = set(choice.offered or terms) if boxed else set()
    return tuple(Box(_tick(choice, term, terms, unticked, glyph)) for term in terms)


def _tick(
    choice: Choice, term: Term, terms: Sequence[Term], unticked: set[Term], glyph: Glyphs
) -> str:
    mark = glyph.tick if term in choice.selected else glyph.unticked
    notes = [note for note in choice.notes if _place_of(note, choice, terms) == term]
    if notes:
        return " ".join(f"{mark} {note}" for note in notes)
    return mark if term in choice.selected or term in unticked else ""


def _place_of(note: str, choice: Choice, terms: Sequence[Term]) -> Term:
    """The option whose cell a note is printed in: the one that it names, else the last ticked."""
    named = _named(note, terms)
    return named or (choice.selected or choice.offered or tuple(terms))[-1]


def _notes_of(choice: Choice, term: Term) -> tuple[str, ...]:
    return tuple(note for note in choice.notes if _named(note, choice.offered) == term)


def _named(note: str, terms: Sequence[Term]) -> Term | None:
    """The option that the words before a note's tail name (其他：政务新媒体), or that it begins
    with (其他政务新媒体)."""
    scheme = terms[0].scheme if terms else ""
    head = code_list(scheme).read(_TAIL.split(note)[0]) if scheme else ()
    begins = (term for term in terms if note.startswith(term.label))
    return next((term for term in head if term in terms), next(begins, None))


def _has_empty_box(printed: str) -> bool:
    marks = [option.mark for option in read_marks(printed).options]
    return bare_mark(printed) is Mark.UNTICKED or Mark.UNTICKED in marks
