"""The coverage matrix as a heat map: a real table, with a sign and words in every cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from govdisclose_ld.comparison.formats.page.markup import hidden, number
from govdisclose_ld.comparison.formats.page.places import Places, side_id, side_name
from govdisclose_ld.comparison.formats.wording import (
    doubt_name,
    state_meaning,
    state_name,
    state_short,
    state_sign,
)
from govdisclose_ld.comparison.values import Cell, CellState, Comparison, Deviation, Link, Side
from govdisclose_ld.markup import Markup, box, element
from govdisclose_ld.model import Phrase
from govdisclose_ld.standards import StandardItem, deviation_kind

_LINK_WORDS = {"answers": "对应", "in-part": "部分对应", "candidate": "候选"}
_MOST_SHOWN = 12  # of the items or doubts of one cell


def show_key() -> Markup:
    """What the signs mean."""
    entries = []
    for state in CellState:
        name, meaning = state_name(state), state_meaning(state)
        sign = element("span", f"{state_sign(state)} {state_short(state)}", class_=f"c {state}")
        words = Phrase(f"{name.zh}：{meaning.zh}", f"{name.en}: {meaning.en}")
        entries.append(element("li", sign, element("span", words)))
    return element("ul", *entries, class_="key")


def show_matrix(comparison: Comparison, places: Places, *, compact: bool = False) -> Markup:
    """The matrix; ``compact`` leaves out what stands under each cell."""
    if not comparison.duties:
        return element("p", Phrase("这个标准没有列出事项。", "This standard lists no items."))
    caption = element(
        "caption",
        hidden(f"{comparison.standard.title.zh}：各地对每个标准事项的覆盖状态"),
    )
    groups = _groups(comparison)
    head = element("thead", *([groups] if groups else []), _headings(comparison))
    body = element(
        "tbody", *[_row(side, comparison.duties, places, compact) for side in comparison.sides]
    )
    whole = element("table", caption, head, body)
    return box(whole, label="覆盖矩阵 coverage matrix", name="matrix")


def _groups(comparison: Comparison) -> Markup | None:
    """The standard's first-level matters over their items; None where it has none."""
    named = [_group_name(comparison, duty) for duty in comparison.duties]
    if not any(named):
        return None
    cells = [element("td", class_="corner")]
    for name, members in groupby(named):
        cells.append(element("th", name, scope="colgroup", colspan=len(list(members))))
    return element("tr", *cells, element("td"), class_="groups")


def _group_name(comparison: Comparison, duty: StandardItem) -> str:
    path = comparison.standard.path(duty.id)
    if not path:
        return ""
    return f"{path[0].label.zh}（归属未经核对）" if path[0].assumed else path[0].label.zh


def _headings(comparison: Comparison) -> Markup:
    corner = element("th", Phrase("地方", "place"), scope="col", class_="corner")
    duties = [
        element("th", duty.label.zh, scope="col", title=duty.label.en) for duty in comparison.duties
    ]
    return element("tr", corner, *duties, element("th", Phrase("分数", "score"), scope="col"))


def _row(
    side: Side,
    duties: tuple[StandardItem, ...],
    places: Places,
    compact: bool,  # noqa: FBT001
) -> Markup:
    cells = [
        _compact(cell) if compact else _cell(cell, duty, places)
        for cell, duty in zip(side.cells, duties, strict=True)
    ]
    score = number(side.score.value) if side.score else "—"
    name = element("th", side_name(side), scope="row", id=side_id(side))
    return element("tr", name, *cells, element("td", score, class_="score"))


def _cell(cell: Cell, duty: StandardItem, places: Places) -> Markup:
    under = list(_under(cell, places))
    if not under:
        return _compact(cell)
    summary = element("summary", *_face(cell))
    card = element("div", element("b", duty.label.zh), element("ul", *under), class_="card")
    return element("td", element("details", summary, card), class_=f"c {cell.state}")


def _compact(cell: Cell) -> Markup:
    return element("td", *_face(cell), class_=f"c {cell.state}")


def _face(cell: Cell) -> Iterator[Markup | str]:
    """A sign and one character for the eye, the whole name for a screen reader."""
    count = str(len(cell.links)) if len(cell.links) > 1 else ""
    seen = f"{state_sign(cell.state)} {state_short(cell.state)}{count}"
    yield element("span", seen, aria_hidden="true")
    items = f"，{len(cell.links)} 项" if cell.links else ""
    yield hidden(f"{state_name(cell.state).zh}{items}")


def _under(cell: Cell, places: Places) -> Iterator[Markup]:
    yield from _shortened([_link(link, places) for link in cell.links])
    yield from _shortened([_deviation(one, places) for one in (*cell.deviations, *cell.notes)])
    doubts = [
        element(
            "li",
            doubt_name(one.reason).zh,
            " ",
            one.title,
            " ",
            places.show(one.place, one.catalog),
        )
        for one in cell.doubts
    ]
    yield from _shortened(doubts)


def _shortened(lines: list[Markup]) -> Iterable[Markup]:
    """The first lines, and how many there are more."""
    yield from lines[:_MOST_SHOWN]
    if len(lines) > _MOST_SHOWN:
        more = len(lines) - _MOST_SHOWN
        yield element("li", Phrase(f"另有 {more} 处", f"{more} more"))


def _link(link: Link, places: Places) -> Markup:
    return element(
        "li", f"{_LINK_WORDS[link.kind]}：{link.title} ", places.show(link.place, link.catalog)
    )


def _deviation(one: Deviation, places: Places) -> Markup:
    name = deviation_kind(one.kind).name.zh
    expected = f"，标准：{one.expected}" if one.expected else ""
    printed = f"，目录：{one.printed}" if one.printed else ""
    words = f"偏离：{name}{expected}{printed} "
    return element("li", words, places.show(one.place, one.catalog), class_="deviation")
