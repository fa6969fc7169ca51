"""A document that was read, to be printed again in another format."""

from __future__ import annotations

from govdisclose_ld.model import Document, Paragraph, Table
from press.sheets import Grid, Sheet, Spot


def sheet_of(document: Document) -> Sheet:
    """What a document prints: its paragraphs and its tables, cell for cell."""
    return Sheet(tuple(map(_block, document.blocks)))


def _block(block: Paragraph | Table) -> str | Grid:
    if isinstance(block, Paragraph):
        return block.text
    rows = tuple(
        tuple(
            None if c.anchor else Spot((c.text,) if c.text else (), c.row_span, c.column_span)
            for c in row.cells
        )
        for row in block.rows
    )
    return Grid(rows)
