"""A comparison as an Excel workbook: notes, and a sheet for each table.

Importing this module needs openpyxl.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from govdisclose_ld.comparison.formats.tables import TABLES
from govdisclose_ld.comparison.formats.wording import (
    caveats,
    state_meaning,
    state_name,
)
from govdisclose_ld.comparison.values import CellState, Comparison
from govdisclose_ld.store import Rows, Value
from govdisclose_ld.writers.xlsx import set_text, timeless

_SHEETS = {
    "matrix": "矩阵 matrix",
    "cells": "单元格 cells",
    "deviations": "偏离 deviations",
    "measures": "指标 measures",
    "scores": "分数 scores",
    "alone": "仅一方有 alone",
    "catalogs": "目录 catalogs",
}
_FILLS = {
    CellState.ANSWERED.value: "BCDFF1",
    CellState.DEVIATING.value: "FFE08A",
    CellState.CANDIDATE.value: "FFFFFF",
    CellState.MISSING.value: "F3B69C",
    CellState.UNKNOWN.value: "D9D9D9",
}
_HEAD = Font(bold=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_WIDEST, _NARROWEST = 48, 9


def write_workbook(comparison: Comparison) -> bytes:
    """The workbook; no cell holds a formula, and the same comparison gives the same bytes.

    Raises OutputError if a text is longer than a cell of Excel holds.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    _fill_notes(book.create_sheet("说明 notes"), comparison)
    for name, make in TABLES.items():
        sheet = book.create_sheet(_SHEETS[name])
        _fill(sheet, make(comparison))
    stream = BytesIO()
    book.save(stream)
    return timeless(stream.getvalue())


def _fill_notes(sheet: Worksheet, comparison: Comparison) -> None:
    standard, weights = comparison.standard, comparison.weights
    lines = [
        (f"对照 {standard.title.zh}", f"compared with: {standard.title.en}"),
        *((one.zh, one.en) for one in caveats(comparison)),
        (f"权重 {weights.title.zh}（{weights.file}）", f"weights: {weights.title.en}"),
        *(
            (
                f"{state.value} {state_name(state).zh}：{state_meaning(state).zh}",
                f"{state_name(state).en}: {state_meaning(state).en}",
            )
            for state in CellState
        ),
    ]
    for number, line in enumerate(lines, 1):
        for column, text in enumerate(line, 1):
            _put(sheet, number, column, text)
    for letter in "AB":
        sheet.column_dimensions[letter].width = 90


def _fill(sheet: Worksheet, rows: Rows) -> None:
    for number, column in enumerate(rows.columns, 1):
        _put(sheet, 1, number, column.heading.zh or column.name)
        sheet.cell(1, number).font = _HEAD
    for line, row in enumerate(rows.values, 2):
        for number, value in enumerate(row, 1):
            if value is not None:
                _put_value(sheet, line, number, value)
    sheet.freeze_panes = "D2" if len(rows.columns) > 3 else "A2"
    for number, column in enumerate(rows.columns, 1):
        width = _width([row[number - 1] for row in rows.values[:200]], column.heading.zh)
        sheet.column_dimensions[get_column_letter(number)].width = width


def _put_value(sheet: Worksheet, line: int, column: int, value: Value) -> None:
    if value.datatype:
        sheet.cell(line, column).value = float(value.value)
        return
    _put(sheet, line, column, value.value)
    if value.value in _FILLS:
        sheet.cell(line, column).fill = PatternFill("solid", fgColor=_FILLS[value.value])


def _put(sheet: Worksheet, line: int, column: int, text: str) -> None:
    cell = sheet.cell(line, column)
    if isinstance(cell, Cell):
        set_text(cell, text)
        cell.alignment = _WRAPPED


def _width(values: Sequence[Value | None], heading: str) -> int:
    longest = max((len(value.value) for value in values if value), default=0)
    return max(_NARROWEST, min(_WIDEST, max(longest, 2 * len(heading)) + 2))
