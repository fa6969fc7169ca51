"""CSV and TSV, quoted or not, with line breaks inside quoted cells."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Cell, Document, Row
from govdisclose_ld.readers.decoding import decode, is_text
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.limits import Limits

_DELIMITERS = ",;\t|"
_SNIFFED = 64 * 1024
_FEWEST_COLUMNS = 4
_FEWEST_RECORDS = 3
# The apostrophe that keeps a spreadsheet from running a cell as a formula is no part of its text.
_GUARD = re.compile(r"^'(?='*[=+\-@\t])")


@dataclass(frozen=True, slots=True)
class Record:
    """One record and the line that it starts on."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DelimitedReader:
    """Reads comma, semicolon, tab and pipe separated values."""

    name: str = "csv"
    suffixes: tuple[str, ...] = (".csv", ".tsv", ".tab")

    def recognises(self, data: bytes, suffix: str) -> float:
        """By suffix, or by commas alone when every record has the same four columns or more."""
        if not is_text(data):
            return 0.0
        if suffix in self.suffixes:
            return 0.5
        head = data[:_SNIFFED].decode("utf-8", errors="replace")
        return 0.6 if "\t" not in head and _is_uniform(head) else 0.0

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """The document: a table for each block of records between blank lines."""
        decoded = decode(data, name)
        draft = Draft(name, limits)
        text = draft.take_text(decoded)
        delimiter = _delimiter(text)
        quoted = _is_quoted(text, delimiter)
        if not quoted and '"' in text:
            draft.note("quotes-kept")
        for block in _blocks(_records(text, delimiter, draft, quoted=quoted)):
            _add(draft, block)
        media_type = "text/tab-separated-values" if delimiter == "\t" else "text/csv"
        return draft.finish(data, media_type=media_type, encoding=decoded.encoding)


def _add(draft: Draft, block: list[Record]) -> None:
    """A table, or prose where no record has a second cell."""
    if all(len(record.cells) == 1 for record in block):
        for record in block:
            draft.add_paragraph(record.cells[0], line=record.line)
        return
    draft.add_table(
        Row(number, tuple(map(Cell, record.cells)), record.line)
        for number, record in enumerate(block, start=1)
    )


def _blocks(records: Iterable[Record]) -> Iterator[list[Record]]:
    for printed, group in groupby(records, key=lambda record: bool(record.cells)):
        if printed:
            yield list(group)


def _records(text: str, delimiter: str, draft: Draft, *, quoted: bool) -> Iterator[Record]:
    parser = csv.reader(
        _stream(text),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
    )
    line = 1
    try:
        for number, cells in enumerate(parser, start=1):
            draft.check_columns(len(cells), row=number, line=line)
            yield Record(line, tuple(map(_unguarded, cells)))
            line = parser.line_num + 1
    except csv.Error as error:
        raise InputError(
            "这一行无法按 CSV 读取",
            f"this line cannot be read as CSV: {error}",
            where=f"{draft.name}:{line}",
            remedy=("请检查引号是否成对，或另存为 .xlsx", "check its quotes, or save it as .xlsx"),
        ) from error


def _is_quoted(text: str, delimiter: str) -> bool:
    """Whether quotes enclose cells throughout; a cell such as ``"三公"经费`` shows that not."""
    if '"' not in text:
        return False
    try:
        for _ in csv.reader(_stream(text), delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        return False
    return True


def _stream(text: str) -> io.StringIO:
    return io.StringIO(text, newline="")


def _delimiter(text: str) -> str:
    """The delimiter that gives most records the same number of cells, two or more."""
    return max(_DELIMITERS, key=lambda delimiter: _uniformity(text[:_SNIFFED], delimiter))


def _uniformity(head: str, delimiter: str) -> tuple[float, int]:
    widths = [len(cells) for cells in _sample(head, delimiter) if cells]
    if not widths or max(widths) < 2:
        return (0.0, 0)
    width, count = Counter(widths).most_common(1)[0]
    return (count / len(widths), width) if width > 1 else (0.0, 0)


def _is_uniform(head: str) -> bool:
    share, width = _uniformity(head, ",")
    records = sum(1 for cells in _sample(head, ",") if cells)
    return share == 1 and width >= _FEWEST_COLUMNS and records >= _FEWEST_RECORDS


def _sample(head: str, delimiter: str) -> list[list[str]]:
    """The first records, without the last, which the end of ``head`` may cut."""
    try:
        reader = csv.reader(_stream(head), delimiter=delimiter)
        records = list(islice(reader, 200))
    except csv.Error:
        return []
    return records[:-1] if len(head) >= _SNIFFED else records


READER = DelimitedReader()


def _unguarded(cell: str) -> str:
    return _GUARD.sub("", cell.replace("\r\n", "\n"))
