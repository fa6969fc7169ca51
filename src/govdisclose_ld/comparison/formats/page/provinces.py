"""The summary by province."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from govdisclose_ld.comparison.formats.page.markup import number, section
from govdisclose_ld.comparison.formats.wording import state_name, state_sign
from govdisclose_ld.comparison.values import CellState, Side
from govdisclose_ld.markup import Markup, element, table, text
from govdisclose_ld.model import Phrase

Province = tuple[str, str, Sequence[Side]]


def show_provinces(provinces: Iterable[Province], links: Mapping[str, str]) -> Markup:
    """How each province does; ``links`` name its page, or its place on this one, by its code."""
    headings = [
        Phrase("省", "province"),
        Phrase("地方", "rows"),
        *(Phrase(f"{state_sign(s)} {state_name(s).zh}", state_name(s).en) for s in CellState),
        Phrase("覆盖率", "coverage"),
        Phrase("分数中位数", "median score"),
        Phrase("最低—最高", "lowest to highest"),
    ]
    rows = [_row(one, links) for one in provinces]
    label = "各省概览 by province"
    return section(
        "provinces", "各省概览", "by province", table(headings, rows, label=label, name="summary")
    )


def _row(province: Province, links: Mapping[str, str]) -> list[str]:
    code, name, sides = province
    counts: Counter[CellState] = sum((side.counts() for side in sides), Counter())
    cells = sum(counts.values())
    covered = counts[CellState.ANSWERED] + counts[CellState.DEVIATING]
    scores = [side.score.value for side in sides if side.score and side.score.value is not None]
    shown = name or "所在省不明"
    return [
        element("a", shown, href=links[code]) if code in links else text(shown),
        str(len(sides)),
        *(str(counts[state]) for state in CellState),
        number(100 * covered / cells if cells else None, unit="%"),
        number(median(scores) if scores else None),
        f"{number(min(scores))}—{number(max(scores))}" if scores else "—",
    ]
