"""Ordinals that count the rows of a table, told from the other numbers among its cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

_ORDINAL = re.compile(r"(?P<number>\d{1,5})|\d{1,2}\.\d{1,2}")


def is_ordinal(text: str) -> bool:
    """Whether a text can be an ordinal: a whole number, or a number within another (2.3)."""
    return _ORDINAL.fullmatch(text) is not None


def count_rows(candidates: Sequence[tuple[int, str]]) -> Iterator[int]:
    """The places of those candidates, of (place, text), that count rows.

    From the first on it is always the next number that counts; where that is not among those to
    come a higher one (rows are left out) or 1 (the count begins anew), or a code above the last.
    """
    places: dict[int, list[int]] = {}
    for place, text in candidates:
        places.setdefault(_value(text), []).append(place)
    last = ""
    for place, text in candidates:
        if not last or _goes_on(last, text, place, places):
            yield place
            last = text


def _goes_on(last: str, text: str, place: int, places: dict[int, list[int]]) -> bool:
    value, before = _value(text), _value(last)
    if not value or not before:  # a number within another
        return value == before and text != last
    if value == before + 1:
        return True
    if _comes(before + 1, place, places):
        return False
    return value == 1 or value > before


def _comes(value: int, place: int, places: dict[int, list[int]]) -> bool:
    """Whether a number comes behind a place."""
    known = places.get(value, [])
    return bisect_right(known, place) < len(known)


def _value(text: str) -> int:
    match = _ORDINAL.fullmatch(text)
    return int(match["number"]) if match and match["number"] else 0
