"""Word: merged cells, check boxes of every kind, symbols, text boxes, changes, numbering."""

from __future__ import annotations

import pytest
from readers_shown import read_shown, shown
from readers_word import cell, document, paragraph, row, run, table

from govdisclose_ld.readers import read_document


def symbol(font: str, code: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'


def control(state: str, content: str) -> str:
    box = f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>'
    return f"<w:sdt><w:sdtPr>{box}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def form_field(state: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/>'
        f"{state}</w:checkBox></w:ffData></w:fldChar></w:r>"
        "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def in_table(*blocks: str) -> list[str]:
    """What a table shows whose last cell holds these blocks."""
    return read_shown(document(table(row(cell("1"), cell("甲"), cell(*blocks)))), "a.docx")


def test_cells_merged_both_ways_and_headings_between_tables() -> None:
    tall = table(
        row(cell("序号", merge="restart"), cell("公开对象", span=2), properties="<w:tblHeader/>"),
        row(cell(merge="continue"), cell("全社会"), cell("特定群体")),
        row(cell("1"), cell("√"), cell()),
    )
    read = read_document(
        document(paragraph("目录"), tall, paragraph(), paragraph("二、表二"), tall), name="a.docx"
    )
    assert read.media_type.endswith("wordprocessingml.document")
    rows = [
        "  1@0: 序号{2x1} | 公开对象{1x2} | ^1,2",
        "  2@0: ^1,1 | 全社会 | 特定群体",
        "  3@0: 1 | √ | ",
    ]
    assert shown(read) == ["P@0: 目录", "T1", *rows, "P@0: 二、表二", "T2", *rows]


def test_rows_that_start_late_end_early_or_merge_the_old_way() -> None:
    old = '<w:tc><w:tcPr><w:hMerge w:val="{}"/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>'
    rows = [
        row(cell("甲"), cell("乙"), cell("丙")),
        row(cell("丁"), properties='<w:gridBefore w:val="2"/>'),
        row(old.format("restart", "戊"), old.format("continue", ""), cell("己")),
        row(cell("庚", merge="continue"), cell("辛")),
        row(cell("删"), properties="<w:del/>"),
    ]
    assert read_shown(document(table(*rows)), "a.docx") == [
        "T1",
        "  1@0: 甲 | 乙 | 丙",
        "  2@0:  |  | 丁",
        "  3@0: 戊{1x2} | ^3,1 | 己",
        "  4@0: 庚 | 辛",
    ]


def test_check_boxes_show_their_state() -> None:
    controls = paragraph(control("1", run("☒")), "网站", control("0", run("☐")), "公报")
    on, off = '<w:default w:val="1"/>', '<w:default w:val="0"/>'
    fields = paragraph(
        form_field(on), form_field(off), form_field(on + '<w:checked w:val="0"/>'),
        form_field(off + "<w:checked/>"),
    )  # fmt: skip
    assert in_table(controls, fields) == ["T1", "  1@0: 1 | 甲 | ☑网站☐公报⏎☑☐☐☑"]
    whole = control("true", cell("☒"))
    block = control("1", paragraph("x"))
    assert read_shown(document(table(row(cell("1"), cell(block), whole))), "a.docx") == [
        "T1",
        "  1@0: 1 | ☑ | ☑",
    ]


def test_symbol_fonts_are_read_as_the_marks_they_draw() -> None:
    wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    east = '<w:rFonts w:ascii="宋体" w:eastAsia="Wingdings 2" w:hint="eastAsia"/>'
    marks = paragraph(
        symbol("Wingdings 2", "F052"), "网站", symbol("Wingdings", "00A8"), "公报",
        run("þ ü甲", wingdings), run("£", east), symbol("Wingdings", "F04A"), symbol("x", "zz"),
    )  # fmt: skip
    assert in_table(marks) == [
        "T1",
        "  1@0: 1 | 甲 | ☑网站◻公报☑ ✓甲□\uf04a",
        "F warning symbol-unknown 1,1,3@0 ☑网站◻公报☑ ✓甲□\uf04a",
    ]


def test_a_text_box_is_read_once_and_a_picture_is_reported() -> None:
    box = f"<w:txbxContent>{paragraph('框')}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert read_shown(document(paragraph("题", drawing)), "a.docx") == ["P@0: 题", "P@0: 框"]
    over = ["T1", "  1@0: 1 | 甲 | 题⏎框", "F warning text-box-in-cell 1,1,0@0"]
    assert in_table(paragraph("题", drawing)) == over
    assert in_table(paragraph("", drawing)) == ["T1", "  1@0: 1 | 甲 | 框"]
    assert in_table(paragraph("<w:r><w:drawing/></w:r>")) == [
        "T1",
        "  1@0: 1 | 甲 | ￼",
        "F warning object-unread 1,1,3@0 ￼",
    ]
    assert in_table(paragraph("网站", "<w:r><w:drawing/></w:r>"))[1] == "  1@0: 1 | 甲 | 网站￼"


def test_lines_of_the_grid_at_which_no_cell_begins_part_no_columns() -> None:
    wide = table(
        row(cell("序号", span=2), cell("事项", span=2), cell("内容"), cell("主体", span=3)),
        row(cell("1", span=2), cell("甲", span=3), cell("乙", span=3)),
    )
    assert read_shown(document(wide), "a.docx") == [
        "T1",
        "  1@0: 序号 | 事项 | 内容 | 主体",
        "  2@0: 1 | 甲{1x2} | ^2,2 | 乙",
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("eq \\o\\ac(□,√)", "☑"),
        (" EQ \\o\\ac(□;×) ", "☒"),
        ("eq \\x(√)", "☑"),
        ("eq \\o\\ac(□,)", "□"),
        ("eq \\o\\ac(○,12)", "⑫"),
        ("eq \\o(甲,乙)", "甲乙"),
        ('HYPERLINK "http://example.org/"', ""),
        ("eq \\f(1,2)", ""),
    ],
)
def test_characters_drawn_one_over_another_by_a_field_are_read(code: str, text: str) -> None:
    begin, end = (f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "end"))
    halves = (code[:5], code[5:])
    pieces = "".join(
        f"<w:r><w:instrText xml:space='preserve'>{half}</w:instrText></w:r>" for half in halves
    )
    drawn = f"{begin}{pieces}{end}"
    assert in_table(paragraph(drawn, "网站"))[1] == f"  1@0: 1 | 甲 | {text}网站"


