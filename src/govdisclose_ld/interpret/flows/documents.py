"""The flows of a document as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from govdisclose_ld.interpret.flows.headers import joined_header
from govdisclose_ld.interpret.flows.names import known_names, with_names
from govdisclose_ld.interpret.flows.parts import Knowledge, Part
from govdisclose_ld.interpret.flows.rows import is_even, part_row, text_stretch
from govdisclose_ld.interpret.flows.text import Bare, bare
from govdisclose_ld.interpret.headers import Header, find_header
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Cell, Column, Document, Row, Table

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
    wholes = [bare(row.texts[0]) for row in table.rows[count:]]
    stretches = [text_stretch(whole, header.columns) for whole in wholes]
    even = is_even([stretch for stretch in stretches if stretch])
    parted = _told(wholes, header.columns, Knowledge(known_names(outline), even=even))
    if not any(_is_told(part) for parts in parted for part in parts):
        return table
    numbered = enumerate(zip(table.rows[count:], wholes, parted, strict=True), len(head) + 1)
    rows = (
        Row(number, tuple(cell for part in parts for cell in _cells(part, whole, number)), row.line)
        for number, (row, whole, parts) in numbered
    )
    return replace(table, rows=(*head, *rows))


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
    yield Cell(whole.cut(part.start, part.end), column_span=span)
    yield from (Cell("", anchor=(row, part.first + 1)) for _ in range(span - 1))
