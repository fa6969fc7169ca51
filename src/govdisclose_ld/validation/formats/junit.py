"""A report as JUnit XML, which continuous integration shows as a list of tests.

The form is the one that Ant began and Jenkins, GitLab and others read: ``testsuites``,
``testsuite``, ``testcase`` with ``failure`` or ``skipped`` in it, ``system-out`` last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from govdisclose_ld.model import Severity
from govdisclose_ld.validation.formats.places import place_zh, shorten
from govdisclose_ld.validation.formats.words import hidden_because, notes, summary
from govdisclose_ld.validation.report import Report, Result
from govdisclose_ld.validation.rules import Rule
from govdisclose_ld.validation.subjects import Subject

# What XML 1.0 cannot hold, even escaped (section 2.2).
_NOT_XML = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"
)


def write_junit(report: Report, *, fail_on: Severity = Severity.VIOLATION) -> str:
    """A suite for each catalog, in it a test for each rule, and for each code that was found.

    A test fails if it has findings as weighty as ``fail_on`` that nothing hides; it is skipped if
    all that it has are hidden. Lighter findings are told as the output of a test that passes. A
    finding that another one tells as well counts for its own rule too.
    """
    rules = {rule.code: rule for rule in report.rules if rule.message}
    found: dict[str, list[Result]] = defaultdict(list)
    for result in report.every:
        found[report.subject_of(result).iri] += result.unfolded
    named = {subject.iri: subject for subject in report.subjects}
    named |= {iri: Subject(iri) for iri in found if iri not in named}
    root = ET.Element("testsuites", name="govdisclose validate")
    for iri, subject in named.items():
        root.append(_suite(subject, rules, found[iri], fail_on))
    _count(root)
    for suite in root[-1:]:
        ET.SubElement(suite, "system-out").text = _clean(_closing(report))
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(
    subject: Subject, rules: dict[str, Rule], results: Sequence[Result], fail_on: Severity
) -> ET.Element:
    by_code: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        by_code[result.finding.code].append(result)
    suite = ET.Element("testsuite", name=_clean(subject.name or "govdisclose"))
    for code in sorted({*rules, *by_code}):
        suite.append(_case(subject, code, by_code[code], fail_on))
    _count(suite)
    return suite


def _case(subject: Subject, code: str, results: list[Result], fail_on: Severity) -> ET.Element:
    case = ET.Element("testcase", name=code, classname=_class(subject), time="0")
    shown = [result for result in results if result.hidden_by is None]
    failing = [r for r in shown if r.finding.severity.rank >= fail_on.rank]
    lighter = [r for r in shown if r.finding.severity.rank < fail_on.rank]
    if failing:
        first = failing[0]
        failure = ET.SubElement(case, "failure", type=first.finding.severity.value)
        failure.set("message", _clean(f"{first.message.zh} {first.message.en}"))
        failure.text = _clean("\n".join(map(_line, failing)))
    elif results and not shown:
        screens = [result.hidden_by for result in results if result.hidden_by]
        ET.SubElement(case, "skipped", message=_clean(hidden_because(screens[0]).zh))
    if lighter:
        ET.SubElement(case, "system-out").text = _clean("\n".join(map(_line, lighter)))
    return case


def _class(subject: Subject) -> str:
    """The catalog by division and file; a dot parts the levels of a class, so it has none else."""
    document = subject.document.replace(".", "_")
    return _clean(".".join(filter(None, ("govdisclose", subject.division, document))))


def _line(result: Result) -> str:
    printed = shorten(result.finding.printed)
    place = place_zh(result.finding)
    line = f"（文件第{result.finding.line}行）" if result.finding.line else ""
    lines = [f"{place}{line}" + (f": {printed}" if printed else ""), f"  {result.message.zh}"]
    if result.remedy:
        lines.append(f"  → {result.remedy.zh}")
    return "\n".join(lines)


def _closing(report: Report) -> str:
    return "\n".join(words.zh for words in (summary(report), *notes(report)))


def _count(element: ET.Element) -> None:
    for name, part in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        element.set(name, str(sum(1 for _ in element.iter(part))))
    element.set("errors", "0")


def _clean(text: str) -> str:
    return text.translate(_NOT_XML)
