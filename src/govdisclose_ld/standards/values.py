"""A disclosure standard as plain frozen values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govdisclose_ld.model import TimeRule


@dataclass(frozen=True, slots=True)
class Label:
    """One name in Chinese and in English."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class StandardItem:
    """One item that a catalog should have; ``id`` is unique within its standard."""

    id: str
    label: Label


@dataclass(frozen=True, slots=True)
class StandardMatter:
    """A first-level matter and the items under it.

    ``assumed`` tells that the source does not print which matter these items stand under, so
    that nothing may be claimed of their place.
    """

    id: str
    label: Label
    items: tuple[StandardItem, ...]
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a standard sets for every item that says nothing else.

    ``retention`` pairs a level (``county``) with a retention term (``permanent``); ``display``
    are rules for how long a notice stays up, each with the level that it holds for.
    """

    time_limit: TimeRule | None = None
    retention: tuple[tuple[str, str], ...] = ()
    display: tuple[TimeRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Standard:
    """A disclosure standard of one field.

    ``field`` is an id of the code list of fields, ``identifier`` the document number, ``source``
    where the file's contents come from, ``required`` the fields (as the model names them) that
    every item must state.
    """

    id: str
    title: Label
    field: str
    matters: tuple[StandardMatter, ...]
    identifier: str = ""
    source: str = ""
    note: Label = Label("", "")
    required: tuple[str, ...] = ()
    defaults: Defaults = Defaults()

    def places(self) -> Iterator[tuple[StandardMatter, StandardItem]]:
        """Every item with the matter that it stands under, in the order of the file."""
        for matter in self.matters:
            for item in matter.items:
                yield matter, item

    @property
    def items(self) -> tuple[StandardItem, ...]:
        """The items of all matters, in the order of the file."""
        return tuple(item for _, item in self.places())
