"""``govdisclose compare``: catalogs against a standard and against each other."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govdisclose_ld.catalogs import find_standard
from govdisclose_ld.cli import options
from govdisclose_ld.cli.asking import opened
from govdisclose_ld.cli.console import say
from govdisclose_ld.cli.inputs import Inputs
from govdisclose_ld.cli.outputs import check_target, emit, to_stdout
from govdisclose_ld.cli.reading import reading_of
from govdisclose_ld.cli.root import new_app
from govdisclose_ld.cli.views.comparison import print_comparison
from govdisclose_ld.comparison import (
    Comparison,
    Weights,
    compare,
    compare_catalogs,
    load_weights,
    render,
    render_pages,
)
from govdisclose_ld.pipeline.writing import check_folder, new_folder, write_file
from govdisclose_ld.rdf import DEFAULT_BASE, catalog_iri
from govdisclose_ld.standards import Standard

app = new_app()


class ComparisonFormat(StrEnum):
    """The forms of a comparison."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    HTML = "html"
    TURTLE = "turtle"


class TablePart(StrEnum):
    """The tables of a comparison."""

    MATRIX = "matrix"
    CELLS = "cells"
    DEVIATIONS = "deviations"
    MEASURES = "measures"
    SCORES = "scores"
    ALONE = "alone"
    CATALOGS = "catalogs"


_CODE = re.compile(r"[0-9]{6}(?:[0-9]{3}){0,2}")
# What every file of each form that this program has made holds near its beginning.
_MADE = {
    ComparisonFormat.JSON: re.compile(rb'\A\{\n "comparison": '),
    ComparisonFormat.HTML: re.compile(rb'content="govdisclose compare"'),
    ComparisonFormat.TURTLE: re.compile(rb"w3id\.org/govdisclose/"),
}


@app.command(name="compare")
def compare_all(
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DIVISION|FILE]…",
            help="区划代码，或目录文件；不写为全部 (division codes, or documents; else everything)",
        ),
    ] = None,
    *,
    standard: Annotated[
        str,
        typer.Option(
            metavar="ID|FILE",
            help="标准的编号、标准文件，或作标准的目录 (a standard by id or file, or a catalog)",
        ),
    ],
    store: options.StoreFolder = options.STORE,
    endpoint: options.EndpointUrl = "",
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", min=0.001, help="每个查询的时限 (time-out)")
    ] = None,
    format_: Annotated[
        ComparisonFormat, typer.Option("--format", help="结果格式 (form of the comparison)")
    ] = ComparisonFormat.TABLE,
    table: Annotated[
        TablePart, typer.Option(help="csv 写哪张表 (which table csv holds)")
    ] = TablePart.MATRIX,
    weights: Annotated[
        Path | None, typer.Option(metavar="FILE", help="权重文件 (weights of the score)")
    ] = None,
    field: options.Field = "",
    mappings: options.Mappings = None,
    limit: options.LimitPairs = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="输出文件；html 可为文件夹，按省分页 (file; for html a folder of pages too)",
        ),
    ] = None,
    base: options.Base = DEFAULT_BASE,
    force: options.Force = False,
) -> None:
    """与标准对照，各地互相比较：覆盖矩阵、偏离、指标、分数。

    Compare catalogs with a standard and with each other: matrix, deviations, measures, scores.
    """
    target = _Target(format_, table, output, base=base, force=force)
    target.check()
    codes, files = _sorted(targets or ())
    reading = reading_of(field=field, mappings=mappings, limit=limit)
    wanted, weighing = find_standard(standard, limits=reading.limits), load_weights(weights)
    if files:
        inputs = Inputs(files, replace(reading, standards=(wanted,)))
        target.write(_compare_files(inputs, wanted, weighing, base))
        inputs.close()
        return
    with opened(store, endpoint, timeout=timeout) as asked:
        compared = compare(
            asked,
            standard=wanted,
            divisions=codes,
            field=reading.known.field,
            weights=weighing,
        )
        target.write(compared)


def _compare_files(inputs: Inputs, standard: Standard, weights: Weights, base: str) -> Comparison:
    """Compare documents; those that have nothing to do with the standard are told."""
    read = list(inputs.catalogs())
    if not read:
        inputs.close()
    compared = compare_catalogs(
        [catalog for _, catalog in read], standard=standard, weights=weights, base=base
    )
    taken = {one.iri for side in compared.sides for one in side.catalogs}
    for file, catalog in read:
        if catalog_iri(catalog, base=base) not in taken:
            own = catalog.field.label if catalog.field else "未知 unknown"
            say(f"{file}：领域为“{own}”，未与 {standard.id} 比较 (of another field, left out)")
    return compared


@dataclass(frozen=True)
class _Target:
    """Where a comparison goes, and in which form."""

    form: ComparisonFormat
    table: TablePart
    output: Path | None
    base: str
    force: bool

    @property
    def _folder(self) -> Path | None:
        """The folder to write pages into; None for any other form or place."""
        if self.form is not ComparisonFormat.HTML or self.output is None:
            return None
        is_folder = self.output.is_dir() or (not self.output.suffix and str(self.output) != "-")
        return self.output if is_folder else None

    def check(self) -> None:
        """Raise OutputError for a place that is taken, before any work is done."""
        if self._folder:
            check_folder(self._folder)
        else:
            check_target(self.output, made=_MADE.get(self.form), force=self.force)

    def write(self, compared: Comparison) -> None:
        """Write or print the comparison."""
        if self._folder:
            with new_folder(self._folder) as folder:
                for name, page in render_pages(compared).items():
                    write_file(folder / name, [page])
            say(f"完成 done  {self._folder / 'index.html'}")
        elif self.form is ComparisonFormat.TABLE and self.output is None:
            print_comparison(compared)
        else:
            form = "csv" if self.form is ComparisonFormat.TABLE else self.form.value
            data = render(compared, form, table=self.table.value, base=self.base)
            # The byte order mark is for Excel, which opens files.
            data = data.removeprefix(codecs.BOM_UTF8) if to_stdout(self.output) else data
            emit([data], self.output, made=_MADE.get(self.form), force=self.force)


def _sorted(targets: Sequence[str]) -> tuple[list[str], list[Path]]:
    """The division codes and the documents among the arguments, of which there may be one kind."""
    codes = [one for one in targets if _CODE.fullmatch(one) and not Path(one).exists()]
    files = [Path(one) for one in targets if one not in codes]
    if codes and files:
        raise typer.BadParameter(
            "请只写区划代码，或只写文件 (give division codes, or documents, not both): "
            f"{codes[0]}, {files[0]}"
        )
    return codes, files
