"""The words of reports of changes, from ``words.yml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from govdisclose_ld.assets import knowledge, read_yaml


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = read_yaml(Path(__file__).with_name("words.yml"))
    return words


def phrase(group: str, name: str) -> tuple[str, str]:
    """A phrase of a group, in Chinese and in English."""
    entry = _words()[group][name]
    return str(entry["zh"]), str(entry["en"])


def sign(name: str) -> str:
    """The sign that stands before a kind of change, which also tells without colour."""
    return str(_words()["kinds"][name]["sign"])


def sentence(name: str, **values: object) -> tuple[str, str]:
    """A sentence with values put in, in Chinese and in English."""
    zh, en = phrase("sentences", name)
    return zh.format(**values), en.format(**values)


def field_name(field: str) -> tuple[str, str]:
    """What a field is called, in Chinese and in English."""
    if field in _words()["fields"]:
        return phrase("fields", field)
    label = knowledge("vocabulary/columns.yml")["fields"][field]["label"]
    return str(label["zh"]), str(label["en"])
