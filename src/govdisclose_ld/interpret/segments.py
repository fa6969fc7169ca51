"""Tables cut into segments, each with the header that it is read by, and the kind of every row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.contents import settle_columns
from govdisclose_ld.interpret.headers import Header, find_header, told_header, with_told_columns
from govdisclose_ld.interpret.kinds import fit
from govdisclose_ld.interpret.layouts import Layout, TableLayout
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.wording import fold, key, number, squeeze
from govdisclose_ld.model import CellRef, Column, Document, Finding, Paragraph, Row, Table

_DATA_FIT = 2.0
_HEADING = re.compile(
    r"^([一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])"
)
_FEWEST_NUMBERED = 4


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows that stand under one header. ``number`` counts segments through the document."""

    number: int
    table: Table
    header: Header
    rows: tuple[Row, ...]
    notes: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Segmented:
    """All segments of a document, the rows above or outside them, and what was noticed."""

    segments: tuple[Segment, ...]
    outside: tuple[tuple[Table, Row], ...]
    findings: tuple[Finding, ...]


def cut_segments(document: Document, layout: Layout | None = None) -> Segmented:
    """The segments of all tables of a document.

    A segment without a header goes on with the columns of the one before if its rows fit them; a
    table that fits nothing is left unread with a finding. ``layout`` outranks what is recognised.
    """
    segments: list[Segment] = []
    outside: list[tuple[Table, Row]] = []
    findings: list[Finding] = []
    for table in document.tables:
        told = layout.tables.get(table.number) if layout else None
        for header, rows in _parts(table, document.name, told):
            last = segments[-1].header if segments else None
            used = header or (_carried(last, table, rows) if last else None)
            ref = CellRef(document.name, table.number, rows[0].number if rows else 0)
            if used is None:
                outside += [(table, row) for row in rows]
                findings += _unread(table, rows, ref, ahead=_has_header(table, document.name))
                continue
            used, doubts = (used, []) if told else settle_columns(used, rows, document.name)
            findings += [*used.findings, *doubts] if header else [finding("header-missing", ref)]
            findings += _changes(last, used, ref) if header and last else []
            items, notes = _sorted_rows(rows, used, told)
            segments.append(Segment(len(segments) + 1, table, used, items, notes))
            findings += [finding("note-row", replace(ref, row=row.number)) for row in notes]
    return Segmented(tuple(segments), tuple(outside), tuple(findings))


def with_lines(document: Document, segmented: Segmented) -> Document:
    """The document with the lines that a sheet prints above its header as prose before the table.

    A line is a row outside all headers that prints one text, in one cell or a merged one.
    """
    lines: dict[int, list[Paragraph]] = {}
    for table, row in segmented.outside:
        texts = {cell.text for cell in row.cells if cell.text.strip()}
        if len(texts) == 1:
            lines.setdefault(table.number, []).append(Paragraph(texts.pop(), row.line))
    blocks = [
        piece
        for block in document.blocks
        for piece in (*(lines.get(block.number, ()) if isinstance(block, Table) else ()), block)
    ]
    return replace(document, blocks=tuple(blocks))


def _parts(
    table: Table, document: str, told: TableLayout | None
) -> Iterator[tuple[Header | None, tuple[Row, ...]]]:
    """The table's rows under each of its headers; None for rows that come before any."""
    if told and told.header:
        header = told_header(table, told, document)
        if header.first > 1:
            yield None, table.rows[: header.first - 1]
        yield header, table.rows[header.last :]
        return
    for header_, rows in _recognised(table, document):
        yield (with_told_columns(header_, told) if header_ and told else header_), rows


def _recognised(table: Table, document: str) -> Iterator[tuple[Header | None, tuple[Row, ...]]]:
    header: Header | None = None
    rows: list[Row] = []
    number = 1
    while number <= len(table.rows):
        found = find_header(table, number, document)
        if found:
            if rows or header:
                yield header, tuple(rows)
            header, rows, number = found, [], found.last + 1
        else:
            rows.append(table.rows[number - 1])
            number += 1
    if rows or header:
        yield header, tuple(rows)


def _has_header(table: Table, document: str) -> bool:
    return any(find_header(table, row.number, document) for row in table.rows)


def _unread(table: Table, rows: Iterable[Row], ref: CellRef, *, ahead: bool) -> list[Finding]:
    """Title rows above a header are notes; a table with no header at all is reported once."""
    if ahead:
        return [finding("note-row", replace(ref, row=r.number)) for r in rows if _says(r)]
    return [finding("header-unknown", replace(ref, row=0))] if table.rows else []


def _says(row: Row) -> bool:
    return any(cell.text.strip() for cell in row.cells)


def _carried(last: Header, table: Table, rows: tuple[Row, ...]) -> Header | None:
    """The header of the segment before, moved to this table, if the rows fit its columns."""
    telling = [row for row in rows if _says(row)]
    if not telling or abs(max(len(r.cells) for r in telling) - len(last.columns)) > 1:
        return None
    scores = [
        sum(fit(cell.text, col) for cell, col in zip(row.cells, last.columns, strict=False))
        for row in telling
    ]
    if sum(scores) / len(scores) < _DATA_FIT:
        return None
    columns = tuple(replace(column, table=table.number) for column in last.columns)
    return Header(table.number, 0, 0, columns)


def _changes(last: Header, header: Header, ref: CellRef) -> list[Finding]:
    before = {c.number: _meaning(c) for c in last.columns}
    changed = [
        f"第{c.number}列 {before.get(c.number, ('', 0, (), '无'))[3]}→{c.heading}"
        for c in header.columns
        if _meaning(c)[:3] != before.get(c.number, ("", -1, (), ""))[:3]
    ]
    place = replace(ref, row=header.last)
    return [finding("header-changed", place, change="；".join(changed))] if changed else []


def _meaning(column: Column) -> tuple[str, int, tuple[str, ...], str]:
    return column.field, column.level, tuple(t.id for t in column.terms), column.heading or "空"


def _sorted_rows(
    rows: Iterable[Row], header: Header, told: TableLayout | None
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    telling = [row for row in rows if _says(row)]
    if told and (told.notes or told.header):
        notes = tuple(row for row in telling if row.number in told.notes)
    else:
        notes = tuple(row for row in telling if _is_note(row, header))
    return tuple(row for row in telling if row not in notes), notes


def _is_note(row: Row, header: Header) -> bool:
    """A row of one cell that spreads over the table, or one that begins like a note or a total."""
    filled = [(i, squeeze(cell.text)) for i, cell in enumerate(row.cells) if cell.text.strip()]
    first = fold(filled[0][1])
    starts = knowledge("vocabulary/columns.yml")["notes"]
    if any(re.match(rf"{word}([:：。、]|$)", first) for word in starts) and len(filled) <= 3:
        return True
    if _numbers_columns([words for _, words in filled]):
        return True
    if len(filled) > 1 or any(cell.anchor and cell.anchor[0] < row.number for cell in row.cells):
        return False
    place, words = filled[0]
    column = header.columns[place] if place < len(header.columns) else None
    spread = row.cells[place].column_span > 2
    if column and column.field == "matters" and _HEADING.match(words):
        return True
    lead = column is None or column.field == "ordinal" or (place == 0 and not column.field)
    return spread or lead or not key(words)


def _numbers_columns(words: Sequence[str]) -> bool:
    """Whether a row does nothing but number the columns: 1 2 3 …, (1) (2) (3) …"""
    counted = [number(key(word)) for word in words]
    return len(counted) >= _FEWEST_NUMBERED and counted == list(range(1, len(counted) + 1))
