"""The end of a row: ticks and options that stand side by side in their columns."""

from __future__ import annotations

from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.flows.channels import is_mark
from govdisclose_ld.interpret.flows.parts import Part, Stretch
from govdisclose_ld.interpret.headings import TICK_FIELDS
from govdisclose_ld.interpret.wording import key

_LONGEST_OPTION = 20


def part_answers(stretch: Stretch) -> tuple[Part, ...]:
    """A box for each tick column, or an option for each column of answers in words.

    Undivided where there are fewer boxes than columns: nobody can tell which stayed blank.
    """
    if stretch.start == stretch.end:
        return stretch.undivided()
    if all(column.terms for column in stretch.columns):
        return _boxes(stretch)
    if not any(column.terms for column in stretch.columns) and set(stretch.fields) <= set(
        TICK_FIELDS
    ):
        return _options(stretch)
    return stretch.undivided()


def is_answer(text: str) -> bool:
    """Whether text is boxes alone."""
    return all(is_mark(char) for char in text if char != "\ufe0f")


def _boxes(stretch: Stretch) -> tuple[Part, ...]:
    starts = [n for n in range(stretch.start, stretch.end) if stretch.whole.text[n] != "\ufe0f"]
    if len(starts) != len(stretch.columns) or not is_answer(stretch.text):
        return stretch.undivided()
    return stretch.each(*zip(starts, [*starts[1:], stretch.end], strict=True))


def _options(stretch: Stretch) -> tuple[Part, ...]:
    """The longest option of each field in turn, if these are all that is printed."""
    place, spans = stretch.start, list[tuple[int, int]]()
    for field in stretch.fields:
        after = _option_end(stretch, place, field)
        if not after:
            return stretch.undivided()
        spans.append((place, after))
        place = after
    return stretch.each(*spans) if place == stretch.end else stretch.undivided()


def _option_end(stretch: Stretch, place: int, field: str) -> int:
    """Where the one option of the field that begins there ends: at white space, or the longest."""
    forms, text = code_list(field).forms, stretch.whole.text
    last = min(stretch.end, place + _LONGEST_OPTION)
    ends = [end for end in range(place + 1, last + 1) if key(text[place:end]) in forms]
    return max((end for end in ends if key(text[end - 1])), default=0)
