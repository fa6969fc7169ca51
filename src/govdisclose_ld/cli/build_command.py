"""``govdisclose build``: everything from a list of sources."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govdisclose_ld.cli import options
from govdisclose_ld.cli.console import say, say_error
from govdisclose_ld.cli.root import new_app
from govdisclose_ld.errors import InputError
from govdisclose_ld.pipeline.building import build

app = new_app()


@app.command(name="build")
def build_all(
    sources: Annotated[
        Path, typer.Argument(metavar="SOURCES", help="来源清单 (the list of sources, YAML)")
    ],
    *,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="DIR", help="输出文件夹 (the folder to make)"),
    ] = Path("build"),
    base: options.Base = "",
) -> None:
    """按来源清单生成图、JSON、报告、比较表和首页。

    Make graphs, JSON, the report, comparison tables and an index page from a list of sources.
    """
    built = build(sources, output, base=base, say=say)
    index, store = output / "index.html", output / "store"
    say(f"完成 done  用浏览器打开 open {index}")
    say(f"接着 next  govdisclose query catalog/list --store {store}")
    for failure in built.failures:
        say_error(failure.error)
    if built.failures:
        raise typer.Exit(InputError.exit_code)
