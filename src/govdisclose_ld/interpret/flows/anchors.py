"""The parts of a row that are recognised by their wording: channels, time limit, legal basis.

They stand in the order of their columns. What cannot be told for sure is no anchor: the columns
about it stay together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from govdisclose_ld.interpret.agencies import read_agencies
from govdisclose_ld.interpret.flows.channels import (
    begins_channel,
    channel_lists,
    ends_in_channel,
)
from govdisclose_ld.interpret.flows.citations import Run, citation_runs, is_carried
from govdisclose_ld.interpret.flows.limits import (
    Limit,
    goes_on,
    is_torn,
    leads_in,
    limit_spans,
    reads_as_limit,
)
from govdisclose_ld.interpret.flows.text import Bare
from govdisclose_ld.interpret.wording import is_ditto
from govdisclose_ld.model import Column

_LONGEST_NAME = 24
_FOREIGN = re.compile(r"[\d《》■□√●:;。]")
_ANCHORED = ("channels", "time_limit", "basis")


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where the columns of a row begin that are told by wording, by index; ``basis`` is the run
    of citations in the column of that index, whose beginning is still to be proved."""

    starts: dict[int, int]
    basis: tuple[int, Run] | None
    doubled: bool = False


def find_anchors(whole: Bare, columns: Sequence[Column], start: int) -> Anchors:
    """The anchors of a row between ``start`` and its end.

    ``doubled``: the row prints several lists of channels, as where rows without an ordinal
    follow; nothing of it can be told then.
    """
    end = len(whole.text)
    spans: dict[str, tuple[int, int]] = {}
    sole = {f: n for n, c in enumerate(columns) for f in _ANCHORED if c.field == f and not c.terms}
    lists = list(channel_lists(whole, start, end))
    if len(lists) > 1:
        return Anchors({}, None, doubled=True)
    if lists and "channels" in sole and lists[0].sure_end:
        spans["channels"] = (lists[0].start, lists[0].end)
    low, high = _window(sole, spans, "time_limit", start, end)
    limits = list(limit_spans(whole, low, high)) if "time_limit" in sole else []
    runs = list(citation_runs(whole, start, end)) if "basis" in sole else []
    limit = _limit(limits, runs, sole)
    if limit:
        spans["time_limit"] = (limit.start, limit.end)
    low, high = _window(sole, spans, "basis", start, end)
    inside = [run for run in runs if low <= run.start and run.end <= high]
    basis = inside[-1] if inside else None
    if basis and not _is_bound(sole, spans, "basis"):
        return _by_agency(whole, columns, sole, spans, limit, basis)
    starts = _starts(whole, columns, sole, spans, limit, basis)
    return Anchors(starts, (sole["basis"], basis) if basis else None)


def _by_agency(
    whole: Bare,
    columns: Sequence[Column],
    sole: dict[str, int],
    spans: dict[str, tuple[int, int]],
    limit: Limit | None,
    basis: Run,
) -> Anchors:
    """The anchors where agencies stand right behind the legal basis, up to the channels or the end
    of the row: these tell where the basis ends."""
    starts = _starts(whole, columns, sole, spans, limit, None)
    column = sole["basis"] + 1
    last = column + 1 == len(columns)
    stop = len(whole.text) if last else starts.get(column + 1)
    named = column < len(columns) and columns[column].field == "agency"
    if not named or stop is None or not basis.end < stop:
        return Anchors(starts, None)
    if is_carried(whole.text[basis.end : stop]) or not is_agency(whole.text, basis.end, stop):
        return Anchors(starts, None)
    return Anchors({**starts, column: basis.end}, (sole["basis"], basis))


def _window(
    sole: dict[str, int], spans: dict[str, tuple[int, int]], field: str, start: int, end: int
) -> tuple[int, int]:
    """Between which places a field can stand, by the anchors to its left and right."""
    if field not in sole:
        return start, end
    left = [span[1] for other, span in spans.items() if sole[other] < sole[field]]
    right = [span[0] for other, span in spans.items() if sole[other] > sole[field]]
    return max(left, default=start), min(right, default=end)


