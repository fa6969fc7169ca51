"""Where brackets hold words together: what a list is not cut in."""

from __future__ import annotations

import re
from functools import cache

ROUND = "（）()"
TITLES = "《》〈〉（）()"
_OPENED_BY = {"》": "《", "〉": "〈", "）": "（", ")": "（"}
_SAME = {"(": "（"}


def inside_brackets(text: str, signs: str) -> bytearray:
    """For each character whether it stands in brackets that are closed again.

    ``signs`` are the brackets that count. One whose other half is lost holds nothing together.
    """
    within = bytearray(len(text))
    opened: dict[str, list[int]] = {}
    pairs: list[tuple[int, int]] = []
    for match in _signs(signs).finditer(text):
        sign = match.group()
        if sign not in _OPENED_BY:
            opened.setdefault(_SAME.get(sign, sign), []).append(match.start())
        elif opened.get(_OPENED_BY[sign]):
            pairs.append((opened[_OPENED_BY[sign]].pop(), match.start()))
    filled = 0
    for start, end in sorted(pairs):  # what an outer pair has filled is not filled again
        first = max(start + 1, filled)
        within[first:end] = b"\x01" * max(0, end - first)
        filled = max(filled, end)
    return within


@cache
def _signs(signs: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(signs)}]")
