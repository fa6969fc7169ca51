"""Web pages: the table amid menus, merged cells, marks, hidden rows, archives."""

from __future__ import annotations

import quopri

import pytest
from readers_shown import read_shown, shown

from govdisclose_ld.readers import read_document


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}<title>t</title></head><body>{body}</body></html>"


def test_merged_cells_lie_on_a_grid() -> None:
    table = (
        "<table><thead><tr><th rowspan=2>序号<th colspan='2'>公开对象</tr>"
        "<tr><th>全社会<th>特定群体</tr></thead>"
        "<tr><td rowspan=0>1<td>√<td></tr><tr><td>甲<td>乙</table>"
    )
    assert read_shown(page(table), "a.html") == [
        "T1",
        "  1@1: 序号{2x1} | 公开对象{1x2} | ^1,2",
        "  2@1: ^1,1 | 全社会 | 特定群体",
        "  3@1: 1{2x1} | √ | ",
        "  4@1: ^3,1 | 甲 | 乙",
    ]


def test_cells_keep_their_lines_marks_and_numbers() -> None:
    cell = (
        "<p>甲&nbsp;&lt;乙&gt;</p><div>丙<br>丁</div>"
        "<ol start=3><li>一</li><li>二</li></ol><ul><li>三</ul>"
        '<input type="checkbox" checked="checked" disabled> 网站\n <input type=checkbox>公报'
        "<input type='radio' checked/>是<script>alert(1)</script><!-- 注 -->"
        "<select><option>戊<option selected>己</select>"
    )
    assert read_shown(page(f"<table><tr><td>1<td>{cell}<td>2</table>"), "a.html") == [
        "T1",
        "  1@1: 1 | 甲 <乙>⏎丙⏎丁⏎3. 一⏎4. 二⏎三⏎☑ 网站 ☐公报☑是己 | 2",
    ]


def test_the_table_inside_a_layout_table_is_not_swallowed() -> None:
    inner = "<table><tr><td>序号<td>事项<td>内容<tr><td>1<td>甲<td>乙</table>"
    body = (
        f"<ul><li>首页<li>公开</ul><table><tr><td>菜单<td><h1>目录</h1>{inner}<p>说明</table>版权"
    )
    assert read_shown(page(body), "a.html") == [
        "P@1: 首页",
        "P@1: 公开",
        "P@1: 菜单",
        "P@1: 目录",
        "T1",
        "  1@1: 序号 | 事项 | 内容",
        "  2@1: 1 | 甲 | 乙",
        "P@1: 说明",
        "P@1: 版权",
    ]


def test_a_table_inside_a_cell_of_data_becomes_lines_of_that_cell() -> None:
    inner = "<table><tr><td>一<td>二<tr><td>三<td>四</table>"
    rows = f"<tr><td>1<td>甲<td>{inner}<tr><td>2<td>乙<td>丙<tr><td>3<td>丁<td>戊"
    assert read_shown(page(f"<table>{rows}</table>"), "a.html") == [
        "T1",
        "  1@1: 1 | 甲 | 一 二⏎三 四",
        "  2@1: 2 | 乙 | 丙",
        "  3@1: 3 | 丁 | 戊",
        "F info nested-table 1,1,0@0 一 二\n三 四",
    ]


def test_hidden_rows_are_read_and_reported_hidden_prose_is_not_read() -> None:
    body = (
        "<div style='display: none'>弹窗</div>"
        "<div style='display:none'><table><tr><td>序号<td>事项<td>内容</tr>"
        "<tr style='display:none'><td>1<td>甲<td><img src='tick.png'></tr></table></div>"
        "<iframe src='http://example.org/'></iframe>"
    )
    assert read_shown(page(body), "a.html") == [
        "T1",
        "  1@1: 序号 | 事项 | 内容",
        "  2@1: 1 | 甲 | ￼",
        "F info hidden-row 1,2,0@0",
        "F warning object-unread 1,2,3@1 ￼",
        "F info hidden-text 0,0,0@0",
        "F warning frame-not-read 0,0,0@0",
    ]


def test_of_two_copies_of_a_table_the_hidden_one_is_left_out() -> None:
    table = "<table><tr><td>序号<td>事项<tr><td>1<td>甲</table>"
    hidden = f"<div style='display:none'>{table}</div>"
    for body in (table + hidden, hidden + table):
        lines = [line.split("@")[0] for line in read_shown(page(body), "a.html")]
        assert lines == ["T1", "  1", "  2", "F info hidden-text 0,0,0"]
    assert read_shown(page(table + table), "a.html")[3] == "T2"


def test_a_picture_is_the_sign_that_stands_for_it_or_may_be_a_mark() -> None:
    cells = (
        "<td><img src=a.png alt=√><td><img src=a.png alt='勾'><td><img src=a.png alt=''>网站"
        "<td><img src=a.png>网站<td><img src=a.gif width=1>"
    )
    assert read_shown(page(f"<table><tr>{cells}</table>"), "a.html") == [
        "T1",
        "  1@1: √ | ￼ | 网站 | ￼网站 | ",
        "F warning object-unread 1,1,2@1 ￼",
        "F warning object-unread 1,1,4@1 ￼网站",
    ]


def test_symbol_fonts_are_read_as_the_marks_they_draw() -> None:
    cells = (
        "<td><span style=\"font-family:'Wingdings 2'\">R</span>网站"
        "<font face=Wingdings>¨</font>公报"
        "<td style='mso-symbol-font-family:Wingdings'>þ J<td>R"
    )
    assert read_shown(page(f"<table><tr>{cells}</table>"), "a.html") == [
        "T1",
        "  1@1: ☑网站◻公报 | ☑ \uf04a | R",
        "F warning symbol-unknown 1,1,2@1 ☑ \uf04a",
    ]


