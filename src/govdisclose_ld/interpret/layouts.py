"""Layout files: how a person tells the reader what a document's tables are.

A layout names, for each table, its header rows, the field of each column and the rows that are no
items; it outranks what was recognised. ``draft_layout`` writes one from a reading, to be mended.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from govdisclose_ld.assets import knowledge, read_yaml
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.model import Catalog, Column, Term

_LEVEL = re.compile(r"^level([1-6])$")
_FACTS = ("title", "division", "publisher", "field", "slug", "version")
_TABLE_KEYS = {"table", "header", "columns", "notes"}


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """The field of one column (empty: kept as it is), its level of matters, its option."""

    field: str
    level: int = 0
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class TableLayout:
    """One table: its header rows (None: as recognised), its columns by number, its note rows."""

    table: int
    header: tuple[int, int] | None
    columns: Mapping[int, ColumnLayout]
    notes: frozenset[int]


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's layout: facts of the catalog and tables by number."""

    facts: Mapping[str, str]
    tables: Mapping[int, TableLayout]


def load_layout(file: Path) -> Layout:
    """The layout of a YAML file.

    Raises ConfigurationError that names the file, the entry and what was expected there.
    """
    source = read_yaml(file)
    if not isinstance(source, dict):
        raise _wrong(file, "", "a mapping with title, division … and tables")
    unknown = set(source) - {*_FACTS, "document", "tables"}
    if unknown:
        raise _wrong(file, sorted(map(str, unknown))[0], ", ".join((*_FACTS, "tables")))
    tables = source.get("tables") or []
    if not isinstance(tables, list):
        raise _wrong(file, "tables", "a list")
    read = [_table(file, f"tables[{i}]", entry) for i, entry in enumerate(tables, 1)]
    facts = {name: str(source[name]) for name in _FACTS if source.get(name) is not None}
    return Layout(facts, {table.table: table for table in read})


def _table(file: Path, where: str, entry: Any) -> TableLayout:
    if not isinstance(entry, dict) or not isinstance(entry.get("table"), int):
        raise _wrong(file, f"{where}.table", "the number of a table, counting from 1")
    unknown = set(entry) - _TABLE_KEYS
    if unknown:
        raise _wrong(file, f"{where}.{sorted(map(str, unknown))[0]}", ", ".join(_TABLE_KEYS))
    columns = entry.get("columns") or {}
    if not isinstance(columns, dict) or not all(isinstance(n, int) and n > 0 for n in columns):
        raise _wrong(file, f"{where}.columns", "column numbers with their fields")
    notes = entry.get("notes") or []
    if not isinstance(notes, list) or not all(isinstance(n, int) for n in notes):
        raise _wrong(file, f"{where}.notes", "a list of row numbers")
    read = {n: _column(file, f"{where}.columns.{n}", str(v)) for n, v in columns.items()}
    return TableLayout(entry["table"], _header(file, where, entry), read, frozenset(notes))


def _header(file: Path, where: str, entry: Mapping[str, Any]) -> tuple[int, int] | None:
    rows = entry.get("header")
    if rows is None:
        return None
    whole = isinstance(rows, list) and all(isinstance(n, int) for n in rows)
    if whole and not rows:
        return (1, 0)
    if not whole or len(rows) != 2 or not 1 <= rows[0] <= rows[1]:
        raise _wrong(file, f"{where}.header", "[first row, last row], or [] for none")
    return (rows[0], rows[1])


def _column(file: Path, where: str, value: str) -> ColumnLayout:
    field, _, options = value.partition("=")
    fields = knowledge("vocabulary/columns.yml")["fields"]
    level = _LEVEL.match(field)
    if level and not options:
        return ColumnLayout("matters", int(level[1]))
    if field not in fields or field == "matters":
        expected = "level1 … level6, " + ", ".join(f for f in fields if f != "matters")
        raise _wrong(file, where, expected)
    if not options:
        return ColumnLayout("" if field == "extra" else field)
    known = code_list(SCHEMES[field]).terms if field in SCHEMES else {}
    ids = options.split("+")
    if not all(name in known for name in ids):
        raise _wrong(file, where, f"{field}= one of {', '.join(known)}, joined by +")
    return ColumnLayout(field, terms=tuple(known[name] for name in ids))


def _wrong(file: Path, where: str, expected: str) -> ConfigurationError:
    return ConfigurationError(
        f"版式文件有误，应为：{expected}",
        f"wrong layout file, expected {expected}",
        where=f"{file}: {where}",
        remedy=(
            "请改正，或用 govdisclose inspect --write-layout 重新起草",
            "mend it, or draft it anew with govdisclose inspect --write-layout",
        ),
    )


def draft_layout(catalog: Catalog) -> str:
    """A layout file, as YAML text, that says what the reading of a catalog decided."""
    facts = {
        "document": catalog.document.name,
        "title": catalog.title,
        "division": catalog.division.code if catalog.division else None,
        "publisher": catalog.publisher or None,
        "field": catalog.field.id if catalog.field else None,
    }
    tables = [_draft_table(catalog, table.number) for table in catalog.document.tables]
    head = "# 版式文件：逐表写明表头行、各列的栏目和不是事项的行；以此为准重新读取。\n"
    said = {name: value for name, value in facts.items() if value is not None}
    body = yaml.safe_dump({**said, "tables": tables}, allow_unicode=True, sort_keys=False)
    return head + body


def _draft_table(catalog: Catalog, number: int) -> dict[str, Any]:
    rows = [reading for reading in catalog.rows if reading.table == number]
    header = [reading.row for reading in rows if reading.kind == "header"]
    together = header == list(range(header[0], header[-1] + 1)) if header else True
    drafted: dict[str, Any] = {"table": number}
    if together:
        drafted["header"] = [header[0], header[-1]] if header else []
    columns = {c.number: _written(c) for c in catalog.columns if c.table == number}
    drafted["columns"] = columns
    drafted["notes"] = [reading.row for reading in rows if reading.kind == "note"]
    return drafted


def _written(column: Column) -> str:
    field = f"level{column.level}" if column.field == "matters" else column.field or "extra"
    return f"{field}={'+'.join(t.id for t in column.terms)}" if column.terms else field
