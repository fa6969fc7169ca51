"""Two catalogs side by side in one table."""

from __future__ import annotations

from interpret_samples import read

HEADINGS = ["序号", "公开事项", "公开内容", "公开依据", "公开主体"]
LEFT = ["1", "名单公示", "姓名", "《社会救助暂行办法》", "甲县民政局"]
RIGHT = ["1", "欠税公告", "金额", "《税收征收管理法》", "甲县税务局"]


def test_catalogs_side_by_side_are_read_one_after_the_other() -> None:
    catalog = read([[*HEADINGS, "", *HEADINGS], [*LEFT, "", *RIGHT], [*[""] * 6, "2", *RIGHT[1:]]])
    facts = [(i.matters[0].label, i.basis.text, i.agency.text) for i in catalog.items]
    left, right = (LEFT[1], *LEFT[3:]), (RIGHT[1], *RIGHT[3:])
    assert facts == [left, right, right]
    assert "tables-side-by-side" in {found.code for found in catalog.findings}
    assert [item.source.table for item in catalog.items] == [1, 2, 2]


def test_columns_that_differ_are_no_second_catalog() -> None:
    catalog = read([[*HEADINGS, "序号", "责任股室", "联系人", "电话", "备注"], [*LEFT, *RIGHT]])
    (item,) = catalog.items
    assert item.matters[0].label == "名单公示"
    assert "tables-side-by-side" not in {found.code for found in catalog.findings}
