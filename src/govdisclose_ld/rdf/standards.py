"""Reference standards as SKOS concept schemes, with what each of their items is held to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govdisclose_ld.model import Phrase, TimeRule
from govdisclose_ld.rdf import iris, vocab
from govdisclose_ld.rdf import standard_terms as terms
from govdisclose_ld.rdf.terms import (
    Triple,
    chinese,
    decimal,
    english,
    integer,
    node,
    text,
    truth,
)
from govdisclose_ld.standards import (
    Requirements,
    Standard,
    StandardItem,
    StandardMatter,
    comparable_triggers,
    limit_words,
)

_INFERRED = Phrase(
    "此名称由上下行推断，未印在本行", "a name that was inferred, and not printed in the item's row"
)
# The properties that stand for the fields of an item, as ``gd:readAs`` names them.
_FIELDS = {
    "content": vocab.GD_CONTENT,
    "basis": vocab.GD_LEGAL_BASIS,
    "time_limit": vocab.GD_TIME_LIMIT_OF_ITEM,
    "agency": vocab.GD_RESPONSIBLE_AGENCY,
    "channels": vocab.GD_SELECTED_CHANNEL,
    "audience": vocab.DCT_AUDIENCE,
    "mode": vocab.GD_MODE,
    "level": vocab.GD_LEVEL,
}


def standard_iri(identifier: str) -> str:
    """The IRI of a standard, which names its graph too."""
    return f"{vocab.STANDARD}{iris.segment(identifier)}"


def standard_statements(standard: Standard) -> tuple[Triple, ...]:
    """The statements of a standard, as ``docs/reference/mapping.md`` lays them down.

    A parent that is assumed stands under ``gd:probableBroader``, beside the standard's note.
    What an item is held to is stated of each item, the standard's general requirements
    included, and of the standard itself for items of a catalog that answer none.
    """
    return tuple(_standard(standard))


def _standard(standard: Standard) -> Iterator[Triple]:
    scheme = node(standard_iri(standard.id))
    yield scheme, vocab.RDF_TYPE, vocab.SKOS_CONCEPT_SCHEME
    yield scheme, vocab.RDF_TYPE, terms.DCT_STANDARD
    yield from _named(scheme, vocab.DCT_TITLE, standard.title)
    if standard.identifier:
        yield scheme, vocab.DCT_IDENTIFIER, text(standard.identifier)
    if standard.source:
        yield scheme, vocab.DCT_SOURCE, text(standard.source)
    if standard.field:
        yield scheme, vocab.GD_FIELD, node(iris.code_iri("field", standard.field))
    yield from _named(scheme, terms.SKOS_NOTE, standard.note)
    for field in standard.required:
        yield scheme, terms.GD_REQUIRED_FIELD, _FIELDS[field]
    if standard.exhaustive:
        yield scheme, terms.GD_EXHAUSTIVE, truth()
    if standard.shared:
        yield scheme, terms.GD_SHARED, truth()
    yield from _requirements(standard, scheme, standard.required_of(None))
    for matter in standard.matters:
        yield from _matter(standard, matter, "", assumed=False)


def _matter(
    standard: Standard, matter: StandardMatter, parent: str, *, assumed: bool
) -> Iterator[Triple]:
    """The matter, what is under it, and its place under ``parent`` (nothing for a top one)."""
    if matter.id:
        concept = node(iris.standard_item_iri(standard.id, matter.id))
        yield from _concept(standard, concept, matter.id, matter.label)
        yield from _place(standard, concept, parent, assumed=assumed)
        if matter.article:
            yield concept, vocab.GD_ARTICLE, text(matter.article)
        yield from _requirements(standard, concept, standard.required_of(None))
        parent, assumed = concept, matter.assumed
    for item in matter.items:
        yield from _item(standard, item, parent, assumed=assumed)
    for below in matter.matters:
        yield from _matter(standard, below, parent, assumed=assumed)


def _item(
    standard: Standard, item: StandardItem, parent: str, *, assumed: bool
) -> Iterator[Triple]:
    concept = node(iris.standard_item_iri(standard.id, item.id))
    yield from _concept(standard, concept, item.id, item.label)
    yield from _place(standard, concept, parent, assumed=assumed)
    # SKOS keeps the two kinds of label apart (integrity condition S13).
    for synonym in set(item.synonyms) - {item.label.zh}:
        yield concept, terms.SKOS_ALT_LABEL, chinese(synonym)
    if item.elements:
        yield concept, vocab.GD_CONTENT, chinese("\n".join(item.elements))
    for law in item.bases:
        yield (
            concept,
            vocab.GD_BASIS_TEXT,
            chinese(f"{law.title}（{law.number}）" if law.number else law.title),
        )
    if item.field:
        yield concept, vocab.GD_FIELD, node(iris.code_iri("field", item.field))
    for field in item.covers:
        yield concept, terms.GD_COVERS_FIELD, node(iris.code_iri("field", field))
    if item.article:
        yield concept, vocab.GD_ARTICLE, text(item.article)
    if item.inferred:
        yield from _named(concept, terms.SKOS_EDITORIAL_NOTE, _INFERRED)
    yield from _requirements(standard, concept, standard.required_of(item))


def _concept(standard: Standard, concept: str, identifier: str, label: Phrase) -> Iterator[Triple]:
    yield concept, vocab.RDF_TYPE, terms.GD_STANDARD_ITEM_CLASS
    yield concept, vocab.RDF_TYPE, vocab.SKOS_CONCEPT
    yield from _named(concept, vocab.SKOS_PREF_LABEL, label)
    yield concept, vocab.SKOS_NOTATION, text(identifier)
    yield concept, vocab.SKOS_IN_SCHEME, node(standard_iri(standard.id))


def _place(standard: Standard, concept: str, parent: str, *, assumed: bool) -> Iterator[Triple]:
    if not parent:
        yield concept, terms.SKOS_TOP_CONCEPT_OF, node(standard_iri(standard.id))
        return
    yield concept, vocab.GD_PROBABLE_BROADER if assumed else vocab.SKOS_BROADER, parent
    if assumed:
        yield from _named(concept, terms.SKOS_NOTE, standard.note)


def _requirements(standard: Standard, subject: str, asked: Requirements) -> Iterator[Triple]:
    if asked.time_limit:
        # The limit of all items is stated once.
        is_general = asked.time_limit == standard.required_of(None).time_limit
        holder = standard_iri(standard.id) if is_general else subject.strip("<>")
        yield from _limit(subject, node(f"{holder}/time-limit"), asked.time_limit)
    for predicate, scheme, ids in (
        (terms.GD_REQUIRED_CHANNEL, "channel", asked.channels),
        (terms.GD_REQUIRED_AUDIENCE, "audience", asked.audience),
        (terms.GD_REQUIRED_MODE, "mode", asked.mode),
        (terms.GD_REQUIRED_LEVEL, "level", asked.level),
        (terms.GD_ALLOWED_CHANNEL, "channel", asked.allowed_channels),
        (terms.GD_ALLOWED_MODE, "mode", asked.allowed_modes),
    ):
        yield from _coded(subject, predicate, scheme, ids)
    if asked.least_channels:
        yield subject, terms.GD_LEAST_CHANNELS, integer(asked.least_channels)


def _coded(subject: str, predicate: str, scheme: str, ids: Iterable[str]) -> Iterator[Triple]:
    for one in ids:
        yield subject, predicate, node(iris.code_iri(scheme, one))


def _limit(subject: str, term: str, rule: TimeRule) -> Iterator[Triple]:
    yield subject, terms.GD_REQUIRED_TIME_LIMIT, term
    yield term, vocab.RDF_TYPE, vocab.GD_TIME_LIMIT_RULE
    yield from _named(term, vocab.SKOS_PREF_LABEL, limit_words(rule))
    yield term, vocab.GD_RULE_KIND, node(iris.code_iri("rule-kind", rule.kind))
    yield term, vocab.GD_TRIGGER, node(iris.code_iri("trigger", rule.trigger))
    yield term, vocab.TIME_UNIT_TYPE, node(iris.code_iri("unit", rule.unit))
    if rule.amount is not None:
        yield term, vocab.TIME_NUMERIC_DURATION, decimal(rule.amount)
    yield from _coded(
        term, terms.GD_COMPARABLE_TRIGGER, "trigger", comparable_triggers(rule.trigger)
    )


def _named(subject: str, predicate: str, label: Phrase) -> Iterator[Triple]:
    """The words in Chinese, and in English where there are such."""
    if label.zh:
        yield subject, predicate, chinese(label.zh)
    if label.en and label.en != label.zh:
        yield subject, predicate, english(label.en)
