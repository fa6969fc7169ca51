"""A comparison as tables of plain values: for CSV and Excel."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from govdisclose_ld.comparison.formats.wording import doubt_name, place_words, state_name
from govdisclose_ld.comparison.values import (
    CellState,
    ComparedCatalog,
    Comparison,
    Deviation,
    Link,
    Side,
)
from govdisclose_ld.model import Phrase
from govdisclose_ld.standards import deviation_kind
from govdisclose_ld.store import Column, Rows, Value

_XSD = "http://www.w3.org/2001/XMLSchema#"
_Plain = str | int | float | None
_Heading = tuple[str, str, str]
_SIDE: tuple[_Heading, ...] = (
    ("code", "区划代码", "division code"),
    ("place", "地方", "place"),
    ("province", "省", "province"),
)
_WHERE: tuple[_Heading, ...] = (
    ("title", "事项", "item"),
    ("document", "文件", "document"),
    ("table", "表", "table"),
    ("row", "行", "row"),
    ("item", "事项 IRI", "IRI of the item"),
    ("catalog", "目录 IRI", "IRI of the catalog"),
)


def matrix_table(comparison: Comparison) -> Rows:
    """One row a side: the state of each of the standard's items, counts and the score."""
    duties = [(duty.id, duty.label.zh, duty.label.en) for duty in comparison.duties]
    states = [(f"n_{s.value}", f"{state_name(s).zh}数", state_name(s).en) for s in CellState]
    headings = [
        *_SIDE,
        ("catalogs", "目录", "catalogs"),
        ("synthetic", "合成样例", "synthetic"),
        *duties,
        *states,
        *_SCORE,
    ]
    return _rows(headings, (_matrix_row(side) for side in comparison.sides))


_SCORE: tuple[_Heading, ...] = (
    ("score", "分数", "score"),
    ("score_low", "最低", "lowest"),
    ("score_high", "最高", "highest"),
    ("known", "已知（%）", "known (%)"),
)


def cell_table(comparison: Comparison) -> Rows:
    """One row a cell: its state, what stands under it and why it is in doubt."""
    headings = [
        *_SIDE,
        ("standard_item", "标准事项", "standard item"),
        ("state", "状态", "state"),
        ("items", "事项", "items"),
        ("places", "位置", "places"),
        ("deviations", "偏离", "deviations"),
        ("doubts", "疑问", "doubts"),
        ("duty", "标准事项编号", "id of the standard's item"),
    ]
    return _rows(headings, _cell_rows(comparison))


def deviation_table(comparison: Comparison) -> Rows:
    """One row a deviation, those that weigh on no answer included."""
    headings = [
        *_SIDE,
        ("standard_item", "标准事项", "standard item"),
        ("kind", "偏离", "kind"),
        ("kind_name", "偏离名称", "name of the kind"),
        ("severity", "程度", "severity"),
        ("expected", "标准要求", "expected"),
        ("printed", "目录所印", "printed"),
        *_WHERE,
    ]
    return _rows(headings, _deviation_rows(comparison))


def measure_table(comparison: Comparison) -> Rows:
    """One row a metric of each side: its heaps, its share and the range of that."""
    headings = [
        *_SIDE,
        ("metric", "指标", "metric"),
        ("metric_name", "指标名称", "name of the metric"),
        ("good", "达标", "good"),
        ("poor", "不达标", "poor"),
        ("pending", "待核对", "pending"),
        ("unknown", "无法判断", "unknown"),
        ("share", "占比（%）", "share (%)"),
        ("low", "最低（%）", "lowest (%)"),
        ("high", "最高（%）", "highest (%)"),
        ("mean", "平均", "mean"),
        ("classes", "分类计数", "classes"),
    ]
    return _rows(headings, _measure_rows(comparison))


def score_table(comparison: Comparison) -> Rows:
    """One row a part of each score."""
    headings = [
        *_SIDE,
        *_SCORE,
        ("metric", "指标", "metric"),
        ("metric_name", "指标名称", "name of the metric"),
        ("weight", "权重", "weight"),
        ("points", "得分", "points"),
        ("reason", "未计入的原因", "why it does not count"),
    ]
    return _rows(headings, _score_rows(comparison))


def alone_table(comparison: Comparison) -> Rows:
    """One row an item that one side alone has."""
    rows = ([*_side(side), *_where(link)] for side in comparison.sides for link in side.alone)
    return _rows([*_SIDE, *_WHERE], rows)


