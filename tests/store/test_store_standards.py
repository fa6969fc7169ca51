"""A standard that does not ship: put into a store, and asked for by its id."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Phrase
from govdisclose_ld.rdf.standards import standard_iri, standard_statements
from govdisclose_ld.standards import Standard, StandardItem, StandardMatter, load_standard
from govdisclose_ld.store import Store, query


def standard(*items: str) -> Standard:
    listed = tuple(StandardItem(item, Phrase(item, item)) for item in items)
    matter = StandardMatter("", Phrase("", ""), listed, assumed=True)
    return Standard("mine", Phrase("我的", "mine"), "", (matter,))


def test_it_is_a_graph_of_its_own_and_takes_the_place_of_what_was_there() -> None:
    with Store() as store:
        assert store.load_standard(standard("a", "b")) == standard_iri("mine")
        assert store.load_standard(standard("a")) == standard_iri("mine")
        assert store.graphs() == (standard_iri("mine"),)
        assert len(list(store.dump())) == len(set(standard_statements(standard("a"))))


def test_queries_know_it_by_its_id() -> None:
    with Store() as store:
        store.load_standard(standard("a"))
        assert store.query("compare/missing", standard="mine").values == ()
        by_iri = store.query("compare/missing", standard=standard_iri("mine"))
        assert by_iri == store.query("compare/missing", standard="mine")
        with pytest.raises(ConfigurationError, match="id or the IRI of a standard"):
            store.query("compare/missing", standard="yours")


def test_an_rdflib_graph_knows_it_too() -> None:
    lines = "".join(f"{' '.join(t)} .\n" for t in standard_statements(standard("a")))
    graph = Graph().parse(data=lines, format="nt")
    assert query(graph, "compare/missing", standard="mine").values == ()


def test_a_shipped_standard_is_stated_as_the_file_that_ships(tmp_path: Path) -> None:
    with Store() as given, Store() as shipped:
        given.load_standard(load_standard("regulation-711"))
        shipped.load_reference()
        iri = standard_iri("regulation-711")
        stated = {line for line in shipped.dump() if line.endswith(f"<{iri}> .\n")}
        assert set(given.dump()) == stated
