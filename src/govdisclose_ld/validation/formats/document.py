"""A report as JSON; its fields are stable."""

from __future__ import annotations

import json

from govdisclose_ld.validation.report import Report, Result


def write_json(report: Report) -> str:
    """The report as one JSON document, UTF-8 kept readable, findings in the report's order."""
    document = {
        "summary": {
            "conforms": report.conforms,
            "worst": report.worst.value if report.worst else None,
            "counts": {severity.value: n for severity, n in report.counts.items()},
            "codes": report.counts_by_code,
        },
        "findings": [_finding(result) for result in report.results],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(result: Result) -> dict[str, object]:
    finding = result.finding
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message_zh,
        "message_en": finding.message_en,
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
    }
