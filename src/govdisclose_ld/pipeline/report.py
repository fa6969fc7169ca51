"""The report of a build: what was found in each catalog, as text, JSON and a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from govdisclose_ld.model import Finding, Severity
from govdisclose_ld.pipeline.markup import Content, both, node, page, table
from govdisclose_ld.pipeline.values import Built, BuiltCatalog, Failure
from govdisclose_ld.validation import Group, Result, render

SEVERITIES = {
    Severity.VIOLATION: ("违反", "violations"),
    Severity.WARNING: ("警告", "warnings"),
    Severity.INFO: ("提示", "info"),
}


def report_text(built: Built) -> str:
    """The reports of all catalogs one after the other, each under its name."""
    parts = [f"# {name_of(one)}\n\n{render(one.report, 'text')}" for one in built.catalogs]
    parts += [f"# {failure.file}\n\n{failure.error}\n" for failure in built.failures]
    return "\n".join(parts)


def report_json(built: Built) -> str:
    """The reports as one JSON document: ``catalogs`` with their findings, ``failures``."""
    document = {
        "catalogs": [_catalog_record(one) for one in built.catalogs],
        "failures": [_failure_record(failure) for failure in built.failures],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def report_page(built: Built) -> bytes:
    """The reports as a page, one section a catalog, findings of one cause folded together."""
    sections = [part for one in built.catalogs for part in _section(one)]
    title = both("读取与检查报告", "what was found")
    back = node("p", node("a", both("← 返回首页", "back"), href="index.html"))
    return page("读取与检查报告 · report", node("h1", title), back, *sections)


def name_of(one: BuiltCatalog) -> str:
    """A catalog's division and title."""
    place = one.catalog.division
    return f"{place.code} {place.name} {one.catalog.title}" if place else one.catalog.title


def _catalog_record(one: BuiltCatalog) -> dict[str, Any]:
    place = one.catalog.division
    return {
        "file": one.source.file,
        "catalog": one.iri,
        "title": one.catalog.title,
        "division": place.code if place else "",
        "items": len(one.catalog.items),
        **json.loads(render(one.report, "json")),
    }


def _failure_record(failure: Failure) -> dict[str, str]:
    error = failure.error
    return {
        "file": failure.file,
        "message": error.zh,
        "message_en": error.en,
        "remedy": error.remedy_zh,
        "remedy_en": error.remedy_en,
    }


def _section(one: BuiltCatalog) -> Iterator[Content]:
    yield node("h2", name_of(one), id=anchor_of(one))
    if not one.report.groups:
        yield node("p", both("没有任何发现。", "Nothing was found."))
    for group in one.report.groups:
        yield _group(group, one.files[-1])


def anchor_of(one: BuiltCatalog) -> str:
    """The name of a catalog's section on the page of the report."""
    return one.files[0].rpartition("/")[2].rpartition(".")[0]


def _group(group: Group, review: str) -> Content:
    zh, en = SEVERITIES[group.severity]
    cases = [m for m in group.members if m is not group.head] or list(group.members)
    summary = node(
        "summary",
        node("b", zh, class_=group.severity.value),
        f" {group.message.zh} ",
        node("small", f"×{len(cases)} ", node("code", group.code)),
    )
    headings: list[Content] = [both("位置", "place"), both("原文", "printed"), both("说明", "note")]
    rows: list[list[Content]] = [_row(member, group, review) for member in cases]
    english = node("p", node("small", f"{en}: {group.message.en}", lang="en"))
    return node("details", summary, english, table(headings, rows))


def _row(member: Result, group: Group, review: str) -> list[Content]:
    finding = member.finding
    said = finding.message_zh if finding.message_zh != group.message.zh else ""
    return [_place(finding, review), finding.printed, said]


def _place(finding: Finding, review: str) -> Content:
    """Where a finding stands, with a link to that row of the page to review the reading by."""
    ref = finding.ref
    if not ref.table:
        return f"{ref.document} 第{finding.line}行" if finding.line else ref.document
    words = [f"第{ref.table}表", f"第{ref.row}行" if ref.row else "", finding.column]
    words += [f"（文件第{finding.line}行）" if finding.line else ""]
    anchor = f"t{ref.table}r{ref.row}" if ref.row else f"t{ref.table}"
    return node("a", " ".join(filter(None, words)), href=f"{review}#{anchor}")
