"""Chinese names and clauses as pairs of characters, each weighed by how rare it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from math import fsum, log

from govdisclose_ld.alignment.rules import rules
from govdisclose_ld.standards import normalise

_CLAUSE = re.compile(r"[、，,；;。：:\n\r\t•·/|]+|\s{2,}")
_NUMBER = re.compile(r"^\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]\s*")
_WORD = re.compile(r"\w+")
_SHORT = 64  # characters; labels and clauses come again and again, whole contents do not


def folded(text: str) -> str:
    """The name that a text is, blanks and brackets apart."""
    return _folded(text) if len(text) <= _SHORT else normalise(text)


def bigrams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text, normalised; none across punctuation.

    A run of one character stands for itself.
    """
    return _bigrams(text) if len(text) <= _SHORT else _pairs(text)


def clauses(text: str) -> tuple[str, ...]:
    """The clauses of a text, as punctuation and line ends part it, without their numbers."""
    parts = (_NUMBER.sub("", part).strip() for part in _CLAUSE.split(text))
    return tuple(dict.fromkeys(part for part in parts if part))


class Weights:
    """How much each bigram tells, by how few of the texts hold it (inverse document frequency).

    ``texts`` are the documents to count in: the names of a standard's items and the items of a
    catalog. The bigrams of ``everywhere`` (a standard's title) are taken to be in all of them:
    扶贫 says nothing in a standard for 扶贫.
    """

    def __init__(self, texts: Iterable[str], everywhere: str):
        counted: Counter[str] = Counter()
        number = 0
        for text in texts:
            counted.update(bigrams(text))
            number += 1
        counted.update(dict.fromkeys(bigrams(everywhere), number))
        self._counted = counted
        self._number = number
        self._light = _light_bigrams()
        self._lightness: float = rules()["light"]
        self._known: dict[str, float] = {}

    def of(self, bigram: str) -> float:
        """The weight of one bigram, above 0 and at most 1."""
        known = self._known.get(bigram)
        if known is None:
            known = self._known[bigram] = self._weigh(bigram)
        return known

    def total(self, found: Iterable[str]) -> float:
        """The sum of the weights; the same however the bigrams come, for the sum is exact."""
        return fsum(map(self.of, found))

    def _weigh(self, bigram: str) -> float:
        count = min(self._counted[bigram], self._number)
        rarity = log((self._number + 2) / (count + 1)) / log(self._number + 2)
        return rarity * (self._lightness if bigram in self._light else 1.0)


def shared_words(name: str, text: str) -> tuple[str, ...]:
    """The longest words of ``name``, in its order, that ``text`` holds too (two characters up)."""
    plain, other = folded(name), folded(text)
    found: list[str] = []
    start = 0
    while start < len(plain) - 1:
        end = start + 1
        while end <= len(plain) and plain[start:end] in other:
            end += 1
        word = plain[start : end - 1]
        if len(word) > 1:
            found.append(word)
        start += max(len(word), 1)
    return tuple(dict.fromkeys(found))


def _light_bigrams() -> frozenset[str]:
    words = rules()["light_words"]
    return frozenset(bigram for word in words for bigram in bigrams(word))


def _pairs(text: str) -> frozenset[str]:
    found: set[str] = set()
    for word in _WORD.findall(folded(text)):
        found.update(word[n : n + 2] for n in range(max(len(word) - 1, 1)))
    return frozenset(found)


_folded = lru_cache(maxsize=1 << 15)(normalise)
_bigrams = lru_cache(maxsize=1 << 15)(_pairs)
