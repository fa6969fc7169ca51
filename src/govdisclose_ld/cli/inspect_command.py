"""``govdisclose inspect``: how a document was read, for a person to check."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govdisclose_ld.cli import options
from govdisclose_ld.cli.console import say
from govdisclose_ld.cli.outputs import emit
from govdisclose_ld.cli.reading import Reading, reads_documents
from govdisclose_ld.cli.root import new_app
from govdisclose_ld.cli.views import reading_record, show_catalog, show_document
from govdisclose_ld.errors import InputError, OutputError
from govdisclose_ld.interpret import draft_corrections, draft_layout
from govdisclose_ld.model import Catalog, Document
from govdisclose_ld.review import review_page

app = new_app()


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
@reads_documents("standard")
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
    write_corrections: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="为没有把握的值起草一份更正文件，填好后用 --corrections "
            "(draft a corrections file for doubtful values)",
        ),
    ] = None,
    output: options.Output = None,
    reading: Reading,
    force: options.Force = False,
) -> None:
    """看一份文件被读成了什么：表头、各栏、勾选和发现。

    Show how a document was read: headers, columns, marks and findings.
    """
    document, catalog, error = _read(file, reading)
    format_ = InspectFormat.HTML if html else format_
    if write_layout:
        _write_layout(catalog or _unread(document), write_layout, force=force)
    if write_corrections and catalog:
        _write_corrections(catalog, write_corrections, force=force)
    made = _MADE.get(format_)
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


def _read(file: Path, reading: Reading) -> tuple[Document, Catalog | None, InputError | None]:
    """The document, and its catalog or why it holds none."""
    document = reading.document(file)
    try:
        catalog = reading.catalog(document)
    except InputError as error:
        return document, None, error
    return catalog.document, catalog, None


def _unread(document: Document) -> Catalog:
    """A catalog of which nothing but the document is known."""
    return Catalog(title="", document=document, slug="", version="")


def _write_layout(catalog: Catalog, path: Path, *, force: bool) -> None:
    _write_draft(draft_layout(catalog), path, force=force)
    say(f"版式文件 layout  {path}：改正后用 --layout {path} 重新读取 (mend it, then use --layout)")


def _write_corrections(catalog: Catalog, path: Path, *, force: bool) -> None:
    _write_draft(draft_corrections(catalog), path, force=force)
    say(
        f"更正草稿 corrections  {path}：对照原件填好 right、who、when、why，放进更正文件夹，"
        "再用 --corrections 重新读取 (fill it in, put it into a folder, then use --corrections)"
    )


def _write_draft(text: str, path: Path, *, force: bool) -> None:
    """Write a draft, but not over an earlier one that a person has worked on since."""
    draft = text.encode()
    if path.is_file() and not force and path.read_bytes() not in (b"", draft):
        raise OutputError(
            "文件已经存在，内容与新草稿不同，可能有人改过",
            "the file exists and differs from the new draft; somebody may have edited it",
            where=str(path),
            remedy=("请换一个文件名，或加 --force", "name another file, or add --force"),
        )
    emit([draft], path, force=True)