def test_changes_are_read_as_accepted_and_hidden_text_is_left_out() -> None:
    changed = paragraph(
        "保留",
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>",
        "<w:ins><w:r><w:t>增</w:t></w:r></w:ins>",
        "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>",
        "<w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo>",
        run("隐", "<w:vanish/>"),
        run("显", '<w:vanish w:val="0"/>'),
        "<w:r><w:t>制</w:t><w:tab/><w:t>表</w:t><w:br/><w:t>换行</w:t><w:noBreakHyphen/></w:r>",
        "<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>",
    )
    assert read_shown(document(changed), "a.docx") == [
        "P@0: 保留增新显制\t表",
        "P@0: 换行-链接",
        "F info hidden-text 0,0,0@0",
    ]


NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>
    <w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/>
    <w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0A8;"/>
    <w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
"""


def numbered(text: str, number: int, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=place)


def test_automatic_numbers_are_printed_as_word_counts_them() -> None:
    styles = (
        '<w:style w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    blocks = [
        numbered("总则", 1), numbered("目的", 1, 1), numbered("范围", 1, 1), numbered("职责", 1),
        numbered("分工", 1, 1), paragraph("样式", properties='<w:pStyle w:val="Item"/>'),
        numbered("重起", 3), numbered("接着", 3), numbered("选项", 2), numbered("圆点", 2, 1),
        numbered("无", 0), table(row(cell(numbered("", 1)), cell("甲"))),
    ]  # fmt: skip
    data = document(*blocks, numbering=NUMBERING, styles=styles)
    assert read_shown(data, "a.docx") == [
        "P@0: 一、总则", "P@0: 1.1 目的", "P@0: 1.2 范围", "P@0: 二、职责", "P@0: 2.1 分工",
        "P@0: 三、样式", "P@0: 九、重起", "P@0: 十、接着", "P@0: ◻ 选项", "P@0: 圆点", "P@0: 无",
        "T1", "  1@0: 十一、 | 甲",
    ]  # fmt: skip


def test_nested_tables_frames_and_notes() -> None:
    inner = table(row(cell("一"), cell("二")), row(cell("三"), cell("四")))
    frame = table(row(cell("框内", inner)))
    notes = '<w:footnote w:type="separator"><w:p/></w:footnote><w:footnote>'
    data = document(
        table(row(cell("1"), cell("甲", inner))),
        frame,
        notes=f"{notes}{paragraph('注')}</w:footnote>",
    )
    assert read_shown(data, "a.docx") == [
        "T1",
        "  1@0: 1 | 甲⏎一 二⏎三 四",
        "P@0: 框内",
        "T2",
        "  1@0: 一 | 二",
        "  2@0: 三 | 四",
        "P@0: 注",
        "F info nested-table 1,1,0@0",
    ]


def test_the_strict_edition_of_the_format_is_read_too() -> None:
    transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = document(table(row(cell("1"), cell("甲"))), space=strict)
    assert transitional.encode() not in data
    assert read_shown(data, "a.docx") == ["T1", "  1@0: 1 | 甲"]


@pytest.mark.parametrize("content", ["", "<w:p/>"])
def test_a_document_without_text_says_so(content: str) -> None:
    with pytest.raises(ValueError, match="nothing is printed"):
        read_document(document(content), name="a.docx")


def test_an_embedded_document_is_reported() -> None:
    assert read_shown(document(paragraph("题"), '<w:altChunk r:id="a"/>'), "a.docx") == [
        "P@0: 题",
        "F warning part-not-read 0,0,0@0",
    ]


@pytest.mark.parametrize(
    "numbering",
    [
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="12"><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        '<w:abstractNum><w:lvl w:ilvl="12"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>',
    ],
    ids=["a level that there is not", "a list without a number"],
)
def test_lists_that_make_no_sense_print_no_number(numbering: str) -> None:
    within = '<w:numPr><w:ilvl w:val="12"/><w:numId w:val="1"/></w:numPr>'
    document_ = document(paragraph("甲", properties=within), numbering=numbering)
    assert read_shown(document_, "a.docx") == ["P@0: 甲"]
