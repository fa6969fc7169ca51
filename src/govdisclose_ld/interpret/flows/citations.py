"""Runs of citations in text without delimiters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.flows.text import Bare

_BEGIN = re.compile(r"《|【|关于|(?:政府)?信息公开(?:有关|相关)?规定|(?:相关|有关)政策规定|同上")
_NUMBERING = re.compile(r"(?:(?<![\d.])\d{1,2}[.、．]|\(\d{1,2}\)|[①-⑳])$")
_LONGEST_TITLE = 160
_HAN = "[一二三四五六七八九十百零〇\\d]{1,9}"
# What may follow a title and belongs to it: brackets, a document number, an article.
_ANNEX = re.compile(
    r"\([^()《》]{0,80}\)|[〔\[【][^〔〕\[\]【】《》]{0,30}[〕\]】]"
    r"|[\u4e00-\u9fff]{1,8}[〔\[(](?:19|20)\d{2}[〕\])]第?\d{1,4}号"
    rf"|第{_HAN}(?:[、和及至]第?{_HAN})?条(?:第{_HAN}款)?(?:第?[(]?{_HAN}[)]?项)?"
    r"|的(?:通知|意见|决定|批复|公告|通告|函)|号"
)
_JOINER = re.compile(
    r"(?:[、,;]|以及|[及和与](?=《)|\d{1,2}[.、．](?=[《【关])|\(\d{1,2}\)(?=《)|[①-⑳](?=《)|【[^】]{1,12}】)+"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Citations one behind the other; ``seams`` are the starts of those that nothing joins to the
    one before, so that another cell may begin there."""

    start: int
    end: int
    seams: tuple[int, ...] = ()


def citation_runs(whole: Bare, start: int, end: int) -> Iterator[Run]:
    """Every run of citations between two places, as long as it goes."""
    place = start
    while found := _BEGIN.search(whole.text, place, end):
        run = _run(whole, found.start(), start, end)
        if run:
            yield run
        place = max(found.end(), run.end if run else 0)


def is_carried(words: str) -> bool:
    """Whether words behind a citation go on with it."""
    return _rules()["carried"].match(words) is not None


def needs_citation(words: str) -> bool:
    """Whether words before a citation make it a part of their sentence, or of a list of theirs."""
    return _rules()["connectives"].search(words[-6:]) is not None


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(text) for name, text in knowledge("vocabulary/flows.yml")["basis"].items()
    }


def _run(whole: Bare, first: int, low: int, high: int) -> Run | None:
    place, seams, joined = first, list[int](), True
    end = first
    while place < high:
        after = _citation(whole, place, high)
        if after:
            if not joined:
                seams.append(place)
            place = end = _annexed(whole.text, after, high)
            joined = False
            continue
        joiner = _JOINER.match(whole.text, place, high)
        if (joined and place > first) or not joiner:
            break
        place, joined = joiner.end(), True
    if end == first:
        return None
    tail = _rules()["tails"].match(whole.text, end, high)
    numbering = _NUMBERING.search(whole.text[max(low, first - 4) : first])
    begin = first - len(numbering.group()) if numbering else first
    return Run(begin, tail.end() if tail else end, tuple(seams))


def _citation(whole: Bare, place: int, high: int) -> int:
    """Where the title that begins at ``place`` ends; 0 if none does."""
    text = whole.text
    if text[place] == "《":
        return _title_end(text, place, high)
    if not whole.is_gap(place) and text[place - 1 : place] not in ("", "、", ",", ";", "】"):
        return 0
    for name in ("untitled", "vague"):
        if found := _rules()[name].match(text, place, high):
            return found.end()
    return 0


def _title_end(text: str, place: int, high: int) -> int:
    depth = 0
    for at in range(place, min(high, place + _LONGEST_TITLE)):
        depth += (text[at] == "《") - (text[at] == "》")
        if depth == 0:
            return at + 1
    return 0


def _annexed(text: str, place: int, high: int) -> int:
    while found := _ANNEX.match(text, place, high):
        place = found.end()
    return place
