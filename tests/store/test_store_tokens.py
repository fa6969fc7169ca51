"""No value of a parameter, whatever it holds, can change the query around it."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.store import Parameter, Store, load_query
from govdisclose_ld.store.parameters import serialise
from govdisclose_ld.store.tokens import query_form, strip_comments, substitute, tokenize

TEXT = Parameter("word", "string")
HEADER = """# title: {zh: 甲, en: a}
# answers: {zh: 甲, en: a}
# source: {zh: 甲, en: a}
# params: [{name: word, type: string, meaning: {zh: 词, en: a word}}]
"""
QUERY = f"""{HEADER}SELECT ?x ("$word" AS ?quoted) WHERE {{
  VALUES ?x {{ "found" }}  # not $word
  FILTER($word=$word && ?x != <https://a.example/$word>)
}}
"""
HOSTILE = [
    '" } ; DROP ALL #',
    "'''",
    '"""',
    "\\",
    '\\"',
    "\\u0022 . ?s ?p ?o #",
    "\n} UNION { ?s ?p ?o",
    "$word",
    "?x",
    "<https://a.example/>",
    "# comment",
    "\x00\x07\r\n\t",
    "",
    " ",
    "'); --",
]
words = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.lists(st.sampled_from([*"\"'\\#$?<>{}\n\ru0", "\\u0022"]), max_size=12).map("".join),
)


@given(words)
def test_a_bound_text_is_one_token_and_comes_back_unchanged(word: str) -> None:
    bound = load_query(QUERY).bind(word=word)
    (row,) = Store().evaluate(bound).records()
    assert row == {"x": "found", "quoted": "$word"}
    term = serialise(TEXT, word)
    assert [token.kind for token in tokenize(term)] == ["string"]
    (solution,) = ox.Store().query(f"SELECT ({term} AS ?back) {{ }}")
    assert solution["back"].value == word


@given(words)
def test_a_bound_query_has_the_tokens_of_the_unbound_one(word: str) -> None:
    def skeleton(text: str) -> list[str]:
        tokens = [token for token in tokenize(text) if token.kind != "space"]
        return ["·" if t.text in {"$word", serialise(TEXT, word)} else t.text for t in tokens]

    assert skeleton(load_query(QUERY).bind(word=word)) == skeleton(QUERY)


@given(words)
def test_a_hostile_pattern_only_ever_matches_text(word: str) -> None:
    with Store() as store:
        store.load(b"<https://a.example/s> <https://a.example/p> 'secret' .", format="ttl")
        text = f"{HEADER}SELECT ?s {{ ?s ?p ?o FILTER(STR(?o) = $word) }}"
        assert len(store.query(text, word=word)) == (word == "secret")


@given(st.text(st.sampled_from([*"\"'\\#$?<>{}():@^ab1. \n"]), max_size=40))
def test_tokens_joined_are_the_text(text: str) -> None:
    try:
        tokens = list(tokenize(text))
    except ConfigurationError:
        return
    assert "".join(token.text for token in tokens) == text
    assert substitute(text, {}) == text


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("?s a $a", "?s a  <x:y> "),
        ("?x<$a", "?x< <x:y> "),
        ("ex:a\\$a $ab $地区", "ex:a\\$a $ab $地区"),
        ('"$a" \'$a\' """\n"$a""" \'\'\'$a\'\'\' <$a> # $a', None),
        ("'\\'$a' $a", "'\\'$a'  <x:y> "),
        ("?a $A", "?a $A"),
        ("<x#$a> $a", "<x#$a>  <x:y> "),
        ("ex:p?/ex:q $a", "ex:p?/ex:q  <x:y> "),
    ],
)
def test_only_the_variable_itself_is_replaced(text: str, replaced: str | None) -> None:
    assert substitute(text, {"a": "<x:y>"}) == (text if replaced is None else replaced)


@pytest.mark.parametrize("text", ["SELECT 'abc", 'ASK { "a\nb" }', "ASK { '''a'' }"])
def test_an_open_string_is_told_with_its_line(text: str) -> None:
    with pytest.raises(ConfigurationError, match=r"line 1.*never closed"):
        list(tokenize(text))


def test_stripping_comments_keeps_lines_and_strings() -> None:
    assert strip_comments("# a\nASK { '#' } # b\n#c") == "\nASK { '#' } \n"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("PREFIX select: <x:ask> ASK { }", "ASK"),
        ("# DROP\nselect * { ?insert ?p 'DELETE' }", "SELECT"),
        ("BASE <x:insert/> CONSTRUCT { ?s ex:load ?o } { ?s ?p ?o }", "CONSTRUCT"),
        ("DESCRIBE <x:y>", "DESCRIBE"),
    ],
)
def test_the_form_is_told_by_keywords_alone(text: str, form: str) -> None:
    assert query_form(text) == form


@pytest.mark.parametrize(
    "text",
    [
        "DELETE WHERE { ?s ?p ?o }",
        "SELECT * { } ; drop all",
        "WITH <x:g> DELETE { } WHERE { SELECT * { } }",
        "LOAD <https://a.example/>",
    ],
)
def test_an_update_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError, match="changes data"):
        query_form(text)


@pytest.mark.parametrize("text", ["", "PREFIX a: <x:y>", "hello world"])
def test_what_is_no_query_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError, match="no SPARQL query"):
        query_form(text)
