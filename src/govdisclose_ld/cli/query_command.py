"""``govdisclose query``: a named query, a file or text, asked of a store or an endpoint."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from govdisclose_ld.cli import options
from govdisclose_ld.cli.asking import opened
from govdisclose_ld.cli.console import put_text, say
from govdisclose_ld.cli.outputs import check_target, emit
from govdisclose_ld.cli.root import new_app
from govdisclose_ld.cli.tables import print_table
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.store import Rows, Value, query, render_rows

app = new_app()


class RowFormat(StrEnum):
    """The forms of an answer."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    MARKDOWN = "md"
    XML = "xml"
    SPARQL_JSON = "sparql-json"


class Headings(StrEnum):
    """The words at the head of a column."""

    NAME = "name"
    CHINESE = "zh"
    ENGLISH = "en"


@app.command(name="query")
def ask(
    source: Annotated[
        str,
        typer.Argument(
            metavar="NAME|FILE.rq|-",
            help="查询名称、查询文件，或 - 从标准输入读取 (- reads the query from standard input)",
        ),
    ],
    *,
    parameters: Annotated[
        list[str] | None,
        typer.Option("-p", "--param", metavar="KEY=VALUE", help="参数，可多次 (a parameter)"),
    ] = None,
    store: options.StoreFolder = options.STORE,
    endpoint: options.EndpointUrl = "",
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", min=0.001, help="时限 (time-out)")
    ] = None,
    format_: Annotated[
        RowFormat, typer.Option("--format", help="结果格式 (form of the answer)")
    ] = RowFormat.TABLE,
    headings: Annotated[
        Headings, typer.Option(help="csv、tsv、md 的表头 (headings in csv, tsv and md)")
    ] = Headings.NAME,
    bom: Annotated[
        bool, typer.Option("--bom", help="csv、tsv 开头加 BOM，便于 Excel 打开 (for Excel)")
    ] = False,
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """向数据库或远程端点提问。

    Ask a store or a remote endpoint; 'govdisclose list queries' shows the named queries.
    """
    check_target(output, made=None, force=force)
    text = _read_stdin() if source == "-" else source
    given = _given(parameters or ())
    with opened(store, endpoint, timeout=timeout) as asked:
        rows = query(asked, text, **given)
    if not rows.values and str(rows.note):
        say(f"没有结果 no rows: {rows.note}")
    if format_ is RowFormat.TABLE and output is None:
        _show(rows)
        return
    form = "csv" if format_ is RowFormat.TABLE else format_.value
    rendered = render_rows(rows, form, headings=headings.value, bom=bom)
    if output is None:
        put_text(rendered)
    else:
        emit([rendered.encode()], output, force=force)


def _show(rows: Rows) -> None:
    """Print rows under Chinese headings.

    Columns of IRIs are left out where the query describes them: they are for programs.
    """
    hidden = [n for n, column in enumerate(rows.columns) if column.heading.zh and _iris(rows, n)]
    shown = [n for n in range(len(rows.columns)) if n not in hidden] or hidden
    titles = [rows.columns[n].heading.zh or rows.columns[n].name for n in shown]
    print_table(titles, [[_text(row[n]) for n in shown] for row in rows.values])
    if hidden != shown and hidden:
        names = "、".join(rows.columns[n].heading.zh for n in hidden)
        say(f"未列出 IRI 栏 IRIs left out: {names}（--format csv）")


def _iris(rows: Rows, column: int) -> bool:
    return any(cell and cell.kind == "uri" for cell in (row[column] for row in rows.values))


def _text(cell: Value | None) -> str:
    return cell.value if cell else ""


def _given(parameters: Sequence[str]) -> dict[str, str]:
    pairs = [parameter.partition("=") for parameter in parameters]
    for name, sign, _ in pairs:
        if not sign or not name.strip():
            raise typer.BadParameter(
                f"{name!r}：参数应写作 名称=值 (a parameter is KEY=VALUE)", param_hint="-p"
            )
    return {name.strip(): value for name, _, value in pairs}


def _read_stdin() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigurationError(
            "标准输入不是 UTF-8 文本",
            "standard input is no UTF-8 text",
            where="-",
            remedy=("请用 UTF-8 编码", "encode the query in UTF-8"),
        ) from error
