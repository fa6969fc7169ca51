"""First labels that may be two halves of one: a merged cell beside several rows, whose words run
down beside them (城镇燃 in one row and 气管理 in the next).

Text without borders leaves each half in a row of its own, where it reads like a label. What gives
it away: the rows print both halves in one word elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Finding, Item, Matter

_SHORTEST = 5


def check_torn_labels(rows: Sequence[PlacedRow], items: Sequence[Item]) -> Iterator[Finding]:
    """Printed first labels of rows one below the other, in a table whose cells ran on, that these
    rows print as one word in another cell. Both are told of."""
    for (upper, first), (lower, second) in pairwise(zip(rows, items, strict=True)):
        top, bottom = _label(first), _label(second)
        beside = upper.segment.table.joined and upper.segment is lower.segment
        if not beside or top is None or bottom is None:
            continue
        whole = key(top.label + bottom.label)
        if len(whole) >= _SHORTEST and any(whole in words for words in _words(first, second)):
            yield finding("label-torn", top.cell, text=top.label, whole=whole)
            yield finding("label-torn", bottom.cell, text=bottom.label, whole=whole)


def _label(item: Item) -> Matter | None:
    printed = (m for m in item.matters if m.level == 1 and m.inference is None)
    return next(printed, None)


def _words(*items: Item) -> Iterator[str]:
    """What the items print beside their first labels, blanks left out."""
    for item in items:
        yield from (key(m.label) for m in item.matters if m.level > 1)
        yield from (key(item.content.text), key(item.basis.text), key(item.agency.text))
