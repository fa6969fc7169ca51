"""The measurements of a side: every metric counted over its cells or items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from govdisclose_ld.comparison.asking import Row
from govdisclose_ld.comparison.measurements import Measurement
from govdisclose_ld.comparison.metrics import Metric
from govdisclose_ld.comparison.values import Cell, Doubt

_CELLS = "cells"
# Doubts that leave open whether a catalog holds items that were not read.
_UNREAD = frozenset({"no-items", "part-unread"})

Classes = Mapping[str, Sequence[str]]


def measure(
    metrics: Iterable[Metric],
    *,
    cells: Sequence[Cell],
    items: Sequence[Row],
    doubts: Iterable[Doubt],
    duty_root: str,
) -> tuple[Measurement, ...]:
    """Each metric of one side, from its cells and from its rows of ``measure/items``.

    ``duty_root`` is what the IRIs of the standard's items begin with. A metric that asks whether
    there is *any* such item is unknown, and not poor, where a part of a document was not read.
    """
    is_unread = any(doubt.reason in _UNREAD for doubt in doubts)
    return tuple(
        _measurement(metric, _classes(metric, cells, items, duty_root), items, is_unread=is_unread)
        for metric in metrics
    )


def _classes(
    metric: Metric, cells: Sequence[Cell], items: Sequence[Row], duty_root: str
) -> dict[str, list[str]]:
    """The IRIs that fall into each class."""
    found: dict[str, list[str]] = defaultdict(list)
    if metric.of == _CELLS:
        for cell in cells:
            found[cell.state.value].append(f"{duty_root}{cell.duty}")
    elif metric.kind != "mean":
        for row in items:
            found[row[metric.of] or "unknown"].append(row["item"])
    return found


def _measurement(
    metric: Metric, classes: Classes, items: Sequence[Row], *, is_unread: bool
) -> Measurement:
    if metric.kind == "mean":
        return _mean(metric, items)
    heaps: dict[str, int] = defaultdict(int)
    for name, members in classes.items():
        heaps[metric.heap(name)] += len(members)
    counted = tuple((name, tuple(members)) for name, members in sorted(classes.items()))
    if metric.kind == "any":
        return _any(metric, heaps, counted, is_unread=is_unread)
    return Measurement(
        metric, heaps["good"], heaps["poor"], heaps["pending"], heaps["unknown"], counted
    )


def _any(
    metric: Metric,
    heaps: Mapping[str, int],
    counted: tuple[tuple[str, tuple[str, ...]], ...],
    *,
    is_unread: bool,
) -> Measurement:
    if heaps.get("good"):
        return Measurement(metric, good=1, classes=counted)
    if is_unread or not counted:
        return Measurement(metric, unknown=1, classes=counted)
    return Measurement(metric, poor=1, classes=counted)


def _mean(metric: Metric, items: Sequence[Row]) -> Measurement:
    """The mean of the numbers that are there; ``unknown`` counts the items without one."""
    numbers = [row[metric.of] for row in items if row[metric.of] is not None]
    mean = sum(numbers) / len(numbers) if numbers else None
    read = tuple(row["item"] for row in items if row[metric.of] is not None)
    classes = (("read", read),) if read else ()
    return Measurement(metric, unknown=len(items) - len(numbers), classes=classes, mean=mean)
