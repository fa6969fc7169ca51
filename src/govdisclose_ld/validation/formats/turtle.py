"""A report as RDF: a ``sh:ValidationReport`` (SHACL, section 3.6) without blank nodes."""

from __future__ import annotations

from rdflib import RDF, SH, Graph, Literal, Namespace, URIRef
from rdflib.term import Node
from rdflib.util import from_n3

from govdisclose_ld.model import Finding, Severity
from govdisclose_ld.rdf import DEFAULT_BASE, vocab
from govdisclose_ld.validation.fields import GD
from govdisclose_ld.validation.report import Report, Result

OA = Namespace(vocab.OA)
_SEVERITIES = {
    Severity.VIOLATION: SH.Violation,
    Severity.WARNING: SH.Warning,
    Severity.INFO: SH.Info,
}


def write_turtle(report: Report) -> str:
    """The report in Turtle, named ``{catalog}/validation`` and its results by their position.

    A result states its place with ``oa:hasTarget``. What the reading found stands beside the
    results of the shapes as ``gd:ReadingFinding``.
    """
    graph = Graph(bind_namespaces="none")
    for prefix in ("gd", "oa", "rdf", "sh", "xsd"):
        graph.bind(prefix, vocab.PREFIXES[prefix])
    node = URIRef(f"{report.subject or DEFAULT_BASE.rstrip('/')}/validation")
    graph.add((node, RDF.type, SH.ValidationReport))
    graph.add((node, SH.conforms, Literal(report.conforms)))
    for number, result in enumerate(report.results, start=1):
        _add(graph, node, URIRef(f"{node}/result/{number}"), result)
    return graph.serialize(format="turtle")


def _add(graph: Graph, report: URIRef, node: URIRef, result: Result) -> None:
    finding = result.finding
    _add_wording(graph, node, finding)
    graph.add((node, SH.resultSeverity, _SEVERITIES[finding.severity]))
    graph.add((node, GD.code, Literal(finding.code)))
    if result.target:
        graph.add((node, OA.hasTarget, URIRef(result.target)))
    if not result.component:
        graph.add((report, GD.finding, node))
        graph.add((node, RDF.type, GD.ReadingFinding))
        return
    graph.add((report, SH.result, node))
    graph.add((node, RDF.type, SH.ValidationResult))
    graph.add((node, SH.focusNode, _focus(node, finding)))
    graph.add((node, SH.sourceConstraintComponent, URIRef(result.component)))
    if result.shape:
        graph.add((node, SH.sourceShape, URIRef(result.shape)))
    if result.path:
        graph.add((node, SH.resultPath, URIRef(result.path)))
    if result.value:
        graph.add((node, SH.value, _term(result.value)))


def _add_wording(graph: Graph, node: URIRef, finding: Finding) -> None:
    graph.add((node, SH.resultMessage, Literal(finding.message_zh, lang="zh")))
    graph.add((node, SH.resultMessage, Literal(finding.message_en, lang="en")))


def _focus(node: URIRef, finding: Finding) -> URIRef:
    """A result has exactly one focus node; one without an IRI is given one (RDF 1.1, 3.5)."""
    return URIRef(finding.focus or f"{node}/focus")


def _term(n3: str) -> Node:
    term = from_n3(n3)
    if not isinstance(term, Node):  # the report holds terms that rdflib itself has written
        raise TypeError(n3)
    return term
