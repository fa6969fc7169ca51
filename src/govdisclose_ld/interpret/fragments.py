"""Rows that only carry on the row above: the rest of a cell that a page break cut in two, and more
of the content of an item whose number is merged over several rows.

Such a row prints no ordinal, no matter and no box, but the end of one cell or a few. It is no item.
Where the upper text plainly breaks off its rest is put back; where that is not sure the row stays
an item of its own, and both rows say so. A row that has all but its content in common with the one
above, its number included, is a further line of that content.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from govdisclose_ld.interpret.choice_cells import Printed
from govdisclose_ld.interpret.content_lines import line_field
from govdisclose_ld.interpret.kinds import kinds
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.interpret.wording import fold, is_ditto, is_none
from govdisclose_ld.model import CellRef, Finding

_MOST_CELLS = 3
_TEXTS = frozenset({"content", "basis", "time_limit", "agency", "site_section", ""})
_ENDS = re.compile(r"[。；;！!]$")
_BEGINS = re.compile(r"^([\d一二三四五六七八九十]{1,3}[.、．)）]|[（(]\d|[①-⑳●○■□•·《【])")
_PAIRS = (("《", "》"), ("（", "）"), ("(", ")"), ("〔", "〕"), ("“", "”"))


def join_fragments(rows: Sequence[PlacedRow]) -> tuple[PlacedRow, ...]:
    """The rows with the rest of a broken row put back into it and its own row left out."""
    joined: list[PlacedRow] = []
    for row in rows:
        above = joined[-1] if joined else None
        if above and _lists_on(row, above):
            joined[-1] = _with_more(above, row)
        elif above and _is_line(row, above):
            joined[-1] = _with_line(above, row)
        elif above is None or not _is_rest(row, above):
            joined.append(row)
        elif _goes_on(row, above):
            joined[-1] = _joined(above, row)
        else:
            joined[-1:] = [_doubted(above), _doubted(row)]
    return tuple(joined)


def _lists_on(row: PlacedRow, above: PlacedRow) -> bool:
    """Whether a row prints content alone and shares all else, its number too, with that above."""
    number = row.row.number
    own = [cell for cell in _filled(row) if cell.ref.row == number]
    upper = {cell.column.number: cell for cell in _filled(above)}
    shared = [cell for cell in _filled(row) if cell.ref.row < number]
    return (
        [cell.column.field for cell in own] == ["content"]
        and own[0].column.number in upper
        and any(cell.column.field == "ordinal" for cell in shared)
        and all(cell.ref == upper[n].ref for cell in shared if (n := cell.column.number) in upper)
        and not row.untaken
    )


def _is_line(row: PlacedRow, above: PlacedRow) -> bool:
    """Whether a row is a line of content below an item that prints its content."""
    own = line_field(row.row, row.segment.header) == "content"
    return (
        own
        and row.segment is above.segment
        and any(cell.text.strip() for cell in above.of("content"))
    )


def _is_rest(row: PlacedRow, above: PlacedRow) -> bool:
    """Whether a row could be the rest of the one above: a few cells of words below filled ones."""
    filled = _filled(row)
    lead = [cell for cell in row.cells if cell.column.field in ("ordinal", "matters")]
    merged = any(cell.anchor and cell.anchor[0] < row.row.number for cell in row.row.cells)
    if not lead or not 0 < len(filled) <= _MOST_CELLS or row.untaken or merged:
        return False
    upper = {cell.column.number: cell for cell in _filled(above)}
    return all(
        cell.column.field in _TEXTS
        and cell.column.number in upper
        and not (is_ditto(cell.text) or is_none(cell.text))
        for cell in filled
    )


def _filled(row: PlacedRow) -> list[Printed]:
    return [cell for cell in row.cells if cell.text.strip()]


def _goes_on(row: PlacedRow, above: PlacedRow) -> bool:
    """Whether every cell plainly goes on with the one above it."""
    upper = {cell.column.number: cell.text for cell in above.cells}
    numbered = bool(above.of("ordinal")) and all(c.text.strip() for c in above.of("ordinal"))
    return all(
        _is_open(upper[cell.column.number])
        or (numbered and _breaks(upper[cell.column.number], cell))
        for cell in _filled(row)
    )


def _is_open(text: str) -> bool:
    return any(text.count(left) > text.count(right) for left, right in _PAIRS)


def _breaks(upper: str, cell: Printed) -> bool:
    """Whether a text ends like no sentence and the cell below begins like no text of its own."""
    whole = _ENDS.search(upper.strip()) or _BEGINS.match(fold(cell.text))
    return not whole and cell.column.field not in kinds(cell.text)


def _joined(above: PlacedRow, row: PlacedRow) -> PlacedRow:
    rest = {cell.column.number: cell.text for cell in _filled(row)}
    there = replace(_place(above), column=_filled(row)[0].column.number)
    found = finding("row-continued", there), finding("row-continued", _place(row))
    return _with_rest(above, row, rest, found)


def _with_more(above: PlacedRow, row: PlacedRow) -> PlacedRow:
    [own] = [cell for cell in _filled(row) if cell.ref.row == row.row.number]
    found = finding("content-listed", own.ref)
    return _with_rest(above, row, {own.column.number: f"\n{own.text}"}, (found,))


def _with_line(above: PlacedRow, row: PlacedRow) -> PlacedRow:
    [own] = _filled(row)
    found = finding("row-continued", _place(above)), finding("row-continued", _place(row))
    return _with_rest(above, row, {own.column.number: f"\n{own.text}"}, found)


def _with_rest(
    above: PlacedRow, row: PlacedRow, rest: Mapping[int, str], found: tuple[Finding, ...]
) -> PlacedRow:
    """The row above with the rest of its cells, by number of the column, and the lower row."""
    cells = tuple(
        replace(cell, text=cell.text + rest.get(cell.column.number, "")) for cell in above.cells
    )
    findings = (*above.findings, *found)
    return replace(above, cells=cells, findings=findings, rest=(*above.rest, row))


def _doubted(row: PlacedRow) -> PlacedRow:
    return replace(row, findings=(*row.findings, finding("row-fragment", _place(row))))


def _place(row: PlacedRow) -> CellRef:
    ref = row.cells[0].ref
    return CellRef(ref.document, row.segment.table.number, row.row.number)
