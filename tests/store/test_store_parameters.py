"""Values of parameters, from the words that are typed to RDF terms."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.store import Parameter
from govdisclose_ld.store.parameters import TYPES, Given, bind_parameters, serialise

XSD = "http://www.w3.org/2001/XMLSchema#"
CODE = "https://w3id.org/govdisclose/code"


def parameter(type_: str) -> Parameter:
    return Parameter("p", type_, scheme="channel" if type_ == "code" else "")


@pytest.mark.parametrize(
    ("type_", "text", "term"),
    [
        ("iri", "https://a.example/栾川?x=1#y", "<https://a.example/栾川?x=1#y>"),
        ("iri", " urn:x:y ", "<urn:x:y>"),
        ("string", ' a"b ', '" a\\"b "'),
        ("division", "410324", '"410324"^^<https://w3id.org/govdisclose/ns#divisionCode>'),
        ("integer", "+007", f'"7"^^<{XSD}integer>'),
        ("decimal", "1e-3", f'"0.001"^^<{XSD}decimal>'),
        ("boolean", "是", f'"true"^^<{XSD}boolean>'),
        ("boolean", "FALSE", f'"false"^^<{XSD}boolean>'),
        ("date", "2020-06-30", f'"2020-06-30"^^<{XSD}date>'),
        ("code", "website", f"<{CODE}/channel/website>"),
        ("code", "政府门户网站", f"<{CODE}/channel/website>"),
        (
            "standard",
            "poverty-alleviation-2019",
            "<https://w3id.org/govdisclose/standard/poverty-alleviation-2019>",
        ),
        ("standard", "https://a.example/s", "<https://a.example/s>"),
    ],
)
def test_a_value_becomes_a_term_of_its_type(type_: str, text: str, term: str) -> None:
    assert serialise(parameter(type_), text) == term


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("iri", "catalog/1"),
        ("iri", "https://a.example/> ?p ?o . <x:y"),
        ("iri", "https://a.example/%zz"),
        ("iri", "https://a.example/a b"),
        ("iri", "https://a.example/\ud800"),
        ("string", "\ud800"),
        ("division", "41032"),
        ("division", "４１０３２４"),
        ("division", '410324"'),
        ("integer", "20.0"),
        ("integer", "1_000"),
        ("integer", "9" * 5000),
        ("decimal", "NaN"),
        ("decimal", "1e999999999"),
        ("decimal", "twenty"),
        ("boolean", "maybe"),
        ("date", "2020-02-30"),
        ("date", "30.6.2020"),
        ("date", ""),
    ],
)
def test_a_wrong_value_is_refused_with_an_example(type_: str, text: str) -> None:
    with pytest.raises(ConfigurationError, match=r"(?s)parameter p takes .*for example p="):
        serialise(parameter(type_), text)


@pytest.mark.parametrize(
    ("type_", "text", "nearest"),
    [
        ("code", "政府公抱", "p=政府公报"),
        ("code", "webiste", "p=website"),
        ("standard", "poverty-alleviation", "p=poverty-alleviation-2019"),
    ],
)
def test_a_misspelt_name_is_refused_with_the_nearest(type_: str, text: str, nearest: str) -> None:
    with pytest.raises(ConfigurationError, match=nearest):
        serialise(parameter(type_), text)


@given(st.sampled_from(sorted(TYPES)), st.text(max_size=30))
def test_any_text_becomes_one_valid_term_or_is_refused(type_: str, text: str) -> None:
    try:
        term = serialise(parameter(type_), text)
    except ConfigurationError:
        return
    (solution,) = ox.Store().query(f"SELECT ?x {{ VALUES ?x {{ {term} }} }}")
    assert solution["x"] is not None


@pytest.mark.parametrize(
    ("type_", "value", "term"),
    [
        ("integer", 20, f'"20"^^<{XSD}integer>'),
        ("decimal", Decimal("0.80"), f'"0.80"^^<{XSD}decimal>'),
        ("decimal", 0.00001, f'"0.00001"^^<{XSD}decimal>'),
        ("boolean", True, f'"true"^^<{XSD}boolean>'),
        ("date", date(2020, 6, 30), f'"2020-06-30"^^<{XSD}date>'),
        ("string", 5, '"5"'),
    ],
)
def test_python_values_will_do(type_: str, value: Given, term: str) -> None:
    assert bind_parameters((parameter(type_),), {"p": value}, where="") == {"p": term}


def test_a_default_stands_in_and_nothing_stays_unbound() -> None:
    declared = (Parameter("a", "integer", default="20"), Parameter("b", "string"))
    assert bind_parameters(declared, {"b": None}, where="") == {"a": f'"20"^^<{XSD}integer>'}


def test_a_required_parameter_is_asked_for() -> None:
    with pytest.raises(ConfigurationError, match="parameter p is missing"):
        bind_parameters((Parameter("p", "integer", required=True),), {}, where="q.rq")


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="its parameters: —"):
        bind_parameters((), {"limit": 5}, where="q.rq")
