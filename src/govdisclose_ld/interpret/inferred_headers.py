"""Headers of tables that print none, or none that can be read: columns told by their cells.

A table without a header may be anything, so that it is read only where its cells prove that it is
a disclosure catalog. What the cells tell for certain is taken; the plain words before them are
matters and content by their place; boxes without a heading tell nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.column_evidence import (
    MOST,
    ColumnEvidence,
    column_evidence,
    strong_kinds,
)
from govdisclose_ld.interpret.contents import scored_fields
from govdisclose_ld.interpret.headers import Header, header_at
from govdisclose_ld.interpret.headings import column_label, match_heading, match_option
from govdisclose_ld.interpret.kinds import kinds
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.wording import fold, squeeze
from govdisclose_ld.model import CellRef, Column, Finding, Row, Table

_FEWEST_ROWS = 2
_MOST_HEADINGS = 3
_LONGEST_HEADING = 20
_MOST_LEVELS = 6
_MOST_SHORTER = 0.5


def infer_header(
    table: Table,
    rows: Sequence[Row],
    document: str,
    *,
    pages: Sequence[Sequence[Row]] = (),
    heads: tuple[Row, ...] = (),
) -> Header | None:
    """The header that the rows of a table prove by what they hold, None where they prove none.

    ``rows`` are those without a header: lines above the table, headings that nothing recognised
    (unless ``heads`` are told to be those), and the body. Where they are too few, those of the
    ``pages`` below that are as wide are asked too. The columns carry the score of their evidence,
    always below that of a heading.
    """
    heads, body = (heads, _telling(rows)) if heads else _parted(rows)
    if not body:
        return None
    width = Counter(len(row.cells) for row in body).most_common(1)[0][0]
    for more in ((), [row for page in pages for row in page if len(row.cells) == width]):
        found = _inferred(table, heads, [*body, *_telling(more)], width, document)
        if found:
            return found
    return None


def _inferred(
    table: Table, heads: tuple[Row, ...], body: Sequence[Row], width: int, document: str
) -> Header | None:
    if len(body) < _FEWEST_ROWS:
        return None
    evidence = column_evidence(body, width)
    known = _known(table, heads, width, document)
    told = _with_places(_with_contents(known.columns, evidence), evidence)
    if not told or not _is_catalog(told, evidence):
        return None
    header = replace(known, columns=told, by_contents=True)
    return replace(header, findings=_findings(header, evidence, heads, document))


def position_findings(header: Header, rows: Sequence[Row], document: str) -> list[Finding]:
    """For each row of such a table: which of its cells were taken by their place alone."""
    score = _rules()["score"]
    placed = [column for column in header.columns if column.score == score and column.field]
    if not header.by_contents or not placed:
        return []
    names = "、".join(_name(column) for column in placed)
    ref = CellRef(document, header.table, 0, placed[-1].number)
    return [finding("field-by-place", replace(ref, row=row.number), fields=names) for row in rows]


def _parted(rows: Sequence[Row]) -> tuple[tuple[Row, ...], list[Row]]:
    """The rows that could be headings, and the body; lines of one text are neither."""
    telling = _telling(rows)
    start = next((i for i, row in enumerate(telling) if _is_body(row)), len(telling))
    heads = telling[:start]
    if not heads or len(heads) > _MOST_HEADINGS or not _head_a_table(heads):
        return (), telling
    return tuple(heads), telling[start:]


def _telling(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if len({c.text for c in row.cells if c.text.strip()}) > 1]


def _is_body(row: Row) -> bool:
    """Whether cells of the row read like fields, and are no headings of options (主动, 县级)."""
    words = [squeeze(cell.text) for cell in row.cells if cell.text.strip()]
    named = all(match_heading(word) or match_option(word, "channels") for word in words)
    return bool(strong_kinds(row)) and not named


def _head_a_table(heads: Sequence[Row]) -> bool:
    """Whether rows can be the headings of a table: one below the other, the first one filled, and
    all of their words short and of no kind that cells are."""
    first = [cell for cell in heads[0].cells if cell.text.strip() or cell.anchor]
    together = heads[-1].number - heads[0].number == len(heads) - 1
    words = [squeeze(cell.text) for row in heads for cell in row.cells if cell.text.strip()]
    return together and len(first) * 2 >= len(heads[0].cells) and all(map(_can_head, words))


def _can_head(words: str) -> bool:
    named = match_heading(words) or match_option(words, "channels")
    return len(words) <= _LONGEST_HEADING and (named is not None or not kinds(words))


def _known(table: Table, heads: tuple[Row, ...], width: int, document: str) -> Header:
    """The header as far as headings tell it; columns without any where none are printed."""
    if heads:
        read = header_at(table, heads[0].number, heads[-1].number, document)
        more = range(len(read.columns) + 1, width + 1)
        blank = (Column(table.number, number, "") for number in more)
        return replace(read, columns=(*read.columns, *blank))
    columns = tuple(Column(table.number, number, "") for number in range(1, width + 1))
    return Header(table.number, 0, 0, columns)


def _with_contents(
    columns: tuple[Column, ...], evidence: Sequence[ColumnEvidence]
) -> tuple[Column, ...]:
    """The columns with the fields that their cells alone tell: one column to a field."""
    open_ = [c for c in columns if not c.field and not c.score and c.number <= len(evidence)]
    found = {c.number: _told(c, evidence[c.number - 1], columns) for c in open_}
    fields = Counter(field for field, _ in found.values())
    taken = {column.field for column in columns}
    told = {n: one for n, one in found.items() if fields[one[0]] == 1 and one[0] not in taken}
    return tuple(
        replace(c, field=told[c.number][0], score=told[c.number][1]) if c.number in told else c
        for c in columns
    )


def _told(column: Column, cells: ColumnEvidence, columns: Sequence[Column]) -> tuple[str, float]:
    """The field that the cells of a column tell and how surely; no field where they do not."""
    if not cells.is_full or cells.is_ticked():
        return "", 0.0
    scored = [(score, field) for field, score in scored_fields(column, cells.texts, columns)]
    score, field = max(scored, default=(0.0, ""))
    return ("", 0.0) if field == "ordinal" and not cells.counts() else (field, score)


def _with_places(
    columns: tuple[Column, ...], evidence: Sequence[ColumnEvidence]
) -> tuple[Column, ...]:
    """The columns with matters and content, told by standing first of all plain words.

    () where the plain words cannot be told apart: too many columns, or the last of them could hold
    something else than the content. Where another column of plain words could as well be the
    content, neither is.
    """
    if any(column.field in ("matters", "content") for column in columns):
        return columns
    run = _run(columns, evidence)
    if not run or not _ends_in_content(run, columns):
        return ()
    rivals = [one for one in evidence if _is_rival(columns[one.number - 1], one, run)]
    lone = len(run) == 1 and run[0].length <= _rules()["name"]
    levels = run if lone else run[:-1]
    if len(levels) > _MOST_LEVELS:
        return ()
    fields = {one.number: ("matters", level) for level, one in enumerate(levels, 1)}
    fields |= {} if lone or rivals else {run[-1].number: ("content", 0)}
    return tuple(
        replace(c, field=fields[c.number][0], level=fields[c.number][1], score=_rules()["score"])
        if c.number in fields
        else c
        for c in columns
    )


def _run(columns: Sequence[Column], evidence: Sequence[ColumnEvidence]) -> list[ColumnEvidence]:
    """The columns of plain words that the table begins with, side by side; the number may stand
    among them, and the field of disclosure before them. A blank column could have held a level."""
    run: list[ColumnEvidence] = []
    begun = False
    for column, cells in zip(columns, evidence, strict=False):
        if column.field == "ordinal":
            begun = True
        elif not cells.texts:
            if begun:
                return []
        elif column.field or column.score or not cells.is_plain():
            break
        elif run or not _names_one_field(cells):
            begun = True
            run.append(cells)
    return run


def _is_rival(column: Column, cells: ColumnEvidence, run: Sequence[ColumnEvidence]) -> bool:
    """Whether a column behind the run could be the content: full of plain words, as long ones."""
    plain = not (column.field or column.score) and cells.is_full and cells.is_plain()
    return plain and cells.number > run[-1].number and cells.length >= run[-1].length


def _names_one_field(cells: ColumnEvidence) -> bool:
    """Whether a column does nothing but repeat the field of disclosure (公开领域)."""
    said = {fold(text).removesuffix("领域") for text in cells.texts}
    return len(said) == 1 and said <= {term.label for term in code_list("field").terms.values()}


def _ends_in_content(run: Sequence[ColumnEvidence], columns: Sequence[Column]) -> bool:
    """Whether the last column of plain words can be the content: nearly always filled, not much
    shorter than the matters, and no legal basis in words where none is told elsewhere."""
    last, longest = run[-1], max(one.length for one in run)
    based = any(column.field == "basis" for column in columns)
    short = last.length < _MOST_SHORTER * longest
    return last.filled >= MOST * last.rows and not short and (based or not last.names_laws())


def _is_catalog(columns: Sequence[Column], evidence: Sequence[ColumnEvidence]) -> bool:
    """Whether the fields that the cells tell, and what only a disclosure catalog prints, weigh
    enough together. An index of documents or a plan of publicity has one core field, not two."""
    rules, fields = _rules(), {column.field for column in columns}
    if len(fields.intersection(rules["core"])) < rules["fewest_core"]:
        return False
    weights: Mapping[str, float] = rules["weights"]
    ticks = sum(1 for cells in evidence if cells.is_ticked()) > 1
    limits = any(cells.share("time_limit") and cells.runs_from_information() for cells in evidence)
    proofs = (limits, any(c.offers_channels() for c in evidence), {"mode", "audience"} <= fields)
    total = sum(weights.get(field, 0) for field in fields) + weights["ticks"] * ticks
    return any(proofs) and total + rules["proof"] * sum(proofs) >= rules["enough"]


def _findings(
    header: Header, evidence: Sequence[ColumnEvidence], heads: tuple[Row, ...], document: str
) -> tuple[Finding, ...]:
    named = "、".join(f"{c.number} {_name(c)}" for c in header.columns if c.field)
    rest = "、".join(str(c.number) for c in header.columns if not c.field) or "无"
    code = "header-by-contents" if heads else "header-inferred"
    whole = finding(code, CellRef(document, header.table, header.last), columns=named, rest=rest)
    ticked = [str(cells.number) for cells in evidence if _is_unheaded(header, cells)]
    words = {"columns": "、".join(ticked)}
    ticks = [finding("ticks-unheaded", whole.ref, **words)] if ticked else []
    return (*header.findings, whole, *ticks)


def _is_unheaded(header: Header, cells: ColumnEvidence) -> bool:
    column = header.columns[cells.number - 1]
    return cells.is_ticked() and not column.field


def _name(column: Column) -> str:
    return column_label(column.field, column.level, column.terms)


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = knowledge("vocabulary/columns.yml")["without_header"]
    return rules
