"""What was measured of a side, and the score that is made of it."""

from __future__ import annotations

from dataclasses import dataclass

from govdisclose_ld.comparison.metrics import Metric


@dataclass(frozen=True, slots=True)
class Measurement:
    """A metric of one side: how many things fell into each heap, and which.

    ``classes`` gives for each class the IRIs counted in it (of items, or of the standard's items
    for a metric of cells). ``mean`` is set for a metric of that kind alone, and is None where
    nothing could be counted.
    """

    metric: Metric
    good: int = 0
    poor: int = 0
    pending: int = 0
    unknown: int = 0
    classes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    mean: float | None = None

    @property
    def applies(self) -> bool:
        """Whether there was anything to measure."""
        return self.good + self.poor + self.pending + self.unknown > 0 or self.mean is not None

    @property
    def share(self) -> float | None:
        """Good among good, poor and pending, from 0 to 1; None where all of it is unknown."""
        known = self.good + self.poor + self.pending
        return self.good / known if known else None

    @property
    def low(self) -> float | None:
        """The share if all that is unknown turned out poor; None where nothing was measured."""
        every = self._every
        return self.good / every if every else None

    @property
    def high(self) -> float | None:
        """The share if all that is unknown or pending turned out good."""
        every = self._every
        return (self.good + self.pending + self.unknown) / every if every else None

    @property
    def known(self) -> float:
        """How much of what was to be measured is known for sure, from 0 to 1."""
        every = self._every
        return (self.good + self.poor) / every if every else 0.0

    @property
    def _every(self) -> int:
        """What a share is of; nothing for a mean, which is none."""
        counted = self.good + self.poor + self.pending + self.unknown
        return 0 if self.metric.kind == "mean" else counted


@dataclass(frozen=True, slots=True)
class Part:
    """What one metric gives to a score.

    ``points`` is None where the metric is unknown (``reason`` is ``unknown``) or there was nothing
    to measure (``not-applicable``): its weight is then no part of the score.
    """

    metric: Metric
    weight: float
    points: float | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100, and the range that it can lie in.

    ``low`` and ``high`` are what it would be if everything unknown were poor, or good; ``known``
    is how much of what the weights ask for is known for sure, from 0 to 1. ``value`` is None
    where no part could be measured.
    """

    value: float | None
    low: float
    high: float
    known: float
    parts: tuple[Part, ...]
