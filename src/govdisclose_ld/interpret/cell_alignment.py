"""The best alignment of a row's cells to the columns of its header, as of two sequences.

Cells keep their order. Each is taken by a column, joined to the cell before it, dropped if it is
blank, or left over behind the last column; a column may be skipped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_NEVER = float("-inf")
_NEAR = 1e-6  # sums of the same parts in another order may differ by less


@dataclass(frozen=True, slots=True)
class Worth:
    """What each step is worth.

    ``take[i][j]`` is cell i in column j, ``skip[j]`` column j without a cell, ``join[i]`` cell i as
    the rest of the cell before; ``drop[i]`` a blank cell i in no column, None if it is not blank.
    Behind the last column ``drop_last`` is a blank cell and ``left_over`` any other; behind the
    last cell ``skip_last`` is any column.
    """

    take: Sequence[Sequence[float]]
    skip: Sequence[float]
    join: Sequence[float]
    drop: Sequence[float | None]
    drop_last: float
    left_over: float
    skip_last: float


@dataclass(slots=True)
class _Sums:
    """By column: the best sum from there to the end, and the step that begins it; ``taken`` where
    the column before has just taken a cell, so that the next may be joined to it."""

    plain: list[float]
    taken: list[float]
    plain_steps: list[str]
    taken_steps: list[str]


def align(worth: Worth) -> tuple[float, tuple[str, ...]]:
    """What the best alignment is worth, and its steps in order: take, skip, drop, join, left.

    Of equal steps the first in this order is taken. Costs cells x columns.
    """
    width = len(worth.skip)
    ends = [(width - j) * worth.skip_last for j in range(width + 1)]
    sums = [_Sums(ends, ends, [], [])]
    for i in range(len(worth.take) - 1, -1, -1):
        sums.append(_sums(worth, i, sums[-1]))
    sums.reverse()
    return sums[0].plain[0], tuple(_steps(sums))


def _sums(worth: Worth, i: int, after: _Sums) -> _Sums:
    """The sums from cell i on, where those from the next cell on are known."""
    width, drop, join, take = len(worth.skip), worth.drop[i], worth.join[i], worth.take[i]
    here = _Sums([], [], [], [])  # from the last column to the first
    best, step, leave = _NEVER, "", worth.drop_last if drop is not None else worth.left_over
    name = "drop" if drop is not None else "left"
    for j in range(width, -1, -1):
        if j < width:
            best, step = take[j] + after.taken[j + 1], "take"
            best, step = _better(best, step, worth.skip[j] + here.plain[-1], "skip")
            leave = drop if drop is not None else _NEVER
        plain, plain_step = _better(best, step, leave + after.plain[j], name)
        if drop is not None:
            taken, taken_step = _better(best, step, leave + after.taken[j], name)
        else:
            taken, taken_step = _better(best, step, join + after.taken[j], "join")
            taken, taken_step = _better(taken, taken_step, leave + after.plain[j], name)
        here.plain.append(plain)
        here.taken.append(taken)
        here.plain_steps.append(plain_step)
        here.taken_steps.append(taken_step)
    for sums in (here.plain, here.taken, here.plain_steps, here.taken_steps):
        sums.reverse()
    return here


def _better(best: float, step: str, other: float, its_step: str) -> tuple[float, str]:
    return (other, its_step) if other > best + _NEAR else (best, step)


def _steps(sums: Sequence[_Sums]) -> Iterator[str]:
    """The steps from the first cell on."""
    i = j = 0
    took = False
    while i < len(sums) - 1:
        step = (sums[i].taken_steps if took else sums[i].plain_steps)[j]
        yield step
        i += step != "skip"
        j += step in ("take", "skip")
        took = step in ("take", "join") or (took and step == "drop")
