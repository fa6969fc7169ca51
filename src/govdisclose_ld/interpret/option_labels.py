"""What the words at one box name: an option, several run together, or none that is known."""

from __future__ import annotations

import re

from govdisclose_ld.interpret.brackets import ROUND, inside_brackets
from govdisclose_ld.interpret.choice_cells import unknown
from govdisclose_ld.interpret.codes import code_list, segment
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.interpret.notices import Notice, notice
from govdisclose_ld.interpret.option_names import (
    TAIL,
    is_residual,
    mentions,
    name_option,
    takes_back,
)
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Column, Term

_AFTER_URL = re.compile(r"(?:https?://|www\.)\S+\s+\S", re.IGNORECASE)
_BETWEEN = frozenset("、，,;； \n")


def read_label(
    field: str, label: str, column: Column, *, nearest: int = 0
) -> tuple[tuple[Term, ...], str, list[Notice]]:
    """The terms that the words at one box stand for, the words to keep beside them, and notices.

    A tail survives as a note (其他：政务新媒体). Of several options the box is that of the
    ``nearest``. Words that the code list does not know are a note of a tick column's own option,
    or a channel of their own.
    """
    scheme = SCHEMES[field]
    if takes_back(label, scheme):
        return (), label, [unknown(field, label)]
    terms, note = name_option(label, scheme)
    if terms:
        lost = note and (_AFTER_URL.search(label) or _names_another(label, scheme))
        return terms, note, [unknown(field, label)] if lost else []
    several = segment(label, scheme) or segment(TAIL.split(label)[0], scheme)
    if several:
        return several[nearest], "", [unknown(field, label)]
    return _read_strange(field, label, column)


def _read_strange(
    field: str, label: str, column: Column
) -> tuple[tuple[Term, ...], str, list[Notice]]:
    """What words stand for that name no option by themselves."""
    scheme = SCHEMES[field]
    first = _first_of(label, scheme)
    if first or (column.terms and answers_another(label, scheme)):
        return first, label, [unknown(field, label)]
    if column.terms:
        return column.terms, label, []
    if field == "channels" and key(label):
        return (Term(scheme, "", label),), "", [notice("channel-unlisted", label=label)]
    return (), label, [unknown(field, label)]


def answers_another(words: str, scheme: str) -> bool:
    """Whether words are an option of another field (县级 in a column of audiences)."""
    if segment(words, scheme):
        return False
    return any(len(key(words)) > 1 and segment(words, s) for s in SCHEMES.values() if s != scheme)


def _names_another(label: str, scheme: str) -> bool:
    """Whether a second option stands behind the first, outside its brackets: its box is lost."""
    if is_residual(label, scheme):
        return False
    inside = inside_brackets(label, ROUND)
    cut = "".join("\0" if c in _BETWEEN and not inside[i] else c for i, c in enumerate(label))
    return any(name_option(part, scheme)[0] for part in cut.split("\0")[1:] if key(part))


def _first_of(label: str, scheme: str) -> tuple[Term, ...]:
    """The option that a label begins with where another one stands behind strange signs."""
    folded, codes = key(label), code_list(scheme)
    form = next((f for f in codes.forms if len(f) > 1 and folded.startswith(f)), "")
    return codes.forms[form] if form and mentions(folded[len(form) :], scheme) else ()
