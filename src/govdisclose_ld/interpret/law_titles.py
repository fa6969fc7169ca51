"""Titles of laws that everybody cites, and titles that are one character off one of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.wording import key

# Shorter titles differ in one character by right: 教师法, 律师法.
_SHORTEST = 5


def known_title(title: str) -> str:
    """A national law's title as it is written, whatever signs stand in the printed one."""
    return _known().get(key(title).removeprefix(_state()), "")


def near_title(title: str) -> str:
    """The title of a national law that ``title`` is one character off: one misread, lost or added.

    Empty for a title that is well known itself, and for one that is near none.
    """
    name, state = key(title), _state()
    bare = name.removeprefix(state)
    if bare == name and _is_one_off(name[: len(state)], state):
        return f"{state}{name[len(state) :]}"
    if len(bare) < _SHORTEST or bare in _known():
        return ""
    blotted = _blotted()
    return next((blotted[form] for form in _forms(bare) if form in blotted), "")


def near_issuer(number: str) -> str:
    """The issuer of orders that the one named in a document number is one character off."""
    issuer = number.partition("令")[0]
    issuers: list[str] = knowledge("vocabulary/laws.yml")["issuers"]
    return next((known for known in issuers if _is_one_off(issuer, known)), "")


def _is_one_off(word: str, other: str) -> bool:
    return len(word) == len(other) and sum(a != b for a, b in zip(word, other, strict=True)) == 1


def _forms(name: str) -> Iterator[str]:
    """A name, and the name with each of its characters left out."""
    yield name
    yield from (name[:place] + name[place + 1 :] for place in range(len(name)))


def _state() -> str:
    state: str = knowledge("vocabulary/laws.yml")["optional_prefix"]
    return state


@cache
def _known() -> dict[str, str]:
    """Titles as they are written, by their names for comparison."""
    source = knowledge("vocabulary/laws.yml")
    curated = [t for law in source["laws"] for t in (law["title"], *law["titles"])]
    return {key(t).removeprefix(_state()): t for t in (*source["national"], *curated)}


@cache
def _blotted() -> dict[str, str]:
    titles = [title for title in sorted(_known()) if len(title) >= _SHORTEST]
    return {form: title for title in titles for form in _forms(title)}
