"""What makes the two source catalogs hard, trap by trap, and what a correct reading does."""

from __future__ import annotations

from functools import cache

import pytest

from govdisclose_ld import assets
from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.model import Catalog, Item, State

XIXIU, LUANCHUAN = "xixiu-fupin-list", "luanchuan-fupin-notice-2020-51"


@cache
def catalog(name: str) -> Catalog:
    return read_catalog(assets.path(f"data/catalogs/{name}.txt"), corrections=())[0]


def item(name: str, ordinal: int) -> Item:
    return next(one for one in catalog(name).items if one.ordinal == str(ordinal))


def codes(name: str, ordinal: int) -> set[str]:
    return {finding.code for finding in catalog(name).findings_of(item(name, ordinal))}


def labels(name: str, ordinal: int) -> list[str]:
    return [matter.label for matter in item(name, ordinal).matters]


def test_every_item_is_read() -> None:
    assert [i.ordinal for i in catalog(XIXIU).items] == [str(n) for n in range(1, 37)]
    assert [i.ordinal for i in catalog(LUANCHUAN).items] == [str(n) for n in range(1, 11)]


@pytest.mark.parametrize(("name", "code"), [(XIXIU, "520402"), (LUANCHUAN, "410324")])
def test_the_division_is_known(name: str, code: str) -> None:
    division = catalog(name).division
    assert division
    assert division.code == code


def test_segments_are_read_by_their_own_headers_and_changes_are_reported() -> None:
    changed = [f.ref.table for f in catalog(LUANCHUAN).findings if f.code == "header-changed"]
    assert changed == [2, 3, 4]
    columns = {
        (column.table, column.number): [term.id for term in column.terms]
        for column in catalog(LUANCHUAN).columns
        if column.field == "mode"
    }
    assert [columns[2, 11], columns[3, 11], columns[4, 11]] == [
        ["on-request"],
        ["proactive"],
        ["on-request"],
    ]


@pytest.mark.parametrize(
    ("name", "ordinal", "label"),
    [
        (XIXIU, 10, "政策文件"),
        (XIXIU, 33, "生态移民"),
        (LUANCHUAN, 3, "扶贫对象"),
        (LUANCHUAN, 9, "监督管理"),
    ],
)
def test_a_row_before_its_label_is_given_the_label_below(
    name: str, ordinal: int, label: str
) -> None:
    first = item(name, ordinal).matters[0]
    assert (first.level, first.label) == (1, label)
    assert first.inference is not None
    assert "下方标签" in first.inference.reason_zh
    assert codes(name, ordinal) & {"level1-inferred", "level1-uncertain"}


@pytest.mark.parametrize(
    ("name", "ordinal"), [(XIXIU, 16), (XIXIU, 17), (XIXIU, 19), (XIXIU, 20), (LUANCHUAN, 2)]
)
def test_an_unproven_parent_is_no_printed_value(name: str, ordinal: int) -> None:
    first = item(name, ordinal).matters[0]
    assert first.inference is not None
    assert first.inference.confidence < 0.7
    assert "level1-uncertain" in codes(name, ordinal)


def test_printed_labels_are_not_inferred() -> None:
    inferred = {
        int(one.ordinal) for one in catalog(XIXIU).items if one.matters[0].inference is not None
    }
    assert inferred == {2, 3, 4, 10, 12, 13, 14, 15, 16, 17, 19, 20, 33, 35, 36}


def test_xixiu_row_5_is_shifted_back() -> None:
    shifted = item(XIXIU, 5)
    assert labels(XIXIU, 5) == ["信息公开", "信息公开专栏"]
    assert shifted.content.text.startswith("1. 信息公开指南")
    assert [term.label for term in shifted.channels.selected] == ["政府网站"]
    assert [term.label for term in shifted.audience.selected] == ["全社会"]
    assert [term.label for term in shifted.mode.selected] == ["主动公开"]
    assert codes(XIXIU, 5) == {"row-shifted"}


