"""One catalog on its way into statements: its IRIs, and the shared things met on the way."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.model import Catalog, CellRef, Law, Term
from govdisclose_ld.rdf import iris, vocab
from govdisclose_ld.rdf.terms import Triple, chinese, integer, node, text


class Scope:
    """Makes the terms of one catalog, and remembers what several statements point to.

    A law, agency or code list term is cited again and again, and printed now with one width of
    brackets, now with another. It is described once; of each property the first value stands.
    """

    def __init__(self, catalog: Catalog, base: str):
        self.base = base
        self.iri = iris.catalog_iri(catalog, base=base)
        self.here = node(self.iri)
        self.code = catalog.division.code if catalog.division else ""
        self.publisher = catalog.publisher and iris.organisation_iri(
            base, self.code, catalog.publisher
        )
        self._described: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {}
        self._terms: dict[Term, str] = {}

    def describe(self, subject: str, types: tuple[str, ...], *facts: tuple[str, str]) -> str:
        """``subject``, whose types and facts are kept for :meth:`described`."""
        known = self._described.get(subject)
        if known is None:
            known = self._described[subject] = (types, {})
        for predicate, value in facts:
            known[1].setdefault(predicate, value)
        return subject

    def described(self) -> Iterator[Triple]:
        """The statements about everything that :meth:`describe` was told."""
        for subject, (types, facts) in self._described.items():
            for type_ in types:
                yield subject, vocab.RDF_TYPE, type_
            for predicate, value in facts.items():
                # A parent printed for one row is not merely probable because another lacks it.
                if predicate != vocab.GD_PROBABLE_BROADER or vocab.SKOS_BROADER not in facts:
                    yield subject, predicate, value

    def own(self, path: str) -> str:
        """The term for a thing that belongs to the catalog, such as ``reading``."""
        return f"<{self.iri}/{path}>"

    def term(self, term: Term) -> str:
        """The term for a code list's term; a copy of its label is kept."""
        known = self._terms.get(term)
        if known is None:
            known = self._terms[term] = self._describe_term(term)
        return known

    def coded(self, scheme: str, id_: str) -> str:
        """The term for an id of a code list, such as ``("unit", "working-day")``."""
        return self.term(Term(scheme, id_, id_))

    def _describe_term(self, term: Term) -> str:
        subject = node(iris.term_iri(self.base, term))
        label = (vocab.SKOS_PREF_LABEL, chinese(_labels(term.scheme).get(term.id, term.label)))
        if not term.id:
            return self.describe(subject, (vocab.SKOS_CONCEPT,), label)
        scheme = (vocab.SKOS_IN_SCHEME, f"<{vocab.CODE}{iris.segment(term.scheme)}>")
        return self.describe(subject, (vocab.SKOS_CONCEPT,), label, scheme)

    def law(self, law: Law) -> str:
        """The term for a law."""
        facts = []
        if law.title:
            facts.append((vocab.DCT_TITLE, chinese(law.title)))
        if law.number:
            facts.append((vocab.DCT_IDENTIFIER, text(law.number)))
        subject = node(iris.law_iri(self.base, law.key))
        return self.describe(subject, (vocab.ELI_LEGAL_RESOURCE,), *facts)

    def place(self, ref: CellRef) -> str:
        """The term for the cell that ``ref`` points to, or for the row, table or document."""
        subject = node(iris.place_iri(self.iri, ref))
        if not ref.column:
            return subject
        row = CellRef(ref.document, ref.table, ref.row)
        return self.describe(
            subject,
            (vocab.GD_PRINTED_CELL,),
            (vocab.DCT_IS_PART_OF, node(iris.place_iri(self.iri, row))),
            (vocab.SCHEMA_POSITION, integer(ref.column)),
        )


@cache
def _labels(scheme: str) -> dict[str, str]:
    terms = knowledge(f"vocabulary/codes/{scheme}.yml")["terms"]
    return {str(term["id"]): str(term["label"]["zh"]) for term in terms}
