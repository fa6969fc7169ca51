"""A reading held against the truth of its sample: right, flagged, lost or wrong."""

from __future__ import annotations

from copy import deepcopy

import pytest

from govdisclose_ld.catalogs import read_catalog, to_record
from govdisclose_ld.samples import Sample, draw_samples, score


@pytest.fixture(scope="module")
def sample() -> Sample:
    return next(draw_samples(1, formats=["txt"], damage=0))


@pytest.fixture
def record(sample):
    return deepcopy(to_record(read_catalog(sample.data, name=sample.name)[0]))


def test_spaces_and_the_order_of_options_do_not_count(sample, record):
    item = record["items"][0]
    item["content"] = " ".join(item["content"])
    item["channels"]["offered"].reverse()

    assert score(sample.truth, record) == score(
        sample.truth, to_record(read_catalog(sample.data, name=sample.name)[0])
    )


def test_another_value_is_wrong_unless_its_row_warns(sample, record):
    item = record["items"][1]
    item["agencies"] = ["他人"]
    silent = score(sample.truth, record)
    place = item["source"]
    warning = {**place, "severity": "warning", "code": "x", "message": "", "column": ""}
    record["findings"].append(warning)
    told = score(sample.truth, record)

    assert [(m.item, m.field, m.read) for m in silent.wrong] == [(2, "agencies", ["他人"])]
    assert told.wrong == ()
    assert [m.field for m in told.flagged] == ["agencies"]


def test_a_remark_for_information_is_no_warning(sample, record):
    item = record["items"][1]
    item["agencies"] = ["他人"]
    record["findings"].append({**item["source"], "severity": "info", "code": "x"})

    assert [m.field for m in score(sample.truth, record).wrong] == ["agencies"]


def test_a_label_that_is_told_as_inferred_is_flagged(sample, record):
    item = record["items"][1]
    item["matters"] = ["他处", *item["matters"][1:]]
    item["matters_inferred"] = [False] * len(item["matters"])
    printed = score(sample.truth, record)
    item["matters_inferred"][0] = True
    inferred = score(sample.truth, record)

    assert [m.field for m in printed.wrong] == [m.field for m in inferred.flagged] == ["matters"]
    assert inferred.wrong == ()


def test_nothing_read_is_lost_and_not_wrong(sample, record):
    record["items"][0]["content"] = ""
    record["items"][0]["channels"] = {"state": "unknown", "selected": [], "offered": []}
    record["division"] = None
    result = score(sample.truth, record)

    assert {m.field for m in result.lost} == {"content", "channels", "division"}
    assert result.wrong == ()


def test_a_choice_that_agrees_but_for_one_tick_is_wrong(sample, record):
    channels = next(i for i in record["items"] if i["channels"]["state"] == "read")["channels"]
    channels["selected"] = channels["selected"][:-1]

    assert [m.field for m in score(sample.truth, record).wrong] == ["channels"]


def test_items_that_nobody_meant_are_wrong_and_those_not_read_are_lost(sample, record):
    twin = deepcopy(record["items"][0])
    twin["content"] = "无中生有"
    extra = deepcopy(record)
    extra["items"].insert(0, twin)
    less = deepcopy(record)
    gone = less["items"].pop(0)

    assert {m.item for m in score(sample.truth, extra).wrong} == {0}
    lost = score(sample.truth, less).lost
    assert {m.item for m in lost} == {1}
    assert gone["content"] in [m.meant for m in lost]
