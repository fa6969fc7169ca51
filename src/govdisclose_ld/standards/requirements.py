"""What a standard's file asks of items (``requires``, ``defaults``), checked against code lists.

::

    requires:
      time_limit: {trigger: formed-or-changed, amount: 20, unit: working-day, article: 第二十六条}
      channels: {all: [website], least: 2, article: 第二十三条}
      mode: {all: [proactive], only: [proactive, on-request], article: 第十三条}
      audience: [public]
      level: [county]

A list alone stands for ``all``: every option of it has to be ticked.
"""

from __future__ import annotations

from dataclasses import dataclass

from govdisclose_ld import assets
from govdisclose_ld.model import Phrase, TimeRule
from govdisclose_ld.standards.entries import Entry, Fields
from govdisclose_ld.standards.values import Defaults, Requirements

_CHOICES = {"channels": "channel", "audience": "audience", "mode": "mode", "level": "level"}
_KEYS = {
    "channels": ("all", "least", "only", "article"),
    "mode": ("all", "only", "article"),
    "audience": ("all", "article"),
    "level": ("all", "article"),
}


@dataclass(frozen=True, slots=True)
class _Choice:
    every: tuple[str, ...] = ()
    least: int = 0
    only: tuple[str, ...] = ()
    article: str = ""


def read_requirements(entry: Entry) -> Requirements:
    """The requirements of one mapping ``requires``.

    Raises ConfigurationError at the value that is wrong.
    """
    parts = entry.fields(required=(), optional=("time_limit", *_CHOICES))
    if not parts.members:
        entry.fail("应写明至少一项要求", "expected one requirement at least")
    limit, article = _limit(parts)
    channels, audience, mode, level = (_choice(parts, name) for name in _CHOICES)
    places = {
        "time_limit": article,
        "channels": channels.every and channels.article,
        "audience": audience.article,
        "mode": mode.every and mode.article,
        "level": level.article,
        "least_channels": channels.least and channels.article,
        "allowed_channels": channels.only and channels.article,
        "allowed_modes": mode.only and mode.article,
    }
    return Requirements(
        time_limit=limit,
        channels=channels.every,
        audience=audience.every,
        mode=mode.every,
        level=level.every,
        least_channels=channels.least,
        allowed_channels=channels.only,
        allowed_modes=mode.only,
        articles=tuple((member, str(place)) for member, place in places.items() if place),
    )


def read_defaults(entry: Entry) -> Defaults:
    """The defaults of one mapping ``defaults``.

    Raises ConfigurationError at the value that is wrong.
    """
    parts = entry.fields(required=(), optional=("time_limit", "retention", "display"))
    return Defaults(
        time_limit=_limit(parts)[0],
        retention=parts.read("retention", _retention, default=()),
        display=parts.read("display", _display, default=()),
    )


def code_ids(scheme: str) -> tuple[str, ...]:
    """The ids of a shipped code list, in the order of its file."""
    terms = assets.knowledge(f"vocabulary/codes/{scheme}.yml")["terms"]
    return tuple(term["id"] for term in terms)


def code_label(scheme: str, identifier: str) -> Phrase:
    """The label of a term of a shipped code list. Raises KeyError if it has no such term."""
    terms = assets.knowledge(f"vocabulary/codes/{scheme}.yml")["terms"]
    return Phrase.of({term["id"]: term["label"] for term in terms}[identifier])


def comparable_triggers(trigger: str) -> tuple[str, ...]:
    """The ids of the triggers whose limits can be compared with one from ``trigger``, its own too.

    Those of one ``family`` of the code list: what runs from another event is another span.
    """
    terms = assets.knowledge("vocabulary/codes/trigger.yml")["terms"]
    families = {term["id"]: term.get("family", term["id"]) for term in terms}
    return tuple(one for one, family in families.items() if family == families[trigger])


def limit_words(rule: TimeRule) -> Phrase:
    """A time limit in words: how long, and from what event."""
    unit, trigger = code_label("unit", rule.unit), code_label("trigger", rule.trigger)
    plural = "s" if rule.amount != 1 else ""
    return Phrase(
        f"自{trigger.zh}起 {rule.amount} {unit.zh}内",
        f"within {rule.amount} {unit.en}{plural} ({trigger.en})",
    )


def requirable(name: str) -> tuple[str, ...]:
    """The options of ``channels``, ``audience``, ``mode`` or ``level`` that can be asked for.

    Of an audience or mode only the widest can be missed: who tells the whole of society tells
    every group of it, and who publishes unasked answers requests too. The channel “other” is
    none that could be asked for.
    """
    terms = assets.knowledge(f"vocabulary/codes/{_CHOICES[name]}.yml")["terms"]
    widest = tuple(term["id"] for term in terms if term.get("widest"))
    return widest or tuple(term["id"] for term in terms if not term.get("residual"))


def _choice(parts: Fields, name: str) -> _Choice:
    entry = parts.members.get(name)
    if entry is None:
        return _Choice()
    known, can_ask = code_ids(_CHOICES[name]), requirable(name)
    if isinstance(entry.value, list):
        return _Choice(every=entry.some_of(can_ask))
    members = entry.fields(required=(), optional=_KEYS[name])
    if not {"all", "least", "only"} & set(members.members):
        entry.fail("应写明 all、least 或 only", "expected all, least or only")
    every = _some(members, "all", can_ask)
    only = _some(members, "only", known)
    if only and not set(every) <= set(only):
        members["all"].fail("all 中有 only 没有的选项", "an option of `all` that `only` lacks")
    return _Choice(
        every,
        members.read("least", Entry.whole, default=0),
        only,
        members.read("article", Entry.text, default=""),
    )


def _some(members: Fields, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    return members[key].some_of(known) if key in members else ()


def _limit(parts: Fields) -> tuple[TimeRule | None, str]:
    """The time limit, where there is one, and the article that sets it."""
    if "time_limit" not in parts:
        return None, ""
    members = parts["time_limit"].fields(
        required=("trigger", "amount", "unit"), optional=("article",)
    )
    rule = TimeRule(
        kind="limit",
        trigger=members["trigger"].one_of(code_ids("trigger")),
        amount=members["amount"].whole(),
        unit=members["unit"].one_of(code_ids("unit")),
    )
    return rule, members.read("article", Entry.text, default="")


def _retention(entry: Entry) -> tuple[tuple[str, str], ...]:
    levels = entry.fields(required=(), optional=code_ids("level"))
    terms = code_ids("retention")
    return tuple((level, term.one_of(terms)) for level, term in levels.members.items())


def _display(entry: Entry) -> tuple[TimeRule, ...]:
    levels = entry.fields(required=(), optional=code_ids("level"))
    return tuple(_stay(stay, level) for level, stay in levels.members.items())


def _stay(entry: Entry, level: str) -> TimeRule:
    parts = entry.fields(required=("amount", "unit"))
    return TimeRule(
        kind="display",
        amount=parts["amount"].whole(),
        unit=parts["unit"].one_of(code_ids("unit")),
        scope=(level,),
    )
