"""The sample's report with a waiver that holds, one that has expired, and a baseline."""

from __future__ import annotations

from datetime import date
from functools import cache

from validation_samples import CATALOG

from govdisclose_ld.validation import (
    Baseline,
    Report,
    Scope,
    Waiver,
    fingerprint,
    screen,
    validate,
)
from govdisclose_ld.validation.fingerprints import catalog_key

TODAY = date(2026, 6, 1)
AGENCY = Waiver(
    code="agency-missing",
    owner="扶贫办 <张>",
    reason="主体统一为县扶贫办",
    expires=date(2026, 12, 31),
    scope=Scope(item="贫困人口识别"),
    place="waivers.yml:2",
)
EXPIRED = Waiver("level-missing", "李", "旧版", date(2026, 5, 31), place="waivers.yml:8")
IDLE = Waiver("level-missing", "王", "无", date(2027, 1, 1), Scope(division="999999"), "w.yml:9")


@cache
def full() -> Report:
    return validate(CATALOG, shapes=["completeness"])


def baseline_of(report: Report, *codes: str) -> Baseline:
    listed = [result for result in report.results if result.finding.code in codes]
    prints = [fingerprint(result) for result in listed]
    return Baseline(
        "baseline.csv",
        {digest: prints.count(digest) for digest in prints},
        {fingerprint(result): catalog_key(result.catalog) for result in listed},
    )


@cache
def screened() -> Report:
    return screen(
        full(),
        waivers=[AGENCY, EXPIRED, IDLE],
        baseline=baseline_of(full(), "mode-unticked", "header-changed"),
        today=TODAY,
    )
