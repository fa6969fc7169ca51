"""``govdisclose diff``: what has changed between two versions of a catalog."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govdisclose_ld.changes import (
    Changes,
    changes_page,
    changes_record,
    changes_text,
    diff,
    to_activities,
)
from govdisclose_ld.cli import options
from govdisclose_ld.cli.console import say
from govdisclose_ld.cli.outputs import check_target, emit
from govdisclose_ld.cli.reading import Reading, reads_documents
from govdisclose_ld.cli.root import new_app
from govdisclose_ld.rdf import DEFAULT_BASE

app = new_app()
_CHANGED = 1


class DiffFormat(StrEnum):
    """The forms in which changes are told."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    ACTIVITYSTREAMS = "activitystreams"


# What every file of each form begins with.
_MADE = {
    DiffFormat.TEXT: re.compile("\\A原 old: ".encode()),
    DiffFormat.JSON: re.compile(rb'\A\{\n  "old": \{\n    "title": '),
    DiffFormat.HTML: re.compile("<title>目录变化 · ".encode()),
    DiffFormat.ACTIVITYSTREAMS: re.compile(
        rb'\A\{\n  "@context": \[\n    "https://www\.w3\.org/ns/a'
    ),
}


@app.command(name="diff")
@reads_documents("standard", "mappings", "title")
def diff_files(
    old: Annotated[
        Path, typer.Argument(metavar="OLD", help="旧版文件 (the old version, a document)")
    ],
    new: Annotated[
        Path, typer.Argument(metavar="NEW", help="新版文件 (the new version, a document)")
    ],
    *,
    format_: Annotated[
        DiffFormat, typer.Option("--format", help="格式 (form of the report)")
    ] = DiffFormat.TEXT,
    output: options.Output = None,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code", help="有实质变化时退出码为 1 (exit code 1 if anything but form changed)"
        ),
    ] = False,
    base: options.Base = DEFAULT_BASE,
    reading: Reading,
    force: options.Force = False,
) -> None:
    """比较一份目录的两个版本：新增、删去、移动、逐栏更改，都注明两边的单元格。

    Two versions of a catalog, item by item: added, removed, moved, changed field by field. Both
    are documents of any format that can be read, not RDF or JSON; one of them may be - (stdin).
    """
    if old == new == options.STDIN:
        raise typer.BadParameter("标准输入只能给一份 (only one of the two can be standard input)")
    check_target(output, made=_MADE[format_], force=force)
    changes = diff(reading.catalog(old), reading.catalog(new))
    for doubt in changes.doubts:
        say(f"注意 note: {doubt}")
    data = _rendered(changes, format_, base).encode("utf-8", "backslashreplace")
    emit([data], output, made=_MADE[format_], force=force)
    if exit_code and not changes.is_empty:
        raise typer.Exit(_CHANGED)


def _rendered(changes: Changes, form: DiffFormat, base: str) -> str:
    if form is DiffFormat.TEXT:
        return changes_text(changes)
    if form is DiffFormat.HTML:
        return changes_page(changes)
    as_json = form is DiffFormat.JSON
    record = changes_record(changes) if as_json else to_activities(changes, base=base)
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
