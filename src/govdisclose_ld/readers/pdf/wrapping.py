"""Lines that a PDF broke for want of room, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdisclose_ld.readers.pdf.glyphs import TextLine

_MOST_PADDING = 8.0
_INDENT = 1.2
_FULL_LINE = 20
_LISTED = re.compile(r"\d{1,2}(?:[.．](?!\d)|[、)）])")
_BLANK = 0.25
_ROUNDING = 0.1
"""What a program may round away of the room in a cell."""
_REACH = 0.85
"""How much of a page as wide as its left margin allows the longest line of a paragraph takes."""
_ENDS = ("。", "；", ";", "！", "？", "!", "?")


def cell_text(lines: Sequence[TextLine], left: float, right: float) -> str:
    """The text of a cell between ``left`` and ``right``.

    Two lines are one where the next word would not have fitted on the first of them; a line that
    had room to spare was ended on purpose and stays a line.
    """
    if not lines:
        return ""
    groups = _groups(lines, _room(lines, left, right))
    return "\n".join(_join(group) for group in groups)


def paragraphs(lines: Sequence[TextLine], page_width: float) -> Iterator[list[TextLine]]:
    """The lines of each paragraph on a page of that width: full lines run on, unless the next one
    is indented. A line that ends far from the right margin is not full, though it be the longest.
    """
    if not lines:
        return
    left = min(line.x0 for line in lines)
    right = max(*(line.x1 for line in lines), (page_width - left) * _REACH)
    group = [lines[0]]
    for line in lines[1:]:
        last = group[-1]
        _, width = line.first_word
        full = last.x1 + width > right + line.size / 2
        long = last.x1 - last.x0 > _FULL_LINE * last.size
        flush = line.x0 < left + line.size * _INDENT and abs(line.size - last.size) < 1
        if full and long and flush and line.top - last.top < 3 * last.size:
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def joined(lines: Sequence[TextLine]) -> str:
    """The text of lines that run on."""
    return _join(lines)


def runs_on(
    above: Sequence[TextLine], below: Sequence[TextLine], left: float, right: float
) -> bool:
    """Whether the first line below is the rest of the last line above, within one cell: its first
    word would not have fitted there, and no sentence ends between them."""
    if not above or not below or above[-1].text.endswith(_ENDS):
        return False
    return _is_full(above[-1], below[0], _room(above, left, right))


def _room(lines: Sequence[TextLine], left: float, right: float) -> float:
    """The width that a cell has for text, by the padding that its lines keep on the left."""
    padding = min(max(0.0, min(line.x0 for line in lines) - left), _MOST_PADDING)
    return right - left - 2 * padding


def _groups(lines: Sequence[TextLine], room: float) -> Iterator[list[TextLine]]:
    group = [lines[0]]
    for line in lines[1:]:
        if _is_full(group[-1], line, room):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _is_full(last: TextLine, line: TextLine, room: float) -> bool:
    """Whether the next line's first word, with the blank that may have stood before a word that is
    not Chinese, would not have fitted on the last line."""
    word, width = line.first_word
    blank = line.size * _BLANK if word.isascii() else 0.0
    return last.x1 - last.x0 + blank + width > room - line.size * _ROUNDING


def _join(lines: Sequence[TextLine]) -> str:
    """One text; a blank only between words that are not Chinese, not within a number, and before
    what reads like the next number of a list (2. 职务), which nothing else would set apart."""
    text = ""
    for line in lines:
        part = line.text
        ends = text[-1:] + part[:1]
        words = len(ends) == 2 and ends.isascii() and not ends.isdecimal()
        if words or (text and _LISTED.match(part) and not text[-1].isdecimal()):
            text += " "
        text += part
    return text
