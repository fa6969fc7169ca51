"""Code lists and standards: their files are checked, and published as SKOS, always the same way."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, SKOS

from govdisclose_ld import assets
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Phrase
from govdisclose_ld.rdf.scheme_sources import CodeList, CodeTerm, parse_codelist
from govdisclose_ld.rdf.schemes import (
    codelist,
    codelist_statements,
    files,
    main,
    scheme_ids,
    turtle,
)
from govdisclose_ld.rdf.standards import standard_statements
from govdisclose_ld.standards import load_standard

LIST: dict[str, Any] = {
    "scheme": "mode",
    "title": {"zh": "公开方式", "en": "modes"},
    "source": "条例第十三条",
    "terms": [
        {"id": "proactive", "label": {"zh": "主动公开", "en": "proactive"}, "synonyms": ["主动"]},
        {"id": "at-once", "broader": "proactive", "label": {"zh": "即时公开", "en": "at once"}},
    ],
}
STANDARD: dict[str, Any] = {
    "id": "example",
    "title": {"zh": "示例标准", "en": "example standard"},
    "identifier": "示例〔2020〕1号",
    "field": "taxation",
    "source": "示例",
    "note": {"zh": "归属未经核对。", "en": "Parents are unchecked."},
    "matters": [
        {"id": "one", "label": {"zh": "甲", "en": "one"}, "matters": [
            {"id": "one-a", "label": {"zh": "甲一", "en": "one a"}, "items": [
                {"id": "one-a-i", "label": {"zh": "甲一子", "en": "one a i"}}]}]},
        {"id": "two", "assumed": True, "label": {"zh": "乙", "en": "two"}, "items": [
            {"id": "two-a", "label": {"zh": "乙一", "en": "two a"}}]},
    ],
}  # fmt: skip
CODE = "https://w3id.org/govdisclose/code/mode"
STD = "https://w3id.org/govdisclose/standard/example"
GD = Namespace("https://w3id.org/govdisclose/ns#")


def changed(content: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """A copy of a file's content with one value replaced, or left out if it is None."""
    copy: Any = deepcopy(content)
    *parents, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    place = copy
    for step in parents:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return copy


def graph_of(statements: tuple[tuple[str, str, str], ...]) -> Graph:
    return Graph().parse(data="".join(f"{' '.join(t)} .\n" for t in statements), format="nt")


def test_the_committed_files_are_what_the_knowledge_files_give() -> None:
    made = files()
    folder = assets.path("ontology")
    committed = {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for name in ("codelists", "standards")
        for file in (folder / name).iterdir()
    }
    assert committed.keys() == made.keys()
    stale = [name for name in made if committed[name] != made[name]]
    assert stale == [], "run: python -m govdisclose_ld.rdf.schemes"


def test_main_writes_every_file_with_unix_line_ends(tmp_path: Path) -> None:
    main([str(tmp_path)])
    written = {p.relative_to(tmp_path).as_posix(): p.read_bytes() for p in tmp_path.rglob("*.ttl")}
    assert written == {name: content.encode() for name, content in files().items()}
    assert not any(b"\r" in content for content in written.values())


def test_a_code_list_is_read_whole() -> None:
    assert parse_codelist(LIST, where="mode.yml") == CodeList(
        scheme="mode",
        title=Phrase("公开方式", "modes"),
        source="条例第十三条",
        terms=(
            CodeTerm("proactive", Phrase("主动公开", "proactive"), ("主动",)),
            CodeTerm("at-once", Phrase("即时公开", "at once"), broader="proactive"),
        ),
    )


def test_a_code_list_becomes_a_concept_scheme() -> None:
    content = changed(LIST, "terms/0/definition", {"zh": "不待申请。", "en": "Unasked."})
    content = changed(content, "terms/0/synonyms", ["主动", "主动公开"])
    text = turtle(
        codelist_statements(parse_codelist(content, where="mode.yml")),
        scheme=CODE,
        origin="mode.yml",
    )
    assert (
        text
        == """\
# Made from mode.yml by python -m govdisclose_ld.rdf.schemes: edit that file instead.
@prefix code: <https://w3id.org/govdisclose/code/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix mode: <https://w3id.org/govdisclose/code/mode/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

code:mode a skos:ConceptScheme ;
    dct:source "条例第十三条" ;
    dct:title "modes"@en ,
        "公开方式"@zh .

mode:at-once a skos:Concept ;
    skos:broader mode:proactive ;
    skos:inScheme code:mode ;
    skos:notation "at-once" ;
    skos:prefLabel "at once"@en ,
        "即时公开"@zh .

mode:proactive a skos:Concept ;
    skos:altLabel "主动"@zh ;
    skos:definition "Unasked."@en ,
        "不待申请。"@zh ;
    skos:inScheme code:mode ;
    skos:notation "proactive" ;
    skos:prefLabel "proactive"@en ,
        "主动公开"@zh ;
    skos:topConceptOf code:mode .
"""
    )


