"""Neighbouring cells that look exchanged: each would stand better in the other's column.

A matter and its content are plain words, and a row in which they trade places reads well. What
tells is how the other rows of the catalog look: how long the cells of each column are, what they
are made of, which words come again, and which cell repeats the words of which. A row is weighed as
printed and with the two cells exchanged; the logarithm of the ratio is the evidence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from govdisclose_ld.interpret.choice_cells import Printed
from govdisclose_ld.interpret.elements import read_elements
from govdisclose_ld.interpret.headers import Header
from govdisclose_ld.interpret.kinds import kinds
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Column, Finding

FEWEST_OTHERS = 4
_CLEARLY = 2.5
_RARE, _UNSEEN = 0.5, 0.15
_LENGTHS = (2, 4, 6, 9, 14, 24, 48)
_STOPS = re.compile("[、，,；;：:。]")

_Traits = Mapping[str, Hashable]
Columns = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two neighbouring cells of one row, and what the row prints as content beside them; ``above``
    is the label over two levels of matters."""

    cells: tuple[Printed, Printed]
    content: str
    above: str
    header: Header
    segment: int

    @property
    def texts(self) -> tuple[str, str]:
        """What the two cells print."""
        return self.cells[0].text, self.cells[1].text


def neighbours(rows: Sequence[PlacedRow]) -> dict[Columns, list[Pair]]:
    """The cells of every two neighbouring columns of words, at least one of the two filled."""
    found: dict[Columns, list[Pair]] = {}
    for row in rows:
        for one, other in pairwise(row.cells):
            names = (_name(one.column), _name(other.column))
            if all(names) and (one.text.strip() or other.text.strip()):
                content = "\n".join(c.text for c in row.of("content") if c not in (one, other))
                above = _above(row, one.column)
                pair = Pair((one, other), content, above, row.segment.header, row.segment.number)
                found.setdefault(names, []).append(pair)
    return found


def _above(row: PlacedRow, column: Column) -> str:
    return next((c.text for c in row.of("matters") if c.column.level == column.level - 1), "")


def check_exchanges(rows: Sequence[PlacedRow]) -> Iterator[Finding]:
    """Neighbouring cells of which each reads like the other's column, at the left one."""
    for pairs in neighbours(rows).values():
        habits = Habits.of(pairs)
        for pair in pairs if len(pairs) > FEWEST_OTHERS else ():
            if habits.evidence(pair, without=Habits.of([pair])) >= _CLEARLY:
                left, right = pair.cells
                words = {"heading": left.column.heading, "other": right.column.heading}
                yield finding("cells-exchanged", left.ref, **words)


def _name(column: Column) -> str:
    """What tells a column of words from all others, in every segment; "" for a tick column."""
    if column.terms:
        return ""
    return f"{column.field}{column.level}" if column.field else f"·{key(column.heading)}"


@dataclass(frozen=True, slots=True)
class _Shown:
    """How often each trait was shown, and each value of it."""

    values: Counter[tuple[str, Hashable]]
    names: Counter[str]

    @classmethod
    def of(cls, given: Sequence[_Traits]) -> _Shown:
        shown = Counter(trait for one in given for trait in one.items())
        return cls(shown, Counter(name for one in given for name in one))

    def likelihood(self, given: _Traits, without: _Shown) -> float:
        """The logarithm of how likely these traits are, what ``without`` shows left out."""
        return sum(
            log(
                (self.values[trait] - without.values[trait] + _RARE)
                / (self.names[trait[0]] - without.names[trait[0]] + 2 * _RARE)
            )
            for trait in given.items()
        )


@dataclass(frozen=True, slots=True)
class _Side:
    """How often the cells of one column show each trait, and each text."""

    traits: _Shown
    texts: Counter[str]

    @classmethod
    def of(cls, texts: Sequence[str]) -> _Side:
        return cls(_Shown.of([traits(text) for text in texts]), Counter(map(key, texts)))

    def likelihood(self, text: str, without: _Side) -> float:
        """The logarithm of how likely the text is here, the cells of ``without`` left out."""
        score, word = self.traits.likelihood(traits(text), without.traits), key(text)
        return score + (log(self.texts[word] - without.texts[word] + _UNSEEN) if word else 0.0)


@dataclass(frozen=True, slots=True)
class Habits:
    """How rows of a catalog print two neighbouring columns."""

    left: _Side
    right: _Side
    relations: _Shown

    @classmethod
    def of(cls, pairs: Sequence[Pair]) -> Habits:
        """The habits of these rows."""
        left, right = (_Side.of([pair.texts[i] for pair in pairs]) for i in (0, 1))
        return cls(left, right, _Shown.of([_relations(p.texts, p.content) for p in pairs]))

    def evidence(self, pair: Pair, *, without: Habits) -> float:
        """The logarithm of how much likelier the row is with its two cells exchanged, after all
        rows of these habits but those of ``without``."""
        one, other = pair.texts
        swapped = self._likelihood((other, one), pair.content, without)
        return swapped - self._likelihood((one, other), pair.content, without)

    def _likelihood(self, texts: tuple[str, str], content: str, without: Habits) -> float:
        return (
            self.relations.likelihood(_relations(texts, content), without.relations)
            + self.left.likelihood(texts[0], without.left)
            + self.right.likelihood(texts[1], without.right)
        )


@lru_cache(maxsize=16384)
def traits(text: str) -> _Traits:
    """What a text is made of, each trait with its value; a blank has none but that of being one."""
    if not text.strip():
        return {"blank": True}
    return {
        "blank": False,
        "length": bisect_left(_LENGTHS, len(key(text))),
        "stops": _STOPS.search(text) is not None,
        "digits": re.search(r"\d", text) is not None,
        "list": bool(read_elements(text)),
        "kind": kinds(text),
    }


def _relations(texts: tuple[str, str], content: str) -> _Traits:
    """Which of two neighbours repeats the other, and which of them the content repeats."""
    one, other, whole = *map(key, texts), key(content)
    found: dict[str, Hashable] = {}
    if one:
        found["one again"] = one in whole
    if other:
        found["other again"] = other in whole
    if one and other:
        found["within"] = (one in other, other in one)
    return found
