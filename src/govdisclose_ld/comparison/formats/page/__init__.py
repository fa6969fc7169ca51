"""A comparison as HTML: one self-contained page, or an index with a page for each province.

A page needs neither network nor script and forbids itself both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from govdisclose_ld.comparison.formats.page.alone import show_alone
from govdisclose_ld.comparison.formats.page.deviations import count_deviations, show_deviations
from govdisclose_ld.comparison.formats.page.markup import section
from govdisclose_ld.comparison.formats.page.matrix import show_key, show_matrix
from govdisclose_ld.comparison.formats.page.measures import show_measures
from govdisclose_ld.comparison.formats.page.places import Places, side_id
from govdisclose_ld.comparison.formats.page.provinces import show_provinces
from govdisclose_ld.comparison.formats.page.scores import explain_scores, show_scores
from govdisclose_ld.comparison.formats.wording import caveats
from govdisclose_ld.comparison.values import Comparison, Side
from govdisclose_ld.markup import Markup, element, page
from govdisclose_ld.model import Phrase

MOST_SIDES = 120  # on one page with all details
_STYLE = Path(__file__).with_name("page.css")


@dataclass(frozen=True, slots=True)
class _Province:
    code: str
    name: str
    comparison: Comparison

    @property
    def file(self) -> str:
        return f"{self.code or 'unknown'}.html"


def write_page(comparison: Comparison, *, links: Mapping[str, str] | None = None) -> bytes:
    """The one page; where there are too many sides, provinces are folded and details left out."""
    places = Places(links or {})
    if len(comparison.sides) <= MOST_SIDES:
        return _page(comparison, _details(comparison, places))
    provinces = _split(comparison)
    anchors = {one.code: f"#p{one.code}" for one in provinces}
    parts = [show_provinces(_provinces(comparison), anchors), show_key()]
    parts += [_folded(one, places) for one in provinces]
    parts.append(explain_scores(comparison))
    return _page(comparison, [*parts, count_deviations(comparison), _elsewhere()])


def write_pages(
    comparison: Comparison, *, links: Mapping[str, str] | None = None
) -> dict[str, bytes]:
    """The index, and the pages that it links to, by file name."""
    places = Places(links or {})
    if len(comparison.sides) <= MOST_SIDES:
        return {"index.html": write_page(comparison, links=links)}
    provinces = _split(comparison)
    files = {one.code: one.file for one in provinces}
    index = [show_provinces(_provinces(comparison), files), explain_scores(comparison)]
    index.append(count_deviations(comparison))
    pages = {"index.html": _page(comparison, index)}
    for one in provinces:
        parts = _details(one.comparison, places)
        pages[one.file] = _page(one.comparison, parts, place=one.name)
    return pages


def _details(comparison: Comparison, places: Places) -> list[Markup]:
    several = len({side.province_code for side in comparison.sides}) > 1
    return [
        *([show_provinces(_provinces(comparison), _first_rows(comparison))] if several else []),
        section(
            "matrix", "覆盖矩阵", "coverage matrix", show_key(), show_matrix(comparison, places)
        ),
        show_scores(comparison),
        explain_scores(comparison),
        show_deviations(comparison, places),
        show_measures(comparison),
        show_alone(comparison, places),
    ]


def _first_rows(comparison: Comparison) -> dict[str, str]:
    """Where each province begins in the matrix of the page."""
    return {one.code: f"#{side_id(one.comparison.sides[0])}" for one in _split(comparison)}


def _folded(province: _Province, places: Places) -> Markup:
    """A province on the one page for many: its matrix and scores, folded, without the details."""
    matrix = show_matrix(province.comparison, places, compact=True)
    count = len(province.comparison.sides)
    name = province.name or "所在省不明"
    summary = element("summary", element("b", name), " ", Phrase(f"{count} 个", f"{count} rows"))
    return element("details", summary, matrix, class_="province", id=f"p{province.code}")


def _elsewhere() -> Markup:
    words = Phrase(
        "这一页不列各单元格的事项和逐条偏离：-o 指定文件夹可得各省分页，CSV、Excel、JSON 也都有。",
        "The items of each cell and each single deviation are left out here: give a folder to -o "
        "for pages by province; CSV, Excel and JSON have them all.",
    )
    return element("p", words)


def _split(comparison: Comparison) -> list[_Province]:
    found = []
    for code, sides in groupby(_by_province(comparison.sides), lambda side: side.province_code):
        few = tuple(sides)
        found.append(_Province(code, few[0].province, replace(comparison, sides=few)))
    return found


def _provinces(comparison: Comparison) -> list[tuple[str, str, tuple[Side, ...]]]:
    return [(one.code, one.name, one.comparison.sides) for one in _split(comparison)]


def _by_province(sides: Sequence[Side]) -> list[Side]:
    return sorted(sides, key=lambda side: (side.province_code, side.code, side.key))


def _page(comparison: Comparison, parts: Sequence[Markup], *, place: str = "") -> bytes:
    title = f"{place}对照比较：{comparison.standard.title.zh}"
    back = element("p", element("a", Phrase("← 返回总表", "all provinces"), href="index.html"))
    text = page(
        title,
        element("header", element("h1", title), _facts(comparison), _caveats(comparison)),
        element("main", *([back] if place else []), *parts),
        style=_STYLE,
    )
    return text.encode("utf-8", "replace")


def _facts(comparison: Comparison) -> Markup:
    catalogs = sum(len(side.catalogs) for side in comparison.sides)
    sides, duties = len(comparison.sides), len(comparison.duties)
    older = len(comparison.superseded)
    zh = f"{sides} 个地方，{catalogs} 份目录，{duties} 个标准事项"
    en = f"{sides} rows, {catalogs} catalogs, {duties} items of the standard"
    if older:
        zh, en = f"{zh}；另有 {older} 份旧版未计", f"{en}; {older} older editions left out"
    return element("p", Phrase(f"{zh}。", f"{en}."))


def _caveats(comparison: Comparison) -> Markup:
    lines = [element("li", one) for one in caveats(comparison)]
    return element("ul", *lines, class_="caveats")
