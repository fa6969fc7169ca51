"""Names of matters and contents that adjoin, parted where something proves the place.

What proves it: a list that begins the content; names that are known; and, where white space stands
between cells alone, just as many pieces as columns. Everything else stays undivided.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.flows.parts import Knowledge, Part, Stretch
from govdisclose_ld.interpret.wording import key

_SENTENCE = re.compile(r"[:;。：；]")
_FIRST = re.compile(r"(?:(?<!\d)1[.．、)]|\(1\)|①)$")
_LONGEST_NAME = 40
_STYLES = ("1", "(1", "①", "(一", "一")


def part_text(stretch: Stretch, known: Knowledge) -> tuple[Part, ...]:
    """The parts of text that belongs to columns of matters, with the content behind them or not."""
    fields = stretch.fields
    if len(fields) == 1 or stretch.start == stretch.end:
        return (
            stretch.each(*((stretch.start, stretch.end) for _ in fields))
            if len(fields) == 1
            else stretch.undivided()
        )
    if "content" not in fields:
        return _part_names(stretch, known)
    if fields[-1] != "content" or set(fields[:-1]) != {"matters"}:
        return _by_count(stretch, known) or stretch.undivided()
    begin = content_start(stretch)
    if begin is not None:
        names = stretch.some(0, len(fields) - 1, stretch.start, begin)
        content = stretch.some(len(fields) - 1, 1, begin, stretch.end)
        return (*_part_names(names, known), *content.each((begin, stretch.end)))
    return _by_names(stretch, known) or _by_count(stretch, known) or stretch.undivided()


def is_named(stretch: Stretch, known: Knowledge) -> bool:
    """Whether a text is names that are known and nothing else."""
    leading = _leading(stretch, known)
    return bool(leading) and leading[-1][1] == stretch.end


def content_start(stretch: Stretch) -> int | None:
    """Where a list begins behind the names; None where there is none, or words that lead it in."""
    opened = next((start for start, end in stretch.pieces[1:] if _opens(stretch, start)), None)
    found = _rules()["bullets"].search(stretch.text) or _numbered(stretch.text)
    if found and (opened is None or stretch.start + found.start() < opened):
        before = _FIRST.sub("", stretch.text[: found.start()])  # 1.●: a number and a bullet
        lead = not before or _SENTENCE.search(before) or before[-1] in "、,("
        return None if lead else stretch.start + len(before)
    return opened


def _opens(stretch: Stretch, place: int) -> bool:
    """Whether words begin at a place that no name of a matter begins with."""
    return _rules()["openers"].match(stretch.whole.text, place, stretch.end) is not None


def _numbered(text: str) -> re.Match[str] | None:
    """The first number of a list that is the only one of its style and has a second member."""
    rules = _rules()
    found = list(rules["numbered"].finditer(text))
    if not found or not rules["second"].search(text, found[0].end()):
        return None
    style = _style(found[0].group())
    return found[0] if sum(_style(one.group()) == style for one in found) == 1 else None


def _style(label: str) -> str:
    return next((style for style in _STYLES if label.startswith(style)), label)


@cache
def _rules() -> dict[str, re.Pattern[str]]:
    words = knowledge("vocabulary/flows.yml")["content"]
    return {name: re.compile(text) for name, text in words.items()}


def _part_names(stretch: Stretch, known: Knowledge) -> tuple[Part, ...]:
    """The parts of names of matters without a content behind them."""
    if len(stretch.columns) == 1 or stretch.start == stretch.end:
        return stretch.undivided()
    leading = _leading(stretch, known)
    if leading and leading[-1][1] == stretch.end:
        return _placed(stretch, leading, known) or stretch.undivided()
    return _by_count(stretch, known) or stretch.undivided()


def _by_names(stretch: Stretch, known: Knowledge) -> tuple[Part, ...]:
    """The parts where the names that the text begins with are known; () where they tell nothing."""
    leading = _leading(stretch, known)
    if not leading:
        return ()
    depth, rest = len(stretch.columns) - 1, leading[-1][1]
    names = _placed(stretch.some(0, depth, stretch.start, rest), leading, known)
    content = stretch.some(depth, 1, rest, stretch.end)
    doubtful = len(leading) < depth or _is_twice(stretch, leading)
    if rest == stretch.end or (doubtful and len(content.pieces) > 1):
        return ()
    if names and (len(leading) == depth or names[0].start == names[0].end):
        return (*names, *content.each((rest, stretch.end)))
    return ()


def _is_twice(stretch: Stretch, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one name is printed twice: at two levels, or in a merged cell that was told twice."""
    return len(spans) > 1 and len({stretch.whole.text[start:end] for start, end in spans}) == 1


def _placed(
    stretch: Stretch, spans: Sequence[tuple[int, int]], known: Knowledge
) -> tuple[Part, ...]:
    """Known names in the columns of their levels; () where their levels are not told."""
    texts = [stretch.whole.text[start:end] for start, end in spans]
    depth, levels = len(stretch.columns), [known.names.level(text) for text in texts]
    if len(spans) == depth:
        turned = levels[0] == 2 or any(level == 1 for level in levels[1:])
        return () if turned and len(set(texts)) > 1 else stretch.each(*spans)
    if len(spans) != 1 or depth != 2:
        return ()
    start, end = spans[0]
    if known.above and known.names.stands_under(texts[0], known.above):
        return stretch.each((start, start), (start, end))
    alone = known.above is None and levels[0] == 1 and end == stretch.end
    return stretch.each((start, end), (end, end)) if alone else ()


def _leading(stretch: Stretch, known: Knowledge) -> list[tuple[int, int]]:
    """The known names that the text begins with, each with its end proved: white space, the end,
    another name or the words that only a content begins with."""
    place, found = stretch.start, list[tuple[int, int]]()
    most = sum(field == "matters" for field in stretch.fields)
    while place < stretch.end and len(found) < most:
        ends = [end for end in _name_ends(stretch, place, known) if _is_proved(stretch, end, known)]
        if len(ends) != 1:
            break
        found.append((place, ends[0]))
        place = ends[0]
    return found


def _name_ends(stretch: Stretch, place: int, known: Knowledge) -> list[int]:
    text, last = stretch.whole.text, min(stretch.end, place + _LONGEST_NAME)
    return [
        end
        for end in range(place + 2, last + 1)
        if known.names.holds(text[place:end]) and key(text[end - 1])
    ]


def _is_proved(stretch: Stretch, end: int, known: Knowledge) -> bool:
    if end == stretch.end or stretch.whole.is_gap(end):
        return True
    if _opens(stretch, end):
        return True
    return any(
        after == stretch.end or stretch.whole.is_gap(after) or _opens(stretch, after)
        for after in _name_ends(stretch, end, known)
    )


def _by_count(stretch: Stretch, known: Knowledge) -> tuple[Part, ...]:
    """A piece for each column, where white space parts cells and nothing else, and a name that is
    known stands at its level: a blank cell would have moved it. () otherwise."""
    pieces = stretch.pieces
    if not known.even or len(pieces) != len(stretch.columns):
        return ()
    texts = [stretch.whole.text[start:end] for start, end in pieces]
    levels = [
        (known.names.level(text), column.level)
        for text, column in zip(texts, stretch.columns, strict=True)
    ]
    agree = [(told == 1) == (level == 1) for told, level in levels if level and told]
    if not agree or not all(agree):
        return ()
    if any(known.names.holds(one + other) for one, other in pairwise(texts)):
        return ()
    return stretch.each(*pieces)
