from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdf_samples import BARE, CATALOGS, FULL
from rdflib import Graph

from govdisclose_ld.model import Cell, Row, Table
from govdisclose_ld.rdf import catalog_iri, printed_tables, serialise, to_graph

TEXTS = st.text(max_size=8) | st.sampled_from(
    ["", "null", '{"text": "x"}', "{}", "[]", "√", "@null"]
)


def rebuilt(tables):
    catalog = replace(BARE, document=replace(BARE.document, blocks=tuple(tables)))
    return printed_tables(to_graph(catalog), catalog_iri(catalog))


@st.composite
def grids(draw, number=1):
    """A table as a reader draws it: some cells merged, those that they cover marked."""
    height, width = draw(st.integers(0, 5)), draw(st.integers(0, 5))
    cells = {(r, c): Cell(draw(TEXTS)) for r in range(1, height + 1) for c in range(1, width + 1)}
    for row, column in sorted(cells):
        down, across = draw(st.integers(1, 3)), draw(st.integers(1, 3))
        area = [
            (r, c)
            for r in range(row, min(row + down, height + 1))
            for c in range(column, min(column + across, width + 1))
        ]
        if draw(st.booleans()) and all(cells[place] == Cell(cells[place].text) for place in area):
            cells.update((place, Cell("", anchor=(row, column))) for place in area[1:])
            cells[row, column] = replace(
                cells[row, column], anchor=None, row_span=down, column_span=across
            )
    rows = tuple(
        Row(r, tuple(cells[r, c] for c in range(1, width + 1)), draw(st.integers(0, 99)))
        for r in range(1, height + 1)
    )
    return Table(number, rows, draw(st.text(max_size=5)))


ANY_CELLS = st.builds(
    Cell,
    text=TEXTS,
    row_span=st.integers(0, 4),
    column_span=st.integers(0, 4),
    anchor=st.none() | st.tuples(st.integers(1, 9), st.integers(1, 9)),
)


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda catalog: catalog.slug)
def test_the_printed_tables_are_rebuilt_from_the_graph_alone(catalog):
    assert printed_tables(to_graph(catalog), catalog_iri(catalog)) == catalog.document.tables


@pytest.mark.parametrize("form", ["turtle", "ntriples"])
def test_they_are_rebuilt_from_a_file_too(form):
    graph = Graph().parse(data=b"".join(serialise([FULL], form)), format=form)
    assert printed_tables(graph, catalog_iri(FULL)) == FULL.document.tables


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.integers(1, 12), max_size=3, unique=True).flatmap(
        lambda numbers: st.tuples(*(grids(number) for number in sorted(numbers)))
    )
)
def test_tables_with_merged_cells_come_back_cell_for_cell(tables):
    assert rebuilt(tables) == tables


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(ANY_CELLS, max_size=4), max_size=4))
def test_even_cells_whose_merging_makes_no_sense_come_back(rows):
    table = Table(1, tuple(Row(r, tuple(cells)) for r, cells in enumerate(rows, 1)))
    assert rebuilt([table]) == (table,)


def test_a_graph_that_says_nothing_of_a_catalog_has_no_tables():
    assert printed_tables(to_graph(FULL), catalog_iri(BARE)) == ()


def test_a_merged_cell_larger_than_its_table_is_no_burden():
    table = Table(1, (Row(1, (Cell("x", row_span=10**9, column_span=10**9), Cell("y"))),))
    assert rebuilt([table]) == (table,)
