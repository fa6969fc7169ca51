"""What a catalog is as a whole: title, office, division, field, date, defaults, IRI path."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePath

from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.corrections import CorrectionFile
from govdisclose_ld.interpret.divisions import division, named_divisions, named_part
from govdisclose_ld.interpret.fields import field_id, named_fields
from govdisclose_ld.interpret.groups import Outline
from govdisclose_ld.interpret.layouts import Layout
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.prose import (
    Imprint,
    is_title,
    plain_line,
    read_declared,
    read_default_limit,
    read_imprint,
    without_attachment,
)
from govdisclose_ld.interpret.segments import Segmented, with_lines
from govdisclose_ld.interpret.synthetic import SYNTHETIC, is_synthetic, marked_slug, marked_title
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import (
    Catalog,
    CellRef,
    Division,
    Document,
    Finding,
    Paragraph,
    Table,
    Term,
)

_CITED = re.compile("《[^》]*》")


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


def imprinted(document: Document, segmented: Segmented, known: Known) -> Catalog:
    """The catalog without its items: title, office, division, field, date, defaults."""
    told = with_lines(document, segmented)
    outside = [" ".join(c.text for c in row.cells if c.text) for _, row in segmented.outside]
    imprint = read_imprint(told.prose, outside)
    first = _first_title(told)
    made_up = is_synthetic(known.title, first, imprint.title)
    imprint = replace(imprint, title=first or imprint.title)
    title = known.title or imprint.title or PurePath(document.name).stem
    title = marked_title(title) if made_up else title
    publisher = known.publisher or imprint.publisher
    place, findings = _division(known, [title, publisher, *outside], document)
    given = code_list("field").terms.get(field_id(known.field, where="field"))
    fields = (given,) if given else named_fields(title, publisher)
    term = fields[0] if len(fields) == 1 else None
    findings += _imprint_findings(imprint, known, fields, document)
    slug = known.slug or (term.id if term else f"title-{_digest(title)}")
    return Catalog(
        title=title,
        document=document,
        slug=marked_slug(slug) if made_up else slug,
        version=known.version or imprint.issued or "undated",
        division=place,
        publisher=publisher,
        field=term,
        status=SYNTHETIC if made_up else imprint.status,
        document_number=imprint.document_number,
        issued=imprint.issued,
        declared=read_declared(told.prose),
        default_time_limit=read_default_limit(told.prose),
        findings=tuple(findings),
    )


def _first_title(document: Document) -> str:
    """The last title before the first table: what stands between tables heads a part alone."""
    blocks = document.blocks
    first = next((i for i, b in enumerate(blocks) if isinstance(b, Table)), len(blocks))
    lines = (plain_line(b.text) for b in blocks[:first] if isinstance(b, Paragraph))
    head = map(without_attachment, lines)
    titles = [line for line in head if is_title(line)]
    return titles[-1] if titles else ""


def _digest(text: str) -> str:
    return sha256(key(text).encode()).hexdigest()[:10]


def _division(
    known: Known, head: Sequence[str], document: Document
) -> tuple[Division | None, list[Finding]]:
    """The division that title or office name; the prose, which names others too, comes second."""
    if known.division:
        return division(known.division), []
    prose = "\n".join(_CITED.sub("", p.text) for p in document.prose)
    place = CellRef(document.name)
    named = named_divisions(head, prose)
    told = named or named_divisions([prose], prose)
    if not told:
        return None, [finding("division-unknown", place)]
    if len(told) > 1:
        candidates = "、".join(f"{d.code} {_whole_name(d)}" for d in told)
        words = {"name": told[0].name, "candidates": candidates}
        return None, [finding("division-ambiguous", place, **words)]
    found = [] if named else [finding("division-from-prose", place, name=told[0].name)]
    if part := next((p for text in head if (p := named_part(told[0], text))), ""):
        found.append(finding("division-part", place, name=told[0].name, part=part))
    return told[0], found


def _whole_name(place: Division) -> str:
    return "".join(d.name for d in reversed((place, *place.parents)))


def _imprint_findings(
    imprint: Imprint, known: Known, fields: Sequence[Term], document: Document
) -> list[Finding]:
    place = CellRef(document.name)
    lacking = {
        "title-missing": not (known.title or imprint.title),
        "publisher-unknown": not (known.publisher or imprint.publisher),
        "field-unknown": not fields,
    }
    found = [finding(code, place) for code, lacks in lacking.items() if lacks]
    if len(fields) > 1:
        names = "、".join(field.label for field in fields)
        found.append(finding("field-ambiguous", place, names=names))
    return found
