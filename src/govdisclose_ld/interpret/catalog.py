"""The interpreter as a whole: a document in, a catalog with its findings out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePath

from govdisclose_ld.errors import InputError
from govdisclose_ld.interpret.checks import (
    check_declared,
    check_ordinals,
    inherit_limits,
    with_own_keys,
)
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.corrections import CorrectionFile, apply_corrections
from govdisclose_ld.interpret.divisions import division, named_divisions
from govdisclose_ld.interpret.groups import Outline
from govdisclose_ld.interpret.items import read_item
from govdisclose_ld.interpret.layouts import Layout
from govdisclose_ld.interpret.matters import complete_matters
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.prose import (
    Imprint,
    read_declared,
    read_default_limit,
    read_field,
    read_imprint,
)
from govdisclose_ld.interpret.rows import PlacedRow, habits, place_rows
from govdisclose_ld.interpret.segments import Segmented, cut_segments
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import (
    Catalog,
    CellRef,
    Column,
    Division,
    Document,
    Finding,
    Item,
    RowReading,
    Term,
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a catalog beforehand and outranks what the document tells.

    ``division`` is a GB/T 2260 code, ``field`` an id of that code list, ``outline`` the matters of
    known standards, ``corrections`` the files that may apply, ``layout`` what a layout file tells.
    """

    division: str = ""
    title: str = ""
    publisher: str = ""
    field: str = ""
    slug: str = ""
    version: str = ""
    outline: Outline | None = None
    corrections: tuple[CorrectionFile, ...] = ()
    layout: Layout | None = None


def interpret(document: Document, known: Known | None = None) -> Catalog:
    """The catalog that a document holds.

    Raises InputError if no table of the document has a header that can be recognised.
    """
    known = _with_facts(known or Known())
    segmented = cut_segments(document, known.layout)
    _require_items(document, segmented)
    rows = place_rows(segmented.segments, document.name)
    habit = habits(rows)
    read = complete_matters(rows, [read_item(row, habit) for row in rows], known.outline or {})
    catalog = _imprinted(document, segmented, known)
    items, repeats = with_own_keys([one.item for one in read])
    fitting = [f for f in known.corrections if f.catalog == catalog_path(catalog)]
    items, applied, unapplied = apply_corrections(items, fitting, document)
    items, inherited = inherit_limits(items, catalog.default_time_limit)
    findings = [
        *document.findings,
        *catalog.findings,
        *segmented.findings,
        *_unknown_columns(rows, document),
        *(f for one in read for f in one.findings),
        *repeats,
        *inherited,
        *check_ordinals(items),
        *check_declared(catalog.declared, items, document.name),
        *unapplied,
    ]
    columns = tuple(c for s in segmented.segments for c in s.header.columns)
    return replace(
        catalog,
        items=items,
        columns=_once(columns),
        rows=_row_readings(document, segmented, rows, items),
        corrections=applied,
        findings=_placed(_settled(findings, items), document, segmented),
    )


def _with_facts(known: Known) -> Known:
    """What a layout file says of the catalog, where nothing else was said."""
    facts = known.layout.facts if known.layout else {}
    return replace(
        known,
        division=known.division or facts.get("division", ""),
        title=known.title or facts.get("title", ""),
        publisher=known.publisher or facts.get("publisher", ""),
        field=known.field or facts.get("field", ""),
        slug=known.slug or facts.get("slug", ""),
        version=known.version or facts.get("version", ""),
    )


def catalog_path(catalog: Catalog) -> str:
    """``division/slug/version``: what tells a catalog from all others under one base."""
    code = catalog.division.code if catalog.division else "unknown"
    return f"{code}/{catalog.slug}/{catalog.version}"


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


def _imprinted(document: Document, segmented: Segmented, known: Known) -> Catalog:
    """The catalog without its items: title, office, division, field, date, defaults."""
    outside = [" ".join(c.text for c in row.cells if c.text) for _, row in segmented.outside]
    imprint = read_imprint(document.prose, outside)
    title = known.title or imprint.title or PurePath(document.name).stem
    publisher = known.publisher or imprint.publisher
    texts = [title, publisher, *outside, *(p.text for p in document.prose)]
    place, findings = _division(known, texts, document)
    term = code_list("field").terms.get(known.field) or read_field(title, publisher)
    findings += _imprint_findings(imprint, known, term, document)
    return Catalog(
        title=title,
        document=document,
        slug=known.slug or (term.id if term else f"title-{_digest(title)}"),
        version=known.version or imprint.issued or "undated",
        division=place,
        publisher=publisher,
        field=term,
        status=imprint.status,
        document_number=imprint.document_number,
        issued=imprint.issued,
        declared=read_declared(document.prose),
        default_time_limit=read_default_limit(document.prose),
        findings=tuple(findings),
    )


