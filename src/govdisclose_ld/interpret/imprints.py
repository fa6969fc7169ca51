"""What a catalog is as a whole: title, office, division, field, date, defaults, IRI path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import takewhile
from pathlib import PurePath

from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.correction_files import CorrectionFile
from govdisclose_ld.interpret.divisions import county_ahead, part_behind
from govdisclose_ld.interpret.fields import field_id, named_fields
from govdisclose_ld.interpret.groups import Outline
from govdisclose_ld.interpret.layouts import Layout
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.places import read_division
from govdisclose_ld.interpret.promises import check_values, read_declared, read_default_limit
from govdisclose_ld.interpret.prose import Imprint, office_of_title, read_imprint
from govdisclose_ld.interpret.sections import section_field, table_headings
from govdisclose_ld.interpret.segments import Segmented, with_lines
from govdisclose_ld.interpret.synthetic import SYNTHETIC, is_synthetic, marked_slug, marked_title
from govdisclose_ld.interpret.titles import chosen_title, edition, line_below, plain_line
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import (
    Catalog,
    CellRef,
    Document,
    Finding,
    Paragraph,
    Table,
    Term,
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a catalog beforehand and outranks what the document tells.

    ``division`` is a GB/T 2260 code, ``field`` an id or name of that code list, ``outline`` the
    matters of known standards, ``corrections`` the files that may apply, ``layout`` what a layout
    file tells. A division or field that does not exist is a ConfigurationError.
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


def catalog_path(catalog: Catalog) -> str:
    """``division/slug/version``: what tells a catalog from all others under one base."""
    code = catalog.division.code if catalog.division else "unknown"
    return f"{code}/{catalog.slug}/{catalog.version}"


def with_facts(known: Known) -> Known:
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


def imprinted(
    document: Document, segmented: Segmented, known: Known, agencies: Iterable[str]
) -> Catalog:
    """The catalog without its items: title, office, division, field, date, defaults.

    ``agencies`` are the cells that name who must publish.
    """
    told = with_lines(document, segmented)
    lines = [line for p in told.prose if (line := plain_line(p.text))]
    headings = tuple(dict.fromkeys(table_headings(document, segmented).values()))
    printed = chosen_title(_head(told, segmented), lines, headings)
    made_up = is_synthetic(known.title, printed)
    title = known.title or printed or PurePath(document.name).stem
    title = marked_title(title) if made_up else title
    imprint = read_imprint(lines, printed)
    publisher = known.publisher or imprint.publisher
    head = [title, publisher, *headings, *_above(segmented)]
    place, findings = read_division(known.division, head, document, agencies)
    sheets = [table.name for table in document.tables]
    fields = _fields(known, title, headings, sheets)
    guess = None if fields else _field_of_office(office_of_title(title), publisher)
    term = fields[0] if len(fields) == 1 else guess
    findings += _findings(known, printed, imprint, document)
    findings += _of_fields(printed, fields, guess, document)
    columns = {column.field for one in segmented.segments for column in one.header.columns}
    findings += check_values(told.prose, columns, document.name)
    slug = known.slug or (term.id if term else f"title-{_digest(title)}")
    issue = imprint.issued or edition(printed, line_below(lines, printed))
    return Catalog(
        title=title,
        document=document,
        slug=marked_slug(slug) if made_up else slug,
        version=known.version or issue or "undated",
        division=place,
        publisher=publisher,
        field=term,
        status=SYNTHETIC if made_up else imprint.status,
        document_number=imprint.document_number,
        issued=imprint.issued,
        declared=read_declared(told.prose),
        default_time_limit=read_default_limit((*told.prose, *_notes(segmented))),
        findings=tuple(findings),
    )


def own_level(catalog: Catalog) -> Term | None:
    """The level of publication (县级) at which the office of a catalog stands; None where that is
    not plain, as for a place below the county or a city with the rank of a province."""
    place, head = catalog.division, (catalog.title, catalog.publisher)
    name = place.name if place else county_ahead(catalog.title)
    if not name or any(part_behind(name, text) for text in head):
        return None
    code = place.code if place else ""
    level = "" if code.endswith("0000") else "city" if code.endswith("00") else "county"
    return code_list("level").terms.get(level)


def _head(told: Document, segmented: Segmented) -> list[str]:
    """The lines before the first table that holds items."""
    first = next(s.table.number for s in segmented.segments if s.rows)
    blocks = takewhile(lambda b: not isinstance(b, Table) or b.number != first, told.blocks)
    return [plain_line(block.text) for block in blocks if isinstance(block, Paragraph)]


def _notes(segmented: Segmented) -> Iterator[Paragraph]:
    """What rows of tables print that are no items."""
    for row in (row for segment in segmented.segments for row in segment.notes):
        yield Paragraph(" ".join(dict.fromkeys(c.text for c in row.cells if c.text)), row.line)


def _above(segmented: Segmented) -> list[str]:
    """What rows above the headers of tables print."""
    return [" ".join(c.text for c in row.cells if c.text) for _, row in segmented.outside]


def _fields(
    known: Known, title: str, headings: Sequence[str], sheets: Sequence[str]
) -> tuple[Term, ...]:
    """The fields that the catalog is of: as told, as the title says, as the headings of its tables
    do, or the names of its sheets. The office that a title begins with tells none."""
    if given := field_id(known.field, where="field"):
        return (code_list("field").terms[given],)
    below, sheeted = (
        tuple(dict.fromkeys(term for line in lines if (term := section_field(line))))
        for lines in (headings, sheets)
    )
    named = named_fields(title.removeprefix(office_of_title(title)))
    several = len(below) > 1 and (not named or set(below) > set(named))
    return below if several else named or below or sheeted


def _field_of_office(*names: str) -> Term | None:
    """The field whose name an office bears (生态环境局). Its catalog may hold others."""
    borne = named_fields(*names)
    return borne[0] if len(borne) == 1 else None


def _digest(text: str) -> str:
    return sha256(key(text).encode()).hexdigest()[:10]


def _findings(known: Known, title: str, imprint: Imprint, document: Document) -> list[Finding]:
    told = {
        "title-missing": not (known.title or title),
        "publisher-unknown": not (known.publisher or imprint.publisher),
        "publisher-from-source": imprint.sourced and not known.publisher,
    }
    words = {"name": imprint.publisher}
    return [finding(code, CellRef(document.name), **words) for code, holds in told.items() if holds]


def _of_fields(
    title: str, fields: Sequence[Term], guess: Term | None, document: Document
) -> list[Finding]:
    """What is said of a field that is not plainly one."""
    place = CellRef(document.name)
    if guess:
        return [finding("field-from-office", place, name=guess.label)]
    if len(fields) > 1:
        code = "field-ambiguous" if named_fields(title) else "field-several"
        return [finding(code, place, names="、".join(field.label for field in fields))]
    return [] if fields else [finding("field-unknown", place)]
