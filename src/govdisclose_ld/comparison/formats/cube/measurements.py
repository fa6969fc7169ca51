"""Measurements and scores as statements of the Data Quality Vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.comparison.formats.cube import terms as t
from govdisclose_ld.comparison.formats.cube.names import Names
from govdisclose_ld.comparison.measurements import Measurement, Score
from govdisclose_ld.comparison.values import Side
from govdisclose_ld.rdf.terms import Triple, decimal, node
from govdisclose_ld.rdf.vocab import RDF_TYPE


def measurement_statements(side: Side, names: Names) -> Iterator[Triple]:
    """The measurements and the score of one side, each with what it was counted from.

    A metric of which everything is unknown gets no value: it is a gd:OpenMeasurement. One with
    nothing to measure is left out.
    """
    for one in side.measurements:
        if one.applies:
            yield from _measurement(side, one, names)
    if side.score:
        yield from _score(side, side.score, names)


def _measurement(side: Side, one: Measurement, names: Names) -> Iterator[Triple]:
    term = node(names.measurement(side.subject, one.metric.id))
    value = one.mean if one.metric.kind == "mean" else one.share
    yield from _head(side, term, f"{t.METRIC}{one.metric.id}", value, names, places=4)
    if one.metric.kind != "mean" and one.low is not None and one.high is not None:
        yield term, t.GD_LOWEST, decimal(round(one.low, 4))
        yield term, t.GD_HIGHEST, decimal(round(one.high, 4))
    for name, members in one.classes:
        heap = "good" if one.metric.kind == "mean" else one.metric.heap(name)
        if heap in t.GD_COUNTED:
            for member in members:
                yield term, t.GD_COUNTED[heap], node(_counted(side, one, member, names))


def _counted(side: Side, one: Measurement, member: str, names: Names) -> str:
    """What was counted: an item, or for the matrix the observation of a cell."""
    if one.metric.of != "cells":
        return member
    return names.cell(side.subject, member.removeprefix(f"{names.standard}/"))


def _score(side: Side, score: Score, names: Names) -> Iterator[Triple]:
    term = node(names.measurement(side.subject, "score"))
    yield from _head(side, term, names.score, score.value, names, places=2)
    yield term, t.GD_LOWEST, decimal(round(score.low, 2))
    yield term, t.GD_HIGHEST, decimal(round(score.high, 2))
    yield term, t.GD_KNOWN_SHARE, decimal(round(score.known, 4))
    measured = {one.metric.id for one in side.measurements if one.applies}
    for part in score.parts:
        if part.metric.id in measured:
            source = names.measurement(side.subject, part.metric.id)
            yield term, t.PROV_WAS_DERIVED_FROM, node(source)


def _head(
    side: Side, term: str, metric: str, value: float | None, names: Names, *, places: int
) -> Iterator[Triple]:
    """What it is a measurement of, and its value, if it has one."""
    if value is None:
        yield term, RDF_TYPE, t.GD_OPEN_MEASUREMENT
        yield term, t.GD_COMPARED_SUBJECT, node(side.subject)
        yield term, t.GD_OPEN_METRIC, node(metric)
        return
    yield term, RDF_TYPE, t.DQV_QUALITY_MEASUREMENT
    yield term, RDF_TYPE, t.QB_OBSERVATION
    yield term, t.QB_DATA_SET, node(names.quality)
    yield term, t.DQV_COMPUTED_ON, node(side.subject)
    yield term, t.DQV_IS_MEASUREMENT_OF, node(metric)
    yield term, t.DQV_VALUE, decimal(round(value, places))
