"""A field that is not what it was: what kind of change that is, and what came and went."""

from __future__ import annotations

from dataclasses import replace

import pytest
from changes_samples import CHANNELS, GAZETTE, TV, WEB, catalog, item, limit, read, ref, unknown

from govdisclose_ld.changes import FieldChange, Kind, diff
from govdisclose_ld.model import (
    Agency,
    Choice,
    Citation,
    Division,
    Element,
    Extra,
    Inference,
    Item,
    Law,
    State,
    Text,
    TimeLimit,
)

ITEM = item("低保", "名单")
RULE = Law("r", "信息公开条例")


def change_of(old: Item, new: Item) -> FieldChange:
    """The one field that differs."""
    [changed] = diff(catalog(old), catalog(new)).items
    [field] = changed.fields
    return field


@pytest.mark.parametrize(
    ("old", "new", "kind", "gained", "lost"),
    [
        (read(WEB), read(WEB, TV), Kind.CHANGED, ("电视",), ()),
        (read(WEB), read(GAZETTE), Kind.CHANGED, ("公报",), ("政府网站",)),
        (read(WEB), read(), Kind.CHANGED, (), ("政府网站",)),
        (unknown(), read(WEB), Kind.SETTLED, (), ()),
        (unknown(), read(), Kind.SETTLED, (), ()),
        (read(WEB), unknown(), Kind.UNSETTLED, (), ()),
        (Choice(State.BLANK), read(WEB), Kind.ADDED, ("政府网站",), ()),
        (Choice(State.ABSENT), read(WEB), Kind.ADDED, ("政府网站",), ()),
        (Choice(State.ABSENT), unknown(), Kind.ADDED, (), ()),
        (unknown(), Choice(State.BLANK), Kind.REMOVED, (), ()),
        (read(WEB), Choice(State.BLANK), Kind.REMOVED, (), ("政府网站",)),
        (Choice(State.ABSENT), Choice(State.BLANK), Kind.CHANGED, (), ()),
        (unknown(), unknown(CHANNELS[:1]), Kind.CHANGED, (), ()),
    ],
)
def test_an_unknown_choice_is_not_one_that_is_not_ticked(old, new, kind, gained, lost):
    change = change_of(replace(ITEM, channels=old), replace(ITEM, channels=new))

    assert (change.field, change.kind) == ("channels", kind)
    assert (change.gained, change.lost) == (gained, lost)


def test_options_that_are_printed_and_not_ticked_are_told_apart_from_ticks():
    fewer = read(WEB, offered=(WEB, TV))
    change = change_of(replace(ITEM, channels=read(WEB)), replace(ITEM, channels=fewer))

    assert (change.gained, change.lost) == ((), ())
    assert (change.offered_gained, change.offered_lost) == ((), ("公报",))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (limit("20个工作日内", 20), limit("10个工作日内", 10), Kind.CHANGED),
        (limit("20个工作日内", 20), limit("二十个工作日之内", 20), Kind.REWORDED),
        (limit("20个工作日内", 20), limit("20 个 工作日内", 20), Kind.REPRINTED),
        (limit("20个工作日内", 20), limit("及时"), Kind.CHANGED),
        (limit("及时"), limit("尽快"), Kind.CHANGED),
        (TimeLimit(), limit("7日", 7), Kind.ADDED),
        (limit("7日", 7), TimeLimit(), Kind.REMOVED),
        (limit("7日", 7), replace(limit("7日", 7), text="", inherited=True), Kind.CHANGED),
    ],
)
def test_a_limit_is_compared_by_what_it_means(old, new, kind):
    change = change_of(replace(ITEM, time_limit=old), replace(ITEM, time_limit=new))

    assert (change.field, change.kind) == ("time_limit", kind)


def test_a_law_that_is_cited_otherwise_is_the_same_law():
    def based(*citations: Citation) -> Item:
        text = "、".join(citation.text for citation in citations)
        return replace(ITEM, basis=Text(text, (ref(1, 5),)), legal_bases=citations)

    short, whole = Citation("《条例》", RULE), Citation("《信息公开条例》", RULE)
    other = Citation("《办法》", Law("b", "办法"))

    assert change_of(based(short), based(whole)).kind is Kind.REWORDED
    more = change_of(based(short), based(short, other))
    assert (more.kind, more.gained, more.lost) == (Kind.CHANGED, ("办法",), ())


def test_elements_and_agencies_tell_which_came_and_went():
    one, two, three = (Element("", text) for text in ("条件", "流程", "结果"))
    old = replace(ITEM, elements=(one, two), agencies=(Agency("甲局", "named"),))
    new = replace(ITEM, elements=(one, three), agencies=(Agency("乙局", "named"),))
    [changed] = diff(catalog(old), catalog(new)).items

    assert [(f.field, f.gained, f.lost) for f in changed.fields] == [
        ("content", ("结果",), ("流程",)),
        ("agency", ("乙局",), ("甲局",)),
    ]


def test_a_label_that_was_inferred_and_is_printed_now_is_settled():
    guess = Inference(0.9, "由上文", "from above", ref(1))
    first, last = ITEM.matters
    guessed = replace(ITEM, matters=(replace(first, inference=guess), last))

    assert change_of(guessed, ITEM).kind is Kind.SETTLED
    assert change_of(ITEM, guessed).kind is Kind.UNSETTLED


def test_a_new_number_is_of_form_alone():
    changes = diff(catalog(ITEM), catalog(replace(ITEM, ordinal="9")))

    assert [f.kind for f in changes.items[0].fields] == [Kind.RENUMBERED]
    assert changes.items[0].minor
    assert changes.is_empty


def test_unclaimed_columns_are_compared_by_their_heading():
    old = replace(ITEM, extra=(Extra("电话", "1", ref(1, 6)), Extra("备注", "无", ref(1, 7))))
    new = replace(ITEM, extra=(Extra("备注", "有", ref(1, 7)),))
    [changed] = diff(catalog(old), catalog(new)).items

    assert [(f.heading, f.kind) for f in changed.fields] == [
        ("电话", Kind.REMOVED),
        ("备注", Kind.CHANGED),
    ]


def test_both_sides_name_their_cells_and_what_is_printed_there():
    change = change_of(
        replace(ITEM, channels=read(WEB)),
        replace(ITEM, channels=replace(read(TV), cells=(ref(2, 6), ref(2, 7)))),
    )

    assert change.old.cells == (ref(1, 6),)
    assert change.old.printed == "印1-6"
    assert change.new.cells == (ref(2, 6), ref(2, 7))
    assert change.new.printed == "印2-6 印2-7"
    assert change.new.reading["channels"]["selected"] == ["电视"]


def test_what_a_catalog_says_of_itself_is_compared_too():
    old = catalog(ITEM, status="trial", division=Division("410324", "栾川县"))
    new = catalog(
        ITEM, title="甲县扶贫清单", issued="2021-01-31", default_time_limit=limit("20日", 20)
    )

    assert [(one.field, one.kind) for one in diff(old, new).catalog] == [
        ("title", Kind.CHANGED),
        ("division", Kind.REMOVED),
        ("status", Kind.REMOVED),
        ("issued", Kind.ADDED),
        ("default_time_limit", Kind.ADDED),
    ]
