"""``govdisclose inspect``: how a document was read, for a person to check."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.cli import options
from govdisclose_ld.cli.console import say
from govdisclose_ld.cli.inputs import open_source
from govdisclose_ld.cli.outputs import emit
from govdisclose_ld.cli.root import new_app
from govdisclose_ld.cli.views import reading_record, show_catalog, show_document
from govdisclose_ld.errors import InputError
from govdisclose_ld.interpret.layouts import draft_layout
from govdisclose_ld.model import Catalog, Document
from govdisclose_ld.readers import read_document
from govdisclose_ld.review import review_page

app = new_app()
_NEVER = re.compile(rb"(?!)")
# How what this command makes begins.
_DRAFT = re.compile("\\A# 版式文件".encode())


class InspectFormat(StrEnum):
    """The forms of what is shown."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"


_MADE = {
    InspectFormat.JSON: re.compile(rb'\A\{\n  "document": '),
    InspectFormat.HTML: re.compile("<title>读取核对".encode()),
}


@app.command(name="inspect")
def inspect_file(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="文件，- 为标准输入 (- is standard input)")
    ],
    *,
    format_: Annotated[
        InspectFormat,
        typer.Option(
            "--format", help="格式；html 是逐格核对的网页 (html: a page to check cell by cell)"
        ),
    ] = InspectFormat.TABLE,
    html: Annotated[
        bool, typer.Option("--html", help="同 --format html (the same as --format html)")
    ] = False,
    write_layout: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH", help="另起草一份版式文件，改正后用 --layout (draft a layout file)"
        ),
    ] = None,
    output: options.Output = None,
    division: options.Division = "",
    title: options.Title = "",
    publisher: options.Publisher = "",
    field: options.Field = "",
    corrections: options.Corrections = None,
    mappings: options.Mappings = None,
    layout: options.LayoutFile = None,
    limit: options.LimitPairs = None,
    force: options.Force = False,
) -> None:
    """看一份文件被读成了什么：表头、各栏、勾选和发现。

    Show how a document was read: headers, columns, marks and findings.
    """
    reading = options.Reading(
        division=division,
        title=title,
        publisher=publisher,
        field=field,
        corrections=corrections,
        mappings=mappings,
        layout=layout,
        limit=limit,
    )
    document, catalog, error = _read(file, reading)
    format_ = InspectFormat.HTML if html else format_
    if write_layout:
        _write_layout(catalog or _unread(document), write_layout, force=force)
    made = _MADE.get(format_, _NEVER)
    if format_ is InspectFormat.JSON:
        text = json.dumps(reading_record(document, catalog), ensure_ascii=False, indent=2) + "\n"
        emit([text.encode("utf-8", "backslashreplace")], output, made=made, force=force)
    elif format_ is InspectFormat.HTML and catalog:
        emit([review_page(catalog).encode("utf-8", "replace")], output, made=made, force=force)
    elif catalog:
        show_catalog(catalog)
    else:
        show_document(document)
    if error:
        raise error


def _read(
    file: Path, reading: options.Reading
) -> tuple[Document, Catalog | None, InputError | None]:
    """The document, and its catalog or why it holds none."""
    source, name = open_source(file)
    document = read_document(source, name=name, limits=reading.limits())
    try:
        catalog, _ = read_catalog(
            document,
            known=reading.known(),
            corrections=reading.correction_files(),
            mappings=reading.mapping_files(),
        )
    except InputError as error:
        return document, None, error
    return catalog.document, catalog, None


def _unread(document: Document) -> Catalog:
    """A catalog of which nothing but the document is known."""
    return Catalog(title="", document=document, slug="", version="")


def _write_layout(catalog: Catalog, path: Path, *, force: bool) -> None:
    emit([draft_layout(catalog).encode()], path, made=_DRAFT, force=force)
    say(f"版式文件 layout  {path}：改正后用 --layout {path} 重新读取 (mend it, then use --layout)")
