"""Things on a page, to be found by the place where they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Generic, Protocol, TypeVar

_FIELD = 32.0
"""The side in points of the fields that a page is divided into: twice the size of a large mark."""


class Placed(Protocol):
    """Something on a page."""

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle, from the left and from the top."""


Thing = TypeVar("Thing", bound=Placed)


class Nearby(Generic[Thing]):
    """Things on a page, to be found by the place where they are."""

    def __init__(self, things: Iterable[Thing]):
        self._fields: dict[tuple[int, int], list[Thing]] = defaultdict(list)
        for thing in things:
            self.add(thing)

    def __iter__(self) -> Iterator[Thing]:
        return chain.from_iterable(self._fields.values())

    def add(self, thing: Thing) -> None:
        """Put one more thing in its place."""
        self._fields[_field(thing)].append(thing)

    def sparse(self, most: int) -> list[Thing]:
        """The things in fields of no more than so many: a crowd is a drawing."""
        return [thing for field in self._fields.values() if len(field) <= most for thing in field]

    def around(self, thing: Placed) -> Iterator[Thing]:
        """What lies no further off than a mark is large."""
        across, down = _field(thing)
        for x in (across - 1, across, across + 1):
            for y in (down - 1, down, down + 1):
                yield from self._fields.get((x, y), ())


def _field(thing: Placed) -> tuple[int, int]:
    x, y = thing.middle
    return int(x // _FIELD), int(y // _FIELD)
