"""Taking out of a report what a baseline lists and what waivers excuse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from govdisclose_ld.validation.baselines import Baseline
from govdisclose_ld.validation.fingerprints import catalog_key, fingerprint
from govdisclose_ld.validation.report import Report, Result
from govdisclose_ld.validation.screens import BaselineUse, Known, Waiver, WaiverUse
from govdisclose_ld.validation.subjects import Subject


def screen(
    report: Report,
    *,
    waivers: Sequence[Waiver] = (),
    baseline: Baseline | None = None,
    today: date,
) -> Report:
    """The report with those findings hidden that a waiver or the baseline is about.

    A finding has at most one waiver, the first that holds. One whose waiver has expired before
    ``today`` shows, even where the baseline lists it. Of findings with one fingerprint as many
    are hidden as the baseline lists.
    """
    left = Counter(baseline.counts) if baseline else Counter[str]()
    matched: Counter[Waiver] = Counter()
    every = []
    for result in report.every:
        hits = [w for w in waivers if _is_about(w, result, report.subject_of(result))]
        matched.update(hits)
        holding = next((waiver for waiver in hits if today <= waiver.expires), None)
        known = _known(result, baseline, left) if baseline else None
        every.append(replace(result, hidden_by=holding if hits else known))
    return replace(
        report,
        every=tuple(every),
        waivers=tuple(WaiverUse(w, w.expires < today, matched[w]) for w in waivers),
        baseline=_use(report, baseline, left) if baseline else None,
    )


def _use(report: Report, baseline: Baseline, left: Counter[str]) -> BaselineUse:
    """Gone is what was not found in the catalogs that were looked at."""
    checked = {catalog_key(subject.iri) for subject in report.subjects}
    gone = sum(n for digest, n in left.items() if baseline.catalogs[digest] in checked)
    return BaselineUse(baseline.file, gone)


def _known(result: Result, baseline: Baseline, left: Counter[str]) -> Known | None:
    """Whether the baseline has one more of the fingerprint ``left``, which is then used up."""
    digest = fingerprint(result)
    if not left[digest]:
        return None
    left[digest] -= 1
    return Known(baseline.file)


def _is_about(waiver: Waiver, result: Result, subject: Subject) -> bool:
    if waiver.code != result.finding.code:
        return False
    scope = waiver.scope
    cells = [_flat(text) for text in result.row.texts] if result.row else []
    return (
        scope.division in {"", subject.division}
        and scope.catalog in {"", result.catalog}
        and scope.document in {"", result.finding.ref.document}
        and (not scope.item or _flat(scope.item) in cells)
        and (not scope.row or _flat(scope.row) in " ".join(cells))
    )


def _flat(text: str) -> str:
    return " ".join(text.split())
