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
from govdisclose_ld.interpret.wording import fold, key, number
from govdisclose_ld.model import TimeLimit, TimeRule

_AMOUNT = re.compile(
    r"(?P<amount>(?<!\d)\d{1,3}|[一二三四五六七八九十百两]+)个?"
    r"(?P<unit>工作日|工作天|自然日|小时|星期|季度|个?月|日|天|周|年)"
    r"(?P<end>之?内|以内|之前|以前|前|以上|后)?"
)
_YEARLY = re.compile(
    r"(?:每年|次年|当年|年度)?(?:的)?(\d{1,2})月(\d{1,2})[日号](?:之前|以前|前|底前)?"
)
_CLAUSES = re.compile(r"[;；。\n]+|(?<!\d)\d{1,2}[.、．](?!\d)|[，,]|[①②③④⑤⑥⑦⑧⑨]")


@dataclass(frozen=True, slots=True)
class _Wording:
    triggers: tuple[tuple[str, re.Pattern[str]], ...]
    cycles: tuple[tuple[str, int, re.Pattern[str]], ...]
    display: re.Pattern[str]
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
    words = _without_numbering(text)
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
    lines = re.sub(r"[ \t\u3000]*\r?\n[ \t\u3000]*", "；", text.strip())
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
    amounts = list(_AMOUNT.finditer(clause))
    cycle = next((c for c in _wording().cycles if c[2].search(clause)), None)
    if cycle and all((match["end"] or "").endswith("前") for match in amounts):
        # 每月10日前 is a day of each month, not ten days ahead of something: the day stays unread.
        rule = TimeRule("cycle", amount=cycle[1], unit=cycle[0], text=clause)
        return [rule], "".join(match.group() for match in amounts)
    rules = [_amount_rule(clause, amounts, place) for place in range(len(amounts))]
    return rules, "" if rules else clause


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
    unit = _wording().units.get(key(match["unit"]), "")
    kind = _kind(lead, match["end"] or "", match["unit"], alone=not lead and not tail)
    trigger = _trigger(lead) or (_trigger(tail) if kind == "limit" and "起" in tail else "")
    text = lead + match.group() + (tail if place + 1 == len(amounts) else "")
    return TimeRule(kind, trigger=trigger, amount=number(match["amount"]), unit=unit, text=text)


def _kind(lead: str, end: str, unit: str, *, alone: bool) -> str:
    words = _wording()
    if words.display.search(lead) or end == "以上":
        return "display"
    if words.before.search(end) or "提前" in lead:
        return "before"
    if not end and alone and unit not in ("工作日", "工作天", "日", "天", "自然日", "小时"):
        return "cycle"
    return "limit"


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
    return (notice("time-limit-partly-read", text=rest),) if len(over) > 1 else ()
