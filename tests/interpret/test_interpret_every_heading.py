"""Every heading that offices print, as a column of a small table: which field it lands in."""

from __future__ import annotations

import pytest
from interpret_samples import read

REGULATION = "《中华人民共和国政府信息公开条例》（国务院令第711号）"
HEADINGS = {
    "content": [
        "公开内容",
        "公开内容（要素）",
        "公开内容(要素)及要求",
        "公开内容和测评依据",
        "内容标准",
    ],
    "basis": ["公开依据", "依 据", "法律依据", "公开依据（法律法规）"],
    "time_limit": ["公开时限", "信息更新时间", "更新时限", "公开 时限", "公开时限要求"],
    "agency": [
        *("公开主体", "信息保障单位", "公开责任主体", "责任单位", "公开责任"),
        *("责任科室", "责任股室", "公开主体（责任科室）", "责任部门（单位）"),
    ],
    "channels": ["公开渠道和载体", "公开渠道", "公开形式", "公开渠道（载体）", "公开渠道及载体"],
    "site_section": ["网站公开栏目", "网站所属栏目", "公开链接", "公开栏目（链接）"],
    "audience": ["公开对象", "公开范围"],
    "mode": ["公开方式", "公开属性"],
    "level": ["公开层级"],
    "": [
        *(
            "公开领域",
            "公开领域(编码)",
            "相应领域",
            "过程",
            "条款内容",
            "依据效力",
            "依据效力（位阶）",
        ),
        *(
            "公开时长",
            "对应职责",
            "咨询电话",
            "监督举报电话",
            "五公开",
            "公开形式（文本）",
            "事项类别",
        ),
        *("备注", "类别"),
    ],
}
PRINTED = {
    "content": "文件名称、文号",
    "basis": REGULATION,
    "time_limit": "信息形成或者变更之日起20个工作日内",
    "agency": "示例县民政局",
    "channels": "■政府网站 □政府公报",
    "site_section": "首页>政务公开>社会救助",
    "audience": "全社会",
    "mode": "主动公开",
    "level": "县级",
    "": "见附件",
}
OWN = {"公开内容": "content", "公开依据": "basis", "公开时限": "time_limit", "公开主体": "agency"}
EVERY = [(field, heading) for field, headings in HEADINGS.items() for heading in headings]
LEVELS = [
    ["一级事项", "二级事项", "三级事项"],
    ["一级目录", "二级目录", "三级目录", "四级目录", "五级目录", "六级目录"],
    ["一级指标", "二级指标", "三级指标"],
    ["事项名称"],
    ["业务事项", "信息类别"],
    ["主项", "子项"],
    ["公开事项", "具体事项"],
]


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize(("field", "heading"), EVERY)
def test_a_heading_lands_in_its_field(field: str, heading: str, *, last: bool, rows: int) -> None:
    others = [name for name, own in OWN.items() if own != field]
    place = len(others) + 2 if last else 2
    head = ["序号", "公开事项", *others]
    body = [
        [str(n), f"事项{'一二三'[n - 1]}", *(PRINTED[OWN[name]] for name in others)]
        for n in range(1, rows + 1)
    ]
    for line, words in zip((head, *body), (heading, *[PRINTED[field]] * rows), strict=True):
        line.insert(place, words)
    catalog = read([head, *body], prose=["示例县社会救助领域基层政务公开标准目录"])
    assert catalog.columns[place].field == field
    assert {found.code for found in catalog.findings} == {"division-unknown", "publisher-unknown"}
    if not field:
        assert [extra.text for extra in catalog.items[0].extra] == [PRINTED[""]]


@pytest.mark.parametrize("headings", LEVELS, ids="-".join)
def test_headings_of_matters_are_levels_from_left_to_right(headings: list[str]) -> None:
    head = ["序号", *headings, "公开内容", "公开依据", "公开主体"]
    names = [[f"{row}{level}事" for level in "一二三四五六"[: len(headings)]] for row in "甲乙"]
    body = [
        [str(n), *own, "文件名称", REGULATION, "示例县民政局"] for n, own in enumerate(names, 1)
    ]
    items = read([head, *body]).items
    assert [[matter.label for matter in item.matters] for item in items] == names
    assert [matter.level for matter in items[0].matters] == list(range(1, len(headings) + 1))
