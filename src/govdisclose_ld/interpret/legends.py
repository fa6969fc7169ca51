"""Legends that give a printed box another meaning (“■”必选 “□”可选)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from govdisclose_ld.assets import knowledge

_QUOTES = "[“”\"'‘’「」\\s]*"
_LINK = "(?:为|是|表示|代表|：|:|—|-)?"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    source = knowledge("vocabulary/marks.yml")
    glyphs = "".join(map(re.escape, (*source["ticked"], *source["unticked"])))
    return {
        meaning: re.compile(f"{_QUOTES}([{glyphs}]){_QUOTES}{_LINK}{_QUOTES}(?:{'|'.join(words)})")
        for meaning, words in source["legend"].items()
    }


def optional_glyphs(texts: Iterable[str]) -> frozenset[str]:
    """The glyphs that a legend among the texts declares optional; empty without a legend."""
    pattern = _patterns()["optional"]
    return frozenset(glyph for text in texts for glyph in pattern.findall(text))
