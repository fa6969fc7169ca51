"""The deviations side by side: by the standard's item, then by kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from govdisclose_ld.comparison.formats.page.markup import section
from govdisclose_ld.comparison.formats.page.places import Places, side_name
from govdisclose_ld.comparison.values import Comparison, Deviation, Side
from govdisclose_ld.markup import Content, Markup, element, table
from govdisclose_ld.model import Phrase
from govdisclose_ld.standards import deviation_kind

_Found = tuple[Side, Deviation]


def show_deviations(comparison: Comparison, places: Places) -> Markup:
    """All deviations, those that weigh on no answer included."""
    found = _by_duty(comparison)
    if not found:
        none = Phrase("没有发现偏离。", "No deviation was found.")
        return section("deviations", "偏离", "deviations", element("p", none))
    names = {duty.id: duty.label.zh for duty in comparison.duties}
    parts = [
        _duty(names.get(duty, "标准以外的事项"), several, places) for duty, several in found.items()
    ]
    return section("deviations", "偏离", "deviations side by side", *parts)


def count_deviations(comparison: Comparison) -> Markup:
    """How many deviations there are, by the standard's item and kind, for many sides."""
    names = {duty.id: duty.label.zh for duty in comparison.duties}
    counts: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    for duty, several in _by_duty(comparison).items():
        for side, one in several:
            counts[duty, one.kind] += 1
            places[duty, one.kind].add(side.key)
    headings = [
        Phrase("标准事项", "standard item"),
        Phrase("偏离", "kind"),
        Phrase("地方", "rows"),
        Phrase("处数", "times"),
    ]
    rows: list[list[Content]] = [
        [
            names.get(duty, "标准以外的事项"),
            deviation_kind(kind).name,
            str(len(places[duty, kind])),
            str(times),
        ]
        for (duty, kind), times in counts.items()
    ]
    whole = table(headings, rows, label="偏离计数 deviations counted", name="counts")
    return section("deviations", "偏离计数", "deviations counted", whole)


def _by_duty(comparison: Comparison) -> Mapping[str, Sequence[_Found]]:
    """Deviations by duty in the order of the standard, those of no duty last, sorted by kind."""
    found: dict[str, list[_Found]] = {duty.id: [] for duty in comparison.duties}
    found[""] = []
    for side, one in _every(comparison):
        found.setdefault(one.duty, []).append((side, one))
    order = {
        duty: sorted(several, key=lambda pair: pair[1].kind) for duty, several in found.items()
    }
    return {duty: several for duty, several in order.items() if several}


def _every(comparison: Comparison) -> Iterator[_Found]:
    for side in comparison.sides:
        for cell in side.cells:
            yield from ((side, one) for one in (*cell.deviations, *cell.notes))
        yield from ((side, one) for one in side.beyond)


def _duty(name: str, found: Sequence[_Found], places: Places) -> Markup:
    headings = [
        Phrase("偏离", "kind"),
        Phrase("地方", "place"),
        Phrase("事项", "item"),
        Phrase("标准要求", "expected"),
        Phrase("目录所印", "printed"),
        Phrase("位置", "where"),
    ]
    rows: list[list[Content]] = [
        [
            deviation_kind(one.kind).name,
            side_name(side),
            one.title,
            one.expected or "—",
            one.printed or "—",
            places.show(one.place, one.catalog),
        ]
        for side, one in found
    ]
    many = len({side.key for side, _ in found})
    summary = element(
        "summary",
        element("b", name),
        " ",
        Phrase(f"{len(found)} 处，{many} 个地方", f"in {many} rows"),
    )
    label = f"{name}的偏离"
    return element("details", summary, table(headings, rows, label=label, name="deviations"))
