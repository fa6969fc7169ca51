"""The items that one side alone has."""

from __future__ import annotations

from govdisclose_ld.comparison.formats.page.markup import section
from govdisclose_ld.comparison.formats.page.places import Places, side_name
from govdisclose_ld.comparison.values import Comparison, Side
from govdisclose_ld.markup import Markup, element
from govdisclose_ld.model import Phrase


def show_alone(comparison: Comparison, places: Places) -> Markup:
    """For each side, the items outside of the standard whose name no other side prints."""
    told = [_side(side, places) for side in comparison.sides if side.alone]
    if not told:
        none = Phrase("没有只有一方有的事项。", "There is none.")
        told = [element("p", none)]
    how = Phrase(
        "名称只见于这一方、也不对应标准任何事项的事项。",
        "Items whose name only this one prints, and that answer nothing of the standard.",
    )
    return section("alone", "仅一方有的事项", "items only one side has", element("p", how), *told)


def _side(side: Side, places: Places) -> Markup:
    lines = [
        element("li", link.title, " ", places.show(link.place, link.catalog)) for link in side.alone
    ]
    count = Phrase(f"{len(lines)} 项", f"{len(lines)} items")
    summary = element("summary", side_name(side), " ", count)
    return element("details", summary, element("ul", *lines, class_="items"))
