"""What every shape that ships must have."""

from __future__ import annotations

import re
from collections import Counter

import pyshacl
import pytest
from rdflib import DCTERMS, SH, Graph, Literal, Namespace, URIRef
from shape_examples import SHIPPED, shapes_text

from govdisclose_ld.assets import path
from govdisclose_ld.validation import Rule, describe_shapes

GD = Namespace("https://w3id.org/govdisclose/ns#")
RULES = [(name, rule) for name in SHIPPED for rule in describe_shapes(name)]


def graph(name: str) -> Graph:
    return Graph().parse(data=shapes_text(name), format="turtle")


@pytest.mark.parametrize(("name", "rule"), RULES, ids=[rule.code for _, rule in RULES])
def test_shape_speaks_for_itself(name: str, rule: Rule) -> None:
    assert rule.iri.startswith(f"https://w3id.org/govdisclose/shapes/{name}#")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.code)
    assert rule.name.zh != rule.name.en
    assert re.search(r"[\u4e00-\u9fff]", rule.message.zh)
    assert re.search(r"[\u4e00-\u9fff]", rule.message.en) is None
    assert rule.source
    assert re.search(r"[\u4e00-\u9fff]", rule.remedy.zh)
    assert rule.remedy.en
    assert re.search(r"[\u4e00-\u9fff]", rule.remedy.en) is None


@pytest.mark.parametrize("name", SHIPPED)
def test_every_text_comes_in_both_languages(name: str) -> None:
    shapes = graph(name)
    for predicate in (SH.message, SH.name, DCTERMS.title, GD.remedy):
        for node in set(shapes.subjects(predicate)):
            texts = [t for t in shapes.objects(node, predicate) if isinstance(t, Literal)]
            assert sorted(str(text.language) for text in texts) == ["en", "zh"], node


@pytest.mark.parametrize("name", SHIPPED)
def test_severity_is_stated(name: str) -> None:
    shapes = graph(name)
    for _, rule in [entry for entry in RULES if entry[0] == name]:
        assert (URIRef(rule.iri), SH.severity, None) in shapes, rule.code


def test_codes_are_unique() -> None:
    counts = Counter(rule.code for _, rule in RULES)
    assert [code for code, count in counts.items() if count > 1] == []


def test_whole_columns_are_there() -> None:
    codes = {rule.code for _, rule in RULES}
    assert {rule.whole for _, rule in RULES if rule.whole} <= codes


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # pySHACL's own use of rdflib datasets
@pytest.mark.parametrize("name", SHIPPED)
def test_shapes_are_well_formed_by_the_shapes_of_shacl(name: str) -> None:
    conforms, _, text = pyshacl.validate(
        graph(name),
        shacl_graph="http://www.w3.org/ns/shacl-shacl",  # comes with pySHACL
        max_validation_depth=60,
    )
    assert conforms, text


@pytest.mark.parametrize("name", SHIPPED)
def test_sparql_is_complete_in_itself(name: str) -> None:
    """A second engine parses each query with the prefixes that the file itself declares."""
    assert describe_shapes(str(path(f"shapes/{name}.ttl"))) == describe_shapes(name)
