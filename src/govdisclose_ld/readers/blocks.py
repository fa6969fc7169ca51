"""Tables and paragraphs out of lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govdisclose_ld.model import Cell, Row
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.headings import (
    Uncertain,
    find_uncertain,
    split_by_ordinals,
    split_by_spaces,
)
from govdisclose_ld.readers.html import add_markup
from govdisclose_ld.readers.lines import Kind, Line, Run, split_runs
from govdisclose_ld.readers.pipes import is_pipe_table, pipe_rows


def add_blocks(draft: Draft, lines: Iterable[Line]) -> None:
    """Add to ``draft`` every table and paragraph of ``lines``, in order.

    Where lines look like a table whose cells cannot be told apart for sure they stay paragraphs,
    with a finding.
    """
    prose: list[Line] = []
    for run in split_runs(lines):
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
    _add_prose(draft, prose)


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


def _parts(prose: list[Line]) -> Iterator[Line | Uncertain]:
    """Plain lines, and in their place the blocks of lines that look like a table."""
    start = 0
    for block in find_uncertain(prose):
        yield from prose[start : block.start]
        yield block
        start = block.start + len(block.lines)
    yield from prose[start:]
