"""Text as lines, and lines as runs of one kind: rows of tabs, rows of pipes, prose, blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from govdisclose_ld.readers.decoding import LINE_END

_PIPED = re.compile(r"\s*\|.*\||[^|]*\|[^|]*\|")
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
_BROKEN_CELL_LINES = 2


class Kind(Enum):
    """What a line looks like on its own."""

    TABS = "tabs"
    PIPES = "pipes"
    MARKUP = "markup"
    PROSE = "prose"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text file without its end; ``number`` counts from 1, ``page`` from 0."""

    number: int
    text: str
    page: int = 0

    @property
    def kind(self) -> Kind:
        """Tabs make a row, even of blank cells; so do two pipes."""
        if "\t" in self.text:
            return Kind.TABS
        if not self.text.strip():
            return Kind.BLANK
        return Kind.PIPES if _PIPED.match(self.text) else Kind.PROSE

    @property
    def cells(self) -> list[str]:
        """What stands between its tabs, as printed."""
        return self.text.split("\t")

    @property
    def first_word(self) -> str:
        """The first cell that is not blank."""
        return next((cell.strip() for cell in self.cells if cell.strip()), "")


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive lines of one kind on one page; ``broken`` are those that stand within a table
    of tabs but have no tab themselves."""

    kind: Kind
    lines: tuple[Line, ...]
    broken: tuple[Line, ...] = ()


def split_lines(text: str) -> Iterator[Line]:
    """The lines of ``text``. Ends are CR LF, LF or CR; a form feed opens a page and is not
    printed, so that it is no part of a line."""
    page = 0
    for number, line in enumerate(LINE_END.split(text), start=1):
        page += line.startswith("\f")
        yield Line(number, line.strip("\f"), page)
        page += len(line) > 1 and line.endswith("\f")


def split_runs(lines: Iterable[Line]) -> list[Run]:
    """The runs of ``lines`` in order, with lines that a cell was broken over put back in place."""
    runs: list[Run] = []
    for kind, group in _grouped(list(lines)):
        runs.append(Run(kind, group))
        if len(runs) > 2 and _is_broken_row(*runs[-3:]):
            runs[-3:] = [_joined(*runs[-3:])]
    return runs


def _grouped(lines: list[Line]) -> Iterator[tuple[Kind, tuple[Line, ...]]]:
    start = 0
    for table in _html_tables(lines):
        yield from _by_kind(lines[start : table.start])
        yield Kind.MARKUP, tuple(lines[table.start : table.stop])
        start = table.stop
    yield from _by_kind(lines[start:])


def _by_kind(lines: list[Line]) -> Iterator[tuple[Kind, tuple[Line, ...]]]:
    for (kind, _), group in groupby(lines, key=lambda line: (line.kind, line.page)):
        yield kind, tuple(group)


def _html_tables(lines: list[Line]) -> Iterator[range]:
    """Where HTML tables stand, as text recognition writes them into Markdown: from a line that
    begins with the tag to the line with the end tag that matches it."""
    start = depth = 0
    for index, line in enumerate(lines):
        opening = len(_TABLE.findall(line.text))
        if not depth:
            start = index
            opening *= line.text.lstrip().lower().startswith("<table")
        if depth or opening:
            depth += opening - len(_TABLE_END.findall(line.text))
            if depth <= 0:
                yield range(start, index + 1)
                depth = 0


def _joined(above: Run, middle: Run, below: Run) -> Run:
    lines = above.lines + middle.lines + below.lines
    return Run(Kind.TABS, lines, above.broken + middle.lines)


def _is_broken_row(above: Run, middle: Run, below: Run) -> bool:
    """Whether ``middle`` is one or two lines of prose amid rows, with no blank line about them,
    and not the heading of a next table (whose header begins like that of the table above)."""
    return (
        above.kind is below.kind is Kind.TABS
        and middle.kind is Kind.PROSE
        and len(middle.lines) <= _BROKEN_CELL_LINES
        and above.lines[0].page == middle.lines[0].page == below.lines[0].page
        and above.lines[0].first_word != below.lines[0].first_word
    )
