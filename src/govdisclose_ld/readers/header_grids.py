"""Two header rows whose merged cells were lost, put back on their columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from govdisclose_ld.model import Cell
from govdisclose_ld.readers.header_runs import group_of, head_of

_MATTERS = ("级", "事项", "目录", "指标", "名称")
_PAIRS, _PAIR = frozenset({"audience", "mode"}), 2

HeaderRows = tuple[tuple[Cell, ...], ...]


def header_grid(upper: Sequence[str], lower: Sequence[str], *, torn: int = 0) -> HeaderRows | None:
    """The cells of both rows with their spans: each group of lower headings under its own upper
    one, in order; and so many rows below, which these cover. None where a blank keeps a place or a
    group has no upper heading."""
    groups = _groups(lower)
    heads = _heads(upper, [name for name, _ in groups])
    if "" in (*upper, *lower) or len(heads) != len(groups):
        return None
    members = dict(zip(heads, (words for _, words in groups), strict=True))
    first: list[Cell] = []
    second: list[Cell] = []
    for place, text in enumerate(upper):
        words = members.get(place, [])
        anchor = (1, len(first) + 1)
        first.append(Cell(text, 1, len(words)) if words else Cell(text, 2 + torn))
        first += [Cell("", anchor=anchor)] * (len(words) - 1)
        second += [Cell(word, 1 + torn) for word in words] or [Cell("", anchor=anchor)]
    return tuple(first), tuple(second), *[_covered(second)] * torn


def _covered(above: Sequence[Cell]) -> tuple[Cell, ...]:
    """A row that the cells of the second one, and those that cover these, reach over."""
    return tuple(Cell("", anchor=cell.anchor or (2, n)) for n, cell in enumerate(above, start=1))


def _groups(lower: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The lower headings by group; one that none is known for goes on with the group before it, or
    opens the next one where that before is whole."""
    known = [group_of(text) for text in lower]
    named: list[tuple[str, str]] = []
    for place, text in enumerate(lower):
        before = named[-1][0] if named else ""
        after = next((group for group in known[place:] if group), "")
        if not known[place] and after and _is_whole(before, known[:place], text):
            before = after
        named.append((known[place] or before, text))
    return [(name, [text for _, text in own]) for name, own in groupby(named, lambda one: one[0])]


def _is_whole(group: str, known: Sequence[str], heading: str) -> bool:
    """Whether a group has as many headings as offices print: both of the options, or all that read
    like levels of matters."""
    if group == "matters":
        return not any(word in heading for word in _MATTERS)
    return group in _PAIRS and known.count(group) >= _PAIR


def _heads(upper: Sequence[str], groups: Sequence[str]) -> list[int]:
    """The place of the upper heading of each group. A heading printed twice (公开方式 for 公开层级)
    stands above the group that follows its own."""
    heads: list[int] = []
    taken: set[str] = set()
    for place, text in enumerate(upper):
        name = head_of(text)
        expected = groups[len(heads)] if len(heads) < len(groups) else ""
        if name and (name == expected or (name in taken and expected)):
            heads.append(place)
            taken.add(name)
    return heads
