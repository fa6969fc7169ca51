"""The graphs that ship with the library: ontology, code lists, alignments, standards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from govdisclose_ld.errors import ConfigurationError

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
# What a file describes, most telling first.
_KINDS = tuple(
    ox.NamedNode(iri)
    for iri in (
        "http://www.w3.org/2002/07/owl#Ontology",
        "http://purl.org/dc/terms/Standard",
        "http://www.w3.org/2004/02/skos/core#ConceptScheme",
    )
)


def reference_graphs(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The IRI and the N-Triples statements (without the full stop) of each Turtle file below.

    Raises ConfigurationError for a file that is not Turtle, or from which it does not follow
    what single ontology, standard or concept scheme it describes.
    """
    for file in sorted(folder.rglob("*.ttl")):
        try:
            triples = list(ox.parse(path=file, format=ox.RdfFormat.TURTLE))
        except SyntaxError as error:
            raise ConfigurationError(
                "随附的文件不是有效的 Turtle",
                f"a file that ships with the library is not Turtle: {error}",
                where=str(file),
                remedy=("请改正文件", "mend the file"),
            ) from error
        yield _subject(triples, file), sorted({str(quad.triple) for quad in triples})


def _subject(triples: list[ox.Quad], file: Path) -> str:
    for kind in _KINDS:
        typed = {t.subject for t in triples if t.predicate == _TYPE and t.object == kind}
        found = [subject.value for subject in typed if isinstance(subject, ox.NamedNode)]
        if len(found) == 1:
            return found[0]
    raise ConfigurationError(
        "文件没有写明它描述的是哪一个本体、标准或概念体系",
        "the file does not tell the one ontology, standard or concept scheme that it describes",
        where=str(file),
        remedy=(
            "请写明 owl:Ontology 或 skos:ConceptScheme",
            "type it owl:Ontology or skos:ConceptScheme",
        ),
    )
