"""Data and shapes that cannot be used, and shapes of a user's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from validation_samples import CATALOG, ref

from govdisclose_ld.errors import ConfigurationError, InputError, InputNotFoundError
from govdisclose_ld.model import Finding, Severity
from govdisclose_ld.rdf import to_graph
from govdisclose_ld.validation import describe_shapes, list_shapes, validate

PREFIXES = """\
@prefix ex: <https://shapes.example.gov.cn/#> .
@prefix gd: <https://w3id.org/govdisclose/ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""
MINE = """
ex:SiteSectionStated a sh:PropertyShape ;
    sh:targetClass gd:DisclosureItem ;
    sh:path gd:siteSection ; sh:minCount 1 ; sh:severity sh:Info .
"""


def of_shapes(graph: Graph, file: Path) -> list[Finding]:
    """What the shapes of a file found, without what the graph tells of its reading."""
    results = validate(graph, shapes=[file]).results
    return [result.finding for result in results if result.component]


def shapes_file(folder: Path, text: str) -> Path:
    file = folder / "mine.ttl"
    file.write_text(PREFIXES + text, encoding="utf-8")
    return file


def test_broken_turtle_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "data.ttl"
    file.write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b>\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        validate(file)
    assert caught.value.where.startswith(f"{file}:")
    assert "TURTLE" in caught.value.zh.upper()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "JSON"),
        (b'{"\xff": 1}', "UTF-8"),
        (b'{"@context": "https://elsewhere.example/context", "@id": "urn:a"}', "网络"),
        (b'{"@id": {"@id": 1}}', "JSON-LD"),
    ],
)
def test_broken_json_ld_is_told_and_nothing_is_fetched(
    content: bytes, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "data.jsonld"
    file.write_bytes(content)
    with pytest.raises(InputError) as caught:
        validate(file)
    assert words in str(caught.value)


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputNotFoundError, match="no such file"):
        validate(tmp_path / "none.ttl")


def test_folder_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "folder.ttl"
    folder.mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        validate(folder)


def test_source_document_is_no_rdf(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="read as a catalog first"):
        validate(tmp_path / "luanchuan.txt")


def test_empty_graph_is_no_success() -> None:
    with pytest.raises(InputError, match="there is no data"):
        validate(Graph())


def test_graph_without_a_catalog_is_no_success() -> None:
    graph = Graph().add((URIRef("urn:a"), URIRef("urn:b"), URIRef("urn:c")))
    with pytest.raises(InputError, match="no disclosure catalog"):
        validate(graph)


def test_unknown_shapes_are_told_with_what_there_is() -> None:
    with pytest.raises(ConfigurationError) as caught:
        validate(CATALOG, shapes=["completness"])
    assert "standards/poverty-alleviation-2019" in caught.value.en
    assert caught.value.remedy_en == "did you mean completeness?"


def test_no_shapes_are_no_success() -> None:
    with pytest.raises(ConfigurationError, match="no shapes to check with"):
        validate(CATALOG, shapes=[])


def test_shipped_shapes_are_listed_with_their_titles() -> None:
    titles = {file.name: file.title for file in list_shapes()}
    assert {"structure", "completeness", "standards/poverty-alleviation-2019"} <= set(titles)
    assert titles["completeness"].zh == "目录完整性"
    assert titles["completeness"].en == "completeness of a catalog"


def test_shapes_describe_themselves() -> None:
    rules = {rule.code: rule for rule in describe_shapes("completeness")}
    rule = rules["mode-unknown"]
    assert rule.iri == "https://w3id.org/govdisclose/shapes/completeness#ModeUnknown"
    assert (rule.severity, rule.field, rule.whole) == (Severity.WARNING, "mode", "")
    assert rules["mode-missing"].whole == "mode-missing-everywhere"


def test_shapes_of_ones_own_stand_at_cells_too(tmp_path: Path) -> None:
    report = validate(CATALOG, shapes=[shapes_file(tmp_path, MINE)])
    results = [result for result in report.results if result.shape]
    assert {result.finding.code for result in results} == {"site-section-stated"}
    assert [result.finding.ref for result in results] == [ref(1, 3), ref(1, 4), ref(2, 3)]
    assert {result.finding.severity for result in results} == {Severity.INFO}


def test_shapes_of_ones_own_are_not_held_to_our_model(tmp_path: Path) -> None:
    file = shapes_file(
        tmp_path,
        'ex:Named a sh:NodeShape ; sh:targetSubjectsOf <urn:b> ; sh:message "无名" ; '
        "sh:property [ sh:path <urn:name> ; sh:minCount 1 ] .",
    )
    graph = Graph().add((URIRef("urn:a"), URIRef("urn:b"), URIRef("urn:c")))
    (finding,) = of_shapes(graph, file)
    assert (finding.code, finding.focus, finding.ref.document) == ("min-count", "urn:a", "")
    assert finding.severity is Severity.VIOLATION


