"""Layout files: YAML in which a person says what a document's tables are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.divisions import division
from govdisclose_ld.interpret.fields import field_id
from govdisclose_ld.interpret.headings import match_heading
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.interpret.layouts import ColumnLayout, Layout, Rows, TableLayout
from govdisclose_ld.model import Term
from govdisclose_ld.yaml_places import Path_, PlacedYaml, read_placed_yaml

_LEVEL = re.compile(r"^level([1-6])$")
FACTS = ("title", "division", "publisher", "field", "slug", "version")
MEANINGS = ("ticked", "unticked", "optional")
FIELDS = (
    "ordinal",
    *(f"level{level}" for level in range(1, 7)),
    *("content", "basis", "time_limit", "agency", "channels", "site_section"),
    *("audience", "mode", "level", "extra"),
)
_TABLE_KEYS = ("table", "skip", "header", "columns", "notes")


def load_layout(file: Path) -> Layout:
    """The layout of a YAML file.

    Raises ConfigurationError that names the file, the line, the entry and what was expected there.
    """
    source = read_placed_yaml(file)
    written = source.value
    if not isinstance(written, dict):
        raise _wrong(source, (), "", "a mapping with title, division … and tables")
    for name in written:
        if name not in (*FACTS, "document", "marks", "tables"):
            raise _wrong(source, (name,), str(name), ", ".join((*FACTS, "marks", "tables")))
    tables = written.get("tables") or []
    if not isinstance(tables, list):
        raise _wrong(source, ("tables",), "tables", "a list")
    read: dict[int, TableLayout] = {}
    for place, entry in enumerate(tables):
        table = _table(source, place, entry)
        if table.table in read:
            name = f"tables[{place + 1}].table"
            raise _wrong(source, ("tables", place), name, "each table once")
        read[table.table] = table
    return Layout(_facts(source), read, _marks(source))


def _facts(source: PlacedYaml) -> dict[str, str]:
    facts: dict[str, str] = {}
    for name in FACTS:
        value = source.value.get(name)
        if value is None:
            continue
        if isinstance(value, bool | list | dict):
            raise _wrong(source, (name,), name, "a text")
        facts[name] = str(value)
    try:
        if facts.get("division"):
            division(facts["division"])
        if "field" in facts:
            facts["field"] = field_id(facts["field"], where="field")
    except ConfigurationError as error:
        name = "division" if error.where != "field" else "field"
        error.where = source.place((name,), name)
        raise
    return facts


def _marks(source: PlacedYaml) -> dict[str, str]:
    marks = source.value.get("marks") or {}
    if not isinstance(marks, dict):
        raise _wrong(source, ("marks",), "marks", "signs with their meanings")
    for sign, meaning in marks.items():
        if not str(sign).strip() or meaning not in MEANINGS:
            raise _wrong(source, ("marks", sign), f"marks.{sign}", " | ".join(MEANINGS))
    return {str(sign).strip(): str(meaning) for sign, meaning in marks.items()}


def _table(source: PlacedYaml, place: int, entry: Any) -> TableLayout:
    path, name = ("tables", place), f"tables[{place + 1}]"
    if not isinstance(entry, dict) or not _is_number(entry.get("table")):
        expected = "the number of a table, counting from 1"
        raise _wrong(source, (*path, "table"), f"{name}.table", expected)
    for key in entry:
        if key not in _TABLE_KEYS:
            raise _wrong(source, (*path, key), f"{name}.{key}", ", ".join(_TABLE_KEYS))
    columns, notes, skip = entry.get("columns") or {}, entry.get("notes"), entry.get("skip", False)
    if not isinstance(columns, dict) or not all(map(_is_number, columns)):
        expected = "column numbers with their fields"
        raise _wrong(source, (*path, "columns"), f"{name}.columns", expected)
    if notes is not None and not (isinstance(notes, list) and all(map(_is_number, notes))):
        raise _wrong(source, (*path, "notes"), f"{name}.notes", "a list of row numbers")
    if not isinstance(skip, bool):
        raise _wrong(source, (*path, "skip"), f"{name}.skip", "true | false")
    return TableLayout(
        entry["table"],
        _headers(source, path, name, entry.get("header")),
        _columns(source, (*path, "columns"), f"{name}.columns", columns),
        None if notes is None else frozenset(notes),
        skip,
        source.place(path, name),
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _headers(source: PlacedYaml, path: Path_, name: str, rows: Any) -> tuple[Rows, ...] | None:
    """The header rows: [1, 2] for one header, [[1, 2], [20, 21]] for several, [] for none."""
    if rows is None:
        return None
    pairs = rows if isinstance(rows, list) and rows and isinstance(rows[0], list) else [rows]
    if rows == []:
        return ()
    if not all(_is_pair(pair) for pair in pairs) or not _in_order(pairs):
        expected = "[first row, last row], a list of such pairs, or [] for none"
        raise _wrong(source, (*path, "header"), f"{name}.header", expected)
    return tuple((first, last) for first, last in pairs)


def _is_pair(pair: Any) -> bool:
    two = isinstance(pair, list) and len(pair) == 2 and all(map(_is_number, pair))
    return two and pair[0] <= pair[1]


def _in_order(pairs: list[list[int]]) -> bool:
    return all(one[1] < other[0] for one, other in pairwise(pairs))


def _columns(
    source: PlacedYaml, path: Path_, name: str, columns: Mapping[int, Any]
) -> dict[int, ColumnLayout]:
    read: dict[int, ColumnLayout] = {}
    seen: set[ColumnLayout] = set()
    for number, value in columns.items():
        column = _column(source, (*path, number), f"{name}.{number}", str(value))
        once = column.level or column.field == "ordinal"
        if once and column in seen:
            raise _wrong(source, (*path, number), f"{name}.{number}", f"{value} once")
        seen.add(column)
        read[number] = column
    return read


def _column(source: PlacedYaml, path: Path_, name: str, value: str) -> ColumnLayout:
    written, _, options = value.partition("=")
    field = _field(written.strip())
    if field not in FIELDS or (options and field not in SCHEMES):
        raise _wrong(source, path, name, ", ".join(FIELDS))
    if level := _LEVEL.match(field):
        return ColumnLayout("matters", int(level[1]))
    if not options:
        return ColumnLayout("" if field == "extra" else field)
    codes = code_list(SCHEMES[field])
    found = [_option(field, words.strip()) for words in options.split("+")]
    if not all(found):
        raise _wrong(source, path, name, f"{field}= one of {', '.join(codes.terms)}, joined by +")
    return ColumnLayout(
        field, terms=tuple(dict.fromkeys(term for terms in found for term in terms))
    )


def _field(written: str) -> str:
    """The id of a field from its id or from a heading that names it (公开时限, 二级事项)."""
    match = match_heading(written) if written not in FIELDS else None
    if match is None or match.score < 1:
        return written
    return match.field if match.field != "matters" else f"level{match.level}"


def _option(field: str, written: str) -> tuple[Term, ...]:
    codes = code_list(SCHEMES[field])
    return (codes.terms[written],) if written in codes.terms else codes.read(written)


def _wrong(source: PlacedYaml, path: Path_, name: str, expected: str) -> ConfigurationError:
    return ConfigurationError(
        f"版式文件有误，应为：{expected}",
        f"wrong layout file, expected {expected}",
        where=source.place(path, name),
        remedy=(
            "请改正，或用 govdisclose inspect --write-layout 重新起草",
            "mend it, or draft it anew with govdisclose inspect --write-layout",
        ),
    )
