"""A row of a flow parted into its columns, as far as that can be told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from govdisclose_ld.interpret.flows.anchors import Anchors, find_anchors
from govdisclose_ld.interpret.flows.answers import is_answer, part_answers
from govdisclose_ld.interpret.flows.channels import begins_channel, ends_in_channel, is_mark
from govdisclose_ld.interpret.flows.citations import Run, needs_citation
from govdisclose_ld.interpret.flows.lines import part_lines
from govdisclose_ld.interpret.flows.matters import content_start, is_named, part_text
from govdisclose_ld.interpret.flows.parts import Knowledge, Part, Stretch
from govdisclose_ld.interpret.flows.spills import with_spills
from govdisclose_ld.interpret.flows.text import Bare
from govdisclose_ld.interpret.headings import TICK_FIELDS
from govdisclose_ld.interpret.kinds import kinds
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Column

_ORDINAL = re.compile(r"\s*(\d{1,4})")
_LINE_NUMBER = re.compile(r"\s*(\d{1,4})(?![\d.．、,，)）%％/:：~～—-])")
_SKIPPED = 3
_LONGEST = 8000
_WORDS = frozenset({"matters", "content", ""})
_BULLETS = "●·•◆▪◦★"


def part_row(whole: Bare, columns: Sequence[Column], known: Knowledge) -> tuple[Part, ...]:
    """The parts of a row, in order; together they hold all of its text.

    A row that is longer than any office prints, or that prints several rows in one, stays whole
    behind its ordinal.
    """
    start = ordinal_end(whole)
    ordinal = Part(0, 0, 0, start)
    rest = Stretch(whole, tuple(columns[1:]), 1, start, len(whole.text))
    if len(whole.text) > _LONGEST:
        return (ordinal, *rest.undivided())
    if known.lines and (parts := part_lines(whole, columns, start, known)):
        return (ordinal, *parts)
    anchors = find_anchors(whole, columns, start)
    if anchors.doubled or _holds_another(whole):
        return (ordinal, *rest.undivided())
    return with_spills(whole, columns, (ordinal, *_parts(rest, anchors, known)))


def text_stretch(whole: Bare, columns: Sequence[Column]) -> Stretch | None:
    """The matters and the content of a row where they stand first, and end at white space and at
    an anchor; None elsewhere."""
    fields = [column.field for column in columns]
    count = next((n for n, f in enumerate(fields) if n and f not in ("matters", "content")), 0)
    start = ordinal_end(whole)
    if len(whole.text) > _LONGEST or count < 2:
        return None
    anchors = find_anchors(whole, columns, start)
    if anchors.doubled or not anchors.basis or anchors.basis[0] != count:
        return None
    return Stretch(whole, tuple(columns[1:count]), 1, start, anchors.basis[1].start)


def _holds_another(whole: Bare) -> bool:
    """Whether a line behind the first begins with one of the next ordinals, or with a first one:
    a row may begin there that nothing told from this one."""
    own = _ORDINAL.match(whole.printed)
    found = (_LINE_NUMBER.match(line) for line in whole.printed.splitlines()[1:])
    numbers = {int(one[1]) for one in found if one}
    return own is not None and any(n == 1 or 0 < n - int(own[1]) <= _SKIPPED for n in numbers)


def ordinal_end(whole: Bare) -> int:
    """Where the ordinal that a row begins with ends."""
    found = _ORDINAL.match(whole.printed)
    return len(found[1]) if found else 0


def _parts(rest: Stretch, anchors: Anchors, known: Knowledge) -> Iterator[Part]:
    starts = {column: place for column, place in anchors.starts.items() if column > 1}
    last = rest.first + len(rest.columns)
    starts |= {rest.first: rest.start, last: rest.end}
    if anchors.basis and anchors.basis[0] + 1 in starts:
        column, run = anchors.basis
        told = _basis_start(_between(rest, starts, column), run, known)
        starts |= {column: told} if told is not None else {}
    starts = _in_order(starts)
    edges = sorted(starts)
    for first, after in pairwise(edges):
        stretch = rest.some(first - rest.first, after - first, starts[first], starts[after])
        yield from _part_stretch(stretch, known)


def _between(rest: Stretch, starts: dict[int, int], column: int) -> Stretch:
    """The columns before that of the basis, from the nearest one whose start is told."""
    first = max(n for n in starts if n <= column)
    end = next(starts[n] for n in sorted(starts) if n > column)
    return rest.some(first - rest.first, column - first, starts[first], end)


def _basis_start(before: Stretch, run: Run, known: Knowledge) -> int | None:
    """Where the legal basis begins: where what stands before it is the content for sure."""
    if not before.columns:
        return run.start if before.start == run.start else None
    for place in (run.start, *run.seams):
        lead = before.some(0, len(before.columns), before.start, place)
        if place == before.start or needs_citation(lead.text) or lead.text[-1] in _BULLETS:
            continue
        if key(before.whole.text[place : before.end]) in known.bases and not is_named(lead, known):
            return place
        parted = part_text(lead, known)
        content = [p for p in parted if before.columns[p.first - before.first].field == "content"]
        sure = bool(content) and all(p.first == p.last and p.start < p.end for p in content)
        cited = "《" in lead.text
        if sure and (not cited or (content_start(lead) is not None and lead.whole.is_gap(place))):
            return place
        if place == run.start and not _is_bulleted(lead):
            return None
    return None


def _is_bulleted(lead: Stretch) -> bool:
    return content_start(lead) is not None


def _in_order(starts: dict[int, int]) -> dict[int, int]:
    """The starts without those that run against the order of their columns."""
    kept: dict[int, int] = {}
    top = max(starts)
    for column in sorted(starts):
        low = max(kept.values(), default=0)
        if low <= starts[column] <= starts[top]:
            kept[column] = starts[column]
    return kept


def _part_stretch(stretch: Stretch, known: Knowledge) -> tuple[Part, ...]:
    if len(stretch.columns) == 1 or stretch.start == stretch.end:
        return stretch.each(*[(stretch.start, stretch.end)] * len(stretch.columns))
    fields = set(stretch.fields)
    if fields <= {"matters", "content"}:
        return part_text(stretch, known)
    if fields <= set(TICK_FIELDS):
        return part_answers(stretch)
    if split := (
        _behind_channels(stretch) or _channels_alone(stretch) or _before_text(stretch, known)
    ):
        return split
    return _by_kind(stretch) or stretch.undivided()


def _behind_channels(stretch: Stretch) -> tuple[Part, ...]:
    """Boxes at the end of a stretch that ends with tick columns, each in its column or together."""
    ticks = [bool(column.terms) for column in stretch.columns]
    count = next((n for n, tick in enumerate(reversed(ticks)) if not tick), 0)
    place = stretch.end
    while place > stretch.start and is_answer(stretch.whole.text[place - 1]):
        place -= 1
    if not count or place == stretch.end or not stretch.whole.is_gap(place):
        return ()
    before = stretch.some(0, len(ticks) - count, stretch.start, place)
    answers = stretch.some(len(ticks) - count, count, place, stretch.end)
    whole = before.each((before.start, before.end)) if len(before.columns) == 1 else None
    return (*(whole or _by_kind(before) or before.undivided()), *part_answers(answers))


def _channels_alone(stretch: Stretch) -> tuple[Part, ...]:
    """Channels in words before tick columns that print nothing: no tick cell holds a channel."""
    first, *others = stretch.columns
    if first.field != "channels" or first.terms or not all(column.terms for column in others):
        return ()
    texts = [stretch.whole.cut(*piece) for piece in stretch.pieces]
    if not all(begins_channel(text) and kinds(text) == {"channels"} for text in texts):
        return ()
    blank = (stretch.end, stretch.end)
    return stretch.each((stretch.start, stretch.end), *(blank for _ in others))


def _before_text(stretch: Stretch, known: Knowledge) -> tuple[Part, ...]:
    """Names that are told by a list behind them or by being known, where the columns behind the
    content stay together with it."""
    depth = next((n for n, f in enumerate(stretch.fields) if f != "matters"), 0)
    if not depth:
        return ()
    begin = content_start(stretch)
    if begin is None:
        return ()
    names = stretch.some(0, depth, stretch.start, begin)
    rest = stretch.some(depth, len(stretch.columns) - depth, begin, stretch.end)
    return (*part_text(names, known), *rest.undivided())


def _by_kind(stretch: Stretch) -> tuple[Part, ...]:
    """Pieces between white space, one for each column, that each read like it and nothing else."""
    pieces = stretch.pieces
    if len(pieces) != len(stretch.columns) or not set(stretch.fields).isdisjoint(_WORDS):
        return ()
    pairs = zip(pieces, stretch.columns, strict=True)
    fits = all(_fits(stretch.whole.cut(*piece), column) for piece, column in pairs)
    return stretch.each(*pieces) if fits else ()


def _fits(piece: str, column: Column) -> bool:
    """Whether a piece is of one column alone, no channel run on to the words of another."""
    if column.terms or kinds(piece) != {column.field}:
        return False
    if column.field == "channels":
        return is_mark(piece[0]) or begins_channel(piece)
    return not ends_in_channel(piece)


def is_even(stretches: Sequence[Stretch]) -> bool:
    """Whether white space parts the cells of a table and stands in none of them: no row has more
    pieces than columns, and one has just as many."""
    counts = [_count(stretch) for stretch in stretches]
    full = [count == len(s.columns) for count, s in zip(counts, stretches, strict=True)]
    most = all(count <= len(s.columns) for count, s in zip(counts, stretches, strict=True))
    return len(counts) > 1 and most and any(full)


def _count(stretch: Stretch) -> int:
    """The pieces of a stretch, a list that begins at white space counted as one."""
    begin = content_start(stretch)
    end = stretch.end if begin is None else begin
    return len(stretch.whole.pieces(stretch.start, end)) + (begin is not None)
