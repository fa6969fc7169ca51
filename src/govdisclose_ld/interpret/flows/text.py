"""A run of text without its white space, and the way back to what is printed."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

# Full width digits, letters and signs; the widths differ from county to county within one word.
_NARROW = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True, slots=True)
class Bare:
    """``text`` is ``printed`` with width folded and white space dropped.

    ``places`` tells for each of its characters where it is printed, ``gaps`` lists the characters
    that white space stands before, in order: there a cell can begin. ``breaks`` are those of them
    that begin a line, or a paragraph where blank lines part paragraphs.
    """

    printed: str
    text: str
    places: tuple[int, ...]
    gaps: tuple[int, ...]
    breaks: tuple[int, ...] = ()

    def cut(self, start: int, end: int) -> str:
        """What is printed from one character of ``text`` to before another, trimmed."""
        if end <= start:
            return ""
        return self.printed[self.places[start] : self.places[end - 1] + 1]

    def is_gap(self, place: int) -> bool:
        """Whether white space stands before the character, or nothing before or behind it."""
        index = bisect_left(self.gaps, place)
        found = index < len(self.gaps) and self.gaps[index] == place
        return found or place in (0, len(self.text))

    def gaps_within(self, start: int, end: int) -> tuple[int, ...]:
        """The gaps after ``start`` and before ``end``."""
        return self.gaps[bisect_left(self.gaps, start + 1) : bisect_left(self.gaps, end)]

    def pieces(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The parts between white space, as (start, end)."""
        edges = (start, *self.gaps_within(start, end), end)
        return tuple(pairwise(edges)) if end > start else ()

    def lines(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The lines or paragraphs between two places, as (start, end)."""
        low, high = bisect_left(self.breaks, start + 1), bisect_left(self.breaks, end)
        edges = (start, *self.breaks[low:high], end)
        return tuple(pairwise(edges)) if end > start else ()


def bare(printed: str, *, blank_lines: bool = False) -> Bare:
    """``printed`` without its white space; ``blank_lines`` tells that these part its paragraphs."""
    places = [place for place, char in enumerate(printed) if not char.isspace()]
    gaps = [index for index, place in enumerate(places) if index and place != places[index - 1] + 1]
    text = "".join(printed[place] for place in places).translate(_NARROW)
    least = 2 if blank_lines else 1
    breaks = (i for i in gaps if printed.count("\n", places[i - 1], places[i]) >= least)
    return Bare(printed, text, tuple(places), tuple(gaps), tuple(breaks))
