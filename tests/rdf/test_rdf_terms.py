import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from govdisclose_ld.rdf import terms

HOSTILE = (
    '" .\n<https://evil.example/s> <https://evil.example/p> "x',
    "\\u0022 \\",
    "\x00\x01\x08\x0b\x1f\x7f",
    "\r\n\t\f",
    "\ud800 half a pair",
    "\ufffe\uffff\U0010ffff",
    "\u202eright to left\u2066",
    "\u0085\u2028\u2029",
    "政府网站@zh",
    "",
)
ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.sampled_from(HOSTILE)
SUBJECT, PREDICATE = NamedNode("https://example.org/s"), NamedNode("https://example.org/p")


def scalar(text: str) -> str:
    """``text`` with the halves of surrogate pairs, which no RDF string holds, replaced."""
    return "".join("\ufffd" if 0xD800 <= ord(char) <= 0xDFFF else char for char in text)


def line(term: str) -> str:
    return f"{SUBJECT} {PREDICATE} {term} .\n"


@given(ANY_TEXT)
@example(HOSTILE[0])
@example(HOSTILE[4])
def test_text_never_leaves_its_literal(text):
    lines = "".join(line(make(text)) for make in (terms.text, terms.chinese, terms.english))
    assert [triple.object for triple in parse(lines, format=RdfFormat.N_TRIPLES)] == [
        Literal(scalar(text)),
        Literal(scalar(text), language="zh"),
        Literal(scalar(text), language="en"),
    ]


@given(ANY_TEXT)
def test_literals_are_written_in_the_canonical_form(text):
    triple = Triple(SUBJECT, PREDICATE, Literal(scalar(text), language="zh"))
    assert line(terms.chinese(text)).encode() == serialize([triple], format=RdfFormat.N_TRIPLES)


@pytest.mark.parametrize(
    ("value", "lexical"),
    [
        (20, "20"),
        (0.8, "0.8"),
        (1.0, "1"),
        (0.0, "0"),
        (0.85, "0.85"),
        (1e-7, "0.0000001"),
        (100, "100"),
    ],
)
def test_decimals_have_one_form(value, lexical):
    assert terms.decimal(value) == f'"{lexical}"^^<http://www.w3.org/2001/XMLSchema#decimal>'


def test_json_is_canonical():
    assert terms.json_literal([{"text": "a\n", "rowSpan": 2}, None, "政"]) == (
        '"[{\\"rowSpan\\":2,\\"text\\":\\"a\\\\n\\"},null,\\"政\\"]"'
        "^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON>"
    )
