"""The interpreter as a whole: a document in, a catalog with its findings out."""

from __future__ import annotations

from dataclasses import replace

from govdisclose_ld.errors import InputError
from govdisclose_ld.interpret.checks import (
    check_declared,
    check_empty,
    check_ordinals,
    inherit_limits,
    with_own_keys,
)
from govdisclose_ld.interpret.corrections import apply_corrections
from govdisclose_ld.interpret.doubts import with_doubts
from govdisclose_ld.interpret.fragments import join_fragments
from govdisclose_ld.interpret.imprints import Known, catalog_path, imprinted, with_facts
from govdisclose_ld.interpret.items import ReadItem, read_item
from govdisclose_ld.interpret.matters import complete_matters
from govdisclose_ld.interpret.misprints import check_misprints
from govdisclose_ld.interpret.outliers import check_outliers
from govdisclose_ld.interpret.profiles import check_exchanges
from govdisclose_ld.interpret.prose import read_sections
from govdisclose_ld.interpret.readings import (
    legends,
    once,
    placed,
    row_readings,
    settled,
    unknown_columns,
    with_sections,
)
from govdisclose_ld.interpret.rows import PlacedRow, habits, place_rows
from govdisclose_ld.interpret.segments import Segmented, cut_segments, with_lines
from govdisclose_ld.interpret.transpositions import check_transpositions
from govdisclose_ld.model import Catalog, Document, Finding


def interpret(document: Document, known: Known | None = None) -> Catalog:
    """The catalog that a document holds.

    Raises InputError if no table of the document has a header that can be recognised.
    """
    known = with_facts(known or Known())
    segmented = cut_segments(document, known.layout)
    _require_items(document, segmented)
    rows = join_fragments(place_rows(segmented.segments, document.name))
    read, noticed = _read_rows(document, segmented, rows, known)
    catalog = imprinted(document, segmented, known)
    items, repeats = with_own_keys([one.item for one in read])
    fitting = [f for f in known.corrections if f.catalog == catalog_path(catalog)]
    items, applied, unapplied = apply_corrections(items, fitting, document)
    items, inherited = inherit_limits(items, catalog.default_time_limit)
    findings = [
        *document.findings,
        *catalog.findings,
        *segmented.findings,
        *noticed,
        *repeats,
        *inherited,
        *check_ordinals(items),
        *check_declared(catalog.declared, items, document.name),
        *unapplied,
    ]
    return replace(
        catalog,
        items=items,
        columns=once(c for s in segmented.segments for c in s.header.columns),
        rows=row_readings(document, segmented, rows, items),
        corrections=applied,
        findings=placed(settled(findings, items, applied), document, segmented),
    )


def _read_rows(
    document: Document, segmented: Segmented, rows: tuple[PlacedRow, ...], known: Known
) -> tuple[tuple[ReadItem, ...], tuple[Finding, ...]]:
    """The items of all rows with their paths of matters, and what was noticed about them."""
    legend, noticed = legends(document, segmented)
    habit = habits(rows, legend)
    alone = [read_item(row, habit, legend.optional) for row in rows]
    sure = with_doubts(rows, with_sections(alone, read_sections(with_lines(document, segmented))))
    read = complete_matters(rows, sure, known.outline or {})
    of_items = (finding for one in read for finding in one.findings)
    odd = (
        *check_outliers(rows, [one.item for one in read]),
        *check_empty([one.item for one in read]),
        *check_exchanges(rows),
        *check_misprints(rows, [one.item for one in read]),
        *check_transpositions(rows),
    )
    return read, (*noticed, *unknown_columns(rows, document), *of_items, *odd)


def _require_items(document: Document, segmented: Segmented) -> None:
    if any(segment.rows for segment in segmented.segments):
        return
    if not document.tables:
        zh, en = "文档里没有表格", "the document holds no table"
    elif not segmented.segments:
        zh = "没有一个表格有可以辨认的目录表头（如 序号、公开事项、公开内容、公开依据…）"
        en = "no table has a catalog's header (序号, 公开事项, 公开内容, 公开依据 …)"
    else:
        zh, en = "表头下面没有任何一行", "there is no row below the header"
    raise InputError(
        zh,
        en,
        where=document.name,
        remedy=(
            "请确认这是政务公开标准目录；用 govdisclose inspect 查看读到了什么",
            "check that this is a disclosure catalog; see what was read with govdisclose inspect",
        ),
    )
