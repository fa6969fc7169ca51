"""The interpreter as a whole: a document in, a catalog with its findings out."""

from __future__ import annotations

from dataclasses import replace

from govdisclose_ld.errors import InputError
from govdisclose_ld.interpret.answers import check_answers, check_own_level
from govdisclose_ld.interpret.channel_fragments import join_channels
from govdisclose_ld.interpret.checks import (
    check_declared,
    check_empty,
    check_ordinals,
    inherit_limits,
    with_own_keys,
)
from govdisclose_ld.interpret.correction_targets import elsewhere
from govdisclose_ld.interpret.corrections import apply_corrections
from govdisclose_ld.interpret.doubts import with_doubts
from govdisclose_ld.interpret.flows import part_flows
from govdisclose_ld.interpret.forms import turn_forms
from govdisclose_ld.interpret.fragments import join_fragments
from govdisclose_ld.interpret.halves import join_halves
from govdisclose_ld.interpret.imprints import Known, catalog_path, imprinted, own_level, with_facts
from govdisclose_ld.interpret.items import ReadItem, read_item
from govdisclose_ld.interpret.label_levels import check_label_levels
from govdisclose_ld.interpret.legends import Legend
from govdisclose_ld.interpret.matters import complete_matters
from govdisclose_ld.interpret.misprints import check_misprints
from govdisclose_ld.interpret.outliers import check_outliers
from govdisclose_ld.interpret.profiles import check_exchanges
from govdisclose_ld.interpret.readings import (
    legends,
    once,
    placed,
    row_readings,
    settled,
    unknown_columns,
    with_sections,
)
from govdisclose_ld.interpret.rows import PlacedRow, habits, place_rows, shared_cells
from govdisclose_ld.interpret.sections import read_sections, with_fields
from govdisclose_ld.interpret.segments import Segmented, cut_segments
from govdisclose_ld.interpret.told_marks import told_legend, with_told_marks
from govdisclose_ld.interpret.torn_labels import check_torn_labels
from govdisclose_ld.interpret.transpositions import check_transpositions
from govdisclose_ld.interpret.twins import part_twins
from govdisclose_ld.interpret.unheaded_ticks import with_unheaded_ticks
from govdisclose_ld.model import Catalog, Document, Finding

_LOST = ("table-joined", "table-form-uncertain")
_REMEDY = (
    "请确认这是政务公开标准目录；若是，用 govdisclose inspect --write-layout 起草版式文件，"
    "写明表头行和各列，再用 --layout 读取",
    "check that this is a disclosure catalog; if it is, draft a layout file with "
    "govdisclose inspect --write-layout, tell header rows and columns there and read with "
    "--layout",
)
_REMEDY_LOST = (
    "请改用原始的 Word、Excel、PDF 或网页文件；没有原件时，用制表符或竖线把各格分开后再读",
    "read the original Word, Excel, PDF or HTML file; without one, part the cells with tabs or "
    "pipes and read that",
)


def interpret(document: Document, known: Known | None = None) -> Catalog:
    """The catalog that a document holds.

    Raises InputError if no table of the document has a header that can be recognised.
    """
    known = with_facts(known or Known())
    document = part_flows(document, known.outline or {})
    document = join_halves(part_twins(_with_forms_turned(document)))
    segmented = cut_segments(document, known.layout)
    _require_items(document, segmented)
    placed_rows = place_rows(segmented.segments, document.name)
    marks = known.layout.marks if known.layout else {}
    rows = join_fragments(join_channels(with_told_marks(placed_rows, marks)))
    legend, told = told_legend(*legends(document, segmented), marks)
    read, noticed = _read_rows(document, segmented, rows, known, legend)
    catalog = imprinted(document, segmented, known, [one.item.agency.text for one in read])
    items, repeats = with_own_keys([one.item for one in read])
    items = items if catalog.field else with_fields(items)
    path = catalog_path(catalog)
    fitting = [f for f in known.corrections if f.catalog == path]
    items, applied, unapplied = apply_corrections(items, fitting, document, legend.optional)
    items, inherited = inherit_limits(items, catalog.default_time_limit, shared_cells(rows))
    findings = [
        *document.findings,
        *catalog.findings,
        *segmented.findings,
        *told,
        *noticed,
        *repeats,
        *inherited,
        *check_ordinals(rows, items),
        *check_own_level(rows, items, own_level(catalog)),
        *check_declared(catalog.declared, items, document.name),
        *unapplied,
        *elsewhere(known.corrections, path, document.name),
    ]
    return replace(
        catalog,
        items=items,
        columns=once(c for s in segmented.segments for c in s.header.columns),
        rows=row_readings(document, segmented, rows, items),
        corrections=applied,
        findings=placed(settled(findings, items, applied), document, segmented),
    )


def _with_forms_turned(document: Document) -> Document:
    """The document, its forms as rows where it has no table with a header; what a layout file tells
    is told of these."""
    turned = turn_forms(document)
    if turned is document or any(segment.rows for segment in cut_segments(document).segments):
        return document
    return turned


def _read_rows(
    document: Document,
    segmented: Segmented,
    rows: tuple[PlacedRow, ...],
    known: Known,
    legend: Legend,
) -> tuple[tuple[ReadItem, ...], tuple[Finding, ...]]:
    """The items of all rows with their paths of matters, and what was noticed about them."""
    habit = habits(rows, legend)
    alone = [read_item(row, habit, legend.optional) for row in rows]
    sure = with_doubts(rows, with_sections(alone, read_sections(document, segmented)))
    told = with_unheaded_ticks(rows, sure)
    read = complete_matters(rows, told, known.outline or {})
    of_items = (finding for one in read for finding in one.findings)
    odd = (
        *check_outliers(rows, [one.item for one in read]),
        *check_answers(rows, [one.item for one in read]),
        *check_empty([one.item for one in read]),
        *dict.fromkeys((*check_exchanges(rows), *check_label_levels(rows))),
        *check_misprints(rows, [one.item for one in read]),
        *check_torn_labels(rows, [one.item for one in read]),
        *check_transpositions(rows),
    )
    return read, (*unknown_columns(rows, document), *of_items, *odd)


def _require_items(document: Document, segmented: Segmented) -> None:
    if any(segment.rows for segment in segmented.segments):
        return
    remedy = _REMEDY
    if any(found.code in _LOST for found in document.findings):
        zh, en = (
            "表格丢失了列界，各格无法分开",
            "the table lost its borders; nothing parts its cells",
        )
        remedy = _REMEDY_LOST
    elif not document.tables:
        zh, en = "文档里没有表格", "the document holds no table"
    elif not segmented.segments:
        zh = "没有一个表格有可以辨认的目录表头（如 序号、公开事项、公开内容、公开依据…）"
        en = "no table has a catalog's header (序号, 公开事项, 公开内容, 公开依据 …)"
    else:
        zh, en = "表头下面没有任何一行", "there is no row below the header"
    raise InputError(zh, en, where=document.name, remedy=remedy)
