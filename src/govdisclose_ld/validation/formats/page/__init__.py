"""A report as one HTML page that needs neither network nor script and forbids itself both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from govdisclose_ld.model import Severity
from govdisclose_ld.review.markup import Markup, element
from govdisclose_ld.review.words import signs
from govdisclose_ld.validation.formats.page.findings import show_words
from govdisclose_ld.validation.formats.page.sections import (
    Link,
    Section,
    catalog_anchor,
    read_sections,
    show_links,
)
from govdisclose_ld.validation.formats.words import SEVERITIES, notes, verdict
from govdisclose_ld.validation.report import Report
from govdisclose_ld.validation.rules import Wording
from govdisclose_ld.validation.scores import Score

__all__ = ["Link", "catalog_anchor", "write_html"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_TITLE = Wording("目录检查报告", "report on disclosure catalogs")


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
    body = element(
        "body",
        element(
            "header",
            element("h1", show_words(_TITLE)),
            *show_links(more.get("", ())),
            *_summary(report),
        ),
        *([_overview(sections)] if len(report.subjects) > 1 else []),
        element("main", *(section.show(more.get(section.subject.iri, ())) for section in sections)),
    )
    return f"<!DOCTYPE html>\n{element('html', _head(), body, lang='zh-CN')}\n"


def _summary(report: Report) -> Iterator[Markup]:
    said = verdict(report)
    counts = (
        element(
            "li",
            element("span", sign.sign, class_=f"badge {sign.id}"),
            element("b", f" {count} "),
            show_words(SEVERITIES[severity]),
        )
        for severity, count in report.counts.items()
        for sign in [signs("severities")[severity.value]]
    )
    total = Wording(f"共 {len(report.results)} 条发现", f"{len(report.results)} findings")
    yield element("p", show_words(total), " · ", element("b", show_words(said)), class_="verdict")
    yield element("ul", *counts, class_="counts")
    for words in notes(report):
        yield element("p", show_words(words), class_="banner", role="note")


def _overview(sections: list[Section]) -> Markup:
    """A table of the catalogs, each linked to its section."""
    names = (Wording("目录", "catalog"), Wording("事项", "items"), Wording("完整度", "complete"))
    titles = [show_words(words) for words in names]
    titles += [show_words(SEVERITIES[severity]) for severity in reversed(Severity)]
    rows = (
        element(
            "tr",
            element("th", element("a", one.subject.name, href=f"#{one.anchor}"), scope="row"),
            element("td", str(one.subject.items)),
            element("td", f"{one.scores[0].percent}%" if one.scores else "—"),
            *(element("td", str(count)) for count in one.counts().values()),
        )
        for one in sections
    )
    table = element(
        "table",
        element("thead", element("tr", *(element("th", t, scope="col") for t in titles))),
        element("tbody", *rows),
        class_="overview",
    )
    return element("nav", element("div", table, class_="scroll"), aria_label="目录一览 catalogs")


def _head() -> Markup:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="generator", content="govdisclose-ld"),
        element("title", f"{_TITLE.zh} · {_TITLE.en}"),
        element("style", _style()),
    )


@cache
def _style() -> Markup:
    """The style sheet; it holds no character that would need escaping."""
    return Markup(Path(__file__).with_name("page.css").read_text(encoding="utf-8"))
