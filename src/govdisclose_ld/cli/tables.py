"""Tables for a person at a terminal; wide characters count double, nothing is cut off."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

_UNKNOWN_WIDTH = 120
_GAP = 2  # between two columns
_SHORTEST, _SHORT = 4, 12  # widths of columns whose cells are not broken


def new_console() -> Console:
    """A console on standard output.

    It is as wide as the terminal, as ``COLUMNS`` says, or 120 where the output goes to a file.
    """
    fixed = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _UNKNOWN_WIDTH
    return Console(width=fixed, highlight=False, markup=False, emoji=False)


def new_table(*headings: str) -> Table:
    """An empty table; a cell that is too long goes on in the next line."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def plain(text: str) -> Text:
    """Text as it is, without control characters that a terminal would obey."""
    return Text("".join(c if c >= " " or c == "\n" else "\ufffd" for c in text))


def print_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table to standard output."""
    table, console = new_table(*headings), new_console()
    cells = [[plain(cell) for cell in row] for row in rows]
    widths = [
        max((cell.cell_len for cell in column), default=0) for column in zip(*cells, strict=True)
    ]
    natural = sum(map(max, widths, map(cell_len, headings)))
    if natural + _GAP * len(headings) > console.width:
        # Headings fold first: a column of a fixed width is not squeezed with the others.
        for column, width in zip(table.columns, widths, strict=False):
            column.width = max(width, _SHORTEST) if width <= _SHORT else None
    for row in cells:
        table.add_row(*row)
    console.print(table)
