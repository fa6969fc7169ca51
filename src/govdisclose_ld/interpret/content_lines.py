"""Further lines of an item's content, or of its list of channels, that stand in rows of their own,
all other cells merged away.

Text that pushed its blanks to the row's end prints such a line in the first cell, where the ordinal
stands in other rows.
"""

from __future__ import annotations

import re

from govdisclose_ld.interpret.headers import Header
from govdisclose_ld.interpret.kinds import kinds
from govdisclose_ld.interpret.marks import has_marks
from govdisclose_ld.model import Row

_SENTENCE = re.compile(r"[。；;：:①②]|^【[^】]{2,}】$")
_LONG = 25


def is_ordinal_row(row: Row, header: Header) -> bool:
    """Whether a row begins with the ordinal of an item."""
    ordered = bool(row.cells) and header.columns[0].field == "ordinal"
    return ordered and kinds(row.cells[0].text) == {"ordinal"}


def line_field(row: Row, header: Header) -> str:
    """The field that a row goes on with: it prints a sentence of the content or boxes with channels
    in its first cell, below the heading of ordinals, and nothing else. "" for any other row."""
    filled = [cell.text for cell in row.cells if cell.text.strip()]
    if header.columns[0].field != "ordinal" or len(filled) != 1:
        return ""
    if not row.cells[0].text.strip() or row.cells[0].column_span > 1:
        return ""
    text, known = filled[0].strip(), kinds(filled[0])
    if has_marks(text) and (not known or "channels" in known):
        return "channels" if _has_one(header, "channels") else ""
    said = not known and (bool(_SENTENCE.search(text)) or len(text) >= _LONG)
    return "content" if said and header.of("content") else ""


def _has_one(header: Header, field: str) -> bool:
    return len(header.of(field)) == 1
