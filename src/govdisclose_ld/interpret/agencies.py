"""Who must publish: the cell taken apart, and what kind of agency each name is."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.wording import fold, squeeze
from govdisclose_ld.model import Agency

_NUMBERED = re.compile(r"(?<![\w.])\d{1,2}[.、．](?!\d)|[■●□○√☑☐]")


@lru_cache(maxsize=16384)
def read_agencies(text: str) -> tuple[Agency, ...]:
    """The agencies that a cell lists, in print order, each with its kind.

    Names are split at commas, enumeration commas and lines outside brackets. ``kind`` is empty
    where no rule of ``data/vocabulary/agencies.yml`` tells it.
    """
    names = (squeeze(part) for part in _split(_NUMBERED.sub("\n", text)))
    return tuple(Agency(name, _kind(fold(name))) for name in dict.fromkeys(n for n in names if n))


def _split(text: str) -> list[str]:
    separators = knowledge("vocabulary/agencies.yml")["separators"]
    parts, depth, start = [], 0, 0
    for place, char in enumerate(text):
        depth += (char in "（(") - (char in "）)")
        if depth <= 0 and char in separators:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = knowledge("vocabulary/agencies.yml")["rules"]
    return tuple((rule["kind"], re.compile(rule["pattern"])) for rule in rules)


def _kind(name: str) -> str:
    return next((kind for kind, pattern in _rules() if pattern.search(name)), "")
