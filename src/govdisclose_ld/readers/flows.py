"""Tables whose cells run on without delimiters: which lines they are, and where a row begins.

Nothing is parted into cells here. The lines of the header and those of each row are put together;
what stands in them is for the interpreter to tell. A row begins with the ordinal after the one
before, at the start of a line or right behind the boxes that end a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from govdisclose_ld.model import Cell, Row
from govdisclose_ld.readers.headings import covered_by_headings, is_header_line
from govdisclose_ld.readers.lines import Line

_ORDINAL = re.compile(r"[ \t\u3000\xa0]*(\d{1,4})(?![\d.．、,，)）%％/:：~～—-])[ \t\u3000\xa0]*")
# A number before one of these counts something (20个工作日, 12月27日, 7号) and is no ordinal; a
# word that only begins alike (年度, 项目, 户籍) may be the first of a row.
_COUNTED = re.compile(
    r"个(?!人|体)|[号份元％%至]|日(?!常|间)|天(?!然)|款(?!物|项)|月(?!报|度)|年(?!度|报|检|审)|条(?!例|件)|项(?!目)|工作日|自然日"
    r"|周(?!边|报)|小时|星期|季(?!度)|米|级(?!别)|次|公里|万|亿|名(?!称|单|录)|岁|期(?!限)|度|℃|时(?!限|间)"
    r"|人(?!才|员|口|力|民|事|大|社|身|防)|户(?!籍|口|外)|家(?!庭|政|长|畜|校)|所(?!有|需)|类(?!别)|分(?!配|类|级|散|布)"
)
_FEWEST_HEADINGS = 5
_MOST_HEADER_LINES = 60
_MOST_BROKEN = 6
_COVER = 0.6


@dataclass(frozen=True, slots=True)
class Flow:
    """A table without delimiters: rows of one cell each, the header's lines first.

    ``start`` is the index of its first line among the lines searched, ``end`` that after its last.
    """

    rows: tuple[Row, ...]
    start: int
    end: int


def flow_at(lines: Sequence[Line], start: int, low: int = 0) -> Flow | None:
    """The table whose header begins at ``lines[start]``; None where none of its rows is found.

    Headings and their tails right above, from ``lines[low]`` on, belong to it: a heading that was
    broken over lines leaves too few of them on one. It ends before the next header, or with the
    lines.
    """
    start = _top(lines, start, low)
    first = _first_row(lines, start)
    if first is None:
        return None
    end = next(
        (n for n in range(first + 1, len(lines)) if is_header_line(lines[n].text)), len(lines)
    )
    header = [(line.number, line.text) for line in lines[start:first]]
    printed = [*header, *_rows(lines, first, end)]
    rows = (Row(n, (Cell(text),), line) for n, (line, text) in enumerate(printed, start=1))
    return Flow(tuple(rows), start, end)


def _top(lines: Sequence[Line], start: int, low: int) -> int:
    """The index of the first of the lines above that print headings, or the bracket behind one."""
    top = start
    for index in range(start - 1, max(low, start - _MOST_BROKEN) - 1, -1):
        text = lines[index].text.strip()
        count, cover = covered_by_headings(text)
        if count and cover >= _COVER:
            top = index
        elif not text.startswith(("(", "（")):
            break
    return top


def _first_row(lines: Sequence[Line], start: int) -> int | None:
    """The index of the line that the first row begins with: all lines before it are headings."""
    for index in range(start + 1, min(len(lines), start + _MOST_HEADER_LINES)):
        if _ordinal(lines, index) is not None:
            words = "".join(line.text for line in lines[start:index])
            count, cover = covered_by_headings(words)
            return index if count >= _FEWEST_HEADINGS and cover >= _COVER else None
    return None


def _rows(lines: Sequence[Line], first: int, end: int) -> Iterator[tuple[int, str]]:
    """For each row the number of its first line, and its text with line breaks and blank lines."""
    ordinal, start = "", first
    for index in range(first, end):
        begins = _ordinal(lines, index)
        if begins and (not ordinal or _follows(ordinal, begins)):
            if index > start:
                yield lines[start].number, _joined(lines[start:index])
            ordinal, start = begins, index
    yield lines[start].number, _joined(lines[start:end])


def _joined(lines: Sequence[Line]) -> str:
    """The text of lines, with one blank line where any stood between two of them."""
    breaks = ("\n\n" if after.number > line.number + 1 else "\n" for line, after in pairwise(lines))
    return lines[0].text + "".join(
        end + after.text for end, after in zip(breaks, lines[1:], strict=True)
    )


def _ordinal(lines: Sequence[Line], index: int) -> str | None:
    """The number that a line begins with, if it can be an ordinal."""
    text = lines[index].text
    match = _ORDINAL.match(text)
    if not match:
        return None
    below = lines[index + 1].text.lstrip() if index + 1 < len(lines) else ""
    behind = text[match.end() :] or below
    # A line may break within a number (2, 0个工作日内).
    rest = behind if behind is not below else behind.lstrip("0123456789")
    return None if not behind or _COUNTED.match(rest) else match[1]


def _follows(before: str, ordinal: str) -> bool:
    """Whether an ordinal is the next one; a code (0107, 0201) may go on with its next group."""
    if int(ordinal) == int(before) + 1:
        return True
    coded = len(ordinal) == len(before) > 2 and ordinal[0] == before[0] == "0"
    return coded and int(ordinal) > int(before)
