"""How words are compared: width, spaces and brackets folded away."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from govdisclose_ld.assets import knowledge

_SPACE = re.compile(r"\s+")
_HAN_GAP = re.compile(r"(?<=[^\x00-\x7f])[ \t\u3000]+(?=[^\x00-\x7f])")
_TAIL = re.compile(r"[（(][^（()）]*[)）]$")
_LONGEST_NUMBER = 12
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """``text`` with full width made half (NFKC) and all white space dropped, for comparison."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """``text`` folded, with brackets, stops and quotes dropped too: what names are matched by."""
    return re.sub(
        r"[\s()\[\]〔〕【】《》<>〈〉\"'“”‘’、,，.。;；:：/\\·•*_-]+", "", fold(text)
    ).casefold()


@cache
def _signs(name: str) -> frozenset[str]:
    return frozenset(fold(sign) for sign in knowledge("vocabulary/columns.yml")[name])


def is_ditto(text: str) -> bool:
    """Whether a cell says that it repeats the one above it (同上)."""
    return fold(text) in _signs("ditto")


def is_none(text: str) -> bool:
    """Whether a cell says that there is nothing to print in it (—, 无)."""
    return fold(text) in _signs("none")


def is_number(text: str) -> bool:
    """Whether a text is digits alone: an ordinal, no name."""
    return text.strip().isdecimal()


def without_tail(text: str) -> str:
    """``text`` without a bracketed tail: 公开内容（要素） gives 公开内容."""
    return _TAIL.sub("", text.strip()).strip()


def squeeze(text: str) -> str:
    """``text`` on one line, without the spaces that recognition leaves between Han characters."""
    return _HAN_GAP.sub("", _SPACE.sub(" ", text)).strip()


def without_continued(text: str) -> str:
    """``text`` without the （续） of a heading or label that goes on from the page before."""
    return re.sub(knowledge("vocabulary/metadata.yml")["heading"]["continued"], "", text)


def number(text: str) -> int | None:
    """The whole number that ``text`` writes in digits or in Chinese (二十, 十五), else None.

    What is longer than numbers are (a row of digits without end) is none either.
    """
    folded = fold(text)
    if not folded or len(folded) > _LONGEST_NUMBER:
        return None
    if folded.isdecimal():
        return int(folded)
    if any(c not in _DIGITS and c not in "十百" for c in folded):
        return None
    if "十" not in folded and "百" not in folded:
        return int("".join(str(_DIGITS[c]) for c in folded))
    return _chinese_number(folded)


def _chinese_number(folded: str) -> int:
    total, digit = 0, 0
    for char in folded:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def slashed_parts(text: str) -> tuple[str, ...]:
    """The words between the slashes of a text, () where one of them is blank."""
    parts = tuple(squeeze(part) for part in re.split(r"[/／]", text))
    return parts if all(map(key, parts)) else ()


def bigrams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of ``text``, for likeness without segmentation."""
    folded = key(text)
    return frozenset(folded[i : i + 2] for i in range(len(folded) - 1)) or frozenset({folded})


def likeness(one: str, other: str) -> float:
    """How much of the shorter text's bigrams the longer one shares, 0 to 1."""
    a, b = bigrams(one), bigrams(other)
    return len(a & b) / max(1, min(len(a), len(b)))
