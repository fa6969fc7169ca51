"""Changes as a JSON record: the stable contract of ``diff --format json``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, TypeAlias

from govdisclose_ld.changes.values import Changes, FieldChange, ItemChange, Kind, Side
from govdisclose_ld.interpret import catalog_path
from govdisclose_ld.model import Catalog, CellRef, Item

Record: TypeAlias = dict[str, Any]


def changes_record(changes: Changes) -> Record:
    """The changes as plain lists, dicts, strings and numbers, ready for ``json.dumps``.

    The form is laid down in ``docs/reference/changes.md``. Keys are never left out.
    """
    return {
        "old": _catalog(changes.old),
        "new": _catalog(changes.new),
        "counts": count(changes),
        "doubts": [{"message": one.zh, "message_en": one.en} for one in changes.doubts],
        "catalog": [field_record(change) for change in changes.catalog],
        "matters": [
            {"old": list(one.old), "new": list(one.new), "items": one.items}
            for one in changes.matters
        ],
        "items": [_item(change) for change in changes.items],
    }


def count(changes: Changes) -> dict[str, int]:
    """How many items were added, removed, moved, changed, left as they were, changed in form.

    An item that was moved and changed counts as both, so the numbers need not add up.
    """
    tally: Counter[str] = Counter()
    for item in changes.items:
        tally[Kind.ADDED] += item.is_added
        tally[Kind.REMOVED] += item.is_removed
        tally["moved"] += item.move is not None
        tally[Kind.CHANGED] += bool(item.telling)
        tally["minor"] += item.minor
    told = sum(not (item.is_added or item.minor) for item in changes.items)
    tally["same"] = len(changes.old.items) - told - tally["minor"]
    return {n: tally[n] for n in ("added", "removed", "moved", "changed", "minor", "same")}


def _catalog(catalog: Catalog) -> Record:
    place = catalog.division
    return {
        "title": catalog.title,
        "path": catalog_path(catalog),
        "division": {"code": place.code, "name": place.name} if place else None,
        "field": catalog.field.label if catalog.field else "",
        "status": catalog.status,
        "issued": catalog.issued,
        "document": {"name": catalog.document.name, "sha256": catalog.document.sha256},
        "items": len(catalog.items),
    }


def _item(change: ItemChange) -> Record:
    move = change.move
    return {
        "changes": list(kinds_of(change)),
        "old": _named(change.old),
        "new": _named(change.new),
        "match": change.match.ground if change.match else "",
        "confidence": change.match.confidence if change.match else None,
        "move": {
            "old_position": move.old_position,
            "new_position": move.new_position,
            "reordered": move.reordered,
            "old_place": list(move.old_place),
            "new_place": list(move.new_place),
        }
        if move
        else None,
        "fields": [field_record(one) for one in change.fields],
    }


def kinds_of(change: ItemChange) -> Iterable[str]:
    """What has happened to an item: ``added``, ``removed``, or some of the other words."""
    if change.is_added:
        yield Kind.ADDED.value
    elif change.is_removed:
        yield Kind.REMOVED.value
    else:
        if change.move:
            yield "moved"
        if change.telling:
            yield Kind.CHANGED.value
        if len(change.telling) < len(change.fields):
            yield "minor"


def _named(item: Item | None) -> Record | None:
    if item is None:
        return None
    return {
        "key": item.key,
        "ordinal": item.ordinal,
        "matters": [matter.label for matter in item.matters],
        "content": item.content.text,
        "source": {"table": item.source.table, "row": item.source.row, "line": item.line},
    }


def field_record(change: FieldChange) -> Record:
    """One change of a field, both sides with their cells."""
    return {
        "field": change.field,
        "heading": change.heading,
        "change": change.kind.value,
        "old": _side(change.old),
        "new": _side(change.new),
        "gained": list(change.gained),
        "lost": list(change.lost),
        "offered_gained": list(change.offered_gained),
        "offered_lost": list(change.offered_lost),
    }


def _side(side: Side) -> Record:
    return {
        "printed": side.printed,
        "reading": dict(side.reading),
        "cells": [_cell(ref) for ref in side.cells],
    }


def _cell(ref: CellRef) -> dict[str, int]:
    return {"table": ref.table, "row": ref.row, "column": ref.column}
