"""A Word document in reading order: paragraphs, tables, and text boxes where they are anchored."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from govdisclose_ld.readers.docx.numbering import Numbering
from govdisclose_ld.readers.docx.runs import (
    Hidden,
    Picture,
    alternative,
    checkbox,
    inlines,
)
from govdisclose_ld.readers.docx.tables import WordCell, WordRow, cell_spans, rows_of
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.grid import Printed, PrintedRow, lay_out
from govdisclose_ld.readers.packages import local
from govdisclose_ld.readers.symbols import OBJECT

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})


class Story:
    """Adds what Word prints to a draft; numbers are counted along the way."""

    def __init__(self, draft: Draft, numbering: Numbering):
        self._draft = draft
        self._numbering = numbering
        self._hidden = 0

    def add(self, container: Element) -> None:
        """Add the paragraphs and tables of a body, cell, text box or note."""
        for block in blocks(container):
            if isinstance(block, str):
                self._draft.add_paragraph(block)
            elif local(block) == "tbl":
                self._add_table(block)
            else:
                self._add_paragraph(block)

    def close(self) -> None:
        """Report what was hidden."""
        if self._hidden:
            self._draft.note("hidden-text", count=self._hidden)

    def _add_paragraph(self, paragraph: Element) -> None:
        text, boxes = self._read(paragraph)
        for line in text.splitlines():
            if line.strip():
                self._draft.add_paragraph(line.strip())
        for box in boxes:
            self.add(box)

    def _read(self, paragraph: Element, picture: str = "") -> tuple[str, list[Element]]:
        """The text of a paragraph, with ``picture`` for each picture, and the text boxes in it."""
        parts, boxes = [self._numbering.label(paragraph)], []
        for inline in inlines(paragraph):
            if isinstance(inline, str):
                parts.append(inline)
            elif isinstance(inline, Hidden):
                self._hidden += bool(inline.text.strip())
            elif isinstance(inline, Picture):
                parts.append(picture)
            else:
                boxes.append(inline)
        return "".join(parts), boxes

    def _add_table(self, table: Element) -> None:
        rows = rows_of(table)
        if max((len(row.cells) for row in rows), default=0) < 2:
            for cell in (cell for row in rows for cell in row.cells):
                self.add(cell.element)
            return
        spans = cell_spans(rows)
        printed = [
            self._printed_row(row, number, spans) for number, row in enumerate(rows, start=1)
        ]
        self._draft.add_table(lay_out(printed, self._draft))

    def _printed_row(
        self, row: WordRow, number: int, spans: dict[tuple[int, int], int]
    ) -> PrintedRow:
        self._draft.check_columns(len(row.cells), row=number)
        if row.hidden:
            self._draft.note("hidden-row", table=self._draft.next_table, row=number)
        cells = [Printed("")] * row.skipped
        for cell in row.cells:
            height = spans.get((number, cell.column), 0)
            text = self._cell_text(cell, number)
            if height:
                cells.append(Printed(text, height, cell.span))
            else:
                self._hidden += bool(text)
        return PrintedRow(tuple(cells))

    def _cell_text(self, cell: WordCell, row: int) -> str:
        if cell.mark:
            return cell.mark
        lines = self._lines(cell.element, row)
        return "\n".join(line.strip() for line in lines if line.strip())

    def _lines(self, container: Element, row: int) -> Iterator[str]:
        """The lines of a cell; nested tables give a line for each of their rows."""
        for block in blocks(container):
            if isinstance(block, str):
                yield block
            elif local(block) == "tbl":
                self._draft.note("nested-table", table=self._draft.next_table, row=row)
                for nested in rows_of(block):
                    parts = (" ".join(self._lines(cell.element, row)) for cell in nested.cells)
                    yield " ".join(part.strip() for part in parts if part.strip())
            else:
                text, boxes = self._read(block, OBJECT)
                yield from text.splitlines()
                if boxes and text.strip():
                    self._draft.note("text-box-in-cell", table=self._draft.next_table, row=row)
                for box in boxes:
                    yield from self._lines(box, row)


def blocks(container: Element) -> Iterator[Element | str]:
    """The paragraphs and tables of a container, and the marks of check boxes that stand as
    blocks; deleted ones are left out."""
    for block in container:
        name = local(block)
        if name in {"p", "tbl"}:
            yield block
        elif name == "sdt" and (mark := checkbox(block)):
            yield mark
        elif name == "AlternateContent":
            yield from blocks(alternative(block))
        elif name in _WRAPPERS:
            yield from blocks(block)
