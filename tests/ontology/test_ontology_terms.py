"""Every term that we write exists, and every term of ours is used."""

from __future__ import annotations

from pathlib import Path

import pytest
from known_terms import GD, LISTED, STANDARD, iris_in, iris_of, is_known, own_terms, standard_terms
from rdflib import Graph

from govdisclose_ld import assets

MAPPING = assets.root() / "docs/reference/mapping.md"
FILES = sorted(
    path.relative_to(assets.root()).as_posix()
    for folder in ("ontology", "shapes")
    for path in assets.path(folder).rglob("*.ttl")
)


@pytest.mark.parametrize("name", FILES)
def test_every_term_of_a_file_exists(name: str) -> None:
    used = set(iris_of(Graph().parse(assets.root() / name)))
    assert sorted(iri for iri in used if not is_known(iri)) == []


def test_every_standard_and_item_that_shapes_name_exists() -> None:
    used = {
        iri
        for name in FILES
        for iri in iris_of(Graph().parse(assets.root() / name))
        if iri.startswith(STANDARD)
    }
    assert used <= standard_terms()


def test_every_term_of_the_mapping_exists() -> None:
    used = set(iris_in(MAPPING.read_text(encoding="utf-8")))
    assert sorted(iri for iri in used if not is_known(iri)) == []


def test_the_mapping_uses_every_term_of_ours() -> None:
    used = set(iris_in(MAPPING.read_text(encoding="utf-8")))
    assert own_terms() == {iri for iri in used if iri.startswith(GD)}


@pytest.mark.parametrize(
    "iri",
    [
        "http://www.w3.org/ns/dcat#catalogue",
        "http://www.w3.org/2004/02/skos/core#broder",
        "http://data.europa.eu/m8g/hasChanel",
        "https://w3id.org/govdisclose/ns#nothing",
        "https://w3id.org/govdisclose/code/channel/nothing",
        "https://schema.org/position",
        "http://example.org/made-up",
    ],
)
def test_a_term_that_nobody_defines_is_unknown(iri: str) -> None:
    assert not is_known(iri)


def test_prefixed_names_are_found_in_queries_and_prose() -> None:
    text = "SELECT ?x { ?x skos:broader* ?y ; a gd:Matter } `dct:title` https://a:b xs:x `sh:in`"
    names = {iri.rpartition("#")[2].rpartition("/")[2] for iri in iris_in(text)}
    assert names == {"broader", "Matter", "title", "in"}


@pytest.mark.parametrize("prefix", LISTED)
def test_a_list_of_terms_says_what_it_was_checked_against(prefix: str) -> None:
    file = Path(__file__).parent / f"vocabularies/{prefix}.txt"
    header, *terms = file.read_text(encoding="utf-8").splitlines()
    assert header.startswith("# ")
    assert "hecked against" in header
    assert terms == sorted(set(terms))
    assert all(term.startswith(LISTED[prefix]) for term in terms)
