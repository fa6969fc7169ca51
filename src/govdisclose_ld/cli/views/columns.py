"""The columns of each header as they were read; a header that repeats unchanged comes once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.text import Text

from govdisclose_ld.assets import knowledge
from govdisclose_ld.cli.tables import new_table, plain
from govdisclose_ld.interpret.headings import SURE
from govdisclose_ld.model import Catalog, Column

Header = tuple[tuple[str, str, int, tuple[str, ...], float], ...]
_FEW = 4


def columns_view(catalog: Catalog) -> Iterator[RenderableType]:
    """A table for each header that differs from those before, with the tables that it heads.

    Of one that differs from the header before it in a few columns, those alone are shown.
    """
    headers: dict[Header, list[int]] = {}
    for number, columns in groupby(catalog.columns, key=lambda column: column.table):
        headers.setdefault(_header(tuple(columns)), []).append(number)
    shown: tuple[Header, int] = ((), 0)
    for header, tables in headers.items():
        before, first = shown
        yield Text(f"\n表头 header  表 table {_ranges(tables)}", style="bold")
        changed = _changed(before, header)
        yield _table(header, changed)
        if len(changed) < len(header):
            yield Text(f"其余各列同表 {first} other columns as in table {first}", style="dim")
        shown = header, tables[0]


def _changed(before: Header, header: Header) -> list[int]:
    """The places where two headers differ; all of them if they differ in many, or in length."""
    differing = [n for n, column in enumerate(header) if before[n : n + 1] != (column,)]
    few = len(before) == len(header) and len(differing) <= _FEW
    return differing if few else list(range(len(header)))


def _header(columns: Sequence[Column]) -> Header:
    return tuple(
        (c.heading, c.field, c.level, tuple(term.label for term in c.terms), c.score)
        for c in columns
    )


def _table(header: Header, shown: Sequence[int]) -> RenderableType:
    table = new_table("列", "印出的表头 heading", "读作 read as", "选项 option")
    for place in shown:
        heading, field, level, options, score = header[place]
        read = Text("? 没有认出 unknown", style="red")
        if field:
            read = _read_as(field, level, score)
        printed = plain(heading) if heading else Text("（空白 blank）", style="dim")
        table.add_row(str(place + 1), printed, read, plain("、".join(options)))
    return table


def _read_as(field: str, level: int, score: float) -> Text:
    """The field, with a sign for whether the heading told it or the cells had to."""
    label = knowledge("vocabulary/columns.yml")["fields"].get(field, {}).get("label", {})
    name = f"{label.get('zh', field)}{f'（{level} 级）' if level else ''}"
    sign = ("✔ ", "green") if score >= SURE else ("∼ ", "yellow")
    read = Text.assemble(sign, name, (f" {field}{level or ''}", "dim"))
    return read.append(f" ({score:.2f})", style="yellow") if score < 1 else read


def _ranges(numbers: Sequence[int]) -> str:
    """``1, 3–5`` for 1, 3, 4, 5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
