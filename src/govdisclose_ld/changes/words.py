"""The words of reports of changes, from ``words.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from govdisclose_ld.assets import read_yaml
from govdisclose_ld.model import Phrase
from govdisclose_ld.review import words as reading


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = read_yaml(Path(__file__).with_name("words.yml"))
    return words


def phrase(group: str, name: str) -> Phrase:
    """A phrase of a group."""
    return Phrase.of(_words()[group][name])


def sign(name: str) -> str:
    """The sign that stands before a kind of change, which also tells without colour."""
    return str(_words()["kinds"][name]["sign"])


def sentence(name: str, **values: object) -> Phrase:
    """A sentence with values put in."""
    form = phrase("sentences", name)
    return Phrase(form.zh.format(**values), form.en.format(**values))


def field_name(field: str) -> Phrase:
    """What a field is called."""
    return phrase("fields", field) if field in _words()["fields"] else reading.field_name(field)
