"""Scores on the page: the number, what it was counted from, and its parts."""

from __future__ import annotations

from govdisclose_ld.review.markup import Markup, element
from govdisclose_ld.validation.formats.page.findings import show_words
from govdisclose_ld.validation.rules import Wording
from govdisclose_ld.validation.scores import Score, ScorePart

_PART, _POINTS, _NOTE = (
    Wording("栏目", "part"),
    Wording("写明", "points"),
    Wording("说明", "note"),
)


def show_score(score: Score) -> Markup:
    """The score, its parts folded in a table with a bar for each."""
    head = element(
        "summary",
        show_words(score.name),
        " ",
        element("b", f"{score.percent}%"),
        element("span", " ", show_words(score.note), class_="note"),
    )
    titles = (element("th", show_words(words), scope="col") for words in (_PART, _POINTS, _NOTE))
    rows = (_part(part) for part in score.parts)
    table = element(
        "table",
        element("thead", element("tr", *titles)),
        element("tbody", *rows),
        class_="parts",
    )
    return element("details", head, table, class_="score", open=True)


def _part(part: ScorePart) -> Markup:
    share = int(100 * part.points / part.most) if part.most else 0
    bar = element("span", class_="bar", style=f"width:{share}%", aria_hidden="true")
    return element(
        "tr",
        element("th", show_words(part.name), scope="row"),
        element("td", element("span", bar, class_="track"), f" {part.points:g} / {part.most:g}"),
        element("td", show_words(part.note)),
    )
