"""What a rule says of itself: its code, wording, source and remedy, the field it looks at.

A rule is a shape, or a code that the reading of a document can report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from urllib.parse import urldefrag

from rdflib import DCTERMS, RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node

from govdisclose_ld.interpret.explanations import Explanation, explanations
from govdisclose_ld.model import UNSAID, Phrase, Severity
from govdisclose_ld.validation.fields import GD, field_of

_HAN = re.compile(r"[\u3400-\u9fff]")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Theme:
    """What the findings of several shapes have in common (``sh:group``)."""

    code: str
    name: Phrase


@dataclass(frozen=True, slots=True)
class Rule:
    """What can report: ``code`` is the stable code of its findings.

    Of a shape, ``iri`` names it, ``field`` is the field whose cells a finding stands at
    (``dct:subject``), ``whole`` the code of the shape that says the same of a whole column
    (``dct:isPartOf``), ``order`` its place among the shapes of its theme (``sh:order``),
    ``source`` the article or document of the rule, ``remedy`` how to mend what it finds
    (``gd:remedy`` of the shape, else of its file). Of the reading, ``iri`` is empty, ``message``
    has ``{placeholders}``, and ``source`` is what causes such a finding. ``told_by`` are the codes
    of rules and the IRIs of shapes whose finding at the same cell tells a person the same.
    """

    iri: str
    code: str
    severity: Severity
    name: Phrase
    message: Phrase
    field: str = ""
    whole: str = ""
    order: int = 0
    theme: Theme | None = None
    source: Phrase = UNSAID
    remedy: Phrase = UNSAID
    told_by: frozenset[str] = frozenset()


@cache
def rules_of_the_reading() -> Mapping[str, Rule]:
    """What readers and interpreter can report, as rules by their code."""
    return MappingProxyType({code: _explained(entry) for code, entry in explanations().items()})


def read_rules(shapes: Graph) -> dict[str, Rule]:
    """The rules of a shapes graph by the IRI of their shape."""
    nodes = {
        node
        for predicate in (SH.severity, SH.message, SH.path, SH.targetClass)
        for node in shapes.subjects(predicate)
        if isinstance(node, URIRef)
    }
    return {str(node): _rule(shapes, node) for node in sorted(nodes)}


def severity_of(node: Node | None) -> Severity:
    """The severity that a shape or result states; one that SHACL does not know weighs most."""
    known = {
        SH.Info: Severity.INFO,
        SH.Warning: Severity.WARNING,
        URIRef(f"{SH}Debug"): Severity.INFO,
        URIRef(f"{SH}Trace"): Severity.INFO,
    }
    return known.get(node, Severity.VIOLATION) if isinstance(node, URIRef) else Severity.VIOLATION


def wording_of(texts: list[Literal]) -> Phrase:
    """Texts sorted by language. Without a language tag, Han characters make a text Chinese."""
    zh = sorted(str(text) for text in texts if _is_chinese(text))
    en = sorted(str(text) for text in texts if not _is_chinese(text))
    first_zh, first_en = " ".join(zh), " ".join(en)
    return Phrase(first_zh or first_en, first_en or first_zh)


def code_of(shape: Node, component: Node | None = None) -> str:
    """A code for a shape that states none: its local name, or that of the broken constraint."""
    node = shape if isinstance(shape, URIRef) or component is None else component
    local = re.split(r"[#/:]", str(node).rstrip("#/"))[-1]
    return _CAMEL.sub("-", local.removesuffix("ConstraintComponent")).lower() or "shape"


def _is_chinese(text: Literal) -> bool:
    if text.language:
        return text.language.lower().startswith("zh")
    return bool(_HAN.search(text))


def _rule(shapes: Graph, node: URIRef) -> Rule:
    wholes = sorted(_code(shapes, whole) for whole in shapes.objects(node, DCTERMS.isPartOf))
    return Rule(
        iri=str(node),
        code=_code(shapes, node),
        severity=severity_of(shapes.value(node, SH.severity)),
        name=_wording(shapes, node, SH.name, RDFS.label),
        message=_wording(shapes, node, SH.message),
        field=field_of(sorted(shapes.objects(node, DCTERMS.subject), key=str)),
        whole=wholes[0] if wholes else "",
        order=_order(shapes.value(node, SH.order)),
        theme=_theme(shapes, shapes.value(node, SH.group)),
        source=_wording(shapes, node, DCTERMS.source),
        remedy=_remedy(shapes, node),
        told_by=_told_by(shapes, node),
    )


def _told_by(shapes: Graph, node: URIRef) -> frozenset[str]:
    stated = (*shapes.objects(node, DCTERMS.isReplacedBy), *shapes.subjects(DCTERMS.replaces, node))
    return frozenset(map(str, stated))


def _remedy(shapes: Graph, node: URIRef) -> Phrase:
    file = URIRef(urldefrag(node).url)
    return _wording(shapes, node, GD.remedy) or _wording(shapes, file, GD.remedy)


def _explained(entry: Explanation) -> Rule:
    cause = Phrase(entry.cause_zh, entry.cause_en)
    return Rule(
        iri="",
        code=entry.code,
        severity=entry.severity,
        name=cause,
        message=Phrase(entry.zh, entry.en),
        source=cause,
        remedy=Phrase(entry.remedy_zh, entry.remedy_en),
        told_by=entry.told_by,
    )


def _theme(shapes: Graph, group: Node | None) -> Theme | None:
    if group is None or (group, RDF.type, SH.PropertyGroup) not in shapes:
        return None
    return Theme(_code(shapes, group), _wording(shapes, group, RDFS.label))


def _order(value: Node | None) -> int:
    text = str(value)
    return int(text) if text.isdecimal() else 0


def _code(shapes: Graph, node: Node) -> str:
    stated = sorted(str(code) for code in shapes.objects(node, DCTERMS.identifier))
    return stated[0] if stated else code_of(node)


def _wording(shapes: Graph, node: Node, *predicates: Node) -> Phrase:
    texts = [
        text
        for predicate in predicates
        for text in shapes.objects(node, predicate)
        if isinstance(text, Literal)
    ]
    return wording_of(texts)
