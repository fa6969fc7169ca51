"""The shapes of a standard are what its file makes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import DCTERMS, SH, Graph, Literal

from govdisclose_ld.assets import path
from govdisclose_ld.model import Catalog, CellRef, Declared, Document, Item, Phrase, Text
from govdisclose_ld.standards import (
    Standard,
    StandardItem,
    StandardMatter,
    list_standards,
    load_standard,
)
from govdisclose_ld.validation import describe_shapes, validate
from govdisclose_ld.validation.generation import write_standard_shapes
from govdisclose_ld.validation.shapes import load_shapes
from govdisclose_ld.validation.standards import standard_shapes

SHIPPED = path("shapes/standards")


@pytest.mark.parametrize("standard", list_standards(), ids=lambda standard: standard.id)
def test_shipped_shapes_are_fresh(standard: Standard) -> None:
    """If not: python -m govdisclose_ld.validation.generation"""
    shipped = (SHIPPED / f"{standard.id}.ttl").read_text("utf-8")
    assert shipped == standard_shapes(standard)


def test_no_shapes_are_left_of_a_standard_that_is_gone() -> None:
    ids = {standard.id for standard in list_standards()}
    assert {file.stem for file in SHIPPED.glob("*.ttl")} == ids


def test_files_are_written_with_the_line_breaks_of_unix(tmp_path: Path) -> None:
    (file, *_) = write_standard_shapes(tmp_path)
    assert file.read_bytes() == (SHIPPED / file.name).read_bytes()
    assert b"\r" not in file.read_bytes()


def test_assumed_place_is_not_claimed() -> None:
    standard = load_standard("poverty-alleviation-2019")
    assumed = {item.id: matter for matter, item in standard.places() if matter.assumed}
    assert len(assumed) == 6
    rules = {rule.code: rule for rule in describe_shapes("standards/poverty-alleviation-2019")}
    for item, matter in assumed.items():
        message = rules[f"{standard.id}-{item}"].message
        assert f"（{matter.label.zh}）" not in message.zh
        assert f"({matter.label.en})" not in message.en
    assert "（扶贫对象）" in rules[f"{standard.id}-exit"].message.zh


def test_words_that_mean_something_in_turtle_are_escaped() -> None:
    label = Phrase('甲"乙\\丙\n丁', 'a "b" \\ c')
    item = StandardItem("one", label)
    standard = Standard(
        id="odd",
        title=label,
        field="employment",
        matters=(StandardMatter("all", label, (item,), assumed=True),),
        note=label,
    )
    graph = Graph().parse(data=standard_shapes(standard), format="turtle")
    (shape,) = graph.subjects(DCTERMS.identifier, Literal("odd-one"))
    names = {str(name) for name in graph.objects(shape, SH.name)}
    assert names == {label.zh, label.en}


ODD = 'service <x> values $this ?value {?expected} minus { "甲" \\d \\u0041 # 乙'


def test_words_that_mean_something_in_sparql_or_to_the_engine_are_words() -> None:
    """Labels and prose come from strangers: no query is changed by them, and none breaks."""
    item = StandardItem("one", Phrase(ODD, ODD))
    matter = StandardMatter("all", Phrase(ODD, ODD), (item,))
    standard = Standard(
        "odd", Phrase(ODD, ODD), "", (matter,), required=("basis",), exhaustive=True
    )
    catalog = Catalog(
        ODD,
        Document("list.txt", "text/plain", "00", 1, ()),
        "odd",
        "v",
        items=(Item(key="a", source=CellRef("list.txt", 1, 1), content=Text(ODD)),),
        declared=(Declared(1, 1, (ODD,)),),
    )
    report = validate(catalog, shapes=[], standards=[standard])
    assert set(report.counts_by_code) == {
        "odd-one",
        "odd-basis-missing",
        "odd-beyond-standard",
        "odd-declared-not-listed",
    }
    (told,) = [f for f in report.findings if f.code == "odd-declared-not-listed"]
    assert ODD.replace("\\", "＼") in told.message_zh
    assert ODD.replace("\\", "＼") in told.message_en


def test_shapes_of_a_standard_are_made_once_where_they_are_named_too() -> None:
    standard = load_standard("template")
    named = load_shapes(["standards/template"])
    assert len(load_shapes(["standards/template"], [standard, standard])) == len(named)
    assert len(load_shapes([], [standard])) == len(named)
