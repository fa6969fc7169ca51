"""Damage as recognition and careless hands do it, a row at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from govdisclose_ld.samples.chance import Chance
from govdisclose_ld.samples.duties import TICKED
from govdisclose_ld.samples.stock import words
from govdisclose_ld.samples.styles import Column

IN_PLACE = frozenset({"blank", "unmark", "misread"})
_TEXTS = ("content", "basis", "time_limit", "agency")
_SHORTEST = 8
_MARGIN = 3

_Row = Sequence[str]


def draw_damage(
    texts: _Row, columns: Sequence[Column], chance: Chance, *, in_place: bool
) -> tuple[tuple[str, ...], str]:
    """A row of texts damaged in one way, and the name of that way.

    ``in_place`` allows only damage that leaves every cell where it is. A row that the drawn
    damage cannot befall comes back as it is, with an empty name.
    """
    weights = words()["damages"]
    allowed = {name: w for name, w in weights.items() if not in_place or name in IN_PLACE}
    kind = chance.weigh(allowed)
    done = _KINDS[kind](texts, columns, chance)
    return (done, kind) if done != tuple(texts) else (tuple(texts), "")


def _shift(texts: _Row, _columns: Sequence[Column], chance: Chance) -> tuple[str, ...]:
    """A blank put in; a blank last cell makes room for it."""
    place = chance.between(1, len(texts) - 1)
    shifted = (*texts[:place], "", *texts[place:])
    return shifted if shifted[-1] else shifted[:-1]


def _drop(texts: _Row, _columns: Sequence[Column], chance: Chance) -> tuple[str, ...]:
    """A blank cell lost, so that what follows moves to the left."""
    blanks = [n for n, text in enumerate(texts[:-1]) if not text]
    if not blanks:
        return tuple(texts)
    place = chance.pick(blanks)
    return (*texts[:place], *texts[place + 1 :])


def _blank(texts: _Row, columns: Sequence[Column], chance: Chance) -> tuple[str, ...]:
    """A text gone."""
    filled = [n for n, c in enumerate(columns) if c.field in _TEXTS and texts[n]]
    gone = chance.pick(filled) if filled else -1
    return tuple("" if n == gone else text for n, text in enumerate(texts))


def _split(texts: _Row, columns: Sequence[Column], chance: Chance) -> tuple[str, ...]:
    """One text in two cells."""
    fits = [
        n
        for n, column in enumerate(columns)
        if column.field in _TEXTS and len(texts[n]) >= _SHORTEST
    ]
    if not fits:
        return tuple(texts)
    place = chance.pick(fits)
    text = texts[place]
    cut = chance.between(_MARGIN, len(text) - _MARGIN)
    return (*texts[:place], text[:cut], text[cut:], *texts[place + 1 :])


def _unmark(texts: _Row, columns: Sequence[Column], chance: Chance) -> tuple[str, ...]:
    """The boxes of a cell lost, the words left."""
    glyphs = {glyph for pair in words()["glyphs"]["boxes"] for glyph in pair}
    boxed = [n for n, c in enumerate(columns) if _is_boxed(c) and glyphs & set(texts[n])]
    gone = chance.pick(boxed) if boxed else -1
    return tuple(
        "".join(sign for sign in text if sign not in glyphs) if n == gone else text
        for n, text in enumerate(texts)
    )


def _is_boxed(column: Column) -> bool:
    return column.field == "channels" or (column.field in TICKED and column.option is None)


def _misread(texts: _Row, _columns: Sequence[Column], chance: Chance) -> tuple[str, ...]:
    """One character taken for another, wherever it stands in the row."""
    pairs: dict[str, str] = words()["misread"]
    here = [old for old in pairs if any(old in text for text in texts)]
    if not here:
        return tuple(texts)
    old = chance.pick(here)
    return tuple(text.replace(old, pairs[old]) for text in texts)


_KINDS: dict[str, Callable[[_Row, Sequence[Column], Chance], tuple[str, ...]]] = {
    "shift": _shift,
    "drop": _drop,
    "blank": _blank,
    "split": _split,
    "unmark": _unmark,
    "misread": _misread,
}
