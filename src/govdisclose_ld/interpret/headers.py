"""Header rows: where they stand in a table, and which field each column is.

Each segment of a table is read by its own header. A header may take several rows; the words of
the rows above a column are its path, the lowest words decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from govdisclose_ld.interpret.columns import SINGLE, read_columns
from govdisclose_ld.interpret.heading_paths import Path, column_paths, moved_paths, ordered_paths
from govdisclose_ld.interpret.headings import SURE, match_heading, match_option
from govdisclose_ld.interpret.kinds import fit, kinds
from govdisclose_ld.interpret.layouts import ColumnLayout, TableLayout
from govdisclose_ld.interpret.marks import bare_mark, has_marks
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.wording import number, squeeze
from govdisclose_ld.model import CellRef, Column, Finding, Row, Table, Term

_DISORDER = ("heading-conflict", "column-repeated")
_MOST_ROWS = 4
# What no heading holds: a list of elements, a citation.
_CONTENTS = re.compile(r"1[.、．)）].*2[.、．)）]|《.+》")
_TELLING = 6
"""So many rows below a header tell whether its words stand above the right columns."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of one segment: its first and last row number and its columns.

    ``by_contents`` tells that no heading names the columns but what their cells hold, ``slashed``
    are the numbers of columns whose cells hold several levels of matters, parted by slashes.
    """

    table: int
    first: int
    last: int
    columns: tuple[Column, ...]
    findings: tuple[Finding, ...] = ()
    by_contents: bool = False
    slashed: frozenset[int] = frozenset()

    def of(self, field: str) -> tuple[Column, ...]:
        """The columns of one field, left to right."""
        return tuple(column for column in self.columns if column.field == field)


def find_header(table: Table, start: int, document: str) -> Header | None:
    """The header that begins at row ``start`` (1-based) of the table, None if that is no header."""
    rows = table.rows[start - 1 : start - 1 + _MOST_ROWS]
    if not rows or not _is_top(rows[0], rows[1:]):
        return None
    depth = 1
    while depth < len(rows) and _is_lower(rows[depth], rows[:depth]):
        depth += 1
    return header_at(table, start, start + depth - 1, document)


def header_at(table: Table, first: int, last: int, document: str) -> Header:
    """The header that rows ``first`` to ``last`` of the table print, each word above the column
    that it fits best, as far as the vocabulary knows them."""
    rows = table.rows[first - 1 : last]
    ref = CellRef(document, table.number, last)
    width = max(len(row.cells) for row in rows)
    printed = _Try(column_paths(rows, width), ref, first)
    if not printed.disorder:
        return printed.header
    body = table.rows[last : last + _TELLING]
    others = [ordered_paths(rows), *moved_paths(rows, width)]
    tries = [_Try(list(paths), ref, first) for paths in others if paths]
    best = max(tries, key=lambda one: one.merit(body), default=printed)
    if best.merit(body) <= printed.merit(body):
        return printed.header
    found = finding("header-realigned", replace(ref, column=0))
    return replace(best.header, findings=(found, *best.header.findings))


class _Try:
    """One way to put the words of a header above its columns, and what speaks against it."""

    def __init__(self, paths: list[Path], ref: CellRef, first: int) -> None:
        columns, findings = read_columns(paths, ref)
        self.header = Header(ref.table, first, ref.row, columns, findings)
        codes = [found.code for found in self.header.findings]
        strange = sum(1 for path in paths if len(path) > 1 and not match_heading(path[-2]))
        unread = sum(1 for c in self.header.columns if c.heading and not (c.field or c.score))
        self.disorder = strange + unread + sum(map(codes.count, _DISORDER))

    def merit(self, body: Sequence[Row]) -> float:
        """How well the cells below fit the columns, row by row, less the disorder above them."""
        rows = [row for row in body if any(cell.text.strip() for cell in row.cells)]
        fits = (
            fit(cell.text, column)
            for row in rows
            for cell, column in zip(row.cells, self.header.columns, strict=False)
        )
        return sum(fits) / max(1, len(rows)) - self.disorder


def with_told_columns(header: Header, told: TableLayout) -> Header:
    """The header with those columns replaced that a layout file names. A column that was taken for
    what the file gives to another one is kept under its heading."""
    width = max(len(header.columns), *told.columns, 0)
    blank = (Column(header.table, n, "") for n in range(len(header.columns) + 1, width + 1))
    given = {(one.field, one.level, one.terms) for one in told.columns.values() if _is_own(one)}
    columns = tuple(_told(column, told, given) for column in (*header.columns, *blank))
    open_ = tuple(f for f in header.findings if f.ref.column not in told.columns)
    return replace(header, columns=columns, findings=open_)


def _is_own(column: ColumnLayout) -> bool:
    """Whether no two columns of a table hold the same of its kind."""
    return bool(column.terms or column.level) or column.field in SINGLE


def _told(
    column: Column, told: TableLayout, given: Set[tuple[str, int, tuple[Term, ...]]]
) -> Column:
    if one := told.columns.get(column.number):
        return replace(column, field=one.field, level=one.level, terms=one.terms, score=1.0)
    if (column.field, column.level, column.terms) in given:
        return replace(column, field="", level=0, terms=())
    return column


def _is_top(row: Row, below: Sequence[Row]) -> bool:
    words = [squeeze(cell.text) for cell in row.cells if cell.text.strip()]
    if any(number(word) is not None for word in words):
        return False
    known = [match for match in map(match_heading, words) if match]
    sure = [match for match in known if match.score == 1.0 or match.level]
    if len({(match.field, match.level) for match in known}) < 2 or not sure:
        return False
    options = sum(1 for word in words if not match_heading(word) and match_option(word))
    if len(known) + options >= max(2, 0.6 * len(words)) or len(sure) >= 4:
        return True
    return _is_confirmed(row, below)


def _is_confirmed(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row of mostly unknown headings is a header all the same: it names a matter or the
    content beside another field for sure, and the cells below read like the fields it names."""
    matches = ((place, match_heading(squeeze(cell.text))) for place, cell in enumerate(row.cells))
    sure = {place: m for place, m in matches if m and m.score >= SURE and m.field != "extra"}
    fields = {match.field for match in sure.values()}
    if len(fields) < 2 or not fields & {"matters", "content"}:
        return False
    return any(
        match.field in kinds(below_.cells[place].text)
        for below_ in below
        for place, match in sure.items()
        if place < len(below_.cells)
    )


