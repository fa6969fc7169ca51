"""Tables and paragraphs out of lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from govdisclose_ld.model import Cell, Row
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.flows import Flow, flow_at
from govdisclose_ld.readers.headings import (
    Uncertain,
    find_uncertain,
    split_by_ordinals,
    split_by_spaces,
)
from govdisclose_ld.readers.html import add_markup
from govdisclose_ld.readers.lines import Kind, Line, Run, split_runs
from govdisclose_ld.readers.piped_tables import PipedTable, piped_tables
from govdisclose_ld.readers.pipes import is_pipe_table, is_regular, is_row, pipe_rows

_MOST_TITLES = 2
_LOOSE = frozenset({Kind.PIPES, Kind.PROSE, Kind.BLANK})


def add_blocks(draft: Draft, lines: Iterable[Line]) -> None:
    """Add to ``draft`` every table and paragraph of ``lines``, in order.

    Where lines look like a table whose cells cannot be told apart for sure they stay paragraphs,
    with a finding.
    """
    prose: list[Line] = []
    for page, stretch in groupby(split_runs(lines), key=_loose_page):
        for runs in _units(list(stretch)):
            tables = _piped_tables(runs) if page >= 0 else []
            if tables:
                _add_piped(draft, prose, _lines(runs), tables)
                continue
            for run in runs:
                _add_run(draft, prose, run)
    _add_prose(draft, prose)


def _units(runs: list[Run]) -> Iterator[list[Run]]:
    """Each run alone where all tables of pipes are regular, else all of them together."""
    if any(run.kind is Kind.PIPES for run in runs) and all(map(_is_regular, runs)):
        yield from ([run] for run in runs)
    else:
        yield runs


def _is_regular(run: Run) -> bool:
    if run.kind is Kind.PIPES:
        return is_regular(run.lines)
    return not any("|" in line.text for line in run.lines)


def _piped_tables(runs: list[Run]) -> list[PipedTable]:
    """The tables of pipes in some runs; that of one regular run only if its one header leads it."""
    tables = list(piped_tables(lines := _lines(runs), counted=not _is_regular(runs[0])))
    if len(runs) == 1 and _is_regular(runs[0]) and not _leads(tables, lines):
        return []
    return tables


def _leads(tables: list[PipedTable], lines: list[Line]) -> bool:
    """Whether nothing but titles stands above the header of one table: a row of several cells is
    no title, but the upper row of a header that a misprint hides."""
    if len(tables) != 1:
        return False
    above = [line for line in lines if line.number < tables[0].first]
    return len(above) <= _MOST_TITLES and not any(map(is_row, above))


def _loose_page(run: Run) -> int:
    """The page of a run whose line breaks may mean nothing, -1 for other runs."""
    return run.lines[0].page if run.kind in _LOOSE else -1


def _lines(runs: Iterable[Run]) -> list[Line]:
    return [line for run in runs for line in run.lines]


def _add_run(draft: Draft, prose: list[Line], run: Run) -> None:
    if run.kind is Kind.TABS and _is_tab_table(run):
        _add_prose(draft, prose)
        _add_tab_table(draft, run)
    elif run.kind is Kind.PIPES and is_pipe_table(run.lines):
        _add_prose(draft, prose)
        draft.add_table(pipe_rows(run.lines))
    elif run.kind is Kind.MARKUP:
        _add_prose(draft, prose)
        markup = "\n".join(line.text for line in run.lines)
        add_markup(draft, markup, first_line=run.lines[0].number)
    elif run.kind is not Kind.BLANK:
        prose += run.lines


def _add_piped(
    draft: Draft, prose: list[Line], lines: Iterable[Line], tables: Iterable[PipedTable]
) -> None:
    """Add tables, and the lines around them as prose without the pipes that frame them."""
    rest = iter(lines)
    for table in tables:
        for line in rest:
            if line.number >= table.first:
                break
            prose.append(_unframed(line))
        _add_prose(draft, prose)
        for number, code in table.codes:
            row = table.rows[number - 1]
            printed = " | ".join(text for text in row.texts if text)
            draft.note(code, table=draft.next_table, row=number, line=row.line, printed=printed)
        draft.add_table(table.rows)
        if table.last > table.first:
            for line in rest:
                if line.number >= table.last:
                    break
    prose += map(_unframed, rest)


def _unframed(line: Line) -> Line:
    return replace(line, text=line.text.strip().strip("|").strip()) if "|" in line.text else line


def _is_tab_table(run: Run) -> bool:
    """Tabs that only indent make no table, nor does one lone tab in a line of prose."""
    if len(run.lines) == 1 and len(run.lines[0].cells) == 2:
        return False
    return any(sum(bool(cell.strip()) for cell in line.cells) > 1 for line in run.lines)


def _add_tab_table(draft: Draft, run: Run) -> None:
    broken = {line.number for line in run.broken}
    for number, line in enumerate(run.lines, start=1):
        draft.check_columns(line.text.count("\t") + 1, row=number, line=line.number)
        if line.number in broken:
            draft.note(
                "line-within-table",
                table=draft.next_table,
                row=number,
                line=line.number,
                printed=line.text,
            )
    rows = (
        Row(number, tuple(map(Cell, line.cells)), line.number)
        for number, line in enumerate(run.lines, start=1)
    )
    draft.add_table(rows)


def _add_prose(draft: Draft, prose: list[Line]) -> None:
    """Add the lines gathered so far, and forget them."""
    printed = [line for line in prose if line.text.strip()]
    for part in _parts(printed):
        if isinstance(part, Line):
            draft.add_paragraph(part.text, line=part.number)
        elif isinstance(part, Flow):
            draft.note("table-joined", table=draft.next_table, line=part.rows[0].line)
            draft.add_table(part.rows, joined=True)
        elif rows := split_by_spaces(part.lines):
            draft.note("table-by-spaces", table=draft.next_table, line=part.lines[0].number)
            draft.add_table(rows)
        elif rows := split_by_ordinals(part.lines):
            draft.note("table-by-ordinals", table=draft.next_table, line=part.lines[0].number)
            draft.add_table(rows)
        else:
            first = part.lines[0]
            draft.note("table-form-uncertain", line=first.number, printed=first.text)
            for line in part.lines:
                draft.add_paragraph(line.text, line=line.number)
    prose.clear()


def _parts(prose: list[Line]) -> Iterator[Line | Uncertain | Flow]:
    """Plain lines, and in their place the blocks of lines that look like a table."""
    start = 0
    for block in find_uncertain(prose):
        if block.start < start:
            continue
        proved = split_by_spaces(block.lines) or split_by_ordinals(block.lines)
        flow = None if proved else flow_at(prose, block.start, start)
        yield from prose[start : flow.start if flow else block.start]
        yield flow or block
        start = flow.end if flow else block.start + len(block.lines)
    yield from prose[start:]
