"""A report as RDF: a ``sh:ValidationReport`` (SHACL, section 3.6) without blank nodes."""

from __future__ import annotations

from rdflib import DC, DCTERMS, PROV, RDF, SH, Graph, Literal, Namespace, URIRef
from rdflib.term import Node
from rdflib.util import from_n3

from govdisclose_ld.model import Finding, Phrase, Severity
from govdisclose_ld.rdf import DEFAULT_BASE, vocab
from govdisclose_ld.validation.fields import GD
from govdisclose_ld.validation.printout import SCHEMA
from govdisclose_ld.validation.report import Report, Result
from govdisclose_ld.validation.screens import Known, Waiver

OA = Namespace(vocab.OA)
Screens = dict[Waiver | Known, URIRef]
_SEVERITIES = {
    Severity.VIOLATION: SH.Violation,
    Severity.WARNING: SH.Warning,
    Severity.INFO: SH.Info,
}


def write_turtle(report: Report) -> str:
    """The report in Turtle, named ``{catalog}/validation`` and its results by their position.

    A result states its place with ``oa:hasTarget``. What the reading found stands beside the
    results of the shapes as ``gd:ReadingFinding``. One that another one tells as well is there, as
    is one that a waiver or baseline hides, and says so: the report is still that of the data
    (``docs/reference/mapping.md``, Reports).
    """
    graph = Graph(bind_namespaces="none")
    for prefix in ("dc", "dct", "gd", "oa", "prov", "rdf", "schema", "sh", "xsd"):
        graph.bind(prefix, vocab.PREFIXES[prefix])
    node = URIRef(f"{report.subject or DEFAULT_BASE.rstrip('/')}/validation")
    graph.add((node, RDF.type, SH.ValidationReport))
    graph.add((node, SH.conforms, Literal(report.conforms)))
    screens = _screens(graph, node, report)
    for number, result in enumerate(report.every, start=1):
        made = URIRef(f"{node}/result/{number}")
        _add(graph, node, made, result)
        for position, other in enumerate(result.also, start=1):
            same = URIRef(f"{made}/also/{position}")
            _add(graph, node, same, other)
            graph.add((same, DCTERMS.isReplacedBy, made))
        if result.hidden_by:
            graph.add((made, GD.hiddenBy, screens[result.hidden_by]))
    return graph.serialize(format="turtle")


def _screens(graph: Graph, report: URIRef, of: Report) -> Screens:
    """The waivers and the baseline of a report, each with the node that was made for it."""
    screens: Screens = {}
    for number, use in enumerate(of.waivers, start=1):
        screens[use.waiver] = _waiver(graph, URIRef(f"{report}/waiver/{number}"), use.waiver)
    if of.baseline:
        node = URIRef(f"{report}/baseline")
        screens[Known(of.baseline.file)] = node
        graph.add((node, RDF.type, GD.Baseline))
        graph.add((node, RDF.type, PROV.Entity))
        graph.add((node, DCTERMS.title, Literal(of.baseline.file)))
    return screens


def _waiver(graph: Graph, node: URIRef, waiver: Waiver) -> URIRef:
    graph.add((node, RDF.type, GD.Waiver))
    graph.add((node, RDF.type, PROV.Entity))
    graph.add((node, GD.code, Literal(waiver.code)))
    graph.add((node, DC.creator, Literal(waiver.owner)))
    graph.add((node, DCTERMS.description, Literal(waiver.reason)))
    graph.add((node, SCHEMA.expires, Literal(waiver.expires)))
    graph.add((node, DCTERMS.source, Literal(waiver.place)))
    return node


def _add(graph: Graph, report: URIRef, node: URIRef, result: Result) -> None:
    finding = result.finding
    _add_wording(graph, node, SH.resultMessage, result.message)
    _add_wording(graph, node, GD.remedy, result.remedy)
    _add_wording(graph, node, DCTERMS.source, result.source)
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


def _add_wording(graph: Graph, node: URIRef, predicate: URIRef, words: Phrase) -> None:
    if words:
        graph.add((node, predicate, Literal(words.zh, lang="zh")))
    if words.en and (words.en != words.zh or predicate == SH.resultMessage):
        graph.add((node, predicate, Literal(words.en, lang="en")))


def _focus(node: URIRef, finding: Finding) -> URIRef:
    """A result has exactly one focus node; one without an IRI is given one (RDF 1.1, 3.5)."""
    return URIRef(finding.focus or f"{node}/focus")


def _term(n3: str) -> Node:
    term = from_n3(n3)
    if not isinstance(term, Node):  # the report holds terms that rdflib itself has written
        raise TypeError(n3)
    return term
