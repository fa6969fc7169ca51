"""Web pages: spans as attributes, boxes as text, as inputs or in a symbol font."""

from __future__ import annotations

from html import escape

from press.sheets import Box, Grid, Sheet, Spot
from press.styles import Style

_HEAD = '<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>页</title></head><body>'


def print_html(sheet: Sheet, style: Style) -> bytes:
    """A page of paragraphs and tables."""
    blocks = (
        _table(block, style) if isinstance(block, Grid) else f"<p>{escape(block)}</p>"
        for block in sheet.blocks
    )
    return "\n".join([_HEAD, *blocks, "</body></html>"]).encode()


def _table(grid: Grid, style: Style) -> str:
    rows = ("".join(_cell(spot, style) for spot in row if spot) for row in grid.rows)
    return "<table border>" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def _cell(spot: Spot, style: Style) -> str:
    down = f' rowspan="{spot.down}"' if spot.down > 1 else ""
    across = f' colspan="{spot.across}"' if spot.across > 1 else ""
    return f"<td{down}{across}>{''.join(_part(p, style) for p in spot.parts)}</td>"


def _part(part: str | Box, style: Style) -> str:
    if isinstance(part, str):
        return escape(part).replace("\n", "<br>")
    if style.control:
        return f'<input type="checkbox"{" checked" * part.ticked}>'
    glyph = escape(style.glyph(part))
    return f'<font face="{style.font}">{glyph}</font>' if style.font else glyph
