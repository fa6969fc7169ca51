"""Lists of channels with their boxes in text without delimiters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.flows.text import Bare
from govdisclose_ld.interpret.marks import bare_mark, boxes
from govdisclose_ld.interpret.wording import key

_LONGEST_OPTION, _LONGEST_TAIL = 40, 16
_NO_OPTION = "《》。;：:"


@dataclass(frozen=True, slots=True)
class Listed:
    """Boxes with channels, one behind the other. ``sure_end`` tells that the last one's words end
    with a name that is known, at white space, at a box or with the row."""

    start: int
    end: int
    sure_end: bool


def channel_lists(whole: Bare, start: int, end: int) -> Iterator[Listed]:
    """Every list of boxed channels between two places."""
    found = [box for box in boxes(whole.text) if start <= box[0] and box[1] <= end]
    index = 0
    while index < len(found):
        if _option_end(whole.text, found[index][1], end):
            listed, index = _list(whole, found, index, end)
            yield listed
        else:
            index += 1


def _list(
    whole: Bare, found: Sequence[tuple[int, int]], first: int, end: int
) -> tuple[Listed, int]:
    """The list that begins with a box, and the index of the first box behind it."""
    index = first
    while index + 1 < len(found) and _goes_on(
        whole.text, found[index][1], found[index + 1][0], end
    ):
        if not _is_option(whole.text, found, index + 1, end):
            break
        index += 1
    begin, stop = found[first][0], found[index][1]
    known = _option_end(whole.text, stop, end) or stop
    last = next((n for n in range(known, end) if whole.is_gap(n) or is_mark(whole.text[n])), end)
    tail = whole.text[known:last]
    if len(tail) > _LONGEST_TAIL or any(char in _NO_OPTION[:4] for char in tail):
        return Listed(begin, known, sure_end=False), index + 1
    return Listed(begin, last, sure_end=True), index + 1


def _goes_on(text: str, start: int, next_box: int, end: int) -> bool:
    """Whether what stands behind a box is an option alone, up to the next box."""
    known = _option_end(text, start, end) or start
    rest = text[known:next_box]
    return len(rest) <= _LONGEST_TAIL and not any(char in "《》。" for char in rest)


def _is_option(text: str, found: Sequence[tuple[int, int]], index: int, end: int) -> bool:
    start = found[index][1]
    after = found[index + 1][0] if index + 1 < len(found) else end
    return bool(_option_end(text, start, end)) or 1 < after - start <= _LONGEST_TAIL


def is_mark(char: str) -> bool:
    """Whether a character by itself is a tick or an empty box, and no letter or dash."""
    return bool(boxes(char)) and bare_mark(char) is not None


def begins_channel(text: str) -> bool:
    """Whether words begin with a channel that is known."""
    folded = key(text[:_LONGEST_OPTION])
    return any(folded.startswith(form) for form in code_list("channel").forms)


def ends_in_channel(text: str) -> bool:
    """Whether words end with a channel that is known."""
    folded = key(text[-_LONGEST_OPTION:])
    return any(folded.endswith(form) for form in code_list("channel").forms)


def _option_end(text: str, start: int, end: int) -> int:
    """Where the longest known channel that begins at ``start`` ends, a bracket behind it taken
    in; 0 if none does."""
    letters = [n for n in range(start, min(end, start + _LONGEST_OPTION)) if key(text[n])]
    if not letters or letters[0] != start:
        return 0
    folded = "".join(key(text[n])[:1] for n in letters)
    form = next((f for f in code_list("channel").forms if folded.startswith(f)), "")
    if not form:
        return 0
    after = letters[len(form) - 1] + 1
    closing = text.find(")", after, min(end, after + _LONGEST_OPTION))
    if after < end and text[after] == "(" and closing > 0:
        return closing + 1
    opened = text[start:after].count("(") > text[start:after].count(")")
    return after + 1 if opened and text[after : after + 1] == ")" else after
