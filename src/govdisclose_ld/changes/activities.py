"""Changes as Activity Streams 2.0, for machines that follow a catalog.

One ``OrderedCollection`` of activities (Activity Vocabulary, section 3): ``Create`` and ``Delete``
for items that came and went, ``Move`` for those that stand elsewhere, ``Update`` for those with
other fields and for the catalog itself. Nobody knows the hour of a change, so none is told; the
catalogs carry their dates of issue as ``dct:issued``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from govdisclose_ld.changes.lines import label_of, move_lines, name_of, path_text, title_of
from govdisclose_ld.changes.record import field_record
from govdisclose_ld.changes.values import Changes, FieldChange, ItemChange
from govdisclose_ld.changes.words import phrase
from govdisclose_ld.interpret.synthetic import SYNTHETIC, synthetic_notice
from govdisclose_ld.model import Catalog, Item, Phrase
from govdisclose_ld.rdf import DEFAULT_BASE
from govdisclose_ld.rdf.iris import (
    catalog_iri,
    item_iri,
    matter_iri,
    organisation_iri,
    segment,
    software_iri,
)

Record: TypeAlias = dict[str, Any]

_CONTEXT = [
    "https://www.w3.org/ns/activitystreams",
    {
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "gd": "https://w3id.org/govdisclose/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "issued": {"@id": "dct:issued", "@type": "xsd:date"},
    },
]
_ITEM, _CATALOG = "gd:DisclosureItem", "gd:DisclosureCatalog"


def to_activities(changes: Changes, *, base: str = DEFAULT_BASE) -> Record:
    """The changes as an OrderedCollection, ready for ``json.dumps``.

    Items and catalogs have the IRIs that the graph gives them under ``base``; the actor is the
    publisher of the new version, or this program where that is unknown. What a field said and
    says is attached as JSON, in the form of :func:`changes_record`. Raises ConfigurationError if
    ``base`` cannot be used.
    """
    stream = _Stream(changes, base)
    activities = list(stream.activities())
    made_up = SYNTHETIC in (changes.old.status, changes.new.status)
    return {
        "@context": _CONTEXT,
        "id": stream.iri,
        "type": "OrderedCollection",
        "nameMap": _map(phrase("phrases", "title")),
        **({"summaryMap": _map(synthetic_notice())} if made_up else {}),
        "generator": stream.software,
        "totalItems": len(activities),
        "orderedItems": activities,
    }


class _Stream:
    """Activities with the IRIs of both versions."""

    def __init__(self, changes: Changes, base: str):
        self._changes = changes
        self._base = base
        self._old = catalog_iri(changes.old, base=base)
        self._new = catalog_iri(changes.new, base=base)
        self.iri = f"{self._new}/changes/{segment(changes.old.version)}"
        name = "govdisclose-ld"
        self.software = {"id": software_iri(base), "type": "Application", "name": name}

    def activities(self) -> Iterator[Record]:
        """Every activity, numbered: of the catalog itself, of its matters, of its items."""
        parts = [*self._of_catalog()]
        for change in self._changes.items:
            parts += self._of_item(change)
        for number, activity in enumerate(parts, 1):
            iri = f"{self.iri}/{number}"
            notes = [
                {"id": f"{iri}/{place}", **note}
                for place, note in enumerate(activity.pop("attachment", ()), 1)
            ]
            attached = {"attachment": notes} if notes else {}
            yield {"id": iri, **activity, **attached, "actor": self._actor()}

    def _of_catalog(self) -> Iterator[Record]:
        changes = self._changes
        if changes.catalog or changes.matters:
            notes = [_note(change) for change in changes.catalog]
            notes += [_rename(list(one.old), list(one.new)) for one in changes.matters]
            yield {
                "type": "Update",
                "summaryMap": _map(title_of("changed", changes.new.title)),
                "object": _catalog(self._old, changes.old),
                "result": _catalog(self._new, changes.new),
                "attachment": notes,
            }

    def _of_item(self, change: ItemChange) -> Iterator[Record]:
        if change.new is None and change.old is not None:
            yield self._delete(change.old)
        elif change.old is None and change.new is not None:
            yield {
                "type": "Create",
                "summaryMap": _map(title_of("added", name_of(change.new))),
                "object": _item(self._new, change.new),
                "target": _catalog(self._new, self._changes.new),
            }
        elif change.old is not None and change.new is not None:
            yield from self._of_kept_item(change, change.old, change.new)

    def _delete(self, item: Item) -> Record:
        gone = _item(self._old, item)
        return {
            "type": "Delete",
            "summaryMap": _map(title_of("removed", name_of(item))),
            "object": {**gone, "type": "Tombstone", "formerType": _ITEM},
            "origin": _catalog(self._old, self._changes.old),
        }

    def _of_kept_item(self, change: ItemChange, old: Item, new: Item) -> Iterator[Record]:
        labels = [label_of(one) for one in change.telling]
        versions = {"object": _item(self._old, old), "result": _item(self._new, new)}
        if change.move:
            lines = list(move_lines(change.move))
            places = (change.move.old_place, change.move.new_place)
            yield {
                "type": "Move",
                "summaryMap": _map(title_of("moved", name_of(new), lines)),
                **versions,
                "origin": _place(self._old, places[0]),
                "target": _place(self._new, places[1]),
            }
        if change.telling:
            yield {
                "type": "Update",
                "summaryMap": _map(title_of("changed", name_of(new), labels)),
                **versions,
                "attachment": [_note(one) for one in change.fields],
            }

    def _actor(self) -> Record:
        new = self._changes.new
        if not new.publisher:
            return self.software
        code = new.division.code if new.division else ""
        iri = organisation_iri(self._base, code, new.publisher)
        return {"id": iri, "type": "Organization", "nameMap": {"zh": new.publisher}}


def _catalog(iri: str, catalog: Catalog) -> Record:
    named: Record = {"id": iri, "type": ["Document", _CATALOG]}
    dated = {"issued": catalog.issued} if catalog.issued else {}
    return {**named, "nameMap": {"zh": catalog.title}, **dated}


def _item(catalog: str, item: Item) -> Record:
    iri = item_iri(catalog, item.key)
    return {"id": iri, "type": ["Object", _ITEM], "nameMap": {"zh": name_of(item)}}


def _place(catalog: str, path: tuple[str, ...]) -> Record:
    """The matter that an item stands under, or the catalog where only the order changed."""
    if not path:
        return {"id": catalog, "type": ["Document", _CATALOG]}
    iri = matter_iri(catalog, path)
    return {"id": iri, "type": ["Object", "gd:Matter"], "nameMap": {"zh": path_text(path)}}


def _note(change: FieldChange) -> Record:
    return {
        "type": "Note",
        "nameMap": _map(label_of(change)),
        "mediaType": "application/json",
        "content": json.dumps(field_record(change), ensure_ascii=False, sort_keys=True),
    }


def _rename(old: list[str], new: list[str]) -> Record:
    return {
        "type": "Note",
        "nameMap": _map(phrase("phrases", "matters")),
        "mediaType": "application/json",
        "content": json.dumps({"old": old, "new": new}, ensure_ascii=False),
    }


def _map(words: Phrase) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en} if words.en else {"zh": words.zh}
