"""A build of the two catalogs that the project ships: what is made, and that it is made alike."""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from govdisclose_ld.catalogs import read_catalog, to_record
from govdisclose_ld.errors import ConfigurationError, InputError
from govdisclose_ld.pipeline.building import build
from govdisclose_ld.rdf import serialise
from govdisclose_ld.store import Store, list_queries

ROOT = Path(__file__).parents[2]
LUANCHUAN = ROOT / "data/catalogs/luanchuan-fupin-notice-2020-51.txt"
XIXIU = ROOT / "data/catalogs/xixiu-fupin-list.txt"
NAMES = ("410324-poverty-alleviation", "520402-poverty-alleviation")


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` but those of the store, whose engine stamps them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "store" not in path.relative_to(folder).parts
    }


class Page(HTMLParser):
    """Links, anchors, tags and text of a page."""

    def __init__(self, path: Path):
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.tags: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.add(tag)
        self.links += [given[name] or "" for name in ("href", "src") if name in given]
        self.anchors |= {given["id"]} if "id" in given else set()


def test_each_catalog_is_written_in_every_form(seed_build):
    written = {f"{name}.{s}" for name in NAMES for s in ("nq", "ttl", "jsonld", "json", "csv")}
    catalog, _ = read_catalog(LUANCHUAN, division="410324")

    assert {path.name for path in (seed_build / "catalogs").iterdir()} == written
    turtle = (seed_build / f"catalogs/{NAMES[0]}.ttl").read_bytes()
    assert turtle == b"".join(serialise([catalog], "turtle"))
    record = json.loads((seed_build / f"catalogs/{NAMES[0]}.json").read_bytes())
    assert record == to_record(catalog)


def test_the_store_answers_and_is_the_dataset(seed_build):
    with Store(seed_build / "store", read_only=True) as store:
        assert [row[9] for row in store.query("catalog/list")] or len(store.graphs()) > 2
        dumped = "".join(store.dump())
    with Store() as loaded:
        loaded.load(seed_build / "dataset.nq")
        assert "".join(loaded.dump()) == dumped


def test_the_dataset_keeps_what_was_stated(seed_build):
    stated = (seed_build / "dataset.nq").read_text(encoding="utf-8")

    assert stated.count("#nonNegativeInteger>") == len(NAMES)
    for name in NAMES:
        assert (seed_build / f"catalogs/{name}.nq").read_text(encoding="utf-8") in stated


def test_every_comparing_and_measuring_query_has_its_table(seed_build):
    given = {"standard", "division"}
    wanted = [
        query.name
        for query in list_queries()
        if query.name.startswith(("compare/", "measure/"))
        and {p.type for p in query.parameters if p.required} <= given
    ]
    tables = sorted((seed_build / "comparison").glob("*.csv"))
    made = {path.stem for path in tables}

    assert {"compare/coverage", "measure/timeliness"} <= set(wanted)
    for name in wanted:
        assert any(stem.startswith(name.replace("/", "-")) for stem in made), name
    for path in tables:
        text = path.read_bytes().decode("utf-8-sig")
        heading, *rows = csv.reader(io.StringIO(text))
        assert re.search(r"[\u4e00-\u9fff]", "".join(heading)), path
        assert all(len(row) == len(heading) for row in rows)


@pytest.mark.parametrize("standard", ["poverty-alleviation-2019", "regulation-711", "fields-26"])
def test_the_catalogs_are_compared_with_each_standard(standard, seed_build):
    folder = seed_build / "comparison" / standard
    record = json.loads((folder / "comparison.json").read_bytes())
    page = Page(folder / "index.html")

    assert [side["code"] for side in record["sides"]] == ["410324", "520402"]
    assert any(link.startswith("../../review/410324") for link in page.links)
    assert {path.name for path in folder.iterdir()} == {
        *("index.html", "comparison.json", "comparison.ttl", "matrix.csv")
    }


def test_the_reports_agree(seed_build):
    report = json.loads((seed_build / "report.json").read_bytes())
    text = (seed_build / "report.txt").read_text(encoding="utf-8")
    page = (seed_build / "report.html").read_text(encoding="utf-8")

    assert [catalog["items"] for catalog in report["catalogs"]] == [36, 10]
    for catalog in report["catalogs"]:
        assert catalog["title"] in text
        assert catalog["title"] in page
        assert catalog["summary"]["codes"]


def test_every_file_is_linked_and_every_link_leads_to_a_file(seed_build):
    pages = {name: Page(seed_build / name) for name in files_of(seed_build) if "html" in name}
    linked = set()
    for name, page in pages.items():
        for link in page.links:
            path, anchor = urldefrag(unquote(link))
            assert not path.startswith(("/", "http:", "https:", "file:")), link
            folder, own = posixpath.split(name)
            path = posixpath.normpath(posixpath.join(folder, path or own))
            assert (seed_build / path).is_file(), link
            assert not anchor or anchor in pages[path].anchors, link
            linked.add(path)

    assert set(files_of(seed_build)) - {".govdisclose-build"} == linked


def test_pages_run_and_fetch_nothing(seed_build):
    for name in (name for name in files_of(seed_build) if "html" in name):
        tags = Page(seed_build / name).tags
        assert not tags & {"script", "iframe", "img", "link", "object", "form"}
        assert "@import" not in (seed_build / name).read_text(encoding="utf-8")


def test_the_same_sources_give_the_same_bytes_wherever_they_go(seed_build, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    again = build(ROOT / "data/sources.yml", Path("deep/er/build"))

    assert files_of(again.folder) == files_of(seed_build)


def test_a_base_moves_every_iri_of_the_data(tmp_path):
    build(ROOT / "data/sources.yml", tmp_path / "b", base="https://data.example.gov.cn/")

    for path in (tmp_path / "b/catalogs").glob("*.nq"):
        text = path.read_text(encoding="utf-8")
        assert "https://data.example.gov.cn/catalog/" in text
        assert "w3id.org/govdisclose/id/" not in text


def test_a_broken_source_is_told_and_the_others_are_done(sources, tmp_path):
    listed = sources(
        f"catalogs:\n  - file: gone.txt\n  - file: {XIXIU}\n  - file: empty.txt\n",
    )
    (tmp_path / "empty.txt").write_bytes(b"")
    said = []
    built = build(listed, tmp_path / "out", say=said.append)

    assert [failure.file for failure in built.failures] == ["gone.txt", "empty.txt"]
    assert len(built.catalogs) == 1
    for place in ("index.html", "report.txt", "report.json"):
        text = (tmp_path / "out" / place).read_text(encoding="utf-8")
        assert "gone.txt" in text
        assert "文件是空的" in text
        assert str(tmp_path) not in text
    assert any("gone.txt" in line for line in said)


def test_nothing_is_made_when_no_source_can_be_read(sources, tmp_path):
    with pytest.raises(InputError, match=r"gone\.txt"):
        build(sources("catalogs: [{file: gone.txt}]"), tmp_path / "out")

    assert [path.name for path in tmp_path.iterdir()] == ["sources.yml"]


def test_two_catalogs_with_one_iri_are_named_and_nothing_is_made(sources, tmp_path):
    (tmp_path / "copy.txt").write_bytes(XIXIU.read_bytes())
    listed = sources(f"catalogs:\n  - file: {XIXIU}\n  - file: copy.txt\n")

    with pytest.raises(ConfigurationError) as caught:
        build(listed, tmp_path / "out")

    assert str(XIXIU) in str(caught.value)
    assert "copy.txt" in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_two_editions_of_one_catalog_stand_side_by_side(sources, tmp_path):
    listed = sources(
        f"catalogs:\n  - {{file: {XIXIU}, version: '2019'}}\n"
        f"  - {{file: {XIXIU}, version: '2020'}}\n"
    )
    built = build(listed, tmp_path / "out")

    assert [one.files[0] for one in built.catalogs] == [
        "catalogs/520402-poverty-alleviation-2019.nq",
        "catalogs/520402-poverty-alleviation-2020.nq",
    ]


def test_words_of_a_document_are_escaped_in_the_pages(sources, tmp_path):
    text = LUANCHUAN.read_text(encoding="utf-8").replace(
        "栾川县扶贫领域基层政务公开标准目录", "<script>alert(1)</script>栾川县扶贫目录"
    )
    (tmp_path / "evil.txt").write_text(text, encoding="utf-8")
    listed = sources(
        "catalogs:\n  - file: evil.txt\n    division: '410324'\n"
        "    title: '<img src=x onerror=alert(1)>&amp;'\n    licence: '\"><b>'\n"
    )
    build(listed, tmp_path / "out")

    for page in (tmp_path / "out").rglob("*.html"):
        assert not Page(page).tags & {"script", "img"}
    assert "&lt;img src=x" in (tmp_path / "out/index.html").read_text(encoding="utf-8")


def test_corrections_for_a_catalog_that_is_not_built_are_told(sources, tmp_path):
    folder = tmp_path / "settled"
    folder.mkdir()
    (folder / "a.yml").write_text(
        "catalog: 410324/poverty\nwho: 甲\nwhen: 2024-05-06\nwhy: 乙\n"
        "corrections: [{item: 1, field: level1, printed: '', read: '', right: 丙}]\n",
        encoding="utf-8",
    )
    said: list[str] = []
    listed = sources(f"corrections: settled\ncatalogs:\n  - file: {LUANCHUAN}\n")
    build(listed, tmp_path / "out", say=said.append)
    [told] = [line for line in said if "a.yml" in line]
    assert "410324/poverty-alleviation/2020-12-14" in told


@pytest.fixture(scope="module")
def measured_build(tmp_path_factory) -> Path:
    """A build whose list names two standards: one of all fields, one that does not ship."""
    folder = tmp_path_factory.mktemp("named")
    toy = ROOT / "tests/comparison/toy.yml"
    (folder / "sources.yml").write_text(
        f"standards: [regulation-711, {toy}]\n"
        f"catalogs: [{{file: {LUANCHUAN}, division: '410324'}}]",
        encoding="utf-8",
    )
    build(folder / "sources.yml", folder / "build")
    return folder / "build"


def test_catalogs_are_aligned_to_the_standards_that_the_list_names(measured_build):
    turtle = (measured_build / f"catalogs/{NAMES[0]}.ttl").read_text(encoding="utf-8")

    assert "standard/toy/identification" in turtle
    assert "poverty-alleviation-2019" not in turtle


def test_catalogs_are_validated_against_them(measured_build):
    report = json.loads((measured_build / "report.json").read_bytes())
    codes = {finding["code"] for finding in report["catalogs"][0]["findings"]}

    assert "toy-loans" in codes
    assert not any(code.startswith("poverty-alleviation-2019") for code in codes)


def test_catalogs_are_compared_with_them_and_the_store_holds_them(measured_build):
    folders = {path.name for path in (measured_build / "comparison").iterdir() if path.is_dir()}
    compared = json.loads((measured_build / "comparison/toy/comparison.json").read_bytes())
    states = {cell["duty"]: cell["state"] for cell in compared["sides"][0]["cells"]}

    assert folders == {"regulation-711", "toy"}
    assert states["identification"] == "deviating"  # it ticks no web site, as toy asks
    with Store(measured_build / "store", read_only=True) as store:
        assert len(store.query("compare/coverage", standard="toy")) > 0
