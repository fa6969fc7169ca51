"""A comparison for a person at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from statistics import median

from govdisclose_ld.cli.console import put_text, say
from govdisclose_ld.cli.tables import print_table
from govdisclose_ld.comparison import CellState, Comparison, Side
from govdisclose_ld.comparison.formats.wording import caveats, state_name, state_sign

_MOST_SIDES = 40
_MOST_DUTIES = 15  # columns of one table; a standard of more items takes several


def print_comparison(compared: Comparison) -> None:
    """Print the matrix with the scores; where there are many rows, a summary by province."""
    put_text(f"{compared.standard.title.zh}（{compared.standard.id}）\n\n")
    if len(compared.sides) > _MOST_SIDES:
        _print_provinces(compared)
        say(
            f"{len(compared.sides)} 个地方，只列各省；全部见 --format html|xlsx|csv -o PATH "
            "(by province; all rows in the other formats)"
        )
    else:
        _print_matrix(compared)
    signs = "  ".join(
        f"{state_sign(state)} {state_name(state).zh} {state_name(state).en}" for state in CellState
    )
    put_text(f"\n{signs}\n")
    for one in caveats(compared):
        say(f"{one.zh} ({one.en})")


def _print_matrix(compared: Comparison) -> None:
    """The standard's items by number, so that the table stays narrow, with their names below."""
    numbers = [str(number) for number in range(1, len(compared.duties) + 1)]
    for first in range(0, len(numbers), _MOST_DUTIES):
        part = slice(first, first + _MOST_DUTIES)
        headings = ["代码", "地方", *numbers[part], "分数", "区间", "已知"]
        print_table(headings, [_row(side, part) for side in compared.sides])
        put_text("\n")
    for number, duty in zip(numbers, compared.duties, strict=True):
        put_text(f"{number:>3} {duty.label.zh}\n")


def _row(side: Side, part: slice) -> list[str]:
    score = side.score
    shown = ["—", "—", "—"]
    if score and score.value is not None:
        shown = [f"{score.value:.1f}", f"{score.low:.1f}—{score.high:.1f}", f"{score.known:.0%}"]
    name = f"{side.name}（合成样例）" if side.is_synthetic else side.name
    return [side.code, name, *(state_sign(cell.state) for cell in side.cells[part]), *shown]


def _print_provinces(compared: Comparison) -> None:
    headings = ["省", "地方", *(state_name(state).zh for state in CellState), "分数中位数"]
    sides = sorted(compared.sides, key=lambda side: side.province_code)
    groups = groupby(sides, key=lambda side: side.province_code)
    print_table(headings, [_province(list(group)) for _, group in groups])


def _province(sides: Sequence[Side]) -> list[str]:
    counts: Counter[CellState] = sum((side.counts() for side in sides), Counter())
    scores = [side.score.value for side in sides if side.score and side.score.value is not None]
    return [
        sides[0].province or "不明",
        str(len(sides)),
        *(str(counts[state]) for state in CellState),
        f"{median(scores):.1f}" if scores else "—",
    ]
