"""A document while it is being read: blocks in order, findings, and a count against the limits."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from govdisclose_ld.model import CellRef, Document, Finding, Paragraph, Row, Table
from govdisclose_ld.readers.decoding import CONTROLS, LINE_END, LOST, Decoded
from govdisclose_ld.readers.limits import Limits, refuse
from govdisclose_ld.readers.notices import notice
from govdisclose_ld.readers.symbols import OBJECT, UNKNOWN

_CELLS_OF_A_LINE = 10


class Draft:
    """Collects what a reader finds, in reading order.

    Every method that adds something raises InputError once a limit is passed.
    """

    def __init__(self, name: str, limits: Limits):
        self.name = name
        self.limits = limits
        self._blocks: list[Paragraph | Table] = []
        self._findings: list[Finding] = []
        self._tables = self._paragraphs = self._rows = self._cells = 0

    @property
    def next_table(self) -> int:
        """The number that the next table gets."""
        return self._tables + 1

    def add_paragraph(self, text: str, *, line: int = 0) -> None:
        """Add one piece of prose."""
        self._paragraphs += 1
        if self._paragraphs > self.limits.paragraphs:
            most = self.limits.paragraphs
            raise refuse(
                self.name,
                f"段落超过 {most} 个",
                f"more than {most} paragraphs",
                limit="paragraphs",
            )
        self.check_text(text, line=line)
        for code in _unread(text):
            self.note(code, line=line, printed=text)
        self._blocks.append(Paragraph(text, line))

    def add_table(self, rows: Iterable[Row], *, name: str = "", joined: bool = False) -> None:
        """Add one table; ``rows`` may be lazy, and stops being read at the first broken limit."""
        kept = []
        for row in rows:
            self._count(row)
            kept.append(row)
        self._tables += 1
        self._blocks.append(Table(self._tables, tuple(kept), name, joined))

    def note(
        self,
        code: str,
        *,
        table: int = 0,
        row: int = 0,
        column: int = 0,
        line: int = 0,
        printed: str = "",
        **values: object,
    ) -> None:
        """Add one finding; ``values`` fill its message."""
        ref = CellRef(self.name, table, row, column)
        self._findings.append(notice(code, ref, line=line, printed=printed, **values))

    def take_text(self, decoded: Decoded) -> str:
        """The text of a file of lines, with a finding for what is to be known about it.

        Refuses a text of too many lines, or with a line that no row of a table can be.
        """
        self._check_lines(decoded.text)
        self.note_decoding(decoded)
        return decoded.text

    def note_decoding(self, decoded: Decoded) -> None:
        """Add a finding for what is to be known about how a text was decoded."""
        if decoded.guessed:
            self.note("encoding-guessed", encoding=decoded.encoding)
        for code, pattern in (("characters-lost", LOST), ("control-characters", CONTROLS)):
            if count := len(pattern.findall(decoded.text)):
                self.note(code, line=decoded.line_of(pattern), count=count)

    def check_text(self, text: str, *, line: int = 0) -> None:
        """Refuse a text that is longer than any cell or paragraph of a catalog can be."""
        if len(text) > self.limits.characters:
            raise refuse(
                f"{self.name}:{line}" if line else self.name,
                f"一个单元格或段落有 {len(text)} 个字符，上限 {self.limits.characters}",
                f"a cell or paragraph of {len(text)} characters, at most {self.limits.characters}",
                limit="characters",
            )

    def check_columns(self, count: int, *, row: int, line: int = 0) -> None:
        """Refuse a row of ``count`` cells if that is more than the limit."""
        if count > self.limits.columns:
            raise refuse(
                f"{self.name}:{line}" if line else self.name,
                f"表 {self.next_table} 第 {row} 行有 {count} 列，上限 {self.limits.columns}",
                f"table {self.next_table}, row {row} has {count} columns, "
                f"at most {self.limits.columns}",
                limit="columns",
            )

    def finish(self, data: bytes, *, media_type: str, encoding: str = "") -> Document:
        """The document, with size and SHA-256 of its bytes."""
        return Document(
            name=self.name,
            media_type=media_type,
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            blocks=tuple(self._blocks),
            encoding=encoding,
            findings=tuple(self._findings),
        )

    def _check_lines(self, text: str) -> None:
        lines = text.count("\n") + text.count("\r") - text.count("\r\n") + 1
        if lines > self.limits.lines:
            most = self.limits.lines
            raise refuse(
                self.name,
                f"文本有 {lines} 行，上限 {most}",
                f"{lines} lines, at most {most}",
                limit="lines",
            )
        longest = max(map(len, LINE_END.split(text)))
        if longest > (most := self.limits.characters * _CELLS_OF_A_LINE):
            raise refuse(
                self.name,
                f"最长的一行有 {longest} 个字符，上限 {most}",
                f"a line of {longest} characters, at most {most}",
                limit="characters",
            )

    def _count(self, row: Row) -> None:
        self.check_columns(len(row.cells), row=row.number, line=row.line)
        for column, cell in enumerate(row.cells, start=1):
            self.check_text(cell.text, line=row.line)
            for code in _unread(cell.text):
                self.note(
                    code,
                    table=self.next_table,
                    row=row.number,
                    column=column,
                    line=row.line,
                    printed=cell.text,
                )
        self._rows += 1
        self._cells += len(row.cells)
        if self._rows > (most := self.limits.rows):
            raise refuse(
                self.name, f"表格超过 {most} 行", f"tables of more than {most} rows", limit="rows"
            )
        if self._cells > (most := self.limits.cells):
            raise refuse(
                self.name,
                f"表格超过 {most} 个单元格",
                f"tables of more than {most} cells",
                limit="cells",
            )


def _unread(text: str) -> Iterator[str]:
    """The codes of what stands in a text and could not be read."""
    if UNKNOWN.search(text):
        yield "symbol-unknown"
    if OBJECT in text:
        yield "object-unread"
