"""The rules that the clauses of a time limit state, and the words that no rule takes."""

from __future__ import annotations

import re
from dataclasses import replace

from govdisclose_ld.interpret.deadline_wording import wording
from govdisclose_ld.interpret.wording import number
from govdisclose_ld.model import TimeRule

_AMOUNT = re.compile(
    r"(?P<amount>(?<![\dA-Za-z第])\d{1,3}"
    r"|(?<![一二三四五六七八九十百两第下])(?<![^则]上)(?<!\A上)[一二三四五六七八九十百两]{1,7})"
    r"(?:个?(?:法定|有效))?(?P<unit>个?工作日|个?工作天|个?自然日|个?小时|个?星期|个?季度|个月|月|日|天|周|年)"
    r"(?P<end>之?内|以内|之前|以前|前|以上|后)?"
)
# A day of a month (次月10日前), a month of a year (9月底前): a point in time, not a length of it.
_POINT = re.compile(r"(?:月|每年|上旬|中旬|下旬|年)$")
# The first days of a period (每月前5个工作日): a point in time too.
_PERIOD_AHEAD = re.compile(r"(?:月|季度?|年度?|周)前$")
_POINTED = re.compile(r"[\d一二三四五六七八九十第首末底初]")
_ONCE = re.compile("[一1]次")
_LONG = frozenset({"week", "month", "quarter", "year"})
_RANGE = re.compile(r"\d[-—–~～至到]$")
_OF_ONE_YEAR = re.compile(r"\d{4}年$")
_SPAN = re.compile(r"[日号][至到~～—–-]$")
_YEARLY = re.compile(
    r"(?:每年|次年|当年|年度)?(?:的)?(\d{1,2})月(\d{1,2})[日号](?:之前|以前|前|底前)?"
)
_CLAUSES = re.compile(r"[;；。\n]+|(?<!\d)\d{1,2}[.、．](?!\d)|[，,]")


def read_rules(body: str) -> tuple[tuple[TimeRule, ...], str]:
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
    dates = list(_YEARLY.finditer(clause))
    if dates:
        return _date_rules(clause, dates)
    cycle = next((c for c in wording().cycles if c[2].search(clause)), None)
    found = list(_AMOUNT.finditer(clause))
    amounts = [match for match in found if _is_length(match, clause, cyclic=cycle is not None)]
    rules = [_amount_rule(clause, amounts, place) for place in range(len(amounts))]
    if not cycle:
        return rules, _points(found, amounts) + _unread(clause, amounts, rules) if rules else clause
    rules.append(TimeRule("cycle", amount=cycle[1], unit=cycle[0], text=clause))
    rest = _points(found, amounts) + _unread(clause, amounts, rules)
    return rules, rest or _pointed(clause, cycle[2], amounts)


def _points(found: list[re.Match[str]], amounts: list[re.Match[str]]) -> str:
    return "".join(match.group() for match in found if match not in amounts)


def _pointed(clause: str, cycle: re.Pattern[str], amounts: list[re.Match[str]]) -> str:
    """What else a cycle's clause says of when (每周一, 每季度末), "" where nothing."""
    words = _ONCE.sub("", cycle.sub("", clause, count=1))
    return clause if not amounts and _POINTED.search(words) else ""


def _is_length(match: re.Match[str], clause: str, *, cyclic: bool) -> bool:
    """Whether a number and a unit tell a length of time that says what it limits.

    Not so a day or a month by its name (每月10日前, 9月底前), nor bare years (三年), which could
    tell how often as well as how long.
    """
    end, unit = match["end"] or "", match["unit"]
    if not number(match["amount"]) or _PERIOD_AHEAD.search(clause[: match.start()]):
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


def _date_rules(clause: str, dates: list[re.Match[str]]) -> tuple[list[TimeRule], str]:
    """Days that come every year; a date of one certain year and a span are no rule."""
    rules = []
    for date in dates:
        month, day = int(date[1]), int(date[2])
        before = clause[: date.start()] + ("年" if date[0][0] == "年" else "")
        valid = 1 <= month <= 12 and 1 <= day <= 31
        if not valid or _OF_ONE_YEAR.search(before) or _SPAN.search(before):
            return [], clause
        rules.append(TimeRule("date", date=f"--{month:02}-{day:02}", text=clause))
    rest = _YEARLY.sub("", clause)
    cyclic = any(unit != "year" and cycle.search(rest) for unit, _, cycle in wording().cycles)
    return rules, rest if cyclic or _AMOUNT.search(rest) else ""


def _amount_rule(clause: str, amounts: list[re.Match[str]], place: int) -> TimeRule:
    match = amounts[place]
    start = amounts[place - 1].end() if place else 0
    lead = clause[start : match.start()]
    tail = clause[match.end() : amounts[place + 1].start() if place + 1 < len(amounts) else None]
    unit = wording().units[match["unit"].removeprefix("个")]
    kind = _kind(lead, match["end"] or "", unit, tail)
    trigger = _trigger(lead) or (_trigger(tail) if kind == "limit" and "起" in tail else "")
    text = lead + match.group() + (tail if place + 1 == len(amounts) else "")
    return TimeRule(kind, trigger=trigger, amount=number(match["amount"]), unit=unit, text=text)


def _kind(lead: str, end: str, unit: str, tail: str) -> str:
    words = wording()
    if re.search("每隔?$", lead) or _ONCE.match(tail):
        return "cycle"
    if end == "以上" or (words.display.search(lead) and not words.after.search(lead)):
        return "display"
    lasting = words.lasting if unit in _LONG else words.shown
    if not end and lasting.search(lead):
        return "display"
    if words.before.search(end) or re.search("提前|前$", lead):
        return "before"
    alone = not (lead or end or tail)
    return "cycle" if alone and unit in _LONG else "limit"


def _trigger(words: str) -> str:
    if not words:
        return ""
    return next((name for name, pattern in wording().triggers if pattern.search(words)), "")
