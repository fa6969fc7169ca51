"""What is said of the printed rows and columns once all of them are read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from govdisclose_ld.interpret.headers import Header
from govdisclose_ld.interpret.items import ReadItem
from govdisclose_ld.interpret.legends import Legend, read_legends
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.interpret.segments import Segmented
from govdisclose_ld.model import CellRef, Column, Correction, Document, Finding, Item, RowReading

_DOUBTS = (
    "agency-",
    "answer-",
    "basis-",
    "cell-unusual",
    "channel-",
    "field-blank",
    "mark-",
    "row-suspect",
    "symbol-unknown",
    "time-limit-",
)


def unknown_columns(rows: Iterable[PlacedRow], document: Document) -> list[Finding]:
    """Columns with content that nothing recognised, once for each heading."""
    found: dict[str, Finding] = {}
    for row in rows:
        for cell in row.cells:
            column = cell.column
            unheaded = row.segment.header.by_contents and not column.heading  # told of as a whole
            unclaimed = not (column.field or column.score or unheaded) and cell.text.strip()
            if unclaimed and column.heading not in found:
                ref = CellRef(document.name, column.table, row.segment.header.last, column.number)
                found[column.heading] = finding("column-unknown", ref, heading=column.heading)
    return list(found.values())


def once(columns: Iterable[Column]) -> tuple[Column, ...]:
    """The columns by table; where a table changes its header midway the last header is kept."""
    return tuple({(c.table, c.number): c for c in columns}.values())


def row_readings(
    document: Document,
    segmented: Segmented,
    rows: Sequence[PlacedRow],
    items: Sequence[Item],
) -> tuple[RowReading, ...]:
    """How each printed row of each table was read, in reading order."""
    readings: dict[tuple[int, int], RowReading] = {}
    for table in document.tables:
        for row in table.rows:
            blank = ("",) * len(row.cells)
            readings[table.number, row.number] = RowReading(table.number, row.number, "note", blank)
    for segment in segmented.segments:
        header = segment.header
        for number in range(header.first, header.last + 1):
            at = (header.table, number)
            if at in readings:
                readings[at] = replace(readings[at], kind="header")
    for placed, item in zip(rows, items, strict=True):
        at = (placed.segment.table.number, placed.row.number)
        readings[at] = RowReading(*at, "item", placed.roles, item.key)
        for rest in placed.rest:
            there = (rest.segment.table.number, rest.row.number)
            readings[there] = RowReading(*there, "note", rest.roles)
    return tuple(readings.values())


def settled(
    findings: Iterable[Finding], items: Sequence[Item], applied: Iterable[Correction]
) -> list[Finding]:
    """The findings without those of a doubt that a correction has settled since."""
    by_place = {(item.source.table, item.source.row): item for item in items}
    fields: dict[str, set[str]] = {}
    for correction in applied:
        name = "level" if correction.field == "disclosure_level" else correction.field
        fields.setdefault(correction.key, set()).add(name)
    return [
        found
        for found in findings
        if (item := by_place.get((found.ref.table, found.ref.row))) is None
        or not _is_settled(found, item, fields.get(item.key, set()))
    ]


def _is_settled(found: Finding, item: Item, fields: set[str]) -> bool:
    if found.code.startswith("level1-"):
        return "level1" in fields
    if found.code == "matter-missing":
        return bool(item.matters)
    if found.code == "level2-inferred":
        deeper = [m for m in item.matters if m.level > 1 and m.inference]
        return not any(f"“{matter.label}”" in found.message_zh for matter in deeper)
    values = (getattr(item, name) for name in fields if not name[-1].isdigit())
    return found.code.startswith(_DOUBTS) and any(found.ref in value.cells for value in values)


def placed(
    findings: Iterable[Finding], document: Document, segmented: Segmented
) -> tuple[Finding, ...]:
    """The findings in reading order, with the heading, printed text and line of their cells.

    A column that its row does not reach is the row itself.
    """
    tables = {table.number: table for table in document.tables}
    headers: dict[int, list[Header]] = {}
    for segment in segmented.segments:
        headers.setdefault(segment.table.number, []).append(segment.header)
    done: list[Finding] = []
    for one in findings:
        ref, line, printed = one.ref, one.line, one.printed
        table = tables.get(ref.table)
        if table and 0 < ref.row <= len(table.rows):
            row = table.rows[ref.row - 1]
            line, there = row.line, 0 < ref.column <= len(row.cells)
            printed = row.cells[ref.column - 1].text if there else ""
            ref = ref if there else replace(ref, column=0)
        heading = _heading(one.ref, headers.get(ref.table, ()))
        done.append(replace(one, ref=ref, column=heading, line=line, printed=printed))
    return tuple(sorted(done, key=lambda f: (f.ref, f.code, f.message_zh)))


def _heading(ref: CellRef, headers: Sequence[Header]) -> str:
    """The heading of a cell's column in the last header above it, "" where there is none."""
    count = bisect_right(headers, ref.row, key=lambda header: header.first)
    columns = headers[count - 1].columns if count else ()
    return columns[ref.column - 1].heading if 0 < ref.column <= len(columns) else ""


def legends(document: Document, segmented: Segmented) -> tuple[Legend, tuple[Finding, ...]]:
    """What legends in headers, notes or the prose say of the boxes, and where."""
    printed: list[tuple[str, CellRef]] = [(p.text, CellRef(document.name)) for p in document.prose]
    told = list(segmented.outside)
    for segment in segmented.segments:
        header = segment.header
        heads = segment.table.rows[max(0, header.first - 1) : header.last]
        told += [(segment.table, row) for row in (*heads, *segment.notes)]
    for table, row in told:
        for column, cell in enumerate(row.cells, 1):
            printed.append((cell.text, CellRef(document.name, table.number, row.number, column)))
    found = [(read_legends([text]), ref) for text, ref in printed]
    whole = Legend(
        frozenset(glyph for legend, _ in found for glyph in legend.optional),
        frozenset(glyph for legend, _ in found for glyph in legend.unread),
    )
    codes = {"legend-optional": "optional", "legend-unread": "unread"}
    findings = []
    for code, name in codes.items():
        place = next((ref for legend, ref in found if getattr(legend, name)), None)
        if place:
            glyphs = "".join(sorted(getattr(whole, name)))
            findings.append(finding(code, place, glyphs=glyphs))
    return whole, tuple(findings)


def with_sections(
    read: Sequence[ReadItem], sections: Mapping[tuple[int, int], str]
) -> list[ReadItem]:
    """The items with the heading that their row stands under, where there are several."""
    places = ((one, one.item.source) for one in read)
    return [
        replace(one, item=replace(one.item, section=sections.get((at.table, at.row), "")))
        for one, at in places
    ]
