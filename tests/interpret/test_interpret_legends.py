"""Legends that make an empty box optional, wherever they are printed."""

from __future__ import annotations

import pytest
from interpret_samples import read

from govdisclose_ld.interpret.legends import read_legends
from govdisclose_ld.model import State

HEADER = ["序号", "公开事项", "公开内容", "公开依据", "公开渠道和载体"]
ROW = ["1", "预算公开", "●部门预算 〇政策解读", "《预算法》", "■政府网站 □公示栏"]
LEGEND = "“■”为必选项，“□”为可选项；●必选要素，〇可选要素"


@pytest.mark.parametrize(
    ("text", "glyphs"),
    [
        ("“■”必选 “□”可选", "□"),
        ("（■为必选，□为可选）", "□"),
        ("注：“●”表示必选，“〇”表示可选", "〇"),
        ("（“■”表示必选\n\n项，“口”表示可选项）", "口□"),
        ("“■”必选 “口”可选", "口□"),
        ("■为必须，□为可以选择", "□"),
        ("填表说明：“√”表示公开，“■”表示采用该渠道。", ""),
        ("说明：■代表选用，□代表未选用", ""),
        ("●表示已公开 ○表示未公开", ""),
        ("必选项见口袋书", ""),
        ("■政府网站 □公示栏", ""),
        ("可选择的渠道", ""),
    ],
)
def test_legends(text: str, glyphs: str) -> None:
    assert read_legends([text]).optional == frozenset(glyphs)
    assert not read_legends([text]).unread


@pytest.mark.parametrize("place", ["header", "above", "note", "prose"])
def test_an_optional_channel_is_neither_ticked_nor_unticked(place: str) -> None:
    header = [*HEADER[:4], f"{HEADER[4]}（{LEGEND}）"] if place == "header" else HEADER
    note = [[f"注：{LEGEND}", "", "", "", ""]] if place == "note" else []
    prose = ["某县政务公开标准目录", LEGEND] if place == "prose" else ["某县政务公开标准目录"]
    above = [[f"说明：{LEGEND}", "", "", "", ""]] if place == "above" else []
    catalog = read([*above, header, ROW, *note], prose=prose)
    [item] = catalog.items
    assert [term.id for term in item.channels.selected] == ["website"]
    assert [term.id for term in item.channels.optional] == ["public-board"]
    assert [(e.text, e.optional) for e in item.elements] == [
        ("部门预算", False),
        ("政策解读", True),
    ]
    assert "legend-optional" in {finding.code for finding in catalog.findings}


def test_without_a_legend_an_empty_box_is_unticked() -> None:
    [item] = read([HEADER, ROW]).items
    assert item.channels.optional == ()
    assert [term.id for term in item.channels.offered] == ["website", "public-board"]


@pytest.mark.parametrize(
    ("text", "glyphs"),
    [
        ("●必选 ○可选 △视情", "△"),
        ("注：□表示选择，■表示不选择", "□■"),
        ("□必选 ■可选", "□■"),
        ("注：■表示公开，□表示不公开", ""),
        ("请在□内打√", ""),
        ("√主动公开 □依申请公开", ""),
    ],
)
def test_a_legend_that_turns_the_usual_meaning_round_is_not_read(text: str, glyphs: str) -> None:
    assert read_legends([text]).unread == frozenset(glyphs)


def test_a_box_whose_meaning_is_not_read_tells_nothing() -> None:
    catalog = read([HEADER, ROW, ["注：□表示选择，■表示不选择", "", "", "", ""]])
    assert catalog.items[0].channels.state is State.UNKNOWN
    assert catalog.items[0].channels.selected == ()
    assert {"legend-unread", "mark-unknown"} <= {finding.code for finding in catalog.findings}


@pytest.mark.parametrize("text", ["　" * 90_000, "■" + "“ " * 45_000, "■ " * 45_000])
def test_a_legend_is_sought_in_linear_time(text: str) -> None:
    assert read_legends([f"注：{text}。", "“□”可选"]).optional == {"□"}
