"""The mappings that ship: sound SSSOM, of the catalogs as they are read today, and honest."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
import yaml

from govdisclose_ld import assets
from govdisclose_ld.alignment import (
    Mapping,
    align,
    check_standards,
    load_mappings,
    mapping_files,
    write_mappings,
)
from govdisclose_ld.alignment.rules import rules
from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.model import Catalog
from govdisclose_ld.rdf.iris import DEFAULT_BASE
from govdisclose_ld.rdf.vocab import SEMAPV, SKOS, STANDARD
from govdisclose_ld.standards import list_standards, load_standard

FILES = mapping_files()
EVERY = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name.split(".")[0])
SEEDS = {
    "410324": "luanchuan-fupin-notice-2020-51.txt",
    "520402": "xixiu-fupin-list.txt",
}
STANDARD_ID = "poverty-alleviation-2019"


def seed(code: str) -> Catalog:
    return read_catalog(assets.root() / "data/catalogs" / SEEDS[code])[0]


def rows(file: Path) -> tuple[Mapping, ...]:
    return load_mappings(file).rows


def test_there_is_a_file_for_each_catalog_that_ships() -> None:
    assert {file.name.split("-")[0] for file in FILES} == set(SEEDS)


@EVERY
def test_a_file_is_what_the_program_would_write(file: Path) -> None:
    catalog = seed(file.name.split("-")[0])
    (standard,) = {row.standard for row in rows(file)}
    aligned = align([catalog], load_standard(standard), load_mappings(file))
    assert write_mappings(aligned).decode() == file.read_text(encoding="utf-8")


@EVERY
def test_every_row_has_its_reason_in_both_languages(file: Path) -> None:
    for row in rows(file):
        assert re.search(r"[\u4e00-\u9fff]{4}", row.text("comment")), row.where
        assert re.search(r"[A-Za-z]{3}", row.text("comment_en")), row.where
        assert row.text("author_label") == "govdisclose-ld"


@EVERY
def test_every_row_names_an_item_of_a_standard(file: Path) -> None:
    check_standards(rows(file), list_standards())


@EVERY
def test_a_file_keeps_the_data_model_of_sssom(file: Path) -> None:
    """Checked against the SSSOM schema 1.0: metadata, slots, CURIEs, enumerations, ranges."""
    text = file.read_text(encoding="utf-8").splitlines()
    head = [line[1:] for line in text if line.startswith("#")]
    metadata = yaml.safe_load("\n".join(head))
    assert metadata["mapping_set_id"].startswith("https://")
    assert metadata["license"].startswith("https://")
    declared = {one["slot_name"] for one in metadata["extension_definitions"]}
    records = list(csv.DictReader(text[len(head) :], delimiter="\t"))
    assert set(records[0]) <= set(rules()["slots"]) | declared
    for record in records:
        for column in ("subject_id", "predicate_id", "object_id", "mapping_justification"):
            prefix, _, local = record[column].partition(":")
            assert local
            assert prefix in metadata["curie_map"]
        assert record["predicate_modifier"] in {"", "Not"}
        assert 0 <= float(record["confidence"]) <= 1
        assert record["mapping_justification"].removeprefix("semapv:") in rules()["justifications"]


def test_prefixes_are_those_of_the_rdf() -> None:
    assert rules()["prefixes"] == {
        "catalog": f"{DEFAULT_BASE}catalog/",
        "std": STANDARD,
        "skos": SKOS,
        "semapv": SEMAPV,
    }


def test_no_decision_that_ships_is_outdated() -> None:
    for code in SEEDS:
        assert [f.code for f in seed(code).findings if f.code.startswith("mapping-")] == []


def test_what_luanchuan_answers_is_proved_by_names_alone() -> None:
    answered = [
        (item.ordinal, answer.item)
        for item in seed("410324").items
        for answer in item.answers
        if answer.standard == STANDARD_ID
        and answer.status == "accepted"
        and answer.predicate != "relatedMatch"
    ]
    assert answered == [
        ("3", "identification"),
        ("4", "exit"),
        ("8", "project-pool"),
        ("10", "complaints"),
    ]


def test_what_xixiu_answers_by_mapping() -> None:
    answered = {
        (item.ordinal, answer.item, answer.predicate)
        for item in seed("520402").items
        for answer in item.answers
        if answer.standard == STANDARD_ID
        and answer.status == "accepted"
        and answer.predicate != "relatedMatch"
    }
    assert answered == {
        ("11", "regulations", "broadMatch"),
        ("12", "normative-documents", "narrowMatch"),
        ("12", "other-policies", "narrowMatch"),
        ("18", "complaints", "closeMatch"),
        ("27", "complaints", "narrowMatch"),
    }


def test_most_of_xixiu_matches_nothing() -> None:
    untouched = [
        item
        for item in seed("520402").items
        if not any(answer.standard == STANDARD_ID for answer in item.answers)
    ]
    assert len(untouched) > 20
