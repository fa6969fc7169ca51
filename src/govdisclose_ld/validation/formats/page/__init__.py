"""A report as one HTML page that needs neither network nor script and forbids itself both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from govdisclose_ld.markup import Markup, banner, element, page, table
from govdisclose_ld.model import Phrase, Severity
from govdisclose_ld.review.words import signs
from govdisclose_ld.validation.formats.page.sections import (
    Link,
    Section,
    catalog_anchor,
    read_sections,
    show_links,
)
from govdisclose_ld.validation.formats.words import SEVERITIES, notes, verdict
from govdisclose_ld.validation.report import Report
from govdisclose_ld.validation.scores import Score

__all__ = ["Link", "catalog_anchor", "write_html"]

_STYLE = Path(__file__).with_name("page.css")
_TITLE = Phrase("目录检查报告", "report on disclosure catalogs")


def write_html(
    report: Report,
    *,
    scores: Mapping[str, Sequence[Score]] | None = None,
    links: Mapping[str, Sequence[Link]] | None = None,
) -> str:
    """The report as a page: what was found by cause, beside the source tables with marked cells.

    ``scores`` are shown beside the completeness that is counted here, ``links`` beside the name,
    both by the IRI of a catalog; links of the empty IRI stand on top.
    """
    sections = read_sections(report, scores or {})
    more = links or {}
    return page(
        f"{_TITLE.zh} · {_TITLE.en}",
        element("header", element("h1", _TITLE), *show_links(more.get("", ())), *_summary(report)),
        *([_overview(sections)] if len(report.subjects) > 1 else []),
        element("main", *(section.show(more.get(section.subject.iri, ())) for section in sections)),
        style=_STYLE,
    )


def _summary(report: Report) -> Iterator[Markup]:
    counts = (
        element(
            "li",
            element("span", sign.sign, class_=f"badge {sign.id}"),
            element("b", f" {count} "),
            SEVERITIES[severity],
        )
        for severity, count in report.counts.items()
        for sign in [signs("severities")[severity.value]]
    )
    total = Phrase(f"共 {len(report.results)} 条发现", f"{len(report.results)} findings")
    yield element("p", total, " · ", element("b", verdict(report)), class_="verdict")
    yield element("ul", *counts, class_="counts")
    yield from map(banner, notes(report))


def _overview(sections: list[Section]) -> Markup:
    """A table of the catalogs, each linked to its section."""
    headings = [
        Phrase("目录", "catalog"),
        Phrase("事项", "items"),
        Phrase("完整度", "complete"),
        *(SEVERITIES[severity] for severity in reversed(Severity)),
    ]
    rows = [
        [
            element("a", one.subject.name, href=f"#{one.anchor}"),
            str(one.subject.items),
            f"{one.scores[0].percent}%" if one.scores else "—",
            *map(str, one.counts().values()),
        ]
        for one in sections
    ]
    return element("nav", table(headings, rows, label="目录一览 catalogs", name="overview"))
