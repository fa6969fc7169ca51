"""Time limits: from the wording of a cell to rules, retention and exception.

The general rule is Article 26 of 政府信息公开条例 (Order 711): within 20 working days of forming
or changing, unless other law says otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.notices import Notice, notice
from govdisclose_ld.interpret.wording import fold, number
from govdisclose_ld.model import TimeLimit, TimeRule

_AMOUNT = re.compile(
    r"(?P<amount>(?<![\dA-Za-z])\d{1,3}|(?<![一二三四五六七八九十百两])[一二三四五六七八九十百两]{1,7})"
    r"(?P<unit>个?工作日|个?工作天|个?自然日|个?小时|个?星期|个?季度|个月|月|日|天|周|年)"
    r"(?P<end>之?内|以内|之前|以前|前|以上|后)?"
)
# A day of a month (次月10日前), a month of a year (9月底前): a point in time, not a length of it.
_POINT = re.compile(r"(?:月|每年|上旬|中旬|下旬|年)$")
_BROKEN_NUMBER = re.compile(r"(?<=\d)\s*\n\s*(?=\d|个?工作日|个?月|[日天年周])")
_WORKING_DAY_BEHIND = re.compile(r"(?:日|天)(之?内|以内)?\s*[（(](?:指)?工作日[)）]")
_LINE_BREAK = re.compile(r"\s*\n\s*")
_LATIN = re.compile("[A-Za-z]")
_LONG = frozenset({"week", "month", "quarter", "year"})
_RANGE = re.compile(r"\d[-—–~～至到]$")
_YEARLY = re.compile(
    r"(?:每年|次年|当年|年度)?(?:的)?(\d{1,2})月(\d{1,2})[日号](?:之前|以前|前|底前)?"
)
_CLAUSES = re.compile(r"[;；。\n]+|(?<!\d)\d{1,2}[.、．](?!\d)|[，,]|[①②③④⑤⑥⑦⑧⑨]")


@dataclass(frozen=True, slots=True)
class _Wording:
    triggers: tuple[tuple[str, re.Pattern[str]], ...]
    cycles: tuple[tuple[str, int, re.Pattern[str]], ...]
    display: re.Pattern[str]
    shown: re.Pattern[str]
    lasting: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    vague: re.Pattern[str]
    exception: re.Pattern[str]
    filler: re.Pattern[str]
    retention: tuple[tuple[str, str], ...]
    units: dict[str, str]


@cache
def _wording() -> _Wording:
    source: dict[str, Any] = knowledge("vocabulary/deadlines.yml")
    units = {form: terms[0].id for form, terms in code_list("unit").forms.items()}
    retention = [(form, terms[0].id) for form, terms in code_list("retention").forms.items()]
    return _Wording(
        triggers=tuple((t["id"], re.compile(t["pattern"])) for t in source["triggers"]),
        cycles=tuple((c["unit"], c["amount"], re.compile(c["pattern"])) for c in source["cycles"]),
        display=re.compile(source["display"]),
        shown=re.compile(source["shown"]),
        lasting=re.compile(source["lasting"]),
        after=re.compile(source["after"]),
        before=re.compile(source["before"]),
        vague=re.compile(source["vague"]),
        exception=re.compile(source["exception"]),
        filler=re.compile(source["filler"]),
        retention=tuple(retention),
        units=units,
    )


@lru_cache(maxsize=16384)
def read_time_limit(text: str) -> tuple[TimeLimit, tuple[Notice, ...]]:
    """The time limit that a cell states, and what of it could not be read.

    A clause whose number has no trigger printed keeps ``trigger`` empty. Wording without a number
    (及时公开) is vague; wording that says nothing at all about time is unreadable.
    """
    if not text.strip():
        return TimeLimit(text=text), ()
    limit, notices = _read(text, text)
    if any(n.code == "time-limit-unreadable" for n in notices) and "\n" in text.strip():
        whole, doubts = _read(text, _LINE_BREAK.sub("", text))  # one rule over several lines
        return (limit, notices) if doubts else (whole, ())
    return limit, notices


def _read(text: str, lines: str) -> tuple[TimeLimit, tuple[Notice, ...]]:
    """What ``lines`` state, each line a clause of its own; ``text`` is what is printed."""
    words = _without_numbering(lines)
    exception = _wording().exception.search(words)
    body = words.replace(exception.group(), "，") if exception else words
    retention, body = _retention(fold(body))
    rules, rest = _rules(body)
    vague = not rules and bool(_wording().vague.search(body))
    limit = TimeLimit(
        text=text,
        rules=rules,
        retention=retention,
        exception=exception.group().strip("（()），,；;。") if exception else "",
        vague=vague,
    )
    return limit, _notices(limit, rest)


def begins_vague(text: str) -> bool:
    """Whether the text opens with wording that sets no number (及时公开, 随采购公告)."""
    return _wording().vague.match(fold(text)) is not None


def _without_numbering(text: str) -> str:
    """Spaces dropped, a list's line breaks and numbers turned into clause breaks."""
    whole = _WORKING_DAY_BEHIND.sub(r"个工作日\1", _BROKEN_NUMBER.sub("", text.strip()))
    lines = re.sub(r"[ \t\u3000]*\r?\n[ \t\u3000]*", "；", whole)
    spaced = re.sub(r"(?:(?<=\s)|^|(?<=[;；。]))\d{1,2}[.、．](?!\d)\s*", "；", lines)
    return re.sub(r"\s+", "", spaced)