def test_an_absurd_span_is_cut_to_the_table() -> None:
    rows = "<tr><td>1<td>2<td>3<tr><td rowspan=10000000>4<td colspan=10000000>5"
    assert read_shown(page(f"<table>{rows}</table>"), "a.html") == [
        "T1",
        "  1@1: 1 | 2 | 3",
        "  2@1: 4 | 5{1x2} | ^2,2",
        "F warning span-cut 1,2,2@0 5",
    ]


def test_rows_out_of_place_and_tables_without_data() -> None:
    body = (
        "<table><tfoot><tr><td>合计<td>2<td>3</tr></tfoot><tbody><tr><td>1<td>2<td>3</tbody>"
        "<form><tr><td>a<td>b<td>c</tr></form></table><table><tr><td> <td>&nbsp;<td></table>"
        "<table><caption>名单</caption><tr><td>单列</table>"
        "<table role=presentation><tr><td>x<td>y<td>z"
    )
    assert read_shown(page(body), "a.html") == [
        "T1",
        "  1@1: 1 | 2 | 3",
        "  2@1: a | b | c",
        "  3@1: 合计 | 2 | 3",
        "P@1: 名单",
        "P@1: 单列",
        "P@1: x",
        "P@1: y",
        "P@1: z",
    ]


def test_a_hidden_cell_is_read_and_hidden_words_in_a_cell_are_reported() -> None:
    cells = "<td>1<td style='display:none'>甲<td>乙<span hidden>丙</span>"
    assert read_shown(page(f"<table><tr>{cells}</table>"), "a.html") == [
        "T1",
        "  1@1: 1 | 甲 | 乙",
        "F info hidden-row 1,1,0@0",
        "F info hidden-text 1,1,0@0",
    ]


@pytest.mark.parametrize("label", ["gb2312", "GBK", "gb18030", "utf-8", ""])
@pytest.mark.parametrize("codec", ["gb18030", "utf-8"])
def test_pages_are_decoded_whatever_they_declare(label: str, codec: str) -> None:
    text = page(
        "<p>政务公开标准目录</p>",
        f'<meta http-equiv=Content-Type content="text/html; charset={label}">',
    )
    guessed = codec == "gb18030" and label in {"utf-8", ""}
    assert read_shown(text.encode(codec), "a.htm") == [
        "P@1: 政务公开标准目录",
        *(["F info encoding-guessed 0,0,0@0"] if guessed else []),
    ]


def test_a_web_archive_is_read_page_by_page() -> None:
    html = page("<table><tr><td>序号<td>事项<td>内容</table>").encode("gb18030")
    data = (
        b"From: <Saved>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="--B"\r\n\r\n'
        b"----B\r\nContent-Type: text/html; charset=gb2312\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        + quopri.encodestring(html)
        + b"\r\n----B\r\nContent-Type: image/png\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
        b"----B--\r\n"
    )
    document = read_document(data, name="a.mht")
    assert shown(document) == ["T1", "  1@0: 序号 | 事项 | 内容"]
    assert (document.media_type, document.encoding) == ("multipart/related", "gb18030")


def test_a_page_with_menus_boxes_entities_and_spans_that_reach_too_far() -> None:
    page = (
        '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">\n'
        "<div><ul><li><a href=#>首页</a><li>政务公开</ul></div>\n"
        "<table><tr><td><ul><li>机构设置</ul><td><h1>某县目录</h1>\n"
        "<table><thead><tr><th rowspan=2>序号<th rowspan=2>事项<th rowspan=2>渠道"
        "<th colspan=9>公开对象</tr>\n<tr><th>全社会<th>特定群体</tr></thead>\n"
        "<tr><td>1<td rowspan=99>灾情&lt;A&gt;&#8212;&ldquo;三公&rdquo;"
        "<td><label><input type=checkbox checked disabled>网站</label><input type=checkbox>公报"
        "<td>&radic;<td>\n<tr><td>2<td><input type=radio checked>网站<td><td>&#x2713;</table>\n"
        "</table><div>备案号</div>"
    )
    covered = " | ^1,4" * 8
    assert read_shown(page.encode("gb18030"), "a.html") == [
        "P@2: 首页",
        "P@2: 政务公开",
        "P@3: 机构设置",
        "P@3: 某县目录",
        "T1",
        f"  1@4: 序号{{2x1}} | 事项{{2x1}} | 渠道{{2x1}} | 公开对象{{1x9}}{covered}",
        "  2@5: ^1,1 | ^1,2 | ^1,3 | 全社会 | 特定群体",
        "  3@6: 1 | 灾情<A>—“三公”{2x1} | ☑网站☐公报 | √ | ",
        "  4@7: 2 | ^3,2 | ☑网站 |  | ✓",
        "P@8: 备案号",
    ]


def test_a_cell_framed_by_a_table_of_its_own_is_a_cell() -> None:
    """Some editors put the text of every cell in a table of one cell."""
    rows = (["序号", "事项", "主体"], ["1", "灾情", "民政局"], ["2", "", "应急局"])
    frame = "<td><table><tr><td>{}</td></tr></table></td>"
    body = "".join(f"<tr>{''.join(map(frame.format, texts))}</tr>" for texts in rows)
    lines = read_shown(f"<html><body><table>{body}</table></body></html>".encode(), "a.html")
    assert [line.split(": ", 1)[1] for line in lines[1:]] == [" | ".join(texts) for texts in rows]