def test_field_of_a_shape_is_told_from_its_path(tmp_path: Path) -> None:
    file = shapes_file(
        tmp_path,
        "ex:Two a sh:NodeShape ; sh:targetClass gd:DisclosureItem ; "
        'sh:property [ sh:path gd:selectedChannel ; sh:minCount 2 ; sh:message "两个渠道"@zh ] .',
    )
    finding = of_shapes(to_graph(CATALOG), file)[0]
    assert (finding.ref, finding.message_zh, finding.message_en) == (
        ref(1, 3, 7),
        "两个渠道",
        "两个渠道",
    )


def test_sparql_of_ones_own_is_run(tmp_path: Path) -> None:
    file = shapes_file(
        tmp_path,
        """
        ex:ontology sh:declare
            [ sh:prefix "gd" ; sh:namespace "https://w3id.org/govdisclose/ns#" ] .
        ex:NoSecond a sh:NodeShape ; sh:targetClass gd:DisclosureItem ;
            sh:sparql [ sh:prefixes ex:ontology ;
                sh:message "序号 {?number}"@zh , "ordinal {?number}"@en ;
                sh:select "SELECT $this ?number { $this gd:ordinal ?number FILTER (?number='2') }"
            ] .
        """,
    )
    (finding,) = of_shapes(to_graph(CATALOG), file)
    assert (finding.code, finding.message_zh, finding.message_en) == (
        "no-second",
        "序号 2",
        "ordinal 2",
    )
    assert finding.ref == ref(1, 4)


def test_targets_and_rules_of_ones_own_are_run_on_a_copy(tmp_path: Path) -> None:
    file = shapes_file(
        tmp_path,
        """
        ex:ontology sh:declare
            [ sh:prefix "gd" ; sh:namespace "https://w3id.org/govdisclose/ns#" ] .
        ex:Chosen a sh:NodeShape ;
            sh:target [ a sh:SPARQLTarget ; sh:prefixes ex:ontology ;
                sh:select "SELECT ?this { ?this gd:ordinal '3' }" ] ;
            sh:rule [ a sh:TripleRule ;
                sh:subject sh:this ; sh:predicate gd:mine ; sh:object gd:mine ] ;
            sh:property [ sh:path gd:mine ; sh:maxCount 0 ; sh:message "mine" ] .
        """,
    )
    graph = to_graph(CATALOG)
    size = len(graph)
    (finding,) = of_shapes(graph, file)
    assert (finding.ref, finding.message_en, len(graph)) == (ref(2, 3), "mine", size)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ex:A a sh:NodeShape ; sh:sparql [ sh:select 'SELECT $this { $this foo }' ] .", "SPARQL"),
        ("ex:A a sh:NodeShape ; sh:sparql [ sh:select 'SELECT * { $this no:p 1 }' ] .", "SPARQL"),
        ("ex:A a sh:PropertyShape ; sh:targetClass gd:DisclosureItem .", "sh:path"),
        ("ex:A a sh:NodeShape ; sh:targetSubjectsOf gd:mode ; sh:minLength 'x' .", "minLength"),
        ("ex:A a sh:NodeShape", "TURTLE"),
    ],
)
def test_bad_shapes_are_told(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        validate(CATALOG, shapes=[shapes_file(tmp_path, text)])
    assert words.lower() in str(caught.value).lower()


def test_one_unknown_among_many_items_is_found() -> None:
    """The lists of all fields of a county in one graph."""
    full = (
        'gd:content "名单"@zh ; gd:legalBasis <urn:law> ; gd:timeLimit <urn:limit> ; '
        "gd:responsibleAgency <urn:agency> ; gd:selectedChannel <urn:channel> ; "
        "dct:audience <urn:public> ; gd:level <urn:county> ; dct:subject <urn:matter> ; "
        'dct:title "名单"@zh'
    )
    lines = ["<urn:catalog> a gd:DisclosureCatalog ."]
    for number in range(1, 401):
        mode = "gd:undetermined" if number == 234 else "gd:mode"
        lines.append(
            f"<urn:catalog> <http://www.w3.org/ns/dcat#resource> <urn:item:{number}> . "
            f'<urn:item:{number}> a gd:DisclosureItem ; gd:ordinal "{number}" ; {full} ; '
            f"{mode} gd:mode ."
        )
    prefixes = f"{PREFIXES}@prefix dct: <http://purl.org/dc/terms/> .\n"
    graph = Graph().parse(data=prefixes + "\n".join(lines), format="turtle")
    findings = validate(graph, shapes=["completeness"]).findings
    assert [f.code for f in findings if "item" in f.focus] == ["mode-unknown"]
    assert {f.code for f in findings if "item" not in f.focus} == {
        "catalog-date-missing",
        "catalog-division-missing",
        "catalog-publisher-missing",
        "catalog-title-missing",
    }
