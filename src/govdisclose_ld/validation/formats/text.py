"""A report for people: grouped by cause, Chinese first, English beside it, each cell located."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from govdisclose_ld.model import Phrase
from govdisclose_ld.validation.formats.places import place_en, place_zh, shorten
from govdisclose_ld.validation.formats.words import (
    ALSO,
    SEVERITIES,
    notes,
    source_name,
    summary,
)
from govdisclose_ld.validation.report import Group, Report, Result


def write_text(report: Report) -> str:
    """The groups of the report, the weightiest first, and a line that sums them up.

    Under a finding that speaks for a whole column, its blank cells are drawn together by table.
    """
    blocks = ["\n".join(_group(group)) for group in report.groups]
    last = "\n".join(map(str, (summary(report), *notes(report))))
    return "\n\n".join([*blocks, last]) + "\n"


def _group(group: Group) -> Iterator[str]:
    name = SEVERITIES[group.severity]
    times = f" ×{len(group.cases)}" if len(group.cases) > 1 else ""
    yield f"{name.zh} {name.en} [{group.code}]{times}"
    yield from _message(group.message, indent=2)
    if group.remedy:
        yield f"  → {group.remedy}"
    if group.source and group.source != group.message:
        label = source_name(group)
        yield f"  {label.zh} {label.en}: {group.source}"
    if group.also:
        yield f"  {ALSO.zh} {ALSO.en}: {', '.join(group.also)}"
    if group.head:
        yield _where(group.head)
        for _, alike in groupby(group.cases, key=_gathered):
            yield _where(*alike)
        return
    for case in group.cases:
        yield from _case(case, group)


def _case(case: Result, group: Group) -> Iterator[str]:
    """One place, and what is said there alone."""
    yield _where(case)
    if not case.theme and case.message != group.message:
        yield from _message(case.message, indent=6)
    if case.remedy != group.remedy and case.remedy:
        yield f"      → {case.remedy}"


def _message(message: Phrase, *, indent: int) -> Iterator[str]:
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
    place = Phrase(place_zh(finding, rows), place_en(finding, rows))
    shown = _shown(first)
    return f"    {place}{_subject(first)}" + (f": {shown}" if shown else "")


def _shown(result: Result) -> str:
    """The printed words; of a shape among others of its theme, what it is called."""
    if result.rule and result.theme:
        return str(result.rule.name)
    return shorten(result.finding.printed)


def _subject(result: Result) -> str:
    """The IRI of what a result without a row is about, unless it is the catalog itself."""
    finding = result.finding
    unplaced = bool(finding.ref.document) and not finding.ref.table
    known = finding.focus in {"", result.catalog}
    return f" <{finding.focus}>" if unplaced and not known else ""
