"""The stock that samples are made of: ``data/samples.yml``, and the standards of each field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from govdisclose_ld.assets import knowledge
from govdisclose_ld.model import Term
from govdisclose_ld.standards import Standard, StandardItem, list_standards


@dataclass(frozen=True, slots=True)
class Ware:
    """One item to draw: its usual name, local names, words of its content.

    ``path`` are the matters it stands under, outermost first; ``stands_for`` is the standard's
    item that it is (``poverty-alleviation-2019/exit``), empty where no standard has it.
    """

    path: tuple[str, ...]
    label: str
    names: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    stands_for: str = ""


@cache
def words() -> dict[str, Any]:
    """The whole stock, as the file has it."""
    stock: dict[str, Any] = knowledge("samples.yml")
    return stock


def rate(name: str) -> float:
    """How often something is made so, from 0 to 1."""
    return float(words()["rates"][name])


@cache
def wares(field: Term) -> tuple[Ware, ...]:
    """The items of a field: those of its standard, else those of the stock, else general ones."""
    own = words()["fields"].get(field.id, {})
    standard = next((s for s in list_standards() if s.field == field.id and s.items), None)
    if standard is not None:
        return tuple(_of_standard(standard, own.get("items", {})))
    return tuple(_of_groups(own.get("groups", words()["any_field"])))


def _of_standard(standard: Standard, local: dict[str, Any]) -> Iterator[Ware]:
    for matter, item in standard.places():
        path = tuple(m.label.zh for m in standard.path(item.id)) or (matter.label.zh,)
        entry = local.get(item.id, {})
        elements = entry.get("elements", item.elements)
        yield Ware(
            path,
            item.label.zh,
            tuple(entry.get("names", item.synonyms)),
            tuple(elements),
            _name(standard, item),
        )


def _name(standard: Standard, item: StandardItem) -> str:
    return f"{standard.id}/{item.id}"


def _of_groups(groups: Iterable[dict[str, Any]]) -> Iterator[Ware]:
    for group in groups:
        for item in group["items"]:
            names, elements = item.get("names", ()), item.get("elements", ())
            yield Ware((group["label"],), item["label"], tuple(names), tuple(elements))
