"""Two versions of one thing, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govdisclose_ld.changes.meaning import (
    Knowledge,
    is_inferred,
    knowledge_of,
    meaning_of,
    members_of,
    offered_by,
)
from govdisclose_ld.changes.sides import CHOICES, Field, nothing
from govdisclose_ld.changes.values import FieldChange, Kind, Side
from govdisclose_ld.interpret.wording import fold


def compare_fields(
    old: Mapping[Field, Side], new: Mapping[Field, Side], *, renamed: bool = False
) -> Iterator[FieldChange]:
    """The fields that differ, in the order of the old version and then of the new one.

    ``renamed`` tells that a matter above the item has only got another name.
    """
    for field in dict.fromkeys((*old, *new)):
        one, other = old.get(field, nothing(field)), new.get(field, nothing(field))
        if (one.printed, one.reading) != (other.printed, other.reading):
            yield _change(field, one, other, renamed=renamed)


def _change(field: Field, old: Side, new: Side, *, renamed: bool) -> FieldChange:
    name, heading = field
    kind = _kind(name, old, new, renamed=renamed)
    told = Knowledge.UNKNOWN not in (knowledge_of(name, old), knowledge_of(name, new))
    gained, lost = _differences(members_of(name, old), members_of(name, new)) if told else ((), ())
    offers = (offered_by(name, old), offered_by(name, new))
    more, fewer = _differences(*offers) if told and all(offers) else ((), ())
    return FieldChange(name, kind, old, new, heading, gained, lost, more, fewer)


def _differences(
    old: tuple[str, ...], new: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What only the new side has, and what only the old side has; form does not count."""
    had, has = set(map(fold, old)), set(map(fold, new))
    gained = tuple(dict.fromkeys(one for one in new if fold(one) not in had))
    return gained, tuple(dict.fromkeys(one for one in old if fold(one) not in has))


def _kind(field: str, old: Side, new: Side, *, renamed: bool) -> Kind:
    before, after = knowledge_of(field, old), knowledge_of(field, new)
    if before is not after:
        return _KNOWN_NOW[before, after]
    if meaning_of(field, old) == meaning_of(field, new):
        return _same(field, old, new)
    if field == "ordinal":
        return Kind.RENUMBERED
    if field == "matters" and renamed and _last(old) == _last(new):
        return Kind.RENAMED
    return Kind.CHANGED


_KNOWN_NOW = {
    (Knowledge.NOTHING, Knowledge.KNOWN): Kind.ADDED,
    (Knowledge.NOTHING, Knowledge.UNKNOWN): Kind.ADDED,
    (Knowledge.KNOWN, Knowledge.NOTHING): Kind.REMOVED,
    (Knowledge.UNKNOWN, Knowledge.NOTHING): Kind.REMOVED,
    (Knowledge.UNKNOWN, Knowledge.KNOWN): Kind.SETTLED,
    (Knowledge.KNOWN, Knowledge.UNKNOWN): Kind.UNSETTLED,
}


def _same(field: str, old: Side, new: Side) -> Kind:
    """The kind of a change that leaves the meaning as it was."""
    if field == "matters" and is_inferred(old) != is_inferred(new):
        return Kind.SETTLED if is_inferred(old) else Kind.UNSETTLED
    if field not in CHOICES and fold(old.printed) != fold(new.printed):
        return Kind.REWORDED
    return Kind.REPRINTED


def _last(side: Side) -> str:
    return fold(side.reading["matters"][-1]) if side.reading["matters"] else ""
