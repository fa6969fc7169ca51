"""One duty to publish: its printed words, and what they were read as."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.model import (
    Choice,
    Citation,
    Element,
    Extra,
    Item,
    State,
    TimeLimit,
)
from govdisclose_ld.rdf import iris, vocab
from govdisclose_ld.rdf.mapping import agencies, answers, limits, matters
from govdisclose_ld.rdf.mapping.scope import Scope
from govdisclose_ld.rdf.terms import Triple, chinese, integer, node, text, truth

_CHOICES = (
    ("channels", vocab.GD_SELECTED_CHANNEL, vocab.GD_OFFERED_CHANNEL, vocab.GD_CHANNEL_NOTE),
    ("audience", vocab.DCT_AUDIENCE, vocab.GD_OFFERED_AUDIENCE, vocab.GD_CHOICE_NOTE),
    ("mode", vocab.GD_MODE, vocab.GD_OFFERED_MODE, vocab.GD_CHOICE_NOTE),
    ("level", vocab.GD_LEVEL, vocab.GD_OFFERED_LEVEL, vocab.GD_CHOICE_NOTE),
)
"""A field of choices, and the properties of what is ticked, of what is offered and of notes."""
_OPTIONAL = {
    "channels": vocab.GD_OPTIONAL_CHANNEL,
    "audience": vocab.GD_OPTIONAL_AUDIENCE,
    "mode": vocab.GD_OPTIONAL_MODE,
    "level": vocab.GD_OPTIONAL_LEVEL,
}
"""For each of these fields the property of what a legend declares optional."""


def item(scope: Scope, duty: Item) -> Iterator[Triple]:
    """What is said of one item and of all that belongs to it."""
    iri = iris.item_iri(scope.iri, duty.key)
    term = node(iri)
    yield term, vocab.RDF_TYPE, vocab.GD_DISCLOSURE_ITEM
    yield term, vocab.RDF_TYPE, vocab.DCAT_RESOURCE
    yield from _words(term, duty)
    if duty.field:
        yield term, vocab.GD_FIELD, node(iris.code_iri("field", duty.field.id))
    yield from matters.subject(scope, term, duty.matters)
    yield from matters.inferences(scope, iri, duty.matters)
    yield from _elements(iri, (), duty.elements)
    yield from _citations(scope, iri, duty.legal_bases)
    yield from _time_limit(scope, iri, duty.time_limit)
    for agency in dict.fromkeys(agencies.agency(scope, named) for named in duty.agencies):
        yield term, vocab.GD_RESPONSIBLE_AGENCY, agency
    yield from _choices(scope, term, duty)
    yield from _extras(iri, duty.extra)
    yield from answers.answers(iri, duty.answers)


def _words(term: str, duty: Item) -> Iterator[Triple]:
    if duty.ordinal:
        yield term, vocab.GD_ORDINAL, text(duty.ordinal)
    for predicate, words in (
        (vocab.GD_SECTION, duty.section),
        (vocab.DCT_TITLE, _title(duty)),
        (vocab.GD_CONTENT, duty.content.text),
        (vocab.GD_BASIS_TEXT, duty.basis.text),
        (vocab.GD_AGENCY_TEXT, duty.agency.text),
        (vocab.GD_SITE_SECTION, duty.site_section.text),
    ):
        if words:
            yield term, predicate, chinese(words)


def _title(duty: Item) -> str:
    # An inferred label is no title: nothing that was not printed stands where print does.
    printed = [matter.label for matter in duty.matters if matter.inference is None]
    return printed[-1] if printed else duty.content.text.strip().partition("\n")[0].strip()


def _elements(item: str, path: tuple[int, ...], parts: tuple[Element, ...]) -> Iterator[Triple]:
    whole = node(iris.element_iri(item, path) if path else item)
    for position, part in enumerate(parts, 1):
        here = (*path, position)
        term = node(iris.element_iri(item, here))
        yield whole, vocab.DCT_HAS_PART, term
        yield term, vocab.RDF_TYPE, vocab.GD_CONTENT_ELEMENT
        yield term, vocab.SCHEMA_POSITION, integer(position)
        if part.label:
            yield term, vocab.GD_PRINTED_LABEL, text(part.label)
        if part.text:
            yield term, vocab.DCT_TITLE, chinese(part.text)
        if part.optional:
            yield term, vocab.GD_OPTIONAL, truth()
        yield from _elements(item, here, part.parts)


def _citations(scope: Scope, item: str, bases: tuple[Citation, ...]) -> Iterator[Triple]:
    for position, citation in enumerate(bases, 1):
        term = node(f"{item}/citation/{position}")
        yield node(item), vocab.GD_CITATION_OF_ITEM, term
        yield term, vocab.RDF_TYPE, vocab.GD_CITATION
        yield term, vocab.SCHEMA_POSITION, integer(position)
        yield term, vocab.GD_PRINTED_TEXT, chinese(citation.text)
        if citation.law:
            yield term, vocab.GD_CITES, scope.law(citation.law)
        if citation.number:
            yield term, vocab.GD_CITED_NUMBER, text(citation.number)
        if citation.article:
            yield term, vocab.GD_ARTICLE, text(citation.article)
    for law in dict.fromkeys(scope.law(one.law) for one in bases if one.law):
        yield node(item), vocab.GD_LEGAL_BASIS, law


def _time_limit(scope: Scope, item: str, limit: TimeLimit) -> Iterator[Triple]:
    if limit.inherited:
        yield node(item), vocab.GD_INHERITED_TIME_LIMIT, scope.own("default-time-limit")
    elif limit != TimeLimit(cells=limit.cells):
        yield node(item), vocab.GD_TIME_LIMIT_OF_ITEM, node(f"{item}/time-limit")
        yield from limits.time_limit(scope, f"{item}/time-limit", limit)


def _choices(scope: Scope, term: str, duty: Item) -> Iterator[Triple]:
    notes: list[Triple] = []
    for field, selected, offered, note in _CHOICES:
        choice: Choice = getattr(duty, field)
        for option in dict.fromkeys(map(scope.term, choice.selected)):
            yield term, selected, option
        for option in dict.fromkeys(map(scope.term, choice.offered)):
            yield term, offered, option
        for option in dict.fromkeys(map(scope.term, choice.optional)):
            yield term, _OPTIONAL[field], option
        if choice.state is State.UNKNOWN:
            yield term, vocab.GD_UNDETERMINED, selected
        notes += ((term, note, chinese(words)) for words in choice.notes)
    yield from dict.fromkeys(notes)


def _extras(item: str, extras: tuple[Extra, ...]) -> Iterator[Triple]:
    for position, extra in enumerate(extras, 1):
        term = node(f"{item}/extra/{position}")
        yield node(item), vocab.GD_EXTRA, term
        yield term, vocab.RDF_TYPE, vocab.GD_EXTRA_VALUE
        yield term, vocab.DCT_TITLE, chinese(extra.heading)
        yield term, vocab.GD_PRINTED_TEXT, chinese(extra.text)
