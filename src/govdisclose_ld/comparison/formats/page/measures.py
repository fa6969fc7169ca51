"""The measures: what share of each catalog's items is good, with what is unknown told apart."""

from __future__ import annotations

from govdisclose_ld.comparison.formats.page.markup import hidden, number, section
from govdisclose_ld.comparison.formats.page.places import side_name
from govdisclose_ld.comparison.measurements import Measurement
from govdisclose_ld.comparison.metrics import list_metrics
from govdisclose_ld.comparison.values import Comparison
from govdisclose_ld.markup import Content, Markup, element, table
from govdisclose_ld.model import Phrase


def show_measures(comparison: Comparison) -> Markup:
    """One row a side, one column a metric."""
    headings: list[Content] = [
        Phrase("地方", "place"),
        *(element("span", metric.label, title=metric.definition.zh) for metric in list_metrics()),
    ]
    rows = [
        [side_name(side), *(_measurement(one) for one in side.measurements)]
        for side in comparison.sides
    ]
    how = Phrase(
        "每格：达标占比（达标/可判断）；“疑”后是无法判断或待核对的个数，不算作“否”。",
        "In each cell: the share that is good (good of known); after 疑 the number that is unknown "
        "or not reviewed, which is not the same as no.",
    )
    whole = table(headings, rows, label="指标 measures", name="measures")
    return section("measures", "指标", "measures", element("p", how), whole)


def _measurement(one: Measurement) -> Markup:
    if not one.applies:
        return element("span", "不适用", class_="open")
    open_ = one.pending + one.unknown
    doubt = element("span", f" 疑 {open_}", hidden(" 个无法判断"), class_="open") if open_ else ""
    if one.metric.kind == "mean":
        return Markup(f"{number(one.mean, places=2)}{doubt}")
    if one.metric.kind == "any":
        return element("span", "有" if one.good else "没有" if one.poor else "无法判断")
    if one.share is None:
        return element("span", f"无法判断 {one.unknown}", class_="open")
    known = one.good + one.poor + one.pending
    counted = element("span", f" {one.good}/{known}", class_="en")
    return Markup(f"{number(100 * one.share, unit='%')}{counted}{doubt}")
