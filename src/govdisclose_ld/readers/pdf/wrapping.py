"""Lines that a PDF broke for want of room, put together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govdisclose_ld.readers.pdf.glyphs import TextLine

_MOST_PADDING = 8.0
_INDENT = 1.2
_FULL_LINE = 20


def cell_text(lines: Sequence[TextLine], left: float, right: float) -> str:
    """The text of a cell between ``left`` and ``right``.

    Two lines are one where the next word would not have fitted on the first of them; a line that
    had room to spare was ended on purpose and stays a line.
    """
    if not lines:
        return ""
    padding = min(max(0.0, min(line.x0 for line in lines) - left), _MOST_PADDING)
    room = right - left - 2 * padding
    return "\n".join(_join(group) for group in _groups(lines, room))


def paragraphs(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """The lines of each paragraph: full lines run on, unless the next one is indented."""
    if not lines:
        return
    right = max(line.x1 for line in lines)
    left = min(line.x0 for line in lines)
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


def _groups(lines: Sequence[TextLine], room: float) -> Iterator[list[TextLine]]:
    group = [lines[0]]
    for line in lines[1:]:
        last = group[-1]
        _, width = line.first_word
        if last.x1 - last.x0 + width > room:
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _join(lines: Sequence[TextLine]) -> str:
    """One text; a blank only between words that are not Chinese, and not within a number."""
    text = ""
    for line in lines:
        part = line.text
        ends = text[-1:] + part[:1]
        if len(ends) == 2 and ends.isascii() and not ends.isdecimal():
            text += " "
        text += part
    return text
