"""A web page that needs nothing else: one heading, lines of prose, tables with merged cells."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from govdisclose_ld.model import Cell, Paragraph, Row, Table
from govdisclose_ld.writers.template import Printed

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ margin: 1rem; color: #111; background: #fff; font: 1rem/1.5 sans-serif }}
h1 {{ font-size: 1.4rem; text-align: center }}
.table {{ overflow-x: auto }}
table {{ border-collapse: collapse; font-size: .875rem }}
th, td {{ border: 1px solid #555; padding: .3rem .4rem; vertical-align: top; min-width: 3em }}
th {{ background: #eee; text-align: center; vertical-align: middle; word-break: keep-all }}
.tick {{ text-align: center }}
@media print {{ .table {{ overflow: visible }} tr {{ break-inside: avoid }} }}
@page {{ size: A3 landscape }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def write_html(printed: Printed) -> bytes:
    """The page. Every text is escaped, and the page forbids itself scripts and the network."""
    body = "\n".join(_block(block, printed) for block in printed.document.blocks)
    return _PAGE.format(title=escape(printed.title), body=body).encode("utf-8")


def _block(block: Paragraph | Table, printed: Printed) -> str:
    if isinstance(block, Paragraph):
        name = "h1" if block.text == printed.title else "p"
        return f"<{name}>{escape(block.text)}</{name}>"
    rows = "\n".join(_row(block, row, printed) for row in block.rows)
    return f'<div class="table"><table>\n{rows}\n</table></div>'


def _row(table: Table, row: Row, printed: Printed) -> str:
    name = "th" if (table.number, row.number) in printed.headers else "td"
    cells = "".join(
        _cell(name, cell, tick=slot.term is not None)
        for cell, slot in zip(row.cells, printed.slots, strict=True)
        if cell.anchor is None
    )
    return f"<tr>{cells}</tr>"


def _cell(name: str, cell: Cell, *, tick: bool) -> str:
    text = escape(cell.text).replace("\n", "<br>\n")
    return f"<{name}{''.join(_attributes(name, cell, tick=tick))}>{text}</{name}>"


def _attributes(name: str, cell: Cell, *, tick: bool) -> Iterator[str]:
    if name == "th":
        yield f' scope="{"colgroup" if cell.column_span > 1 else "col"}"'
    elif tick:
        yield ' class="tick"'
    if cell.row_span > 1:
        yield f' rowspan="{cell.row_span}"'
    if cell.column_span > 1:
        yield f' colspan="{cell.column_span}"'