def catalog_table(comparison: Comparison) -> Rows:
    """One row a catalog, older editions that were left out included."""
    headings = [
        ("code", "区划代码", "division code"),
        ("place", "地方", "place"),
        ("province", "省", "province"),
        ("title", "目录名称", "title"),
        ("document", "文件", "document"),
        ("issued", "发布日期", "issued"),
        ("status", "状态", "status"),
        ("items", "事项数", "items"),
        ("compared", "参加比较", "compared"),
        ("catalog", "目录 IRI", "IRI of the catalog"),
    ]
    taken = [one for side in comparison.sides for one in side.catalogs]
    rows = [_catalog(one, "yes") for one in taken]
    return _rows(headings, [*rows, *(_catalog(one, "older") for one in comparison.superseded)])


TABLES: dict[str, Callable[[Comparison], Rows]] = {
    "matrix": matrix_table,
    "cells": cell_table,
    "deviations": deviation_table,
    "measures": measure_table,
    "scores": score_table,
    "alone": alone_table,
    "catalogs": catalog_table,
}


def _rows(headings: Iterable[_Heading], rows: Iterable[Iterable[_Plain]]) -> Rows:
    columns = tuple(Column(name, Phrase(zh, en)) for name, zh, en in headings)
    return Rows(columns, tuple(tuple(_value(cell) for cell in row) for row in rows))


def _value(plain: _Plain) -> Value | None:
    if plain is None or plain == "":
        return None
    if isinstance(plain, str):
        return Value(plain)
    kind = "integer" if isinstance(plain, int) else "decimal"
    return Value(str(plain), datatype=f"{_XSD}{kind}")


def percent(share: float | None) -> float | None:
    """A share in percent with one decimal."""
    return None if share is None else round(100 * share, 1)


def _side(side: Side) -> list[_Plain]:
    return [side.code, side.name, side.province]


def _score(side: Side) -> list[_Plain]:
    score = side.score
    if score is None or score.value is None:
        return [None, None, None, None]
    return [round(score.value, 1), round(score.low, 1), round(score.high, 1), percent(score.known)]


def _matrix_row(side: Side) -> list[_Plain]:
    counts = side.counts()
    return [
        *_side(side),
        "；".join(catalog.title or catalog.iri for catalog in side.catalogs),
        "合成样例 synthetic" if side.is_synthetic else "",
        *(cell.state.value for cell in side.cells),
        *(counts[state] for state in CellState),
        *_score(side),
    ]


def _cell_rows(comparison: Comparison) -> Iterator[list[_Plain]]:
    labels = {duty.id: duty.label.zh for duty in comparison.duties}
    for side in comparison.sides:
        for cell in side.cells:
            yield [
                *_side(side),
                labels[cell.duty],
                cell.state.value,
                "；".join(link.title for link in cell.links),
                "；".join(place_words(link.place) for link in cell.links),
                "；".join(sorted({deviation.kind for deviation in cell.deviations})),
                "；".join(sorted({doubt_name(doubt.reason).zh for doubt in cell.doubts})),
                cell.duty,
            ]


def _deviation_rows(comparison: Comparison) -> Iterator[list[_Plain]]:
    labels = {duty.id: duty.label.zh for duty in comparison.duties}
    for side in comparison.sides:
        inside = [one for cell in side.cells for one in (*cell.deviations, *cell.notes)]
        for one in (*inside, *side.beyond):
            kind = deviation_kind(one.kind)
            yield [
                *_side(side),
                labels.get(one.duty, ""),
                one.kind,
                kind.name.zh,
                kind.severity.value,
                one.expected,
                one.printed,
                *_where(one),
            ]


def _measure_rows(comparison: Comparison) -> Iterator[list[_Plain]]:
    for side in comparison.sides:
        for one in side.measurements:
            yield [
                *_side(side),
                one.metric.id,
                one.metric.label.zh,
                *(one.good, one.poor, one.pending, one.unknown),
                *(percent(one.share), percent(one.low), percent(one.high)),
                None if one.mean is None else round(one.mean, 2),
                " ".join(f"{name}={len(members)}" for name, members in one.classes),
            ]


def _score_rows(comparison: Comparison) -> Iterator[list[_Plain]]:
    for side in comparison.sides:
        for part in side.score.parts if side.score else ():
            points = None if part.points is None else round(part.points, 1)
            named = [part.metric.id, part.metric.label.zh]
            yield [*_side(side), *_score(side), *named, part.weight, points, part.reason]


def _where(one: Link | Deviation) -> list[_Plain]:
    place = one.place
    numbers: list[_Plain] = [place.table, place.row] if place.table else [None, None]
    return [one.title, place.document, *numbers, one.item, one.catalog]


def _catalog(one: ComparedCatalog, compared: str) -> list[_Plain]:
    named = [one.code, one.place, one.province, one.title, one.document, one.issued, one.status]
    return [*named, one.items, compared, one.iri]
