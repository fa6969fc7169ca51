"""Synthetic catalogs: repeatable, spread over the country, read as meant, marked as made up."""

from __future__ import annotations

from itertools import islice

import pytest

from govdisclose_ld.catalogs import read_catalog, to_record
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret import Known, catalog_path
from govdisclose_ld.interpret.divisions import division
from govdisclose_ld.samples import (
    FORMATS,
    Sample,
    draw_samples,
    most_counties,
    most_fields,
    score,
)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others():
    once, again, other = (list(draw_samples(4, 2, seed=seed)) for seed in (7, 7, 8))

    assert once == again
    assert [one.name.partition(".")[0] for one in other] == [
        one.name.partition(".")[0] for one in once
    ]
    assert all(one.data != two.data for one, two in zip(once, other, strict=True))


def test_more_counties_and_fields_keep_those_that_were_there():
    few = {one.name: one.data for one in draw_samples(3, 1)}
    many = {one.name: one.data for one in draw_samples(9, 3)}

    assert len(many) == 27
    assert few.items() <= many.items()


def test_samples_are_drawn_one_at_a_time():
    every = draw_samples(most_counties(), most_fields())

    assert len(list(islice(every, 3))) == 3


def test_counties_are_real_and_spread_over_all_provinces():
    codes = [one.truth["division"]["code"] for one in draw_samples(62)]

    assert len(set(codes)) == 62
    assert len({code[:2] for code in codes[:31]}) == 31
    assert all(division(code).parents and not code.endswith("00") for code in codes)
    assert most_counties() >= 2844


@pytest.mark.parametrize("kind", FORMATS)
def test_an_undamaged_sample_is_read_as_it_is_meant(kind):
    check_readings(list(draw_samples(5, 4, seed=3, formats=[kind], damage=0)))


def test_fields_beyond_the_stock_are_read_as_meant_too():
    check_readings(list(draw_samples(1, most_fields(), seed=1, formats=["txt"], damage=0)))


def check_readings(samples: list[Sample]) -> None:
    """Nothing is wrong or lost, and a sound row is hardly ever suspected of damage."""
    right = flagged = 0
    for sample in samples:
        catalog, _ = read_catalog(sample.data, name=sample.name)
        result = score(sample.truth, to_record(catalog))
        right += result.right
        flagged += len(result.flagged)

        assert (result.wrong, result.lost) == ((), ()), sample.name
    assert right > 12 * sum(len(sample.truth["items"]) for sample in samples) - flagged
    assert flagged <= right / 100


def test_damage_befalls_the_rows_that_the_truth_names():
    sound = list(draw_samples(12, formats=["txt"], damage=0))
    damaged = list(draw_samples(12, formats=["txt"], damage=1))
    kinds = set()
    for before, after in zip(sound, damaged, strict=True):
        old, new = (one.data.decode().splitlines() for one in (before, after))
        hit = [item for item in after.truth["items"] if item["damage"]]
        kinds |= {item["damage"] for item in hit}

        assert not [item for item in before.truth["items"] if item["damage"]]
        assert sum(a != b for a, b in zip(old, new, strict=True)) == len(hit)
    assert kinds == {"shift", "drop", "blank", "split", "unmark", "misread"}


def test_items_vary_as_those_of_real_catalogs_do():
    items = [item for one in draw_samples(60, damage=0) for item in one.truth["items"]]
    names = {
        item["matters"][-1] for item in items if item["stands_for"].endswith("/identification")
    }
    states = {item[field]["state"] for item in items for field in ("channels", "mode", "level")}

    assert {"贫困人口识别", "贫困户识别"} <= names
    assert states == {"read", "unknown", "absent"}
    assert {item["stands_for"] for item in items} > {""}
    assert len({item["time_limit"]["text"] for item in items}) > 8
    assert {len(item["matters"]) for item in items} == {1, 2, 3}
    assert any("optional" in item["channels"] for item in items)
    assert sum(one["mode"]["selected"] == ["依申请公开"] for one in items) > 5


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"counties": 0}, "--counties"),
        ({"counties": 3000}, "--counties"),
        ({"counties": 1, "fields": 27}, "--fields"),
        ({"counties": 1, "formats": ["doc"]}, "--format"),
        ({"counties": 1, "damage": 1.5}, "--damage"),
    ],
)
def test_a_wish_that_cannot_be_met_is_refused_at_once(wrong, told):
    with pytest.raises(ConfigurationError) as refused:
        draw_samples(**wrong)

    assert refused.value.where == told


def test_a_county_of_a_name_that_others_share_is_read_from_its_title_alone():
    shared = [one for one in draw_samples(200) if one.truth["division"]["name"] == "市中区"]

    assert shared
    for sample in shared:
        catalog, _ = read_catalog(sample.data, name="a." + sample.name.rpartition(".")[2])
        assert catalog.division is not None
        assert catalog.division.code == sample.truth["division"]["code"]


def test_a_sample_is_marked_in_name_title_iri_and_status():
    sample = next(draw_samples(1))
    catalog, _ = read_catalog(sample.data, name=sample.name)

    assert sample.name.startswith("synthetic-")
    assert catalog.title.endswith("（合成样例）")
    assert catalog.status == sample.truth["status"] == "synthetic"
    assert catalog_path(catalog).split("/")[1] == "synthetic-poverty-alleviation"


def test_no_title_or_slug_takes_the_marker_off():
    sample = next(draw_samples(1))
    known = Known(title="真目录", slug="real", field="health")
    catalog, _ = read_catalog(sample.data, name="real.txt", known=known)

    assert catalog.title == "真目录（合成样例）"
    assert (catalog.status, catalog.slug) == ("synthetic", "synthetic-real")


def test_a_real_title_is_no_sample():
    text = "甲县扶贫领域政务公开标准目录（试行）\n\n序号\t一级事项\t公开内容\n1\t甲\t乙\n"
    catalog, _ = read_catalog(text.encode(), name="a.txt")

    assert (catalog.status, catalog.slug) == ("trial", "poverty-alleviation")
