import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store, parse
from rdf_samples import BARE, BARE_ITEM, CATALOGS, FULL, NO_PUBLISHER
from rdflib import Dataset, Graph, URIRef
from rdflib.compare import isomorphic
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from test_rdf_terms import ANY_TEXT, scalar

from govdisclose_ld.errors import ConfigurationError, InputError
from govdisclose_ld.model import Cell, Citation, Extra, Row, Table, Text
from govdisclose_ld.rdf import FORMATS, catalog_iri, serialise, statements, to_graph

BASES = ("https://w3id.org/govdisclose/id/", "http://data.example.gov.cn/ld#")
TRIPLES = ("turtle", "ntriples")
QUADS = ("trig", "nquads")


def written(catalogs, form, base=BASES[0]) -> bytes:
    return b"".join(serialise(catalogs, form, base=base))


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("form", TRIPLES)
def test_rdflib_reads_each_stream_as_the_graph(form, base):
    for catalog in CATALOGS:
        graph = Graph().parse(data=written([catalog], form, base), format=form)
        assert set(graph) == set(to_graph(catalog, base=base))
        assert isomorphic(graph, to_graph(catalog, base=base))


# rdflib's own parser uses names that rdflib has deprecated.
@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("form", QUADS)
def test_rdflib_reads_each_catalog_in_the_graph_of_its_iri(form, base):
    dataset = Dataset().parse(data=written(CATALOGS, form, base), format=form)
    for catalog in CATALOGS:
        name = URIRef(catalog_iri(catalog, base=base))
        assert set(dataset.graph(name)) == set(to_graph(catalog, base=base))
    assert len(dataset.graph(DATASET_DEFAULT_GRAPH_ID)) == 0


@pytest.mark.parametrize("base", BASES)
def test_all_streams_say_the_same_to_pyoxigraph(base):
    def read(form):
        media_type = RdfFormat.from_media_type(FORMATS[form].media_type)
        return set(parse(written(CATALOGS, form, base), format=media_type))

    assert read("turtle") == read("ntriples")
    assert read("trig") == read("nquads")
    assert {quad.triple for quad in read("nquads")} == {quad.triple for quad in read("turtle")}


def test_a_store_gives_back_every_literal_as_it_was_written():
    store = Store()
    store.bulk_load(written(CATALOGS, "nquads"), RdfFormat.N_QUADS)
    dumped = store.dump(format=RdfFormat.N_QUADS).splitlines()
    # Oxigraph keeps the integers of all XSD types as xsd:integer.
    kept = written(CATALOGS, "nquads").replace(b"nonNegativeInteger", b"integer").splitlines()
    assert sorted(dumped) == sorted(kept)


@pytest.mark.parametrize("form", ["ntriples", "nquads"])
def test_lines_are_sorted_and_never_repeated(form):
    lines = written([FULL], form).splitlines()
    assert lines == sorted(set(lines))


@pytest.mark.parametrize("form", FORMATS)
def test_the_bytes_are_the_same_in_another_process(form):
    script = (
        "import sys; from rdf_samples import CATALOGS; from govdisclose_ld.rdf import serialise;"
        f"sys.stdout.buffer.write(b''.join(serialise(CATALOGS, {form!r})))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert runs == {written(CATALOGS, form)}


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT, st.sampled_from(sorted(FORMATS)))
def test_no_text_of_a_source_says_anything_by_itself(text, form):
    item = replace(
        BARE_ITEM,
        ordinal=text,
        content=Text(text),
        legal_bases=(Citation(text),),
        extra=(Extra(text, text, BARE_ITEM.source),),
    )
    table = Table(1, (Row(1, (Cell(text, row_span=2), Cell(text))),), text)
    document = replace(BARE.document, name=text, blocks=(table,))
    catalog = replace(BARE, title=text, document=document, items=(item,))
    expected = {(s.strip("<>"), p.strip("<>")) for s, p, _ in statements(catalog)}
    media_type = RdfFormat.from_media_type(FORMATS[form].media_type)
    if form == "jsonld":
        document = json.loads(written([catalog], form))
        assert document["title"] == {"zh": scalar(text)}
        return
    quads = list(parse(written([catalog], form), format=media_type))
    assert {(quad.subject.value, quad.predicate.value) for quad in quads} == expected
    titles = [
        quad.object.value
        for quad in quads
        if quad.subject.value == catalog_iri(catalog) and quad.predicate.value.endswith("/title")
    ]
    assert titles == [scalar(text)]


@pytest.mark.parametrize("form", FORMATS)
def test_no_catalogs_are_a_valid_file(form):
    media_type = RdfFormat.from_media_type(FORMATS[form].media_type)
    if form == "jsonld":
        assert json.loads(written([], form))["@graph"] == []
    else:
        assert list(parse(written([], form), format=media_type)) == []


def test_one_catalog_is_held_at_a_time():
    given_out = []

    def source():
        for catalog in CATALOGS:
            given_out.append(catalog)
            yield catalog

    pieces = serialise(source(), "nquads")
    assert given_out == []
    next(pieces)
    assert given_out == [FULL]


def test_two_catalogs_of_one_iri_are_refused_with_both_files():
    twin = replace(BARE, document=replace(BARE.document, name="copy.txt"))
    with pytest.raises(InputError) as caught:
        written([BARE, NO_PUBLISHER, twin], "nquads")
    assert str(caught.value).startswith("copy.txt: 与 list.txt 得到同一个 IRI")


def test_an_unknown_format_is_refused_and_the_known_ones_named():
    with pytest.raises(ConfigurationError) as caught:
        serialise([FULL], "rdfxml")
    assert "turtle, ntriples, nquads, trig, jsonld" in str(caught.value)


def test_every_format_has_its_registered_media_type_and_suffix():
    assert {form.name: (form.suffix, form.media_type) for form in FORMATS.values()} == {
        "turtle": (".ttl", "text/turtle"),
        "ntriples": (".nt", "application/n-triples"),
        "nquads": (".nq", "application/n-quads"),
        "trig": (".trig", "application/trig"),
        "jsonld": (".jsonld", "application/ld+json"),
    }
