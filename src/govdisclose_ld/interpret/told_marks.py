"""Marks as a layout file tells them: a sign of the document's own is read as a known box."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.interpret.legends import Legend
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.model import Finding


def with_told_marks(rows: Sequence[PlacedRow], marks: Mapping[str, str]) -> tuple[PlacedRow, ...]:
    """The rows with those signs written as boxes in the columns that are answered by ticking."""
    if not marks:
        return tuple(rows)
    boxes = {sign: _box(sign, meaning, marks) for sign, meaning in marks.items()}
    signs = re.compile("|".join(map(re.escape, sorted(boxes, key=len, reverse=True))))
    return tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, text=signs.sub(lambda found: boxes[found.group()], cell.text))
                if cell.column.field in SCHEMES
                else cell
                for cell in row.cells
            ),
        )
        for row in rows
    )


def told_legend(
    legend: Legend, noticed: tuple[Finding, ...], marks: Mapping[str, str]
) -> tuple[Legend, tuple[Finding, ...]]:
    """The document's legend as the layout file puts it right, without the finding of what it
    settles."""
    boxes = {sign: _box(sign, meaning, marks) for sign, meaning in marks.items()}
    optional = {sign for sign, meaning in marks.items() if meaning == "optional"}
    told = frozenset(boxes)
    unread = legend.unread - told
    mended = (legend.optional - told) | optional | {boxes[sign] for sign in optional}
    open_ = (found for found in noticed if unread or found.code != "legend-unread")
    return Legend(mended, unread), tuple(open_)


def _box(sign: str, meaning: str, marks: Mapping[str, str]) -> str:
    """The box that a sign stands for: itself if it is one of that meaning, else the first of the
    vocabulary that the file does not tell to be something else."""
    kind = "ticked" if meaning == "ticked" else "unticked"
    known: list[str] = knowledge("vocabulary/marks.yml")[kind]
    if sign in known:
        return sign
    free = [box for box in known if box not in marks]
    others = free[::-1] if meaning == "optional" else free  # no box that plain ones are drawn with
    return next(iter(others), sign)
