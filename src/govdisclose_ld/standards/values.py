"""A disclosure standard as plain frozen values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from govdisclose_ld.model import UNSAID, Law, Phrase, TimeRule


@dataclass(frozen=True, slots=True)
class Requirements:
    """What an item has to print; an empty member asks for nothing.

    ``time_limit`` is the longest limit. ``channels``, ``audience``, ``mode`` and ``level`` are
    ids of the code lists of those names that have to be ticked, every one of them;
    ``least_channels`` is how many channels have to be ticked at least, whichever they are;
    ``allowed_channels`` and ``allowed_modes`` are the only ones that may be printed (empty: any).
    ``articles`` pairs a member (``"time_limit"``) with the article or place of the standard that
    asks for it.
    """

    time_limit: TimeRule | None = None
    channels: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    least_channels: int = 0
    allowed_channels: tuple[str, ...] = ()
    allowed_modes: tuple[str, ...] = ()
    articles: tuple[tuple[str, str], ...] = ()

    def article(self, member: str) -> str:
        """The place of the standard that asks for ``member``, or nothing where none is named."""
        return dict(self.articles).get(member, "")

    def over(self, general: Requirements) -> Requirements:
        """These requirements, and those of ``general`` where these ask for nothing."""
        sources = {m: self if getattr(self, m) else general for m in _MEMBERS}
        return Requirements(
            **{member: getattr(source, member) for member, source in sources.items()},
            articles=tuple(
                (member, place)
                for member, source in sources.items()
                if (place := source.article(member))
            ),
        )


_MEMBERS = tuple(each.name for each in fields(Requirements) if each.name != "articles")


@dataclass(frozen=True, slots=True)
class StandardItem:
    """One item that a catalog should have; ``id`` is unique within its standard.

    ``synonyms`` are curated other names of it (Chinese), ``elements`` what its content should
    hold and ``bases`` what it rests on, both as far as the standard says. ``field`` is an id of
    the code list of fields where a whole catalog of that field answers the item; ``covers`` are
    the fields that the item embraces and so are answered in part by a catalog of one of them.
    ``inferred`` tells that the item comes from a catalog that does not print this label in the
    item's own row. ``article`` is its place in the standard's text.
    """

    id: str
    label: Phrase
    requirements: Requirements = Requirements()
    synonyms: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    bases: tuple[Law, ...] = ()
    field: str = ""
    covers: tuple[str, ...] = ()
    inferred: bool = False
    article: str = ""


@dataclass(frozen=True, slots=True)
class StandardMatter:
    """A matter, the items under it, and the matters under it, to any depth.

    ``assumed`` tells that the source does not print which matter these items stand under, so
    that nothing may be claimed of their place. A matter without ``id`` and label holds items
    that stand under none; it is always ``assumed``.
    """

    id: str
    label: Phrase
    items: tuple[StandardItem, ...]
    assumed: bool = False
    matters: tuple[StandardMatter, ...] = ()
    article: str = ""

    def places(self) -> Iterator[tuple[StandardMatter, StandardItem]]:
        """Every item at or under this matter with the matter right above it."""
        for item in self.items:
            yield self, item
        for matter in self.matters:
            yield from matter.places()

    def within(self) -> Iterator[StandardMatter]:
        """The matter itself and every matter under it, as far as they have a name."""
        if self.id:
            yield self
        for matter in self.matters:
            yield from matter.within()


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
    """A disclosure standard, of one field or (``field`` empty) of all.

    ``field`` is an id of the code list of fields, ``identifier`` the document number, ``source``
    where the file's contents come from, ``required`` the fields (as the model names them) that
    every item must state, ``requirements`` what every item of a catalog is held to unless the
    standard's item that it answers asks for something else (``defaults.time_limit`` included).
    ``matters`` is empty for a standard that sets rules and no items. ``exhaustive`` tells that a
    catalog needs no item beyond these, so that such items are worth telling; ``shared`` that no
    catalog has to answer all items, for they are shared out among the catalogs of a division.
    ``file`` is where it was read from.
    """

    id: str
    title: Phrase
    field: str
    matters: tuple[StandardMatter, ...]
    identifier: str = ""
    source: str = ""
    note: Phrase = UNSAID
    required: tuple[str, ...] = ()
    defaults: Defaults = Defaults()
    requirements: Requirements = Requirements()
    exhaustive: bool = False
    shared: bool = False
    file: str = ""

    def places(self) -> Iterator[tuple[StandardMatter, StandardItem]]:
        """Every item with the matter right above it, in the order of the file."""
        for matter in self.matters:
            yield from matter.places()

    def all_matters(self) -> Iterator[StandardMatter]:
        """Every matter with a name, each before those under it."""
        for matter in self.matters:
            yield from matter.within()

    def path(self, item: str) -> tuple[StandardMatter, ...]:
        """The matters with a name that an item stands under, outermost first."""
        return next((path for path, each in _paths(self.matters) if each.id == item), ())

    @property
    def items(self) -> tuple[StandardItem, ...]:
        """The items of all matters, in the order of the file."""
        return tuple(item for _, item in self.places())

    def required_of(self, item: StandardItem | None) -> Requirements:
        """What an item that answers ``item`` is held to, or one that answers none."""
        default = Requirements(time_limit=self.defaults.time_limit)
        general = self.requirements.over(default)
        return general if item is None else item.requirements.over(general)


def _paths(
    matters: tuple[StandardMatter, ...], above: tuple[StandardMatter, ...] = ()
) -> Iterator[tuple[tuple[StandardMatter, ...], StandardItem]]:
    for matter in matters:
        path = (*above, matter) if matter.id else above
        for item in matter.items:
            yield path, item
        yield from _paths(matter.matters, path)
