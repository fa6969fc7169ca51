"""Findings by code, each message with the places where it holds."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from govdisclose_ld.cli.tables import plain
from govdisclose_ld.model import Catalog, Finding, Severity

_STYLES = {Severity.VIOLATION: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_NAMES = {Severity.VIOLATION: "违反", Severity.WARNING: "警告", Severity.INFO: "提示"}


def findings_view(catalog: Catalog) -> Iterator[RenderableType]:
    """The findings of the reading, the weightiest codes first."""
    yield Text(f"\n发现 findings  {len(catalog.findings)}", style="bold")
    groups: dict[str, list[Finding]] = {}
    for finding in catalog.findings:
        groups.setdefault(finding.code, []).append(finding)
    for code, found in sorted(groups.items(), key=lambda group: -group[1][0].severity.rank):
        severity = found[0].severity
        yield Text.assemble(
            (f"{_NAMES[severity]} {severity} ", _STYLES[severity]),
            (code, "bold"),
            f" ×{len(found)}" if len(found) > 1 else "",
        )
        yield from _messages(found)
    if groups:
        yield Text("说明 explained by: govdisclose list findings CODE", style="dim")


def _messages(found: list[Finding]) -> Iterator[RenderableType]:
    places: dict[tuple[str, str], list[str]] = {}
    for finding in found:
        message = (finding.message_zh, finding.message_en)
        places.setdefault(message, []).append(_place(finding))
    for (zh, en), where in places.items():
        text = plain(zh).append_text(Text(f" {en}", style="dim"))
        if any(where):
            text.append("\n").append(", ".join(filter(None, where)), style="cyan")
        yield Padding(text, (0, 0, 0, 4))


def _place(finding: Finding) -> str:
    ref = finding.ref
    whole = f"表 table {ref.table}" if ref.table else ""
    row = f"{ref.table}.{ref.row}" if ref.row else whole
    column = finding.column or (f"第{ref.column}列" if ref.column else "")
    line = f"文件第 {finding.line} 行 line" if finding.line and not row else ""
    return row + (f"「{column}」" if row and column else "") or line
