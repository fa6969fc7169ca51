"""Header rows: where they stand in a table, and which field each column is.

Each segment of a table is read by its own header. A header may take several rows; the words of
the rows above a column are its path, the lowest words decide.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from govdisclose_ld.interpret.heading_paths import column_paths, ordered_paths
from govdisclose_ld.interpret.headings import SURE, Match, field_label, match_heading, match_option
from govdisclose_ld.interpret.layouts import TableLayout
from govdisclose_ld.interpret.marks import bare_mark, has_marks
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.wording import number, squeeze
from govdisclose_ld.model import CellRef, Column, Finding, Row, Table

_SINGLE = frozenset({"ordinal", "content", "time_limit", "site_section", "channels", "basis"})
_MOST_ROWS = 4


@dataclass(frozen=True, slots=True)
class Header:
    """The header of one segment: its first and last row number and its columns."""

    table: int
    first: int
    last: int
    columns: tuple[Column, ...]
    findings: tuple[Finding, ...] = ()

    def of(self, field: str) -> tuple[Column, ...]:
        """The columns of one field, left to right."""
        return tuple(column for column in self.columns if column.field == field)


def find_header(table: Table, start: int, document: str) -> Header | None:
    """The header that begins at row ``start`` (1-based) of the table, None if that is no header."""
    rows = table.rows[start - 1 : start - 1 + _MOST_ROWS]
    if not rows or not _is_top(rows[0]):
        return None
    depth = 1
    while depth < len(rows) and _is_lower(rows[depth], rows[depth - 1]):
        depth += 1
    ref = CellRef(document, table.number, start + depth - 1)
    width = max(len(row.cells) for row in rows[:depth])
    header = _header(column_paths(rows[:depth], width), ref, start)
    ordered = ordered_paths(rows[:depth])
    realigned = _header(list(ordered), ref, start) if ordered else header
    if _disorder(header) <= _disorder(realigned):
        return header
    found = finding("header-realigned", replace(ref, column=0))
    return replace(realigned, findings=(found, *realigned.findings))


def _disorder(header: Header) -> int:
    """How many headings are unknown where they stand, or stand under one of another kind."""
    conflicts = sum(1 for found in header.findings if found.code == "heading-conflict")
    return conflicts + sum(1 for c in header.columns if c.heading and not (c.field or c.score))


def told_header(table: Table, told: TableLayout, document: str) -> Header:
    """The header that a layout file tells: its rows, and its columns over what they print."""
    first, last = told.header or (1, 0)
    rows = table.rows[first - 1 : last]
    paths = column_paths(rows, table.width)
    read = _header(paths, CellRef(document, table.number, last), first)
    return with_told_columns(replace(read, last=last), told)


def with_told_columns(header: Header, told: TableLayout) -> Header:
    """The header with those columns replaced that a layout file names."""
    columns = tuple(
        replace(column, field=t.field, level=t.level, terms=t.terms, score=1.0)
        if (t := told.columns.get(column.number))
        else column
        for column in header.columns
    )
    open_ = tuple(f for f in header.findings if f.ref.column not in told.columns)
    return replace(header, columns=columns, findings=open_)


def _is_top(row: Row) -> bool:
    words = [squeeze(cell.text) for cell in row.cells if cell.text.strip()]
    if any(number(word) is not None for word in words):
        return False
    known = [match for match in map(match_heading, words) if match]
    sure = [match for match in known if match.score == 1.0 or match.level]
    if len({(match.field, match.level) for match in known}) < 2 or not sure:
        return False
    options = sum(1 for word in words if not match_heading(word) and match_option(word))
    return len(known) + options >= max(2, 0.6 * len(words)) or len(sure) >= 4


def _is_lower(row: Row, above: Row) -> bool:
    """Whether a row goes on with the header above it: all that it prints are headings."""
    words = [(i, squeeze(cell.text)) for i, cell in enumerate(row.cells) if cell.text.strip()]
    if not words:
        return any(cell.anchor and cell.anchor[0] < row.number for cell in row.cells)
    if any(number(w) is not None or bare_mark(w) or has_marks(w) for _, w in words):
        return False
    if [cell.text for cell in row.cells] == [cell.text for cell in above.cells]:
        return True
    known = sum(1 for _, w in words if match_option(w, "channels") or match_heading(w))
    return known >= max(1, 0.6 * len(words))


def _header(paths: list[tuple[str, ...]], ref: CellRef, first: int) -> Header:
    columns: list[Column] = []
    findings: list[Finding] = []
    for number_, path in enumerate(paths, 1):
        place = replace(ref, column=number_)
        match, found = _match(path, place)
        column = Column(ref.table, number_, path[-1] if path else "")
        if match:
            column, repeated = _placed(column, match, columns, place)
            found += repeated
        columns.append(column)
        findings += found
    return Header(ref.table, first, ref.row, tuple(columns), tuple(findings))


def _match(path: tuple[str, ...], place: CellRef) -> tuple[Match | None, list[Finding]]:
    if not path:
        return None, []
    leaf, parent = path[-1], path[-2] if len(path) > 1 else ""
    above = match_heading(parent) if parent else None
    option = match_option(leaf, above.field if above else "")
    if option and (above or parent):
        if above and above.field != option.field:
            conflict = finding("heading-conflict", place, parent=parent, heading=leaf)
            return option, [conflict]
        return option, []
    match = match_heading(leaf)
    if option and (match is None or match.score < SURE):
        match = option  # 主动公开 alone is an option, though 主动公开事项 is near it
    if match is None and above and above.field == "matters":
        match = replace(above, score=0.6)
    if match and match.level and above and above.field not in ("matters", "extra"):
        return match, [finding("heading-conflict", place, parent=parent, heading=leaf)]
    if match and match.score < SURE:
        words = {"heading": leaf, "field": field_label(match.field), "score": f"{match.score:.2f}"}
        return match, [finding("heading-guessed", place, **words)]
    return match, []


def _placed(
    column: Column, match: Match, before: list[Column], place: CellRef
) -> tuple[Column, list[Finding]]:
    """The column with its field; matters are given the next free level, repeats become extra."""
    level = match.level
    if match.field == "matters" and not level:
        level = max((c.level for c in before), default=0) + 1
    field = "" if match.field == "extra" else match.field
    taken = any(c.field == field and (c.level, c.terms) == (level, match.terms) for c in before)
    if taken and (field in _SINGLE or match.terms or field == "matters"):
        found = finding("column-repeated", place, heading=column.heading)
        return replace(column, score=match.score), [found]
    level = level if field == "matters" else 0
    return replace(column, field=field, terms=match.terms, level=level, score=match.score), []
