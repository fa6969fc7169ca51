"""Scores on the page: the number, what it was counted from, and its parts."""

from __future__ import annotations

from govdisclose_ld.markup import Content, Markup, element, join, table
from govdisclose_ld.model import Phrase
from govdisclose_ld.validation.scores import Score, ScorePart

_HEADINGS = (Phrase("栏目", "part"), Phrase("写明", "points"), Phrase("说明", "note"))


def show_score(score: Score) -> Markup:
    """The score, its parts in a table with a bar for each."""
    head = element(
        "summary",
        score.name,
        " ",
        element("b", f"{score.percent}%"),
        element("span", " ", score.note, class_="note"),
    )
    parts = table(_HEADINGS, map(_part, score.parts), label=f"{score.name}", name="parts")
    return element("details", head, parts, class_="score", open=True)


def _part(part: ScorePart) -> list[Content]:
    share = int(100 * part.points / part.most) if part.most else 0
    bar = element("span", class_="bar", style=f"width:{share}%", aria_hidden="true")
    points = join([element("span", bar, class_="track"), f" {part.points:g} / {part.most:g}"])
    return [part.name, points, part.note]
