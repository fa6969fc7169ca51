"""The two stages left of the mapping: the tables as printed, and the catalog as read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from golden_files import Golden

from govdisclose_ld.catalogs import read_catalog, to_record
from govdisclose_ld.model import Cell, Document, Paragraph, Table
from govdisclose_ld.readers import read_document


def test_golden_tables(source: Path, golden: Golden) -> None:
    golden.check("table.json", written(table_record(read_document(source))))


def test_golden_catalog(source: Path, golden: Golden) -> None:
    catalog, _ = read_catalog(source, corrections=())
    golden.check("catalog.json", written(to_record(catalog)))


def written(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def table_record(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "media_type": document.media_type,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "blocks": [_block(block) for block in document.blocks],
        "findings": [f"{f.code} {f.ref.table}/{f.ref.row}" for f in document.findings],
    }


def _block(block: Paragraph | Table) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"line": block.line, "paragraph": block.text}
    rows = [{"line": r.line, "cells": [_cell(cell) for cell in r.cells]} for r in block.rows]
    return {"table": block.number, "rows": rows}


def _cell(cell: Cell) -> str | dict[str, Any]:
    """A plain cell is its text; a merged one tells its spans, one it covers where it is printed."""
    if cell.anchor:
        return {"within": list(cell.anchor)}
    if cell.row_span > 1 or cell.column_span > 1:
        return {"text": cell.text, "spans": [cell.row_span, cell.column_span]}
    return cell.text
