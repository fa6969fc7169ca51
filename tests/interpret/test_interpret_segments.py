"""Tables cut into segments: headers carried on, rows that are no items, tables left unread."""

from __future__ import annotations

import pytest
from interpret_samples import read

from govdisclose_ld.model import Catalog

HEADER = ["序号", "公开事项", "公开内容", "公开依据", "公开渠道"]


def row(number: int) -> list[str]:
    return [str(number), f"事项{number}", f"内容{number}", "《预算法》", "■政府网站 □公示栏"]


def codes(catalog: Catalog) -> list[tuple[str, int, int]]:
    return [(f.code, f.ref.table, f.ref.row) for f in catalog.findings if f.ref.table]


def ordinals(catalog: Catalog) -> list[str]:
    return [item.ordinal for item in catalog.items]


def test_a_table_without_a_header_goes_on_with_the_one_before() -> None:
    catalog = read([HEADER, row(1)], [row(2), row(3)])
    assert ordinals(catalog) == ["1", "2", "3"]
    assert codes(catalog) == [("header-missing", 2, 0)]
    assert [c.number for c in catalog.columns if c.table == 2] == [1, 2, 3, 4, 5]


def test_a_page_whose_cells_contradict_their_heading_does_not_speak_for_the_next() -> None:
    answers = [("全社会", "主动公开"), ("主动公开", "全社会"), ("全社会", "主动公开")]
    first, *others = ([[*row(n), *said]] for n, said in enumerate(answers, 1))
    catalog = read([[*HEADER, "公开对象", "公开方式"], *first], *others)
    assert ("column-contents-disagree", 2, 0) in codes(catalog)
    assert [len(item.mode.selected) for item in catalog.items] == [1, 0, 1]


def test_a_table_of_something_else_is_left_unread() -> None:
    catalog = read([HEADER, row(1)], [["姓名", "电话"], ["张三", "0371-1"]])
    assert ordinals(catalog) == ["1"]
    assert codes(catalog) == [("header-unknown", 2, 0)]


def test_columns_that_change_places_are_read_by_their_own_header_and_reported() -> None:
    turned = [*HEADER[:2], HEADER[3], HEADER[2], HEADER[4]]
    catalog = read([HEADER, row(1)], [turned, ["2", "事项2", "《预算法》", "内容2", "■政府网站"]])
    assert [item.content.text for item in catalog.items] == ["内容1", "内容2"]
    assert codes(catalog) == [("header-changed", 2, 1)]


@pytest.mark.parametrize(
    "note",
    [
        ["注：■为必选", "", "", "", ""],
        ["合计", "", "2项", "", ""],
        ["填表人：张三", "", "", "联系电话：1", ""],
        ["一、财政预算", "", "", "", ""],
        ["1", "2", "3", "4", "5"],
    ],
)
def test_notes_totals_and_headings_are_no_items(note: list[str]) -> None:
    catalog = read([HEADER, row(1), note, row(2)])
    assert ordinals(catalog) == ["1", "2"]
    assert ("note-row", 1, 3) in codes(catalog)


def test_blank_rows_say_nothing() -> None:
    catalog = read([HEADER, row(1), [""] * 5, [], row(2)])
    assert (ordinals(catalog), codes(catalog)) == (["1", "2"], [])


def test_rows_above_the_header_are_notes_and_may_hold_the_title() -> None:
    catalog = read([["栾川县财政预决算领域政务公开目录"], HEADER, row(1)], prose=())
    assert catalog.title == "栾川县财政预决算领域政务公开目录"
    assert catalog.division
    assert catalog.division.code == "410324"


def test_ditto_takes_the_cell_above_and_says_so() -> None:
    catalog = read([HEADER, row(1), ["2", "同上", "内容2", "〃", "■公示栏"]])
    second = catalog.items[1]
    assert ([m.label for m in second.matters], second.basis.text) == (["事项1"], "《预算法》")
    assert [code for code, _, place in codes(catalog) if place == 3] == ["ditto-resolved"] * 2


def test_ditto_below_nothing_is_unresolved() -> None:
    catalog = read([HEADER, ["1", "事项", "内容", "同上", "■公示栏"]])
    assert catalog.items[0].basis.text == ""
    assert codes(catalog) == [("ditto-unresolved", 1, 2)]


@pytest.mark.parametrize("headed", [True, False], ids=["header repeated", "no header"])
@pytest.mark.parametrize(("number", "said"), [("2", "《预算法》"), ("1", "")])
def test_ditto_goes_on_over_the_page_as_the_numbers_do(
    number: str, said: str, *, headed: bool
) -> None:
    below = [number, "事项2", "内容2", "同上", "■公示栏"]
    catalog = read([HEADER, row(1)], [*([HEADER] * headed), below, row(3)])
    code = "ditto-resolved" if said else "ditto-unresolved"
    assert catalog.items[1].basis.text == said
    assert [c for c, table, _ in codes(catalog) if table == 2 and c.startswith("ditto")] == [code]


def test_a_missing_ordinal_column_is_no_fault() -> None:
    catalog = read([HEADER[1:], row(1)[1:], row(2)[1:]])
    assert (ordinals(catalog), codes(catalog)) == (["", ""], [])


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["1", "2", "4"], ["ordinal-gap"]),
        (["1", "2", "2"], ["ordinal-repeated"]),
        (["1", "", "2"], ["ordinal-missing"]),
        (["0101", "0102", "0201"], []),
        (["一", "二", "三"], []),
        (["1", "第二项目", "3"], ["ordinal-unreadable"]),
    ],
)
def test_numbering(numbers: list[str], expected: list[str]) -> None:
    body = [[number, *row(n)[1:]] for n, number in enumerate(numbers, 1)]
    found = [code for code, _, _ in codes(read([HEADER, *body])) if code.startswith("ordinal")]
    assert found == expected


def test_a_row_printed_twice_is_reported_and_both_keep_a_key() -> None:
    catalog = read([HEADER, row(1), row(2), ["3", *row(1)[1:]]])
    assert codes(catalog) == [("item-repeated", 1, 4)]
    assert catalog.items[2].key == f"{catalog.items[0].key}-2"


def test_a_key_comes_from_printed_words_alone() -> None:
    first = read([HEADER, row(1), row(2)]).items[1].key
    moved = read([HEADER, row(7), ["9", *row(2)[1:]]]).items[1].key
    assert first == moved
