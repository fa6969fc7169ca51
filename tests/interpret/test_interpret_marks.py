"""Tick boxes: each glyph of each family, and the labels that they stand at."""

from __future__ import annotations

import pytest

from govdisclose_ld.interpret.marks import Mark, bare_mark, read_marks

TICKED = [*"■▄◆▲●√✓✔☑☒✅∨", "🗹", "☑️", "þ", "R", "t", "ü", "P", "V", "v", "是", "有", "公开"]
TICKED += ['<input checked="" type="checkbox"/>', "<INPUT type=checkbox CHECKED disabled>"]
TICKED += [" √ ", "√。", "（√）", "[√]"]
UNTICKED = [*"□☐◻▢◇△○〇", "口", "£", "¨", "o", "-", "—", "——", "/", "无", "否", "×", "不公开"]
UNTICKED += ["[ ]", "（ ）", "()"]
UNTICKED += ['<input type="checkbox"/>', "<input checked='false'>"]
NO_MARK = ["", " ", "县级", "申请人", "1", "X", "√√", "☐√", "√面向本集体成员", "&", "政府网站"]


@pytest.mark.parametrize("text", TICKED)
def test_a_ticked_box_alone(text: str) -> None:
    assert bare_mark(text) is Mark.TICKED


@pytest.mark.parametrize("text", UNTICKED)
def test_an_empty_box_alone(text: str) -> None:
    assert bare_mark(text) is Mark.UNTICKED


@pytest.mark.parametrize("text", NO_MARK)
def test_what_is_no_lone_box(text: str) -> None:
    assert bare_mark(text) is None


LISTS = {
    "■政府网站 □政府公报": ["+政府网站", "-政府公报"],
    "■政府网站□政府公报": ["+政府网站", "-政府公报"],
    "☑ 政府网站；☐ 政府公报。": ["+政府网站", "-政府公报"],
    "√政府网站\n□政府公报": ["+政府网站", "-政府公报"],
    "●政府网站 〇政府公报": ["+政府网站", "-政府公报"],
    "\uf0fe政府网站 \uf0a8政府公报": ["+政府网站", "-政府公报"],
    "\uf052政府网站 \uf0a3政府公报": ["+政府网站", "-政府公报"],
    "R政府网站 £政府公报": ["+政府网站", "-政府公报"],
    "þ政府网站 ¨政府公报": ["+政府网站", "-政府公报"],
    "t政府网站 o政府公报": ["+政府网站", "-政府公报"],
    "口政府网站口政府公报": ["-政府网站", "-政府公报"],
    '<input checked="" type="checkbox"/> 政府网站 <input type="checkbox"/> 政府公报': [
        "+政府网站",
        "-政府公报",
    ],
    "政府网站■ 政府公报□": ["+政府网站", "-政府公报"],
    "政府网站（√） 政府公报（ ）": ["+政府网站", "-政府公报"],
    "■其他：政务新媒体": ["+其他：政务新媒体"],
    "■政府网站http://www.abc.gov.cn/content 公示栏": [
        "+政府网站http://www.abc.gov.cn/content 公示栏"
    ],
    # a letter is a box before any word of a cell that prints boxes
    "R政府网站 £信用中国 R示例平台": ["+政府网站", "-信用中国", "+示例平台"],
    "R示例平台 £政府网站 £其他": ["+示例平台", "-政府网站", "-其他"],
    "口政府网站 ■公示栏 口示例平台": ["-政府网站", "+公示栏", "-示例平台"],
    "口政府网站 ■公示栏 口岸公告": ["-政府网站", "+公示栏口岸公告"],
    "[√]政府网站 [×]政府公报": ["+政府网站", "-政府公报"],
    "ロ政府网站 囗政府公报 凵两微一端": ["-政府网站", "-政府公报", "-两微一端"],
    "■办事大厅/窗口 □公示栏": ["+办事大厅/窗口", "-公示栏"],
}


@pytest.mark.parametrize(("text", "options"), LISTS.items())
def test_boxes_with_their_labels(text: str, options: list[str]) -> None:
    signs = {Mark.TICKED: "+", Mark.UNTICKED: "-"}
    read = read_marks(text)
    assert (read.lead, [f"{signs[o.mark]}{o.label}" for o in read.options]) == ("", options)


@pytest.mark.parametrize(
    "text", ["办事窗口 政府网站", "贫困人口公示栏", "Robot 政府网站", "政府网站、公示栏", "LED屏"]
)
def test_letters_and_characters_inside_words_are_no_boxes(text: str) -> None:
    assert read_marks(text).options == ()
