"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

STDIN = Path("-")
STORE = Path("build/store")

Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help="文件，- 为标准输入 (documents; - is standard input)"),
]
Division = Annotated[
    str,
    typer.Option(metavar="CODE", help="行政区划代码，GB/T 2260 (division code)"),
]
Title = Annotated[str, typer.Option(metavar="TEXT", help="目录标题 (title of the catalog)")]
Publisher = Annotated[str, typer.Option(metavar="TEXT", help="发布单位 (publishing office)")]
Field = Annotated[
    str, typer.Option(metavar="NAME", help="试点领域的名称或编号 (field of disclosure)")
]
Corrections = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="更正文件夹，代替自带的 (corrections, in place of those shipped)",
    ),
]
Mappings = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="对应关系文件夹，代替自带的 (mappings to standards, in place of those shipped)",
    ),
]
Standards = Annotated[
    list[str] | None,
    typer.Option(
        "--standard",
        metavar="ID|FILE",
        help="对应哪些标准，代替按领域自选，可多次 (standards that items may answer; repeatable)",
    ),
]
LayoutFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="版式文件 (a layout file: what the tables and columns are)",
    ),
]
LimitPairs = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=N",
        help="放宽或收紧读取的上限，如 cells=5000000，可多次 (a limit of reading; repeatable)",
    ),
]
StoreFolder = Annotated[Path, typer.Option(metavar="DIR", help="数据库文件夹 (the store)")]
EndpointUrl = Annotated[
    str, typer.Option(metavar="URL", help="远程 SPARQL 端点，代替数据库 (an endpoint instead)")
]
Base = Annotated[
    str, typer.Option(metavar="IRI", help="数据 IRI 的开头 (what the IRIs of the data start with)")
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="PATH", help="输出文件，- 为标准输出 (- is standard output)"
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help="覆盖不是本程序生成的文件 (overwrite what this did not make)"),
]
