"""Findings that tell a person the same of the same cell, made into one.

What tells the same as what is declared: for a finding of the reading by ``told_by`` in
``data/vocabulary/findings.yml``, for shapes by ``dct:isReplacedBy`` and ``dct:replaces``. A finding
of the reading is also told by a shape of the same code. What a shape says is told by a finding of
the reading only where that names the same things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from govdisclose_ld.validation.report import Result


def fold(results: Iterable[Result]) -> list[Result]:
    """The results in their order, each that another one tells put into its :attr:`Result.also`.

    A result stays by itself where what would tell it weighs less, or stands at other columns.
    """
    every = list(results)
    by_row: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for number, result in enumerate(every):
        by_row[_row(result)].append(number)
    folded: set[int] = set()
    for number, told in enumerate(every):
        for other in by_row[_row(told)]:
            # Into one that stays: two that tell each other must not both go.
            if other not in {number, *folded} and _tells(every[other], told):
                folded.add(number)
                every[other] = _with(every[other], told)
                break
    return [result for number, result in enumerate(every) if number not in folded]


def _row(result: Result) -> tuple[str, int, int]:
    return result.catalog, result.finding.ref.table, result.finding.ref.row


def _with(result: Result, told: Result) -> Result:
    return replace(result, also=(*result.also, replace(told, also=()), *told.also))


def _tells(result: Result, told: Result) -> bool:
    if result.finding.severity.rank < told.finding.severity.rank:
        return False
    if result.columns and told.columns and not set(result.columns) & set(told.columns):
        return False
    tellers = (result, *result.also)
    if not told.component and any(
        one.component and one.finding.code == told.finding.code for one in tellers
    ):
        return True
    told_by = told.rule.told_by if told.rule else frozenset[str]()
    return any(
        {one.finding.code, one.shape} & told_by and (one.component or _names(told) <= _names(one))
        for one in tellers
    )


def _names(result: Result) -> frozenset[str]:
    """What a message lists at its end: ``表中没有：甲、乙``."""
    return frozenset(result.message.zh.rpartition("：")[2].removesuffix("。").split("、"))
