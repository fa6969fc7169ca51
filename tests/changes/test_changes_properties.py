"""What holds of any two versions: nothing for one and the same, mirrored, and complete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

from changes_samples import catalogs, versions
from hypothesis import given, settings

from govdisclose_ld.catalogs import to_record
from govdisclose_ld.changes import (
    Changes,
    FieldChange,
    ItemChange,
    Kind,
    MatterRename,
    Move,
    changes_page,
    changes_record,
    changes_text,
    diff,
    to_activities,
)
from govdisclose_ld.model import Catalog

MEMBERS = (
    "section",
    "ordinal",
    "matters",
    "matters_inferred",
    "matters_levels",
    "content",
    "elements",
    "legal_bases",
    "time_limit",
    "agencies",
    "site_section",
    "channels",
    "audience",
    "mode",
    "level",
    "extra",
)
OPPOSITE = {
    Kind.ADDED: Kind.REMOVED,
    Kind.REMOVED: Kind.ADDED,
    Kind.SETTLED: Kind.UNSETTLED,
    Kind.UNSETTLED: Kind.SETTLED,
}


@settings(max_examples=50, deadline=None)
@given(catalogs())
def test_a_catalog_and_itself_do_not_differ(one):
    changes = diff(one, one)

    assert (changes.catalog, changes.matters, changes.items) == ((), (), ())
    assert changes.is_empty


@settings(max_examples=120, deadline=None)
@given(versions())
def test_exchanging_the_versions_mirrors_the_changes(pair):
    old, new = pair
    there, back = diff(old, new), diff(new, old)

    assert told(mirrored(there)) == told(back)
    assert there.is_empty == back.is_empty


def mirrored(changes: Changes) -> Changes:
    return replace(
        changes,
        old=changes.new,
        new=changes.old,
        catalog=tuple(map(mirrored_field, changes.catalog)),
        matters=tuple(MatterRename(m.new, m.old, m.items) for m in changes.matters),
        items=tuple(mirrored_item(change) for change in changes.items),
    )


def mirrored_item(change: ItemChange) -> ItemChange:
    move = change.move and Move(
        change.move.new_position,
        change.move.old_position,
        change.move.reordered,
        change.move.new_place,
        change.move.old_place,
    )
    fields = tuple(map(mirrored_field, change.fields))
    return ItemChange(change.new, change.old, change.match, move, fields)


def mirrored_field(change: FieldChange) -> FieldChange:
    return FieldChange(
        change.field,
        OPPOSITE.get(change.kind, change.kind),
        change.new,
        change.old,
        change.heading,
        change.lost,
        change.gained,
        change.offered_lost,
        change.offered_gained,
    )


def told(changes: Changes) -> tuple[Any, ...]:
    """All that changes tell, in an order that does not depend on which version comes first."""
    items = [
        replace(one, fields=tuple(sorted(one.fields, key=lambda f: (f.field, f.heading))))
        for one in changes.items
    ]
    catalog = sorted(changes.catalog, key=lambda one: one.field)
    return (
        catalog,
        sorted(changes.matters, key=repr),
        sorted(items, key=lambda one: (repr(one.old), repr(one.new))),
    )


@settings(max_examples=120, deadline=None)
@given(versions())
def test_the_changes_lead_from_the_old_records_to_the_new_ones(pair):
    old, new = pair
    changes = diff(old, new)
    before, after = records(old), records(new)
    for change in changes.items:
        if change.old and change.new:
            patched = apply(before.pop(change.old.key), change.fields)
            assert patched == after.pop(change.new.key)
        elif change.old:
            before.pop(change.old.key)
        elif change.new:
            after.pop(change.new.key)

    assert list(before.values()) == list(after.values())
    facts, wanted = to_record(old), to_record(new)
    for one in changes.catalog:
        facts.update(one.new.reading)
    assert {n: facts[n] for n in wanted if n not in {"items", "findings", "document"}} == {
        n: value for n, value in wanted.items() if n not in {"items", "findings", "document"}
    }


def records(catalog: Catalog) -> dict[str, dict[str, Any]]:
    rows = zip(catalog.items, to_record(catalog)["items"], strict=True)
    return {item.key: {name: record[name] for name in MEMBERS} for item, record in rows}


def apply(record: Mapping[str, Any], fields: tuple[FieldChange, ...]) -> dict[str, Any]:
    patched = {**record, "extra": dict(record["extra"])}
    for change in fields:
        reading = dict(change.new.reading)
        if change.field == "extra":
            patched["extra"].pop(change.heading, None)
            patched["extra"].update(reading["extra"])
        else:
            patched.update(reading)
    return patched


@settings(max_examples=80, deadline=None)
@given(versions())
def test_no_fewer_items_could_have_moved(pair):
    old, new = pair
    changes = diff(old, new)
    gone = {change.old.key for change in changes.items if change.is_removed}
    came = {change.new.key for change in changes.items if change.is_added}
    partner = {c.old.key: c.new.key for c in changes.items if c.old and c.new}
    moved = [c for c in changes.items if c.move and c.move.reordered]
    unmoved_new = [i.key for i in new.items if i.key not in came and i.key not in partner.values()]
    unmoved_old = [i.key for i in old.items if i.key not in gone and i.key not in partner]
    partner |= dict(zip(unmoved_old, unmoved_new, strict=True))
    places = {item.key: place for place, item in enumerate(new.items)}
    order = [places[partner[item.key]] for item in old.items if item.key not in gone]

    assert len(moved) == len(order) - longest_rising(order)


def longest_rising(order: list[int]) -> int:
    for size in range(len(order), 0, -1):
        if any(list(some) == sorted(some) for some in combinations(order, size)):
            return size
    return 0


@settings(max_examples=30, deadline=None)
@given(versions())
def test_every_report_can_be_made_and_is_made_alike(pair):
    changes, again = diff(*pair), diff(*pair)

    for report in (changes_text, changes_page, changes_record, to_activities):
        assert report(changes) == report(again)
