"""``govdisclose validate``: catalogs and RDF checked against shapes, each finding at its cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govdisclose_ld.catalogs import find_standard
from govdisclose_ld.cli import options
from govdisclose_ld.cli.inputs import Inputs
from govdisclose_ld.cli.outputs import check_target, emit
from govdisclose_ld.cli.reading import Reading, reads_documents
from govdisclose_ld.cli.root import new_app
from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Severity
from govdisclose_ld.rdf import DEFAULT_BASE
from govdisclose_ld.standards import Standard, load_standard
from govdisclose_ld.validation import (
    DEFAULT_SHAPES,
    Report,
    join_reports,
    read_baseline,
    read_waivers,
    render,
    screen,
    validate,
    write_baseline,
)

app = new_app()


class ReportFormat(StrEnum):
    """The forms of a report."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    JUNIT = "junit"
    SARIF = "sarif"
    GITHUB = "github"
    TURTLE = "turtle"
    CSV = "csv"


class FailOn(StrEnum):
    """The severity from which on findings make the command fail."""

    INFO = "info"
    WARNING = "warning"
    VIOLATION = "violation"

    def reached_by(self, worst: Severity | None) -> bool:
        """Whether the weightiest finding is as weighty as this."""
        return worst is not None and worst.rank >= Severity(self.value).rank


# What every report of each form begins with.
_MADE = {
    ReportFormat.TEXT: re.compile(r"\A(违反|警告|提示) \w+ \[|\A共 \d+ 条：".encode()),
    ReportFormat.JSON: re.compile(rb'\A\{\n  "summary": '),
    ReportFormat.HTML: re.compile(rb'<meta name="generator" content="govdisclose-ld"'),
    ReportFormat.JUNIT: re.compile(rb'<testsuites name="govdisclose validate"'),
    ReportFormat.SARIF: re.compile(rb'"name": "govdisclose-ld"'),
    ReportFormat.GITHUB: re.compile(r"\A::(error|warning|notice) |\A共 \d+ 条：".encode()),
    ReportFormat.TURTLE: re.compile(rb"w3id\.org/govdisclose/"),
    ReportFormat.CSV: re.compile("\\A\ufeff级别,代码,".encode()),
}
_MADE_BASELINE = re.compile(rb"\Afingerprint,count,code,")


@app.command(name="validate")
@reads_documents("standard")
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
    standard: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID|FILE",
            help="对照的标准：名称、YAML 文件或另一份目录，可多次 "
            "(standard to check against: its id, its file, or a catalog)",
        ),
    ] = None,
    fail_on: Annotated[
        FailOn,
        typer.Option(help="从哪一级起退出码为 1 (severity that makes the exit code 1)"),
    ] = FailOn.VIOLATION,
    format_: Annotated[
        ReportFormat, typer.Option("--format", help="报告格式 (form of the report)")
    ] = ReportFormat.TEXT,
    output: options.Output = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="基线：其中已列的不再显示 (findings known already, not to be shown)",
        ),
    ] = None,
    write_baseline_to: Annotated[
        Path | None,
        typer.Option(
            "--write-baseline",
            metavar="FILE",
            dir_okay=False,
            help="把这次的发现写成基线 (write the findings down as a baseline)",
        ),
    ] = None,
    waivers: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="豁免文件：有人负责、到期之前不显示 (waivers: findings answered for until a day)",
        ),
    ] = None,
    today: Annotated[
        datetime | None,
        typer.Option(
            metavar="DATE",
            formats=["%Y-%m-%d"],
            help="以这一天判断豁免是否到期 (the day that waivers are judged by)",
            show_default="今天 today",
        ),
    ] = None,
    base: options.Base = DEFAULT_BASE,
    reading: Reading,
    force: options.Force = False,
) -> None:
    """按规则检查目录文件或 RDF 文件，逐格定位。

    Check documents or RDF files; each finding points at its cell.
    """
    check_target(output, made=_MADE[format_], force=force)
    check_target(write_baseline_to, made=_MADE_BASELINE, force=force)
    excused = read_waivers(waivers) if waivers else ()
    known = read_baseline(baseline) if baseline else None
    day = today.date() if today else date.today()
    named = [find_standard(name) for name in standard or ()]
    inputs = Inputs(files, replace(reading, standards=_answerable(named, shapes or ())))
    reports = _reports(inputs, shapes or DEFAULT_SHAPES, named, base)
    report = screen(join_reports(reports), waivers=excused, baseline=known, today=day)
    if reports:
        text = render(report, format_.value, fail_on=Severity(fail_on.value))
        # A lone surrogate can be in no file; escaped it is still JSON.
        data = text.encode("utf-8", "backslashreplace")
        emit([data], output, made=_MADE[format_], force=force)
    inputs.close()
    if write_baseline_to:
        listed = [write_baseline(report).encode("utf-8", "replace")]
        emit(listed, write_baseline_to, made=_MADE_BASELINE, force=force)
    if fail_on.reached_by(report.worst):
        raise typer.Exit(1)


def _answerable(named: list[Standard], shapes: Sequence[str]) -> list[Standard] | None:
    """The standards that catalogs are checked against, whose items they may answer.

    None, for those that ship, where none was named.
    """
    if not named:
        return None
    prefix = "standards/"
    ids = [name.removeprefix(prefix) for name in shapes if name.startswith(prefix)]
    return [*named, *(load_standard(one) for one in ids if one not in {s.id for s in named})]


def _reports(
    inputs: Inputs, shapes: Sequence[str], standards: Sequence[Standard], base: str
) -> list[Report]:
    """The report of each file that could be read."""
    reports = []
    for file, catalog in inputs.catalogs_or_rdf():
        try:
            report = validate(catalog or file, shapes=shapes, standards=standards, base=base)
        except InputError as error:
            inputs.note(error)
        else:
            reports.append(report if file == options.STDIN else report.of_file(str(file)))
    return reports
