"""Turtle and TriG for people to read: one block a subject, prefixes, short numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from govdisclose_ld.rdf.terms import Triple
from govdisclose_ld.rdf.vocab import (
    CODE,
    PREFIXES,
    RDF_TYPE,
    XSD_BOOLEAN,
    XSD_INTEGER,
)

_SCHEMES = (
    "agency-kind",
    "audience",
    "channel",
    "field",
    "level",
    "mode",
    "retention",
    "rule-kind",
    "status",
    "trigger",
    "unit",
)
_ALL = {**PREFIXES, **{scheme: f"{CODE}{scheme}/" for scheme in _SCHEMES}}
# Names that need no escape in any reading of PN_LOCAL (Turtle, section 6.5).
_IRI = re.compile(r"<(?P<namespace>.*[/#])(?P<name>[A-Za-z_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?)>")
_BARE = {XSD_INTEGER, XSD_BOOLEAN}


class Shortener:
    """Writes terms as Turtle does: with prefixes, or relative to ``base``.

    A base that ends in ``#`` is left out: relative IRIs drop what they are relative to from ``#``
    on (RFC 3986, section 5.2.2). ``more`` are prefixes beyond the usual ones.
    """

    def __init__(self, base: str, *, more: Mapping[str, str] | None = None):
        self._base = base if base.endswith("/") else ""
        self._prefixes = {**_ALL, **(more or {})}
        self._prefix_of = {namespace: prefix for prefix, namespace in self._prefixes.items()}
        self._known: dict[str, str] = {RDF_TYPE: "a"}

    def head(self) -> str:
        """The directives that must come before any statement."""
        lines = [f"@base <{self._base}> .\n"] if self._base else []
        named = sorted(self._prefixes.items())
        lines += (f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in named)
        return "".join(lines)

    def shorten(self, term: str) -> str:
        """The short form of an IRI or literal."""
        if term[0] == "<":
            return self._known.get(term) or self._shorten_iri(term)
        if term[-1] != ">":
            return term
        lexical, _, datatype = term.rpartition("^^")
        return lexical[1:-1] if datatype in _BARE else f"{lexical}^^{self.shorten(datatype)}"

    def _shorten_iri(self, term: str) -> str:
        parts = _IRI.fullmatch(term)
        if parts and (prefix := self._prefix_of.get(parts["namespace"])):
            # Only vocabularies have prefixes, so what is kept stays small however many catalogs.
            return self._known.setdefault(term, f"{prefix}:{parts['name']}")
        if self._base and term.startswith(f"<{self._base}"):
            return f"<{term[len(self._base) + 1 :]}"
        return term


def blocks(triples: Iterable[Triple], short: Shortener, *, indent: str = "") -> Iterator[str]:
    """One block of Turtle for each subject, an owner before what it owns; all of it sorted."""
    subjects: dict[str, dict[str, set[str]]] = {}
    for subject, predicate, value in triples:
        subjects.setdefault(subject, {}).setdefault(predicate, set()).add(value)
    for subject in sorted(subjects, key=_unclosed):
        facts = {short.shorten(name): values for name, values in subjects[subject].items()}
        # ``a`` sorts before every prefixed name: what a thing is comes first.
        lines = [f"{name} {_objects(facts[name], short, indent)}" for name in sorted(facts)]
        body = f" ;\n{indent}    ".join(lines)
        yield f"\n{indent}{short.shorten(subject)} {body} .\n"


def _objects(values: set[str], short: Shortener, indent: str) -> str:
    return f" ,\n{indent}        ".join(map(short.shorten, sorted(values, key=_unclosed)))


def _unclosed(term: str) -> tuple[str, str]:
    # Without its bracket an IRI sorts before those that go on from it.
    return term[:-1], term
