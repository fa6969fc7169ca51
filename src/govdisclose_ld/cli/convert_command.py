"""``govdisclose convert``: documents as linked data, JSON or tables of the national template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated, cast

import typer

from govdisclose_ld.catalogs import record_json
from govdisclose_ld.cli import options
from govdisclose_ld.cli.inputs import Inputs
from govdisclose_ld.cli.outputs import check_target, emit, to_stdout
from govdisclose_ld.cli.reading import Reading, reads_documents
from govdisclose_ld.cli.root import new_app
from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Catalog
from govdisclose_ld.rdf import DEFAULT_BASE, FORMATS, serialise
from govdisclose_ld.writers import Format, write_catalog

app = new_app()


class Target(StrEnum):
    """The formats to convert to."""

    JSONLD = "jsonld"
    TURTLE = "turtle"
    NQUADS = "nquads"
    TRIG = "trig"
    NTRIPLES = "ntriples"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    HTML = "html"
    MARKDOWN = "md"

    @property
    def suffix(self) -> str:
        """The ending of a file of this format, with its dot."""
        return FORMATS[self.value].suffix if self.value in FORMATS else f".{self.value}"

    @property
    def made(self) -> re.Pattern[bytes] | None:
        """What every file of this format that this program made holds near its beginning.

        Nothing does for a document in the template's layout: people go on to edit those.
        """
        if self is Target.JSON:
            return re.compile(rb'\A\{\n  "title": ')
        return None if self in _TEMPLATE else re.compile(rb"w3id\.org/govdisclose/")


_TEMPLATE = (Target.XLSX, Target.CSV, Target.HTML, Target.MARKDOWN)
_ONE_AT_A_TIME = (Target.JSON, *_TEMPLATE)


@app.command()
@reads_documents()
def convert(
    files: options.Files,
    *,
    to: Annotated[
        Target | None,
        typer.Option(help="格式；不写时按输出文件名 (format; else by the name of the output)"),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="输出文件；多个输入时为文件夹；- 为标准输出 (file, or folder for several inputs)",
        ),
    ] = None,
    base: options.Base = DEFAULT_BASE,
    reading: Reading,
    force: options.Force = False,
) -> None:
    """把文件转换为关联数据、JSON，或按全国模板重排（xlsx、csv、html、md）。

    Documents as linked data or JSON, or printed again in the national template's layout.
    """
    target = to or _by_suffix(output)
    writer = _Writer(target, base, force=force)
    inputs = Inputs(files, reading)
    if to_stdout(output):
        writer.stream(inputs, one=len(files) == 1)
    elif output is not None:
        writer.save(inputs, output)
    inputs.close()


class _Writer:
    """Writes catalogs in one format."""

    def __init__(self, target: Target, base: str, *, force: bool):
        self._target = target
        self._base = base
        self._force = force

    def stream(self, inputs: Inputs, *, one: bool) -> None:
        """All catalogs to standard output."""
        if self._target in _ONE_AT_A_TIME and not one:
            raise typer.BadParameter(
                f"多个输入转为 {self._target} 时请用 -o 指定文件夹 (several inputs need -o FOLDER)"
            )
        catalogs = (catalog for _, catalog in inputs.catalogs())
        if first := next(catalogs, None):  # of nothing, not even a heading is written
            emit(self._chunks(chain([first], catalogs)), None, made=self._target.made, force=True)

    def save(self, inputs: Inputs, output: Path) -> None:
        """Each catalog to a file of its own."""
        written: dict[Path, Path] = {}
        single = len(inputs.files) == 1
        if single and not output.is_dir():
            check_target(output, made=self._target.made, force=self._force)
        for file, catalog in inputs.catalogs():
            whole = single and not output.is_dir()
            path = output if whole else output / f"{_stem(file)}{self._target.suffix}"
            first = written.setdefault(path, file)
            if first is not file:
                inputs.note(_same_name(first, file, path))
                continue
            emit(self._chunks([catalog]), path, made=self._target.made, force=self._force)

    def _chunks(self, catalogs: Iterable[Catalog]) -> Iterator[bytes]:
        if self._target is Target.JSON:
            yield from (record_json(c).encode("utf-8", "backslashreplace") for c in catalogs)
        elif self._target in _TEMPLATE:
            yield from (write_catalog(c, cast(Format, self._target.value)) for c in catalogs)
        else:
            yield from serialise(catalogs, self._target.value, base=self._base)


def _by_suffix(output: Path | None) -> Target:
    known = {target.suffix: target for target in Target}
    suffix = output.suffix.lower() if output else ""
    if suffix not in known:
        raise typer.BadParameter(
            f"请用 --to 指定格式 (give a format with --to): {', '.join(Target)}"
        )
    return known[suffix]


def _stem(file: Path) -> str:
    return "stdin" if file == options.STDIN else file.stem


def _same_name(first: Path, file: Path, path: Path) -> InputError:
    return InputError(
        f"输出文件名与 {first} 相同：{path}",
        f"would be written to the same file as {first}: {path}",
        where=str(file),
        remedy=("请分别转换，或改文件名", "convert it on its own, or rename it"),
    )
