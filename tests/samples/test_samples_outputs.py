"""Samples on disk, and what is made of them: every output says that they are made up."""

from __future__ import annotations

import json

import pytest

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.errors import OutputError
from govdisclose_ld.interpret.synthetic import synthetic_notice
from govdisclose_ld.pipeline.building import build
from govdisclose_ld.rdf import catalog_iri, serialise
from govdisclose_ld.review import review_page
from govdisclose_ld.samples import draw_samples, write_samples
from govdisclose_ld.writers import write_catalog

NOTICE = synthetic_notice()


@pytest.fixture(scope="module")
def catalog():
    sample = next(draw_samples(1, formats=["md"]))
    return read_catalog(sample.data, name=sample.name)[0]


@pytest.mark.parametrize("kind", ["csv", "html", "md", "xlsx"])
def test_a_sample_printed_again_says_so_and_stays_one(catalog, kind):
    data = write_catalog(catalog, kind)
    again, _ = read_catalog(data, name=f"renamed.{kind}")

    assert any(NOTICE.zh in cell for cell in _texts(again))
    assert (again.title, again.status, again.slug) == (catalog.title, "synthetic", catalog.slug)


def _texts(catalog) -> list[str]:
    cells = [cell for table in catalog.document.tables for row in table.rows for cell in row.texts]
    return [*cells, *(paragraph.text for paragraph in catalog.document.prose)]


def test_the_review_page_says_so_and_that_of_a_real_catalog_does_not(catalog):
    real, _ = read_catalog("甲县目录\n\n序号\t公开内容\n1\t乙\n".encode(), name="a.txt")

    assert f">{NOTICE.zh} <" in review_page(catalog)
    assert NOTICE.en in review_page(catalog)
    assert NOTICE.zh not in review_page(real)


def test_the_graph_says_so(catalog):
    turtle = b"".join(serialise([catalog], "nquads")).decode()
    here = f"<{catalog_iri(catalog)}>"

    assert "/110108/synthetic-poverty-alleviation/" in here
    assert f"{here} <http://www.w3.org/ns/adms#status> " in turtle
    assert "<https://w3id.org/govdisclose/code/status/synthetic>" in turtle


def test_a_folder_of_samples_is_built_and_each_page_says_so(tmp_path):
    samples = list(draw_samples(2, formats=["txt", "csv"]))
    assert write_samples(tmp_path / "samples", iter(samples)) == 2
    for sample in samples:
        province = sample.truth["division"]["code"][:2]
        document = tmp_path / "samples/catalogs" / province / sample.name
        truth = tmp_path / "samples/truth" / province / f"{sample.name}.json"
        assert document.read_bytes() == sample.data
        assert json.loads(truth.read_text(encoding="utf-8")) == sample.truth

    built = build(tmp_path / "samples/sources.yml", tmp_path / "build")

    assert [one.catalog.title for one in built.catalogs] == [s.truth["title"] for s in samples]
    for page in ("index.html", "report.html", *(one.files[-1] for one in built.catalogs)):
        assert NOTICE.zh in (tmp_path / "build" / page).read_text(encoding="utf-8"), page
    report = json.loads((tmp_path / "build/report.json").read_text(encoding="utf-8"))
    assert [one["status"] for one in report["catalogs"]] == ["synthetic", "synthetic"]


def test_a_folder_that_was_not_finished_cannot_be_built(tmp_path):
    def broken():
        yield next(draw_samples(1))
        raise OutputError("坏", "broken")

    with pytest.raises(OutputError):
        write_samples(tmp_path, broken())

    assert not (tmp_path / "sources.yml").exists()


def test_a_folder_that_cannot_be_written_is_an_output_error(tmp_path):
    (tmp_path / "catalogs").write_text("a file is in the way")

    with pytest.raises(OutputError) as refused:
        write_samples(tmp_path, draw_samples(1))

    assert "catalogs" in refused.value.where
