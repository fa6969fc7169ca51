import json
import re
from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from pyld import jsonld
from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from rdf_samples import BARE, BARE_ITEM, CATALOGS, FULL
from rdflib import Graph
from test_rdf_terms import ANY_TEXT

from govdisclose_ld.assets import path
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Choice, Citation, State, Table, Text
from govdisclose_ld.rdf import serialise, statements, to_graph, to_jsonld, vocab
from govdisclose_ld.rdf.context import CONTEXT_URL, bundled, load_document

OFFLINE = {"documentLoader": load_document}
SCHEMA = json.loads(path("ontology/schemas/catalog.schema.json").read_text(encoding="utf-8"))
FRAME = json.loads(path("ontology/frames/catalog.jsonld").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
ids = {"ids": lambda catalog: catalog.slug}


def said(document):
    """The triples that PyLD, as the referee, reads from a JSON-LD document."""
    return {
        tuple(map(_term, (t["subject"], t["predicate"], t["object"])))
        for t in jsonld.to_rdf(document, dict(OFFLINE))["@default"]
    }


def _term(node):
    if node["type"] == "IRI":
        return NamedNode(node["value"])
    if "language" in node:
        return Literal(node["value"], language=node["language"])
    return Literal(node["value"], datatype=NamedNode(node["datatype"]))


def stated(catalog, **options):
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in statements(catalog, **options))
    return {(t.subject, t.predicate, t.object) for t in parse(lines, format=RdfFormat.N_TRIPLES)}


def dataset(catalog):
    """The triples of ``catalog`` as PyLD holds them; its own parser misreads escapes."""
    return [
        dict(zip(("subject", "predicate", "object"), map(_pyld, triple), strict=True))
        for triple in sorted(stated(catalog), key=str)
    ]


def _pyld(term):
    if isinstance(term, NamedNode):
        return {"type": "IRI", "value": term.value}
    language = {"language": term.language} if term.language else {}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value, **language}


@pytest.mark.parametrize("base", ["https://w3id.org/govdisclose/id/", "http://localhost:8000/x#"])
@pytest.mark.parametrize("catalog", CATALOGS, **ids)
def test_pyld_reads_exactly_the_statements(catalog, base):
    assert said(to_jsonld(catalog, base=base)) == stated(catalog, base=base)


@pytest.mark.parametrize("catalog", CATALOGS, **ids)
def test_the_document_is_what_pyld_compacts_it_to(catalog):
    document = to_jsonld(catalog)
    compacted = jsonld.compact(jsonld.expand(document, OFFLINE), CONTEXT_URL, OFFLINE)
    if isinstance(compacted["included"], dict):
        compacted["included"] = [compacted["included"]]
    assert compacted == document


def test_the_published_frame_gives_the_same_document():
    expanded = jsonld.from_rdf({"@default": dataset(FULL)}, {"useNativeTypes": True})
    framed = jsonld.frame(expanded, FRAME, OFFLINE)
    VALIDATOR.validate(framed)
    assert said(framed) == stated(FULL)
    assert unordered(framed) == unordered(to_jsonld(FULL))


def test_framing_the_document_itself_keeps_the_order_of_print():
    document = to_jsonld(FULL)
    assert jsonld.frame(jsonld.expand(document, OFFLINE), FRAME, OFFLINE) == document


def test_framing_keeps_every_cell_of_a_row_with_merged_cells():
    framed = jsonld.frame(jsonld.expand(to_jsonld(FULL), OFFLINE), FRAME, OFFLINE)
    assert [row["printedCells"] for row in framed["record"][:2]] == [
        [
            {"text": "序号", "rowSpan": 2},
            {"text": "公开事项", "columnSpan": 2},
            {},
            {"text": "公开\n内容", "rowSpan": 2},
        ],
        [{}, "一级事项", "二级事项", {}],
    ]


def unordered(value):
    """``value`` with the arrays sorted whose order says nothing: all but those of JSON literals."""
    if isinstance(value, dict):
        literal = {"printedCells", "cellRoles"}
        return {k: v if k in literal else unordered(v) for k, v in value.items()}
    if isinstance(value, list):
        return sorted(map(unordered, value), key=lambda entry: json.dumps(entry, sort_keys=True))
    return value


