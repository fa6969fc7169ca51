"""The source tables on the page, rebuilt from the data, with a mark at each cell of a finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govdisclose_ld.markup import Markup, box, element
from govdisclose_ld.model import Phrase, Severity
from govdisclose_ld.review.cells import show_text
from govdisclose_ld.review.places import anchor
from govdisclose_ld.review.words import signs
from govdisclose_ld.validation.printout import PrintedRow, PrintedTable
from govdisclose_ld.validation.report import Result
from govdisclose_ld.validation.subjects import Subject

_LONG = 21
Place = tuple[int, int, int]
"""Table, row and column from 1; column 0 is a whole row, row 0 a whole table."""
Marks = Mapping[Place, Sequence[tuple[str, Result]]]
"""The findings at a place, each with its anchor on the page."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The tables of one catalog on the page; ``prefix`` leads every anchor of theirs."""

    subject: Subject
    prefix: str

    def target(self, place: Place) -> str:
        """The anchor of a place: of the merged cell that covers it, or of what holds it."""
        number, row, column = place
        table = next((t for t in self.subject.tables if t.number == number), None)
        if table is None:
            return self.prefix
        lines = {line.number: line for line in table.rows}
        if row not in lines:
            return f"{self.prefix}-{anchor(number)}"
        if not 0 < column <= len(lines[row].texts):
            return f"{self.prefix}-{anchor(number, row)}"
        return f"{self.prefix}-{anchor(number, *_covering(table, row, column))}"

    def marks(self, results: Sequence[tuple[str, Result]]) -> Marks:
        """Where the findings of the catalog are marked: at each cell that one is about."""
        marks: dict[Place, list[tuple[str, Result]]] = defaultdict(list)
        for name, result in results:
            ref = result.finding.ref
            columns = result.columns if ref.row else ()
            for column in columns or (ref.column,):
                marks[ref.table, ref.row, column].append((name, result))
        return marks

    def show(self, marks: Marks, *, whole: bool) -> list[Markup]:
        """Every table; unless ``whole``, without the rows where nothing was found."""
        return [self._table(table, marks, whole=whole) for table in self.subject.tables]

    def _table(self, table: PrintedTable, marks: Marks, *, whole: bool) -> Markup:
        found = {row for number, row, _ in marks if number == table.number}
        rows = [r for r in table.rows if whole or r.kind == "header" or r.number in found]
        name = f"表 {table.number}"
        caption = element(
            "caption",
            Phrase(name, f"table {table.number}"),
            self._badge(marks.get((table.number, 0, 0), ())),
        )
        body = element("tbody", *(self._row(table, row, marks, whole=whole) for row in rows))
        return box(
            element("table", caption, body, class_="source"),
            label=f"{name} {self.subject.name}",
            anchor=f"{self.prefix}-{anchor(table.number)}",
        )

    def _row(self, table: PrintedTable, row: PrintedRow, marks: Marks, *, whole: bool) -> Markup:
        head = element(
            "th",
            str(row.number),
            self._badge(marks.get((table.number, row.number, 0), ())),
            scope="row",
            class_="row",
            title=f"第 {row.number} 行" + (f"，文件第 {row.line} 行" if row.line else ""),
        )
        cells = [
            self._cell(table, row, column, marks, whole=whole)
            for column, span in enumerate(row.spans, start=1)
            if span != (0, 0) or not whole
        ]
        return element(
            "tr",
            head,
            *cells,
            id=f"{self.prefix}-{anchor(table.number, row.number)}",
            class_=row.kind if row.kind in {"header", "item", "note"} else None,
        )

    def _cell(
        self, table: PrintedTable, row: PrintedRow, column: int, marks: Marks, *, whole: bool
    ) -> Markup:
        # Where rows are left out, merged cells would cover others: each grid cell stands alone.
        rows, columns = row.spans[column - 1] if whole else (1, 1)
        rows, columns = min(rows, len(table.rows)), min(columns, len(row.spans) - column + 1)
        place = (table.number, row.number, column)
        text, found = row.text_at(column), marks.get(place, ())
        return element(
            "th" if row.kind == "header" else "td",
            self._badge(found),
            element("div", show_text(text), class_="text long" if len(text) > _LONG else "text"),
            id=f"{self.prefix}-{anchor(*place)}",
            class_=f"cell {_worst(found).value}" if found else "cell",
            scope="col" if row.kind == "header" else None,
            rowspan=rows if rows > 1 else None,
            colspan=columns if columns > 1 else None,
        )

    @staticmethod
    def _badge(found: Sequence[tuple[str, Result]]) -> Markup:
        """A link from a cell to what was found there; nothing where nothing was."""
        if not found:
            return Markup("")
        sign = signs("severities")[_worst(found).value]
        said = "；".join(result.message.zh for _, result in found)
        return element(
            "a",
            f"{sign.sign}{len(found)}" if len(found) > 1 else sign.sign,
            href=f"#{found[0][0]}",
            class_=f"badge {sign.id}",
            title=said,
            aria_label=f"{len(found)} 条发现：{said}",
        )


def _worst(found: Sequence[tuple[str, Result]]) -> Severity:
    return max((r.finding.severity for _, r in found), key=lambda severity: severity.rank)


def _covering(table: PrintedTable, row: int, column: int) -> tuple[int, int]:
    """The place of the merged cell that covers a grid cell, or the place itself."""
    for line in table.rows:
        for number, (rows, columns) in enumerate(line.spans, start=1):
            below = line.number <= row < line.number + rows
            if below and number <= column < number + columns:
                return line.number, number
    return row, column
