"""The heading that each row stands under, where a document has several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.fields import named_fields
from govdisclose_ld.interpret.labels import labelled
from govdisclose_ld.interpret.prose import dated
from govdisclose_ld.interpret.segments import Segmented
from govdisclose_ld.interpret.titles import plain_line, read_title
from govdisclose_ld.interpret.wording import key, squeeze, without_continued
from govdisclose_ld.model import Document, Item, Row, Table, Term

Place = tuple[int, int]
"""A table and a row of it."""

_SENTENCE_END = "。！？：；:"
_LONGEST_BAND, _WIDE = 30, 3


def read_sections(document: Document, segmented: Segmented) -> Mapping[Place, str]:
    """The heading of each row, where a document holds tables under several headings or a table has
    bands (rows that head those below them); nothing where all rows stand under one heading."""
    headings = table_headings(document, segmented)
    if not headings:
        return dict(_banded(segmented))
    return {
        (segment.table.number, row.number): headings[segment.number]
        for segment in segmented.segments
        for row in segment.rows
    }


def table_headings(document: Document, segmented: Segmented) -> Mapping[int, str]:
    """The heading of each segment, by its number, where they stand under several headings.

    A heading is the last short line before a segment that can be one, in the prose or in a row of
    its own; what follows without one, or under the same with （续）, stands under the same.
    """
    first = _first_rows(segmented)
    noted = {(s.table.number, row.number) for s in segmented.segments for row in s.notes}
    headings: dict[int, str] = {}
    heading = ""
    for line, place in _lines(document, segmented):
        if place in first:
            headings[first[place]] = heading
        elif _is_heading(line) and (place not in noted or _names_a_part(line)):
            heading = line
    return headings if len(set(headings.values())) > 1 else {}


def section_field(heading: str) -> Term | None:
    """The one field that a heading says its tables are of: 二、养老服务, (三)…领域…目录."""
    named = named_fields(heading)
    words = key(heading)
    forms = [form for form, terms in code_list("field").forms.items() if terms == named]
    says = read_title(heading) or any(words.endswith((f, f"{f}领域".casefold())) for f in forms)
    return named[0] if len(named) == 1 and says else None


def with_fields(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items of a catalog of several fields, each with the field that its heading names, or a
    cell of a column of fields (公开领域)."""
    columns = frozenset(_words()["heading"]["fields"])
    return tuple(replace(one, field=_field_of(one, columns)) for one in items)


def _field_of(item: Item, columns: frozenset[str]) -> Term | None:
    cells = [extra.text for extra in item.extra if squeeze(extra.heading) in columns]
    return next(filter(None, map(section_field, [item.section, *cells])), None)


def _first_rows(segmented: Segmented) -> dict[Place, int]:
    filled = (segment for segment in segmented.segments if segment.rows)
    return {(one.table.number, one.rows[0].number): one.number for one in filled}


def _lines(document: Document, segmented: Segmented) -> Iterator[tuple[str, Place]]:
    """Paragraphs and the rows of tables in reading order, with their places: the line of a row that
    neither is an item nor heads columns, and prints one text alone. The name of a sheet is a line
    if it names a field (Sheet1 does not)."""
    known = {(s.table.number, row.number) for s in segmented.segments for row in s.rows}
    headers = {s.header for s in segmented.segments}
    known |= {(one.table, row) for one in headers for row in range(one.first, one.last + 1)}
    for block in document.blocks:
        if not isinstance(block, Table):
            yield without_continued(plain_line(block.text)), (0, 0)
            continue
        if named_fields(block.name):
            yield plain_line(block.name), (0, 0)
        for row in block.rows:
            place = (block.number, row.number)
            text = "" if place in known else _only_text(row)
            yield without_continued(plain_line(text)), place


def _only_text(row: Row) -> str:
    texts = {cell.text for cell in row.cells if cell.text.strip()}
    return texts.pop() if len(texts) == 1 else ""


def _is_heading(line: str) -> bool:
    """Whether a line can head a table: short, no sentence, no note, none of what every page prints
    (its number, 续表, the way to it) and none of what a document says of itself under labels."""
    words, notes = _words(), "|".join(knowledge("vocabulary/columns.yml")["notes"])
    short = 0 < len(line) <= words["title"]["longest"] and line[-1] not in _SENTENCE_END
    others = (words["heading"]["page"], words["document_number"], rf"({notes})[:：]")
    told = any(re.match(pattern, line) for pattern in others)
    trail = re.search(words["title"]["trail"], line)
    return short and not (told or trail or dated(line) or labelled(line))


def _names_a_part(line: str) -> bool:
    """Whether a row below items says that a part begins: it is a title or names a field."""
    return read_title(line) is not None or bool(named_fields(line))


def _banded(segmented: Segmented) -> Iterator[tuple[Place, str]]:
    band = ""
    for segment in segmented.segments:
        notes = {row.number: row for row in segment.notes}
        for number in sorted({*notes, *(row.number for row in segment.rows)}):
            if number in notes:
                band = _band(notes[number]) or band
            elif band:
                yield (segment.table.number, number), band


def _band(row: Row) -> str:
    """The words of a row that heads those below it: numbered, or spread over the table."""
    line = squeeze(_only_text(row))
    if not _is_heading(line) or len(line) > _LONGEST_BAND:
        return ""
    wide = any(cell.column_span >= _WIDE for cell in row.cells)
    return line if wide or re.match(_words()["title"]["numbered"], line) else ""


def _words() -> dict[str, Any]:
    words: dict[str, Any] = knowledge("vocabulary/metadata.yml")
    return words
