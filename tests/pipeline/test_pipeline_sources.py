"""The list of sources: what may stand in it, and what is said when it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from govdisclose_ld.errors import ConfigurationError, InputNotFoundError
from govdisclose_ld.interpret.fields import field_id
from govdisclose_ld.pipeline.sources import load_sources

ROOT = Path(__file__).parents[2]
TOY = (ROOT / "tests/comparison/toy.yml").read_text(encoding="utf-8")


def test_the_shipped_list_names_the_shipped_catalogs():
    listed = load_sources(ROOT / "data/sources.yml")

    assert {source.path.name for source in listed.catalogs} == {
        path.name for path in (ROOT / "data/catalogs").iterdir()
    }
    assert all(source.path.is_file() for source in listed.catalogs)


def test_every_fact_of_a_catalog_can_be_given(sources):
    listed = load_sources(
        sources(
            "base: https://data.example.gov.cn/\n"
            "shapes: [structure]\n"
            "catalogs:\n"
            "  - file: a.txt\n"
            "    division: 410324\n"
            "    title: 目录\n"
            "    publisher: 办公室\n"
            "    field: 扶贫\n"
            "    slug: a-1\n"
            "    version: 2020-12-14\n"
            "    url: https://www.example.gov.cn/a\n"
            "    licence: 政府信息公开\n"
            "    retrieved: 2020-12-31\n"
        )
    )
    source = listed.catalogs[0]

    assert (listed.base, listed.shapes) == ("https://data.example.gov.cn/", ("structure",))
    assert source.known.division == "410324"
    assert source.known.field == "poverty-alleviation"
    assert source.known.version == "2020-12-14"
    assert source.origin == (
        ("url", "https://www.example.gov.cn/a"),
        ("licence", "政府信息公开"),
        ("retrieved", "2020-12-31"),
    )


def test_a_path_starts_at_the_list_or_else_where_one_works(sources, tmp_path, monkeypatch):
    listed = sources("catalogs: [{file: a.txt}, {file: b.txt}, {file: c.txt}]")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    (tmp_path / "a.txt").write_bytes(b"")
    (work / "a.txt").write_bytes(b"")
    (work / "b.txt").write_bytes(b"")

    paths = [source.path for source in load_sources(listed).catalogs]

    assert paths == [tmp_path / "a.txt", Path("b.txt"), tmp_path / "c.txt"]


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("[]", "sources.yml", "catalogs"),
        ("catalogs: []", "catalogs", "a list of catalogs"),
        ("catalogs: [{division: '410324'}]", "catalogs[1]", "file:"),
        ("catalogs: [{file: a.txt}, {file: b.txt, divison: '1'}]", "[2].divison", "division"),
        ("catalog: [{file: a.txt}]", "catalog", "catalogs"),
        ("catalogs: [{file: a.txt, division: '999999'}]", "catalogs[1].division", "999999"),
        ("catalogs: [{file: a.txt, field: 扶平}]", "catalogs[1].field", "扶贫"),
        ("catalogs: [{file: a.txt, slug: a/b}]", "catalogs[1].slug", "letters"),
        ("catalogs: [{file: a.txt, version: ..}]", "catalogs[1].version", "letters"),
        ("catalogs: [{file: a.txt, title: [x]}]", "catalogs[1].title", "a text"),
        ("catalogs: [{file: a.txt, title: yes}]", "catalogs[1].title", "a text"),
        ("shapes: structure\ncatalogs: [{file: a.txt}]", "shapes", "a list"),
        ("standards: toy\ncatalogs: [{file: a.txt}]", "standards", "a list"),
        ("standards: [poverty-2019]\ncatalogs: [{file: a.txt}]", "standards", "poverty-2019"),
        ("standards: [s.yml]\ncatalogs: [{file: a.txt}]", "standards", "s.yml"),
        ("corrections: nowhere\ncatalogs: [{file: a.txt}]", "corrections", "a folder"),
        ("catalogs: [\n", "sources.yml:2", "YAML"),
    ],
)
def test_a_wrong_list_is_told_with_file_place_and_what_was_expected(sources, text, place, expected):
    with pytest.raises(ConfigurationError) as caught:
        load_sources(sources(text))

    told = str(caught.value)
    assert "sources.yml" in told
    assert place in told
    assert expected in told


def test_standards_are_named_by_id_by_file_or_by_a_catalog(sources, tmp_path):
    (tmp_path / "toy.yml").write_text(TOY, encoding="utf-8")
    (tmp_path / "model.txt").write_bytes((ROOT / "data/catalogs/xixiu-fupin-list.txt").read_bytes())
    named = "standards: [regulation-711, toy.yml, model.txt, toy.yml]\n"

    listed = load_sources(sources(named + "catalogs: [{file: a.txt}]"))

    assert [one.id for one in listed.standards or ()][:2] == ["regulation-711", "toy"]
    assert len(listed.standards or ()) == 3
    assert load_sources(sources("standards: []\ncatalogs: [{file: a.txt}]")).standards == ()
    assert load_sources(sources("catalogs: [{file: a.txt}]")).standards is None


def test_no_list_at_all(tmp_path):
    with pytest.raises(InputNotFoundError, match="来源清单"):
        load_sources(tmp_path / "sources.yml")


@pytest.mark.parametrize("text", ["", "poverty-alleviation", "扶贫", "脱贫攻坚"])
def test_a_field_goes_by_its_id_and_its_names(text):
    assert field_id(text, where="x") == (text and "poverty-alleviation")
