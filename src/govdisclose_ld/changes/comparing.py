"""Two versions of a catalog held side by side: ``diff``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govdisclose_ld.catalogs import to_record
from govdisclose_ld.changes.doubts import doubts_about
from govdisclose_ld.changes.fields import compare_fields
from govdisclose_ld.changes.matching import Pair, match_items
from govdisclose_ld.changes.moves import find_moves, find_renames, place_of
from govdisclose_ld.changes.sides import Field, catalog_sides, item_sides
from govdisclose_ld.changes.values import Changes, ItemChange, MatterRename, Move, Side
from govdisclose_ld.model import Catalog

_Sides = list[dict[Field, Side]]


def diff(old: Catalog, new: Catalog) -> Changes:
    """All that differs between two versions of a catalog; nothing for a catalog and itself.

    Items are paired by their printed words, then by a path of matters that is theirs alone, then
    by likeness where one pair is more alike than any other by far; a pair of the last kind is
    *probably* the same item and says how surely. What cannot be paired so is told as removed and
    added. ``diff(new, old)`` tells the same the other way round.

    Each field's reading is the JSON contract's: put over the old record, the new sides of the
    changes give the new record.
    """
    before, after = to_record(old), to_record(new)
    old_sides, new_sides = item_sides(old, before), item_sides(new, after)
    pairs = match_items(old.items, new.items)
    renames = find_renames(old.items, new.items, pairs)
    moves = find_moves(old.items, new.items, pairs, renames)
    paired = _paired(old, new, pairs, (old_sides, new_sides), (moves, renames))
    return Changes(
        old,
        new,
        tuple(compare_fields(catalog_sides(old, before), catalog_sides(new, after))),
        tuple(renames.values()),
        tuple(_ordered(old, new, pairs, paired)),
        doubts_about(old, new, pairs),
    )


def _paired(
    old: Catalog,
    new: Catalog,
    pairs: tuple[Pair, ...],
    sides: tuple[_Sides, _Sides],
    places: tuple[Mapping[Pair, Move], Mapping[tuple[str, ...], MatterRename]],
) -> dict[int, ItemChange]:
    """The changes of the items that both versions have, by place in the new one."""
    moves, renames = places
    found: dict[int, ItemChange] = {}
    for pair in pairs:
        one, other = old.items[pair.old], new.items[pair.new]
        renamed = place_of(one) in renames
        fields = compare_fields(sides[0][pair.old], sides[1][pair.new], renamed=renamed)
        change = ItemChange(one, other, pair.match, moves.get(pair), tuple(fields))
        if change.fields or change.move:
            found[pair.new] = change
    return found


def _ordered(
    old: Catalog, new: Catalog, pairs: tuple[Pair, ...], paired: Mapping[int, ItemChange]
) -> Iterator[ItemChange]:
    """In the new order; a removed item comes after the item that it followed in the old version."""
    kept = {pair.old: pair.new for pair in pairs}
    follow: dict[int, list[ItemChange]] = {}
    last = -1
    for place, item in enumerate(old.items):
        last = kept.get(place, last)
        if place not in kept:
            follow.setdefault(last, []).append(ItemChange(item, None))
    came = set(kept.values())
    yield from follow.get(-1, ())
    for place, item in enumerate(new.items):
        if place in paired:
            yield paired[place]
        elif place not in came:
            yield ItemChange(None, item)
        yield from follow.get(place, ())