def _is_bound(sole: dict[str, int], spans: dict[str, tuple[int, int]], field: str) -> bool:
    """Whether an anchor stands right behind the column of a field, so that it ends there."""
    return any(sole[other] == sole[field] + 1 for other in spans)


def _limit(limits: Sequence[Limit], runs: Sequence[Run], sole: dict[str, int]) -> Limit | None:
    """The only time limit behind the last citation, or else behind any (a 同上 may stand further
    on), where the basis is printed before it; the only one at all where it is not."""
    if not runs or sole.get("basis", len(sole) * 99) > sole.get("time_limit", 0):
        return limits[0] if len(limits) == 1 else None
    behind = [one for one in limits if one.start >= runs[-1].end]
    told = behind or [one for one in limits if one.start >= runs[0].end]
    return told[0] if len(told) == 1 else None


def _starts(
    whole: Bare,
    columns: Sequence[Column],
    sole: dict[str, int],
    spans: dict[str, tuple[int, int]],
    limit: Limit | None,
    basis: Run | None,
) -> dict[int, int]:
    starts: dict[int, int] = {}
    if "channels" in spans:
        begin, after = spans["channels"]
        starts |= {sole["channels"]: begin, sole["channels"] + 1: after}
    if limit is None:
        return starts
    column = sole["time_limit"]
    begin_told = _limit_start(whole, limit, basis if sole.get("basis") == column - 1 else None)
    if begin_told is not None:
        starts[column] = begin_told
    if _ends_limit(whole, columns, column, limit.end, starts):
        starts[column + 1] = limit.end
        if column + 2 < len(columns) and columns[column + 1].field == "agency":
            told = starts.get(column + 2, _agency_end(whole, limit.end))
            starts |= {column + 2: told} if told else {}
    return starts


def _limit_start(whole: Bare, limit: Limit, basis: Run | None) -> int | None:
    """Where a time limit begins: behind the citations, with the words between where they are its
    own; None where that is open."""
    if basis is None:
        return limit.start if whole.is_gap(limit.start) else None
    between = whole.text[basis.end : limit.start]
    if not between or (limit.opened and (is_carried(between) or whole.is_gap(limit.start))):
        return limit.start
    own = not limit.opened and leads_in(between) and not is_carried(between)
    return basis.end if own and reads_as_limit(whole.cut(basis.end, limit.end)) else None


def _ends_limit(
    whole: Bare, columns: Sequence[Column], column: int, after: int, starts: dict[int, int]
) -> bool:
    """Whether a time limit ends where it seems to: what follows is the next column's for sure."""
    if after == len(whole.text) or starts.get(column + 1) == after:
        return True
    if column + 1 >= len(columns) or columns[column + 1].field != "agency":
        return False
    stop = starts.get(column + 2, len(whole.text) if column + 2 == len(columns) else None)
    if goes_on(whole.text[after : after + 4]) or is_torn(whole.text, after):
        return False
    return begins_agency(whole, after) if stop is None else is_agency(whole.text, after, stop)


def _agency_end(whole: Bare, start: int) -> int:
    """Where white space ends the agencies that begin at a place, for what follows are channels or
    a 同上; 0 where that is not told."""
    pieces = whole.pieces(start, len(whole.text))[:2]
    if len(pieces) < 2 or not is_agency(whole.text, *pieces[0]):
        return 0
    (begin, end), (after, last) = pieces
    words = whole.text[after:last]
    told = is_ditto(words) or (begins_channel(words) and not ends_in_channel(whole.text[begin:end]))
    return after if told and not is_agency(whole.text, begin, last) else 0


def begins_agency(whole: Bare, start: int) -> bool:
    """Whether the name of an agency begins at a place."""
    last = min(len(whole.text), start + _LONGEST_NAME)
    return any(is_agency(whole.text, start, end) for end in range(start + 2, last + 1))


def is_agency(text: str, start: int, end: int) -> bool:
    """Whether the text between two places is agencies and nothing else."""
    if start == end:
        return True
    if _FOREIGN.search(text, start, end):
        return False
    agencies = read_agencies(text[start:end])
    return bool(agencies) and all(agency.kind for agency in agencies)
