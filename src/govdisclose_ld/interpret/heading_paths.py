"""Header rows to the words that stand above each column, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from govdisclose_ld.interpret.headings import TICK_FIELDS, Match, match_heading, match_option
from govdisclose_ld.interpret.wording import squeeze
from govdisclose_ld.model import Cell, Row

Path = tuple[str, ...]


def column_paths(rows: tuple[Row, ...], width: int) -> list[Path]:
    """The words above each column by where they are printed, merged cells and blanks filled in."""
    paths: list[Path] = []
    for column in range(1, width + 1):
        path: list[str] = []
        for depth, row in enumerate(rows):
            words = _words(row, column)
            lower = any(_words(below, column, own=True) for below in rows[depth + 1 :])
            if not words and lower:
                words = _left(row, column)
            if words and (not path or path[-1] != words):
                path.append(words)
        paths.append(tuple(path))
    return paths


def _words(row: Row, column: int, *, own: bool = False) -> str:
    if column > len(row.cells):
        return ""
    cell = row.cells[column - 1]
    if cell.anchor and cell.anchor[0] == row.number and not own:
        return squeeze(row.cells[cell.anchor[1] - 1].text)
    return squeeze(cell.text)


def _left(row: Row, column: int) -> str:
    """The heading that spreads over this column from the left where merging was lost."""
    return next((w for c in range(column - 1, 0, -1) if (w := _words(row, c))), "")


def moved_paths(rows: tuple[Row, ...], width: int) -> Iterator[list[Path]]:
    """The words above each column where the lower header rows have lost or gained blanks before
    their first word: every way to put them one or two columns further right or left."""
    for blanks in (1, 2, -1, -2) if len(rows) > 1 else ():
        lower = [_moved(row, blanks) for row in rows[1:]]
        if all(lower):
            yield column_paths((rows[0], *filter(None, lower)), width)


def _moved(row: Row, blanks: int) -> Row | None:
    """The row with blanks put in at its front, or taken from it; None where there are none."""
    if any(cell.anchor for cell in row.cells):
        return None
    if blanks > 0:
        return replace(row, cells=(*(Cell("") for _ in range(blanks)), *row.cells))
    lost = row.cells[:-blanks]
    return None if any(c.text.strip() for c in lost) else replace(row, cells=row.cells[-blanks:])


def ordered_paths(rows: tuple[Row, ...]) -> tuple[Path, ...]:
    """The words above each column by their order alone, for two rows whose blanks were lost.

    Each lower heading goes to the first upper one, from the left, that it can belong to (全社会 to
    公开对象). Gives () where that does not place every lower heading.
    """
    if len(rows) != 2:
        return ()
    upper, lower = ([squeeze(c.text) for c in row.cells if c.text.strip()] for row in rows)
    paths: list[Path] = []
    named = {match.field for words in upper if (match := match_heading(words))}
    for words in upper:
        parent, below = match_heading(words), 0
        while parent and lower and _belongs(lower[0], parent, named):
            paths.append((words, lower.pop(0)))
            below += 1
        paths += [(words,)] if not below else []
    return () if lower else tuple(paths)


def _belongs(leaf: str, parent: Match, named: Set[str]) -> bool:
    """Whether a lower heading can stand under an upper one; an option whose own field the upper row
    does not name may stand under another field of options (县级 under 公开方式)."""
    option = match_option(leaf, parent.field)
    if option and (option.field == parent.field or option.field not in named):
        return parent.field in (*TICK_FIELDS, "channels")
    heading = match_heading(leaf)
    below = parent.field in ("matters", "extra") and not parent.level
    return heading is not None and below and heading.field == parent.field
