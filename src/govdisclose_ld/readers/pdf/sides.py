"""Tables too wide for their paper: the columns on further pages put beside those of the first ones.

Spreadsheets print all rows of the columns that fit, then those of the next columns, or page by page
to the right; rows stand at the same height on each of the pages that belong side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from govdisclose_ld.readers.headings import covered_by_headings
from govdisclose_ld.readers.pdf.grids import are_level
from govdisclose_ld.readers.pdf.leaves import Leaf, LeafCell
from govdisclose_ld.readers.pdf.tables import Remark

Block = Leaf | str

_FEWEST_ROWS = 3
_FEWEST_HEIGHTS = 3
_HEADINGS = 0.6
_ORDINAL = re.compile(r"[（(]?\d{1,4}[）).、]?")


def join_sides(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs and tables of a file, with columns that go on over pages put in one table.

    What was printed above the first page is not printed again above the others. Tables that may
    belong side by side, yet not for certain, are remarked on.
    """
    made = {number: block for number, block in enumerate(blocks) if isinstance(block, Leaf)}
    known: list[tuple[Leaf, Leaf]] = []
    gone: set[int] = set()
    left: list[Leaf] = []
    base: list[int] = []
    for run in list(_runs(made)):
        right = [made[number] for number in run]
        if left and _belong(left, right, known):
            known.append((left[0], right[0]))
            for one, other in zip(base, run, strict=True):
                made[one] = _beside(made[one], made[other])
            gone.update(run)
            continue
        if left and _may_belong(left, right):
            for number in (*base, *run):
                made[number] = made[number].remarked(Remark("columns-perhaps-apart"))
        left, base = right, run
    return _without(blocks, made, gone)


def _runs(leaves: Mapping[int, Leaf]) -> Iterator[list[int]]:
    """Tables in a row whose columns are the same, as those of one table on its pages are."""
    run: list[int] = []
    for number, leaf in leaves.items():
        if run:
            first, header = leaves[run[0]], _header(leaf)
            if not are_level(first.edges, leaf.edges) or (header and header != _header(first)):
                yield run
                run = []
        run.append(number)
    if run:
        yield run


def _belong(
    left: Sequence[Leaf], right: Sequence[Leaf], known: Sequence[tuple[Leaf, Leaf]]
) -> bool:
    """Whether tables surely stand side by side: rows at the same heights, and other headings or
    rows of many heights, or columns that belonged together before."""
    if len(left) != len(right) or not all(map(_are_rows_level, left, right)):
        return False
    if any(
        are_level(left[0].edges, one.edges) and are_level(right[0].edges, other.edges)
        for one, other in known
    ):
        return True
    return _has_other_columns(left[0], right[0]) and (
        bool(_header(right[0])) or _is_uneven(left[0])
    )


def _may_belong(left: Sequence[Leaf], right: Sequence[Leaf]) -> bool:
    """Whether tables have as many rows, and their headings part between them."""
    return (
        [leaf.height for leaf in left] == [leaf.height for leaf in right]
        and left[0].height >= _FEWEST_ROWS
        and bool(_header(left[0]) and _header(right[0]))
        and _has_other_columns(left[0], right[0])
    )


def _are_rows_level(left: Leaf, right: Leaf) -> bool:
    """Whether the rows of both lie at the same heights; one may merge some of the other's."""
    less, more = sorted((left.levels, right.levels), key=len)
    kept = {min(more, key=lambda level: abs(level - one)) for one in less}
    return (
        len(less) > _FEWEST_ROWS
        and are_level(less, sorted(kept))
        and are_level((less[0], less[-1]), (more[0], more[-1]))
    )


def _has_other_columns(left: Leaf, right: Leaf) -> bool:
    """Whether no heading of the second table is one of the first, its repeated columns apart, and
    no column of it numbers the rows."""
    own = _own(left, right)
    if not own.width or set(filter(None, _first(own))) & set(filter(None, _first(left))):
        return False
    numbers = [text for text, *_ in own.column(0) if text]
    return sum(bool(_ORDINAL.fullmatch(text)) for text in numbers) * 2 <= len(numbers)


def _is_uneven(leaf: Leaf) -> bool:
    """Whether rows are of so many heights that no other table has the same ones by chance."""
    heights = {round(b - a) for a, b in zip(leaf.levels, leaf.levels[1:], strict=False)}
    return len(heights) >= _FEWEST_HEIGHTS


def _header(leaf: Leaf) -> tuple[str, ...]:
    """The headings of a table, those of two rows where its first one does not tell; else none."""
    first = _first(leaf)
    rows = [leaf.texts(row) for row in range(leaf.height)]
    start = rows.index(first)
    for texts in (first, (*first, *(rows[start + 1] if start + 1 < len(rows) else ()))):
        count, share = covered_by_headings("".join(texts))
        if count and share >= _HEADINGS:
            return texts
    return ()


def _first(leaf: Leaf) -> tuple[str, ...]:
    """The first row that is no title over all columns."""
    wide = {cell.row for cell in leaf.cells if cell.column_span == leaf.width > 1}
    return leaf.texts(next((row for row in range(leaf.height) if row not in wide), 0))


def _own(left: Leaf, right: Leaf) -> Leaf:
    """The second table without the first columns that it repeats."""
    same = 0
    while same < min(left.width, right.width) and left.column(same) == right.column(same) != ():
        same += 1
    if not same:
        return right
    kept = (cell for cell in right.cells if cell.column >= same)
    cells = tuple(replace(cell, column=cell.column - same) for cell in kept)
    return replace(right, cells=cells, edges=right.edges[same:], remarks=())


def _beside(left: Leaf, right: Leaf) -> Leaf:
    """One table of the columns of both, but of those that the second one repeats."""
    own = _own(left, right)
    levels = max(left.levels, own.levels, key=len)
    cells = [
        replace(_placed(cell, leaf.levels, levels), column=cell.column + shift)
        for leaf, shift in ((left, 0), (own, left.width))
        for cell in leaf.cells
    ]
    moved = left.edges[-1] - own.edges[0]
    edges = (*left.edges, *(edge + moved for edge in own.edges[1:]))
    remark = Remark("columns-joined")
    remarks = left.remarks if remark in left.remarks else (*left.remarks, remark)
    return Leaf(tuple(sorted(cells, key=_place)), edges, levels, remarks)


def _placed(cell: LeafCell, own: Sequence[float], levels: Sequence[float]) -> LeafCell:
    """The cell on the rows that lie at these levels."""
    top, bottom = (
        min(range(len(levels)), key=lambda row: abs(levels[row] - level))
        for level in (own[cell.row], own[cell.row + cell.row_span])
    )
    return replace(cell, row=top, row_span=bottom - top)


def _place(cell: LeafCell) -> tuple[int, int]:
    return cell.row, cell.column


def _without(blocks: Sequence[Block], made: Mapping[int, Leaf], gone: set[int]) -> list[Block]:
    """The blocks less the tables that have been put beside others and what is printed above them
    again."""
    kept: list[Block] = []
    printed: set[str] = set()
    above: list[str] = []
    for number, block in enumerate(blocks):
        if isinstance(block, str):
            above.append(block)
            continue
        again = number in gone
        kept += [text for text in above if not (again and text in printed)]
        kept += [] if again else [made[number]]
        printed.update(above)
        above = []
    return [*kept, *above]
