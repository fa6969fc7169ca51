"""A report for people: grouped by cause, Chinese first, English beside it, each cell located."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from govdisclose_ld.model import Severity
from govdisclose_ld.validation.formats.places import place_en, place_zh, shorten
from govdisclose_ld.validation.report import Group, Report, Result
from govdisclose_ld.validation.rules import Wording

_NAMES = {
    Severity.VIOLATION: Wording("违反", "violation"),
    Severity.WARNING: Wording("警告", "warning"),
    Severity.INFO: Wording("提示", "info"),
}


def write_text(report: Report) -> str:
    """The groups of the report, the weightiest first, and a line that sums them up.

    Under a finding that speaks for a whole column, its blank cells are drawn together by table.
    """
    blocks = ["\n".join(_group(group)) for group in report.groups]
    return "\n\n".join([*blocks, _summary(report)]) + "\n"


def _group(group: Group) -> Iterator[str]:
    name = _NAMES[group.severity]
    cases = [member for member in group.members if member is not group.head]
    times = f" ×{len(cases)}" if len(cases) > 1 else ""
    yield f"{name.zh} {name.en} [{group.code}]{times}"
    yield from _message(group.message, indent=2)
    if group.head:
        yield _where(group.head)
        for _, alike in groupby(cases, key=_gathered):
            yield _where(*alike)
        return
    for case in cases:
        yield _where(case)
        wording = Wording(case.finding.message_zh, case.finding.message_en)
        if not case.theme and wording != group.message:
            yield from _message(wording, indent=6)


def _message(message: Wording, *, indent: int) -> Iterator[str]:
    yield " " * indent + message.zh
    if message.en != message.zh:
        yield " " * indent + message.en


def _gathered(result: Result) -> tuple[str, int, str, str]:
    """What results share that are told on one line."""
    finding = result.finding
    alone = finding.focus if finding.printed or not finding.ref.row else ""
    return finding.ref.document, finding.ref.table, finding.column, alone


def _where(first: Result, *others: Result) -> str:
    finding = first.finding
    rows = [result.finding.ref.row for result in (first, *others)]
    zh, en = place_zh(finding, rows), place_en(finding, rows)
    place = zh if zh == en else f"{zh} ({en})"
    shown = _shown(first)
    return f"    {place}{_subject(first)}" + (f": {shown}" if shown else "")


def _shown(result: Result) -> str:
    """The printed words; of a shape among others of its theme, what it is called."""
    if result.rule and result.theme:
        name = result.rule.name
        return name.zh if name.zh == name.en else f"{name.zh} ({name.en})"
    return shorten(result.finding.printed)


def _subject(result: Result) -> str:
    """The IRI of what a result without a row is about, unless it is the catalog itself."""
    finding = result.finding
    unplaced = bool(finding.ref.document) and not finding.ref.table
    known = finding.focus in {"", result.catalog}
    return f" <{finding.focus}>" if unplaced and not known else ""


def _summary(report: Report) -> str:
    counts = report.counts.items()
    zh = "，".join(f"{_NAMES[severity].zh} {count}" for severity, count in counts)
    en = ", ".join(f"{_NAMES[severity].en} {count}" for severity, count in counts)
    verdict = Wording("符合", "conforms")
    if not report.conforms:
        verdict = Wording("不符合", "does not conform")
    total = len(report.findings)
    return f"共 {total} 条：{zh}。{verdict.zh}。 ({total} findings: {en}; {verdict.en})"
