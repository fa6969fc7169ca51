"""The wording of a time limit made plain: lines joined where a rule goes on, signs mended."""

from __future__ import annotations

import re
from functools import cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.wording import number

_HAN = "[一二三四五六七八九十百]{1,7}"
_LISTED = re.compile(r"(?:(?<=\s)|^|(?<=[;；。]))\d{1,2}[.、．](?!\d)\s*")
_SIGNS = re.compile("[①-⒛❶-❿]")  # their digits would run into those behind them: ②20个工作日
_SPACE = re.compile(r"\s+")
_WORKING_DAY_BEHIND = re.compile(r"(?:日|天)(之?内|以内)?[（(](?:指)?工作日[)）]")
_TWICE = re.compile(rf"(\d{{1,3}}|{_HAN})[（(](\d{{1,3}}|{_HAN})[)）](?=个|日|天|月)")
# How a line ends that may end a rule, and how one begins that goes on with the line before.
_ENDS = re.compile(
    r"(?:内|前|后|公[开示布告]|更新|发布|[天日号周月底末次步]|(?<!每)年|季度|小时|以上|长期|永久"
    r"|执行|保持|规定|除外|[。；;，,)）])$"
)
_GOES_ON = re.compile(
    r"^(?:起|之?内(?!容|部)|以[内前后上]|之[前后日]|[前后](?!期|置|续)|公开|予以|[（()）])"
)
_BROKEN_DATE = re.compile(r"\d月$")
_DAY = re.compile(r"^\d{1,2}[日号]")


def plain_words(text: str) -> tuple[str, bool]:
    """The text without blanks, its clauses parted by ；, and whether a misread sign was mended."""
    numbered = _LISTED.sub("；", _SIGNS.sub("；", text.strip()))
    lines = [_SPACE.sub("", line) for line in numbered.splitlines()]
    joined: list[str] = []
    for line in filter(None, lines):
        if joined and _ends_before(joined[-1], line):
            joined.append("；")
        joined.append(line)
    words = _WORKING_DAY_BEHIND.sub(r"个工作日\1", "".join(joined))
    mended = _mended(words)
    return _TWICE.sub(_said_once, mended), mended != words


def _ends_before(before: str, after: str) -> bool:
    if _BROKEN_DATE.search(before) and _DAY.match(after):
        return False
    return _ENDS.search(before) is not None and not _GOES_ON.match(after)


def _said_once(match: re.Match[str]) -> str:
    """A number said in words and in digits (二十（20）) once, where the two agree."""
    return match[1] if number(match[1]) == number(match[2]) else match.group()


def _mended(words: str) -> str:
    for pattern, right in _misread():
        words = pattern.sub(right, words)
    return words


@cache
def _misread() -> tuple[tuple[re.Pattern[str], str], ...]:
    entries = knowledge("vocabulary/deadlines.yml")["misread"]
    return tuple((re.compile(entry["pattern"]), entry["right"]) for entry in entries)
