"""What a row of a flow is parted into."""

from __future__ import annotations

from dataclasses import dataclass

from govdisclose_ld.interpret.flows.names import Names
from govdisclose_ld.interpret.flows.text import Bare
from govdisclose_ld.model import Column


@dataclass(frozen=True, slots=True)
class Part:
    """The text from ``start`` to ``end`` stands in the columns ``first`` to ``last`` (indices).

    Where these are several, nothing tells how they share it.
    """

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that several neighbouring columns share."""

    whole: Bare
    columns: tuple[Column, ...]
    first: int
    start: int
    end: int

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of its columns."""
        return tuple(column.field for column in self.columns)

    @property
    def text(self) -> str:
        """The text without white space."""
        return self.whole.text[self.start : self.end]

    @property
    def pieces(self) -> tuple[tuple[int, int], ...]:
        """The parts of it between white space."""
        return self.whole.pieces(self.start, self.end)

    def undivided(self) -> tuple[Part, ...]:
        """All of it in one part; blank parts where there is no text."""
        if self.start == self.end:
            return self.each(*((self.start, self.end) for _ in self.columns))
        return (Part(self.first, self.first + len(self.columns) - 1, self.start, self.end),)

    def each(self, *spans: tuple[int, int]) -> tuple[Part, ...]:
        """A part for each column."""
        pairs = enumerate(spans, self.first)
        return tuple(Part(column, column, start, end) for column, (start, end) in pairs)

    def some(self, first: int, count: int, start: int, end: int) -> Stretch:
        """The stretch of some of its columns over some of its text; ``first`` counts from 0."""
        columns = self.columns[first : first + count]
        return Stretch(self.whole, columns, self.first + first, start, end)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known when a row is parted.

    ``names`` of matters, those of this table's other rows among them; ``even`` tells that white
    space parts cells and nothing else in this table, ``bases`` are legal bases of other rows.
    ``above`` is the first-level name that the rows above stand under: None where there is no row,
    "" where it is not told. ``lines`` tells that every cell ends with its line; ``even`` then tells
    of lines what else it tells of white space, ``wrapped`` that cells go on over lines within a
    word.
    """

    names: Names
    even: bool = False
    bases: frozenset[str] = frozenset()
    above: str | None = None
    lines: bool = False
    wrapped: bool = False
