"""What a validation found, for programs and, grouped, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from govdisclose_ld.model import UNSAID, Finding, Phrase, Severity
from govdisclose_ld.validation.printout import PrintedRow
from govdisclose_ld.validation.rules import Rule, Theme
from govdisclose_ld.validation.screens import BaselineUse, Known, Waiver, WaiverUse
from govdisclose_ld.validation.subjects import Subject


@dataclass(frozen=True, slots=True)
class Result:
    """One finding, of a shape or of the reading, and what there is to know of it.

    ``rule`` is what made it: None for a shape without an IRI. ``also`` are those that tell the same
    of the same cell and are not given by themselves. ``columns`` are all the columns that the
    field takes in the ``row``, ``target`` the IRI of the cell or row in the data, ``catalog`` that
    of the catalog. ``shape``, ``component`` and ``path`` (of one property) are IRIs and ``value`` a
    term in Turtle, all empty for a finding of the reading. ``hidden_by`` is the waiver or baseline
    that keeps it out of sight.
    """

    finding: Finding
    shape: str = ""
    component: str = ""
    path: str = ""
    value: str = ""
    columns: tuple[int, ...] = ()
    catalog: str = ""
    target: str = ""
    rule: Rule | None = None
    row: PrintedRow | None = None
    also: tuple[Result, ...] = ()
    hidden_by: Waiver | Known | None = None

    @property
    def message(self) -> Phrase:
        """What is wrong, in both languages."""
        return Phrase(self.finding.message_zh, self.finding.message_en)

    @property
    def remedy(self) -> Phrase:
        """How to mend it; empty where the rule does not say."""
        return self.rule.remedy if self.rule else UNSAID

    @property
    def source(self) -> Phrase:
        """The article or document that asks for it; of a finding of the reading, its cause."""
        return self.rule.source if self.rule else UNSAID

    @property
    def unfolded(self) -> tuple[Result, ...]:
        """The result by itself, then those that tell the same, each hidden if it is."""
        alone = (replace(one, hidden_by=self.hidden_by) for one in self.also)
        return (replace(self, also=()), *alone)

    @property
    def theme(self) -> Theme | None:
        """What this finding has in common with those of other shapes."""
        return self.rule.theme if self.rule else None

    @property
    def whole(self) -> str:
        """The code of the finding that says the same of a whole column, or an empty string."""
        return self.rule.whole if self.rule else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one cause in one catalog: ``members`` in reading order, ``head`` among them if
    one speaks for a whole column. ``message``, ``remedy`` and ``source`` are what they have in
    common, empty where they differ; ``also`` are the codes of what tells the same.
    """

    code: str
    message: Phrase
    members: tuple[Result, ...]
    head: Result | None = None
    remedy: Phrase = UNSAID
    source: Phrase = UNSAID
    also: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """The weightiest severity among the members."""
        return max((m.finding.severity for m in self.members), key=lambda s: s.rank)

    @property
    def cases(self) -> tuple[Result, ...]:
        """The members without the head, or the head where it stands alone."""
        return tuple(m for m in self.members if m is not self.head) or self.members