def test_items_stand_in_the_catalog_in_the_order_of_print_with_what_is_theirs():
    document = to_jsonld(FULL)
    assert [item["id"].rpartition("/")[2] for item in document["item"]] == [
        item.key for item in FULL.items
    ]
    first = document["item"][0]
    assert [part["title"]["zh"] for part in first["hasPart"]] == ["识别标准", "识别程序", "※"]
    assert [part["title"]["zh"] for part in first["hasPart"][1]["hasPart"]] == [
        "申请",
        '公示 "名单"',
    ]
    assert [citation["position"] for citation in first["citation"]] == [1, 2, 3]
    assert first["timeLimit"]["rule"][0]["yearlyDate"] == "--01-31"
    assert document["item"][1]["undetermined"] == ["selectedChannel", "audience", "mode", "level"]
    assert [row["rownum"] for row in document["record"]] == [1, 2, 3, 4, 1, 2, 3]


def test_corrections_stand_in_the_catalog():
    document = to_jsonld(FULL)
    assert [(one["fieldName"], one["creator"]) for one in document["correction"]] == [
        ("level1", "审核员")
    ]
    assert not any("Correction" in shared["type"] for shared in document["included"])


def test_whatever_is_pointed_to_stands_in_the_document_once():
    described = Counting()
    described.walk(to_jsonld(FULL))
    assert {iri: n for iri, n in described.seen.items() if n > 1} == {}
    subjects = {bundled().compact(str(subject)) for subject in to_graph(FULL).subjects()}
    assert set(described.seen) == subjects


class Counting:
    def __init__(self):
        self.seen = {}

    def walk(self, value):
        if isinstance(value, dict):
            if "id" in value:
                self.seen[value["id"]] = self.seen.get(value["id"], 0) + 1
            for inner in value.values():
                self.walk(inner)
        elif isinstance(value, list):
            for inner in value:
                self.walk(inner)


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT)
def test_no_text_changes_what_a_document_says(text):
    item = replace(
        BARE_ITEM,
        ordinal=text,
        content=Text(text),
        legal_bases=(Citation(text, number=text),),
        channels=Choice(State.READ, notes=(text, f"{text}。")),
    )
    table = FULL.document.tables[1]
    table = Table(1, (replace(table.rows[0], cells=(replace(table.rows[0].cells[0], text=text),)),))
    document = replace(BARE.document, name=text, blocks=(table,))
    catalog = replace(BARE, title=text, items=(item,), document=document)
    assert said(to_jsonld(catalog)) == stated(catalog)


def test_several_catalogs_are_one_document_of_all_their_statements():
    document = json.loads(b"".join(serialise(CATALOGS, "jsonld")))
    assert said(document) == set().union(*map(stated, CATALOGS))


def test_the_context_is_never_fetched():
    document = load_document(CONTEXT_URL, {})["document"]
    shipped = path("ontology/context/v1.jsonld").read_text(encoding="utf-8")
    assert document == json.loads(shipped)
    for url in ("https://schema.org/", "file:///etc/passwd", f"{CONTEXT_URL}/", ""):
        with pytest.raises(ConfigurationError, match="not fetched from the network"):
            load_document(url, {})
    with pytest.raises(jsonld.JsonLdError) as caught:
        jsonld.expand({"@context": "https://schema.org/", "name": "x"}, OFFLINE)
    assert isinstance(caught.value.__cause__, ConfigurationError)


