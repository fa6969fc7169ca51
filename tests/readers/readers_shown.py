"""A document written out line by line, so that tests can compare all of it at once."""

from __future__ import annotations

from govdisclose_ld.model import Cell, Document, Finding, Table
from govdisclose_ld.readers import Limits, read_document


def shown(document: Document) -> list[str]:
    """Every block and every finding: ``P`` paragraphs, ``T`` tables, ``F`` findings.

    A number after ``P`` or a row is the line of the source; ``{2x3}`` a span of two rows and
    three columns, ``^1,2`` a place covered by the cell in row 1, column 2.
    """
    lines = []
    for block in document.blocks:
        if isinstance(block, Table):
            lines.append(f"T{block.number}{' ' if block.name else ''}{block.name}")
            lines += [
                f"  {row.number}@{row.line}: " + " | ".join(map(_cell, row.cells))
                for row in block.rows
            ]
        else:
            lines.append(f"P@{block.line}: {block.text}")
    return lines + [_finding(finding) for finding in document.findings]


def read_shown(data: str | bytes, name: str, limits: Limits | None = None) -> list[str]:
    content = data.encode() if isinstance(data, str) else data
    return shown(read_document(content, name=name, limits=limits))


def _cell(cell: Cell) -> str:
    if cell.anchor:
        return f"^{cell.anchor[0]},{cell.anchor[1]}"
    spans = (cell.row_span, cell.column_span)
    return cell.text.replace("\n", "⏎") + (
        "" if spans == (1, 1) else f"{{{cell.row_span}x{cell.column_span}}}"
    )


def _finding(finding: Finding) -> str:
    ref = finding.ref
    place = f"{ref.table},{ref.row},{ref.column}@{finding.line}"
    return f"F {finding.severity.value} {finding.code} {place} {finding.printed}".rstrip()
