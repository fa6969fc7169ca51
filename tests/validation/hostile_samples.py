"""The sample with words in its cells and file name that some form of a report would obey."""

from __future__ import annotations

from dataclasses import replace

from validation_samples import CATALOG

from govdisclose_ld.model import Catalog, Cell, CellRef, Finding, Severity, Table
from govdisclose_ld.validation import Report, validate

WORDS = (
    "<script>alert(1)</script>",
    "]]>&\"'",
    '=cmd|"/c calc"!A1',
    "100%, a:b\r\n::error file=x::injected",
    "\x00\x07\x1b[31m\ufffe",
    "[链接](javascript:alert(1)) {0}",
)
NAME = "a,b:c%d 目录.txt"


def hostile() -> Catalog:
    """Each of :data:`WORDS` stands in a cell of the second row and in a finding of its own."""
    first, second = CATALOG.document.tables
    rows = list(first.rows)
    cells = (*map(Cell, WORDS), *rows[3].cells[len(WORDS) :])
    rows[3] = replace(rows[3], cells=cells)
    document = replace(CATALOG.document, name=NAME, blocks=(Table(1, tuple(rows)), second))
    findings = [
        Finding(
            "row-suspect",
            Severity.WARNING,
            f"这一格不像：{words}",
            f"suspect: {words}",
            CellRef(NAME, 1, 4, number),
            column=words,
            printed=words,
            line=14,
        )
        for number, words in enumerate(WORDS, start=1)
    ]
    return replace(CATALOG, title=f"目录 {WORDS[0]}", document=document, findings=tuple(findings))


def report() -> Report:
    return validate(hostile(), shapes=["completeness"])
