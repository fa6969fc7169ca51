"""``govdisclose validate``: catalogs and RDF checked against shapes, each finding at its cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from govdisclose_ld.cli import options
from govdisclose_ld.cli.inputs import Inputs
from govdisclose_ld.cli.outputs import check_target, emit
from govdisclose_ld.cli.root import new_app
from govdisclose_ld.errors import InputError
from govdisclose_ld.rdf import DEFAULT_BASE
from govdisclose_ld.validation import DEFAULT_SHAPES, Report, render, validate

app = new_app()


class ReportFormat(StrEnum):
    """The forms of a report."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "turtle"


# What every report of each form begins with.
_MADE = {
    ReportFormat.TEXT: re.compile(r"\A(违反|警告|提示) \w+ \[|\A共 \d+ 条：".encode()),
    ReportFormat.JSON: re.compile(rb'\A\{\n  "summary": '),
    ReportFormat.TURTLE: re.compile(rb"w3id\.org/govdisclose/"),
}


@app.command(name="validate")
def validate_files(
    files: options.Files,
    *,
    shapes: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="规则的名称或文件，可多次 (shapes by name or file)",
            show_default=", ".join(DEFAULT_SHAPES),
        ),
    ] = None,
    fail_on: Annotated[
        options.FailOn,
        typer.Option(help="从哪一级起退出码为 1 (severity that makes the exit code 1)"),
    ] = options.FailOn.VIOLATION,
    format_: Annotated[
        ReportFormat, typer.Option("--format", help="报告格式 (form of the report)")
    ] = ReportFormat.TEXT,
    output: options.Output = None,
    base: options.Base = DEFAULT_BASE,
    division: options.Division = "",
    title: options.Title = "",
    publisher: options.Publisher = "",
    field: options.Field = "",
    corrections: options.Corrections = None,
    layout: options.LayoutFile = None,
    force: options.Force = False,
) -> None:
    """按规则检查目录文件或 RDF 文件，逐格定位。

    Check documents or RDF files; each finding points at its cell.
    """
    reading = options.Reading(
        division=division,
        title=title,
        publisher=publisher,
        field=field,
        corrections=corrections,
        layout=layout,
    )
    check_target(output, made=_MADE[format_], force=force)
    inputs = Inputs(files, reading)
    reports = _reports(inputs, shapes or DEFAULT_SHAPES, base)
    worst = None
    if reports:
        report = reports[0] if len(reports) == 1 else joined(reports)
        emit([render(report, format_.value).encode()], output, made=_MADE[format_], force=force)
        worst = report.worst
    inputs.close()
    if fail_on.reached_by(worst):
        raise typer.Exit(1)


def joined(reports: list[Report]) -> Report:
    """The results of several reports as one."""
    return Report(tuple(result for report in reports for result in report.results))


def _reports(inputs: Inputs, shapes: Sequence[str], base: str) -> list[Report]:
    """The report of each file that could be read."""
    reports = []
    for file, catalog in inputs.catalogs_or_rdf():
        try:
            reports.append(validate(catalog or file, shapes=shapes, base=base))
        except InputError as error:
            inputs.note(error)
    return reports
