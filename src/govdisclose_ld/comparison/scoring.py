"""A score out of a side's measurements: the parts that are known, and what is left open."""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose_ld.comparison.measurements import Measurement, Part, Score
from govdisclose_ld.comparison.metrics import Weights

UNKNOWN = "unknown"
NOT_APPLICABLE = "not-applicable"


def score(measurements: Sequence[Measurement], weights: Weights) -> Score:
    """The weighted mean of the shares that are known, from 0 to 100, with its range.

    A part of which everything is unknown has no points and its weight does not count, but the
    range takes it as all poor or all good. A part with nothing to measure counts nowhere.
    """
    by_id = {one.metric.id: one for one in measurements}
    weighed = [(by_id[name], weight) for name, weight in weights.parts if weight and name in by_id]
    applying = [(one, weight) for one, weight in weighed if one.applies]
    every = sum(weight for _, weight in applying)
    counted = [(one.share, weight) for one, weight in applying if one.share is not None]
    return Score(
        value=_mean(counted),
        low=_mean([(one.low, weight) for one, weight in applying]) or 0.0,
        high=_mean([(one.high, weight) for one, weight in applying]) or 0.0,
        known=sum(one.known * weight for one, weight in applying) / every if every else 0.0,
        parts=tuple(_part(one, weight) for one, weight in weighed),
    )


def _mean(parts: Sequence[tuple[float | None, float]]) -> float | None:
    """100 times the weighted mean; None without weights."""
    every = sum(weight for _, weight in parts)
    return 100 * sum((share or 0.0) * weight for share, weight in parts) / every if every else None


def _part(one: Measurement, weight: float) -> Part:
    if not one.applies:
        return Part(one.metric, weight, None, NOT_APPLICABLE)
    if one.share is None:
        return Part(one.metric, weight, None, UNKNOWN)
    return Part(one.metric, weight, 100 * one.share)
