"""What a document prints, before anybody asks what it means: tables of cells among prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govdisclose_ld.model.findings import CellRef, Finding


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as printed.

    ``row_span`` and ``column_span`` count the grid cells that a merged cell takes. The cells
    that it covers are present too, with empty text and ``anchor`` telling the (row, column) of
    the cell that is printed there.
    """

    text: str
    row_span: int = 1
    column_span: int = 1
    anchor: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row; ``number`` counts from 1 within its table, headers included.

    ``line`` is the line of the source file where it starts, 0 where files have no lines.
    """

    number: int
    cells: tuple[Cell, ...]
    line: int = 0

    @property
    def texts(self) -> tuple[str, ...]:
        """The printed text of every cell."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """One printed table, or one page segment of it; ``number`` counts from 1 in the document.

    ``joined`` tells that nothing surely parts its cells: as read, each line of the header and each
    row is one cell; the interpreter parts them as far as their wording tells.
    """

    number: int
    rows: tuple[Row, ...]
    name: str = ""
    joined: bool = False

    @property
    def width(self) -> int:
        """The number of cells of the longest row."""
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One piece of prose outside the tables."""

    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A source document: blocks in reading order, and where its bytes came from.

    ``findings`` are the reader's own: what it had to guess or could not take in.
    """

    name: str
    media_type: str
    sha256: str
    size: int
    blocks: tuple[Paragraph | Table, ...]
    encoding: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def prose(self) -> tuple[Paragraph, ...]:
        """The paragraphs, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    def cell(self, ref: CellRef) -> Cell | None:
        """The cell that ``ref`` points to, or None if it points to a row, a table or nowhere."""
        for table in self.tables:
            if table.number == ref.table and 0 < ref.row <= len(table.rows):
                cells = table.rows[ref.row - 1].cells
                return cells[ref.column - 1] if 0 < ref.column <= len(cells) else None
        return None

    def refs(self) -> Iterator[CellRef]:
        """The place of every cell of every table, in reading order."""
        for table in self.tables:
            for row in table.rows:
                for column in range(1, len(row.cells) + 1):
                    yield CellRef(self.name, table.number, row.number, column)
