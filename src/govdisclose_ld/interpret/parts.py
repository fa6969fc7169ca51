"""Parts of tables: rows under one header, and the header that a part without one is read by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govdisclose_ld.interpret.headers import Header, find_header, header_at, with_told_columns
from govdisclose_ld.interpret.inferred_headers import infer_header
from govdisclose_ld.interpret.kinds import fit
from govdisclose_ld.interpret.layouts import Layout, TableLayout
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.model import CellRef, Column, Document, Finding, Row, Table

_FIT, _FIT_AHEAD = 2.0, 3.0
_FOREIGN, _NEARLY_ALL = -1.5, 0.8


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a table with the header above them, if one is printed or told by a layout file.

    ``is_above_header`` tells that the table has a header further down.
    """

    table: Table
    told: TableLayout | None
    header: Header | None
    rows: tuple[Row, ...]
    is_above_header: bool = False

    def place(self, document: str) -> CellRef:
        """Its whole table; above a header, its first row that is no line of one text."""
        if not self.is_above_header:
            return CellRef(document, self.table.number)
        rows = [row for row in self.rows if not _is_line(row)] or self.rows
        return CellRef(document, self.table.number, rows[0].number if rows else 0)


def parts_of(document: Document, layout: Layout | None) -> Iterator[Part]:
    """The parts of all tables in reading order; a table that a layout file skips has none."""
    for table in document.tables:
        told = layout.tables.get(table.number) if layout else None
        if told and told.skip:
            continue
        parts = list(_parts(table, document.name, told))
        for place, (header, rows) in enumerate(parts):
            above = header is None and place + 1 < len(parts)
            yield Part(table, told, header, rows, is_above_header=above)


def header_for(
    part: Part,
    document: str,
    *,
    carried: Header | None,
    ahead: Header | None,
    below: Sequence[Part],
) -> tuple[Header | None, list[Finding]]:
    """The header that a part is read by, and what to say of it.

    It is the part's own, else that of the part before (``carried``), where there is none the first
    one of the document (``ahead``), else one that its cells prove, with those of the parts
    ``below`` where they are few; what a layout file tells of the columns outranks all of them.
    """
    if part.header and any(column.field for column in part.header.columns):
        return part.header, [*part.header.findings]
    if part.told and _tells_all(part.told, part.table):
        return with_told_columns(_blank(part.table), part.told), []
    header, findings = _of_others(part, document, carried, ahead)
    if header is None and not part.is_above_header:
        header = _inferred(part, document, below) or part.header
        findings = [*header.findings] if header else []
    if part.told is None or not part.told.columns or part.is_above_header:
        return header, findings
    return with_told_columns(header or _blank(part.table), part.told), findings


def _tells_all(told: TableLayout, table: Table) -> bool:
    """Whether a layout file says that no header is printed and what every column is."""
    return told.headers == () and len(told.columns) == table.width


def _inferred(part: Part, document: str, below: Sequence[Part]) -> Header | None:
    pages = [one.rows for one in below if not one.header]
    told = part.header
    heads = part.table.rows[told.first - 1 : told.last] if told else ()
    return infer_header(part.table, part.rows, document, pages=pages, heads=heads)


def _of_others(
    part: Part, document: str, carried: Header | None, ahead: Header | None
) -> tuple[Header | None, list[Finding]]:
    if part.header:
        return None, []
    before = _moved(carried, part, _FIT) if carried else None
    if before:
        return before, [finding("header-missing", part.place(document))]
    behind = _moved(ahead, part, _FIT_AHEAD) if ahead and not carried else None
    if behind:
        return behind, [finding("header-borrowed", part.place(document))]
    return None, []


def without_lines(header: Header, rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The lines of one text above the rows of a part without a printed header, and those rows."""
    body = [row for row in rows if row.number > header.last]
    first = next((row.number for row in body if not _is_line(row)), 0)
    above = (row for row in rows if row.number < first and row.number < (header.first or first))
    return tuple(above), tuple(row for row in body if row.number >= first)


def _is_line(row: Row) -> bool:
    return len({cell.text for cell in row.cells if cell.text.strip()}) < 2


def _parts(
    table: Table, document: str, told: TableLayout | None
) -> Iterator[tuple[Header | None, tuple[Row, ...]]]:
    """The table's rows under each of its headers; None for rows that come before any."""
    if told is None or told.headers is None:
        parts = _recognised(table, document)
    else:
        parts = _cut(table, told.headers, document)
    for header, rows in parts:
        yield (with_told_columns(header, told) if header and told else header), rows


def _cut(
    table: Table, headers: Sequence[tuple[int, int]], document: str
) -> Iterator[tuple[Header | None, tuple[Row, ...]]]:
    """The rows under each of the headers whose rows are told."""
    ends = [*(first for first, _ in headers), len(table.rows) + 1]
    if ends[0] > 1:
        yield None, table.rows[: ends[0] - 1]
    for (first, last), end in zip(headers, ends[1:], strict=True):
        yield header_at(table, first, last, document), table.rows[last : end - 1]


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


def _moved(header: Header, part: Part, enough: float) -> Header | None:
    """The header of another part, moved to this table, if the rows fit its columns."""
    telling = [row for row in part.rows if not _is_line(row)]
    if not telling or abs(max(len(r.cells) for r in telling) - len(header.columns)) > 1:
        return None
    fits = [
        [fit(cell.text, column) for cell, column in zip(row.cells, header.columns, strict=False)]
        for row in telling
    ]
    if sum(map(sum, fits)) / len(fits) < enough or _is_contradicted(fits):
        return None
    columns = tuple(replace(column, table=part.table.number) for column in header.columns)
    return Header(part.table.number, 0, 0, columns, by_contents=header.by_contents)


def _is_contradicted(fits: Sequence[Sequence[float]]) -> bool:
    """Whether a column reads in nearly every row like another field than the header says: the
    table is another one then, or has columns of its own."""
    width = max(map(len, fits))
    against = (
        sum(1 for row in fits if place < len(row) and row[place] <= _FOREIGN)
        for place in range(width)
    )
    return len(fits) > 1 and max(against) >= _NEARLY_ALL * len(fits)


def _blank(table: Table) -> Header:
    columns = (Column(table.number, number, "") for number in range(1, table.width + 1))
    return Header(table.number, 0, 0, tuple(columns))
