"""What text recognition does to a cell: characters that look alike, broken words, marks misread.

A lost digit (20个工作日 → 2个工作日) is not among them: no reader could tell it from the truth.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from press import Style

Noise = Callable[[str, Random, Style], str]

_ALIKE = {
    "日": "曰", "己": "已", "入": "人", "未": "末", "令": "今", "网": "纲", "内": "丙", "县": "具",
    "示": "亓", "开": "幵", "公": "厶", "于": "干", "条": "夆", "工": "土", "0": "O", "1": "l",
    "务": "劳", "政": "攻", "主": "圭", "申": "甲", "级": "缀", "群": "样", "体": "休", "全": "金",
    "法": "注", "第": "弟", "号": "号", "事": "亊", "限": "恨", "依": "衣", "对": "时", "方": "万",
}  # fmt: skip
_MISREAD = {
    "■": "口█圈", "□": "口曰囗O", "☑": "团回区", "☐": "口", "√": "Vv丿J", "●": "•。",
    "○": "O0〇", "R": "B尺", "£": "E", "☒": "区",
}  # fmt: skip
_BOX = re.compile(r"\[([x ])\]")
_BRACKETS = "〔〕（）《》"


def _misread(text: str, random: Random, style: Style) -> str:
    """One character taken for one that looks like it."""
    return _at_one([i for i, c in enumerate(text) if c in _ALIKE], text, random, _ALIKE.__getitem__)


def _letter_for_digit(text: str, random: Random, style: Style) -> str:
    """0 and 1 taken for O and l."""
    places = [i for i, c in enumerate(text) if c in "01"]
    return _at_one(places, text, random, _ALIKE.__getitem__)


def _bracket_lost(text: str, random: Random, style: Style) -> str:
    """One bracket gone."""
    return _at_one([i for i, c in enumerate(text) if c in _BRACKETS], text, random, lambda _: "")


def _broken_by_blanks(text: str, random: Random, style: Style) -> str:
    """Blanks within numbers and words."""
    return _broken(text, random, " ")


def _broken_by_lines(text: str, random: Random, style: Style) -> str:
    """A line break within a number or a word."""
    return _broken(text, random, "\n")


def _blanked(text: str, random: Random, style: Style) -> str:
    """Nothing left of the cell."""
    return ""


def _mark_lost(text: str, random: Random, style: Style) -> str:
    """One box gone."""
    return _at_one_box(text, random, lambda _: "")


def _marks_lost(text: str, random: Random, style: Style) -> str:
    """All boxes gone."""
    return _BOX.sub("", text)


def _mark_misread(text: str, random: Random, style: Style) -> str:
    """One box taken for a character that looks like it."""

    def misread(box: str) -> str:
        glyph = style.ticked if box == "[x]" else style.unticked
        return random.choice(_MISREAD[glyph]) if glyph in _MISREAD else box

    return _at_one_box(text, random, misread)


def _at_one_box(text: str, random: Random, change: Callable[[str], str]) -> str:
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return text
    box = random.choice(boxes)
    return text[: box.start()] + change(box.group()) + text[box.end() :]


def _at_one(places: list[int], text: str, random: Random, change: Callable[[str], str]) -> str:
    if not places:
        return text
    place = random.choice(places)
    return text[:place] + change(text[place]) + text[place + 1 :]


def _broken(text: str, random: Random, by: str) -> str:
    inside = [i for i in range(1, len(text)) if "[" not in text[max(0, i - 3) : i + 3]]
    for place in sorted(random.sample(inside, min(2, len(inside))), reverse=True):
        text = text[:place] + by + text[place:]
    return text


CELL_NOISE: dict[str, Noise] = {
    "misread": _misread,
    "letter for digit": _letter_for_digit,
    "bracket lost": _bracket_lost,
    "broken by blanks": _broken_by_blanks,
    "broken by lines": _broken_by_lines,
    "cell blanked": _blanked,
    "mark lost": _mark_lost,
    "marks lost": _marks_lost,
    "mark misread": _mark_misread,
}
"""Every kind of noise by its name."""
