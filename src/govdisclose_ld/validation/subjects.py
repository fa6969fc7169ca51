"""The catalogs that a validation looked at, as the data alone tell of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import PurePath

from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, Namespace
from rdflib.term import Node

from govdisclose_ld.rdf import vocab
from govdisclose_ld.validation.fields import GD
from govdisclose_ld.validation.printout import PrintedTable, read_document_names

ADMS = Namespace(vocab.ADMS)
DCAT = Namespace(vocab.DCAT)


@dataclass(frozen=True, slots=True)
class Subject:
    """One catalog that was checked; all is empty of data that hold none.

    ``division`` is its code and ``place`` its name, ``status`` its id in the code list,
    ``document`` the name of the source document, ``tables`` are its printed tables. ``file`` is the
    path of what was read: the document itself, or RDF that was made of it.
    """

    iri: str = ""
    title: str = ""
    division: str = ""
    place: str = ""
    status: str = ""
    document: str = ""
    items: int = 0
    tables: tuple[PrintedTable, ...] = ()
    file: str = ""

    @property
    def name(self) -> str:
        """What to call it: division and title, else the file."""
        words = f"{self.place} {self.title}".strip() if self.title else ""
        return words or self.document or self.file or self.iri

    @property
    def path(self) -> str:
        """The file that a tool should open, else the name of the document."""
        return self.file or self.document

    @property
    def has_lines(self) -> bool:
        """Whether the lines of findings are those of :attr:`path`."""
        return not self.file or PurePath(self.file).name == self.document


def read_subjects(graph: Graph, tables: tuple[PrintedTable, ...]) -> tuple[Subject, ...]:
    """Every catalog of the graph by document and IRI; one nameless subject if there is none."""
    names = read_document_names(graph)
    printed: dict[Node, list[PrintedTable]] = defaultdict(list)
    for table in tables:
        printed[table.catalog].append(table)
    subjects = [
        _subject(graph, node, names.get(node, ""), printed[node])
        for node in set(graph.subjects(RDF.type, GD.DisclosureCatalog))
    ]
    return tuple(sorted(subjects, key=lambda s: (s.document, s.iri))) or (Subject(),)


def _subject(graph: Graph, node: Node, document: str, tables: list[PrintedTable]) -> Subject:
    division = graph.value(node, DCTERMS.spatial, any=True)
    return Subject(
        iri=str(node),
        title=_text(graph, node, DCTERMS.title),
        division=_text(graph, division, SKOS.notation),
        place=_text(graph, division, SKOS.prefLabel),
        status=str(graph.value(node, ADMS.status) or "").rpartition("/")[2],
        document=document,
        items=len(set(graph.objects(node, DCAT.resource))),
        tables=tuple(tables),
    )


def _text(graph: Graph, node: Node | None, predicate: Node) -> str:
    if node is None:
        return ""
    values = graph.objects(node, predicate)
    return min((str(value) for value in values if isinstance(value, Literal)), default="")
