"""What a synthetic catalog says: its duties, before anybody prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from govdisclose_ld.model import Term
from govdisclose_ld.samples.chance import Chance
from govdisclose_ld.samples.stock import Ware, rate, wares, words

_HALF = 0.5
TICKED = ("audience", "mode", "level")


@dataclass(frozen=True, slots=True)
class Duty:
    """One item of a synthetic catalog.

    ``bases`` and ``limit`` are entries of the stock: what is printed, with what it means.
    ``spared`` tells that a catalog with a default limit leaves the cell blank. ``ticks`` are ids
    of code lists by field; ``channels`` the places of the ticked ones in the catalog's own list;
    ``unmarked`` are the fields that are printed without marks, so that nobody can tell what is
    ticked.
    """

    matters: tuple[str, ...]
    elements: tuple[str, ...]
    listed: bool
    bases: tuple[Mapping[str, Any], ...]
    limit: Mapping[str, Any]
    spared: bool
    agencies: tuple[str, ...]
    site_section: str
    channels: frozenset[int]
    ticks: Mapping[str, tuple[str, ...]]
    unmarked: frozenset[str]
    remark: str
    stands_for: str


def draw_duties(field: Term, depth: int, chance: Chance) -> tuple[Duty, ...]:
    """The duties of a catalog, those under one matter together; never none.

    Their paths of matters have ``depth`` steps (1 to 3), the item's own name included.
    """
    stock = [_deepened(ware, field, depth) for ware in wares(field)]
    return tuple(_duty(ware, chance) for ware in _kept(stock, chance)) or (_duty(stock[0], chance),)


def _deepened(ware: Ware, field: Term, depth: int) -> Ware:
    """The ware under as many matters as the catalog has levels for."""
    top: str = words()["top"].format(field=field.label)
    path = (top, *ware.path)
    return replace(ware, path=path[len(path) - depth + 1 :])


def _kept(stock: Sequence[Ware], chance: Chance) -> Iterator[Ware]:
    for ware in stock:
        if not chance.happens(rate("omit")):
            yield ware
        if chance.happens(rate("own_item")):
            yield Ware(ware.path, chance.pick(words()["own_items"]))


def _duty(ware: Ware, chance: Chance) -> Duty:
    local = bool(ware.names) and chance.happens(rate("local_name"))
    label = chance.pick(ware.names) if local else ware.label
    return Duty(
        matters=(*ware.path, label),
        elements=_elements(ware, chance),
        listed=chance.happens(rate("list_content")),
        bases=tuple(_bases(chance)),
        limit=_limit(chance),
        spared=chance.happens(_HALF),
        agencies=tuple(chance.pick(words()["agencies"])),
        site_section=chance.pick(words()["site_sections"]),
        channels=_channels(chance),
        ticks={name: _ticks(name, chance) for name in TICKED},
        unmarked=frozenset(
            name for name in ("channels", *TICKED) if chance.happens(rate("no_marks"))
        ),
        remark=chance.pick(words()["remarks"]) if chance.happens(rate("remark")) else "",
        stands_for=ware.stands_for,
    )


def _elements(ware: Ware, chance: Chance) -> tuple[str, ...]:
    if ware.elements and not chance.happens(rate("own_item")):
        return ware.elements
    return tuple(chance.shuffle(words()["elements"])[: chance.between(2, 4)])


def _bases(chance: Chance) -> Iterator[Mapping[str, Any]]:
    yield chance.pick(words()["bases"])
    if chance.happens(rate("second_basis")):
        text = chance.pick(words()["placeholder_bases"])
        yield {"text": text, "title": text.strip("《》")}


def _limit(chance: Chance) -> Mapping[str, Any]:
    limits = words()["limits"]
    usual = chance.happens(rate("usual_limit"))
    limit: Mapping[str, Any] = limits["usual"] if usual else chance.pick(limits["others"])
    return limit


def _channels(chance: Chance) -> frozenset[int]:
    rules = words()["channels"]
    most = max(len(rules["template"]), len(rules["local"]))
    drawn = {n for n in range(1, most) if chance.happens(rules["others"] / 10)}
    return frozenset(drawn | set(range(rules["always"])))


def _ticks(name: str, chance: Chance) -> tuple[str, ...]:
    usual = chance.happens(rate("usual_ticks")) or name not in words()["other_ticks"]
    ids = words()["usual"][name] if usual else chance.pick(words()["other_ticks"][name])
    return tuple(ids)
