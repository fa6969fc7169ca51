"""The JSON-LD context that is published, and how it names things; it is never fetched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from govdisclose_ld.assets import path
from govdisclose_ld.errors import ConfigurationError

CONTEXT_URL = "https://w3id.org/govdisclose/context/v1.jsonld"

_SHIPPED = {CONTEXT_URL: "ontology/context/v1.jsonld"}


@dataclass(frozen=True, slots=True)
class TermDefinition:
    """A term of the context: the key that stands for a property and one kind of its values.

    ``kind`` is a datatype's IRI, ``@id``, ``@vocab``, ``@json``, ``@language``, or empty for
    plain strings and native numbers. ``many`` tells whether its values always come as an array.
    """

    name: str
    iri: str
    kind: str
    many: bool


class Context:
    """What the published context calls things; the inverse of what it defines."""

    def __init__(self, definitions: Mapping[str, Any]):
        self._prefixes = {
            name: value
            for name, value in definitions.items()
            if isinstance(value, str) and value.endswith(("#", "/"))
        }
        terms = [
            self._term(name, value)
            for name, value in definitions.items()
            if not name.startswith("@") and name not in self._prefixes
        ]
        self._terms = {(term.iri, term.kind): term for term in terms}
        self._names = {term.iri: term.name for term in terms}

    def _term(self, name: str, value: str | Mapping[str, Any]) -> TermDefinition:
        if isinstance(value, str):
            return TermDefinition(name, self._expand(value), "", many=False)
        container = value.get("@container", [])
        kind = value.get("@type", "@language" if "@language" in container else "")
        return TermDefinition(
            name, self._expand(value["@id"]), self._expand(kind), many="@set" in container
        )

    def _expand(self, compact: str) -> str:
        prefix, _, name = compact.partition(":")
        return self._prefixes[prefix] + name if prefix in self._prefixes else compact

    def term(self, iri: str, *kinds: str) -> TermDefinition:
        """The term for a property and the first of the ``kinds`` of value that it is defined for.

        Raises KeyError if the context has none: it and the mapping must be changed together.
        """
        for kind in kinds:
            if (iri, kind) in self._terms:
                return self._terms[iri, kind]
        raise KeyError((iri, kinds))

    def name(self, iri: str) -> str:
        """The name of a class or property, as it stands after ``type`` or in a ``@vocab`` value."""
        return self._names.get(iri) or self.compact(iri)

    def compact(self, iri: str) -> str:
        """The IRI with a prefix, if it has one (``code:channel/website``)."""
        for prefix, namespace in self._prefixes.items():
            if iri.startswith(namespace) and iri != namespace:
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri


@cache
def bundled() -> Context:
    """The context that ships with the library, read once."""
    return Context(_read(CONTEXT_URL)["@context"])


def load_document(url: str, _options: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The remote document that a JSON-LD processor asks for, from what ships with the library.

    Made for PyLD's ``documentLoader`` option. Raises ConfigurationError for any other URL: nothing
    is ever fetched.
    """
    if url not in _SHIPPED:
        raise ConfigurationError(
            "不从网络读取 JSON-LD 上下文",
            "JSON-LD contexts are not fetched from the network",
            where=url,
            remedy=(f"请使用 {CONTEXT_URL}", f"use {CONTEXT_URL}"),
        )
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": _read(url),
    }


def _read(url: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path(_SHIPPED[url]).read_text(encoding="utf-8"))
    return document
