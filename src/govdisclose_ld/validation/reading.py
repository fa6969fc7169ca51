"""RDF of any format, from a file or from values, as one plain graph."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import pyoxigraph
from pyld import jsonld
from rdflib import XSD, BNode, Dataset, Graph, Literal, URIRef
from rdflib.term import Node

from govdisclose_ld.errors import InputError, InputNotFoundError
from govdisclose_ld.rdf.context import load_document

_Triple: TypeAlias = tuple[Node, Node, Node]
_Foreign: TypeAlias = tuple[object, object, object]
_SUFFIXES = {
    ".jsonld": pyoxigraph.RdfFormat.JSON_LD,
    ".n3": pyoxigraph.RdfFormat.N3,
    ".nq": pyoxigraph.RdfFormat.N_QUADS,
    ".nt": pyoxigraph.RdfFormat.N_TRIPLES,
    ".owl": pyoxigraph.RdfFormat.RDF_XML,
    ".rdf": pyoxigraph.RdfFormat.RDF_XML,
    ".trig": pyoxigraph.RdfFormat.TRIG,
    ".ttl": pyoxigraph.RdfFormat.TURTLE,
    ".xml": pyoxigraph.RdfFormat.RDF_XML,
}


def read_rdf_file(path: Path) -> Graph:
    """The union of all graphs of one RDF file; its format is told from the suffix.

    Nothing is fetched from the network. Raises InputNotFoundError for a file that is not there,
    InputError with the line for one that is not what its suffix says.
    """
    format_ = _format(path)
    data = _bytes(path)
    if format_ == pyoxigraph.RdfFormat.JSON_LD:
        # pyoxigraph cannot be given a context, and our own documents name theirs by URL.
        data, format_ = _flattened(data, path), pyoxigraph.RdfFormat.N_QUADS
    return graph_of(_quads(data, format_, path))


def union_of(graph: Graph) -> Graph:
    """The graph itself, or of a dataset a new graph of all its statements."""
    if not isinstance(graph, Dataset):
        return graph
    union = Graph()
    for subject, predicate, obj, _ in graph.quads():
        union.add((subject, predicate, obj))
    return union


def graph_of(triples: Iterable[_Foreign]) -> Graph:
    """An rdflib graph of pyoxigraph's terms, every literal with the very form it was written in."""
    graph = Graph()
    for triple in _converted(triples):
        graph.add(triple)
    return graph


def _quads(data: bytes, format_: pyoxigraph.RdfFormat, path: Path) -> Iterator[_Foreign]:
    try:
        for quad in pyoxigraph.parse(
            data,
            format=format_,
            base_iri=path.resolve().as_uri(),
            rename_blank_nodes=True,  # those of two files must not meet
        ):
            yield quad.subject, quad.predicate, quad.object
    except SyntaxError as error:
        raise _invalid(path, format_.name, str(error.msg), error.lineno or 0) from error


def _flattened(data: bytes, path: Path) -> bytes:
    """A JSON-LD document as N-Quads."""
    options = {"format": "application/n-quads", "base": path.resolve().as_uri()}
    try:
        document = json.loads(data)
        quads: str = jsonld.to_rdf(document, {**options, "documentLoader": load_document})
    except json.JSONDecodeError as error:
        raise _invalid(path, "JSON", error.msg, error.lineno) from error
    except UnicodeDecodeError as error:
        raise _invalid(path, "UTF-8", error.reason) from error
    except jsonld.JsonLdError as error:
        raise _invalid(path, "JSON-LD", _reason(error)) from error
    return quads.encode()


def _reason(error: BaseException) -> str:
    """What is at the root of a chain of PyLD's errors."""
    while error.__cause__ is not None:
        error = error.__cause__
    return " ".join(str(error).split())


def _invalid(path: Path, name: str, reason: str, line: int = 0) -> InputError:
    return InputError(
        f"不是有效的 {name}：{reason}",
        f"not valid {name}: {reason}",
        where=f"{path}:{line}" if line else str(path),
        remedy=("请改正该处，或检查文件后缀", "mend that place, or check the file's suffix"),
    )


def _converted(triples: Iterable[_Foreign]) -> Iterator[_Triple]:
    for subject, predicate, obj in triples:
        yield _term(subject), _term(predicate), _term(obj)


def _term(term: object) -> Node:
    if isinstance(term, pyoxigraph.NamedNode):
        return URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return BNode(term.value)
    if isinstance(term, pyoxigraph.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        datatype = URIRef(term.datatype.value)
        return Literal(
            term.value, datatype=None if datatype == XSD.string else datatype, normalize=False
        )
    raise InputError(
        "数据里有 RDF 1.2 的三元组项，无法检查",
        "the data holds triple terms of RDF 1.2, which cannot be validated",
        remedy=("请改用 RDF 1.1", "use RDF 1.1"),
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputNotFoundError(
            "文件不存在",
            "there is no such file",
            where=str(path),
            remedy=("请检查路径", "check its path"),
        ) from error
    except OSError as error:
        raise InputError(
            "文件无法读取",
            f"the file cannot be read: {error.strerror}",
            where=str(path),
            remedy=("请检查路径和权限", "check its path and permissions"),
        ) from error


def _format(path: Path) -> pyoxigraph.RdfFormat:
    try:
        return _SUFFIXES[path.suffix.lower()]
    except KeyError as error:
        listed = " ".join(_SUFFIXES)
        raise InputError(
            f"看不出是哪种 RDF 格式；认得的后缀：{listed}",
            f"the RDF format cannot be told; suffixes known are: {listed}",
            where=str(path),
            remedy=(
                "原始目录文件请先读取为目录再检查",
                "a source document must be read as a catalog first",
            ),
        ) from error
