"""Divisions, and who must publish."""

from __future__ import annotations

from govdisclose_ld.model import Agency, Division
from govdisclose_ld.rdf import iris, vocab
from govdisclose_ld.rdf.mapping.scope import Scope
from govdisclose_ld.rdf.terms import chinese, node, typed

_INSIDE = {"unit": vocab.GD_UNIT, "group": vocab.GD_UNIT_GROUP}


def division(scope: Scope, area: Division) -> str:
    """The term for a division; it and those above it are described."""
    # A code of GB/T 2260 is greater than the codes of all that it lies in.
    chain = sorted((area, *area.parents), key=lambda d: d.code, reverse=True)
    terms = [node(iris.division_iri(scope.base, step.code)) for step in chain]
    for step, term, parent in zip(chain, terms, [*terms[1:], ""], strict=True):
        facts = [
            (vocab.SKOS_PREF_LABEL, chinese(step.name)),
            (vocab.SKOS_NOTATION, typed(step.code, vocab.GD_DIVISION_CODE)),
        ]
        if parent:
            facts.append((vocab.DCT_IS_PART_OF, parent))
        types = (vocab.DCT_LOCATION, vocab.SCHEMA_ADMINISTRATIVE_AREA)
        scope.describe(term, types, *facts)
    return terms[chain.index(area)]


def publisher(scope: Scope, name: str) -> str:
    """The term for the office that published the catalog."""
    return _describe(scope, scope.publisher, Agency(name, "named"), vocab.GD_AGENCY)


def agency(scope: Scope, named: Agency) -> str:
    """The term for an agency, unit or group that an item names.

    A unit belongs to the catalog's publisher; where that is unknown, to the catalog itself.
    """
    inside = _INSIDE.get(named.kind)
    if inside:
        iri = iris.unit_iri(scope.publisher or scope.iri, named.label)
        return _describe(scope, iri, named, inside)
    iri = iris.organisation_iri(scope.base, scope.code, named.label)
    return _describe(scope, iri, named, vocab.GD_AGENCY)


def _describe(scope: Scope, iri: str, named: Agency, type_: str) -> str:
    facts = [
        (vocab.SKOS_PREF_LABEL, chinese(named.label)),
        (vocab.GD_AGENCY_KIND, scope.coded("agency-kind", named.kind)),
    ]
    if type_ != vocab.GD_AGENCY and scope.publisher:
        facts.append((vocab.ORG_UNIT_OF, node(scope.publisher)))
    return scope.describe(node(iri), (type_,), *facts)
