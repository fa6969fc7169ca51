"""Formats of characters alone: tabs, pipes, Markdown, CSV. A merged cell leaves blanks."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable

from press.sheets import Grid, Sheet
from press.styles import Style

Texts = list[list[str]]


def print_tabs(sheet: Sheet, style: Style) -> bytes:
    """Cells parted by tabs, blank lines about every table."""
    return _lined(sheet, style, lambda rows: ["\t".join(row) for row in rows])


def print_pipes(sheet: Sheet, style: Style) -> bytes:
    """Rows framed by pipes, blanks kept, no rule below the header."""
    return _lined(sheet, style, lambda rows: [f"| {' | '.join(row)} |" for row in rows])


def print_markdown(sheet: Sheet, style: Style) -> bytes:
    """Pipe tables; a line break within a cell is ``<br>``."""
    return _lined(sheet, style, _markdown_rows)


def print_csv(sheet: Sheet, style: Style) -> bytes:
    """Comma-separated values; a paragraph is a line of one cell, a blank line parts the tables."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    for block in sheet.blocks:
        if isinstance(block, Grid):
            stream.write("\r\n")
            writer.writerows(texts(block, style))
            stream.write("\r\n")
        else:
            writer.writerow([block])
    return stream.getvalue().encode("utf-8-sig")


def texts(grid: Grid, style: Style) -> Texts:
    """The text at every place, blank where a merged cell covers it."""
    return [[style.text(spot) if spot else "" for spot in row] for row in grid.rows]


def _lined(sheet: Sheet, style: Style, rows: Callable[[Texts], Iterable[str]]) -> bytes:
    lines: list[str] = []
    for block in sheet.blocks:
        if isinstance(block, Grid):
            lines += ["", *rows(texts(block, style)), ""]
        else:
            lines.append(block)
    return "\n".join(lines).encode()


def _markdown_rows(rows: Texts) -> list[str]:
    lines = [f"| {' | '.join(map(_escaped, row))} |" for row in rows]
    return [lines[0], f"|{'---|' * len(rows[0])}", *lines[1:]]


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")
