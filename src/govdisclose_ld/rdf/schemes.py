"""Code lists and reference standards as SKOS concept schemes.

``python -m govdisclose_ld.rdf.schemes`` writes ``ontology/codelists/`` and
``ontology/standards/`` again from ``data/vocabulary/codes/`` and ``data/standards/``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from govdisclose_ld import assets
from govdisclose_ld.model import Phrase
from govdisclose_ld.rdf.scheme_sources import CODES_FOLDER, CodeList, codelist, scheme_ids
from govdisclose_ld.rdf.standard_terms import (
    DCT_IS_REPLACED_BY,
    GD_OUT_OF_FORCE_SINCE,
    SKOS_ALT_LABEL,
    SKOS_TOP_CONCEPT_OF,
)
from govdisclose_ld.rdf.standards import standard_iri, standard_statements
from govdisclose_ld.rdf.terms import Triple, chinese, english, node, text
from govdisclose_ld.rdf.terms import date as day
from govdisclose_ld.rdf.turtle import Shortener, blocks
from govdisclose_ld.rdf.vocab import (
    CODE,
    DCT_SOURCE,
    DCT_TITLE,
    RDF_TYPE,
    SKOS,
    SKOS_BROADER,
    SKOS_CONCEPT,
    SKOS_CONCEPT_SCHEME,
    SKOS_IN_SCHEME,
    SKOS_NOTATION,
    SKOS_PREF_LABEL,
)
from govdisclose_ld.standards import list_standards

__all__ = [
    "CodeList",
    "codelist",
    "codelist_statements",
    "files",
    "main",
    "scheme_ids",
    "turtle",
]

_DEFINITION = f"<{SKOS}definition>"


def codelist_statements(codes: CodeList) -> tuple[Triple, ...]:
    """The statements of a code list: a concept scheme and its concepts (SKOS, section 4)."""
    return tuple(_codelist(codes, f"{CODE}{codes.scheme}"))


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
        f"standards/{standard.id}.ttl": turtle(
            standard_statements(standard),
            scheme=standard_iri(standard.id),
            origin=f"data/standards/{standard.id}.yml",
        )
        for standard in list_standards()
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
            yield concept, SKOS_TOP_CONCEPT_OF, scheme
        # SKOS keeps the two kinds of label apart (integrity condition S13).
        for synonym in set(term.synonyms) - {term.label.zh}:
            yield concept, SKOS_ALT_LABEL, chinese(synonym)
        if term.definition:
            yield from _bilingual(concept, _DEFINITION, term.definition)
        if term.since:
            yield concept, GD_OUT_OF_FORCE_SINCE, day(term.since)
        if term.replaced_by:
            yield concept, DCT_IS_REPLACED_BY, node(f"{iri}/{term.replaced_by}")
        if term.source:
            yield concept, DCT_SOURCE, text(term.source)


def _concept(concept: str, scheme: str, identifier: str, label: Phrase) -> Iterator[Triple]:
    yield concept, RDF_TYPE, SKOS_CONCEPT
    yield from _bilingual(concept, SKOS_PREF_LABEL, label)
    yield concept, SKOS_NOTATION, text(identifier)
    yield concept, SKOS_IN_SCHEME, scheme


def _bilingual(subject: str, predicate: str, label: Phrase) -> Iterator[Triple]:
    yield subject, predicate, chinese(label.zh)
    yield subject, predicate, english(label.en)


def _is_used(directive: str, body: str) -> bool:
    keyword, name, _ = directive.split(maxsplit=2)
    if keyword == "@base":
        return " <" in body.replace("\n", " ")
    return f" {name}" in body.replace("\n", " ") or f"^^{name}" in body


def main(arguments: Sequence[str] = ()) -> None:
    """Write every scheme below ``ontology/``, or below the folder that is named."""
    folder = Path(arguments[0]) if arguments else assets.path("ontology")
    for name, content in files().items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
