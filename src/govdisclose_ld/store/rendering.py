"""Rows as text: CSV, TSV, JSON, the SPARQL result formats, Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.store.rows import Native, Rows, Value

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_RESULTS = "http://www.w3.org/2005/sparql-results#"
# What XML 1.0 cannot hold, even escaped (section 2.2).
_NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "\ufffd")


def render_rows(
    rows: Rows,
    format: str,  # noqa: A002
    *,
    headings: str = "name",
    guard: bool = True,
    bom: bool = False,
) -> str:
    """``rows`` in one of ``FORMATS``.

    ``csv`` (RFC 4180) and ``tsv`` have one line of headings: the columns' ``name``, or their
    heading in ``zh`` or ``en``; so has ``md``. Text in them that a spreadsheet would run as a
    formula (it begins with ``= + - @``, a tab or a carriage return) gets an apostrophe before it,
    unless ``guard`` is off; numbers do not. ``bom`` puts a byte order mark in front of csv and
    tsv, which Excel needs to see UTF-8.

    ``json`` is a list of objects with JSON's own types; ``sparql-json`` and ``xml`` are the
    W3C's formats and lose nothing.

    Raises ConfigurationError for an unknown format or kind of heading.
    """
    if format not in FORMATS or headings not in {"name", "zh", "en"}:
        known = f"{', '.join(FORMATS)}; headings: name, zh, en"
        raise ConfigurationError(
            f"不支持的格式：{format}（headings={headings}）",
            f"no such format: {format} (headings={headings})",
            remedy=(f"可用：{known}", f"known: {known}"),
        )
    if format not in _TABULAR:
        return _RENDERERS[format](rows)
    titles = [_heading(rows, index, headings) for index in range(len(rows.columns))]
    cells = [[_cell(value, guard=guard) for value in row] for row in rows.values]
    mark = "\ufeff" if bom and format != "md" else ""
    return mark + _TABULAR[format]([titles, *cells])


def _heading(rows: Rows, index: int, kind: str) -> str:
    column = rows.columns[index]
    return (getattr(column.heading, kind) if kind != "name" else "") or column.name


def _cell(value: Value | None, *, guard: bool) -> str:
    if value is None:
        return ""
    is_text = isinstance(value.native, str)
    return (
        f"'{value.value}" if guard and is_text and value.value.startswith(_FORMULA) else value.value
    )


def _csv(lines: Sequence[Sequence[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(lines)
    return buffer.getvalue()


def _tsv(lines: Sequence[Sequence[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter="\t", lineterminator="\n").writerows(lines)
    return buffer.getvalue()


def _markdown(lines: Sequence[Sequence[str]]) -> str:
    head, *body = (f"| {' | '.join(_escape(cell) for cell in line)} |\n" for line in lines)
    return f"{head}|{' --- |' * len(lines[0])}\n{''.join(body)}"


def _escape(cell: str) -> str:
    escaped = cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return "<br>".join(escaped.splitlines())


def _json(rows: Rows) -> str:
    records = [{name: _plain(cell) for name, cell in row.items()} for row in rows.records()]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def _plain(native: Native) -> Any:
    if isinstance(native, Decimal):
        return int(native) if native == native.to_integral_value() else float(native)
    return native.isoformat() if isinstance(native, date) else native


def _sparql_json(rows: Rows) -> str:
    if rows.form == "ASK":
        answer: dict[str, Any] = {"head": {}, "boolean": rows.records()[0]["answer"]}
    else:
        bindings = [
            {name: _binding(cell) for name, cell in zip(rows.names, row, strict=True) if cell}
            for row in rows.values
        ]
        answer = {"head": {"vars": list(rows.names)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n"


def _binding(cell: Value) -> dict[str, str]:
    binding = {"type": cell.kind, "value": cell.value}
    if cell.language:
        binding["xml:lang"] = cell.language
    elif cell.datatype:
        binding["datatype"] = cell.datatype
    return binding


def _sparql_xml(rows: Rows) -> str:
    root = ET.Element("sparql", xmlns=_RESULTS)
    head = ET.SubElement(root, "head")
    if rows.form == "ASK":
        ET.SubElement(root, "boolean").text = _cell(rows.values[0][0], guard=False)
    else:
        for name in rows.names:
            ET.SubElement(head, "variable", name=name)
        results = ET.SubElement(root, "results")
        for row in rows.values:
            _add_result(results, rows.names, row)
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _add_result(results: ET.Element, names: Sequence[str], row: Sequence[Value | None]) -> None:
    result = ET.SubElement(results, "result")
    for name, cell in zip(names, row, strict=True):
        if cell is None:
            continue
        attributes = {"xml:lang": cell.language} if cell.language else {}
        if cell.datatype:
            attributes["datatype"] = cell.datatype
        binding = ET.SubElement(result, "binding", name=name)
        ET.SubElement(binding, cell.kind, attributes).text = cell.value.translate(_NOT_XML)


_TABULAR: dict[str, Callable[[Sequence[Sequence[str]]], str]] = {
    "csv": _csv,
    "tsv": _tsv,
    "md": _markdown,
}
_RENDERERS: dict[str, Callable[[Rows], str]] = {
    "json": _json,
    "sparql-json": _sparql_json,
    "xml": _sparql_xml,
}
FORMATS = (*_TABULAR, *_RENDERERS)
