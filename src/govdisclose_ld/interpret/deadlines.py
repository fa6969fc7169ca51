"""Time limits: from the wording of a cell to rules, retention and exception.

The general rule is Article 26 of 政府信息公开条例 (Order 711): within 20 working days of forming
or changing, unless other law says otherwise.
"""

from __future__ import annotations

import re
from functools import lru_cache

from govdisclose_ld.interpret.deadline_lines import plain_words
from govdisclose_ld.interpret.deadline_rules import read_rules
from govdisclose_ld.interpret.deadline_wording import wording
from govdisclose_ld.interpret.notices import Notice, notice
from govdisclose_ld.interpret.wording import fold, is_none
from govdisclose_ld.model import TimeLimit

_UNIT_IN_HEADING = re.compile(r"[（(](?:单位[:：])?(个?工作日|个?自然日|日|天|小时|月)[)）]$")
_LATIN = re.compile("[A-Za-z]")
_COUNTED = re.compile(r"[\dA-Za-z]")  # a number that no rule took, or what is left of one


@lru_cache(maxsize=16384)
def read_time_limit(text: str) -> tuple[TimeLimit, tuple[Notice, ...]]:
    """The time limit that a cell states, and what of it could not be read.

    A clause whose number has no trigger printed keeps ``trigger`` empty. Wording without a number
    (及时公开) is vague; wording that says nothing at all about time is unreadable.
    """
    if not text.strip() or is_none(text):
        return TimeLimit(text=text), ()
    words, mended = plain_words(text)
    exception = wording().exception.search(words)
    body = words.replace(exception.group(), "，") if exception else words
    retention, body = _retention(fold(body))
    rules, rest = read_rules(body)
    limit = TimeLimit(
        text=text,
        rules=rules,
        retention=retention,
        exception=exception.group().strip("（()），,；;。") if exception else "",
        vague=not rules and bool(wording().vague.search(body)),
    )
    told = (notice("time-limit-mended", text=text),) if mended and rules else ()
    return limit, (*_notices(limit, rest), *told)


def heading_unit(heading: str) -> str:
    """The unit that a column's heading names for bare numbers (公开时限（工作日）), "" if none."""
    unit = _UNIT_IN_HEADING.search(fold(heading))
    return unit[1] if unit else ""


def with_unit(text: str, heading: str) -> str:
    """A bare number with the unit that its column's heading names: 20 under 公开时限（工作日）.

    The text as it is where it is no number or the heading names no unit.
    """
    folded = fold(text)
    unit = heading_unit(heading) if folded.isdecimal() else ""
    return f"{folded}{unit}" if unit else text


def begins_vague(text: str) -> bool:
    """Whether the text opens with wording that sets no number (及时公开, 随采购公告)."""
    return wording().vague.match(fold(text)) is not None


def _retention(body: str) -> tuple[str, str]:
    """How long it stays published, and the words without that; 中长期规划 tells nothing of it."""
    masked = wording().no_retention.sub(lambda match: "\0" * len(match.group()), body)
    for form, term in wording().retention:
        place = masked.find(form)
        if place >= 0:
            return term, f"{body[:place]}，{body[place + len(form) :]}"
    return "", body


def _notices(limit: TimeLimit, rest: str) -> tuple[Notice, ...]:
    words = wording()
    if limit.vague and not limit.rules:  # what it says is vague, not how it was read
        return (notice("time-limit-partly-read", text=rest),) if _COUNTED.search(rest) else ()
    over = words.filler.sub("", re.sub(r"[\W_]+", "", words.vague.sub("", rest)))
    if not limit.rules and not limit.retention:
        return (notice("time-limit-unreadable", text=limit.text),)
    short = len(over) > 1 or _LATIN.search(over) is not None
    return (notice("time-limit-partly-read", text=rest),) if short else ()
