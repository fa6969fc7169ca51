"""The alignment of cells to columns against every alignment that there is."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from govdisclose_ld.interpret.cell_alignment import Worth, align

_GAINS = st.integers(-6, 4).map(lambda n: n / 2)


@st.composite
def _worths(draw: st.DrawFn) -> Worth:
    cells, columns = draw(st.integers(0, 4)), draw(st.integers(0, 4))

    def row(number: int) -> list[float]:
        return draw(st.lists(_GAINS, min_size=number, max_size=number))

    drops = st.lists(st.none() | _GAINS, min_size=cells, max_size=cells)
    return Worth(
        take=[row(columns) for _ in range(cells)],
        skip=row(columns),
        join=row(cells),
        drop=draw(drops),
        drop_last=draw(_GAINS),
        left_over=draw(_GAINS),
        skip_last=draw(_GAINS),
    )


def _all(worth: Worth, i: int, j: int, *, took: bool) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Every alignment of the cells from i on to the columns from j on."""
    width, blank = len(worth.skip), i < len(worth.drop) and worth.drop[i] is not None
    if i == len(worth.take):
        yield (width - j) * worth.skip_last, ()
        return
    if j < width:
        yield from _with("take", worth.take[i][j], _all(worth, i + 1, j + 1, took=True))
        yield from _with("skip", worth.skip[j], _all(worth, i, j + 1, took=False))
    if blank:
        gain = worth.drop_last if j == width else worth.drop[i] or 0.0
        yield from _with("drop", gain, _all(worth, i + 1, j, took=took))
        return
    if took:
        yield from _with("join", worth.join[i], _all(worth, i + 1, j, took=True))
    if j == width:
        yield from _with("left", worth.left_over, _all(worth, i + 1, j, took=False))


def _with(
    step: str, gain: float, rests: Iterator[tuple[float, tuple[str, ...]]]
) -> Iterator[tuple[float, tuple[str, ...]]]:
    for score, steps in rests:
        yield gain + score, (step, *steps)


@given(_worths())
def test_the_best_alignment_is_the_best_of_all(worth: Worth) -> None:
    score, steps = align(worth)
    alignments = {steps: score for score, steps in _all(worth, 0, 0, took=False)}
    assert score == max(alignments.values())
    assert alignments[steps] == score
