"""The source tables on the page, cell for cell, with a number before each row."""

from __future__ import annotations

from govdisclose_ld.interpret.headings import SURE, column_label
from govdisclose_ld.markup import Markup, box, element
from govdisclose_ld.model import Column, Document, Finding, Paragraph, Phrase, Row, Table
from govdisclose_ld.review.cards import show_finding
from govdisclose_ld.review.cells import show_badge, show_cell
from govdisclose_ld.review.places import anchor
from govdisclose_ld.review.readings import CellReading, Readings
from govdisclose_ld.review.words import row_kind, say, signs

_CALM_STATES = frozenset({"taken", "blank"})


def show_blocks(document: Document, readings: Readings) -> Markup:
    """Every table of the document, and the prose between as it is printed, in reading order."""
    prose = (b for b in document.blocks if isinstance(b, Paragraph) and b.text.strip())
    told = element("details", _summary(), *(element("p", p.text) for p in prose), class_="prose")
    tables = (_table(table, readings) for table in document.tables)
    return element(
        "section",
        element("h2", say("source")),
        element("p", say("guide"), class_="guide"),
        told,
        *tables,
    )


def _summary() -> Markup:
    return element("summary", say("prose"))


def _table(table: Table, readings: Readings) -> Markup:
    name = f"{say('table').zh} {table.number} {table.name}".strip()
    rows = (_row(table, row, readings) for row in table.rows)
    of_table = readings.of_table(table)
    columns = readings.columns(table)
    fields = element("thead", _fields(columns)) if columns else ""
    return element(
        "section",
        element("h3", Phrase(name, f"table {table.number}"), show_badge(of_table)),
        *map(show_finding, of_table),
        box(element("table", fields, element("tbody", *rows)), label=name),
        id=anchor(table.number),
        class_="source",
    )


def _fields(columns: tuple[Column, ...]) -> Markup:
    """What each column was read as, above the printed rows."""
    head = element("th", say("read_as"), scope="row", class_="row")
    return element("tr", head, *map(_field, columns), class_="fields")


def _field(column: Column) -> Markup:
    if not column.field:
        return element("th", say("unclaimed").zh, scope="col", class_="field extra")
    label = column_label(column.field, column.level, column.terms)
    if column.score >= SURE:
        return element("th", label, scope="col", class_="field")
    sign = signs("states")["guessed"].sign
    sure = element("span", f" {sign}{column.score:.2f}", class_="score")
    return element("th", label, sure, scope="col", class_="field guessed")


def _row(table: Table, row: Row, readings: Readings) -> Markup:
    of_row = readings.findings((table.number, row.number, 0))
    cells = readings.row(table, row)
    item, kind = readings.item(table, row), readings.kind(table, row)
    ordinal = f"{say('item').zh} {item.ordinal}" if item and item.ordinal else row_kind(kind).zh
    head = element(
        "th",
        element("span", str(row.number), class_="number"),
        element("span", ordinal, class_="kind"),
        show_badge(of_row),
        scope="row",
        class_="row",
        title=f"{say('row').zh} {row.number}" + (f" · {row.line}" if row.line else ""),
    )
    shown = (show_cell(cell, of_row if cell is cells[0] else ()) for cell in cells)
    calm = kind == "item" and _is_calm(cells, of_row)
    return element(
        "tr", head, *shown, id=anchor(table.number, row.number), class_="calm" if calm else None
    )


def _is_calm(cells: tuple[CellReading, ...], of_row: tuple[Finding, ...]) -> bool:
    """Whether nothing of the row needs a person's eye."""
    found = [finding for cell in cells for finding in cell.findings]
    grave = any(finding.severity.rank for finding in (*found, *of_row))
    return not grave and all(cell.state in _CALM_STATES for cell in cells)
