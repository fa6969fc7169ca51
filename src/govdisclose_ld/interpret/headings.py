"""Printed headings to canonical fields, after ``data/vocabulary/columns.yml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.codes import code_list, segment
from govdisclose_ld.interpret.divisions import rank_of
from govdisclose_ld.interpret.wording import key, without_tail
from govdisclose_ld.model import Term

TICK_FIELDS = ("audience", "mode", "level")
WORDED_FIELDS = (*TICK_FIELDS, "basis", "time_limit", "channels", "site_section", "agency")
"""Fields whose cells show by their wording whether a guessed heading is right."""

SURE = 0.9
"""From this score on a heading is a wording of the vocabulary; below it is a guess."""
_LEVELS = "一二三四五六"
_EXACT, _WITHOUT_TAIL, _NEAR, _NEAR_ENOUGH, _APART = 1.0, 0.95, 0.75, 0.78, 0.1


@dataclass(frozen=True, slots=True)
class Match:
    """The field that a heading names: ``level`` for matters, ``terms`` for one option of a field.

    ``score`` is 1 for a wording that the vocabulary holds, less for one that is near to it.
    """

    field: str
    score: float
    level: int = 0
    terms: tuple[Term, ...] = ()


@cache
def _wordings() -> dict[str, Match]:
    wordings: dict[str, Match] = {}
    for field, entry in knowledge("vocabulary/columns.yml")["fields"].items():
        for heading in entry["headings"]:
            wordings.setdefault(key(heading), Match(field, _EXACT))
        for pattern in entry.get("leveled", ()):
            for level, numeral in enumerate(_LEVELS, 1):
                for printed in (numeral, str(level)):
                    wordings[key(pattern.replace("{n}", printed))] = Match(field, _EXACT, level)
    return wordings


@cache
def heading_words() -> frozenset[str]:
    """Every wording of a heading that the vocabulary holds, folded as names are compared."""
    return frozenset(_wordings())


@lru_cache(maxsize=8192)
def match_heading(heading: str) -> Match | None:
    """The field that a printed heading names, None if nothing in the vocabulary is near it."""
    exact = _exact(heading, _EXACT) or _exact(without_tail(heading), _WITHOUT_TAIL)
    return exact or _near(key(heading)) or _without_first(heading)


def match_option(heading: str, under: str = "") -> Match | None:
    """The option of audience, mode or level that the heading of a tick column names.

    Below a heading of the field ``under`` = ``channels`` it may name a channel too.
    """
    for field in TICK_FIELDS:
        for words in (heading, without_tail(heading), heading.removeprefix("是否")):
            terms = code_list(field).read(words) or _levels(words, field)
            if terms:
                return Match(field, _EXACT, terms=terms)
    channel = code_list("channel").read(heading) if under == "channels" else ()
    return Match("channels", _EXACT, terms=channel) if channel else None


def _levels(heading: str, field: str) -> tuple[Term, ...]:
    """The levels that a heading lists (县级、乡镇级) or that of the place it names (示例县级)."""
    if field != "level" or not heading.endswith("级"):
        return ()
    if rank := rank_of(key(heading).removesuffix("级")):
        return (code_list(field).terms[rank],)
    return tuple(dict.fromkeys(term for terms in segment(heading, field) for term in terms))


def levels_of(heading: str) -> int:
    """How many levels of matters a heading says that a cell holds: 2 for 公开事项（一级/二级）."""
    found = re.findall(r"([一二三四五六])级", heading)
    listed = re.search(r"一级[^/／]{0,4}[/／]二级", heading)
    return len(found) if listed and "".join(found) == _LEVELS[: len(found)] else 1


def field_label(field: str) -> str:
    """What a clerk calls a field: 公开时限 for ``time_limit``."""
    return str(knowledge("vocabulary/columns.yml")["fields"][field]["label"]["zh"])


def column_label(field: str, level: int = 0, terms: tuple[Term, ...] = ()) -> str:
    """What a clerk calls what a column holds: 二级事项, 公开对象·全社会."""
    if level:
        return f"{_LEVELS[level - 1]}级事项"
    label, option = field_label(field or "extra"), "、".join(term.label for term in terms)
    return f"{label}·{option}" if option else label


def doubtful(heading: str) -> bool:
    """Whether offices print this heading over other things too, so that the cells must decide."""
    return key(heading) in {key(h) for h in knowledge("vocabulary/columns.yml")["doubtful"]}


def _exact(heading: str, score: float) -> Match | None:
    found = _wordings().get(key(heading))
    return found and Match(found.field, score, found.level)


def _without_first(heading: str) -> Match | None:
    """The field of a heading whose first character a page has lost: 开内容 for 公开内容."""
    whole = f"公{heading}" if heading.startswith("开") else ""
    return _exact(whole, _NEAR_ENOUGH) or _exact(without_tail(whole), _NEAR_ENOUGH)


def _near(folded: str) -> Match | None:
    """A wording that recognition has damaged: one character in four is off, and no other is near.

    Two fields whose wordings are both near leave the heading unread, and so does one character of
    four where the cells cannot show whether the guess is right.
    """
    if len(folded) < 4 or len(folded) > 20:
        return None
    scored = sorted(
        (
            (SequenceMatcher(None, folded, wording).ratio(), wording)
            for wording in _wordings()
            if abs(len(wording) - len(folded)) <= 2 and len(wording) >= 4
        ),
        reverse=True,
    )
    score, best = next(((s, _wordings()[w]) for s, w in scored), (0.0, None))
    if best is None or score < (_NEAR if best.field in WORDED_FIELDS else _NEAR_ENOUGH):
        return None
    rival = next((s for s, w in scored if _wordings()[w].field != best.field), 0.0)
    if rival > score - _APART:
        return None
    return Match(best.field, round(score, 2), best.level)
