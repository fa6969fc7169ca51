"""The data sets with their structure, the metrics and the weights."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.comparison.formats.cube import terms as t
from govdisclose_ld.comparison.formats.cube.names import Names
from govdisclose_ld.comparison.formats.wording import caveats
from govdisclose_ld.comparison.metrics import Metric, list_metrics
from govdisclose_ld.comparison.values import Comparison
from govdisclose_ld.model import Phrase
from govdisclose_ld.rdf.terms import Triple, chinese, decimal, english, integer, node, text
from govdisclose_ld.rdf.vocab import (
    CODE,
    DCT_DESCRIPTION,
    DCT_SOURCE,
    DCT_TITLE,
    RDF_TYPE,
    SKOS,
    SKOS_CONCEPT,
    SKOS_PREF_LABEL,
    XSD_DECIMAL,
    XSD_INTEGER,
)

_DEFINITION = f"<{SKOS}definition>"
_GD_STANDARD_ITEM = t.GD_COMPARED_SUBJECT.replace("comparedSubject", "StandardItem")
_Component = tuple[str, str, str]
# Kind, property and range of each component.
_MATRIX: tuple[_Component, ...] = (
    (t.QB_DIMENSION, t.GD_COMPARED_SUBJECT, t.RDFS_RESOURCE),
    (t.QB_DIMENSION, t.GD_REQUIRED_ITEM, _GD_STANDARD_ITEM),
    (t.QB_MEASURE, t.GD_COVERAGE_STATE, SKOS_CONCEPT),
    (t.QB_MEASURE, t.GD_ANSWER_COUNT, XSD_INTEGER),
    (t.QB_MEASURE, t.GD_CANDIDATE_COUNT, XSD_INTEGER),
    (t.QB_MEASURE, t.GD_DEVIATION_COUNT, XSD_INTEGER),
)
_QUALITY: tuple[_Component, ...] = (
    (t.QB_DIMENSION, t.DQV_COMPUTED_ON, t.RDFS_RESOURCE),
    (t.QB_DIMENSION, t.DQV_IS_MEASUREMENT_OF, t.DQV_METRIC),
    (t.QB_MEASURE, t.DQV_VALUE, t.RDFS_RESOURCE),
)
_PROPERTY_CLASS = {
    t.QB_DIMENSION: t.QB_DIMENSION_PROPERTY,
    t.QB_MEASURE: t.QB_MEASURE_PROPERTY,
}


def structure_statements(comparison: Comparison, names: Names) -> Iterator[Triple]:
    """What all sides share."""
    yield from _matrix(comparison, names)
    yield from _quality(comparison, names)
    for metric in list_metrics():
        yield from _metric(metric)
    yield from _score(comparison, names)


def _matrix(comparison: Comparison, names: Names) -> Iterator[Triple]:
    term, title = node(names.data_set), comparison.standard.title
    yield term, RDF_TYPE, t.QB_DATA_SET_CLASS
    yield from _named(term, DCT_TITLE, _title("覆盖矩阵", "coverage matrix", title))
    yield from _described(term, comparison)
    yield term, t.DCT_CONFORMS_TO, node(names.standard)
    for side in comparison.sides:
        for catalog in side.catalogs:
            yield term, t.PROV_WAS_DERIVED_FROM, node(catalog.iri)
    yield from _structure(term, f"{names.data_set}/structure", _MATRIX)
    yield t.GD_COVERAGE_STATE, RDF_TYPE, t.QB_CODED_PROPERTY
    yield t.GD_COVERAGE_STATE, t.QB_CODE_LIST, node(f"{CODE}coverage-state")


def _quality(comparison: Comparison, names: Names) -> Iterator[Triple]:
    term, title = node(names.quality), comparison.standard.title
    yield term, RDF_TYPE, t.QB_DATA_SET_CLASS
    yield term, RDF_TYPE, t.DQV_QUALITY_MEASUREMENT_DATASET
    yield from _named(term, DCT_TITLE, _title("指标与分数", "measures and scores", title))
    yield from _described(term, comparison)
    yield term, t.PROV_WAS_DERIVED_FROM, node(names.data_set)
    yield from _structure(term, f"{names.quality}/structure", _QUALITY)


def _structure(
    data_set: str, structure: str, components: tuple[_Component, ...]
) -> Iterator[Triple]:
    yield data_set, t.QB_STRUCTURE, node(structure)
    yield node(structure), RDF_TYPE, t.QB_DATA_STRUCTURE
    for number, (kind, name, values) in enumerate(components, 1):
        term = node(f"{structure}/{number}")
        yield node(structure), t.QB_COMPONENT, term
        yield term, RDF_TYPE, t.QB_COMPONENT_SPECIFICATION
        yield term, kind, name
        yield term, t.QB_ORDER, integer(number)
        yield name, RDF_TYPE, _PROPERTY_CLASS[kind]
        yield name, t.RDFS_RANGE, values


def _metric(metric: Metric) -> Iterator[Triple]:
    term, dimension = node(f"{t.METRIC}{metric.id}"), node(f"{t.DIMENSION}{metric.dimension.id}")
    yield term, RDF_TYPE, t.DQV_METRIC
    yield from _named(term, SKOS_PREF_LABEL, metric.label)
    yield from _named(term, _DEFINITION, metric.definition)
    yield from _named(term, DCT_SOURCE, metric.source)
    yield term, t.DQV_EXPECTED_DATATYPE, XSD_DECIMAL
    yield term, t.DQV_IN_DIMENSION, dimension
    yield dimension, RDF_TYPE, t.DQV_DIMENSION
    yield from _named(dimension, SKOS_PREF_LABEL, metric.dimension.label)
    yield from _named(dimension, _DEFINITION, metric.dimension.definition)


def _score(comparison: Comparison, names: Names) -> Iterator[Triple]:
    """The metric of the score, with the weight of each part."""
    weights, term = comparison.weights, node(names.score)
    yield term, RDF_TYPE, t.DQV_METRIC
    yield from _named(term, SKOS_PREF_LABEL, Phrase("分数（0—100）", "score (0 to 100)"))
    if weights.note.zh:
        yield from _named(term, _DEFINITION, weights.note)
    yield term, DCT_SOURCE, text(weights.file)
    yield term, t.DQV_EXPECTED_DATATYPE, XSD_DECIMAL
    for metric, weight in weights.parts:
        part = node(f"{names.data_set}/weight/{metric}")
        yield term, t.GD_WEIGHT_OF_SCORE, part
        yield part, RDF_TYPE, t.GD_SCORE_WEIGHT
        yield part, t.GD_WEIGHTED_METRIC, node(f"{t.METRIC}{metric}")
        yield part, t.GD_WEIGHT, decimal(weight)


def _described(term: str, comparison: Comparison) -> Iterator[Triple]:
    for one in caveats(comparison):
        yield from _named(term, DCT_DESCRIPTION, one)


def _named(term: str, predicate: str, label: Phrase) -> Iterator[Triple]:
    yield term, predicate, chinese(label.zh)
    yield term, predicate, english(label.en)


def _title(zh: str, en: str, standard: Phrase) -> Phrase:
    return Phrase(f"{standard.zh}：{zh}", f"{standard.en}: {en}")
