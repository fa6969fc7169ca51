"""Which field of an item a property belongs to, as ``docs/reference/mapping.md`` lays down."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import DCTERMS, Namespace
from rdflib.term import Node

from govdisclose_ld.rdf import vocab

GD = Namespace(vocab.GD)

_PROPERTIES = {
    "ordinal": (GD.ordinal,),
    "matters": (DCTERMS.subject, GD.probableSubject),
    "content": (GD.content, DCTERMS.hasPart),
    "basis": (GD.legalBasis, GD.basisText, GD.citation),
    "time_limit": (GD.timeLimit, GD.inheritedTimeLimit),
    "agency": (GD.responsibleAgency, GD.agencyText),
    "site_section": (GD.siteSection,),
    "channels": (GD.selectedChannel, GD.offeredChannel, GD.channelNote),
    "audience": (DCTERMS.audience, GD.offeredAudience),
    "mode": (GD.mode, GD.offeredMode),
    "level": (GD.level, GD.offeredLevel),
}
FIELDS = tuple(_PROPERTIES)
"""The fields of an item, in the order of the template's columns."""
_FIELDS: dict[Node, str] = {
    prop: field for field, properties in _PROPERTIES.items() for prop in properties
}


def field_of(properties: Iterable[Node]) -> str:
    """The field that the first of these properties to have one belongs to, or an empty string."""
    return next((_FIELDS[prop] for prop in properties if prop in _FIELDS), "")


def property_of(field: str) -> str:
    """The property that a shape names as ``dct:subject`` to speak of a field, in Turtle.

    Raises KeyError for what is no field.
    """
    first = str(_PROPERTIES[field][0])
    return first.replace(vocab.GD, "gd:").replace(vocab.DCT, "dct:")
