"""Items printed one by one, each value behind its label."""

from __future__ import annotations

import pytest

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Catalog

BASIS = "《中华人民共和国政府信息公开条例》（国务院令第711号）"
LINES = """示例县社会救助领域基层政务公开标准目录

一、事项名称：名单公示
公开内容：1.姓名
2.救助金额
公开依据：《中华人民共和国政府信息公开条例》（国务院令第711号）
公开时限：信息形成或者变更之日起20个工作日内
公开主体：示例县民政局
公开方式：主动公开

二、事项名称：救助标准
公开内容：标准文本
公开依据：《中华人民共和国政府信息公开条例》（国务院令第711号）
公开主体：示例县财政局
公开方式：依申请公开
责任编辑：某某
"""
TABLE = f"""示例县社会救助领域基层政务公开标准目录
| 一级事项 | 救助管理 | 二级事项 | 名单公示 |
|---|---|---|---|
| 公开内容（要素） | 姓名、金额 | | |
| 公开依据 | {BASIS} | | |
| 公开主体 | 示例县民政局 | 公开时限 | 20个工作日内 |
"""


def read(text: str) -> Catalog:
    return read_catalog(text.encode(), name="form.txt")[0]


def test_labelled_paragraphs_are_items_with_every_value_under_its_label() -> None:
    catalog = read(LINES)
    first, second = catalog.items
    assert [item.matters[0].label for item in catalog.items] == ["名单公示", "救助标准"]
    assert (first.content.text, len(first.elements)) == ("1.姓名\n2.救助金额", 2)
    assert (first.basis.text, second.basis.text) == (BASIS, BASIS)
    assert (first.time_limit.text, second.time_limit.text) == (
        "信息形成或者变更之日起20个工作日内",
        "",
    )
    assert [item.agency.text for item in catalog.items] == ["示例县民政局", "示例县财政局"]
    assert [item.mode.selected[0].id for item in catalog.items] == ["proactive", "on-request"]
    assert "责任编辑" in catalog.document.prose[-1].text
    assert "table-by-labels" in {found.code for found in catalog.findings}


def test_a_table_of_labels_and_values_is_one_item() -> None:
    (item,) = read(TABLE).items
    assert [(m.level, m.label) for m in item.matters] == [(1, "救助管理"), (2, "名单公示")]
    assert (item.content.text, item.basis.text) == ("姓名、金额", BASIS)
    assert (item.agency.text, item.time_limit.text) == ("示例县民政局", "20个工作日内")


@pytest.mark.parametrize(
    "text",
    [
        LINES.replace("公开方式：主动公开", "公开主体：示例县财政局"),  # a label twice in a form
        LINES.replace("公开内容", "材料"),
        f"公开方式：主动公开\n{LINES}",  # of the page, not of the first item
        "公开主体：示例县民政局\n公开方式：主动公开\n公开时限：长期公开\n发布机构：示例县民政局",
    ],
)
def test_labels_that_do_not_prove_a_form_are_no_catalog(text: str) -> None:
    with pytest.raises(InputError):
        read(text)


@pytest.mark.parametrize("lead", [" ", "　", "1", "●", "【"])
def test_a_label_is_sought_in_linear_time(lead: str) -> None:
    text = f"示例县社会救助领域基层政务公开标准目录\n\n{lead * 90_000}x\n{lead} {' ' * 90_000}x\n"
    with pytest.raises(InputError):
        read(text)
