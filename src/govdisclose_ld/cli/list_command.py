"""``govdisclose list``: what there is to choose from, and what one of them means."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer

from govdisclose_ld.cli.console import put_text
from govdisclose_ld.cli.listings import Kind, listing_of
from govdisclose_ld.cli.root import new_app
from govdisclose_ld.cli.tables import print_table

app = new_app()


class ListFormat(StrEnum):
    """The forms of a list."""

    TABLE = "table"
    JSON = "json"


@app.command(name="list")
def list_things(
    kind: Annotated[Kind, typer.Argument(help="列出什么 (what to list)")],
    name: Annotated[
        str,
        typer.Argument(metavar="[NAME]", help="其中一个，看它的说明 (one of them, explained)"),
    ] = "",
    *,
    format_: Annotated[
        ListFormat, typer.Option("--format", help="格式 (form of the list)")
    ] = ListFormat.TABLE,
) -> None:
    """列出规则、查询、标准、发现代码、可读格式；给出名称则说明其中一个。

    List shapes, queries, standards, findings or readers; with a name, explain one of them.
    """
    listing = listing_of(kind, name)
    if format_ is ListFormat.TABLE:
        print_table(listing.headings, listing.rows)
        return
    records = [dict(zip(listing.names, row, strict=True)) for row in listing.rows]
    put_text(json.dumps(records, ensure_ascii=False, indent=2) + "\n")
