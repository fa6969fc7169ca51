"""What each line of a row is, where every cell ends with its line: citations, limits, channels …

A cell may go on over lines; then these are one group. Plain words are groups of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from govdisclose_ld.interpret.flows.anchors import is_agency
from govdisclose_ld.interpret.flows.answers import is_answer
from govdisclose_ld.interpret.flows.channels import is_mark
from govdisclose_ld.interpret.flows.citations import citation_runs
from govdisclose_ld.interpret.flows.limits import limit_spans
from govdisclose_ld.interpret.flows.text import Bare
from govdisclose_ld.interpret.kinds import kinds
from govdisclose_ld.interpret.wording import is_ditto

DITTO, MARK = "ditto", "mark"
_MOST_LINES = 8
_LONGEST_LIMIT, _LONGEST_TAIL = 120, 4
_BULLETS = "●○〇◆◇·•▪◦★"  # they begin the elements of a content too
_OPEN_ENDS, _BRACKETS = "、(《〔“", (("《", "》"), ("(", ")"), ("〔", "〕"))
_LISTS = frozenset({"basis", "agency", "channels"})
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """The text from ``start`` to ``end`` is all of one column: ``field``, ``ditto`` for a 同上,
    ``mark`` for boxes alone, "" for plain words. ``cells`` counts the cells that it may be."""

    field: str
    start: int
    end: int
    cells: int = 1


def find_groups(whole: Bare, start: int, end: int, fields: Collection[str]) -> list[Group]:
    """The groups between two places, in order; of the kinds only ``fields`` are looked for."""
    lines = whole.lines(start, end)
    groups: list[Group] = []
    place = 0
    while place < len(lines):
        own = lines[place : place + _MOST_LINES]
        before = groups[-1] if groups else None
        field, count = _read(whole, own, fields)
        if field == "channels" and before and before.field == "time_limit":
            field = _office(whole, own[0], fields)
        cells = _cells(whole, own[:count]) if field == "basis" else 1
        group = Group(field, own[0][0], own[count - 1][1], cells)
        if before and before.field == field and field in _LISTS:
            groups[-1] = replace(before, end=group.end, cells=before.cells + cells)
        else:
            groups.append(group)
        place += count
    return groups


def _office(whole: Bare, line: _Span, fields: Collection[str]) -> str:
    """``agency`` for a service centre that stands where agencies do, right behind the limit."""
    named = "agency" in fields and is_agency(whole.text, *line)
    return "agency" if named else "channels"


def _read(whole: Bare, lines: Sequence[_Span], fields: Collection[str]) -> tuple[str, int]:
    """What the first of these lines is, and how many of them go on with it."""
    first = _text(whole, lines[0])
    if is_answer(first):
        return MARK, 1
    if is_ditto(first):
        return DITTO, 1
    if "channels" in fields and (count := _channels(whole, lines)):
        return "channels", count
    if "basis" in fields and (count := _citations(whole, lines)):
        return "basis", count
    if "time_limit" in fields and (count := _limit(whole, lines)):
        return "time_limit", count
    return ("agency", 1) if "agency" in fields and kinds(first) == {"agency"} else ("", 1)


def _text(whole: Bare, span: _Span) -> str:
    return whole.text[span[0] : span[1]]


def _channels(whole: Bare, lines: Sequence[_Span]) -> int:
    """How many lines are boxes with words; a bracket may go on over lines."""
    text = _text(whole, lines[0])
    if not is_mark(text[0]) or text[0] in _BULLETS:
        return int(kinds(text) == {"channels"})
    count = 1
    while count < len(lines) and text.count("(") > text.count(")"):
        text += _text(whole, lines[count])
        count += 1
    return count if text.count("(") <= text.count(")") else 1


def _citations(whole: Bare, lines: Sequence[_Span]) -> int:
    start, end = lines[0][0], lines[-1][1]
    run = next(citation_runs(whole, start, end), None)
    if run is None or run.start != start:
        return 0
    count = sum(1 for line in lines if line[0] < run.end)
    last = lines[count - 1][1]
    whole_run = last - run.end <= _LONGEST_TAIL or kinds(whole.text[start:last]) == {"basis"}
    return count if whole_run else 0


def _cells(whole: Bare, lines: Sequence[_Span]) -> int:
    """How many cells citations may be: nothing joins one that begins a line to those above."""
    runs = citation_runs(whole, lines[0][0], lines[-1][1])
    seams = {place for run in runs for place in run.seams}
    return 1 + len(seams.intersection(start for start, _ in lines))


def _limit(whole: Bare, lines: Sequence[_Span]) -> int:
    """How many lines are one time limit: those that its wording ends with, or one by itself."""
    start = lines[0][0]
    ends = {line[1]: count for count, line in enumerate(lines, 1)}
    limits = limit_spans(whole, start, min(lines[-1][1], start + _LONGEST_LIMIT))
    told = next((ends.get(one.end, 0) for one in limits if one.start == start), 0)
    return told or int(kinds(_text(whole, lines[0])) == {"time_limit"})


def is_wrapped(whole: Bare, groups: Sequence[Group], start: int) -> bool:
    """Whether a cell of a row goes on over lines within its words: a line ends in the middle of a
    list, of brackets or of a limit, or holds one character."""
    lines = whole.lines(start, len(whole.text))
    if any(whole.text[end - 1] in _OPEN_ENDS for _, end in lines):
        return True
    if any(end - begin == 1 and not is_answer(whole.text[begin]) for begin, end in lines):
        return True
    for group in groups:
        *upper, _ = whole.lines(group.start, group.end) or ((0, 0),)
        texts = [_text(whole, (group.start, line[1])) for line in upper]
        open_ = any(t.count(a) > t.count(b) for t in texts for a, b in _BRACKETS)
        if open_ or (group.field == "time_limit" and upper):
            return True
    return False
