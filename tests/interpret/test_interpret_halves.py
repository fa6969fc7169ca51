"""Tables too wide for the page, printed as a left half and a right half."""

from __future__ import annotations

from collections.abc import Sequence

from interpret_samples import read

from govdisclose_ld.model import Catalog, Item

LEFT = [
    ["序号", "公开事项", "公开内容（要素）"],
    ["1", "名单公示", "姓名、金额"],
    ["2", "救助标准", "标准文本"],
]
RIGHT = [
    ["公开依据", "公开时限", "公开主体", "公开方式", ""],
    ["", "", "", "主动", "依申请公开"],
    ["《社会救助暂行办法》", "20个工作日内", "甲县民政局", "√", ""],
    ["《中华人民共和国慈善法》", "长期公开", "甲县财政局", "", "√"],
]
NUMBERS = ["序号", "", "1", "2"]


def facts(item: Item) -> tuple[str, str, str, str, str]:
    mode = "".join(term.id for term in item.mode.selected)
    matter = item.matters[0].label
    return matter, item.content.text, item.basis.text, item.agency.text, mode


FIRST = ("名单公示", "姓名、金额", "《社会救助暂行办法》", "甲县民政局", "proactive")
SECOND = ("救助标准", "标准文本", "《中华人民共和国慈善法》", "甲县财政局", "on-request")


def codes(catalog: Catalog) -> set[str]:
    return {found.code for found in catalog.findings}


def numbered(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[number, *row] for number, row in zip(NUMBERS, rows, strict=True)]


def test_the_halves_of_a_table_are_read_row_by_row_and_it_is_said() -> None:
    catalog = read(LEFT, RIGHT)
    assert list(map(facts, catalog.items)) == [FIRST, SECOND]
    assert "halves-joined" in codes(catalog)
    assert not {"header-changed", "item-repeated", "halves-apart"} & codes(catalog)
    assert [table.number for table in catalog.document.tables] == [1]


def test_numbers_that_the_right_half_repeats_must_be_the_same() -> None:
    catalog = read(LEFT, numbered(RIGHT))
    assert list(map(facts, catalog.items)) == [FIRST, SECOND]
    assert "column-repeated" not in codes(catalog)
    other = numbered(RIGHT)
    other[2][0], other[3][0] = "2", "1"
    crossed = read(LEFT, other)
    assert [item.basis.text for item in crossed.items] == ["", ""]
    assert all("halves-apart" in {f.code for f in crossed.findings_of(i)} for i in crossed.items)


def test_rows_that_end_early_are_rows_of_a_half_all_the_same() -> None:
    right = numbered(RIGHT)
    assert [i.agency.text for i in read(LEFT, [*right[:3], []]).items] == ["", ""]
    right[3] = ["2", "《中华人民共和国慈善法》"]
    first, second = read(LEFT, right).items
    assert facts(first) == FIRST
    assert (second.basis.text, second.agency.text) == ("《中华人民共和国慈善法》", "")


def test_halves_with_other_numbers_of_rows_are_not_joined_and_every_row_says_so() -> None:
    catalog = read(LEFT, RIGHT[:-1])
    assert [item.matters[0].label for item in catalog.items] == ["名单公示", "救助标准"]
    assert [item.basis.text for item in catalog.items] == ["", ""]
    assert all("halves-apart" in {f.code for f in catalog.findings_of(i)} for i in catalog.items)
    assert "header-without-matters" in codes(catalog)


def test_pages_of_left_halves_are_joined_with_the_pages_behind_them() -> None:
    more = [LEFT[0], ["3", "办事指南", "材料清单"]]
    rest = [*RIGHT[:2], ["《法律援助条例》", "长期公开", "甲县司法局", "√", ""]]
    third = ("办事指南", "材料清单", "《法律援助条例》", "甲县司法局", "proactive")
    for pages in ((LEFT, RIGHT, more, rest), (LEFT, more, RIGHT, rest)):
        assert list(map(facts, read(*pages).items)) == [FIRST, SECOND, third]
    apart = read(LEFT, more, RIGHT)
    assert [item.basis.text for item in apart.items] == ["", "", ""]
    assert all("halves-apart" in {f.code for f in apart.findings_of(i)} for i in apart.items)


def test_lines_over_the_right_half_stay_prose() -> None:
    catalog = read(LEFT, [["（续表）"], *RIGHT])
    assert list(map(facts, catalog.items)) == [FIRST, SECOND]
    assert "（续表）" in [paragraph.text for paragraph in catalog.document.prose]


def test_a_table_of_contacts_below_the_catalog_is_no_more_of_it() -> None:
    whole = [
        [*LEFT[0], *RIGHT[0][:3]],
        ["1", "名单公示", "姓名、金额", "《社会救助暂行办法》", "长期公开", "甲县民政局"],
    ]
    contacts = [
        ["序号", "责任单位", "联系人", "咨询电话"],
        ["1", "甲县民政局", "某某", "0000-1234567"],
        ["2", "甲县财政局", "某某", "0000-1234568"],
    ]
    catalog = read(whole, contacts)
    assert [item.matters[0].label for item in catalog.items] == ["名单公示"]
    assert "header-without-matters" in codes(catalog)
    before = read(contacts, whole)
    assert [item.matters[0].label for item in before.items] == ["名单公示"]
