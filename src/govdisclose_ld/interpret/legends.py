"""Legends that give a printed box another meaning (“■”必选 “□”可选)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from govdisclose_ld.assets import knowledge

_QUOTES = "[“”\"'‘’「」\\s]*+"  # gives nothing back: a run of blanks is walked once
_LINK = "(?:为|是|表示|代表|：|:|—|-)?"


@dataclass(frozen=True, slots=True)
class Legend:
    """What a catalog's legends say of its boxes.

    ``optional`` are the empty boxes that stand for “optional”, ``unread`` the boxes whose meaning
    a legend changes in a way that is not read (“△”视情, “□”表示选择): they tell nothing for sure.
    """

    optional: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()


@cache
def _pattern() -> re.Pattern[str]:
    source = knowledge("vocabulary/marks.yml")
    glyphs = "".join(map(re.escape, (*source["ticked"], *source["unticked"])))
    misread = "".join(source["legend_misread"])
    return re.compile(
        f"(?P<glyph>[{glyphs}]|(?<![\u4e00-\u9fff])[{misread}]){_QUOTES}(?P<link>{_LINK}){_QUOTES}(?P<words>[\u4e00-\u9fff]+)"
    )


def read_legends(texts: Iterable[str]) -> Legend:
    """What the legends among the texts say; nothing where there is none."""
    optional: set[str] = set()
    unread: set[str] = set()
    marks = knowledge("vocabulary/marks.yml")
    misread: dict[str, str] = marks["legend_misread"]
    unticked = frozenset((*marks["unticked"], *misread))
    for text in texts:
        meanings = [(m["glyph"], _meaning(m)) for m in _pattern().finditer(text)]
        if not any(meaning for _, meaning in meanings):
            continue
        for glyph, meaning in meanings:
            if glyph in unticked and meaning == "optional":
                optional.update((glyph, misread.get(glyph, glyph)))
            elif meaning not in (("no",) if glyph in unticked else ("required", "yes")):
                unread.add(glyph)
    return Legend(frozenset(optional), frozenset(unread))


def _meaning(match: re.Match[str]) -> str:
    """``required``, ``optional``, ``yes``, ``no``; the latter two only of a full sentence."""
    for meaning, words in knowledge("vocabulary/marks.yml")["legend"].items():
        if match["words"].startswith(tuple(words)):
            return meaning if match["link"] or meaning in ("required", "optional") else ""
    return ""
