"""Rows with every cell in its column: merged cells filled, shifts put right, dittos resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from govdisclose_ld.interpret.choice_cells import Habit, Printed
from govdisclose_ld.interpret.content_lines import line_field
from govdisclose_ld.interpret.flows.cells import parted_cells, parted_findings
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.interpret.legends import Legend
from govdisclose_ld.interpret.marks import contrary_glyphs, glyphs, has_marks
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.placement import Placement, place
from govdisclose_ld.interpret.segments import Segment
from govdisclose_ld.interpret.wording import is_ditto, number, squeeze
from govdisclose_ld.model import CellRef, Column, Finding, Row, Term


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """One row of a segment: for each column what is printed for it and where.

    ``cells`` are in column order; a column that got no cell is missing. ``untaken`` are cells
    that no column took. ``merged`` are the column numbers whose text comes from a merged cell,
    ``rest`` the rows below that only carried on this one.
    """

    segment: Segment
    row: Row
    cells: tuple[Printed, ...]
    untaken: tuple[tuple[str, CellRef], ...]
    roles: tuple[str, ...]
    findings: tuple[Finding, ...]
    merged: frozenset[int] = frozenset()
    rest: tuple[PlacedRow, ...] = ()

    def of(self, field: str) -> tuple[Printed, ...]:
        """The cells of one field, left to right."""
        return tuple(cell for cell in self.cells if cell.column.field == field)


def place_rows(segments: Sequence[Segment], document: str) -> tuple[PlacedRow, ...]:
    """Every item row of every segment, its cells in their columns."""
    placed: list[PlacedRow] = []
    for segment in segments:
        narrow = _narrow(segment, document)
        for row in segment.rows:
            one = _placed_row(segment, row, document, even=bool(narrow))
            last = placed[-1] if placed else None
            begins = last is None or last.segment is not segment
            one = _without_dittos(one, last if last and _follows(one, last) else None)
            placed.append(replace(one, findings=(*narrow, *one.findings)) if begins else one)
    return tuple(placed)


def _follows(row: PlacedRow, above: PlacedRow) -> bool:
    """Whether a row stands below another one: under the same header, or on the next page, where
    its columns mean the same and its ordinal is the next one."""
    if row.segment is above.segment:
        return True
    before, here = _ordinal(above), _ordinal(row)
    counted = before is not None and here == before + 1
    return counted and _meanings(row.segment) == _meanings(above.segment)


def _ordinal(row: PlacedRow) -> int | None:
    return number("".join(cell.text for cell in row.of("ordinal")))


def _meanings(segment: Segment) -> list[tuple[str, int, tuple[Term, ...]]]:
    return [(column.field, column.level, column.terms) for column in segment.header.columns]


def _narrow(segment: Segment, document: str) -> tuple[Finding, ...]:
    """That all rows of a segment lack the same number of cells, as where a sheet ends in blank
    columns; no row is out of line with the others then."""
    widths = {len(row.cells) for row in segment.rows}
    width, columns = min(widths, default=0), len(segment.header.columns)
    if len(widths) != 1 or len(segment.rows) == 1 or width >= columns:
        return ()
    place = CellRef(document, segment.table.number)
    return (finding("table-narrow", place, cells=width, columns=columns),)


def habits(rows: Sequence[PlacedRow], legend: Legend) -> dict[str, Habit]:
    """How the catalog answers each field of choices, over all of its rows."""
    texts = {
        field: [cell.text for row in rows for cell in row.of(field) if cell.text.strip()]
        for field in SCHEMES
    }
    unread = legend.unread | contrary_glyphs(text for given in texts.values() for text in given)
    return {
        field: Habit(
            boxes=any(has_marks(text) or glyphs(text) for text in given),
            wordings=frozenset(squeeze(text) for text in given),
            optional=any(glyph in text for text in given for glyph in legend.optional),
            unread=unread,
        )
        for field, given in texts.items()
    }


def shared_cells(rows: Iterable[PlacedRow]) -> frozenset[CellRef]:
    """The cells that hold the text of several columns and that nothing divides."""
    return frozenset(cell.ref for row in rows for cell in row.cells if cell.shared)


def _placed_row(segment: Segment, row: Row, document: str, *, even: bool) -> PlacedRow:
    if segment.table.joined:
        return _parted_row(segment, row, document)
    return _place_row(segment, row, document, even=even)


def _parted_row(segment: Segment, row: Row, document: str) -> PlacedRow:
    """A row whose cells were parted by their wording: none is moved, and text that nothing divides
    is taken by no column."""
    columns = segment.header.columns
    cells = tuple(parted_cells(segment.table, row, columns, document))
    shared = dict.fromkeys(cell.ref for cell in cells if cell.shared)
    untaken = tuple((row.cells[ref.column - 1].text, ref) for ref in shared)
    roles = tuple(
        "" if cell.covered else "extra" if cell.shared else _role(columns, i, cell.text)
        for i, cell in enumerate(cells)
    )
    return PlacedRow(segment, row, cells, untaken, roles, tuple(parted_findings(cells, row)))


def _place_row(segment: Segment, row: Row, document: str, *, even: bool) -> PlacedRow:
    columns = segment.header.columns
    texts, sources = _filled(segment, row, document)
    spread = _spread_boxes(row, columns)
    texts = tuple(spread.get(i, text) for i, text in enumerate(texts))
    placement = place(texts, columns)
    if field := line_field(row, segment.header):
        there = next(i for i, column in enumerate(columns) if column.field == field)
        placement = Placement((there, *[-1] * (len(texts) - 1)), moved=True)
    cells: list[Printed] = []
    untaken: list[tuple[str, CellRef]] = []
    for i, index in enumerate(placement.columns):
        if index < 0:
            untaken += [(texts[i], sources[i])] if texts[i].strip() else []
        elif i in placement.joined and cells:
            cells[-1] = replace(cells[-1], text=f"{cells[-1].text} {texts[i]}")
        else:
            unsure = i in placement.unsure or i in spread
            covered = _covered(row, i)
            cells.append(Printed(columns[index], texts[i], sources[i], unsure, covered))
    merged = frozenset(
        columns[index].number
        for i, index in enumerate(placement.columns)
        if index >= 0 and row.cells[i].anchor and texts[i]
    )
    roles = tuple(_role(columns, i, t) for i, t in zip(placement.columns, texts, strict=True))
    findings = tuple(_findings(texts, sources, columns, placement, even=even))
    return PlacedRow(segment, row, tuple(cells), tuple(untaken), roles, findings, merged)


def _covered(row: Row, i: int) -> bool:
    anchor = row.cells[i].anchor
    return anchor is not None and anchor[0] == row.number


def _spread_boxes(row: Row, columns: Sequence[Column]) -> dict[int, str]:
    """The tick cells that one merged cell spreads over, by index, each with the text of that cell.

    Whether such a box ticks all of its columns or one of them is not told.
    """
    spread: dict[int, str] = {}
    for i, cell in enumerate(row.cells):
        over = range(i, min(i + cell.column_span, len(columns)))
        if cell.text.strip() and sum(bool(columns[k].terms) for k in over) > 1:
            spread |= {k: cell.text for k in over if columns[k].terms}
    return spread


def _filled(segment: Segment, row: Row, document: str) -> tuple[tuple[str, ...], list[CellRef]]:
    """The texts of a row and where they are printed, a cell merged from above filled in."""
    texts: list[str] = []
    sources: list[CellRef] = []
    for column, cell in enumerate(row.cells, 1):
        at = cell.anchor if cell.anchor and cell.anchor[0] < row.number else None
        inside = at and at[0] > segment.header.last and at[1] == column
        text = segment.table.rows[at[0] - 1].cells[at[1] - 1].text if at and inside else cell.text
        spot = at if at and inside else (row.number, column)
        texts.append(text)
        sources.append(CellRef(document, segment.table.number, *spot))
    return tuple(texts), sources


def _role(columns: Sequence[Column], index: int, text: str) -> str:
    if index < 0:
        return "extra" if text.strip() else ""
    return columns[index].field or ("extra" if text.strip() else "")


def _findings(
    texts: tuple[str, ...],
    sources: list[CellRef],
    columns: Sequence[Column],
    placement: Placement,
    *,
    even: bool,
) -> Iterator[Finding]:
    if placement.moved:
        yield from _moves(texts, sources, columns, placement)
    elif len(texts) != len(columns) and not even:
        row = replace(sources[0], column=0)
        yield finding("row-width", row, cells=len(texts), columns=len(columns))
    for i in sorted(placement.suspect):
        yield finding("row-suspect", sources[i], heading=columns[placement.columns[i]].heading)
    for i, index in enumerate(placement.columns):
        if index < 0 and texts[i].strip():
            yield finding("cell-untaken", sources[i])


def _moves(
    texts: tuple[str, ...], sources: list[CellRef], columns: Sequence[Column], placement: Placement
) -> Iterator[Finding]:
    moves = [
        (i, f"第{i + 1}格→“{columns[index].heading}”")
        for i, index in enumerate(placement.columns)
        if index >= 0 and index != i and texts[i].strip() and i not in placement.joined
    ]
    if moves:
        words = "、".join(move for _, move in moves)
        yield finding("row-shifted", sources[moves[0][0]], moves=words)
    for i in sorted(placement.joined):
        yield finding("cell-split", sources[i], heading=columns[placement.columns[i]].heading)


def _without_dittos(row: PlacedRow, above: PlacedRow | None) -> PlacedRow:
    """The row with 同上 replaced by what stands in the same column of the row above."""
    before = {cell.column.number: cell for cell in above.cells} if above else {}
    cells: list[Printed] = []
    findings: list[Finding] = []
    for cell in row.cells:
        if not is_ditto(cell.text):
            cells.append(cell)
            continue
        source = before.get(cell.column.number)
        text = source.text if source else ""
        code = "ditto-resolved" if text.strip() else "ditto-unresolved"
        heading = cell.column.heading
        findings.append(finding(code, cell.ref, heading=heading, text=cell.text.strip()))
        cells.append(replace(cell, text=text))
    return replace(row, cells=tuple(cells), findings=(*row.findings, *findings))
