"""Tables cut into segments, each with the header that it is read by, and the kind of every row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.content_lines import is_ordinal_row, line_field
from govdisclose_ld.interpret.contents import goes_on, settle_columns
from govdisclose_ld.interpret.headers import Header, with_told_columns
from govdisclose_ld.interpret.inferred_headers import position_findings
from govdisclose_ld.interpret.labels import label_lines
from govdisclose_ld.interpret.layouts import Layout, TableLayout, check_layout
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.parts import Part, header_for, parts_of, without_lines
from govdisclose_ld.interpret.wording import fold, key, number, squeeze
from govdisclose_ld.model import CellRef, Column, Document, Finding, Paragraph, Row, Table

_HEADING = re.compile(
    r"^([一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])"
)
_FEWEST_NUMBERED = 4
_PAGES = 20
"""So many parts behind one without a header are asked what its columns are."""


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

    A segment without a header goes on with the columns of the one before if its rows fit them, the
    first with those of one behind; else its cells may prove its columns. A table that does neither
    is left unread with a finding. ``layout`` outranks what is recognised.
    """
    segments: list[Segment] = []
    outside: list[tuple[Table, Row]] = []
    findings: list[Finding] = []
    carried: Header | None = None
    before: Header | None = None
    if layout:
        check_layout(layout, document)
    parts = list(parts_of(document, layout))
    ahead = next((part.header for part in parts if part.header), None)
    is_named = any(part.header and _names_items(part.header) for part in parts)
    for place, part in enumerate(parts, 1):
        below = parts[place : place + _PAGES]
        printed, noticed = header_for(
            part, document.name, carried=carried, ahead=ahead, below=below
        )
        ref = part.place(document.name)
        if printed is None:
            outside += [(part.table, row) for row in part.rows]
            findings += _unread(part, ref)
            continue
        used, doubts = _settled(printed, part, document.name)
        if is_named and not (part.told or _names_items(used)):
            outside += [(part.table, row) for row in part.rows]
            findings.append(finding("header-without-matters", ref))
            continue
        if before and not part.header:
            used, doubts = _gone_on(before, used, part, doubts)
        findings += [*noticed, *doubts]
        findings += _changes(before, used, ref) if part.header and before else []
        carried, before = printed, used
        above, rows = ((), part.rows) if part.header else without_lines(used, part.rows)
        outside += [(part.table, row) for row in above]
        items, notes = _sorted_rows(rows, used, part.told)
        segments.append(Segment(len(segments) + 1, part.table, used, items, notes))
        findings += [finding("note-row", replace(ref, row=r.number)) for r in (*above, *notes)]
        findings += position_findings(used, items, document.name)
    return Segmented(tuple(segments), tuple(outside), tuple(findings))


def with_lines(document: Document, segmented: Segmented) -> Document:
    """The document with what tables print of it as prose before them: the lines that a sheet prints
    above its header, and tables of labels and their values (发布机构, 成文日期).

    A line is a row outside all headers that prints one text, in one cell or a merged one.
    """
    outside: dict[int, list[Row]] = {}
    for table, row in segmented.outside:
        outside.setdefault(table.number, []).append(row)
    lines = {number: tuple(_printed(rows)) for number, rows in outside.items()}
    blocks = [
        piece
        for block in document.blocks
        for piece in (*(lines.get(block.number, ()) if isinstance(block, Table) else ()), block)
    ]
    return replace(document, blocks=tuple(blocks))


def _printed(rows: Sequence[Row]) -> Iterator[Paragraph]:
    if labels := _labels(rows):
        yield from (Paragraph(line, row.line) for line, row in zip(labels, rows, strict=True))
        return
    for row in rows:
        texts = {cell.text for cell in row.cells if cell.text.strip()}
        if len(texts) == 1:
            yield Paragraph(texts.pop(), row.line)


def _labels(rows: Sequence[Row]) -> tuple[str, ...]:
    return label_lines([[cell.text for cell in row.cells] for row in rows])


def _settled(header: Header, part: Part, document: str) -> tuple[Header, list[Finding]]:
    """The header with its columns as the cells below confirm them, but for what a person told."""
    if header.by_contents:
        return header, []
    settled, doubts = settle_columns(header, part.rows, document)
    told = part.told.columns if part.told else {}
    open_ = [found for found in doubts if found.ref.column not in told]
    return (with_told_columns(settled, part.told) if part.told else settled), open_


def _unread(part: Part, ref: CellRef) -> list[Finding]:
    """Title rows above a header are notes, and so are labels that tell of the document; a table
    with no header at all is reported once."""
    if part.is_above_header or _labels(part.rows):
        rows = (row for row in part.rows if _says(row))
        return [finding("note-row", replace(ref, row=row.number)) for row in rows]
    return [finding("header-unknown", replace(ref, row=0))] if part.table.rows else []


def _names_items(header: Header) -> bool:
    """Whether rows can be items: beside a table that names them, one without is another one."""
    return bool(header.of("matters") or header.of("content"))


def _says(row: Row) -> bool:
    return any(cell.text.strip() for cell in row.cells)


def _gone_on(
    before: Header, header: Header, part: Part, doubts: Sequence[Finding]
) -> tuple[Header, list[Finding]]:
    """A header that goes on from the part before: what cells told of a column there holds here
    unless those of this part tell another thing, and is not told twice.

    What is carried is the printed header: columns that traded places on one page are sound again on
    the next.
    """
    columns = list(header.columns)
    known: set[int] = set()
    for place, (above, column) in enumerate(zip(before.columns, header.columns, strict=False)):
        other = any(c.field == above.field and c is not column for c in header.columns)
        if not other and column.heading == above.heading and goes_on(above, part.rows, column):
            columns[place] = replace(above, table=column.table)
            known.add(column.number)
    rest = [found for found in doubts if found.ref.column not in known]
    return replace(header, columns=tuple(columns)), rest


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
    if told and told.notes is not None:
        notes = tuple(row for row in telling if row.number in told.notes)
    else:
        numbered = [n for n, row in enumerate(telling) if is_ordinal_row(row, header)]
        between = range(min(numbered, default=0), max(numbered, default=0))
        notes = tuple(
            row for n, row in enumerate(telling) if _is_note(row, header, between=n in between)
        )
    return tuple(row for row in telling if row not in notes), notes


def _is_note(row: Row, header: Header, *, between: bool) -> bool:
    """A row of one cell that spreads over the table, or one that begins like a note or a total.

    A sentence alone ``between`` numbered rows is more of an item's content, boxes with channels
    alone more of its channels.
    """
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
    field = line_field(row, header)
    if field == "channels" or (between and field):
        return False
    return spread or lead or not key(words)


def _numbers_columns(words: Sequence[str]) -> bool:
    """Whether a row does nothing but number the columns: 1 2 3 …, (1) (2) (3) …"""
    counted = [number(key(word)) for word in words]
    return len(counted) >= _FEWEST_NUMBERED and counted == list(range(1, len(counted) + 1))
