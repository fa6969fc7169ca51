"""Tables drawn with pipes, as in Markdown and in text recovered from web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdisclose_ld.model import Cell, Row
from govdisclose_ld.readers.lines import Line
from govdisclose_ld.readers.pieces import PIPE

_RULE = frozenset(" \t\u3000|:+-")

_FEWEST = 3
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def is_pipe_table(lines: Sequence[Line]) -> bool:
    """Whether the lines are a table: framed by pipes, ruled off, or of one and the same width."""
    if any(is_rule(line) or line.text.lstrip().startswith("|") for line in lines):
        return True
    return len(lines) > 1 and len({len(_split(line.text)) for line in lines}) == 1


def is_regular(lines: Sequence[Line]) -> bool:
    """Whether each line is a row: all have the same number of pipes, three or more, or are framed
    by pipes."""
    texts = [text for line in lines if (text := line.text.strip())]
    counts = {len(PIPE.findall(text)) for text in texts}
    if not counts or max(counts) < _FEWEST:
        return False
    framed = all(text[0] == text[-1] == "|" and len(text) > 1 for text in texts)
    return framed or len(counts) == 1


def pipe_rows(lines: Sequence[Line]) -> Iterator[Row]:
    """The rows, without the rule below a header; blank cells stay where they are printed."""
    printed = (line for line in lines if not is_rule(line))
    for number, line in enumerate(printed, start=1):
        yield Row(number, tuple(map(Cell, _split(line.text))), line.number)


def is_rule(line: Line) -> bool:
    """Whether a line is the rule below a header."""
    return "-" in line.text and _RULE.issuperset(line.text)


def is_row(line: Line) -> bool:
    """Whether a line prints several cells that are not blank, as no title does."""
    return sum(bool(part) for part in _split(line.text)) > 1


def _split(text: str) -> list[str]:
    parts = [part.strip() for part in PIPE.split(text.strip())]
    if len(parts) > 1 and not parts[0]:
        parts = parts[1:]
    if len(parts) > 1 and not parts[-1]:
        parts = parts[:-1]
    return [_BREAK.sub("\n", part.replace("\\|", "|")) for part in parts]
