"""``govdisclose align``: how items stand to a standard's, for a person to review."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from govdisclose_ld.alignment import (
    MappingSet,
    align,
    load_mappings,
    shipped_mappings,
    write_mappings,
)
from govdisclose_ld.catalogs import find_standard
from govdisclose_ld.cli import options
from govdisclose_ld.cli.console import say
from govdisclose_ld.cli.inputs import Inputs
from govdisclose_ld.cli.outputs import check_target, emit, to_stdout
from govdisclose_ld.cli.reading import Reading, reads_documents
from govdisclose_ld.cli.root import new_app
from govdisclose_ld.model import Catalog
from govdisclose_ld.rdf import DEFAULT_BASE
from govdisclose_ld.rdf.iris import check_base

app = new_app()
_MADE = re.compile(rb"w3id\.org/govdisclose/standard/")
_STATES = {
    "accepted": "已认可",
    "candidate": "待核对",
    "reopened": "须重新核对",
    "rejected": "已否决",
    "vanished": "条目已不存在",
}


@app.command(name="align")
@reads_documents("standard", "mappings")
def align_files(
    files: options.Files,
    *,
    standard: Annotated[
        str,
        typer.Option(
            metavar="ID|FILE",
            help="标准的名称、YAML 文件，或作为标准的目录 (a standard: id, YAML file or catalog)",
        ),
    ],
    mappings: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="以前核对过的文件；不写时用输出文件 (decisions so far; else those of the output)",
        ),
    ] = None,
    output: options.Output = None,
    excel: Annotated[
        bool,
        typer.Option("--excel", help="文件开头加标记，供 Excel、WPS 直接打开 (byte order mark)"),
    ] = False,
    base: options.Base = DEFAULT_BASE,
    reading: Reading,
    force: options.Force = False,
) -> None:
    """列出与标准事项的对应关系，供人核对；已核对的行保留。

    Propose mappings to a standard's items for review (SSSOM); what was decided is kept.
    """
    check_base(base)
    before = _before(mappings, output)
    kept = before is not None and not to_stdout(output) and _same(before.file, output)
    check_target(output, made=_MADE, force=force or kept)
    wanted = find_standard(standard, known=reading.known, limits=reading.limits)
    inputs = Inputs(files, replace(reading, standards=()))
    catalogs = [catalog for _, catalog in inputs.catalogs()]
    if catalogs:
        previous = before or shipped_mappings(catalogs, wanted)
        aligned = align(catalogs, wanted, previous, base=base)
        data = write_mappings(aligned, mark=excel)
        emit([data], output, made=_MADE, force=force or kept)
        _tell(aligned, catalogs)
    inputs.close()


def _before(mappings: Path | None, output: Path | None) -> MappingSet | None:
    """The decisions so far: of the file named, else of the file that is about to be written."""
    if mappings:
        return load_mappings(mappings)
    if output and not to_stdout(output) and output.is_file() and output.stat().st_size:
        return load_mappings(output)
    return None


def _same(file: str, output: Path | None) -> bool:
    return output is not None and output.is_file() and output.samefile(file)


def _tell(aligned: MappingSet, catalogs: Sequence[Catalog]) -> None:
    counted = Counter(row.status for row in aligned.rows)
    zh = "，".join(f"{_STATES[state]} {counted[state]}" for state in _STATES if counted[state])
    en = ", ".join(f"{state} {counted[state]}" for state in _STATES if counted[state])
    items = sum(len(catalog.items) for catalog in catalogs)
    say(f"{items} 个事项：{zh or '没有对应'} ({items} items: {en or 'nothing corresponds'})")
    if counted["candidate"] + counted["reopened"]:
        say(
            "接着 next  在 review_status 栏写 accepted 或 rejected，再运行 (decide, then run again)"
        )
