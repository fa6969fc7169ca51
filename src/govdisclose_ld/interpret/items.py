"""From a placed row to an item: each field read by its own grammar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from govdisclose_ld.interpret.agencies import doubt_agencies, read_agencies
from govdisclose_ld.interpret.choice_cells import Habit, Printed
from govdisclose_ld.interpret.choices import read_choice
from govdisclose_ld.interpret.citations import read_citations
from govdisclose_ld.interpret.deadlines import read_time_limit, with_unit
from govdisclose_ld.interpret.elements import read_elements
from govdisclose_ld.interpret.kinds import kinds
from govdisclose_ld.interpret.notices import finding, located
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.interpret.wording import (
    fold,
    is_none,
    is_number,
    key,
    slashed_parts,
    squeeze,
    without_continued,
)
from govdisclose_ld.model import (
    Agency,
    CellRef,
    Choice,
    Extra,
    Finding,
    Item,
    Matter,
    Text,
    TimeLimit,
)


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item as its row alone tells it, and what was noticed; matters are the printed ones."""

    item: Item
    findings: tuple[Finding, ...]


def read_item(
    row: PlacedRow, habits: Mapping[str, Habit], optional: frozenset[str] = frozenset()
) -> ReadItem:
    """The item of one row. Nothing of other rows goes in but merged cells and dittos.

    ``optional`` are the glyphs that the catalog's legend declares optional.
    """
    findings: list[Finding] = list(row.findings)
    content, basis = _text(row.of("content")), _text(row.of("basis"))
    agency = _text(row.of("agency"))
    citations, noticed = read_citations(basis.text)
    findings += located(noticed, _place(basis, row))
    for cell in row.of("agency"):
        findings += located(doubt_agencies(cell.text), cell.ref)
    limit, limit_findings = _time_limit(row)
    choices = {field: _choice(field, row, habits[field], findings) for field in habits}
    ordinal, ordinal_findings = _ordinal(row)
    matters = tuple(_printed_matters(row))
    item = Item(
        key=item_key(row),
        source=_source(row),
        line=row.row.line,
        ordinal=ordinal,
        matters=matters,
        content=content,
        elements=read_elements(content.text, optional),
        basis=basis,
        legal_bases=citations,
        time_limit=limit,
        agency=agency,
        agencies=_agencies(row.of("agency")),
        site_section=_text(row.of("site_section")),
        channels=choices["channels"],
        audience=choices["audience"],
        mode=choices["mode"],
        level=choices["level"],
        extra=tuple(_extra(row)),
    )
    findings += [finding("matter-is-number", cell.ref, text=cell.text) for cell in _numbers(row)]
    return ReadItem(item, (*findings, *limit_findings, *ordinal_findings))


def item_key(row: PlacedRow) -> str:
    """A digest of the words that the row itself prints under matters and content.

    It identifies the item within its catalog; neither a row's number nor an inference touches it.
    """
    named = (*row.of("matters"), *row.of("content"))
    shared = {cell.ref for cell in named if cell.shared}
    own = [cell.text for cell in named] + [text for text, ref in row.untaken if ref in shared]
    words = "\x1f".join(fold(text) for text in own if text.strip())
    return sha256(words.encode()).hexdigest()[:12]


def with_choice(item: Item, name: str, choice: Choice) -> Item:
    """The item with one of its fields of choices replaced."""
    if name == "channels":
        return replace(item, channels=choice)
    if name == "audience":
        return replace(item, audience=choice)
    if name == "mode":
        return replace(item, mode=choice)
    return replace(item, level=choice)


def _source(row: PlacedRow) -> CellRef:
    return CellRef(_document(row), row.segment.table.number, row.row.number)


def _document(row: PlacedRow) -> str:
    return row.cells[0].ref.document if row.cells else row.untaken[0][1].document


def _text(cells: Sequence[Printed]) -> Text:
    filled = [cell.text for cell in cells if cell.text.strip()]
    return Text("\n".join(filled), tuple(cell.ref for cell in cells))


def _agencies(cells: Sequence[Printed]) -> tuple[Agency, ...]:
    """The agencies of one cell after the other: no name runs over from 责任单位 into 责任科室."""
    return tuple(dict.fromkeys(one for cell in cells for one in read_agencies(cell.text)))


def _place(text: Text, row: PlacedRow) -> CellRef:
    return text.cells[0] if text.cells else CellRef(_document(row), row.segment.table.number)


def _time_limit(row: PlacedRow) -> tuple[TimeLimit, tuple[Finding, ...]]:
    cells = row.of("time_limit")
    printed = _text(cells)
    heading = cells[0].column.heading if cells else ""
    limit, notices = read_time_limit(with_unit(printed.text, heading))
    placed = TimeLimit(
        printed.text,
        limit.rules,
        limit.retention,
        limit.retention_scope,
        limit.exception,
        limit.vague,
        limit.inherited,
        printed.cells,
    )
    return placed, located(notices, _place(printed, row))


def _choice(field: str, row: PlacedRow, habit: Habit, findings: list[Finding]) -> Choice:
    columns = row.segment.header.of(field)
    choice, noticed = read_choice(field, row.of(field), columns, habit)
    for one, ref in noticed:
        findings += located([one], ref)
    return choice


def _ordinal(row: PlacedRow) -> tuple[str, tuple[Finding, ...]]:
    cells = row.of("ordinal")
    text = squeeze(cells[0].text) if cells else ""
    if not text and row.segment.header.of("ordinal"):
        return "", (finding("ordinal-missing", cells[0].ref if cells else _source(row)),)
    if not text:
        return "", ()
    usual = "ordinal" in kinds(text)
    return text, () if usual else (finding("ordinal-unreadable", cells[0].ref, text=text),)


def _printed_matters(row: PlacedRow) -> Iterator[Matter]:
    for cell in sorted(row.of("matters"), key=lambda c: c.column.level):
        slashed = cell.column.number in row.segment.header.slashed
        parts = slashed_parts(cell.text) if slashed else (squeeze(cell.text),)
        for level, part in enumerate(parts, cell.column.level):
            label = without_continued(part)
            if key(label) and not is_none(label) and not is_number(label):
                yield Matter(level, label, cell.ref)


def _numbers(row: PlacedRow) -> tuple[Printed, ...]:
    """The cells of matters that print a number alone: an ordinal stands in a column of names."""
    return tuple(cell for cell in row.of("matters") if is_number(cell.text))


def _extra(row: PlacedRow) -> Iterator[Extra]:
    numbers = _numbers(row)
    for cell in row.cells:
        if (not cell.column.field and cell.text.strip()) or cell in numbers:
            yield Extra(cell.column.heading, cell.text, cell.ref)
    for text, ref in row.untaken:
        yield Extra("", text, ref)
