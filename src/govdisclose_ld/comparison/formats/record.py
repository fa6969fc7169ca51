"""A comparison as JSON: the stable contract of ``compare --format json``."""

from __future__ import annotations

import json
from typing import Any

from govdisclose_ld.comparison.formats.wording import caveats
from govdisclose_ld.comparison.measurements import Measurement, Part, Score
from govdisclose_ld.comparison.values import (
    Cell,
    ComparedCatalog,
    Comparison,
    Deviation,
    Doubt,
    Link,
    Place,
    Side,
)

Record = dict[str, Any]


def to_json(comparison: Comparison) -> str:
    """The comparison as one JSON document, ending in a line break."""
    return json.dumps(to_record(comparison), ensure_ascii=False, indent=1) + "\n"


def to_record(comparison: Comparison) -> Record:
    """The comparison as plain values; keys are never left out. Described in its JSON Schema."""
    standard, weights = comparison.standard, comparison.weights
    return {
        "comparison": {
            "standard": standard.id,
            "title": standard.title.zh,
            "title_en": standard.title.en,
            "synthetic": comparison.is_synthetic,
            "merged": comparison.merged,
            "caveats": [one.zh for one in caveats(comparison)],
            "caveats_en": [one.en for one in caveats(comparison)],
        },
        "weights": {"id": weights.id, "file": weights.file, "weights": dict(weights.parts)},
        "duties": [_duty(comparison, number) for number in range(len(comparison.duties))],
        "sides": [_side(side) for side in comparison.sides],
        "superseded": [_catalog(one) for one in comparison.superseded],
    }


def _duty(comparison: Comparison, number: int) -> Record:
    duty = comparison.duties[number]
    path = comparison.standard.path(duty.id)
    return {
        "id": duty.id,
        "name": duty.label.zh,
        "name_en": duty.label.en,
        "group": path[-1].label.zh if path else "",
        "group_assumed": bool(path and path[-1].assumed),
    }


def _side(side: Side) -> Record:
    return {
        "code": side.code,
        "name": side.name,
        "province_code": side.province_code,
        "province": side.province,
        "synthetic": side.is_synthetic,
        "catalogs": [_catalog(one) for one in side.catalogs],
        "cells": [_cell(cell) for cell in side.cells],
        "beyond": [_deviation(one) for one in side.beyond],
        "alone": [_link(one) for one in side.alone],
        "measures": [_measurement(one) for one in side.measurements],
        "score": _score(side.score) if side.score else None,
    }


def _catalog(one: ComparedCatalog) -> Record:
    return {
        "catalog": one.iri,
        "title": one.title,
        "document": one.document,
        "issued": one.issued,
        "status": one.status,
        "items": one.items,
    }


def _cell(cell: Cell) -> Record:
    return {
        "duty": cell.duty,
        "state": cell.state.value,
        "items": [_link(one) for one in cell.links],
        "deviations": [_deviation(one) for one in cell.deviations],
        "notes": [_deviation(one) for one in cell.notes],
        "doubts": [_doubt(one) for one in cell.doubts],
    }


def _link(one: Link) -> Record:
    named = {"link": one.kind, "title": one.title, "item": one.item, "catalog": one.catalog}
    return named | _place(one.place)


def _deviation(one: Deviation) -> Record:
    return {
        "kind": one.kind,
        "title": one.title,
        "expected": one.expected,
        "printed": one.printed,
        "item": one.item,
        "catalog": one.catalog,
    } | _place(one.place)


def _doubt(one: Doubt) -> Record:
    named = {"reason": one.reason, "title": one.title, "catalog": one.catalog}
    return named | _place(one.place)


def _place(place: Place) -> Record:
    return {"document": place.document, "table": place.table, "row": place.row}


def _measurement(one: Measurement) -> Record:
    return {
        "metric": one.metric.id,
        "good": one.good,
        "poor": one.poor,
        "pending": one.pending,
        "unknown": one.unknown,
        "share": _rounded(one.share),
        "low": _rounded(one.low),
        "high": _rounded(one.high),
        "mean": _rounded(one.mean),
        "classes": {name: len(members) for name, members in one.classes},
    }


def _score(one: Score) -> Record:
    return {
        "value": _rounded(one.value),
        "low": _rounded(one.low),
        "high": _rounded(one.high),
        "known": _rounded(one.known),
        "parts": [_part(part) for part in one.parts],
    }


def _part(part: Part) -> Record:
    return {
        "metric": part.metric.id,
        "weight": part.weight,
        "points": _rounded(part.points),
        "reason": part.reason,
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 4)
