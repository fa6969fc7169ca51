"""Names of matters by their level: they tell where a name ends that nothing parts from the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.wording import key

_FIRST, _DEEPER = 1, 2


@dataclass(frozen=True, slots=True)
class Names:
    """Folded names of the first level, and of those below it; a name of both tells no level.

    ``under`` are the pairs of them that standards print: a first name and one right below it.
    """

    first: frozenset[str]
    deeper: frozenset[str]
    under: frozenset[tuple[str, str]] = frozenset()

    def level(self, name: str) -> int:
        """1 for a name of the first level alone, 2 for one of those below it, else 0."""
        folded = key(name)
        first, deeper = folded in self.first, folded in self.deeper
        if first == deeper:
            return 0
        return _FIRST if first else _DEEPER

    def holds(self, name: str) -> bool:
        """Whether a name is known at any level."""
        folded = key(name)
        return folded in self.first or folded in self.deeper

    def stands_under(self, name: str, first: str) -> bool:
        """Whether standards print a name below one of the first level."""
        return (key(first), key(name)) in self.under


def with_names(names: Names, seen: Iterable[tuple[int, str]]) -> Names:
    """The names with those that a table prints, each with its level."""
    told = [(level, key(name)) for level, name in seen]
    return Names(
        names.first | {name for level, name in told if level == _FIRST},
        names.deeper | {name for level, name in told if level > _FIRST},
        names.under,
    )


def known_names(outline: Mapping[str, tuple[str, ...]]) -> Names:
    """The names of the vocabulary and of the standards' outline."""
    printed: dict[str, list[str]] = knowledge("vocabulary/matters.yml")["matters"]
    pairs = [
        (key(first), key(name))
        for matters in (printed, outline)
        for first, names in matters.items()
        for name in names
    ]
    return Names(
        first=frozenset(map(key, (*printed, *outline))),
        deeper=frozenset(name for _, name in pairs),
        under=frozenset(pairs),
    )
