"""A report as JSON; its fields are stable (``ontology/schemas/report.schema.json``)."""

from __future__ import annotations

import json
from typing import Any

from govdisclose_ld.validation.fingerprints import fingerprint
from govdisclose_ld.validation.report import Report, Result
from govdisclose_ld.validation.screens import Known, Waiver, WaiverUse
from govdisclose_ld.validation.subjects import Subject


def write_json(report: Report) -> str:
    """The report as one JSON document, UTF-8 kept readable, findings in the report's order."""
    hidden = report.hidden
    known = sum(isinstance(result.hidden_by, Known) for result in hidden)
    document = {
        "summary": {
            "conforms": report.conforms,
            "worst": report.worst.value if report.worst else None,
            "counts": {severity.value: n for severity, n in report.counts.items()},
            "codes": report.counts_by_code,
            "hidden": {"baseline": known, "waivers": len(hidden) - known},
        },
        "catalogs": [_catalog(subject) for subject in report.subjects if subject.iri],
        "findings": [_finding(result) for result in report.results],
        "hidden": [{**_finding(result), "hidden_by": _hidden_by(result)} for result in hidden],
        "waivers": [_waiver_use(use) for use in report.waivers],
        "baseline": report.baseline
        and {"file": report.baseline.file, "known": known, "gone": report.baseline.gone},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _catalog(subject: Subject) -> dict[str, Any]:
    return {
        "catalog": subject.iri,
        "title": subject.title,
        "division": subject.division,
        "status": subject.status,
        "document": subject.document,
        "file": subject.file,
        "items": subject.items,
    }


def _finding(result: Result) -> dict[str, Any]:
    finding = result.finding
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message_zh,
        "message_en": finding.message_en,
        "remedy": result.remedy.zh,
        "remedy_en": result.remedy.en,
        "source": result.source.zh,
        "source_en": result.source.en,
        "document": finding.ref.document,
        "table": finding.ref.table,
        "row": finding.ref.row,
        "column": finding.column,
        "column_number": finding.ref.column,
        "columns": list(result.columns),
        "line": finding.line,
        "printed": finding.printed,
        "focus": finding.focus,
        "value": result.value,
        "catalog": result.catalog,
        "shape": result.shape,
        "also": [
            {
                "code": other.finding.code,
                "message": other.message.zh,
                "message_en": other.message.en,
                "source": other.source.zh,
                "source_en": other.source.en,
                "shape": other.shape,
            }
            for other in result.also
        ],
        "fingerprint": fingerprint(result),
    }


def _hidden_by(result: Result) -> dict[str, str]:
    screen = result.hidden_by
    if isinstance(screen, Waiver):
        return _waiver(screen)
    return {"baseline": screen.file} if screen else {}


def _waiver_use(use: WaiverUse) -> dict[str, Any]:
    return {**_waiver(use.waiver), "expired": use.expired, "matched": use.matched}


def _waiver(waiver: Waiver) -> dict[str, str]:
    return {
        "waiver": waiver.place,
        "code": waiver.code,
        "owner": waiver.owner,
        "reason": waiver.reason,
        "expires": waiver.expires.isoformat(),
    }
