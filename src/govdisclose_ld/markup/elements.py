"""HTML out of elements: what is not markup already is escaped, so that nothing can be forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import TypeAlias

from govdisclose_ld.model import Phrase

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_UNENCODABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_VOID = frozenset({"br", "input", "meta"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


Content: TypeAlias = str | Phrase


def element(name: str, /, *children: Content, **attributes: str | int | bool | None) -> Markup:
    """An element that is well-formed as HTML and as XML.

    Children that are no Markup are escaped, and so is every value; a Phrase shows its Chinese with
    the English beside it. An attribute that is None or
    False is left out, one that is True has its own name as value; ``_`` in its name is ``-``,
    and ``_`` at its end is dropped (``class_``).
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{written} />")
    return Markup(f"<{name}{written}>{join(children)}</{name}>")


def join(parts: Iterable[Content], between: str = "") -> Markup:
    """The parts one after another, each escaped unless it is Markup."""
    return Markup(text(between).join(map(text, parts)))


def text(value: Content) -> Markup:
    """The text escaped; controls show as their pictures (␀), other unprintable characters as �."""
    if isinstance(value, Phrase):
        return _shown(value)
    return value if isinstance(value, Markup) else _escaped(value)


@lru_cache(maxsize=8192)
def _shown(phrase: Phrase) -> Markup:
    if not phrase.en or phrase.en == phrase.zh:
        return text(phrase.zh)
    return join([phrase.zh, " ", element("i", phrase.en, lang="en")])


@lru_cache(maxsize=8192)
def _escaped(value: str) -> Markup:
    shown = _CONTROLS.sub(lambda found: _picture(found.group()), value)
    return Markup(escape(_UNENCODABLE.sub("\ufffd", shown)))


def _picture(control: str) -> str:
    return "\u2421" if control == "\x7f" else chr(0x2400 + ord(control))


def _attribute(key: str, value: str | int | bool | None) -> str:  # noqa: FBT001
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f' {name}="{name if value is True else text(str(value))}"'
