"""What a validation found, for programs and, grouped, for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from govdisclose_ld.model import Finding, Severity
from govdisclose_ld.validation.rules import Rule, Theme, Wording


@dataclass(frozen=True, slots=True)
class Result:
    """One finding and what SHACL knows of it.

    ``shape``, ``component`` and ``path`` (of one property) are IRIs, ``value`` is a term in
    Turtle, ``rule`` is the shape's account of itself; all are empty for a finding of the reading,
    ``shape`` and ``rule`` also for a shape without an IRI. ``columns`` are all the columns that the
    field takes in the row, ``target`` the IRI of the cell or row in the data, ``catalog`` that of
    the catalog.
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
    one speaks for a whole column. ``message`` says what they have in common.
    """

    code: str
    message: Wording
    members: tuple[Result, ...]
    head: Result | None = None

    @property
    def severity(self) -> Severity:
        """The weightiest severity among the members."""
        return max((m.finding.severity for m in self.members), key=lambda s: s.rank)


@dataclass(frozen=True)
class Report:
    """The results of a validation, ordered by document, place and code.

    ``subject`` is the IRI of the catalog that was checked, empty where there were several.
    """

    results: tuple[Result, ...] = ()
    subject: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, of the shapes and of the reading."""
        return tuple(result.finding for result in self.results)

    @property
    def conforms(self) -> bool:
        """Whether the shapes found nothing at all, of any severity (SHACL, section 3.6.1.1).

        What the reading found does not count: it says how the document was read, not that a rule
        is broken.
        """
        return not any(result.component for result in self.results)

    @property
    def worst(self) -> Severity | None:
        """The weightiest severity of all findings, or None if there are none."""
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


def order_of(result: Result) -> tuple[object, ...]:
    """What results are sorted by: document, place, code, and what sets them apart."""
    finding = result.finding
    theme = (result.theme.code, result.rule.order) if result.rule and result.theme else ("", 0)
    place = (finding.ref.document, result.catalog, finding.ref)
    return (*place, *theme, finding.code, finding.focus, result.value, result.component)


def _group(code: str, members: list[Result]) -> Group:
    head = next((m for m in members if any(o.whole == m.finding.code for o in members)), None)
    first = head or members[0]
    message = Wording(first.finding.message_zh, first.finding.message_en)
    if first.theme:
        message = first.theme.name
    return Group(code, message, tuple(members), head)
