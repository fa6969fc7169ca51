"""CSV (RFC 4180) with a byte order mark, without which spreadsheets misread Chinese."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from govdisclose_ld.model import Table
from govdisclose_ld.writers.template import Printed

_FORMULA = re.compile(r"'*[=+\-@\t]")


def write_csv(printed: Printed) -> bytes:
    """Each line of prose as a record of one cell, then each table between blank lines.

    A merged cell of the header is printed once, one of an item on every row that it covers. A
    cell that a spreadsheet would take for a formula is led by an apostrophe, as is one that begins
    with apostrophes and then like a formula: a reader that takes one away gets back every text.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    after_table = False
    for block in printed.document.blocks:
        if isinstance(block, Table):
            writer.writerow(())
            writer.writerows(map(_guarded, flat_rows(block, printed)))
        else:
            if after_table:
                writer.writerow(())
            writer.writerow(_guarded([block.text]))
        after_table = isinstance(block, Table)
    return stream.getvalue().encode("utf-8-sig")


def flat_rows(table: Table, printed: Printed) -> Iterator[list[str]]:
    """The rows of a table as texts, where merged cells are not to be had."""
    for row in table.rows:
        heads = (table.number, row.number) in printed.headers
        texts = []
        for cell in row.cells:
            upper = cell.anchor if cell.anchor and cell.anchor[0] < row.number else None
            shared = table.rows[upper[0] - 1].cells[upper[1] - 1] if upper and not heads else cell
            texts.append(shared.text)
        yield texts


def _guarded(texts: list[str]) -> list[str]:
    return [f"'{text}" if _FORMULA.match(text) else text for text in texts]