def test_the_context_has_a_short_name_for_every_class_and_property_of_the_mapping():
    terms = {
        value[1:-1]
        for name, value in vars(vocab).items()
        if name.isupper() and isinstance(value, str) and value.startswith("<")
    }
    datatypes = {iri for iri in terms if iri.startswith((vocab.XSD, vocab.RDF))}
    datatypes.add(vocab.GD_DIVISION_CODE[1:-1])
    individuals = {vocab.SPDX_SHA256, vocab.SH_INFO, vocab.SH_WARNING, vocab.SH_VIOLATION}
    named = terms - datatypes - {iri[1:-1] for iri in individuals}
    assert {iri for iri in named if ":" in bundled().name(iri)} == set()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_rdflib_reads_the_document_with_the_bundled_context():
    document = {**to_jsonld(FULL), "@context": load_document(CONTEXT_URL)["document"]["@context"]}
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    printed = {vocab.GD_PRINTED_CELLS[1:-1], vocab.GD_CELL_ROLES[1:-1]}
    # rdflib writes JSON literals with spaces of its own.
    assert {t for t in graph if str(t[1]) not in printed} == {
        t for t in to_graph(FULL) if str(t[1]) not in printed
    }


@pytest.mark.parametrize("catalog", CATALOGS, **ids)
def test_documents_are_valid_by_the_schema(catalog):
    VALIDATOR.validate(to_jsonld(catalog))


def test_the_schema_explains_itself_in_both_languages():
    Draft202012Validator.check_schema(SCHEMA)
    untitled = [
        (name, key)
        for name, definition in {"catalog": SCHEMA, **SCHEMA["$defs"]}.items()
        for key, schema in definition.get("properties", {}).items()
        if "title" not in schema and key not in {"@context", "id", "type", "zh", "en"}
    ]
    assert untitled == []
    titled = re.findall(r'"(?:title|description)": "([^"]+)"', json.dumps(SCHEMA))
    assert titled
    for words in titled:
        text = json.loads(f'"{words}"')
        assert re.search(r"[\u4e00-\u9fff]", text) or text == "IRI / IRI"
        assert re.search(r"[A-Za-z]{2}", text)


def wrong(change):
    document = deepcopy(to_jsonld(FULL))
    change(document)
    return document


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.pop("title"),
        lambda d: d.update(title="栾川县目录"),
        lambda d: d.update({"@context": "https://schema.org/"}),
        lambda d: d.update(issued="2020年12月14日"),
        lambda d: d.update(unknown="x"),
        lambda d: d["item"][0].update(selectedChannel="code:channel/website"),
        lambda d: d["item"][0].update(selectedChannel=[]),
        lambda d: d["item"][1].update(undetermined=["content"]),
        lambda d: d["item"][0]["timeLimit"].update(vague=False),
        lambda d: d["item"][0]["timeLimit"]["rule"][0].update(yearlyDate="1月31日"),
        lambda d: d["item"][0]["hasPart"][0].pop("position"),
        lambda d: d["item"][0].update(id="not an IRI"),
        lambda d: d["item"][1]["inference"][0].update(confidence="1.5"),
        lambda d: d["item"][0].update(section="一、扶贫领域"),
        lambda d: d["item"][0]["hasPart"][2].update(optional=False),
        lambda d: d["item"][0].update(optionalChannel="code:channel/gazette"),
        lambda d: d["record"][0]["printedCells"].append(7),
        lambda d: d["record"][0]["printedCells"].append(None),
        lambda d: d["record"][0]["printedCells"].append({"rowSpan": 2}),
        lambda d: d["record"][0]["type"].append("CatalogRecord"),
        lambda d: d["record"][2]["type"].remove("CatalogRecord"),
        lambda d: d["record"][2]["type"].remove("RowRecord"),
        lambda d: d["table"][0]["column"][1].update(matterLevel=0),
        lambda d: d["correction"][0].pop("fieldName"),
        lambda d: d["included"].append(d["correction"][0]),
        lambda d: d["wasDerivedFrom"].update(mediaType="text/plain"),
        lambda d: d["record"][0].update(rowKind="footer"),
        lambda d: d["wasDerivedFrom"]["checksum"].update(checksumValue="xyz"),
        lambda d: d["included"].append({"id": "law:x", "type": ["Thing"]}),
        lambda d: d["included"][0].pop("prefLabel"),
    ],
)
def test_a_wrong_document_fails_the_schema(change):
    assert not VALIDATOR.is_valid(wrong(change))
