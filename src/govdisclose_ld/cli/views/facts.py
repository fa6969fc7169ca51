"""What is known of a document as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.table import Table

from govdisclose_ld.cli.tables import new_table, plain
from govdisclose_ld.interpret import catalog_path
from govdisclose_ld.model import Catalog, Document

_FIRST_CELLS = 8


def facts_view(catalog: Catalog) -> Iterator[RenderableType]:
    """The document, the imprint and the place in the tree of IRIs."""
    place, field = catalog.division, catalog.field
    names = " ".join([d.name for d in reversed(place.parents)] + [place.name]) if place else ""
    yield from document_facts(catalog.document)
    yield _facts(
        (
            ("标题 title", catalog.title),
            ("发布单位 publisher", catalog.publisher),
            ("区划 division", f"{place.code} {names}" if place else ""),
            ("领域 field", f"{field.label} ({field.id})" if field else ""),
            ("文号 number", catalog.document_number),
            ("日期 issued", catalog.issued),
            ("状态 status", catalog.status),
            ("标识 path", catalog_path(catalog)),
            ("公开事项 items", str(len(catalog.items))),
        )
    )


def document_facts(document: Document) -> Iterator[RenderableType]:
    """The file itself."""
    tables, prose = len(document.tables), len(document.prose)
    yield _facts(
        (
            ("文件 document", document.name),
            ("格式 format", " ".join(filter(None, (document.media_type, document.encoding)))),
            ("大小 size", f"{document.size:,} 字节 bytes"),
            ("SHA-256", document.sha256),
            ("内容 content", f"{tables} 段表格 tables，{prose} 段文字 paragraphs"),
        )
    )


def tables_view(document: Document) -> Iterator[RenderableType]:
    """The first row of each table, for a document whose headers were not recognised."""
    table = new_table("表 table", "行数 rows", "第一行 first row")
    for one in document.tables:
        first = one.rows[0].texts[:_FIRST_CELLS] if one.rows else ()
        table.add_row(str(one.number), str(len(one.rows)), plain(" │ ".join(first)))
    if document.tables:
        yield table


def _facts(facts: Iterable[tuple[str, str]]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, style="dim", min_width=18)
    grid.add_column(overflow="fold")
    for name, value in facts:
        grid.add_row(name, plain(value) if value else "—")
    return grid