def _retention(body: str) -> tuple[str, str]:
    for form, term in _wording().retention:
        if form in body:
            return term, body.replace(form, "，", 1)
    return "", body


def _rules(body: str) -> tuple[tuple[TimeRule, ...], str]:
    """The rules of all clauses, and the words that no rule took."""
    rules: list[TimeRule] = []
    left: list[str] = []
    for clause in filter(None, _CLAUSES.split(body)):
        found, rest = _clause(clause)
        if found and not found[0].trigger and left and found[0].kind == "limit":
            # 自信息形成之日起，20个工作日内: the trigger stands in the clause before.
            trigger = _trigger(left[-1])
            if trigger:
                found[0] = replace(found[0], trigger=trigger, text=left[-1] + found[0].text)
                left.pop()
        rules += found
        left.append(rest)
    return tuple(rules), "".join(left)


def _clause(clause: str) -> tuple[list[TimeRule], str]:
    date = _YEARLY.search(clause)
    if date:
        return _date_rule(clause, date)
    cycle = next((c for c in _wording().cycles if c[2].search(clause)), None)
    found = list(_AMOUNT.finditer(clause))
    amounts = [match for match in found if _is_length(match, clause, cyclic=cycle is not None)]
    rules = [_amount_rule(clause, amounts, place) for place in range(len(amounts))]
    if cycle:
        rules.append(TimeRule("cycle", amount=cycle[1], unit=cycle[0], text=clause))
    points = "".join(match.group() for match in found if match not in amounts)
    return rules, points + _unread(clause, amounts, rules) if rules else clause


def _is_length(match: re.Match[str], clause: str, *, cyclic: bool) -> bool:
    """Whether a number and a unit tell a length of time that says what it limits.

    Not so a day or a month by its name (每月10日前, 9月底前), nor bare years (三年), which could
    tell how often as well as how long.
    """
    end, unit = match["end"] or "", match["unit"]
    if not number(match["amount"]):
        return False
    if unit == "年" and match.group() == clause:
        return number(match["amount"]) == 1
    if unit not in ("日", "月") or end.endswith("内") or end == "后":
        return True
    named = cyclic or _POINT.search(clause[: match.start()]) is not None
    return unit == "日" and not named


def _unread(clause: str, amounts: list[re.Match[str]], rules: list[TimeRule]) -> str:
    """What rules do not say of a clause: the lower end of a range, a condition with no trigger."""
    left = []
    for place, (match, rule) in enumerate(zip(amounts, rules, strict=False)):
        lead = clause[amounts[place - 1].end() if place else 0 : match.start()]
        if _RANGE.search(lead):
            left.append(lead[-2:] + match.group())
        elif not rule.trigger and rule.kind == "limit":
            left.append(lead)
    return "".join(left)


def _date_rule(clause: str, date: re.Match[str]) -> tuple[list[TimeRule], str]:
    """A day that comes every year; a date of one certain year is no rule and stays unread."""
    month, day = int(date[1]), int(date[2])
    once = re.search(r"\d{4}年$", clause[: date.start()] + ("年" if date[0][0] == "年" else ""))
    if once or not (1 <= month <= 12 and 1 <= day <= 31):
        return [], clause
    return [TimeRule("date", date=f"--{month:02}-{day:02}", text=clause)], ""


def _amount_rule(clause: str, amounts: list[re.Match[str]], place: int) -> TimeRule:
    match = amounts[place]
    start = amounts[place - 1].end() if place else 0
    lead = clause[start : match.start()]
    tail = clause[match.end() : amounts[place + 1].start() if place + 1 < len(amounts) else None]
    unit = _wording().units[match["unit"].removeprefix("个")]
    kind = _kind(lead, match["end"] or "", unit, alone=not lead and not tail)
    trigger = _trigger(lead) or (_trigger(tail) if kind == "limit" and "起" in tail else "")
    text = lead + match.group() + (tail if place + 1 == len(amounts) else "")
    return TimeRule(kind, trigger=trigger, amount=number(match["amount"]), unit=unit, text=text)


def _kind(lead: str, end: str, unit: str, *, alone: bool) -> str:
    words = _wording()
    if re.search("每隔?$", lead):
        return "cycle"
    if end == "以上" or (words.display.search(lead) and not words.after.search(lead)):
        return "display"
    lasting = words.lasting if unit in _LONG else words.shown
    if not end and lasting.search(lead):
        return "display"
    if words.before.search(end) or re.search("提前|前$", lead):
        return "before"
    return "cycle" if alone and not end and unit in _LONG else "limit"


def _trigger(words: str) -> str:
    if not words:
        return ""
    return next((name for name, pattern in _wording().triggers if pattern.search(words)), "")


def _notices(limit: TimeLimit, rest: str) -> tuple[Notice, ...]:
    words = _wording()
    if limit.vague and not limit.rules:
        return (notice("time-limit-vague", text=limit.text),)
    over = words.filler.sub("", re.sub(r"[\W_]+", "", words.vague.sub("", rest)))
    if not limit.rules and not limit.retention:
        return (notice("time-limit-unreadable", text=limit.text),)
    short = len(over) > 1 or _LATIN.search(over) is not None
    return (notice("time-limit-partly-read", text=rest),) if short else ()
