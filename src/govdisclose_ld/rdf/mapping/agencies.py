"""Divisions, and who must publish."""

from __future__ import annotations

from govdisclose_ld.model import Agency, Division
from govdisclose_ld.rdf import iris, vocab
from govdisclose_ld.rdf.mapping.scope import Scope
from govdisclose_ld.rdf.terms import chinese, node, typed

_TYPES = {
    "unit": vocab.GD_UNIT,
    "group": vocab.GD_UNIT_GROUP,
    "generic": vocab.GD_AGENCY_DESCRIPTION,
    "role": vocab.GD_AGENCY_DESCRIPTION,
}
# What a unit or a group is to the publisher. org:unitOf would make a group one single unit.
_INSIDE = {"unit": vocab.ORG_UNIT_OF, "group": vocab.ORG_SUB_ORGANIZATION_OF}


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
    return _describe(scope, scope.publisher, Agency(name, "named"))


def agency(scope: Scope, named: Agency) -> str:
    """The term for an agency, unit or group that an item names or describes.

    A unit belongs to the catalog's publisher; where that is unknown, to the catalog itself.
    """
    if named.kind in _INSIDE:
        return _describe(scope, iris.unit_iri(scope.publisher or scope.iri, named.label), named)
    return _describe(scope, iris.organisation_iri(scope.base, scope.code, named.label), named)


def _describe(scope: Scope, iri: str, named: Agency) -> str:
    facts = [
        (vocab.SKOS_PREF_LABEL, chinese(named.label)),
        (vocab.GD_AGENCY_KIND, scope.coded("agency-kind", named.kind)),
    ]
    if named.kind in _INSIDE and scope.publisher:
        facts.append((_INSIDE[named.kind], node(scope.publisher)))
    return scope.describe(node(iri), (_TYPES.get(named.kind, vocab.GD_AGENCY),), *facts)
