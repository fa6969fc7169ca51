"""The flows of a document as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from govdisclose_ld.interpret.flows.headers import joined_header
from govdisclose_ld.interpret.flows.lines import row_texts, with_lines
from govdisclose_ld.interpret.flows.names import known_names, with_names
from govdisclose_ld.interpret.flows.parts import Knowledge, Part
from govdisclose_ld.interpret.flows.rows import is_even, ordinal_end, part_row, text_stretch
from govdisclose_ld.interpret.flows.text import Bare, bare
from govdisclose_ld.interpret.headers import Header, find_header
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Cell, Column, Document, Row, Table

_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_MOST_HEADER_LINES = 60
_ROUNDS = 3
_DISORDER = ("heading-conflict", "column-repeated")


def part_flows(document: Document, outline: Mapping[str, tuple[str, ...]]) -> Document:
    """The document with the cells of its flows parted; a flow is left as it is whose header
    cannot be read or does not begin with the ordinals, or of which nothing but these is told.

    A cell over several columns is text that nothing divides. No text is lost or moved.
    """
    if not any(table.joined for table in document.tables):
        return document
    blocks = (
        _parted(block, document.name, outline)
        if isinstance(block, Table) and block.joined
        else block
        for block in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def _parted(table: Table, document: str, outline: Mapping[str, tuple[str, ...]]) -> Table:
    count = next(
        (n for n, row in enumerate(table.rows) if row.texts[0].lstrip()[:1].isdecimal()), 0
    )
    printed = "\n".join(row.texts[0] for row in table.rows[:count])
    head = joined_header(printed, table.rows[0].line) if count <= _MOST_HEADER_LINES else ()
    header = find_header(replace(table, rows=head), 1, document) if head else None
    if header is None or header.columns[0].field != "ordinal" or _is_disordered(header):
        return table
    spaced = _is_spaced(table.rows[:count])
    known = Knowledge(known_names(outline), lines=count >= len(header.columns))
    printed_rows = list(_rows(table.rows[count:], header.columns, known, spaced=spaced))
    wholes = [whole for _, whole in printed_rows]
    parted = _told(wholes, header.columns, _with_evenness(wholes, header.columns, known))
    if not any(_is_told(part) for parts in parted for part in parts):
        return table
    numbered = enumerate(zip(printed_rows, parted, strict=True), len(head) + 1)
    rows = (
        Row(number, tuple(cell for part in parts for cell in _cells(part, whole, number)), line)
        for number, ((line, whole), parts) in numbered
    )
    return replace(table, rows=(*head, *rows))


def _rows(
    rows: Sequence[Row], columns: tuple[Column, ...], known: Knowledge, *, spaced: bool
) -> Iterator[tuple[int, Bare]]:
    """The line and text of each row; where cells end with their lines, of those without an ordinal
    too."""
    for row in rows:
        whole = bare(row.texts[0], blank_lines=spaced)
        texts = row_texts(whole, columns, ordinal_end(whole)) if known.lines else []
        yield from ((row.line, bare(text, blank_lines=spaced)) for text in texts or [row.texts[0]])


def _is_spaced(rows: Sequence[Row]) -> bool:
    """Whether blank lines part the lines of a header."""
    apart = [after.line - row.line > 1 for row, after in pairwise(rows)]
    return sum(apart) * 2 > len(apart)


def _with_evenness(
    wholes: Sequence[Bare], columns: tuple[Column, ...], known: Knowledge
) -> Knowledge:
    """What is known, and whether as many pieces as columns show where names end."""
    if known.lines:
        starts = [ordinal_end(whole) for whole in wholes]
        return with_lines(wholes, columns, starts, known)
    stretches = [text_stretch(whole, columns) for whole in wholes]
    return replace(known, even=is_even([stretch for stretch in stretches if stretch]))


def _is_told(part: Part) -> bool:
    """Whether a part is a cell that says something besides the ordinal."""
    return bool(part.first) and part.first == part.last and part.start < part.end


def _is_disordered(header: Header) -> bool:
    """Whether headings stand where they cannot: the rows of the header were not told apart."""
    return any(found.code in _DISORDER for found in header.findings)


def _told(
    wholes: Sequence[Bare], columns: tuple[Column, ...], known: Knowledge
) -> list[tuple[Part, ...]]:
    """The parts of all rows; a name or legal basis that one row tells for sure helps the others."""
    parted = list(_in_turn(wholes, columns, known))
    for _ in range(_ROUNDS):
        learned = _learned(wholes, parted, columns, known)
        if learned == known:
            break
        known = learned
        parted = list(_in_turn(wholes, columns, known))
    return parted


def _in_turn(
    wholes: Sequence[Bare], columns: tuple[Column, ...], known: Knowledge
) -> Iterator[tuple[Part, ...]]:
    """The parts of each row, read with the first-level name above it, if that is told."""
    first = next((n for n, column in enumerate(columns) if column.level == 1), None)
    for whole in wholes:
        parts = part_row(whole, columns, known)
        yield parts
        own = next((part for part in parts if first in range(part.first, part.last + 1)), None)
        if own is None or own.start < own.end:
            told = own is not None and own.first == own.last
            name = whole.text[own.start : own.end] if own and told else ""
            known = replace(known, above=name)
        elif known.above is None:
            known = replace(known, above="")


def _learned(
    wholes: Sequence[Bare],
    parted: Sequence[Sequence[Part]],
    columns: tuple[Column, ...],
    known: Knowledge,
) -> Knowledge:
    told = [
        (columns[part.first], whole.text[part.start : part.end])
        for whole, parts in zip(wholes, parted, strict=True)
        for part in parts
        if part.first == part.last and part.start < part.end
    ]
    names = [(column.level, text) for column, text in told if column.field == "matters"]
    bases = {key(text) for column, text in told if column.field == "basis"}
    return replace(known, names=with_names(known.names, names), bases=known.bases | bases)


def _cells(part: Part, whole: Bare, row: int) -> Iterator[Cell]:
    span = part.last - part.first + 1
    text = _BLANK_LINES.sub("\n", whole.cut(part.start, part.end))
    yield Cell(text, column_span=span)
    yield from (Cell("", anchor=(row, part.first + 1)) for _ in range(span - 1))
