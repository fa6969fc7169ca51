"""Time limits in text without delimiters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.deadlines import read_time_limit
from govdisclose_ld.interpret.flows.text import Bare

_DOUBTS = frozenset({"time-limit-partly-read", "time-limit-unreadable"})
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Limit:
    """Where a time limit stands; ``opened`` tells that it begins with words that begin a limit."""

    start: int
    end: int
    opened: bool


def limit_spans(whole: Bare, start: int, end: int) -> Iterator[Limit]:
    """Every stretch between two places that is worded like a time limit and reads as one."""
    for found in _pattern().finditer(whole.text, start, end):
        if _stands_alone(whole, found) and reads_as_limit(whole.cut(*found.span())):
            yield Limit(*found.span(), opened=_opening().match(found.group()) is not None)


def leads_in(words: str) -> bool:
    """Whether words before a limit without a number are its own: 重大决策作出后."""
    return re.fullmatch(knowledge("vocabulary/flows.yml")["limit"]["lead"], words) is not None


def goes_on(words: str) -> bool:
    """Whether words behind a limit carry it on."""
    return re.match(knowledge("vocabulary/flows.yml")["limit"]["continued"], words) is not None


def reads_as_limit(text: str) -> bool:
    """Whether a text is a time limit and nothing else."""
    if len(text) > _LONGEST or "《" in text:
        return False
    limit, notices = read_time_limit(text)
    said = limit.rules or limit.retention or limit.vague
    return bool(said) and not any(notice.code in _DOUBTS for notice in notices)


def _stands_alone(whole: Bare, found: re.Match[str]) -> bool:
    """A bare length of time is a limit only where white space parts it from the rest."""
    return not found["bare"] or (whole.is_gap(found.start()) and whole.is_gap(found.end()))


def is_torn(text: str, place: int) -> bool:
    """Whether a limit and the words behind it may be one word: 公开科室."""
    before, behind = knowledge("vocabulary/flows.yml")["limit"]["torn"]
    return text.endswith(tuple(before), 0, place) and text.startswith(tuple(behind), place)


@cache
def _opening() -> re.Pattern[str]:
    words = knowledge("vocabulary/flows.yml")["limit"]
    return re.compile("|".join(f"(?:{start})" for start in words["starts"]))


@cache
def _pattern() -> re.Pattern[str]:
    words = knowledge("vocabulary/flows.yml")["limit"]
    starts = "|".join(f"(?:{start})" for start in words["starts"])
    one = rf"(?:(?:{starts}){words['amount']}|(?:{words['whole']}))(?:{words['tails']})"
    bare = rf"(?<!\d)(?P<bare>{words['amount']}(?:{words['tails']}))"
    return re.compile(rf"{one}(?:{words['joints']}{one}){{0,3}}|{bare}")
