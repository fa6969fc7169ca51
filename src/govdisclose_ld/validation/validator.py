"""A validation from beginning to end: data in, located findings out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.term import Node

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Catalog, Finding
from govdisclose_ld.rdf import DEFAULT_BASE, catalog_iri, to_graph
from govdisclose_ld.standards import Standard
from govdisclose_ld.validation.engine import RawResult, run
from govdisclose_ld.validation.fields import GD, field_of
from govdisclose_ld.validation.findings import told_by_catalog, told_by_graph
from govdisclose_ld.validation.folding import fold
from govdisclose_ld.validation.messages import message_of
from govdisclose_ld.validation.places import Places
from govdisclose_ld.validation.reading import read_rdf_file, union_of
from govdisclose_ld.validation.report import Report, Result, order_of
from govdisclose_ld.validation.rules import (
    Rule,
    code_of,
    read_rules,
    severity_of,
)
from govdisclose_ld.validation.shapes import load_shapes
from govdisclose_ld.validation.subjects import read_subjects

DEFAULT_SHAPES = ("structure", "completeness")


def validate(
    data: Catalog | Graph | str | Path,
    *,
    shapes: Sequence[str | Path] = DEFAULT_SHAPES,
    standards: Sequence[Standard] = (),
    base: str = DEFAULT_BASE,
) -> Report:
    """The report on a catalog, a graph, or a file of RDF in any format.

    ``shapes`` are names of shipped shapes (:func:`list_shapes`) or paths of one's own; those of
    ``standards`` (:func:`govdisclose_ld.catalogs.find_standard`) are made of the standards. Each
    finding points at its cell of the source document, which the graph alone tells. For a
    Catalog, ``base`` is what its IRIs start with. The findings of the reading are in the report
    too. What several rules tell of one cell is given once (:attr:`Result.also`).

    Raises InputError for data that cannot be read or that holds nothing to check,
    ConfigurationError for shapes that are unknown or not well-formed; ``owl:imports`` are not
    followed.
    """
    wanted = load_shapes(shapes, standards)
    rules = read_rules(wanted)
    graph = _graph_of(data, base)
    _refuse_nothing(graph, data, (*shapes, *(f"standards/{one.id}" for one in standards)))
    places = Places(graph)
    results = [_result(raw, rules, places) for raw in run(graph, wanted)]
    if isinstance(data, Catalog):
        read = told_by_catalog(data.findings, catalog_iri(data, base=base), places)
    else:
        read = told_by_graph(graph, places)
    return Report(
        tuple(fold(sorted((*results, *read), key=order_of))),
        subjects=read_subjects(graph, places.tables),
        rules=tuple(sorted(rules.values(), key=lambda rule: (rule.code, rule.iri))),
    )


def _graph_of(data: Catalog | Graph | str | Path, base: str) -> Graph:
    if isinstance(data, Catalog):
        return to_graph(data, base=base)
    if isinstance(data, Graph):
        return union_of(data)
    return read_rdf_file(Path(data))


def _refuse_nothing(
    graph: Graph, data: Catalog | Graph | str | Path, shapes: Sequence[str | Path]
) -> None:
    """Shapes that find nothing to look at would call anything conforming."""
    where = str(data) if isinstance(data, str | Path) else ""
    remedy = (
        "请给出由本程序导出的目录数据",
        "give the data of a catalog as this program exports it",
    )
    if not graph:
        raise InputError("数据为空", "there is no data", where=where, remedy=remedy)
    ours = any(str(name).startswith((*DEFAULT_SHAPES, "standards/")) for name in shapes)
    if ours and (None, RDF.type, GD.DisclosureCatalog) not in graph:
        raise InputError(
            "数据里没有公开目录（gd:DisclosureCatalog），没有可检查的内容",
            "the data holds no disclosure catalog (gd:DisclosureCatalog) to check",
            where=where,
            remedy=remedy,
        )


def _result(raw: RawResult, rules: dict[str, Rule], places: Places) -> Result:
    rule = rules.get(str(raw.shape)) if isinstance(raw.shape, URIRef) else None
    value = (raw.value,) if raw.value is not None else ()
    field = rule.field if rule and rule.field else field_of((*raw.path, *value))
    place = places.locate(raw.focus, raw.value, field)
    message = message_of(raw.messages, rule)
    finding = Finding(
        code=rule.code if rule else code_of(raw.shape, raw.component),
        severity=severity_of(raw.severity),
        message_zh=message.zh,
        message_en=message.en,
        ref=place.ref,
        column=place.heading,
        printed=place.printed,
        line=place.line,
        focus=_stable(raw.focus),
    )
    return Result(
        finding,
        shape=_stable(raw.shape),
        component=str(raw.component),
        path=str(raw.path[0]) if raw.simple else "",
        value=_turtle(raw.value),
        columns=place.columns,
        catalog=place.catalog,
        target=place.target,
        rule=rule,
        row=place.row,
    )


def _stable(node: Node) -> str:
    """An IRI or literal as text; a blank node has no name that another run would give it."""
    return str(node) if isinstance(node, URIRef | Literal) else ""


def _turtle(node: Node | None) -> str:
    return node.n3() if isinstance(node, URIRef | Literal) else ""