def _digest(text: str) -> str:
    return sha256(key(text).encode()).hexdigest()[:10]


def _division(
    known: Known, texts: Sequence[str], document: Document
) -> tuple[Division | None, list[Finding]]:
    if known.division:
        return division(known.division), []
    named = named_divisions(texts)
    place = CellRef(document.name)
    if len(named) == 1:
        return named[0], []
    if not named:
        return None, [finding("division-unknown", place)]
    candidates = "、".join(f"{d.code} {_whole_name(d)}" for d in named)
    return None, [finding("division-ambiguous", place, name=named[0].name, candidates=candidates)]


def _whole_name(place: Division) -> str:
    return "".join(d.name for d in reversed((place, *place.parents)))


def _imprint_findings(
    imprint: Imprint, known: Known, term: Term | None, document: Document
) -> list[Finding]:
    lacking = {
        "title-missing": not (known.title or imprint.title),
        "publisher-unknown": not (known.publisher or imprint.publisher),
        "field-unknown": term is None,
    }
    return [finding(code, CellRef(document.name)) for code, lacks in lacking.items() if lacks]


def _unknown_columns(rows: Iterable[PlacedRow], document: Document) -> list[Finding]:
    """Columns with content that nothing recognised, once for each heading."""
    found: dict[str, Finding] = {}
    for row in rows:
        for cell in row.cells:
            column = cell.column
            unclaimed = not column.field and not column.score and cell.text.strip()
            if unclaimed and column.heading not in found:
                ref = CellRef(document.name, column.table, row.segment.header.last, column.number)
                found[column.heading] = finding("column-unknown", ref, heading=column.heading)
    return list(found.values())


def _once(columns: Iterable[Column]) -> tuple[Column, ...]:
    """The columns by table; where a table changes its header midway the last header is kept."""
    return tuple({(c.table, c.number): c for c in columns}.values())


def _row_readings(
    document: Document,
    segmented: Segmented,
    rows: Sequence[PlacedRow],
    items: Sequence[Item],
) -> tuple[RowReading, ...]:
    """How each printed row of each table was read, in reading order."""
    readings: dict[tuple[int, int], RowReading] = {}
    for table in document.tables:
        for row in table.rows:
            blank = ("",) * len(row.cells)
            readings[table.number, row.number] = RowReading(table.number, row.number, "note", blank)
    for segment in segmented.segments:
        header = segment.header
        for number in range(header.first, header.last + 1):
            at = (header.table, number)
            if at in readings:
                readings[at] = replace(readings[at], kind="header")
    for placed, item in zip(rows, items, strict=True):
        at = (placed.segment.table.number, placed.row.number)
        readings[at] = RowReading(*at, "item", placed.roles, item.key)
    return tuple(readings.values())


def _settled(findings: Iterable[Finding], items: Sequence[Item]) -> list[Finding]:
    """The findings without those of an inference that a correction has settled since."""
    settled = {
        (item.source.table, item.source.row, f"level{matter.level}")
        for item in items
        for matter in item.matters
        if matter.correction
    }
    return [f for f in findings if (f.ref.table, f.ref.row, f.code.split("-")[0]) not in settled]


def _placed(
    findings: Iterable[Finding], document: Document, segmented: Segmented
) -> tuple[Finding, ...]:
    """The findings in reading order, with the heading, printed text and line of their cells."""
    headings: Mapping[tuple[int, int], str] = {
        (c.table, c.number): c.heading for s in segmented.segments for c in s.header.columns
    }
    tables = {table.number: table for table in document.tables}
    done: list[Finding] = []
    for one in findings:
        ref, line, printed = one.ref, one.line, one.printed
        table = tables.get(ref.table)
        if table and 0 < ref.row <= len(table.rows):
            row = table.rows[ref.row - 1]
            line = row.line
            printed = row.cells[ref.column - 1].text if 0 < ref.column <= len(row.cells) else ""
        heading = headings.get((ref.table, ref.column), "")
        done.append(replace(one, column=heading, line=line, printed=printed))
    return tuple(sorted(done, key=lambda f: (f.ref, f.code, f.message_zh)))
