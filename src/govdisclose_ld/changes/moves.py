"""Items that stand elsewhere: in another order, or under another matter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TypeAlias

from govdisclose_ld.changes.matching import Pair
from govdisclose_ld.changes.values import MatterRename, Move
from govdisclose_ld.interpret.wording import fold
from govdisclose_ld.model import Item

Path: TypeAlias = tuple[str, ...]


def find_renames(
    old: Sequence[Item], new: Sequence[Item], pairs: Sequence[Pair]
) -> dict[Path, MatterRename]:
    """Matters that have another name: all items of one path stand under one other path now.

    By the old path. Two items make a rename; a single one may as well have moved.
    """
    there: dict[Path, set[Path]] = {}
    back: dict[Path, set[Path]] = {}
    counts: dict[Path, int] = {}
    for pair in pairs:
        one, other = place_of(old[pair.old]), place_of(new[pair.new])
        there.setdefault(one, set()).add(other)
        back.setdefault(other, set()).add(one)
        counts[one] = counts.get(one, 0) + 1
    renames: dict[Path, MatterRename] = {}
    for one, others in there.items():
        other = next(iter(others))
        moved_alone = len(others) == len(back[other]) == 1 and counts[one] > 1
        if moved_alone and one and other and _folded(one) != _folded(other):
            renames[one] = MatterRename(one, other, counts[one])
    return renames


def find_moves(
    old: Sequence[Item],
    new: Sequence[Item],
    pairs: Sequence[Pair],
    renames: Mapping[Path, MatterRename],
) -> dict[Pair, Move]:
    """The pairs that have moved: as few as tell the new order, and those under another matter."""
    staying = _longest_chain(old, new, pairs)
    moves: dict[Pair, Move] = {}
    for pair in pairs:
        one, other = place_of(old[pair.old]), place_of(new[pair.new])
        same = _folded(one) == _folded(other) or one in renames
        if pair not in staying or not same:
            places = ((), ()) if same else (one, other)
            moves[pair] = Move(pair.old + 1, pair.new + 1, pair not in staying, *places)
    return moves


def place_of(item: Item) -> Path:
    """The labels above the item's own, from the first level on; empty where a level has none."""
    above = {matter.level: matter.label for matter in item.matters[:-1]}
    return tuple(above.get(level, "") for level in range(1, max(above, default=0) + 1))


def _folded(path: Path) -> Path:
    return tuple(map(fold, path))


def _longest_chain(
    old: Sequence[Item], new: Sequence[Item], pairs: Sequence[Pair]
) -> frozenset[Pair]:
    """As many pairs as possible whose order is the same in both versions.

    Among equally long chains the printed words decide, and they decide alike when the two
    versions are exchanged: a comparison and its mirror call the same items moved.
    """
    ordered = sorted(pairs, key=lambda pair: pair.new)
    best = _Prefixes([pair.old for pair in ordered])
    chains: list[tuple[int, int]] = []
    before: list[int] = []
    for place, pair in enumerate(ordered):
        weight, last = best.up_to(pair.old)
        chains.append((weight[0] + 1, weight[1] + _rank(old[pair.old], new[pair.new])))
        before.append(last)
        best.put(pair.old, (chains[place], place))
    here = max(range(len(chains)), key=chains.__getitem__, default=-1)
    chain: set[Pair] = set()
    while here >= 0:
        chain.add(ordered[here])
        here = before[here]
    return frozenset(chain)


def _rank(old: Item, new: Item) -> int:
    """A number that stands for the words of a pair, whichever version comes first."""
    words = "\x1f".join(sorted("/".join((item.key, *place_of(item))) for item in (old, new)))
    return int.from_bytes(sha256(words.encode("utf-8", "replace")).digest()[:6])


class _Prefixes:
    """The best value at or before a place: a Fenwick tree of maxima."""

    _NONE = ((0, 0), -1)

    def __init__(self, places: Sequence[int]):
        self._places = sorted(places)
        self._tree = [self._NONE] * (len(places) + 1)

    def up_to(self, place: int) -> tuple[tuple[int, int], int]:
        """The greatest value that was put at a place before this one."""
        found, node = self._NONE, bisect_left(self._places, place)
        while node:
            found = max(found, self._tree[node])
            node -= node & -node
        return found

    def put(self, place: int, value: tuple[tuple[int, int], int]) -> None:
        """Put a value at its place."""
        node = bisect_left(self._places, place) + 1
        while node < len(self._tree):
            self._tree[node] = max(self._tree[node], value)
            node += node & -node
