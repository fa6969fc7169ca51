"""Catalogs as bytes: sorted, and the same on every run and machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from govdisclose_ld.errors import ConfigurationError, InputError
from govdisclose_ld.model import Catalog
from govdisclose_ld.rdf.context import CONTEXT_URL
from govdisclose_ld.rdf.iris import DEFAULT_BASE, catalog_iri, check_base
from govdisclose_ld.rdf.jsonld import to_jsonld
from govdisclose_ld.rdf.mapping import statements
from govdisclose_ld.rdf.terms import node
from govdisclose_ld.rdf.turtle import Shortener, blocks

Chunks: TypeAlias = Iterator[str]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write RDF: its name here, the suffix of its files, its media type."""

    name: str
    suffix: str
    media_type: str


FORMATS = {
    form.name: form
    for form in (
        Format("turtle", ".ttl", "text/turtle"),
        Format("ntriples", ".nt", "application/n-triples"),
        Format("nquads", ".nq", "application/n-quads"),
        Format("trig", ".trig", "application/trig"),
        Format("jsonld", ".jsonld", "application/ld+json"),
    )
}


def serialise(
    catalogs: Iterable[Catalog], format_name: str, *, base: str = DEFAULT_BASE
) -> Iterator[bytes]:
    """The bytes of ``catalogs`` in one of :data:`FORMATS`, one piece a catalog, in their order.

    Statements are sorted by code point within each catalog; one catalog at a time is held in
    memory. Statements about what catalogs share (laws, divisions) stand with each of them, so a
    format without named graphs may say them twice.

    Raises ConfigurationError for an unknown format or a bad ``base``, and InputError if two
    catalogs have one IRI.
    """
    writer = _WRITERS.get(format_name)
    if writer is None:
        raise ConfigurationError(
            f"没有 {format_name!r} 这种格式",
            f"there is no format {format_name!r}",
            where="format",
            remedy=(f"可用：{'、'.join(FORMATS)}", f"use one of: {', '.join(FORMATS)}"),
        )
    pieces = writer(_distinct(catalogs, base), check_base(base))
    return (piece.encode("utf-8") for piece in pieces)


def _distinct(catalogs: Iterable[Catalog], base: str) -> Iterator[Catalog]:
    seen: dict[str, str] = {}
    for catalog in catalogs:
        iri, name = catalog_iri(catalog, base=base), catalog.document.name
        if iri in seen:
            raise InputError(
                f"与 {seen[iri]} 得到同一个 IRI：{iri}",
                f"has the same IRI as {seen[iri]}",
                where=name,
                remedy=(
                    "请去掉重复的文件，或为其中一个另给短名或版本",
                    "leave one of them out, or give one another slug or version",
                ),
            )
        seen[iri] = name
        yield catalog


def _ntriples(catalogs: Iterable[Catalog], base: str) -> Chunks:
    for catalog in catalogs:
        yield "".join(sorted({f"{s} {p} {o} .\n" for s, p, o in statements(catalog, base=base)}))


def _nquads(catalogs: Iterable[Catalog], base: str) -> Chunks:
    for catalog in catalogs:
        end = f"{node(catalog_iri(catalog, base=base))} .\n"
        made = statements(catalog, base=base)
        yield "".join(sorted({f"{s} {p} {o} {end}" for s, p, o in made}))


def _turtle(catalogs: Iterable[Catalog], base: str) -> Chunks:
    short = Shortener(base)
    yield short.head()
    for catalog in catalogs:
        yield "".join(blocks(statements(catalog, base=base), short))


def _trig(catalogs: Iterable[Catalog], base: str) -> Chunks:
    short = Shortener(base)
    yield short.head()
    for catalog in catalogs:
        name = short.shorten(node(catalog_iri(catalog, base=base)))
        body = "".join(blocks(statements(catalog, base=base), short, indent="    "))
        yield f"\n{name} {{{body}}}\n"


def _jsonld(catalogs: Iterable[Catalog], base: str) -> Chunks:
    documents = (to_jsonld(catalog, base=base) for catalog in catalogs)
    first, second = next(documents, None), next(documents, None)
    if first is not None and second is None:
        yield f"{_json(first)}\n"
        return
    yield f'{{"@context": {json.dumps(CONTEXT_URL)}, "@graph": ['
    separator = "\n"
    for document in filter(None, (first, second)):
        yield separator + _json(document)
        separator = ",\n"
    for document in documents:
        yield separator + _json(document)
    yield "\n]}\n"


def _json(document: dict[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


_WRITERS: dict[str, Callable[[Iterable[Catalog], str], Chunks]] = {
    "turtle": _turtle,
    "ntriples": _ntriples,
    "nquads": _nquads,
    "trig": _trig,
    "jsonld": _jsonld,
}