@pytest.mark.parametrize("ordinal", [6, 7, 8])
def test_luanchuan_channels_run_over_and_a_lone_tick_is_not_assigned(ordinal: int) -> None:
    one = item(LUANCHUAN, ordinal)
    assert len(one.channels.offered) == 12
    assert one.audience.state is State.UNKNOWN
    assert (one.mode.state, one.mode.selected) == (State.READ, ())
    assert (one.level.state, one.level.selected) == (State.READ, ())
    assert {"cell-split", "row-shifted", "mark-unassigned"} <= codes(LUANCHUAN, ordinal)


@pytest.mark.parametrize("ordinal", [1, 2])
def test_luanchuan_labels_without_marks_are_unknown(ordinal: int) -> None:
    one = item(LUANCHUAN, ordinal)
    states = {one.audience.state, one.mode.state, one.level.state}
    assert states == {State.UNKNOWN}
    assert (one.audience.selected, one.mode.selected, one.level.selected) == ((), (), ())
    assert [term.id for term in one.level.offered] == ["county", "township", "village"]
    assert "mark-unknown" in codes(LUANCHUAN, ordinal)


@pytest.mark.parametrize("ordinal", [3, 4, 5, 6, 7, 8])
def test_luanchuan_unticked_mode_boxes_are_read_as_none(ordinal: int) -> None:
    mode = item(LUANCHUAN, ordinal).mode
    assert (mode.state, mode.selected) == (State.READ, ())


def test_xixiu_row_28_alone_is_for_a_specific_audience_on_request() -> None:
    specific = [
        one.ordinal
        for one in catalog(XIXIU).items
        if [term.id for term in one.audience.selected] == ["specific"]
    ]
    on_request = [
        one.ordinal
        for one in catalog(XIXIU).items
        if [term.id for term in one.mode.selected] == ["on-request"]
    ]
    assert specific == on_request == ["28"]
    assert codes(XIXIU, 28) == {"answer-unusual"}


@pytest.mark.parametrize("ordinal", [7, *range(21, 33)])
def test_xixiu_rows_with_a_first_level_alone(ordinal: int) -> None:
    assert [matter.level for matter in item(XIXIU, ordinal).matters] == [1]


def test_the_same_order_is_one_law() -> None:
    keys = {c.law.key for one in catalog(XIXIU).items for c in one.legal_bases if c.law}
    assert keys == {"government-information-regulation"}


def test_a_typing_error_of_the_source_is_published() -> None:
    assert item(XIXIU, 20).content.text == "全去扶贫领域相关统计数据"


def test_prose_and_table_disagree_and_defaults_are_inherited() -> None:
    read = catalog(LUANCHUAN)
    assert [(one.level, one.count, len(one.names)) for one in read.declared] == [
        (1, 4, 4),
        (2, 12, 12),
    ]
    assert {"declared-missing", "declared-beyond"} <= {f.code for f in read.findings}
    for one in read.items:
        assert one.time_limit.inherited
        assert (one.time_limit.retention, one.time_limit.retention_scope) == (
            "permanent",
            ("county",),
        )
        rules = [(r.kind, r.amount, r.unit, r.scope) for r in one.time_limit.rules]
        assert rules == [
            ("limit", 20, "working-day", ()),
            ("display", 10, "day", ("township", "village")),
        ]
        assert one.agencies == ()


def test_numbered_lists_nest_two_deep() -> None:
    names, contact = item(XIXIU, 1).elements
    assert (names.text, contact.text, len(contact.parts)) == ("机构名称", "联系方式", 8)
    report, expenses, purchases = item(XIXIU, 21).elements
    assert [len(part.parts) for part in (report, expenses, purchases)] == [0, 4, 5]


def test_a_half_open_html_list_is_read_and_printed_as_it_is() -> None:
    pool = item(LUANCHUAN, 8)
    assert [part.text for part in pool.elements] == [
        "纳入县级脱贫攻坚项目库的项目",
        "经县扶贫开发领导小组审定的脱贫攻坚项目库",
    ]
    assert pool.content.text.startswith("<ul style=")


def test_titles_run_together_or_one_space_apart_are_several_citations() -> None:
    assert [len(item(LUANCHUAN, n).legal_bases) for n in (1, 3, 4, 6, 7)] == [9, 2, 2, 3, 5]
    assert "basis-incomplete" in codes(LUANCHUAN, 7)
