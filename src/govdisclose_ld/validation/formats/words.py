"""What several forms of a report say in the same words."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.interpret.synthetic import SYNTHETIC, synthetic_notice
from govdisclose_ld.model import Phrase, Severity
from govdisclose_ld.validation.report import Group, Report, Result
from govdisclose_ld.validation.screens import Known, Waiver, WaiverUse

SEVERITIES = {
    Severity.VIOLATION: Phrase("违反", "violation"),
    Severity.WARNING: Phrase("警告", "warning"),
    Severity.INFO: Phrase("提示", "info"),
}
REMEDY = Phrase("办法", "remedy")
ALSO = Phrase("相同的还有", "also")


def source_name(of: Group | Result) -> Phrase:
    """What the source of a finding is: a rule's, or the cause of what the reading found."""
    first = of.members[0] if isinstance(of, Group) else of
    of_shape = bool(first.component)
    return Phrase("依据", "source") if of_shape else Phrase("原因", "cause")


def verdict(report: Report) -> Phrase:
    """Whether the data conform to the shapes."""
    if report.conforms:
        return Phrase("符合", "conforms")
    return Phrase("不符合", "does not conform")


def summary(report: Report) -> Phrase:
    """How many findings there are of each severity, and whether the data conform."""
    counts = report.counts.items()
    zh = "，".join(f"{SEVERITIES[severity].zh} {count}" for severity, count in counts)
    en = ", ".join(f"{SEVERITIES[severity].en} {count}" for severity, count in counts)
    said, total = verdict(report), len(report.results)
    return Phrase(f"共 {total} 条：{zh}。{said.zh}。", f"{total} findings: {en}; {said.en}")


def notes(report: Report) -> Iterator[Phrase]:
    """What a reader must know of the whole report, a sentence each.

    That catalogs are synthetic, and what a baseline and waivers did, where there were any.
    """
    made_up = [subject for subject in report.subjects if subject.status == SYNTHETIC]
    if made_up:
        notice, many = synthetic_notice(), len(made_up)
        named = (
            Phrase(made_up[0].name) if many == 1 else Phrase(f"{many} 份目录", f"{many} catalogs")
        )
        yield Phrase(f"{named.zh}：{notice.zh}", f"{named.en or named.zh}: {notice.en}")
    yield from _screening(report)


def _screening(report: Report) -> Iterator[Phrase]:
    hidden = [result.hidden_by for result in report.hidden]
    known = sum(isinstance(screen, Known) for screen in hidden)
    waived = len(hidden) - known
    if report.baseline or report.waivers:
        yield Phrase(
            f"另有 {len(hidden)} 条没有显示：基线已列 {known}，豁免 {waived}。",
            f"hidden besides: {len(hidden)}, {known} by the baseline, {waived} by waivers",
        )
    if report.baseline and report.baseline.gone:
        yield Phrase(
            f"基线所列有 {report.baseline.gone} 条不再出现，可以重新生成基线。",
            f"{report.baseline.gone} that the baseline lists are found no more: write it anew",
        )
    yield from filter(None, map(_told, report.waivers))


def hidden_because(screen: Waiver | Known) -> Phrase:
    """Why a finding is hidden."""
    if isinstance(screen, Known):
        return Phrase(f"基线 {screen.file} 已列", f"listed by the baseline {screen.file}")
    until = screen.expires.isoformat()
    return Phrase(
        f"豁免：{screen.reason}（{screen.owner}，至 {until}）",
        f"waived: {screen.reason} ({screen.owner}, until {until})",
    )


def _told(use: WaiverUse) -> Phrase:
    waiver, until = use.waiver, use.waiver.expires.isoformat()
    if use.expired:
        return Phrase(
            f"豁免已于 {until} 到期，{use.matched} 条重新显示：{waiver.code}（{waiver.place}，"
            f"{waiver.owner}）。",
            f"expired on {until}, {use.matched} shown again: {waiver.code} "
            f"({waiver.place}, {waiver.owner})",
        )
    if not use.matched:
        return Phrase(
            f"豁免没有对应任何发现：{waiver.code}（{waiver.place}，{waiver.owner}）。",
            f"a waiver that matches nothing: {waiver.code} ({waiver.place}, {waiver.owner})",
        )
    return Phrase()