def graph_of_standard(folder: Path, **changes: object) -> Graph:
    """The graph of the example with some keys changed, read from a file as a user's own is."""
    file = folder / "example.yml"
    file.write_text(yaml.safe_dump(STANDARD | changes, allow_unicode=True), encoding="utf-8")
    return graph_of(standard_statements(load_standard(file)))


def test_an_assumed_parent_is_never_published_as_a_printed_one(tmp_path: Path) -> None:
    graph = graph_of_standard(tmp_path)
    probable = URIRef("https://w3id.org/govdisclose/ns#probableBroader")
    assert set(graph.subject_objects(SKOS.broader)) == {
        (URIRef(f"{STD}/one-a"), URIRef(f"{STD}/one")),
        (URIRef(f"{STD}/one-a-i"), URIRef(f"{STD}/one-a")),
    }
    assert set(graph.subject_objects(probable)) == {
        (URIRef(f"{STD}/two-a"), URIRef(f"{STD}/two")),
    }
    tops = {URIRef(f"{STD}/one"), URIRef(f"{STD}/two")}
    assert set(graph.subjects(SKOS.topConceptOf, URIRef(STD))) == tops
    noted = set(graph.subjects(SKOS.note, Literal("归属未经核对。", lang="zh")))
    assert noted == {URIRef(STD), URIRef(f"{STD}/two-a")}


@pytest.mark.parametrize("scheme", scheme_ids())
def test_every_term_and_printed_form_of_a_shipped_list_is_published(scheme: str) -> None:
    content = yaml.safe_load(assets.path(f"data/vocabulary/codes/{scheme}.yml").read_text("utf-8"))
    graph = graph_of(codelist_statements(codelist(scheme)))
    for term in content["terms"]:
        concept = URIRef(f"https://w3id.org/govdisclose/code/{scheme}/{term['id']}")
        labels = {
            str(o) for p in (SKOS.prefLabel, SKOS.altLabel) for o in graph.objects(concept, p)
        }
        assert labels == {*term["label"].values(), *term.get("synonyms", [])}


def test_the_top_channels_are_those_of_the_national_template() -> None:
    content = yaml.safe_load(assets.path("data/vocabulary/codes/channel.yml").read_text("utf-8"))
    template = {term["id"] for term in content["terms"] if term.get("template")}
    assert {term.id for term in codelist("channel").terms if not term.broader} == template


def test_the_poverty_standard_keeps_what_its_notice_does_not_print_apart() -> None:
    graph = graph_of(standard_statements(load_standard("poverty-alleviation-2019")))
    base = "https://w3id.org/govdisclose/standard/poverty-alleviation-2019"
    tops = {str(top).removeprefix(base) for top in graph.subjects(SKOS.topConceptOf, URIRef(base))}
    assert tops == {"/policies", "/beneficiaries", "/funds-and-projects", "/supervision"}
    probable = set(graph.subject_objects(GD.probableBroader))
    assert len(probable) == 6
    assert {parent for _, parent in probable} == {URIRef(f"{base}/funds-and-projects")}


def test_what_a_standard_asks_for_is_stated_of_each_item(tmp_path: Path) -> None:
    items = [
        {"id": "a", "label": {"zh": "甲", "en": "a"}, "requires": {"channels": ["gazette"]}},
        {"id": "b", "label": {"zh": "乙", "en": "b"}},
    ]
    asked = {"channels": ["website"], "mode": ["proactive"]}
    graph = graph_of_standard(tmp_path, matters=items_under("m", items), requires=asked)
    channels = {(str(s), str(o)) for s, o in graph.subject_objects(GD.requiredChannel)}
    code = "https://w3id.org/govdisclose/code/channel"
    assert channels == {
        (STD, f"{code}/website"),
        (f"{STD}/m", f"{code}/website"),
        (f"{STD}/a", f"{code}/gazette"),
        (f"{STD}/b", f"{code}/website"),
    }
    assert len(set(graph.subjects(GD.requiredMode))) == 4


def test_a_limit_of_all_items_is_stated_once(tmp_path: Path) -> None:
    limit = {"trigger": "formed", "amount": 5, "unit": "day"}
    items = [
        {"id": "a", "label": {"zh": "甲", "en": "a"}},
        {"id": "b", "label": {"zh": "乙", "en": "b"}, "requires": {"time_limit": limit}},
    ]
    general = {"time_limit": {"trigger": "formed-or-changed", "amount": 20, "unit": "working-day"}}
    graph = graph_of_standard(tmp_path, matters=items_under("m", items), requires=general)
    rules = {str(s): str(o) for s, o in graph.subject_objects(GD.requiredTimeLimit)}
    assert rules == {
        STD: f"{STD}/time-limit",
        f"{STD}/m": f"{STD}/time-limit",
        f"{STD}/a": f"{STD}/time-limit",
        f"{STD}/b": f"{STD}/b/time-limit",
    }
    comparable = set(graph.objects(URIRef(f"{STD}/b/time-limit"), GD.comparableTrigger))
    assert {str(one).rpartition("/")[2] for one in comparable} == {
        "formed", "changed", "formed-or-changed", "made-or-obtained",
    }  # fmt: skip


