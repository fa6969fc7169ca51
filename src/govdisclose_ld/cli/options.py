"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govdisclose_ld.alignment import mapping_files
from govdisclose_ld.catalogs import find_standard
from govdisclose_ld.interpret import Known
from govdisclose_ld.interpret.fields import field_id
from govdisclose_ld.interpret.layouts import load_layout
from govdisclose_ld.model import Severity
from govdisclose_ld.readers import Limits, limits_of
from govdisclose_ld.standards import Standard, refuse_shared_ids

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


def find_standards(names: Sequence[str] | None) -> tuple[Standard, ...] | None:
    """The standards of those names; None, for those that fit each catalog, where none is named.

    Raises ConfigurationError for an unknown or wrong one, or two of one id.
    """
    found = tuple(find_standard(name) for name in names or ())
    refuse_shared_ids(found)
    return found or None


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
    mappings: Path | None = None
    layout: Path | None = None
    limit: Sequence[str] | None = None

    def known(self) -> Known:
        """The same for the library. Raises ConfigurationError for an unknown field."""
        return Known(
            division=self.division,
            title=self.title,
            publisher=self.publisher,
            field=field_id(self.field, where="--field"),
            layout=load_layout(self.layout) if self.layout else None,
        )

    def limits(self) -> Limits:
        """How much of a document is read. Raises ConfigurationError for what is no limit."""
        pairs = (text.partition("=") for text in self.limit or ())
        values = {
            name.strip(): int(number) if number.strip().isdecimal() else number
            for name, _, number in pairs
        }
        return limits_of(values, where="--limit")

    def correction_files(self) -> tuple[Path, ...] | None:
        """The corrections files to use instead of those that ship, or None for those."""
        return tuple(sorted(self.corrections.glob("*.yml"))) if self.corrections else None

    def mapping_files(self) -> tuple[Path, ...] | None:
        """The mapping files to use instead of those that ship, or None for those."""
        return mapping_files(self.mappings) if self.mappings else None
