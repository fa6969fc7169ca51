"""Rows whose boxes may stand in other columns than they were printed in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from interpret_samples import document, read

from govdisclose_ld.interpret import interpret
from govdisclose_ld.model import Catalog, Cell, Item, State

HEADER = ["序号", "公开事项", "公开内容", "全社会", "特定群体", "主动", "依申请", "县级", "乡级"]


def item(*boxes: str, header: list[str] | None = None, more: tuple[str, ...] = ()) -> Item:
    catalog = read([[*(header or HEADER)], ["1", "处罚结果", "决定书", *boxes, *more]])
    return catalog.items[0]


def states(one: Item) -> list[State]:
    return [one.audience.state, one.mode.state, one.level.state]


def codes(catalog: Catalog) -> list[str]:
    return [f.code for f in catalog.findings_of(catalog.items[0])]


@pytest.mark.parametrize(
    "boxes",
    [
        ("√", "√", "√", "", "", ""),
        ("√", "√", "√", "√", "", ""),
        ("√", "√", "", "", "", ""),
        ("√", "√", "√", "√", "√", ""),
    ],
)
def test_boxes_side_by_side_with_all_blanks_behind_them_may_have_been_pushed(
    boxes: tuple[str, ...],
) -> None:
    one = item(*boxes)
    assert states(one) == [State.UNKNOWN] * 3
    assert (one.audience.selected, one.mode.selected, one.level.selected) == ((), (), ())


@pytest.mark.parametrize(
    "boxes",
    [
        ("√", "", "√", "", "√", ""),
        ("√", "√", "√", "", "√", ""),
        ("√", "□", "√", "□", "", ""),
        ("√", "", "√", "", "", ""),
        ("√", "√", "√", "□", "□", "□"),
    ],
)
def test_boxes_that_show_where_they_stand_are_believed(boxes: tuple[str, ...]) -> None:
    assert State.UNKNOWN not in states(item(*boxes))


def test_a_row_cut_short_behind_boxes_side_by_side_has_lost_its_blanks() -> None:
    rows = [[str(n), f"结果{n}", "决定书", "√", "", "√", "", "√", ""] for n in range(1, 4)]
    catalog = read([HEADER, *rows, ["4", "结果4", "决定书", "√", "√", "√"]])
    assert states(catalog.items[-1]) == [State.UNKNOWN] * 3
    assert states(catalog.items[0]) == [State.READ] * 3


def test_words_behind_the_boxes_show_that_no_blank_was_pushed() -> None:
    one = item("√", "", "√", "", "", "", header=[*HEADER, "备注"], more=("试点",))
    assert states(one) == [State.READ, State.READ, State.BLANK]


def test_all_options_of_a_field_beside_a_field_with_none() -> None:
    assert (
        states(item("√", "", "√", "√", "", "", header=[*HEADER, "备注"], more=("试点",)))
        == [State.UNKNOWN] * 3
    )


def test_a_box_under_a_lost_heading_leaves_the_fields_beside_it_unknown() -> None:
    header = [*HEADER[:4], "", *HEADER[5:]]
    one = item("", "√", "√", "", "√", "", header=header)
    assert states(one) == [State.UNKNOWN, State.UNKNOWN, State.READ]
    assert states(item("√", "", "√", "", "√", "", header=header)) == [State.READ] * 3


def test_a_box_in_a_cell_merged_over_two_options_ticks_neither_for_sure() -> None:
    made = document([HEADER, ["1", "处罚结果", "决定书", "√", "", "√", "", "√", ""]])
    table = made.tables[0]
    cells = list(table.rows[1].cells)
    cells[3], cells[4] = Cell("√", column_span=2), Cell("", anchor=(2, 4))
    rows = (table.rows[0], replace(table.rows[1], cells=tuple(cells)))
    blocks = tuple(replace(table, rows=rows) if b is table else b for b in made.blocks)
    catalog = interpret(replace(made, blocks=blocks))
    assert states(catalog.items[0]) == [State.UNKNOWN, State.READ, State.READ]
    assert "mark-unassigned" in codes(catalog)


def test_boxes_pushed_into_a_column_whose_heading_is_not_read_tell_no_answer() -> None:
    header = [*HEADER[:3], "广大群众", *HEADER[4:7]]
    whole = ["1", "处罚结果", "决定书", "√", "√", "", ""]
    cut = ["2", "决定书、通知书、公告", "《行政处罚法》", "√", "√", "", ""]
    catalog = read(
        [[*header[:3], "公开依据", *header[3:]], [*whole[:3], "《行政处罚法》", *whole[3:]], cut]
    )
    assert [s for one in catalog.items for s in states(one)[:2]] == [State.UNKNOWN] * 4


@pytest.mark.parametrize("words", ["《行政处罚法》", "20个工作日内", "首页-政务公开-公告"])
def test_words_of_another_column_in_a_tick_cell_tick_nothing(words: str) -> None:
    one = item(words, "", "√", "", "√", "")
    assert one.audience.state is State.UNKNOWN
    assert one.audience.selected == ()