@dataclass(frozen=True)
class Report:
    """The results of a validation, ordered by document, place and code.

    ``every`` holds those too that a baseline or waiver hides; whatever counts, counts the others.
    ``subjects`` are the catalogs that were checked, ``rules`` the shapes that they were checked
    against in the order of their codes, ``waivers`` and ``baseline`` what became of those.
    """

    every: tuple[Result, ...] = ()
    subjects: tuple[Subject, ...] = ()
    rules: tuple[Rule, ...] = ()
    waivers: tuple[WaiverUse, ...] = ()
    baseline: BaselineUse | None = None

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """The results that nothing hides."""
        return tuple(result for result in self.every if result.hidden_by is None)

    @property
    def hidden(self) -> tuple[Result, ...]:
        """The results that a baseline or a waiver hides."""
        return tuple(result for result in self.every if result.hidden_by is not None)

    @property
    def subject(self) -> str:
        """The IRI of the catalog that was checked, empty where there were several."""
        return self.subjects[0].iri if len(self.subjects) == 1 else ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings that are not hidden, of the shapes and of the reading."""
        return tuple(result.finding for result in self.results)

    @property
    def conforms(self) -> bool:
        """Whether the shapes found nothing at all, of any severity (SHACL, section 3.6.1.1).

        What the reading found does not count: it says how the document was read, not that a rule
        is broken. What is hidden does: a waiver excuses a result and does not undo it.
        """
        return not any(result.component for result in self.every)

    @property
    def worst(self) -> Severity | None:
        """The weightiest severity of the findings not hidden, or None if there are none."""
        return max((f.severity for f in self.findings), key=lambda s: s.rank, default=None)

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity, weightiest first, zeros included."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in reversed(Severity)}

    @property
    def counts_by_code(self) -> Mapping[str, int]:
        """How many findings there are of each code, in the order of the codes."""
        return dict(sorted(Counter(finding.code for finding in self.findings).items()))

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The findings by cause, the weightiest and then the first in the document first.

        Ten items that lack a field, and the finding that the whole column lacks it, are one
        group, headed by the latter.
        """
        present = {(result.catalog, result.finding.code) for result in self.results}
        gathered: dict[tuple[str, str], list[Result]] = {}
        for result in self.results:
            code = result.theme.code if result.theme else result.finding.code
            if (result.catalog, result.whole) in present:
                code = result.whole
            gathered.setdefault((result.catalog, code), []).append(result)
        groups = [_group(code, members) for (_, code), members in gathered.items()]
        return tuple(sorted(groups, key=lambda group: -group.severity.rank))

    def subject_of(self, result: Result) -> Subject:
        """The catalog that a result is about; a nameless one where the data do not tell."""
        if len(self.subjects) == 1:
            return self.subjects[0]
        return self._named.get(result.catalog, Subject())

    @cached_property
    def _named(self) -> Mapping[str, Subject]:
        """The catalogs by IRI, without those that have one in common."""
        times = Counter(subject.iri for subject in self.subjects)
        return {subject.iri: subject for subject in self.subjects if times[subject.iri] == 1}

    def of_file(self, file: str) -> Report:
        """The same report, of data that were read from a file of that path."""
        subjects = tuple(replace(subject, file=file) for subject in self.subjects)
        return replace(self, subjects=subjects)


def join_reports(reports: Iterable[Report]) -> Report:
    """The reports on several inputs as one, in their order; screen them after, not before."""
    several = tuple(reports)
    rules = {(rule.code, rule.iri): rule for report in several for rule in report.rules}
    return Report(
        every=tuple(result for report in several for result in report.every),
        subjects=tuple(subject for report in several for subject in report.subjects),
        rules=tuple(rules[key] for key in sorted(rules)),
    )


def order_of(result: Result) -> tuple[object, ...]:
    """What results are sorted by: document, place, code, and what sets them apart."""
    finding = result.finding
    theme = (result.theme.code, result.rule.order) if result.rule and result.theme else ("", 0)
    place = (finding.ref.document, result.catalog, finding.ref)
    return (*place, *theme, finding.code, finding.focus, result.value, result.component)


def _group(code: str, members: list[Result]) -> Group:
    head = next((m for m in members if any(o.whole == m.finding.code for o in members)), None)
    tellers = [head] if head else members
    own = {member.finding.code for member in members}
    also = (one.finding.code for member in members for one in member.also)
    return Group(
        code=code,
        message=_title(tellers),
        members=tuple(members),
        head=head,
        remedy=_common([teller.remedy for teller in tellers]),
        source=_common([teller.source for teller in tellers]),
        also=tuple(dict.fromkeys(code for code in also if code not in own)),
    )


def _title(members: list[Result]) -> Phrase:
    """What the members say if they all say the same, else what their cause is called."""
    first = members[0]
    if first.theme:
        return first.theme.name
    named = first.rule.name if first.rule else UNSAID
    return _common([member.message for member in members]) or named or first.message


def _common(wordings: list[Phrase]) -> Phrase:
    return wordings[0] if len(set(wordings)) == 1 else UNSAID
