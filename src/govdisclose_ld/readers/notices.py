"""Findings of the readers, worded in ``data/vocabulary/reader-findings.yml``."""

from __future__ import annotations

from govdisclose_ld.assets import knowledge
from govdisclose_ld.model import CellRef, Finding, Severity


def notice(
    code: str, ref: CellRef, *, line: int = 0, printed: str = "", **values: object
) -> Finding:
    """The finding of that code at ``ref``, its message templates filled with ``values``.

    Raises KeyError for a code or value that the file does not know: a fault of the program.
    """
    entry = knowledge("vocabulary/reader-findings.yml")[code]
    return Finding(
        code=code,
        severity=Severity(entry["severity"]),
        message_zh=entry["zh"].format_map(values),
        message_en=entry["en"].format_map(values),
        ref=ref,
        printed=printed,
        line=line,
    )
