"""Every name of a channel that offices print: at a box, and among plain words."""

from __future__ import annotations

import pytest
from interpret_samples import read

TEMPLATE = [
    "政府网站",
    "政府公报",
    "两微一端",
    "发布会/听证会",
    "广播电视",
    "纸质媒体",
    "公开查阅点",
    "政务服务中心",
    "便民服务站",
    "入户/现场",
    "社区/企事业单位/村公示栏（电子屏）",
    "精准推送",
    "其他",
]
LOCAL = [
    "政务新媒体",
    "入户现场宣传",
    "政务公开栏",
    "图书馆",
    "档案馆",
    "电子显示屏",
    "政府门户网站",
    "一微一端",
    "公众号",
    "新闻发布会",
    "纸质载体",
    "行政服务中心",
    "政府服务中心",
    "便民(惠民)服务中心",
    "办事大厅/窗口",
    "提供政务服务的场所",
    "公示栏",
    "信息公示栏",
    "镇村公示公开栏",
    "国家档案馆",
    "政务公开专区",
    "征地信息公开平台",
    "投资项目在线审批监管平台",
    "公共资源交易平台",
    "招标投标公共服务平台",
    "信用中国",
    "国家企业信用信息公示系统",
    "中国政府采购网",
    "法律服务网",
    "基层公共服务平台",
    "12345热线",
    "企业网站",
    "会议",
]
BOXES = ["■□", "√□", "☑☐", "●○", "√口", "R£", "Ro", "t□", "þ¨"]
HEAD = ["序号", "公开事项", "公开内容", "公开主体", "公开渠道和载体"]


def row(number: int, channels: str) -> list[str]:
    return [str(number), f"事项{'一二三'[number - 1]}", "文件名称", "示例县民政局", channels]


@pytest.mark.parametrize("boxes", BOXES)
@pytest.mark.parametrize("name", [*TEMPLATE, *LOCAL])
def test_a_channel_is_told_at_its_box(name: str, boxes: str) -> None:
    on, off = boxes
    other = "政府公报" if name != "政府公报" else "公开查阅点"
    rows = [row(1, f"{on}{name} {off}{other}"), row(2, f"{off}{name} {on}{other}")]
    ticked, unticked = read([HEAD, *rows]).items
    [term] = ticked.channels.selected
    assert term.id
    assert [one.label for one in unticked.channels.selected] == [other]
    assert {*ticked.channels.offered} == {*unticked.channels.offered} > {term}
    assert len(ticked.channels.offered) == 2


@pytest.mark.parametrize("name", [*TEMPLATE, *LOCAL])
def test_a_channel_is_told_among_plain_words(name: str) -> None:
    other = "政府公报" if name != "政府公报" else "公开查阅点"
    first, second = read([HEAD, row(1, f"{other}、{name}"), row(2, other)]).items
    assert len(first.channels.selected) == 2
    assert all(term.id for term in first.channels.selected)
    assert [term.label for term in second.channels.selected] == [other]
