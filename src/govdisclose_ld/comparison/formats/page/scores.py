"""The scores, part by part, and what they are made of."""

from __future__ import annotations

from govdisclose_ld.comparison.formats.page.markup import hidden, number, section
from govdisclose_ld.comparison.formats.page.places import side_name
from govdisclose_ld.comparison.measurements import Part, Score
from govdisclose_ld.comparison.metrics import Metric, metrics_by_id
from govdisclose_ld.comparison.scoring import NOT_APPLICABLE
from govdisclose_ld.comparison.values import Comparison, Side
from govdisclose_ld.markup import Content, Markup, element, table
from govdisclose_ld.model import Phrase


def show_scores(comparison: Comparison) -> Markup:
    """One row a side: its score, the range of it, how much is known, and every part."""
    metrics = _weighed(comparison)
    headings = [
        Phrase("地方", "place"),
        Phrase("分数", "score"),
        Phrase("区间", "range"),
        Phrase("已知", "known"),
        *(
            Phrase(f"{metric.label.zh} ×{number(weight)}", metric.label.en)
            for metric, weight in metrics
        ),
    ]
    rows = [_row(side) for side in comparison.sides]
    return section(
        "scores", "分数", "scores", table(headings, rows, label="分数 scores", name="scores")
    )


def explain_scores(comparison: Comparison) -> Markup:
    """Every part of a score: what it counts, by what rule, and its weight."""
    weights = comparison.weights
    whole = sum(weight for _, weight in weights.parts)
    headings = [
        Phrase("指标", "metric"),
        Phrase("权重", "weight"),
        Phrase("算什么", "what it counts"),
        Phrase("依据", "source"),
    ]
    rows: list[list[Content]] = [
        [
            metric.label,
            f"{number(weight)}（{number(100 * weight / whole)}%）",
            metric.definition,
            metric.source,
        ]
        for metric, weight in _weighed(comparison)
    ]
    how = Phrase(
        "分数是各指标占比的加权平均：无法判断的部分不计入占比；"
        "整个指标无法判断，或没有可量的内容时，其权重不计入。",
        "A score is the weighted mean of the shares: what is unknown is left out of a share, and "
        "a metric that is unknown altogether, or has nothing to measure, with its weight.",
    )
    note = Phrase(f"权重：{weights.title.zh}（{weights.file}）。{weights.note.zh}", weights.note.en)
    return section(
        "weights",
        "分数怎样算出",
        "how scores are made",
        element("p", how),
        element("p", note),
        table(headings, rows, label="权重 weights", name="weights"),
    )


def _weighed(comparison: Comparison) -> list[tuple[Metric, float]]:
    return [(metrics_by_id()[name], weight) for name, weight in comparison.weights.parts if weight]


def _row(side: Side) -> list[str]:
    score = side.score
    if score is None:
        return [side_name(side), "—", "—", "—"]
    return [
        side_name(side),
        element("b", number(score.value)),
        _range(score),
        number(100 * score.known, places=0, unit="%"),
        *map(_part, score.parts),
    ]


def _range(score: Score) -> Markup:
    """The range in numbers, and drawn: a bar from 0 to 100 with the score on it."""
    words = f"{number(score.low)}—{number(score.high)}"
    width = max(score.high - score.low, 1.0)
    bar = element(
        "span", style=f"left:{score.low:.1f}%;width:{min(width, 100 - score.low + 1):.1f}%"
    )
    point = "" if score.value is None else element("b", style=f"left:{score.value:.1f}%")
    drawn = element("span", bar, point, class_="range", aria_hidden="true")
    return Markup(f"{words}{drawn}")


def _part(part: Part) -> Markup | str:
    if part.points is not None:
        return number(part.points)
    if part.reason == NOT_APPLICABLE:
        return Markup(f"{element('span', '不适用', class_='open')}{hidden(' 未计入')}")
    return Markup(f"{element('span', '无法判断', class_='open')}{hidden(' 未计入')}")
