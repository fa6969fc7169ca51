"""The words that every form of a comparison uses."""

from __future__ import annotations

from functools import cache
from typing import Any

from govdisclose_ld import assets
from govdisclose_ld.comparison.values import CellState, Comparison, Place
from govdisclose_ld.model import Phrase
from govdisclose_ld.standards import code_label


@cache
def _words() -> Any:
    return assets.knowledge("vocabulary/comparison-words.yml")


def state_name(state: CellState) -> Phrase:
    """The name of a state."""
    return code_label("coverage-state", state.value)


def state_meaning(state: CellState) -> Phrase:
    """What a state says."""
    return Phrase.of(_words()["states"][state.value]["meaning"])


def state_sign(state: CellState) -> str:
    """A sign for a state, which tells it without colour."""
    return str(_words()["states"][state.value]["sign"])


def state_short(state: CellState) -> str:
    """A state in one Chinese character."""
    return str(_words()["states"][state.value]["short"])


def doubt_name(reason: str) -> Phrase:
    """Why a gap is not certain."""
    return Phrase.of(_words()["doubts"][reason])


def word(name: str) -> Phrase:
    """Any other word or sentence of ``data/vocabulary/comparison-words.yml``."""
    return Phrase.of(_words()["words"][name])


def caveats(comparison: Comparison) -> tuple[Phrase, ...]:
    """What every reader of a comparison has to know."""
    names = ["caveat-duties", "caveat-missing", "caveat-candidates", "caveat-score"]
    if comparison.is_synthetic:
        names.insert(0, "caveat-synthetic")
    if comparison.merged:
        names.append("caveat-merged")
    return tuple(word(name) for name in names)


def place_words(place: Place) -> str:
    """A place in Chinese: ``表 2 行 3``; the document alone where there is no row."""
    return f"表 {place.table} 行 {place.row}" if place.table else place.document
