"""The graphs of the two real catalogs under the reasoner: nothing absurd follows from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from ontology_reasoning import absurdities

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.rdf import to_graph

SEEDS = sorted((Path(__file__).parents[2] / "data/catalogs").glob("*.txt"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_nothing_absurd_follows_from_a_real_catalog(seed: Path) -> None:
    catalog, _ = read_catalog(seed, corrections=())
    assert absurdities(to_graph(catalog)) == []


def test_there_are_two_seeds() -> None:
    assert len(SEEDS) == 2
