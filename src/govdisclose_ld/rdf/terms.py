"""RDF terms as their canonical N-Triples text, and the statements made of them.

A term is a plain string: ``<iri>``, ``"text"@zh``, ``"20"^^<…#decimal>``. That costs nothing to
pass on, sorts in one fixed order, and is what the streams write; engines that want terms of their
own get them from a strict parser. Escapes follow the canonical form of RDF 1.2 N-Triples,
section 4. Only this module writes a literal, so text cannot leave the quotes that it stands in.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any, TypeAlias

from govdisclose_ld.rdf.vocab import (
    RDF_JSON,
    XSD_BOOLEAN,
    XSD_DATE,
    XSD_DECIMAL,
    XSD_HEX_BINARY,
    XSD_INTEGER,
    XSD_MONTH_DAY,
    XSD_NON_NEGATIVE,
)

Triple: TypeAlias = tuple[str, str, str]
"""Subject, predicate and object of one statement, each as it stands in N-Triples."""

_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f\ud800-\udfff\ufffe\uffff]')
_RARE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SHORT = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r"}


def node(iri: str) -> str:
    """The term for an IRI that :mod:`govdisclose_ld.rdf.iris` or the vocabulary has made."""
    return f"<{iri}>"


def text(value: str) -> str:
    """A plain string."""
    return f'"{_escape(value)}"'


def chinese(value: str) -> str:
    """A text in Chinese."""
    return f'"{_escape(value)}"@zh'


def english(value: str) -> str:
    """A text in English."""
    return f'"{_escape(value)}"@en'


def integer(value: int) -> str:
    """An ``xsd:integer``."""
    return f'"{value}"^^{XSD_INTEGER}'


def size(value: int) -> str:
    """An ``xsd:nonNegativeInteger``."""
    return f'"{value}"^^{XSD_NON_NEGATIVE}'


def decimal(value: float) -> str:
    """An ``xsd:decimal`` in its canonical form (XSD 1.1, part 2, section E.1: 20, 0.8)."""
    plain = format(Decimal(str(value)), "f")
    return f'"{plain.rstrip("0").rstrip(".") if "." in plain else plain}"^^{XSD_DECIMAL}'


def truth() -> str:
    """The ``xsd:boolean`` true; what is not so is left unsaid."""
    return f'"true"^^{XSD_BOOLEAN}'


def date(value: str) -> str:
    """An ``xsd:date`` (``2020-12-14``)."""
    return typed(value, XSD_DATE)


def month_day(value: str) -> str:
    """An ``xsd:gMonthDay`` (``--01-31``)."""
    return typed(value, XSD_MONTH_DAY)


def hexadecimal(value: str) -> str:
    """An ``xsd:hexBinary``, in lower case as checksums are printed."""
    return typed(value.lower(), XSD_HEX_BINARY)


def typed(value: str, datatype: str) -> str:
    """A literal of any datatype."""
    return f'"{_escape(value)}"^^{datatype}'


def json_literal(value: Any) -> str:
    """An ``rdf:JSON`` literal in canonical form (RFC 8785); ``value`` holds no fractions."""
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return typed(plain, RDF_JSON)


def _escape(value: str) -> str:
    if not _SPECIAL.search(value):
        return value
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    return _RARE.sub(_escape_rare, quoted)


def _escape_rare(match: re.Match[str]) -> str:
    char = match.group()
    if "\ud800" <= char <= "\udfff":
        # No Unicode text holds half a surrogate pair and UTF-8 cannot write it: it becomes the
        # replacement character, as wherever a text is turned into scalar values.
        return "\ufffd"
    return _SHORT.get(char) or f"\\u{ord(char):04X}"
