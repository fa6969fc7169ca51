"""What a field means apart from how it is printed, so that form and substance are told apart."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from enum import Enum
from typing import Any

from govdisclose_ld.changes.sides import CHOICES
from govdisclose_ld.changes.values import Side
from govdisclose_ld.interpret.wording import fold
from govdisclose_ld.model import State


class Knowledge(Enum):
    """How much of a field is known on one side."""

    NOTHING = "nothing"
    UNKNOWN = "unknown"
    KNOWN = "known"


def knowledge_of(field: str, side: Side) -> Knowledge:
    """Whether anything stands in the field, and whether it can be told what."""
    if field in CHOICES:
        state = side.reading[field]["state"]
        if state == State.UNKNOWN:
            return Knowledge.UNKNOWN
        return Knowledge.KNOWN if state == State.READ else Knowledge.NOTHING
    if field == "time_limit" and side.reading["time_limit"]["inherited"]:
        return Knowledge.KNOWN
    return Knowledge.KNOWN if fold(side.printed) else Knowledge.NOTHING


def meaning_of(field: str, side: Side) -> Hashable:
    """A value that is equal for two sides that mean the same."""
    if field in CHOICES:
        return _choice(side.reading[field])
    if field in _MEANINGS:
        return _MEANINGS[field](side)
    return fold(side.printed)


def is_inferred(side: Side) -> bool:
    """Whether a label of the matters is not printed in its own cell."""
    return any(side.reading.get("matters_inferred", ()))


def members_of(field: str, side: Side) -> tuple[str, ...]:
    """The things that a field lists, of which some may come and go: options, laws, elements."""
    reading = side.reading
    if field in CHOICES:
        return tuple(reading[field]["selected"])
    if field == "basis":
        return tuple(c["title"] or c["text"] for c in reading["legal_bases"])
    if field == "agency":
        return tuple(reading["agencies"])
    if field == "content":
        return tuple(e if isinstance(e, str) else e["text"] for e in reading["elements"])
    return ()


def offered_by(field: str, side: Side) -> tuple[str, ...]:
    """The options that a choice prints, ticked or not."""
    return tuple(side.reading[field].get("offered", ())) if field in CHOICES else ()


def _choice(choice: Mapping[str, Any]) -> Hashable:
    sets = (frozenset(choice.get(name, ())) for name in ("selected", "offered", "optional"))
    return choice["state"], *sets, tuple(map(fold, choice.get("notes", ())))


def _limit(limit: Mapping[str, Any] | None) -> Hashable:
    if limit is None:
        return None
    names = ("kind", "trigger", "amount", "unit", "date")
    rules = tuple((*(rule[n] for n in names), tuple(rule["levels"])) for rule in limit["rules"])
    said = () if rules or limit["retention"] else fold(limit["text"])
    terms = (limit["retention"], tuple(limit["retention_levels"]), bool(limit["exception"]))
    return rules, said, terms, limit["vague"], limit["inherited"]


def _citation(citation: Mapping[str, Any]) -> Hashable:
    named = citation["law"] or fold(citation["text"])
    return named, fold(citation["number"]), fold(citation["article"])


def _frozen(elements: Sequence[Any]) -> Hashable:
    return tuple(
        fold(e)
        if isinstance(e, str)
        else (fold(e["text"]), e.get("optional", False), _frozen(e.get("elements", ())))
        for e in elements
    )


_MEANINGS: dict[str, Callable[[Side], Hashable]] = {
    "time_limit": lambda side: _limit(side.reading["time_limit"]),
    "default_time_limit": lambda side: _limit(side.reading["default_time_limit"]),
    "basis": lambda side: tuple(map(_citation, side.reading["legal_bases"])),
    "agency": lambda side: tuple(map(fold, side.reading["agencies"])),
    "matters": lambda side: (
        tuple(map(fold, side.reading["matters"])),
        tuple(side.reading["matters_levels"]),
    ),
    "content": lambda side: (fold(side.printed), _frozen(side.reading["elements"])),
}
