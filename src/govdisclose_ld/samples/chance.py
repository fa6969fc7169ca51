"""Chance that can be repeated: the same seed draws the same things on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A seeded source of draws.

    Everything is made of ``Random.random`` alone, the one method whose sequence Python promises
    to keep for a seed from version to version (library reference, ``random``, reproducibility).
    """

    def __init__(self, *seed: object):
        text = "/".join(map(str, seed))
        self._next = Random(text).random  # noqa: S311 - nothing secret is drawn

    def happens(self, rate: float) -> bool:
        """True as often as ``rate`` (0 to 1) says."""
        return self._next() < rate

    def pick(self, choices: Sequence[T]) -> T:
        """One of ``choices``, each as likely as the others."""
        return choices[int(self._next() * len(choices))]

    def weigh(self, weights: Mapping[str, float]) -> str:
        """One of the names, as likely as its weight says."""
        rest = self._next() * sum(weights.values())
        for name, weight in weights.items():
            rest -= weight
            if rest < 0:
                return name
        return list(weights)[-1]

    def shuffle(self, things: Iterable[T]) -> list[T]:
        """The things in an order of chance."""
        drawn = [(self._next(), place, thing) for place, thing in enumerate(things)]
        return [thing for _, _, thing in sorted(drawn, key=lambda one: one[:2])]

    def between(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + int(self._next() * (high - low + 1))
