"""Fields that are answered by ticking: channels, audience, mode, level.

Three values throughout: ticked, unticked, unknown. A label without a mark is not read as a yes,
unless the whole column answers in words (主动公开) and prints no boxes anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as made
from unicodedata import category

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.agencies import read_agencies
from govdisclose_ld.interpret.codes import code_list, parts, segment
from govdisclose_ld.interpret.headings import field_label
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.interpret.marks import Mark, bare_mark, has_marks, read_marks
from govdisclose_ld.interpret.notices import Notice, notice
from govdisclose_ld.interpret.wording import key, squeeze
from govdisclose_ld.model import CellRef, Choice, Column, State, Term

_AFTER_URL = re.compile(r"(?:https?://|www\.)\S+\s+\S", re.IGNORECASE)
_SYMBOLS = frozenset({"So", "Sm", "Sk", "Co", "Cn"})  # Unicode categories: boxes not known as such
_HAN = re.compile(r"[\u4e00-\u9fff]")
_TAIL = re.compile(r"[:：（(]|https?://|www\.", re.IGNORECASE)
# So many options without a mark are the printed form, half of the template's 13, and no answer.
_FORM_SIZE = 7


@dataclass(frozen=True, slots=True)
class Habit:
    """How a catalog answers one field: whether it prints boxes, and its different wordings.

    ``optional`` tells that its legend makes an empty box optional (“□”可选).
    """

    boxes: bool
    wordings: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """One cell of a field: its column, text and place; ``unsure`` if its place is in doubt."""

    column: Column
    text: str
    ref: CellRef
    unsure: bool = False


@dataclass(slots=True)
class _Tally:
    """What the cells of a field say, summed up in print order."""

    ticked: list[Term] = made(default_factory=list)
    unticked: list[Term] = made(default_factory=list)
    offered: list[Term] = made(default_factory=list)
    notes: list[str] = made(default_factory=list)
    unknown: bool = False
    read: bool = False

    def count(self, mark: Mark, terms: Sequence[Term]) -> None:
        self.offered.extend(terms)
        (self.ticked if mark is Mark.TICKED else self.unticked).extend(terms)


def read_choice(
    field: str, cells: Sequence[Printed], columns: Sequence[Column], habit: Habit
) -> tuple[Choice, tuple[tuple[Notice, CellRef], ...]]:
    """The choice that the cells of one field make, and what was noticed at which cell."""
    if not columns:
        return Choice(State.ABSENT), ()
    filled = [cell for cell in cells if cell.text.strip()]
    refs = tuple(cell.ref for cell in cells)
    if not filled:
        return Choice(State.BLANK, cells=refs), ()
    tally = _Tally()
    noticed: list[tuple[Notice, CellRef]] = []
    for cell in filled:
        noticed += [(n, cell.ref) for n in _count(field, cell, habit, tally)]
    offered = tuple(term for column in columns for term in column.terms) if tally.read else ()
    listed = tuple(dict.fromkeys((*offered, *tally.offered)))
    state = State.UNKNOWN if tally.unknown else State.READ
    if _contradicts(tally):
        state = State.UNKNOWN
        noticed.append((notice("mark-unassigned", field=field_label(field)), filled[0].ref))
    selected = tuple(dict.fromkeys(tally.ticked)) if state is State.READ else ()
    spared = tuple(dict.fromkeys(tally.unticked)) if habit.optional else ()
    return Choice(state, selected, listed, tuple(tally.notes), refs, spared), tuple(noticed)


def _contradicts(tally: _Tally) -> bool:
    return bool(set(tally.ticked) & set(tally.unticked))


def _count(field: str, cell: Printed, habit: Habit, tally: _Tally) -> list[Notice]:
    mark = bare_mark(cell.text)
    if mark is not None:
        return _count_box(cell, mark, tally)
    if has_marks(cell.text):
        return _count_options(field, cell, tally)
    return _count_words(field, cell, habit, tally)


def _count_box(cell: Printed, mark: Mark, tally: _Tally) -> list[Notice]:
    if cell.unsure or not cell.column.terms:
        tally.unknown = True
        return [notice("mark-unassigned", field=field_label(cell.column.field))]
    tally.read = True
    tally.count(mark, cell.column.terms)
    return []


def _count_options(field: str, cell: Printed, tally: _Tally) -> list[Notice]:
    marked = read_marks(cell.text)
    notices: list[Notice] = []
    if key(marked.lead):
        tally.notes.append(marked.lead)
        if _mentions(marked.lead, SCHEMES[field]):  # its box is lost, or all boxes stand behind
            tally.unknown = True
            notices.append(notice("mark-unknown", field=field_label(field), text=marked.lead))
    for option in marked.options:
        terms, note, found = read_label(
            field, option.label, cell.column, nearest=-1 if marked.behind else 0
        )
        tally.count(option.mark, terms)
        tally.notes += [note] if note else []
        notices += found
    tally.read = tally.read or bool(cell.column.terms)
    return notices


def _mentions(words: str, scheme: str) -> bool:
    """Whether an option of the code list stands among the words."""
    folded = key(words)
    return any(len(form) > 1 and form in folded for form in code_list(scheme).forms)


def read_label(
    field: str, label: str, column: Column, *, nearest: int = 0
) -> tuple[tuple[Term, ...], str, list[Notice]]:
    """The terms that the words at one box stand for, the words to keep beside them, and notices.

    A tail survives as a note (其他：政务新媒体). Of several options the box is that of the
    ``nearest``. Words that the code list does not know are a note of a tick column's own option,
    or a channel of their own.
    """
    scheme = SCHEMES[field]
    known = code_list(scheme).read(label)
    if known:
        return known, "", []
    head = _TAIL.split(label)[0]
    known = code_list(scheme).read(head) if head else ()
    if known:
        unmarked = _AFTER_URL.search(label) is not None
        doubts = [notice("mark-unknown", field=field_label(field), text=label)]
        return known, label, doubts if unmarked else []
    several = segment(label, scheme)
    if several:
        return several[nearest], "", [notice("mark-unknown", field=field_label(field), text=label)]
    if column.terms:
        return column.terms, label, []
    if field == "channels" and key(label):
        return (Term(scheme, "", label),), "", [notice("channel-unlisted", label=label)]
    return (), label, [notice("mark-unknown", field=field_label(field), text=label)]


def _count_words(field: str, cell: Printed, habit: Habit, tally: _Tally) -> list[Notice]:
    words = squeeze(cell.text)
    if cell.column.terms:
        return _count_words_in_tick_cell(field, cell, words, tally)
    options = [terms for part in _parts(field, cell.text) for terms in part]
    named = tuple(dict.fromkeys(term for terms in options for term in terms))
    strange = any(category(word[0]) in _SYMBOLS for word in cell.text.split())
    if not (options or strange) and field == "channels" and not _only_agencies(words):
        return _count_unknown_channels(cell, habit, tally)
    if strange or not options or not _answers_in_words(field, options, habit):
        tally.unknown = True
        tally.offered.extend(named)
        return [notice("mark-unknown", field=field_label(field), text=words)]
    tally.count(Mark.TICKED, named)
    return _leftovers(field, cell.text, tally)


def _count_words_in_tick_cell(field: str, cell: Printed, words: str, tally: _Tally) -> list[Notice]:
    """Words instead of a mark tick their column, unless they name other options or deny."""
    options = (term for terms in segment(words, SCHEMES[field]) for term in terms)
    named = tuple(dict.fromkeys(options))
    denies = words.startswith(tuple(knowledge("vocabulary/marks.yml")["unaffirmed"]))
    says = _HAN.search(words) is not None and not denies and not cell.unsure
    if not says or (named and set(named) != set(cell.column.terms)):
        tally.unknown = True
        tally.offered.extend(named)
        return [notice("mark-unknown", field=field_label(field), text=words)]
    tally.count(Mark.TICKED, cell.column.terms)
    tally.notes += [] if named else [words]
    tally.read = True
    return [notice("mark-words", heading=cell.column.heading, text=words)]


def _parts(field: str, text: str) -> list[tuple[tuple[Term, ...], ...]]:
    whole = segment(text, SCHEMES[field])
    if whole:
        return [whole]
    if field != "channels":
        return []
    named = (segment(_TAIL.split(part)[0], "channel") for part in parts(text))
    return [terms for terms in named if terms]


def _answers_in_words(field: str, options: Sequence[tuple[Term, ...]], habit: Habit) -> bool:
    """Whether labels without marks answer: no boxes anywhere, and not just the printed form."""
    if habit.boxes or len(options) >= _FORM_SIZE:
        return False
    if len(options) == 1:
        return True
    answers = {frozenset(t for ts in _parts(field, w) for t in ts) for w in habit.wordings}
    return len(answers) > 1


def _leftovers(field: str, text: str, tally: _Tally) -> list[Notice]:
    if field != "channels" or segment(text, "channel"):
        return []
    notices: list[Notice] = []
    for part in parts(text):
        if not segment(_TAIL.split(part)[0], "channel"):
            tally.count(Mark.TICKED, (Term("channel", "", squeeze(part)),))
            notices.append(notice("channel-unlisted", label=part))
        elif _TAIL.search(part):
            tally.notes.append(squeeze(part))
    return notices


def _only_agencies(words: str) -> bool:
    agencies = read_agencies(words)
    return bool(agencies) and all(agency.kind for agency in agencies)


def _count_unknown_channels(cell: Printed, habit: Habit, tally: _Tally) -> list[Notice]:
    if habit.boxes:
        tally.unknown = True
        return [notice("mark-unknown", field=field_label("channels"), text=cell.text)]
    return _leftovers("channels", cell.text, tally)
