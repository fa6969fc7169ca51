"""Options that several commands share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govdisclose_ld.interpret import Known
from govdisclose_ld.interpret.fields import field_id
from govdisclose_ld.interpret.layouts import load_layout
from govdisclose_ld.model import Severity

STDIN = Path("-")

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
LayoutFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="版式文件 (a layout file: what the tables and columns are)",
    ),
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


class FailOn(StrEnum):
    """The severity from which on findings make a command fail."""

    INFO = "info"
    WARNING = "warning"
    VIOLATION = "violation"

    def reached_by(self, worst: Severity | None) -> bool:
        """Whether the weightiest finding is as weighty as this."""
        return worst is not None and worst.rank >= Severity(self.value).rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the options tell of the documents to be read."""

    division: str = ""
    title: str = ""
    publisher: str = ""
    field: str = ""
    corrections: Path | None = None
    layout: Path | None = None

    def known(self) -> Known:
        """The same for the library. Raises ConfigurationError for an unknown field."""
        return Known(
            division=self.division,
            title=self.title,
            publisher=self.publisher,
            field=field_id(self.field, where="--field"),
            layout=load_layout(self.layout) if self.layout else None,
        )

    def correction_files(self) -> tuple[Path, ...] | None:
        """The corrections files to use instead of those that ship, or None for those."""
        return tuple(sorted(self.corrections.glob("*.yml"))) if self.corrections else None
