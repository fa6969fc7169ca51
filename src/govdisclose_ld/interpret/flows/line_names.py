"""Names of matters and the content behind them, where every cell ends with its line.

The ends of lines are all borders of cells, and more: a cell may go on over lines, and upper names
are left out below a merged cell. What proves the place: a list that begins the content, as many
lines as columns where no row has more, and the first row, above which no name can be merged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdisclose_ld.interpret.flows.parts import Knowledge, Part, Stretch
from govdisclose_ld.interpret.wording import key

_LIST = re.compile(r"(?:[●·•◆▪◦★]|(?:1[.．、)]|\(1\)|①|\(一\)|一、)(?!\d))|.*;$")
_SENTENCE = re.compile(r"[:;。]")
_LONGEST_FIRST, _LONGEST_NAME, _SHORTEST_CONTENT = 14, 40, 10
_SECTION = re.compile(r"\d{1,2}\.\d{1,2}(?![\d.])")
_MOST_BROKEN, _MOST_MEMBERS, _TWO_LEVELS = 4, 2, 2
_Span = tuple[int, int]


def part_names(stretch: Stretch, known: Knowledge) -> tuple[Part, ...]:
    """The parts of text that columns of matters and the content behind them share, in its lines;
    () where nothing proves how."""
    lines = _lines(stretch, known)
    depth = len(stretch.columns) - 1
    if known.wrapped or not lines or set(stretch.fields[:-1]) - {"matters", ""}:
        return ()
    if len(lines) == 1 and not stretch.start and known.above is not None:
        blank = (stretch.start, stretch.start)  # the row is one of several below one ordinal
        return stretch.each(*[blank] * depth, lines[0])
    begin = _content_line(stretch, lines)
    if begin is not None:
        return _before_content(stretch, lines[: begin + 1], known)
    texts = [_text(stretch, line) for line in lines]
    if len(lines) == depth + 1 and _are_names(texts[:-1]):
        told = known.above is None or known.even or known.names.holds(texts[0])
        return stretch.each(*lines) if told else ()
    long = "、" in texts[-1] or len(texts[-1]) >= _SHORTEST_CONTENT
    if len(lines) == depth == _TWO_LEVELS and known.even and long:
        return _lower(stretch, lines[0], lines[1], known)
    return ()


def count_lines(stretch: Stretch, known: Knowledge) -> int:
    """The lines of names and content, a list or sentences that end them counted as one."""
    lines = _lines(stretch, known)
    begin = _content_line(stretch, lines)
    return len(lines) if begin is None else begin + 1


def _lines(stretch: Stretch, known: Knowledge) -> list[_Span]:
    """The lines of a stretch, those that together are one name that is known put together."""
    lines = list(stretch.whole.lines(stretch.start, stretch.end))
    joined: list[_Span] = []
    while lines:
        counts = range(min(_MOST_BROKEN, len(lines)), 1, -1)
        spans = ((lines[0][0], lines[count - 1][1]) for count in counts)
        name = next((span for span in spans if known.names.holds(_text(stretch, span))), lines[0])
        joined.append(name)
        lines = [line for line in lines if line[0] >= name[1]]
    return joined


def _text(stretch: Stretch, line: _Span) -> str:
    return stretch.whole.text[line[0] : line[1]]


def _content_line(stretch: Stretch, lines: Sequence[_Span]) -> int | None:
    """The first line that no name can be: it begins a list or holds a sentence. Names may be
    numbered as chapters are: 1.救助, 1.1低保."""
    texts = [_text(stretch, line) for line in lines]
    chapter = next((n for n, text in enumerate(texts) if _SECTION.match(text)), -1)
    return next(
        (
            n
            for n, text in enumerate(texts)
            if n > chapter and (_LIST.match(text) or _SENTENCE.search(text))
        ),
        None,
    )


def _are_names(texts: Sequence[str]) -> bool:
    """Whether lines are as short as names, the first as those of the first level, and no lists."""
    return len(texts[0]) <= _LONGEST_FIRST and all(
        len(text) <= _LONGEST_NAME and text.count("、") <= _MOST_MEMBERS for text in texts
    )


def _before_content(stretch: Stretch, lines: Sequence[_Span], known: Knowledge) -> tuple[Part, ...]:
    """A name for each column, or the lower one of two alone, and the content that the last of these
    lines begins."""
    *names, (begin, end) = lines
    texts = [_text(stretch, line) for line in names]
    if not names or not _are_names(texts):
        return ()
    listed = _LIST.match(_text(stretch, (begin, end))) is not None
    told = listed or known.even or known.above is None or known.names.holds(texts[0])
    depth, content = len(stretch.columns) - 1, (begin, stretch.end)
    if len(names) == depth:
        return stretch.each(*names, content) if told else ()
    return _lower(stretch, names[0], content, known) if len(names) == 1 else ()


def _lower(stretch: Stretch, name: _Span, content: _Span, known: Knowledge) -> tuple[Part, ...]:
    """A name of the lowest level below merged upper ones, and the content."""
    text, depth = _text(stretch, name), len(stretch.columns) - 1
    upper = known.names.level(text) == 1 or key(text) == key(known.above or "")
    if known.above is None or upper or depth != _TWO_LEVELS:
        return ()
    return stretch.each((name[0], name[0]), name, content)
