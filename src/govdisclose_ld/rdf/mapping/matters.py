"""The matters of an item: a path of labels, some printed for its row, some inferred."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.model import Inference, Matter
from govdisclose_ld.rdf import iris, vocab
from govdisclose_ld.rdf.mapping.scope import Scope
from govdisclose_ld.rdf.terms import Triple, chinese, decimal, english, integer, node, text


def subject(scope: Scope, item: str, matters: tuple[Matter, ...]) -> Iterator[Triple]:
    """What an item is about: its deepest matter, probable where that is inferred."""
    if not matters:
        return
    deepest = _describe_path(scope, matters)
    inferred = matters[-1].inference is not None
    yield item, vocab.GD_PROBABLE_SUBJECT if inferred else vocab.DCT_SUBJECT, deepest


def _describe_path(scope: Scope, matters: tuple[Matter, ...]) -> str:
    path: list[str] = []
    term = parent = parent_property = ""
    for matter in matters:
        # A level without a label keeps its place: a second level whose first is unknown is not
        # a first level of the same name.
        path = [*path[: matter.level - 1], *[""] * (matter.level - 1 - len(path)), matter.label]
        term = node(iris.matter_iri(scope.iri, path))
        facts = [
            (vocab.SKOS_PREF_LABEL, chinese(matter.label)),
            (vocab.GD_MATTER_LEVEL, integer(matter.level)),
            (vocab.SKOS_IN_SCHEME, scope.here),
        ]
        if parent:
            facts.append((parent_property, parent))
        scope.describe(term, (vocab.SKOS_CONCEPT, vocab.GD_MATTER), *facts)
        parent = term
        parent_property = vocab.GD_PROBABLE_BROADER if matter.inference else vocab.SKOS_BROADER
    return term


def inferences(scope: Scope, item: str, matters: tuple[Matter, ...]) -> Iterator[Triple]:
    """Why each label that is not printed for the item's row is believed."""
    for matter in matters:
        if matter.inference:
            field = f"level{matter.level}"
            inference = node(f"{item}/inference/{field}")
            yield node(item), vocab.GD_INFERENCE_OF_ITEM, inference
            yield inference, vocab.GD_FIELD_NAME, text(field)
            yield inference, vocab.GD_VALUE, chinese(matter.label)
            yield from _ground(scope, inference, matter.inference)


def _ground(scope: Scope, term: str, inference: Inference) -> Iterator[Triple]:
    yield term, vocab.RDF_TYPE, vocab.GD_INFERENCE
    yield term, vocab.GD_CONFIDENCE, decimal(inference.confidence)
    if inference.reason_zh:
        yield term, vocab.DCT_DESCRIPTION, chinese(inference.reason_zh)
    if inference.reason_en:
        yield term, vocab.DCT_DESCRIPTION, english(inference.reason_en)
    yield term, vocab.PROV_WAS_DERIVED_FROM, scope.place(inference.source)
