"""Lists of channels that a page prints line by line, each line a row of its own.

Such a row prints options and nothing else; beside one of the lines stands the item that all of them
belong to. Which item that is can be told where a table holds a single one, or where every item
begins with its first line. Elsewhere the channels of its items are unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from govdisclose_ld.interpret.choice_cells import Printed
from govdisclose_ld.interpret.content_lines import line_field
from govdisclose_ld.interpret.marks import has_marks, read_marks
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import CellRef


def join_channels(rows: Sequence[PlacedRow]) -> tuple[PlacedRow, ...]:
    """The rows with those that print lines of channels alone put into the items of these."""
    joined: list[PlacedRow] = []
    for _, group in groupby(rows, key=lambda row: id(row.segment)):
        segment = tuple(group)
        joined += _joined(segment) if any(map(_is_line, segment)) else segment
    return tuple(joined)


def _joined(rows: Sequence[PlacedRow]) -> list[PlacedRow]:
    lines = [_is_line(row) for row in rows]
    starts = [place for place, line in enumerate(lines) if not line]
    if len(starts) == 1:
        items = [(rows[starts[0]], rows)]
    elif starts and not lines[0]:
        ends = [*starts[1:], len(rows)]
        items = [(rows[a], rows[a:b]) for a, b in zip(starts, ends, strict=True)]
    else:
        return [_doubted(row) for row in rows]
    if not all(_is_one_list(own) for _, own in items):
        return [_doubted(row) for row in rows]
    return [_with_lines(row, own) if len(own) > 1 else row for row, own in items]


def _is_line(row: PlacedRow) -> bool:
    """Whether a row prints options of channels, or a piece of one, and nothing else."""
    filled = [cell for cell in row.cells if cell.text.strip()]
    printed = line_field(row.row, row.segment.header) == "channels"
    led = printed or any(cell.column.field in ("ordinal", "matters") for cell in row.cells)
    if not led or row.untaken or len(filled) != 1 or filled[0].column.terms:
        return False
    return filled[0].column.field == "channels" and not row.merged


def _is_one_list(rows: Sequence[PlacedRow]) -> bool:
    """Whether these lines print boxes and no option twice: two lists would."""
    if len(rows) == 1:
        return True
    texts = [cell.text for row in rows for cell in _channels(row)]
    labels = [key(option.label) for text in texts for option in read_marks(text).options]
    return has_marks(texts[0]) and len(labels) == len(set(labels))


def _channels(row: PlacedRow) -> list[Printed]:
    return [cell for cell in row.of("channels") if not cell.column.terms]


def _with_lines(row: PlacedRow, lines: Sequence[PlacedRow]) -> PlacedRow:
    whole = "\n".join(cell.text for line in lines for cell in _channels(line) if cell.text.strip())
    own = _channels(row)[0]
    cells = tuple(replace(cell, text=whole) if cell is own else cell for cell in row.cells)
    rest = tuple(line for line in lines if line is not row)
    found = (finding("row-continued", replace(_place(one), column=0)) for one in (row, *rest))
    return replace(row, cells=cells, findings=(*row.findings, *found), rest=(*row.rest, *rest))


def _doubted(row: PlacedRow) -> PlacedRow:
    """The row with its channels shared with rows beside it, as far as anybody can tell."""
    own = {id(cell) for cell in _channels(row)}
    cells = tuple(replace(cell, shared=True) if id(cell) in own else cell for cell in row.cells)
    return replace(row, cells=cells, findings=(*row.findings, finding("row-fragment", _place(row))))


def _place(row: PlacedRow) -> CellRef:
    ref = row.cells[0].ref
    return CellRef(ref.document, row.segment.table.number, row.row.number)
