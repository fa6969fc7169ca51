"""A layout file drafted from a reading, for a person to mend.

What was read for sure stands in it as it is; what is doubtful stands behind a ``#``, so that
reading with the draft as it comes gives the same catalog, its doubts included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.headings import SURE, TICK_FIELDS, column_label
from govdisclose_ld.interpret.layout_files import FIELDS, MEANINGS
from govdisclose_ld.interpret.wording import squeeze
from govdisclose_ld.model import Catalog, Column, RowReading, Table
from govdisclose_ld.yaml_places import quoted

_DOUBTED = {
    "title": ("title-missing",),
    "division": ("division-",),
    "publisher": ("publisher-",),
    "field": ("field-unknown", "field-ambiguous", "field-from-office"),
}
_LONGEST = 24
_MOST = 1000  # columns
_FIELDS_IN_LINE = 5
_CONTROLS = dict.fromkeys((*range(32), 0x7F, 0x85, 0x2028, 0x2029), " ")
_GUIDE = """\
# 版式文件：写明各表的表头行、各列的栏目和不是事项的行。写了的以此为准，没写的照常辨认。
# 行首有 # 的没有把握：核对、改好，再去掉 #。表、行、列都从 1 数起，可对照 inspect --html。
# Layout file: the header rows, the fields of the columns and the rows that are no items, table by
# table. What it says outranks what is recognised. A line behind # is doubtful: check it, mend it,
# then take the # away. Tables, rows and columns count from 1, as inspect --html shows them.
#
# 不是目录表 a table that is no catalog: skip: true
# 没有表头 no header: header: []    表头重印 printed again: header: [[1, 2], [20, 21]]"""


def draft_layout(catalog: Catalog) -> str:
    """A layout file, as YAML text, that says what the reading of a catalog decided."""
    lines = [*_guide(), *_facts(catalog), "tables:" if catalog.document.tables else "tables: []"]
    for table in catalog.document.tables:
        lines += _table(catalog, table)
    return "\n".join(lines) + "\n"


def _guide() -> Iterator[str]:
    yield _GUIDE
    levels = f"level1…level6 {column_label('matters', 1)}…{column_label('matters', 6)}"
    named = (name for name in FIELDS if not re.fullmatch(r"level\d", name))
    fields = [levels, *(f"{name} {column_label(name)}" for name in named)]
    for first in range(0, len(fields), _FIELDS_IN_LINE):
        yield f"# 栏目 fields: {' · '.join(fields[first : first + _FIELDS_IN_LINE])}"
    for field in TICK_FIELDS:
        terms = " · ".join(f"{field}={t.id} {t.label}" for t in code_list(field).terms.values())
        yield f"# 勾选列 tick column: {terms}"
    yield f"# 符号的含义 what marks mean: marks: {{△: optional}} ({' | '.join(MEANINGS)})"


def _facts(catalog: Catalog) -> Iterator[str]:
    yield f"document: {quoted(catalog.document.name)}"
    place, field = catalog.division, catalog.field
    facts = {
        "title": (catalog.title, ""),
        "division": (place.code if place else "", place.name if place else ""),
        "publisher": (catalog.publisher, ""),
        "field": (field.id if field else "", field.label if field else ""),
    }
    codes = [finding.code for finding in catalog.findings]
    for name, (value, label) in facts.items():
        sure = bool(value) and not any(code.startswith(_DOUBTED[name]) for code in codes)
        yield _line("", f"{name}: {quoted(value)}", label, sure=sure)


def _table(catalog: Catalog, table: Table) -> Iterator[str]:
    rows = [reading for reading in catalog.rows if reading.table == table.number]
    columns = [column for column in catalog.columns if column.table == table.number]
    yield _line("  ", f"- table: {table.number}", f"{len(table.rows)} 行 rows {_said(table.name)}")
    if not columns:
        yield _line("    ", "skip: true", "没有读取；不是目录就写 skip not read", sure=False)
        yield _line("    ", "header: [1, 1]", "是目录就写明表头行 its header rows", sure=False)
        columns = _unread(table)
    else:
        yield from _header(rows, sure=any(column.score >= SURE for column in columns))
    yield "    columns:"
    doubted = _doubted_columns(catalog, table)
    reached = (column for column in columns if column.number <= table.width)
    yield from (_column(column, doubted=column.number in doubted) for column in reached)
    if rows:
        # a row that carries on the one above has no item either, but its cells were taken
        notes = [r.row for r in rows if r.kind == "note" and not any(r.roles)]
        yield _line("    ", f"notes: {notes}", "不是事项的行 rows that are no items")


def _unread(table: Table) -> list[Column]:
    """The columns of a table that was not read, each with the words of its first row."""
    texts = table.rows[0].texts if table.rows else ()
    return [Column(table.number, number, text) for number, text in enumerate(texts, 1)]


def _doubted_columns(catalog: Catalog, table: Table) -> set[int]:
    """The columns of a table at whose headings something was found, those included that a header
    row does not reach and that a finding cannot name."""
    heads = {r.row for r in catalog.rows if r.table == table.number and r.kind == "header"} | {0}
    refs = [f.ref for f in catalog.findings if f.ref.table == table.number and f.ref.row in heads]
    reached = [len(table.rows[ref.row - 1].cells) for ref in refs if ref.row and not ref.column]
    return {ref.column for ref in refs}.union(range(min(reached, default=_MOST) + 1, _MOST))


def _header(rows: list[RowReading], *, sure: bool) -> Iterator[str]:
    heads = [reading.row for reading in rows if reading.kind == "header"]
    runs: list[list[int]] = []
    for row in heads:
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    if not runs:
        yield _line("    ", "header: []", "没有印表头 no header is printed", sure=False)
    elif len(runs) == 1:
        yield _line("    ", f"header: {runs[0]}", "表头行 header rows", sure=sure)
    else:
        yield _line("    ", f"header: {runs}", "各处表头 headers", sure=False)


def _column(column: Column, *, doubted: bool) -> str:
    label = column_label(column.field, column.level, column.terms)
    heading = f"“{_said(column.heading)}”" if column.heading else "没有表头 no heading"
    why = f" 把握 score {column.score:.2f}" if column.field else " 没有认出 unknown"
    sure = column.score >= SURE and not doubted
    if column.score >= SURE:
        why = " 见发现 see findings" if doubted else ""
    entry = f"{column.number}: {_written(column)}"
    return _line("      ", entry, f"{heading} {label}{why}", sure=sure)


def _written(column: Column) -> str:
    field = f"level{column.level}" if column.field == "matters" else column.field or "extra"
    options = "+".join(term.id for term in column.terms if term.id)
    return f"{field}={options}" if options else field


def _line(indent: str, entry: str, comment: str = "", *, sure: bool = True) -> str:
    told = f"{indent}{'' if sure else '#'}{entry}"
    return f"{told}  # {comment}".rstrip() if comment.strip() else told


def _said(text: str) -> str:
    """Printed words within a comment: on one line and not too long."""
    words = squeeze(text.translate(_CONTROLS))
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
