"""The sections of the page, one a catalog: name, scores, then findings and tables side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from govdisclose_ld.markup import Markup, element
from govdisclose_ld.model import Phrase, Severity
from govdisclose_ld.validation.formats.page.findings import show_group
from govdisclose_ld.validation.formats.page.scores import show_score
from govdisclose_ld.validation.formats.page.tables import Sheets
from govdisclose_ld.validation.report import Group, Report, Result
from govdisclose_ld.validation.scores import Score, completeness_of
from govdisclose_ld.validation.subjects import Subject

_MOST_ROWS = 3000  # of all tables; of a longer report, rows without findings are left out


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page beside this one."""

    href: str
    words: Phrase


def catalog_anchor(iri: str) -> str:
    """The anchor of a catalog's section: ``catalog-410324-poverty-alleviation-2020-12-14``."""
    local = iri.rpartition("/catalog/")[2] if "/catalog/" in iri else iri
    return "catalog-" + (re.sub(r"[^0-9A-Za-z]+", "-", local).strip("-") or "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What the page says of one catalog; ``prefix`` leads the anchors in it.

    Unless ``whole``, rows without findings are left out of its tables.
    """

    subject: Subject
    prefix: str
    own: Sequence[Result]
    groups: Sequence[Group]
    scores: Sequence[Score]
    whole: bool

    @property
    def anchor(self) -> str:
        """The anchor of the section."""
        return catalog_anchor(self.subject.iri)

    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity."""
        every = [result.finding.severity for result in self.own]
        return {severity: every.count(severity) for severity in reversed(Severity)}

    def show(self, links: Sequence[Link]) -> Markup:
        """The section: name, scores, then findings and tables side by side."""
        sheets = Sheets(self.subject, self.prefix)
        named = [(f"{self.prefix}-f{n}", result) for n, result in enumerate(self.own, start=1)]
        anchors = {id(result): name for name, result in named}
        groups = [show_group(group, sheets, anchors) for group in self.groups]
        nothing = element("p", Phrase("没有任何发现。", "Nothing was found."))
        title = Phrase("发现", "findings")
        found = element("section", element("h3", title), *(groups or [nothing]), class_="findings")
        return element(
            "article",
            element("h2", self.subject.name or "数据", id=self.prefix),
            *show_links(links),
            element("p", *_facts(self.subject), class_="facts"),
            *map(show_score, self.scores),
            element("div", found, *self._sources(sheets, named), class_="beside"),
            id=self.anchor,
        )

    def _sources(self, sheets: Sheets, named: list[tuple[str, Result]]) -> Iterator[Markup]:
        if not self.subject.tables:
            return
        title = Phrase("原表", "source tables")
        notes = []
        if not self.whole:
            left_out = Phrase("只列出有发现的行", "rows without findings are left out")
            notes.append(element("p", left_out, class_="note"))
        tables = sheets.show(sheets.marks(named), whole=self.whole)
        yield element("section", element("h3", title), *notes, *tables, class_="sources")


def read_sections(report: Report, scores: Mapping[str, Sequence[Score]]) -> list[Section]:
    """The sections of a report, in the order of its catalogs."""
    whole = sum(len(t.rows) for s in report.subjects for t in s.tables) <= _MOST_ROWS
    own: dict[str, list[Result]] = defaultdict(list)
    groups: dict[str, list[Group]] = defaultdict(list)
    for result in report.results:
        own[report.subject_of(result).iri].append(result)
    for group in report.groups:
        groups[report.subject_of(group.members[0]).iri].append(group)
    return [
        Section(
            subject=subject,
            prefix=f"c{number}",
            own=own[subject.iri],
            groups=groups[subject.iri],
            scores=_scores(report, subject, scores),
            whole=whole,
        )
        for number, subject in enumerate(_subjects(report, own), start=1)
    ]


def show_links(links: Sequence[Link]) -> list[Markup]:
    """The links, a line each."""
    return [element("p", element("a", link.words, href=link.href)) for link in links]


def _subjects(report: Report, own: Mapping[str, object]) -> list[Subject]:
    """The catalogs of the report, and a nameless one for what belongs to none of them."""
    subjects = {subject.iri: subject for subject in report.subjects}
    loose = [Subject()] if "" in own and "" not in subjects else []
    return [*subjects.values(), *loose]


def _scores(report: Report, subject: Subject, others: Mapping[str, Sequence[Score]]) -> list[Score]:
    counted = completeness_of(report, subject)
    return [*([counted] if counted else []), *others.get(subject.iri, ())]


def _facts(subject: Subject) -> Iterator[str]:
    facts = (
        subject.division,
        subject.document,
        f"{subject.items} 个事项" if subject.items else "",
        f"{len(subject.tables)} 个表" if subject.tables else "",
    )
    yield " · ".join(filter(None, facts))