def test_a_label_in_one_language_is_not_published_in_the_other(tmp_path: Path) -> None:
    items = [{"id": "a", "label": {"zh": "甲", "en": "甲"}}]
    graph = graph_of_standard(tmp_path, matters=items_under("m", items))
    assert set(graph.objects(URIRef(f"{STD}/a"), SKOS.prefLabel)) == {Literal("甲", lang="zh")}


def items_under(matter: str, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": matter, "label": {"zh": "事项", "en": "matter"}, "items": items}]


def test_a_law_out_of_force_says_since_when_and_what_holds_instead() -> None:
    graph = graph_of(codelist_statements(codelist("law")))
    dead = set(graph.subjects(GD.outOfForceSince))
    assert dead
    for law in dead:
        assert graph.value(law, DCTERMS.isReplacedBy) in set(graph.subjects(SKOS.prefLabel))
        assert graph.value(law, DCTERMS.source)


@pytest.mark.parametrize(
    ("path", "value", "where", "message"),
    [
        ("scheme", None, "mode.yml: scheme", "a text"),
        ("scheme", "way", "mode.yml: scheme", "the name of the file"),
        ("title", None, "mode.yml: title", "a mapping"),
        ("title/en", None, "mode.yml: title: en", "a text"),
        ("source", " ", "mode.yml: source", "a text"),
        ("terms", None, "mode.yml: terms", "a list that is not empty"),
        ("terms", [], "mode.yml: terms", "a list that is not empty"),
        ("terms/1", "at once", "mode.yml: terms[2]", "a mapping"),
        ("terms/1/id", "At once", "mode.yml: terms[2]: id", "an id of a-z"),
        ("terms/1/id", 7, "mode.yml: terms[2]: id", "digits in quotes"),
        ("terms/1/id", "proactive", "mode.yml: proactive", "entries 1 and 2"),
        ("terms/1/label", "即时", "mode.yml: terms[2]: label", "a mapping"),
        ("terms/0/synonyms", "主动", "mode.yml: terms[1]: synonyms", "a list of texts"),
        ("terms/0/synonyms", [12345], "mode.yml: terms[1]: synonyms", "a list of texts"),
        ("terms/1/synonyms", ["主 动"], "mode.yml: proactive, at-once", "one term only"),
        ("terms/1/synonyms", ["主动公开"], "mode.yml: proactive, at-once", "one term only"),
        ("terms/1/broader", "nothing", "mode.yml: at-once: broader", "a term of this list"),
        ("terms/0/broader", "at-once", "mode.yml: proactive: broader", "no circle"),
        ("terms/1/broader", "at-once", "mode.yml: at-once: broader", "no circle"),
        ("terms/1/definition", {"zh": "即时"}, "mode.yml: terms[2]: definition: en", "a text"),
        ("terms/0/since", "2020", "mode.yml: terms[1]: since", "a date"),
        ("terms/0/since", date(2020, 1, 1), "mode.yml: proactive: source", "what says so"),
        ("terms/0/replaced_by", "nothing", "mode.yml: proactive: replaced_by", "another term"),
        ("terms/0/replaced_by", "proactive", "mode.yml: proactive: replaced_by", "another term"),
        ("labels", {"两种": ["proactive", "none"]}, "mode.yml: labels: 两种", "ids of terms"),
        ("labels", ["两种"], "mode.yml: labels", "a mapping"),
    ],
)
def test_a_wrong_code_list_is_refused(path: str, value: object, where: str, message: str) -> None:
    with pytest.raises(ConfigurationError, match=r"[\u4e00-\u9fff].*expected: ") as caught:
        parse_codelist(changed(LIST, path, value), where="mode.yml")
    assert caught.value.where == where
    assert message in caught.value.en


def test_a_file_that_is_no_mapping_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="a mapping"):
        parse_codelist(["mode"], where="mode.yml")


def test_a_list_that_is_not_shipped_is_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"nothing\.yml"):
        codelist("nothing")


@given(st.permutations(codelist_statements(parse_codelist(LIST, where="mode.yml"))))
def test_the_order_of_statements_does_not_show(statements: list[tuple[str, str, str]]) -> None:
    straight = codelist_statements(parse_codelist(LIST, where="mode.yml"))
    assert turtle(statements, scheme=CODE, origin="x") == turtle(straight, scheme=CODE, origin="x")


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_label_comes_back_from_the_turtle(zh: str, en: str) -> None:
    terms = (CodeTerm("one", Phrase(zh, en), synonyms=(en,)),)
    statements = codelist_statements(CodeList("mode", Phrase(en, zh), zh, terms))
    text = turtle(statements, scheme=CODE, origin="x")
    assert isomorphic(Graph().parse(data=text, format="turtle"), graph_of(statements))
