"""Words behind the channels of a row that are none of its answers.

Where one row of a table holds several contents, text that lost its cells prints the others behind
the channels. Then what stands in the column of contents is only the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.flows.anchors import is_agency
from govdisclose_ld.interpret.flows.channels import channel_lists, is_mark
from govdisclose_ld.interpret.flows.parts import Part
from govdisclose_ld.interpret.flows.text import Bare
from govdisclose_ld.interpret.headings import TICK_FIELDS
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Column

_LONGEST_OPTION = 40
_BEHIND = frozenset({*TICK_FIELDS, "channels", "agency"})
_OPTIONS = ("channel", *TICK_FIELDS)


def with_spills(
    whole: Bare, columns: Sequence[Column], parts: tuple[Part, ...]
) -> tuple[Part, ...]:
    """The parts of a row; its content and its neighbour undivided where more of it may stand
    behind the channels."""
    if not any(not _is_answer(piece) for piece in _tail(whole, columns, parts)):
        return parts
    place = next((n for n, part in enumerate(parts) if _is_content(part, columns)), None)
    if place is None:
        return parts
    first = place if place + 1 < len(parts) else place - 1
    one, other = parts[first], parts[first + 1]
    joined = Part(one.first, other.last, one.start, other.end)
    return (*parts[:first], joined, *parts[first + 2 :])


def _is_content(part: Part, columns: Sequence[Column]) -> bool:
    return part.first == part.last and columns[part.first].field == "content"


def _tail(whole: Bare, columns: Sequence[Column], parts: Sequence[Part]) -> Iterator[str]:
    """The pieces between white space that stand where agencies, channels and answers do, up to a
    note."""
    for part in parts:
        fields = {column.field for column in columns[part.first : part.last + 1]}
        if not fields <= _BEHIND or fields == {"agency"}:
            continue
        start = _channels_end(whole, part) if fields == {"channels"} else part.start
        for begin, end in whole.pieces(start, part.end):
            if _note().match(whole.text, begin, end):
                return
            yield whole.text[begin:end]


def _channels_end(whole: Bare, part: Part) -> int:
    return max((one.end for one in channel_lists(whole, part.start, part.end)), default=part.start)


def _is_answer(text: str) -> bool:
    """Whether text is marks, agencies, or begins like a channel or an option."""
    return is_mark(text[0]) or _begins_option(text) or is_agency(text, 0, len(text))


def _begins_option(text: str) -> bool:
    folded = key(text[:_LONGEST_OPTION])
    return any(folded.startswith(form) for name in _OPTIONS for form in code_list(name).forms)


@cache
def _note() -> re.Pattern[str]:
    return re.compile(knowledge("vocabulary/flows.yml")["channels"]["note"])
