"""Fields that are answered by ticking: channels, audience, mode, level.

Three values throughout: ticked, unticked, unknown. A label without a mark is not read as a yes,
unless the whole column answers in words (主动公开) and prints no boxes anywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from govdisclose_ld.interpret.choice_cells import Habit, Printed, Tally, unknown
from govdisclose_ld.interpret.choice_words import count_words
from govdisclose_ld.interpret.headings import field_label
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.interpret.marks import Mark, Marked, bare_mark, glyphs, has_marks, read_marks
from govdisclose_ld.interpret.notices import Notice, notice
from govdisclose_ld.interpret.option_labels import read_label
from govdisclose_ld.interpret.option_names import mentions
from govdisclose_ld.interpret.wording import is_none, key, squeeze
from govdisclose_ld.model import CellRef, Choice, Column, State


def read_choice(
    field: str, cells: Sequence[Printed], columns: Sequence[Column], habit: Habit
) -> tuple[Choice, tuple[tuple[Notice, CellRef], ...]]:
    """The choice that the cells of one field make, and what was noticed at which cell."""
    if not columns:
        return Choice(State.ABSENT), ()
    filled = [cell for cell in cells if _says(cell)]
    refs = tuple(cell.ref for cell in cells)
    if any(cell.shared for cell in cells):
        offered = tuple(term for column in columns for term in column.terms)
        doubt = notice("mark-unassigned", field=field_label(field))
        return Choice(State.UNKNOWN, (), offered, cells=refs), ((doubt, refs[0]),)
    if not filled:
        return Choice(State.BLANK, cells=refs), ()
    tally = Tally()
    noticed: list[tuple[Notice, CellRef]] = []
    for cell in filled:
        noticed += [(n, cell.ref) for n in _count(field, cell, habit, tally)]
        if not habit.unread.isdisjoint(glyphs(cell.text)):
            tally.unknown = True
            noticed.append((unknown(field, squeeze(cell.text)), cell.ref))
    offered = tuple(term for column in columns for term in column.terms) if tally.read else ()
    listed = tuple(dict.fromkeys((*offered, *tally.offered)))
    state = State.UNKNOWN if tally.unknown else State.READ
    if _contradicts(tally):
        state = State.UNKNOWN
        noticed.append((notice("mark-unassigned", field=field_label(field)), filled[0].ref))
    selected = tuple(dict.fromkeys(tally.ticked)) if state is State.READ else ()
    spared = tuple(dict.fromkeys(tally.unticked)) if habit.optional else ()
    return Choice(state, selected, listed, tuple(tally.notes), refs, spared), tuple(noticed)


def _says(cell: Printed) -> bool:
    """Whether a cell prints anything; a dash for none answers in a tick column alone."""
    return bool(cell.text.strip()) and (bool(cell.column.terms) or not is_none(cell.text))


def _contradicts(tally: Tally) -> bool:
    return bool(set(tally.ticked) & set(tally.unticked))


def _come_again(options: Sequence[Marked]) -> bool:
    """Whether every option of a list is printed more than once, as where two rows have become one:
    it holds the answers of both."""
    counts = Counter(key(option.label) for option in options)
    return len(counts) > 1 and min(counts.values()) > 1


def _count(field: str, cell: Printed, habit: Habit, tally: Tally) -> list[Notice]:
    mark = bare_mark(cell.text)
    if mark is not None:
        return _count_box(cell, mark, tally)
    if has_marks(cell.text):
        return _count_options(field, cell, tally)
    return count_words(field, cell, habit, tally)


def _count_box(cell: Printed, mark: Mark, tally: Tally) -> list[Notice]:
    if cell.unsure or not cell.column.terms:
        tally.unknown = True
        return [notice("mark-unassigned", field=field_label(cell.column.field))]
    tally.read = True
    tally.count(mark, cell.column.terms)
    return []


def _count_options(field: str, cell: Printed, tally: Tally) -> list[Notice]:
    marked = read_marks(cell.text)
    notices: list[Notice] = []
    if cell.unsure or _come_again(marked.options):
        tally.unknown = True
        notices.append(notice("mark-unassigned", field=field_label(field)))
    if key(marked.lead):
        tally.notes.append(marked.lead)
        if mentions(marked.lead, SCHEMES[field]):  # its box is lost, or all boxes stand behind
            tally.unknown = True
            notices.append(unknown(field, marked.lead))
    for option in marked.options:
        terms, note, found = read_label(
            field, option.label, cell.column, nearest=-1 if marked.behind else 0
        )
        tally.count(option.mark, terms)
        tally.unknown = tally.unknown or (option.mark is Mark.TICKED and not terms)
        tally.notes += [note] if note else []
        notices += found
    tally.read = tally.read or bool(cell.column.terms)
    return notices
