"""Which items of two versions are the same, on what ground and how surely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from govdisclose_ld.changes.values import Match
from govdisclose_ld.interpret.wording import fold
from govdisclose_ld.model import Item

_BY_WORDS = Match("words", 1.0)
_BY_NAME = Match("name", 0.95)
# How much name, content and the path above weigh, where an item has them.
_NAME, _CONTENT, _PATH = 0.5, 0.35, 0.15
_LEAST = 0.7
_MARGIN = 0.05  # how far ahead of its rivals a pair must be
_LONGEST = 200  # characters of a text that likeness looks at
_MOST_COMPARED = 100_000  # pairs
_ROUNDS = 12


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two items that are the same, by their places (from 0) in the old and new version."""

    old: int
    new: int
    match: Match


@dataclass(frozen=True)
class _Words:
    """The words of an item that likeness goes by."""

    item: Item

    @cached_property
    def labels(self) -> tuple[str, ...]:
        return tuple(fold(matter.label) for matter in self.item.matters)

    @cached_property
    def texts(self) -> tuple[str, str, str]:
        """Name, content and the path above the name."""
        *above, name = self.labels or ("",)
        return name, fold(self.item.content.text)[:_LONGEST], "/".join(above)


def match_items(old: Sequence[Item], new: Sequence[Item]) -> tuple[Pair, ...]:
    """The pairs, in the order of the new version; each item is in one at most.

    Exchanging the two versions exchanges the members of the same pairs.
    """
    one, other = [_Words(item) for item in old], [_Words(item) for item in new]
    pairs: dict[int, tuple[int, Match]] = {}
    _add(pairs, _alike(_counted(one), _counted(other), _BY_WORDS))
    for name, match in ((_words, _BY_WORDS), (_own_words, _BY_WORDS), (_path, _BY_NAME)):
        _add(pairs, _alike(list(map(name, one)), list(map(name, other)), match))
    _add(pairs, _similar(one, other, pairs))
    return tuple(Pair(place, new_place, m) for new_place, (place, m) in sorted(pairs.items()))


def _add(pairs: dict[int, tuple[int, Match]], found: Iterable[tuple[int, int, Match]]) -> None:
    """Take the pairs of which neither member is taken."""
    taken = {place for place, _ in pairs.values()}
    for place, new_place, match in list(found):
        if place not in taken and new_place not in pairs:
            pairs[new_place] = (place, match)
            taken.add(place)


def _alike(
    old: Sequence[Hashable], new: Sequence[Hashable], match: Match
) -> Iterator[tuple[int, int, Match]]:
    """The pairs of places with one name which stands at no other place of either version."""
    before, after = _only(old), _only(new)
    for name, place in before.items():
        if name in after:
            yield place, after[name], match


def _only(names: Sequence[Hashable]) -> Mapping[Hashable, int]:
    counts = Counter(names)
    return {name: place for place, name in enumerate(names) if name and counts[name] == 1}


def _counted(items: Iterable[_Words]) -> list[Hashable]:
    """Printed words under their matters; items that repeat them are told apart by their order."""
    seen: Counter[Hashable] = Counter()
    names: list[Hashable] = []
    for words in items:
        name = (_words(words), words.labels)
        seen[name] += 1
        names.append((name, seen[name]))
    return names


def _words(words: _Words) -> Hashable:
    """The printed words; an item that repeats another's words is not known by them alone."""
    return words.item.key.partition("-")[0]


def _own_words(words: _Words) -> Hashable:
    """Name and content, whatever stands above the name; nothing where one of them is missing."""
    name, content, _ = words.texts
    return (name, fold(words.item.content.text)) if name and content else None


def _path(words: _Words) -> Hashable:
    return words.labels


def _similar(
    old: Sequence[_Words], new: Sequence[_Words], pairs: Mapping[int, tuple[int, Match]]
) -> Iterator[tuple[int, int, Match]]:
    """Pairs of what is left, each more alike than either is to anything else that is left.

    Two items that are about equally like a third are not paired with it: that would be a guess.
    """
    left, right = _left(len(old), len(new), pairs)
    if is_beyond_likeness(len(left), len(right)):
        return
    alike = {
        (one, other): likeness
        for one in left
        for other in right
        if (likeness := _likeness(old[one], new[other])) >= _LEAST
    }
    for _ in range(_ROUNDS):  # a pair that is settled is no rival any more
        best = list(_standing_out(alike))
        for pair in best:
            yield *pair, Match("likeness", round(alike[pair], 2))
        ones, others = {one for one, _ in best}, {other for _, other in best}
        alike = {p: v for p, v in alike.items() if p[0] not in ones and p[1] not in others}


def is_beyond_likeness(left: int, right: int) -> bool:
    """Whether so many items are left of both versions that their likeness is not looked at."""
    return left * right > _MOST_COMPARED


def _left(
    old: int, new: int, pairs: Mapping[int, tuple[int, Match]]
) -> tuple[list[int], list[int]]:
    taken = {place for place, _ in pairs.values()}
    return [n for n in range(old) if n not in taken], [n for n in range(new) if n not in pairs]


def _standing_out(alike: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, int]]:
    """The pairs that are ahead of every other pair of either of their members."""
    first: dict[tuple[int, int], float] = {}
    second: dict[tuple[int, int], float] = {}
    for pair, value in alike.items():
        for member in enumerate(pair):
            if value > first.get(member, 0.0):
                second[member] = first.get(member, 0.0)
                first[member] = value
            else:
                second[member] = max(value, second.get(member, 0.0))
    for pair, value in alike.items():
        members = list(enumerate(pair))
        leads = all(first[m] == value and value >= second[m] + _MARGIN for m in members)
        if leads:
            yield pair


def _likeness(old: _Words, new: _Words) -> float:
    """How alike two items are, 0 to 1; what neither of them has does not count."""
    weights = zip(old.texts, new.texts, (_NAME, _CONTENT, _PATH), strict=True)
    compared = [(fuzz.ratio(one, other) / 100, w) for one, other, w in weights if one or other]
    total = sum(weight for _, weight in compared)
    return sum(score * weight for score, weight in compared) / total if total else 0.0
