"""A catalog as one JSON-LD document, nested as a person would read it.

It is made from the statements, by one rule: what a thing owns (its IRI goes on from the owner's)
stands inside it, at the property that links the two. What several things share stands once, under
``included`` (JSON-LD 1.1, section 4.13).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from pyoxigraph import Literal, NamedNode

from govdisclose_ld.model import Catalog
from govdisclose_ld.rdf.context import CONTEXT_URL, Context, bundled
from govdisclose_ld.rdf.graphs import parsed
from govdisclose_ld.rdf.iris import DEFAULT_BASE, catalog_iri
from govdisclose_ld.rdf.mapping import statements
from govdisclose_ld.rdf.vocab import RDF, XSD

Facts: TypeAlias = dict[str, list[NamedNode | Literal]]
JsonObject: TypeAlias = dict[str, Any]

_NATIVE: dict[str, Callable[[str], object]] = {
    f"{XSD}integer": int,
    f"{XSD}boolean": lambda lexical: lexical == "true",
}
_PLAIN = frozenset({f"{XSD}string", *_NATIVE})


def to_jsonld(catalog: Catalog, *, base: str = DEFAULT_BASE) -> JsonObject:
    """The catalog as a JSON-LD 1.1 document, ready for ``json.dump``.

    Expanded, it says exactly what :func:`~govdisclose_ld.rdf.to_graph` holds. Its context is named
    by URL; :func:`govdisclose_ld.rdf.context.load_document` gives it without the network.

    Raises ConfigurationError and InputError as :func:`~govdisclose_ld.rdf.statements` does.
    """
    nodes: dict[str, Facts] = {}
    for subject, predicate, value in parsed(statements(catalog, base=base)):
        facts = nodes.setdefault(subject.value, {})
        facts.setdefault(predicate.value, []).append(value)
    root = catalog_iri(catalog, base=base)
    return {"@context": CONTEXT_URL, **_Document(nodes, root).whole()}


class _Document:
    """The nodes of one catalog, taken one after the other to where they belong."""

    def __init__(self, nodes: dict[str, Facts], root: str):
        self._nodes = nodes
        self._root = root
        self._context: Context = bundled()

    def whole(self) -> JsonObject:
        """The root with all that it owns, and what is left under ``included``."""
        document = self._take(self._root)
        shared = [self._take(iri) for iri in sorted(self._nodes) if iri in self._nodes]
        return {**document, "included": shared} if shared else document

    def _take(self, iri: str) -> JsonObject:
        facts = self._nodes.pop(iri)
        types = facts.pop(f"{RDF}type")
        document: JsonObject = {
            "id": self._context.compact(iri),
            "type": [self._context.name(type_.value) for type_ in types],
        }
        for predicate, values in facts.items():
            for value in values:
                if isinstance(value, NamedNode):
                    self._add_link(document, iri, predicate, value.value)
                else:
                    self._add_literal(document, predicate, value)
        return document

    def _add_link(self, document: JsonObject, owner: str, predicate: str, target: str) -> None:
        term = self._context.term(predicate, "@id", "@vocab")
        value: str | JsonObject
        if term.kind == "@vocab":
            value = self._context.name(target)
        elif target in self._nodes and target.startswith((f"{owner}/", f"{owner}.")):
            value = self._take(target)
        else:
            value = self._context.compact(target)
        _add(document, term.name, value, many=term.many)

    def _add_literal(self, document: JsonObject, predicate: str, literal: Literal) -> None:
        datatype = literal.datatype.value
        if literal.language:
            term = self._context.term(predicate, "@language")
            texts = document.setdefault(term.name, {})
            _add(texts, literal.language, literal.value, many=term.many)
        elif datatype in _PLAIN:
            term = self._context.term(predicate, "")
            read = _NATIVE.get(datatype, str)
            _add(document, term.name, read(literal.value), many=term.many)
        elif datatype == f"{RDF}JSON":
            document[self._context.term(predicate, "@json").name] = json.loads(literal.value)
        else:
            term = self._context.term(predicate, datatype)
            _add(document, term.name, literal.value, many=term.many)


def _add(document: JsonObject, name: str, value: Any, *, many: bool) -> None:
    known = document.get(name)
    if isinstance(known, list):
        known.append(value)
    elif name in document:
        document[name] = [known, value]
    else:
        document[name] = [value] if many else value
