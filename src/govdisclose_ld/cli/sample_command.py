"""``govdisclose sample``: synthetic catalogs, to have many to compare and to test readings by."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govdisclose_ld.cli.console import say
from govdisclose_ld.cli.root import new_app
from govdisclose_ld.pipeline.writing import new_folder
from govdisclose_ld.samples import draw_samples, write_samples

app = new_app()


class SampleFormat(StrEnum):
    """The formats that samples are made in."""

    TXT = "txt"
    CSV = "csv"
    MARKDOWN = "md"
    HTML = "html"
    XLSX = "xlsx"


@app.command()
def sample(
    *,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="DIR", help="输出文件夹 (the folder to make)"),
    ],
    counties: Annotated[
        int, typer.Option(metavar="N", min=1, help="几个县级单位 (how many counties)")
    ] = 10,
    fields: Annotated[
        int, typer.Option(metavar="F", min=1, help="每县几个领域 (how many fields of each)")
    ] = 1,
    seed: Annotated[
        int, typer.Option(metavar="S", help="种子；相同则逐字节相同 (same seed, same bytes)")
    ] = 0,
    formats: Annotated[
        list[SampleFormat] | None,
        typer.Option("--format", help="只用这种格式，可重复 (this format alone; may be repeated)"),
    ] = None,
    damage: Annotated[
        float | None,
        typer.Option(
            metavar="RATE", min=0, max=1, help="损坏的行占多少，0 到 1 (share of damaged rows)"
        ),
    ] = None,
) -> None:
    """生成合成样例目录：标明为合成，附正确答案和来源清单。

    Synthetic catalogs, marked as such, with the truth of each and a list of sources to build.
    """
    chosen = tuple(one.value for one in formats or ())
    samples = draw_samples(counties, fields, seed=seed, formats=chosen, damage=damage)
    with new_folder(output) as folder:
        count = write_samples(folder, samples)
    say(f"{count} 份合成样例 → {output} ({count} synthetic catalogs)")
    say(f"下一步 next: govdisclose build {output / 'sources.yml'} -o build")
