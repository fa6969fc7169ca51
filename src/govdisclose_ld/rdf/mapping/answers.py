"""What of a standard an item, or a whole catalog, answers, and on what ground."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govdisclose_ld.model import Answer
from govdisclose_ld.rdf import iris, vocab
from govdisclose_ld.rdf.terms import Triple, chinese, decimal, english, node, text

_IN_FULL = frozenset({"exactMatch", "closeMatch", "narrowMatch"})


def answers(subject: str, given: Iterable[Answer]) -> Iterator[Triple]:
    """What the thing with the IRI ``subject`` answers; of two on one standard item the first."""
    told: dict[tuple[str, str], Answer] = {}
    for answer in given:
        told.setdefault((answer.standard, answer.item), answer)
    for answer in told.values():
        yield from _answer(subject, answer)


def _answer(subject: str, answer: Answer) -> Iterator[Triple]:
    duty = node(iris.standard_item_iri(answer.standard, answer.item))
    if link := _link(answer):
        yield node(subject), link, duty
    term = node(iris.mapping_iri(subject, answer.standard, answer.item))
    yield node(subject), vocab.GD_MAPPING_OF_ITEM, term
    yield term, vocab.RDF_TYPE, vocab.GD_MAPPING
    yield term, vocab.GD_STANDARD_ITEM, duty
    yield term, vocab.GD_MAPPING_PREDICATE, node(f"{vocab.SKOS}{iris.segment(answer.predicate)}")
    yield term, vocab.GD_MAPPING_STATUS, text(answer.status)
    ground = node(f"{vocab.SEMAPV}{iris.segment(answer.justification)}")
    yield term, vocab.SSSOM_JUSTIFICATION, ground
    yield term, vocab.GD_CONFIDENCE, decimal(answer.confidence)
    if answer.reason:
        yield term, vocab.DCT_DESCRIPTION, chinese(answer.reason)
    if answer.reason_en:
        yield term, vocab.DCT_DESCRIPTION, english(answer.reason_en)
    if answer.source:
        yield term, vocab.DCT_SOURCE, text(answer.source)


def _link(answer: Answer) -> str:
    """The property that a comparison goes by; none for what is merely related."""
    if answer.predicate == "relatedMatch":
        return ""
    if answer.status != "accepted":
        return vocab.GD_CANDIDATE_ANSWER
    return vocab.GD_ANSWERS if answer.predicate in _IN_FULL else vocab.GD_ANSWERS_IN_PART
