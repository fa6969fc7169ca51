"""What a person tells of a document's tables, which outranks what is recognised of them.

A layout names, for each table, its header rows, the field of each column and the rows that are no
items, or that the table is to be skipped. What it leaves out is recognised as ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Document, Table, Term

Rows = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """The field of one column (empty: kept as it is), its level of matters, its option."""

    field: str
    level: int = 0
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class TableLayout:
    """One table: its headers as first and last row, its columns by number, its note rows.

    ``headers`` is None where they are to be recognised and () where none is printed; ``notes`` is
    None where they are to be recognised. ``skip`` tells that the table is no part of the catalog,
    ``place`` where the file says all this.
    """

    table: int
    headers: tuple[Rows, ...] | None
    columns: Mapping[int, ColumnLayout]
    notes: frozenset[int] | None
    skip: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's layout: facts of the catalog, tables by number, and what its marks mean."""

    facts: Mapping[str, str]
    tables: Mapping[int, TableLayout]
    marks: Mapping[str, str]


def check_layout(layout: Layout, document: Document) -> None:
    """Raise ConfigurationError if the layout speaks of a table, row or column that there is not."""
    tables = {table.number: table for table in document.tables}
    for told in layout.tables.values():
        if told.table not in tables:
            raise _absent(told, "table", told.table, f"1–{max(tables, default=0)}")
        for name, number, most in _numbers(told, tables[told.table]):
            if not 1 <= number <= most:
                raise _absent(told, name, number, f"1–{most}")


def _numbers(told: TableLayout, table: Table) -> Iterator[tuple[str, int, int]]:
    """Every row and column that a layout speaks of, with how many of them the table has."""
    for first, last in told.headers or ():
        yield "header", first, len(table.rows)
        yield "header", last, len(table.rows)
    yield from (("columns", number, table.width) for number in told.columns)
    yield from (("notes", number, len(table.rows)) for number in sorted(told.notes or ()))


def _absent(told: TableLayout, name: str, number: int, there: str) -> ConfigurationError:
    what = {"table": "表 table", "header": "行 row", "columns": "列 column", "notes": "行 row"}
    return ConfigurationError(
        f"版式文件说到的这一处在文档里没有：{what[name]} {number}（有 {there}）",
        f"the layout speaks of what the document lacks: {name} {number} (there are {there})",
        where=f"{told.place}.{name}",
        remedy=(
            "请改正；表、行、列都从 1 数起，用 inspect --html 对照",
            "mend it: tables, rows and columns count from 1; compare with inspect --html",
        ),
    )
