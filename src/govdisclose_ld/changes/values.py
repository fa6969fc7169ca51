"""Changes as plain frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from govdisclose_ld.model import Catalog, CellRef, Item, Phrase


class Kind(StrEnum):
    """What has happened to a field.

    ``ADDED``: nothing stood there before. ``REMOVED``: nothing stands there now. ``CHANGED``: it
    means something else. ``SETTLED``: it could not be told or was inferred, and now is read.
    ``UNSETTLED``: the other way round. The rest changes no meaning: ``REWORDED`` says the same in
    other words, ``REPRINTED`` differs in spaces, width or glyphs alone, ``RENUMBERED`` is another
    number before the item, ``RENAMED`` a matter above it that has another name for all its items.
    """

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SETTLED = "settled"
    UNSETTLED = "unsettled"
    REWORDED = "reworded"
    REPRINTED = "reprinted"
    RENUMBERED = "renumbered"
    RENAMED = "renamed"


MINOR = frozenset({Kind.REPRINTED, Kind.RENUMBERED, Kind.RENAMED})
"""Kinds that no reader of the catalog needs to hear of one by one."""


@dataclass(frozen=True, slots=True)
class Side:
    """A field in one of the two versions.

    ``printed`` is its text, ``reading`` the members of the JSON contract that it fills, ``cells``
    the places it is printed in (none where there is no such column).
    """

    printed: str
    reading: Mapping[str, Any]
    cells: tuple[CellRef, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that is not what it was.

    ``heading`` names the column of an unclaimed value (field ``extra``). ``gained`` and ``lost``
    are options ticked, elements, laws or agencies of one side alone; of a choice,
    ``offered_gained`` and ``offered_lost`` are options printed on one side alone. All four are
    empty where one side cannot be told: unknown is not no.
    """

    field: str
    kind: Kind
    old: Side
    new: Side
    heading: str = ""
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    offered_gained: tuple[str, ...] = ()
    offered_lost: tuple[str, ...] = ()

    @property
    def minor(self) -> bool:
        """Whether the change is of form alone."""
        return self.kind in MINOR


@dataclass(frozen=True, slots=True)
class Match:
    """Why two items are taken for the same, and how surely (0 to 1).

    ``ground`` is ``words`` (matter and content are printed alike), ``name`` (the path of matters
    is the same and no other item's) or ``likeness`` (the most similar pair by far: probably the
    same item).
    """

    ground: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Move:
    """An item that stands elsewhere: in another order (positions count from 1), under another
    matter, or both."""

    old_position: int
    new_position: int
    reordered: bool
    old_place: tuple[str, ...] = ()
    new_place: tuple[str, ...] = ()

    @property
    def replaced(self) -> bool:
        """Whether the matter above the item is another one."""
        return self.old_place != self.new_place


@dataclass(frozen=True, slots=True)
class ItemChange:
    """An item that was added (``old`` is None), removed (``new`` is None), moved or changed."""

    old: Item | None
    new: Item | None
    match: Match | None = None
    move: Move | None = None
    fields: tuple[FieldChange, ...] = ()

    @property
    def is_added(self) -> bool:
        """Whether only the new version has the item."""
        return self.old is None

    @property
    def is_removed(self) -> bool:
        """Whether only the old version has the item."""
        return self.new is None

    @property
    def telling(self) -> tuple[FieldChange, ...]:
        """The changes of fields that are not of form alone."""
        return tuple(change for change in self.fields if not change.minor)

    @property
    def minor(self) -> bool:
        """Whether nothing but form has changed."""
        kept = not (self.is_added or self.is_removed)
        return kept and not self.move and not self.telling


@dataclass(frozen=True, slots=True)
class MatterRename:
    """A matter with another name, all of whose items stand under the new one now."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    items: int


@dataclass(frozen=True, slots=True)
class Changes:
    """All that differs between two versions of a catalog.

    ``catalog`` are changes of what the catalog says of itself, ``items`` those of items in the
    order of the new version, removed ones after the item that they followed. ``doubts`` tell, in
    Chinese and English, why the two may not be versions of one catalog.
    """

    old: Catalog
    new: Catalog
    catalog: tuple[FieldChange, ...] = ()
    matters: tuple[MatterRename, ...] = ()
    items: tuple[ItemChange, ...] = ()
    doubts: tuple[Phrase, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the two versions say the same, whatever their form."""
        of_form = all(change.minor for change in self.catalog)
        return of_form and not self.matters and all(change.minor for change in self.items)
