"""Header rows to the words that stand above each column, from top to bottom."""

from __future__ import annotations

from govdisclose_ld.interpret.headings import Match, match_heading, match_option
from govdisclose_ld.interpret.wording import squeeze
from govdisclose_ld.model import Row

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


def ordered_paths(rows: tuple[Row, ...]) -> tuple[Path, ...]:
    """The words above each column by their order alone, for two rows whose blanks were lost.

    Each lower heading goes to the first upper one, from the left, that it can belong to (全社会 to
    公开对象). Gives () where that does not place every lower heading.
    """
    if len(rows) != 2:
        return ()
    upper, lower = ([squeeze(c.text) for c in row.cells if c.text.strip()] for row in rows)
    paths: list[Path] = []
    for words in upper:
        parent, below = match_heading(words), 0
        while parent and lower and _belongs(lower[0], parent):
            paths.append((words, lower.pop(0)))
            below += 1
        paths += [(words,)] if not below else []
    return () if lower else tuple(paths)


def _belongs(leaf: str, parent: Match) -> bool:
    option = match_option(leaf, parent.field)
    if option and option.field == parent.field:
        return True
    heading = match_heading(leaf)
    below = parent.field in ("matters", "extra") and not parent.level
    return heading is not None and below and heading.field == parent.field
