"""Which column each cell of a row belongs to, where recognition has moved cells about.

A row that contradicts its header is aligned anew: cells keep their order, a blank may be dropped, a
column may go without, a cell may go on with the one before. The alignment with the best fit of
contents to columns wins, if it beats the printed places clearly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from govdisclose_ld.interpret.cell_alignment import Worth, align
from govdisclose_ld.interpret.kinds import fit, kinds
from govdisclose_ld.model import Column

_CONTRADICTION = -0.5
_CLEARLY = 1.5
_TIE = 0.25
_SKIP, _SKIP_AT_END, _SKIP_CONTENT = -0.6, -0.1, -0.8
_SKIP_MATTER, _PER_LEVEL = -0.45, -0.02  # labels of merged cells are missing most, upper ones first
_SKIP_BESIDE = -0.45  # what leads the levels is merged over most rows
_DROP, _DROP_AT_END = -0.5, -0.05
_JOIN_LIST, _JOIN = -0.3, -1.5
_UNTAKEN, _BOX = -3.0, 2.0
_NEVER = float("-inf")
_WIDEST = (
    64  # cells or columns: a wider table is read as printed, for alignment costs their product
)
_Pairs = frozenset[tuple[int, int]]
_Path = tuple[float, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Placement:
    """For each cell of a row the index of its column, -1 where it was dropped or none takes it.

    ``joined`` are cells that go on with the one before, ``unsure`` lone boxes that could as well
    stand in another column of their field and words that were moved into a tick column,
    ``suspect`` cells that do not read like their column
    though nothing better was found.
    """

    columns: tuple[int, ...]
    moved: bool = False
    joined: frozenset[int] = frozenset()
    unsure: frozenset[int] = frozenset()
    suspect: frozenset[int] = frozenset()


def place(texts: tuple[str, ...], columns: tuple[Column, ...]) -> Placement:
    """The placement of a row's cells in the columns of its header."""
    printed = _as_printed(texts, columns)
    untaken = any(text.strip() for text in texts[len(columns) :])
    if not (printed.suspect or untaken) or max(len(texts), len(columns)) > _WIDEST:
        return printed
    if not texts[0].strip() and sum(bool(text.strip()) for text in texts) == 1:
        return printed  # nothing else of the row shows that its one cell has moved
    score, steps = _best(texts, columns, frozenset())
    if score < _score(texts, columns, printed) + _CLEARLY:
        return printed
    return _aligned(texts, columns, steps, score)


def _as_printed(texts: tuple[str, ...], columns: tuple[Column, ...]) -> Placement:
    width = len(columns)
    indices = tuple(i if i < width else -1 for i in range(len(texts)))
    suspect = (
        i for i in range(min(width, len(texts))) if fit(texts[i], columns[i]) < _CONTRADICTION
    )
    return Placement(indices, suspect=frozenset(suspect))


def _score(texts: tuple[str, ...], columns: tuple[Column, ...], placement: Placement) -> float:
    taken = sum(
        fit(text, columns[index])
        for text, index in zip(texts, placement.columns, strict=True)
        if index >= 0
    )
    untaken = sum(
        1
        for text, index in zip(texts, placement.columns, strict=True)
        if index < 0 and text.strip()
    )
    missing = max(0, len(columns) - len(texts))
    return taken + untaken * _UNTAKEN + missing * _SKIP_AT_END


def _best(texts: tuple[str, ...], columns: tuple[Column, ...], forbidden: _Pairs) -> _Path:
    """The best alignment of all cells to all columns: its score and its steps in order."""
    blank, width = [not text.strip() for text in texts], len(columns)
    return align(
        Worth(
            take=[
                [_NEVER if (i, j) in forbidden else _fit(text, columns, j) for j in range(width)]
                for i, text in enumerate(texts)
            ],
            skip=_skips(columns),
            join=[0.0 if blank[i] else _joining(texts, i) for i in range(len(texts))],
            drop=[_DROP if is_blank else None for is_blank in blank],
            drop_last=_DROP_AT_END,
            left_over=_UNTAKEN,
            skip_last=_SKIP_AT_END,
        )
    )


def _fit(text: str, columns: tuple[Column, ...], j: int) -> float:
    """How well a text stands in a column; a box in one that may be of options as in one that is."""
    return _BOX if is_stray(columns, j) and "mark" in kinds(text) else fit(text, columns[j])


def is_stray(columns: Sequence[Column], j: int) -> bool:
    """Whether the heading of a column is not read and it stands beside tick columns: it may be one
    of them."""
    column, beside = columns[j], columns[max(0, j - 1) : j + 2]
    return not (column.field or column.score) and any(other.terms for other in beside)


def _skips(columns: tuple[Column, ...]) -> list[float]:
    """What going without a cell costs each column; one that leads the matters (相应领域) is merged
    over rows as the upper ones of them are."""
    last = max((i for i, column in enumerate(columns) if column.field == "matters"), default=0)
    return [_skipping(column, leads=i < last) for i, column in enumerate(columns)]


def _skipping(column: Column, *, leads: bool) -> float:
    if column.field == "matters":
        return _SKIP_MATTER + column.level * _PER_LEVEL
    if leads and not column.field:
        return _SKIP_BESIDE
    return _SKIP_CONTENT if column.field == "content" else _SKIP


def _joining(texts: tuple[str, ...], i: int) -> float:
    before = texts[i - 1] if i else ""
    lists = "channels" in kinds(texts[i]) and "channels" in kinds(before)
    return _JOIN_LIST if lists or _is_open(before) else _JOIN


def _is_open(text: str) -> bool:
    """Whether the text breaks off inside a bracket or a title."""
    return any(
        text.count(left) > text.count(right) for left, right in ("《》", "（）", "()", "〔〕")
    )


def _aligned(
    texts: tuple[str, ...], columns: tuple[Column, ...], steps: tuple[str, ...], score: float
) -> Placement:
    indices: list[int] = []
    joined: set[int] = set()
    column = 0
    for step in steps:
        if step == "take":
            indices.append(column)
        elif step == "join":
            joined.add(len(indices))
            indices.append(column - 1)
        elif step in ("drop", "left"):
            indices.append(-1)
        column += step in ("take", "skip")
    placement = Placement(tuple(indices), moved=True, joined=frozenset(joined))
    return replace(placement, unsure=_unsure(texts, columns, placement, score))


def _unsure(
    texts: tuple[str, ...], columns: tuple[Column, ...], placement: Placement, score: float
) -> frozenset[int]:
    """Lone boxes that an alignment as good puts into another column, and words in a box's place."""
    moved = [i for i, index in enumerate(placement.columns) if index >= 0 and texts[i].strip()]
    boxes = [i for i in moved if "mark" in kinds(texts[i])]
    words = {
        i
        for i in moved
        if columns[placement.columns[i]].terms and placement.columns[i] != i and not kinds(texts[i])
    }
    return frozenset(words).union(
        i
        for i in boxes
        if _best(texts, columns, frozenset({(i, placement.columns[i])}))[0] >= score - _TIE
    )
