"""What the reading of a document found, as results: told by a catalog, or by its graph alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rdflib import RDF, SH, Graph, Literal, Namespace
from rdflib.term import Node

from govdisclose_ld.model import Finding
from govdisclose_ld.rdf import vocab
from govdisclose_ld.rdf.iris import place_iri
from govdisclose_ld.validation.fields import GD
from govdisclose_ld.validation.places import Place, Places
from govdisclose_ld.validation.report import Result
from govdisclose_ld.validation.rules import rules_of_the_reading, severity_of, wording_of

OA = Namespace(vocab.OA)


def told_by_catalog(findings: Iterable[Finding], catalog: str, places: Places) -> Iterator[Result]:
    """The findings of the reading of a catalog of that IRI."""
    for finding in findings:
        yield _result(finding, catalog, place_iri(catalog, finding.ref), places)


def told_by_graph(graph: Graph, places: Places) -> Iterator[Result]:
    """The findings of the reading that a graph states of its catalogs (``gd:finding``).

    They equal those of the catalogs, but that one about prose has lost its line.
    """
    stated = sorted(graph.subject_objects(GD.finding), key=lambda pair: _order(*pair))
    for catalog, node in stated:
        if (catalog, RDF.type, GD.DisclosureCatalog) not in graph:
            continue
        target = graph.value(node, OA.hasTarget)
        place = places.locate(catalog if target is None else target, None, "")
        if not place.ref.table:
            place = places.locate(catalog, None, "")
        yield _result(_finding(graph, node, place), str(catalog), str(target or ""), places)


def _finding(graph: Graph, node: Node, place: Place) -> Finding:
    messages = graph.objects(node, SH.resultMessage)
    message = wording_of([text for text in messages if isinstance(text, Literal)])
    return Finding(
        code=_text(graph, node, GD.code) or "finding",
        severity=severity_of(graph.value(node, SH.resultSeverity)),
        message_zh=message.zh,
        message_en=message.en,
        ref=place.ref,
        column=place.heading,
        printed=_text(graph, node, GD.printedText),
        line=place.line,
    )


def _result(finding: Finding, catalog: str, target: str, places: Places) -> Result:
    column = finding.ref.column
    return Result(
        finding,
        columns=(column,) if column else (),
        catalog=catalog,
        target=target,
        rule=rules_of_the_reading().get(finding.code),
        row=places.row_at(catalog, finding.ref),
    )


def _order(catalog: Node, node: Node) -> tuple[str, int, str]:
    """Their position, which is what the IRI ends in: the longer, the later."""
    return str(catalog), len(str(node)), str(node)


def _text(graph: Graph, node: Node, predicate: Node) -> str:
    return min((str(value) for value in graph.objects(node, predicate)), default="")
