"""What a cell looks like by its wording alone."""

from __future__ import annotations

import pytest

from govdisclose_ld.interpret.kinds import fit, kinds
from govdisclose_ld.model import Column, Term

LOOKS = {
    "ordinal": ["1", "12", "(3)", "3.1", "一", "十二", "0101", "010203", "A01", "SHJZ-01"],
    "basis": [
        "《预算法》",
        "国办发〔2019〕54号",
        "关于印发《甲方案》的通知",
        "1.《甲法》2.《乙法》",
    ],
    "time_limit": [
        "20个工作日内",
        "信息形成之日起7个工作日内",
        "长期公开",
        "及时公开",
        "每年1月31日前",
    ],
    "agency": ["县民政局", "综合科", "办属各科室（中心）", "县教育局、各乡镇人民政府"],
    "site_section": [
        "首页-政务公开-公开目录",
        "某县政府网>政务公开>重点领域",
        "http://www.a.gov.cn/b",
    ],
    "channels": ["■政府网站 □公示栏", "政府网站、公示栏", "☑政府网站"],
    "audience": ["全社会", "社会 特定群众", "☑全社会 □特定群体"],
    "mode": ["主动", "依申请公开", "主动 依申请"],
    "level": ["县级", "县级 乡、村级"],
    "mark": ["√", "□", '<input type="checkbox"/>'],
    "": ["基本信息", "部门预算、部门决算", "1. 机构名称 2. 职能", "补助对象名单", "全区统计数据"],
}


@pytest.mark.parametrize(
    ("text", "kind"), [(text, kind) for kind, texts in LOOKS.items() for text in texts]
)
def test_a_wording_that_is_hard_to_mistake(text: str, kind: str) -> None:
    assert kinds(text) == (frozenset({kind}) if kind else frozenset())


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_blank_cell_looks_like_nothing(text: str) -> None:
    assert kinds(text) == frozenset()


@pytest.mark.parametrize("field", [field for field in LOOKS if field not in ("", "mark")])
def test_a_cell_fits_its_own_column_best(field: str) -> None:
    fields = ("ordinal", "matters", "content", *(name for name in LOOKS if name))
    for text in LOOKS[field]:
        fits = {name: fit(text, Column(1, 1, "", name)) for name in fields if name != "mark"}
        assert max(fits, key=lambda name: fits[name]) == field, text


def test_a_box_fits_a_tick_column_and_no_column_of_words() -> None:
    tick = Column(1, 1, "县级", "level", (Term("level", "county", "县级"),))
    assert (
        fit("√", tick) > fit("√", Column(1, 1, "", "level")) > fit("√", Column(1, 1, "", "basis"))
    )
