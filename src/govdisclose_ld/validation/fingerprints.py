"""What a finding is known again by when its row has moved or its catalog is issued anew."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator

from govdisclose_ld.validation.report import Result

VERSION = "govdisclose/v1"
_CATALOG = re.compile(r"catalog/([^/]+/[^/]+)/[^/]+$")
# The printed words that an item's IRI is made of too.
_NAMING = frozenset({"matters", "content"})


def fingerprint(result: Result) -> str:
    """32 hexadecimal digits, made of the finding's code, its catalog, and printed words.

    The words are those that name the row (its matters and content) and those of the cell, or,
    where no cell is meant, of the row without its ordinal. Numbers of rows, tables and lines take
    no part, nor does the version of the catalog: a finding whose row has moved keeps its
    fingerprint, and one whose cell has changed gets another.
    """
    parts = [VERSION, result.finding.code, catalog_key(result.catalog), *_parts(result)]
    written = json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return hashlib.sha256(written).hexdigest()[:32]


def catalog_key(iri: str) -> str:
    """Division and subject of a catalog (``410324/poverty-alleviation``), else its IRI."""
    found = _CATALOG.search(iri)
    return found[1] if found else iri


def row_name(result: Result) -> str:
    """The printed words that name the row of a finding; of a row that none name, all its words."""
    row = result.row
    if row is None:
        return ""
    named = [t for t, f in zip(row.texts, row.fields, strict=False) if f in _NAMING and t.strip()]
    return _flat(" | ".join(named)) or _row_words(result)


def cell_words(result: Result) -> str:
    """The printed words of the cell of a finding, or of its row where no cell is meant."""
    if result.finding.ref.column or result.finding.printed:
        return _flat(result.finding.printed)
    return _row_words(result)


def _parts(result: Result) -> Iterator[str]:
    finding = result.finding
    yield row_name(result)
    yield _field(result)
    yield cell_words(result)
    # A value of the catalog's own has an IRI that tells its row.
    yield "" if result.value.startswith(f"<{result.catalog}") else result.value
    # Nothing else sets two findings of the reading apart that are about no row.
    yield finding.message_zh if result.row is None and not result.component else ""


def _field(result: Result) -> str:
    if result.rule and result.rule.field:
        return result.rule.field
    column = result.finding.ref.column
    return (result.row.field_at(column) if result.row else "") or result.finding.column


def _row_words(result: Result) -> str:
    row = result.row
    if row is None:
        return ""
    words = (
        text
        for number, text in enumerate(row.texts, start=1)
        if row.field_at(number) != "ordinal" and text.strip()
    )
    return _flat(" | ".join(words))


def _flat(text: str) -> str:
    return " ".join(text.split())
