"""Rows as text, each format whole."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Phrase
from govdisclose_ld.store import Column, Rows, Store, Value, render_rows
from govdisclose_ld.store.rendering import FORMATS

XSD = "http://www.w3.org/2001/XMLSchema#"
ROWS = Rows(
    (
        Column("iri", Phrase("标识", "identifier")),
        Column("text", Phrase("文字", "text")),
        Column("n"),
    ),
    (
        (Value("https://a.example/栾", "uri"), Value('甲,"乙"\n|丙', language="zh"), None),
        (Value("b0", "bnode"), Value("=1+1"), Value("-5", datatype=f"{XSD}integer")),
    ),
)


def test_csv() -> None:
    assert render_rows(ROWS, "csv") == (
        'iri,text,n\r\nhttps://a.example/栾,"甲,""乙""\n|丙",\r\nb0,\'=1+1,-5\r\n'
    )


def test_tsv_with_chinese_headings_and_mark() -> None:
    assert render_rows(ROWS, "tsv", headings="zh", bom=True) == (
        '\ufeff标识\t文字\tn\nhttps://a.example/栾\t"甲,""乙""\n|丙"\t\nb0\t\'=1+1\t-5\n'
    )


def test_markdown() -> None:
    assert render_rows(ROWS, "md", headings="en") == (
        "| identifier | text | n |\n| --- | --- | --- |\n"
        '| https://a.example/栾 | 甲,"乙"<br>\\|丙 |  |\n'
        "| b0 | '=1+1 | -5 |\n"
    )


def test_json() -> None:
    assert json.loads(render_rows(ROWS, "json")) == [
        {"iri": "https://a.example/栾", "text": '甲,"乙"\n|丙', "n": None},
        {"iri": "b0", "text": "=1+1", "n": -5},
    ]


@pytest.mark.parametrize(
    ("format_", "kind"),
    [("sparql-json", ox.QueryResultsFormat.JSON), ("xml", ox.QueryResultsFormat.XML)],
)
def test_the_formats_of_the_w3c_lose_nothing(format_: str, kind: ox.QueryResultsFormat) -> None:
    parsed = ox.parse_query_results(render_rows(ROWS, format_), kind)
    assert isinstance(parsed, ox.QuerySolutions)
    assert [variable.value for variable in parsed.variables] == ["iri", "text", "n"]
    first, second = list(parsed)
    assert first["iri"] == ox.NamedNode("https://a.example/栾")
    assert first["text"] == ox.Literal('甲,"乙"\n|丙', language="zh")
    assert first["n"] is None
    assert isinstance(second["iri"], ox.BlankNode)
    assert second["n"] == ox.Literal("-5", datatype=ox.NamedNode(f"{XSD}integer"))


@pytest.mark.parametrize(
    ("format_", "rendered"),
    [
        ("csv", "answer\r\ntrue\r\n"),
        ("json", '[\n  {\n    "answer": true\n  }\n]\n'),
        ("sparql-json", '{"head":{},"boolean":true}\n'),
        (
            "xml",
            '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/'
            'sparql-results#"><head /><boolean>true</boolean></sparql>\n',
        ),
    ],
)
def test_a_yes_or_no(format_: str, rendered: str) -> None:
    with Store() as store:
        assert render_rows(store.query("ASK { }"), format_) == rendered


@pytest.mark.parametrize("word", ["=1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_no_text_runs_as_a_formula(word: str) -> None:
    rows = Rows((Column("a"),), ((Value(word),),))
    ((_,), (cell,)) = csv.reader(io.StringIO(render_rows(rows, "csv"), newline=""))
    assert cell == f"'{word}"
    ((_,), (cell,)) = csv.reader(io.StringIO(render_rows(rows, "csv", guard=False), newline=""))
    assert cell == word


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_any_text_comes_back_from_csv_and_json(words: list[str]) -> None:
    columns = tuple(Column(f"c{n}") for n in range(len(words)))
    rows = Rows(columns, (tuple(Value(word) for word in words),))
    text = render_rows(rows, "csv", guard=False)
    assert list(csv.reader(io.StringIO(text, newline="")))[1:] == [words]
    (record,) = json.loads(render_rows(rows, "json"))
    assert list(record.values()) == words


@given(st.text())
def test_xml_is_well_formed_whatever_it_holds(word: str) -> None:
    rows = Rows((Column("a"),), ((Value(word.encode("utf-8", "replace").decode()),),))
    text = render_rows(rows, "xml")
    assert len(list(ox.parse_query_results(text, ox.QueryResultsFormat.XML))) == 1


@pytest.mark.parametrize("given_", [{"format": "xlsx"}, {"format": "csv", "headings": "de"}])
def test_an_unknown_format_is_refused(given_: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match=", ".join(FORMATS)):
        render_rows(ROWS, **given_)


@pytest.mark.parametrize(
    ("lexical", "datatype", "native"),
    [
        ("20", "nonNegativeInteger", 20),
        ("33.30", "decimal", Decimal("33.3")),
        ("100.0", "decimal", Decimal(100)),
        ("1.5E0", "double", 1.5),
        ("1", "boolean", True),
        ("2020-06-30", "date", date(2020, 6, 30)),
        ("--06-30", "gMonthDay", "--06-30"),
        ("many", "integer", "many"),
        ("x", "string", "x"),
    ],
)
def test_values_have_python_types(lexical: str, datatype: str, native: object) -> None:
    value = Value(lexical, datatype=f"{XSD}{datatype}")
    assert value.native == native
    assert type(value.native) is type(native)


def test_one_number_in_two_spellings_is_one_value() -> None:
    assert Value("0.50", datatype=f"{XSD}decimal") == Value(".5", datatype=f"{XSD}decimal")
