"""A catalog as a printed document in the layout of the national template (国办发〔2019〕54号)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from govdisclose_ld.model import Catalog, Document, Item, Matter, Paragraph, Row, Table
from govdisclose_ld.writers.choices import Source, channel_text, glyphs, tick_boxes
from govdisclose_ld.writers.columns import Slot, choice_of, slots
from govdisclose_ld.writers.grid import Box, lay_out
from govdisclose_ld.writers.pages import absent_fields, parts
from govdisclose_ld.writers.prose import lines, spared_fields

_Rows = list[list[Box]]


@dataclass(frozen=True, slots=True)
class Printed:
    """The document to print, its title, and the (table, row) of its header rows."""

    document: Document
    title: str
    slots: tuple[Slot, ...]
    headers: frozenset[tuple[int, int]]


def print_catalog(catalog: Catalog) -> Printed:
    """The catalog as a title, lines of prose and one table, or one table for each section.

    A label of matters that was inferred stays blank, one that a correction settled is printed;
    both a settled time limit and agency stand as the correction has them.
    """
    columns = slots(catalog)
    title, *others = lines(catalog)
    blocks: list[Paragraph | Table] = [Paragraph(title), *map(Paragraph, others)]
    headers: set[tuple[int, int]] = set()
    printer = _Printer(catalog, columns)
    for number, (heading, runs) in enumerate(parts(catalog), 1):
        if number == 1 and Paragraph(heading) in blocks:
            blocks.remove(Paragraph(heading))
        blocks += [Paragraph(heading)] if heading else []
        rows, heads = printer.rows(runs)
        blocks.append(Table(number, rows, heading))
        headers |= {(number, row) for row in heads}
    document = Document(catalog.document.name, "", "", 0, tuple(blocks))
    return Printed(document, title, columns, frozenset(headers))


class _Printer:
    """Prints items in the columns of one catalog."""

    def __init__(self, catalog: Catalog, columns: tuple[Slot, ...]):
        self._source = Source(catalog)
        self._slots = columns
        self._grouped = any(slot.group for slot in columns)
        self._spared = spared_fields(catalog.items)
        self._right = {(c.key, c.field): c.right for c in catalog.corrections}

    def rows(self, runs: Sequence[Sequence[Item]]) -> tuple[tuple[Row, ...], frozenset[int]]:
        """The rows of one table, and which of them are header rows."""
        rows: _Rows = []
        heads: set[int] = set()
        for run in runs:
            header = self._header(absent_fields(run[0]) if run else frozenset())
            heads |= set(range(len(rows) + 1, len(rows) + len(header) + 1))
            rows += header
            heights = [_heights(run, slot) for slot in self._slots]
            for place, item in enumerate(run):
                tall = {
                    slot: spans[place] for slot, spans in zip(self._slots, heights, strict=True)
                }
                rows.append(list(self._item(item, tall)))
        return lay_out(rows, len(self._slots)), frozenset(heads)

    def _header(self, absent: frozenset[str]) -> _Rows:
        """Two header rows, or one where no heading stands over several columns."""
        if not self._grouped:
            return [[Box("" if s.field in absent else s.heading) for s in self._slots]]
        upper: list[Box] = []
        lower: list[Box] = []
        for group, members in groupby(self._slots, key=lambda slot: (slot.group, slot.field)):
            columns = list(members)
            if group[0] and group[1] not in absent:
                upper.append(Box(group[0], width=len(columns)))
                lower += [Box(slot.heading) for slot in columns]
            else:
                upper += [Box("" if s.field in absent else s.heading, height=2) for s in columns]
        return [upper, lower]

    def _item(self, item: Item, tall: Mapping[Slot, int]) -> Iterator[Box]:
        for (field, group), members in groupby(self._slots, key=lambda s: (s.field, s.group)):
            columns = list(members)
            if field == "matters":
                yield from (_matter(item, s.level, tall[s]) for s in columns if tall[s])
            elif group:
                terms = [slot.term for slot in columns if slot.term]
                text = self._source.text(item, field)
                glyph = glyphs(field, self._spared)
                yield from tick_boxes(choice_of(item, field), terms, text, glyph)
            else:
                yield from (Box(self._text(item, slot)) for slot in columns)

    def _text(self, item: Item, slot: Slot) -> str:
        if slot.field == "extra":
            texts = [extra.text for extra in item.extra if extra.heading == slot.heading]
            return texts[slot.place] if slot.place < len(texts) else ""
        if slot.field == "channels":
            text = self._source.text(item, "channels")
            return channel_text(item.channels, text, glyphs("channels", self._spared))
        printed = {
            "ordinal": item.ordinal,
            "content": item.content.text,
            "basis": item.basis.text,
            "time_limit": item.time_limit.text,
            "agency": item.agency.text,
            "site_section": item.site_section.text,
        }
        return self._right.get((item.key, slot.field), printed[slot.field])


def _settled(item: Item, level: int) -> Matter | None:
    """The matter of a level that is printed for the item or that a correction has settled."""
    return next((m for m in item.matters if m.level == level and m.inference is None), None)


def _matter(item: Item, level: int, height: int) -> Box:
    matter = _settled(item, level)
    return Box(matter.label if matter else "", height=height)


def _heights(run: Sequence[Item], slot: Slot) -> list[int]:
    """How many rows the cell of each item takes; 0 where the cell above reaches over it."""
    heights = [1] * len(run)
    top = 0
    for place in range(1, len(run)) if slot.field == "matters" else ():
        above, here = (_settled(run[i], slot.level) for i in (place - 1, place))
        if above and here and _is_one_cell(above, here):
            heights[top] += 1
            heights[place] = 0
        else:
            top = place
    return heights


def _is_one_cell(above: Matter, here: Matter) -> bool:
    """Whether two rows share one merged cell, in the source or since a correction says so."""
    if above.label != here.label:
        return False
    return above.cell == here.cell or bool(above.correction or here.correction)
