"""Rows whose cells all end with their lines, parted by what each line is.

The header proves it: it prints every heading on a line of its own. A border of cells is the end of
a line then, and blanks within a line are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from govdisclose_ld.interpret.flows.answers import part_answers
from govdisclose_ld.interpret.flows.limits import goes_on, is_torn
from govdisclose_ld.interpret.flows.line_groups import DITTO, MARK, Group, find_groups, is_wrapped
from govdisclose_ld.interpret.flows.line_names import count_lines, part_names
from govdisclose_ld.interpret.flows.parts import Knowledge, Part, Stretch
from govdisclose_ld.interpret.flows.text import Bare
from govdisclose_ld.model import Column

_WORDS = frozenset({"matters", "content", ""})
_LEADS = frozenset({"basis", "time_limit", DITTO})
_NAME = re.compile(r"[\u4e00-\u9fff、()/]{4,30}")  # of an agency that no vocabulary knows


def part_lines(
    whole: Bare, columns: Sequence[Column], start: int, known: Knowledge
) -> tuple[Part, ...]:
    """The parts of a row behind its ordinal; () where its lines do not stand in the order of the
    columns or nothing tells where the words before the first of them end."""
    count = word_columns(columns)
    groups = find_groups(whole, start, len(whole.text), {c.field for c in columns[count:]})
    lead = _lead(groups)
    torn = known.wrapped and any(g.field == "agency" and g.cells > 1 for g in groups)
    if not count or lead is None or torn:
        return ()
    placed = _placed(whole, columns, groups[lead:], count, by_place=not known.wrapped)
    if not placed:
        return ()
    words = Stretch(whole, tuple(columns[1:count]), 1, start, groups[lead].start)
    rest = tuple(_rest(whole, columns, placed, count))
    return _with_words(words, placed, rest, known)


def word_columns(columns: Sequence[Column]) -> int:
    """How many columns stand before the first one that wording tells: ordinal, names and content;
    0 where the content is not the last of them."""
    count = next((n for n, c in enumerate(columns) if n and (c.terms or c.field not in _WORDS)), 0)
    later = any(column.field in ("matters", "content") for column in columns[count:])
    return 0 if later or columns[count - 1].field != "content" else count


def _lead(groups: Sequence[Group]) -> int | None:
    """The first group behind the words: the legal basis, or a limit where there is none. Words may
    read like a limit, or repeat what stands above."""
    fields = [group.field for group in groups]
    if "basis" in fields:
        first = fields.index("basis")
        return first - 1 if first and fields[first - 1] == DITTO else first
    return next((n for n, field in enumerate(fields) if field in _LEADS), None)


def with_lines(
    wholes: Sequence[Bare], columns: Sequence[Column], starts: Sequence[int], known: Knowledge
) -> Knowledge:
    """What is known, and what the lines of all rows tell: whether cells go on over lines, and
    whether no row prints more lines for its names and content than these have columns, and one just
    as many."""
    count = word_columns(columns)
    fields = {column.field for column in columns[count:]}
    wrapped, counts = False, list[int]()
    for whole, start in zip(wholes, starts, strict=True) if count else ():
        groups = find_groups(whole, start, len(whole.text), fields)
        lead = _lead(groups)
        end = start if lead is None else groups[lead].start
        words = Stretch(whole, tuple(columns[1:count]), 1, start, end)
        counts.append(count_lines(words, known))
        wrapped = wrapped or is_wrapped(whole, groups, start)
    even = len(counts) > 1 and max(counts) == count - 1
    return replace(known, even=even and not wrapped, wrapped=wrapped)


def row_texts(whole: Bare, columns: Sequence[Column], start: int) -> list[str]:
    """The printed rows of which only the first has an ordinal: another begins with the words before
    a citation that stands behind a limit, agencies or channels. What stands between citations may
    be of a content."""
    count = word_columns(columns)
    fields = {column.field for column in columns[count:]}
    groups = find_groups(whole, start, len(whole.text), fields) if count else []
    starts, last, words = [0], 0, None
    for group in groups:
        told = group.field == "basis" or last
        basis = _column(columns, group, 0) if group.field == "basis" else None
        if basis and last > basis[0]:
            starts.append(group.start if words is None else words)
            last = 0
        own = _column(columns, group, last) if told else None
        words = None if own else group.start if words is None else words
        last = own[1] if own else last
    return [whole.cut(a, b) for a, b in pairwise([*starts, len(whole.text)])]


def _placed(
    whole: Bare,
    columns: Sequence[Column],
    groups: Sequence[Group],
    first: int,
    *,
    by_place: bool,
) -> list[tuple[int, int, Group]]:
    """The first and last column of each group, by index; [] if they do not follow one another.

    ``by_place``: plain words between two groups are of the one column between theirs.
    """
    placed: list[tuple[int, int, Group]] = []
    last = first - 1
    for n, group in enumerate(groups):
        place = _column(columns, group, last)
        if place is None and n + 1 < len(groups):
            after = _column(columns, groups[n + 1], last)
            place = (last + 1, after[0] - 1) if after and after[0] == last + 2 else None
            if not by_place or place is None or not _may_be(whole, columns[last + 1], group):
                return []
        place = place or (last + 1, len(columns) - 1)
        if place[0] > place[1]:
            return []
        placed.append((*place, group))
        last = place[1]
    return placed


def _column(columns: Sequence[Column], group: Group, last: int) -> tuple[int, int] | None:
    """The column of a group behind the last one, or all tick columns; None for plain words."""
    if group.field == DITTO:
        return (last + 1, last + 1) if last + 1 < len(columns) else None
    if group.field == MARK:
        ticks = [n for n, c in enumerate(columns) if c.terms and n > last]
        return (ticks[0], ticks[-1]) if ticks else None
    own = (n for n, c in enumerate(columns) if n > last and c.field == group.field and not c.terms)
    found = next(own, None) if group.field else None
    return None if found is None else (found, found)


def _may_be(whole: Bare, column: Column, group: Group) -> bool:
    """Whether plain words can be the one column between two that are told, and not the rest of the
    limit before them."""
    text = whole.text[group.start : group.end]
    rest = goes_on(text) or is_torn(whole.text, group.start) or not _NAME.fullmatch(text)
    return column.field == "agency" and not rest


def _rest(
    whole: Bare, columns: Sequence[Column], placed: Sequence[tuple[int, int, Group]], first: int
) -> Iterator[Part]:
    """The parts of the groups, and blank ones for the columns between and behind them."""
    done, place = first, placed[0][2].start
    for begin, last, group in placed:
        yield from (Part(n, n, place, place) for n in range(done, begin))
        stretch = Stretch(whole, tuple(columns[begin : last + 1]), begin, group.start, group.end)
        if group.field == MARK and begin < last:
            yield from part_answers(stretch)
        else:
            yield from stretch.undivided()
        done, place = last + 1, group.end
    yield from (Part(n, n, place, place) for n in range(done, len(columns)))


def _with_words(
    words: Stretch,
    placed: Sequence[tuple[int, int, Group]],
    rest: tuple[Part, ...],
    known: Knowledge,
) -> tuple[Part, ...]:
    """The parts of all columns. The first group may be the end of a content, if it is several
    cells, or if the column before its own prints nothing; then it stays with undivided words."""
    column, _, group = placed[0]
    skipped = column > words.first + len(words.columns)
    parts = () if skipped else part_names(words, known)
    if parts:
        return (*parts, *rest)
    if not skipped and group.cells == 1:
        return (*words.undivided(), *rest)
    last = column - 1 if skipped else column
    end = group.start if skipped else group.end
    kept = tuple(part for part in rest if part.first > last)
    return (Part(words.first, last, words.start, end), *kept)
