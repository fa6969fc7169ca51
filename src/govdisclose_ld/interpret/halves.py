"""Tables that are too wide for the page and printed as a left half and a right half.

The halves are joined row by row where they prove that they belong together: the right one names
further fields and no matters of its own, and both have as many rows. Where they do not, every row
of the left half is told to lack what the right half holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govdisclose_ld.interpret.headers import find_header
from govdisclose_ld.interpret.headings import SURE, match_heading
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.wording import key, squeeze
from govdisclose_ld.model import Cell, CellRef, Column, Document, Finding, Paragraph, Row, Table

_NAMES = frozenset({"matters", "content"})
_SHARED = frozenset({"ordinal", "extra", ""})
_FEWEST = 2
_TOP = 5
"""So many rows of a half may stand above its header."""


@dataclass(frozen=True, slots=True)
class _Half:
    """A table with a header: how many rows stand above it and in it, its rows below that, and the
    lines over its whole width that follow them."""

    table: Table
    columns: tuple[Column, ...]
    above: int
    depth: int
    rows: tuple[Row, ...]
    below: tuple[Row, ...]

    @property
    def fields(self) -> frozenset[str]:
        """What its columns hold, but for what both halves may print."""
        return frozenset(column.field for column in self.columns) - _SHARED

    @property
    def is_left(self) -> bool:
        """Whether its rows can be items."""
        return bool(self.fields & _NAMES)

    @property
    def ordinals(self) -> list[str]:
        """The numbers that its rows print, [] without a column of them."""
        places = [c.number - 1 for c in self.columns if c.field == "ordinal"][:1]
        return [
            key(row.cells[place].text) if place < len(row.cells) else ""
            for place in places
            for row in self.rows
        ]


def join_halves(document: Document) -> Document:
    """The document with each pair of halves as one table, under the number of the left one; as it
    is where no table is half a one.

    Several left halves that follow each other are joined to as many right ones behind them.
    """
    if all(map(_names_items, document.tables[1:])):
        return document
    pairs: dict[int, _Half] = {}
    lefts: dict[int, _Half] = {}
    findings: list[Finding] = []
    for left, right in _runs(document):
        if len(left) == len(right) and all(map(_fit, left, right)):
            lefts.update((half.table.number, half) for half in left)
            pairs.update(zip((half.table.number for half in left), right, strict=True))
            places = [CellRef(document.name, half.table.number) for half in left]
            findings += [
                finding("halves-joined", place, other=other.table.number)
                for place, other in zip(places, right, strict=True)
            ]
        else:
            findings += _apart(document.name, left, right)
    if not findings:
        return document
    gone = {half.table.number: half for half in pairs.values()}
    blocks: list[Paragraph | Table] = []
    for block in document.blocks:
        if isinstance(block, Table) and block.number in gone:
            blocks += _lines(gone[block.number])
        elif isinstance(block, Table) and block.number in pairs:
            blocks.append(_joined(lefts[block.number], pairs[block.number]))
        else:
            blocks.append(block)
    found = (*document.findings, *findings)
    return replace(document, blocks=tuple(blocks), findings=found)


def _names_items(table: Table) -> bool:
    """Whether a cell near the top is plainly a heading of matters or contents: no right half."""
    tops = (match_heading(squeeze(cell.text)) for row in table.rows[:_TOP] for cell in row.cells)
    return any(top and top.field in _NAMES and top.score >= SURE for top in tops)


def _runs(document: Document) -> Iterator[tuple[list[_Half], list[_Half]]]:
    """Left halves, each run with the right ones that follow it."""
    left: list[_Half] = []
    right: list[_Half] = []
    for table in document.tables:
        half = _half(table, document.name)
        if half is None:
            continue
        if half.is_left:
            if right:
                yield left, right
                left, right = [], []
            if left and left[-1].fields != half.fields:
                left = []
            left.append(half)
        elif left and _goes_on(left[-1], half):
            right.append(half)
    if right:
        yield left, right


def _half(table: Table, document: str) -> _Half | None:
    """The table as a half, None if it prints no header near its top."""
    for row in table.rows[:_TOP]:
        header = find_header(table, row.number, document)
        if header:
            break
        if len({cell.text for cell in row.cells if cell.text.strip()}) > 1:
            return None
    else:
        return None
    end = len(table.rows)
    while end > header.last and _is_line(table.rows[end - 1], table.width):
        end -= 1
    depth = header.last - header.first + 1
    body, below = table.rows[header.last : end], table.rows[end:]
    return _Half(table, header.columns, header.first - 1, depth, body, below)


def _is_line(row: Row, width: int) -> bool:
    return bool(row.cells) and row.cells[0].column_span == width


def _goes_on(left: _Half, right: _Half) -> bool:
    """Whether a table names nothing but what the one before leaves out."""
    return len(right.fields) >= _FEWEST and not left.fields & right.fields


def _fit(left: _Half, right: _Half) -> bool:
    """Whether two halves have the same rows, as far as both print numbers."""
    numbers = left.ordinals, right.ordinals
    same = numbers[0] == numbers[1] or not all(numbers)
    return len(left.rows) == len(right.rows) > 0 and same and _goes_on(left, right)


def _apart(document: str, left: Sequence[_Half], right: Sequence[_Half]) -> Iterator[Finding]:
    other = "、".join(str(half.table.number) for half in right)
    for half in left:
        for row in half.rows:
            place = CellRef(document, half.table.number, row.number)
            yield finding("halves-apart", place, other=other)


def _lines(half: _Half) -> Iterator[Paragraph]:
    """What a right half prints above and below its columns."""
    for row in (*half.table.rows[: half.above], *half.below):
        text = next((cell.text for cell in row.cells if cell.text.strip()), "")
        if text:
            yield Paragraph(text, row.line)


def _joined(left: _Half, right: _Half) -> Table:
    """Both halves as one table: the lines of the left one, a header as deep as the deeper one, and
    the rows side by side."""
    first = 1 if right.ordinals and right.columns[0].field == "ordinal" else 0
    width, more = left.table.width, right.table.width - first
    depth = max(left.depth, right.depth)
    ours = (*_heads(left, depth), *left.rows)
    pairs = zip(ours, (*_heads(right, depth), *right.rows), strict=True)
    down = left.above + depth
    rows = [(_moved(row, width, 0, 0), row.line) for row in left.table.rows[: left.above]]
    for place, (one, two) in enumerate(pairs):
        ahead = place >= depth
        cells = _moved(one, width, depth - left.depth if ahead else 0, 0)
        moved = down - right.above - right.depth if ahead else left.above - right.above
        others = _moved(two, first + more, moved, width - first)[first:]
        rows.append(((*cells, *others), one.line))
    rows += [(_moved(row, width, depth - left.depth, 0), row.line) for row in left.below]
    numbered = (Row(number, cells, line) for number, (cells, line) in enumerate(rows, start=1))
    return replace(left.table, rows=tuple(numbered))


def _heads(half: _Half, depth: int) -> list[Row]:
    """The rows of its header, blank ones below where that of the other half is deeper."""
    rows = list(half.table.rows[half.above : half.above + half.depth])
    blank = tuple(Cell("") for _ in range(half.table.width))
    return rows + [Row(0, blank, rows[-1].line)] * (depth - half.depth)


def _moved(row: Row, width: int, down: int, aside: int) -> tuple[Cell, ...]:
    """The cells of a row, as many as ``width``, their anchors where the joined table has them."""
    blank = (Cell("") for _ in range(width - len(row.cells)))
    return tuple(
        replace(cell, anchor=(cell.anchor[0] + down, cell.anchor[1] + aside))
        if cell.anchor
        else cell
        for cell in (*row.cells, *blank)
    )
