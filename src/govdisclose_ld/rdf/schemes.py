"""Code lists and reference standards as SKOS concept schemes.

``python -m govdisclose_ld.rdf.schemes`` writes ``ontology/codelists/`` and
``ontology/standards/`` again from ``data/vocabulary/codes/`` and ``data/standards/``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from govdisclose_ld import assets
from govdisclose_ld.rdf.scheme_sources import (
    CODES_FOLDER,
    STANDARDS_FOLDER,
    CodeList,
    Label,
    Standard,
    codelist,
    scheme_ids,
    standard,
    standard_ids,
)
from govdisclose_ld.rdf.terms import Triple, chinese, english, node, text
from govdisclose_ld.rdf.turtle import Shortener, blocks
from govdisclose_ld.rdf.vocab import (
    CODE,
    DCT,
    DCT_IDENTIFIER,
    DCT_SOURCE,
    DCT_TITLE,
    GD,
    GD_FIELD,
    GD_PROBABLE_BROADER,
    RDF_TYPE,
    SKOS,
    SKOS_BROADER,
    SKOS_CONCEPT,
    SKOS_CONCEPT_SCHEME,
    SKOS_IN_SCHEME,
    SKOS_NOTATION,
    SKOS_PREF_LABEL,
    STANDARD,
)

__all__ = [
    "CodeList",
    "Standard",
    "codelist",
    "codelist_statements",
    "files",
    "main",
    "scheme_ids",
    "standard",
    "standard_ids",
    "standard_statements",
    "turtle",
]

_ALT_LABEL = f"<{SKOS}altLabel>"
_DEFINITION = f"<{SKOS}definition>"
_NOTE = f"<{SKOS}note>"
_TOP_CONCEPT_OF = f"<{SKOS}topConceptOf>"
_STANDARD_CLASS = f"<{DCT}Standard>"
_STANDARD_ITEM = f"<{GD}StandardItem>"


def codelist_statements(codes: CodeList) -> tuple[Triple, ...]:
    """The statements of a code list: a concept scheme and its concepts (SKOS, section 4)."""
    return tuple(_codelist(codes, f"{CODE}{codes.scheme}"))


def standard_statements(reference: Standard) -> tuple[Triple, ...]:
    """The statements of a standard, as ``docs/reference/mapping.md`` lays them down.

    A parent that is assumed stands under ``gd:probableBroader``, beside the file's note.
    """
    return tuple(_standard(reference, f"{STANDARD}{reference.id}"))


def turtle(statements: Iterable[Triple], *, scheme: str, origin: str) -> str:
    """The statements as Turtle, sorted, the same bytes every time.

    ``scheme`` is the IRI that the terms stand below; ``origin`` is named in the first line.
    """
    short = Shortener(f"{scheme}/")
    body = "".join(blocks(statements, short))
    head = (line for line in short.head().splitlines(keepends=True) if _is_used(line, body))
    made = f"# Made from {origin} by python -m govdisclose_ld.rdf.schemes: edit that file instead."
    return f"{made}\n{''.join(head)}{body}"


def files() -> dict[str, str]:
    """The Turtle of every shipped scheme, by its path below ``ontology/``."""
    codes = {
        f"codelists/{scheme}.ttl": turtle(
            codelist_statements(codelist(scheme)),
            scheme=f"{CODE}{scheme}",
            origin=f"data/{CODES_FOLDER}/{scheme}.yml",
        )
        for scheme in scheme_ids()
    }
    standards = {
        f"standards/{identifier}.ttl": turtle(
            standard_statements(standard(identifier)),
            scheme=f"{STANDARD}{identifier}",
            origin=f"data/{STANDARDS_FOLDER}/{identifier}.yml",
        )
        for identifier in standard_ids()
    }
    return codes | standards


def _codelist(codes: CodeList, iri: str) -> Iterator[Triple]:
    scheme = node(iri)
    yield scheme, RDF_TYPE, SKOS_CONCEPT_SCHEME
    yield from _bilingual(scheme, DCT_TITLE, codes.title)
    yield scheme, DCT_SOURCE, text(codes.source)
    for term in codes.terms:
        concept = node(f"{iri}/{term.id}")
        yield from _concept(concept, scheme, term.id, term.label)
        if term.broader:
            yield concept, SKOS_BROADER, node(f"{iri}/{term.broader}")
        else:
            yield concept, _TOP_CONCEPT_OF, scheme
        # SKOS keeps the two kinds of label apart (integrity condition S13).
        for synonym in set(term.synonyms) - {term.label.zh}:
            yield concept, _ALT_LABEL, chinese(synonym)
        if term.definition:
            yield from _bilingual(concept, _DEFINITION, term.definition)


def _standard(reference: Standard, iri: str) -> Iterator[Triple]:
    scheme = node(iri)
    yield scheme, RDF_TYPE, SKOS_CONCEPT_SCHEME
    yield scheme, RDF_TYPE, _STANDARD_CLASS
    yield from _bilingual(scheme, DCT_TITLE, reference.title)
    yield scheme, DCT_IDENTIFIER, text(reference.identifier)
    yield scheme, DCT_SOURCE, text(reference.source)
    yield scheme, GD_FIELD, node(f"{CODE}field/{reference.field}")
    if reference.note:
        yield from _bilingual(scheme, _NOTE, reference.note)
    for item in reference.items:
        concept = node(f"{iri}/{item.id}")
        yield concept, RDF_TYPE, _STANDARD_ITEM
        yield from _concept(concept, scheme, item.id, item.label)
        if not item.parent:
            yield concept, _TOP_CONCEPT_OF, scheme
            continue
        parent = node(f"{iri}/{item.parent}")
        yield concept, GD_PROBABLE_BROADER if item.assumed else SKOS_BROADER, parent
        if item.assumed and reference.note:
            yield from _bilingual(concept, _NOTE, reference.note)


def _concept(concept: str, scheme: str, identifier: str, label: Label) -> Iterator[Triple]:
    yield concept, RDF_TYPE, SKOS_CONCEPT
    yield from _bilingual(concept, SKOS_PREF_LABEL, label)
    yield concept, SKOS_NOTATION, text(identifier)
    yield concept, SKOS_IN_SCHEME, scheme


def _bilingual(subject: str, predicate: str, label: Label) -> Iterator[Triple]:
    yield subject, predicate, chinese(label.zh)
    yield subject, predicate, english(label.en)


def _is_used(directive: str, body: str) -> bool:
    keyword, name, _ = directive.split(maxsplit=2)
    return (" <" if keyword == "@base" else f" {name}") in body.replace("\n", " ")


def main(arguments: Sequence[str] = ()) -> None:
    """Write every scheme below ``ontology/``, or below the folder that is named."""
    folder = Path(arguments[0]) if arguments else assets.path("ontology")
    for name, content in files().items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
