"""The tables of ``docs/reference/ontology.md``, made from the ontology.

``python tests/ontology/ontology_page.py`` writes the page again, below its marker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Node, URIRef

from govdisclose_ld import assets

MARKER = "<!-- made from ontology/govdisclose.ttl by tests/ontology/ontology_page.py -->\n"
PAGE = assets.root() / "docs/reference/ontology.md"

_SECTIONS = (
    ("类 · Classes", (OWL.Class,)),
    ("属性 · Properties", (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)),
    ("数据类型 · Datatypes", (RDFS.Datatype,)),
)
_RELATIONS = (
    (RDFS.subClassOf, "⊑"),
    (RDFS.subPropertyOf, "⊑"),
    (RDFS.domain, "of"),
    (RDFS.range, "→"),
    (OWL.disjointWith, "≠"),
)


def page(old: str) -> str:
    """The page with its tables made anew; what stands above the marker stays as it is."""
    head, _, _ = old.partition(MARKER)
    return head + MARKER + "".join(_tables())


def _tables() -> Iterator[str]:
    ontology = Graph(bind_namespaces="none").parse(assets.path("ontology/govdisclose.ttl"))
    for title, kinds in _SECTIONS:
        yield f"\n## {title}\n\n"
        yield "| term | 名称 · label | 定义 · definition | |\n|---|---|---|---|\n"
        for term in sorted(node for kind in kinds for node in ontology.subjects(RDF.type, kind)):
            yield f"| {' | '.join(_cells(ontology, term))} |\n"


def _cells(ontology: Graph, term: Node) -> Iterator[str]:
    yield f"`{_short(ontology, term)}`"
    for wording in (RDFS.label, SKOS.definition):
        yield "<br>".join(_words(ontology.objects(term, wording)))
    yield "<br>".join(
        f"{sign} `{_short(ontology, other)}`"
        for relation, sign in _RELATIONS
        for other in sorted(ontology.objects(term, relation))
    )


def _words(literals: Iterable[Node]) -> list[str]:
    # Chinese first.
    texts = [node for node in literals if isinstance(node, Literal)]
    return [str(node) for node in sorted(texts, key=lambda n: n.language or "", reverse=True)]


def _short(ontology: Graph, term: Node) -> str:
    assert isinstance(term, URIRef)
    return ontology.namespace_manager.normalizeUri(term)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
