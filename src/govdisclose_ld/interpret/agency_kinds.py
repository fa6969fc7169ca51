"""What kind of agency a name is, by its wording alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.wording import fold

_LONGEST = 80


@lru_cache(maxsize=32768)
def agency_kind(name: str) -> str:
    """``named``, ``unit``, ``group``, ``generic`` or ``role``; empty where no rule of
    ``data/vocabulary/agencies.yml`` tells it."""
    folded = fold(name)
    if not folded or len(folded) > _LONGEST or "《" in folded:
        return ""
    return next((kind for kind, pattern in _kinds() if pattern.search(folded)), "")


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = knowledge("vocabulary/agencies.yml")["rules"]
    return tuple((rule["kind"], re.compile(rule["pattern"])) for rule in rules)
