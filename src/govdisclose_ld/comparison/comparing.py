"""A comparison, from the queries to the score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from govdisclose_ld.comparison.alone import items_alone
from govdisclose_ld.comparison.asking import Questions, Row
from govdisclose_ld.comparison.matrix import Findings, beyond_standard, gather, make_cells
from govdisclose_ld.comparison.measuring import measure
from govdisclose_ld.comparison.metrics import Weights, list_metrics, load_weights
from govdisclose_ld.comparison.refusals import check_divisions, refuse_nothing, refuse_standard
from govdisclose_ld.comparison.scoring import score
from govdisclose_ld.comparison.sides import (
    Group,
    group_catalogs,
    read_catalog_rows,
    split_editions,
)
from govdisclose_ld.comparison.values import ComparedCatalog, Comparison, Side
from govdisclose_ld.rdf.standards import standard_iri
from govdisclose_ld.standards import Standard, list_standards
from govdisclose_ld.store.sources import Source


def compare(
    source: Source,
    *,
    standard: Standard,
    divisions: Sequence[str] = (),
    field: str = "",
    weights: Weights | None = None,
    aligned: bool | None = None,
) -> Comparison:
    """The catalogs of ``source`` compared with a standard and with each other.

    ``source`` is a Store or an Endpoint that holds catalogs and the standard. ``divisions`` are
    division codes (of a county, or of a prefecture or province for all counties below it; all
    without any), ``field`` an id of the code list of fields (by default that of the standard, and
    catalogs that answer any of it). For a standard that is shared out among the catalogs of a
    division, these are taken together; else each catalog stands alone. Of several editions the
    newest counts. ``aligned`` tells whether the catalogs were read against the standard: by
    default so for standards that ship with the library, and of others for catalogs that answer
    any of it; what was never read against it is unknown, not missing.

    A catalog states duties: nothing here is evidence that anything was published.

    Raises ConfigurationError for a division that does not exist and for a standard that the
    source does not hold, InputNotFoundError if there is nothing to compare, RemoteError if an
    endpoint fails.
    """
    check_divisions(divisions)
    return answer(Questions(source, standard, divisions, field), weights, aligned=aligned)


def answer(
    questions: Questions,
    weights: Weights | None = None,
    *,
    aligned: bool | None = None,
    editions: bool = False,
) -> Comparison:
    """The comparison that a set of questions asks for; with ``editions`` older ones take part."""
    standard, weights = questions.standard, weights or load_weights()
    if not questions.is_held:
        refuse_standard(standard)
    catalogs = read_catalog_rows(questions.catalogs())
    kept, superseded = (catalogs, ()) if editions else split_editions(catalogs)
    refuse_nothing(questions.source, standard, questions.divisions, kept)
    merged = standard.shared or not standard.field
    groups = group_catalogs(kept, merged=merged)
    sides = _sides(questions, groups, weights, aligned=aligned)
    return Comparison(standard, weights, sides, superseded, merged)


def _sides(
    questions: Questions, groups: Sequence[Group], weights: Weights, *, aligned: bool | None
) -> tuple[Side, ...]:
    every = [catalog for group in groups for catalog in group]
    found = gather(
        questions.standard,
        {catalog.iri: catalog.document for catalog in every},
        cells=questions.cells(),
        answers=questions.answers(),
        deviations=questions.deviations(),
        doubts=questions.doubts(),
    )
    items = _by_catalog(questions.items())
    unaligned = _unaligned(questions.standard, every, found, aligned=aligned)
    sides = [_side(group, questions.standard, found, unaligned) for group in groups]
    sides = [_measured(side, questions.standard, found, items, weights) for side in sides]
    alone = items_alone([side.catalogs for side in sides], items, found.links)
    return tuple(replace(side, alone=few) for side, few in zip(sides, alone, strict=True))


def _side(group: Group, standard: Standard, found: Findings, unaligned: frozenset[str]) -> Side:
    first = group[0]
    return Side(
        code=first.code,
        name=first.place or first.title,
        province_code=first.province_code,
        province=first.province,
        catalogs=group,
        cells=make_cells(group, [item.id for item in standard.items], found, unaligned),
        beyond=beyond_standard(group, found),
    )


def _measured(
    side: Side,
    standard: Standard,
    found: Findings,
    items: dict[str, list[Row]],
    weights: Weights,
) -> Side:
    measurements = measure(
        list_metrics(),
        cells=side.cells,
        items=[row for catalog in side.catalogs for row in items.get(catalog.iri, ())],
        doubts=[one for catalog in side.catalogs for one in found.doubts.get(catalog.iri, ())],
        duty_root=f"{standard_iri(standard.id)}/",
    )
    return replace(side, measurements=measurements, score=score(measurements, weights))


def _by_catalog(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["catalog"]].append(row)
    return found


def _unaligned(
    standard: Standard,
    catalogs: Sequence[ComparedCatalog],
    found: Findings,
    *,
    aligned: bool | None,
) -> frozenset[str]:
    """The catalogs that nobody is known to have read against the standard."""
    shipped = any(one.id == standard.id for one in list_standards())
    if shipped if aligned is None else aligned:
        return frozenset()
    linked = {iri for iri, _ in found.links}
    return frozenset(catalog.iri for catalog in catalogs if catalog.iri not in linked)
