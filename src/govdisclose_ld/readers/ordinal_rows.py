"""Rows of a table that lost its delimiters, put together again by their ordinals.

Two shapes are certain enough: a cell a line, and cells one blank apart. The headings tell how many
cells a row has; every row must have just so many and begin with the ordinal after the one before.
Where a single row does not, nothing is split: a lost blank cell could not be told from a cell that
was broken in two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from govdisclose_ld.model import Cell, Row
from govdisclose_ld.readers.lines import Line

_ORDINAL = "序号"
_FEWEST_ROWS = 2
_Printed = list[tuple[int, list[str]]]  # for each row the number of its line, and its cells


def rows_by_ordinals(
    lines: Sequence[Line], is_heading: Callable[[str], bool], *, fewest: int
) -> list[Row]:
    """The header and rows of a block that begins with its headings; none where any is in doubt.

    ``fewest`` is how many headings make a header.
    """
    for printed in (_split_at_blanks(lines), _split_at_lines(lines, is_heading)):
        if _is_certain(printed, is_heading, fewest):
            return list(_rows(printed))
    return []


def _split_at_blanks(lines: Sequence[Line]) -> _Printed:
    return [(line.number, line.text.split()) for line in lines]


def _split_at_lines(lines: Sequence[Line], is_heading: Callable[[str], bool]) -> _Printed:
    texts = [line.text.strip() for line in lines]
    width = next((n for n, text in enumerate(texts) if not is_heading(text)), 0) or 1
    starts = range(0, len(texts), width)
    return [(lines[start].number, texts[start : start + width]) for start in starts]


def _is_certain(printed: _Printed, is_heading: Callable[[str], bool], fewest: int) -> bool:
    header, *rows = (cells for _, cells in printed)
    if len(header) < fewest or header[0] != _ORDINAL or not all(map(is_heading, header)):
        return False
    if len(rows) < _FEWEST_ROWS or any(len(cells) != len(header) for cells in rows):
        return False
    # A number elsewhere could be an ordinal as well, and the row begin there.
    if any(cell.isdecimal() for cells in rows for cell in cells[1:]):
        return False
    ordinals = [int(cells[0]) if cells[0].isdecimal() else 0 for cells in rows]
    return ordinals[0] > 0 and all(after == before + 1 for before, after in pairwise(ordinals))


def _rows(printed: _Printed) -> Iterator[Row]:
    for number, (line, cells) in enumerate(printed, start=1):
        yield Row(number, tuple(map(Cell, cells)), line)
