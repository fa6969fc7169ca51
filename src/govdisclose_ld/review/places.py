"""Anchors of the page: every table, row and cell has one."""

from __future__ import annotations

from dataclasses import dataclass

from govdisclose_ld.markup import Markup, element
from govdisclose_ld.model import CellRef, Document, Phrase
from govdisclose_ld.review.words import say


def anchor(table: int, row: int = 0, column: int = 0) -> str:
    """``t2r3c7`` for a cell, ``t2r3`` for a row, ``t2`` for a table, ``document`` for all."""
    parts = [
        f"{sign}{number}"
        for sign, number in zip("trc", (table, row, column), strict=True)
        if number
    ]
    return "".join(parts) or "document"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the cells of a document stand on the page."""

    document: Document

    def link(self, ref: CellRef) -> Markup:
        """A link to the place of a finding, named in words."""
        return element("a", self.name(ref), href=f"#{self.target(ref)}")

    def target(self, ref: CellRef) -> str:
        """The anchor of a place: that of the merged cell which covers it, or of what holds it."""
        for table in self.document.tables:
            if table.number != ref.table:
                continue
            if not 0 < ref.row <= len(table.rows):
                return anchor(ref.table)
            cells = table.rows[ref.row - 1].cells
            if not 0 < ref.column <= len(cells):
                return anchor(ref.table, ref.row)
            return anchor(ref.table, *(cells[ref.column - 1].anchor or (ref.row, ref.column)))
        return anchor(0)

    @staticmethod
    def name(ref: CellRef) -> Phrase:
        """A place as a clerk counts it: 表 2 行 3 列 7."""
        named = (("table", ref.table), ("row", ref.row), ("column", ref.column))
        parts = [(say(name), number) for name, number in named if number]
        if not parts:
            return say("document")
        return Phrase(" ".join(f"{word.zh}{number}" for word, number in parts))
