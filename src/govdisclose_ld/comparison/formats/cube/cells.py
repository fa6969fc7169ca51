"""The cells of the matrix as observations of a Data Cube."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.comparison.formats.cube import terms as t
from govdisclose_ld.comparison.formats.cube.names import Names
from govdisclose_ld.comparison.values import Cell, Deviation, Doubt, Link, Place, Side
from govdisclose_ld.model import CellRef
from govdisclose_ld.rdf.iris import code_iri, place_iri
from govdisclose_ld.rdf.terms import Triple, integer, node
from govdisclose_ld.rdf.vocab import RDF_TYPE


def cell_statements(side: Side, names: Names) -> Iterator[Triple]:
    """The observations of one side, each with its items and the row records they stand in."""
    for cell in side.cells:
        yield from _observation(side, cell, names)


def _observation(side: Side, cell: Cell, names: Names) -> Iterator[Triple]:
    term = node(names.cell(side.subject, cell.duty))
    yield term, RDF_TYPE, t.QB_OBSERVATION
    yield term, t.QB_DATA_SET, node(names.data_set)
    yield term, t.GD_COMPARED_SUBJECT, node(side.subject)
    yield term, t.GD_REQUIRED_ITEM, node(names.duty(cell.duty))
    yield term, t.GD_COVERAGE_STATE, node(code_iri("coverage-state", cell.state.value))
    answers = sum(link.kind != "candidate" for link in cell.links)
    yield term, t.GD_ANSWER_COUNT, integer(answers)
    yield term, t.GD_CANDIDATE_COUNT, integer(len(cell.links) - answers)
    yield term, t.GD_DEVIATION_COUNT, integer(len(cell.deviations))
    linked: tuple[Link | Deviation, ...] = (*cell.links, *cell.deviations)
    for item in dict.fromkeys(one.item for one in linked):
        yield term, t.GD_RESTS_ON, node(item)
    for source in _sources(side, cell):
        yield term, t.PROV_WAS_DERIVED_FROM, node(source)


def _sources(side: Side, cell: Cell) -> list[str]:
    """The row records that the state was told from; whole catalogs where no row speaks of it."""
    under: tuple[Link | Deviation | Doubt, ...] = (*cell.links, *cell.deviations, *cell.doubts)
    rows = dict.fromkeys(_row(one.catalog, one.place) for one in under if one.place.row)
    return list(rows) or [catalog.iri for catalog in side.catalogs]


def _row(catalog: str, place: Place) -> str:
    return place_iri(catalog, CellRef(place.document, place.table, place.row))
