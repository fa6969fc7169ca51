"""Further lines of an item's content that stand in rows of their own, all other cells merged away.

Text that pushed its blanks to the row's end prints such a line in the first cell, where the ordinal
stands in other rows.
"""

from __future__ import annotations

import re

from govdisclose_ld.interpret.headers import Header
from govdisclose_ld.interpret.kinds import kinds
from govdisclose_ld.model import Row

_SENTENCE = re.compile(r"[。；;：:①②]|^【[^】]{2,}】$")
_LONG = 25


def is_ordinal_row(row: Row, header: Header) -> bool:
    """Whether a row begins with the ordinal of an item."""
    ordered = bool(row.cells) and header.columns[0].field == "ordinal"
    return ordered and kinds(row.cells[0].text) == {"ordinal"}


def is_content_line(row: Row, header: Header) -> bool:
    """Whether a row prints a sentence in its first cell, below the heading of ordinals, and nothing
    else."""
    filled = [cell.text for cell in row.cells if cell.text.strip()]
    if header.columns[0].field != "ordinal" or not header.of("content"):
        return False
    if len(filled) != 1 or not row.cells[0].text.strip() or row.cells[0].column_span > 1:
        return False
    text = filled[0].strip()
    return not kinds(text) and (bool(_SENTENCE.search(text)) or len(text) >= _LONG)