def _is_lower(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row goes on with the header above it: all that it prints are headings."""
    words = [(i, squeeze(cell.text)) for i, cell in enumerate(row.cells) if cell.text.strip()]
    if not words:
        return any(cell.anchor and cell.anchor[0] < row.number for cell in row.cells)
    if any(_is_printed_below_headings(w) for _, w in words):
        return False
    # A row that repeats the one above belongs to it, and one that most headings reach down into.
    covered = sum(1 for cell in row.cells if cell.anchor and cell.anchor[0] < row.number)
    if row.texts == above[-1].texts or covered * 2 >= len(row.cells):
        return True
    known = [(i, w) for i, w in words if match_option(w, "channels") or match_heading(w)]
    if len(known) < max(1, 0.6 * len(words)):
        return False
    return any(_is_heading(w) and not _answers(w, i, above) for i, w in known)


def _is_printed_below_headings(words: str) -> bool:
    """Whether words are a number, boxes, a list or a citation, which no heading holds."""
    marks = bare_mark(words) is not None or has_marks(words)
    return number(words) is not None or marks or _CONTENTS.search(words) is not None


def _is_heading(words: str) -> bool:
    heading = match_heading(words)
    sure = heading is not None and heading.score >= SURE
    return sure or match_option(words, "channels") is not None


def _answers(words: str, place: int, above: Sequence[Row]) -> bool:
    """Whether words are an option below the heading of their own field alone, as an answer is:
    a heading of options spreads over several columns."""
    option = match_option(words, "channels")
    for row in reversed(above):
        cells = row.cells[place : place + 2]
        if option and cells and cells[0].text.strip():
            heading = match_heading(squeeze(cells[0].text))
            alone = len(cells) == 1 or bool(cells[1].text.strip())
            return heading is not None and heading.field == option.field and alone
    return False
