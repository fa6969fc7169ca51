"""A report as CSV (RFC 4180), a line for each finding, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from govdisclose_ld.validation.fingerprints import fingerprint, row_name
from govdisclose_ld.validation.formats.words import SEVERITIES
from govdisclose_ld.validation.formulas import guard
from govdisclose_ld.validation.report import Report, Result
from govdisclose_ld.validation.subjects import Subject

_HEADINGS = (
    *("级别", "代码", "地区", "目录", "文件", "表", "行", "列", "栏目", "文件行号", "事项"),
    *("原文", "问题", "办法", "依据或原因"),
    *("问题（英文）", "办法（英文）", "依据或原因（英文）", "指纹"),
)


def write_csv(report: Report) -> str:
    """The findings under Chinese headings, with a byte order mark; no cell is a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(_HEADINGS)
    for result in report.results:
        row = _row(result, report.subject_of(result))
        writer.writerow([guard(cell.replace("\0", "\ufffd")) for cell in row])
    return "\ufeff" + stream.getvalue()


def _row(result: Result, subject: Subject) -> tuple[str, ...]:
    finding, ref = result.finding, result.finding.ref
    numbers = (ref.table, ref.row, ref.column)
    table, row, column, line = (str(n) if n else "" for n in (*numbers, finding.line))
    return (
        *(SEVERITIES[finding.severity].zh, finding.code),
        *(subject.place, subject.title, ref.document, table, row, column, finding.column, line),
        *(row_name(result) if ref.row else "", finding.printed),
        *(result.message.zh, result.remedy.zh, result.source.zh),
        *(result.message.en, result.remedy.en, result.source.en, fingerprint(result)),
    )
