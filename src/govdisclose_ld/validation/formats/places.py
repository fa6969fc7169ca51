"""Places of a document in words, as an office would say them and in English."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from govdisclose_ld.model import Finding

_LONGEST = 60  # characters of a cell that are shown


def place_zh(finding: Finding, rows: Iterable[int] = ()) -> str:
    """Where a finding stands: ``甲.txt 第2表第3行「公开时限」``; ``rows`` stand for its one row."""
    ref = finding.ref
    table = f"第{ref.table}表" if ref.table else ""
    numbers = _ranges(rows or [ref.row])
    row = f"第{'、'.join(numbers)}行" if ref.row else ""
    column = _column(finding, "第{}列")
    place = f"{table}{row}" + (f"「{column}」" if column else "")
    if not place and finding.line:
        place = f"（文件第{finding.line}行）"
    return " ".join(part for part in (ref.document or finding.focus, place) if part)


def place_en(finding: Finding, rows: Iterable[int] = ()) -> str:
    """Where a finding stands: ``甲.txt, table 2, row 3, 公开时限, line 60``."""
    ref, several = finding.ref, list(rows)
    row = f"rows {', '.join(_ranges(several))}" if len(several) > 1 else f"row {ref.row}"
    parts = [
        ref.document or finding.focus,
        f"table {ref.table}" if ref.table else "",
        row if ref.row else "",
        _column(finding, "column {}"),
        f"line {finding.line}" if finding.line and len(several) < 2 else "",
    ]
    return ", ".join(part for part in parts if part)


def shorten(text: str) -> str:
    """``text`` on one line, cut where it is long."""
    return textwrap.shorten(text, _LONGEST, placeholder="…") if text.strip() else ""


def _column(finding: Finding, numbered: str) -> str:
    number = finding.ref.column
    return shorten(finding.column) or (numbered.format(number) if number else "")


def _ranges(rows: Iterable[int]) -> list[str]:
    """Row numbers with neighbours drawn together: ``["3–5", "9"]``."""
    return [f"{a}–{b}" if a < b else f"{a}" for a, b in _runs(sorted(set(rows)))]


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    first = 0
    for i, number in enumerate(numbers):
        if i + 1 == len(numbers) or numbers[i + 1] != number + 1:
            yield numbers[first], number
            first = i + 1
