"""The press prints what it is told: every form is read back as the same cells and spans."""

from __future__ import annotations

import pytest

from govdisclose_ld.model import Paragraph, Table
from govdisclose_ld.readers import read_document
from press import FORMS, STYLES, Form, Style, carries, grid, print_sheet, sheet

HEAD = [
    ["序号", "公开事项", "<", "公开内容", "公开渠道和载体", "公开对象", "<"],
    ["^", "一级事项", "二级事项", "^", "^", "全社会", "特定群体"],
]
PLAIN = sheet(
    "示例县社会救助领域基层政务公开标准目录",
    grid(
        [*HEAD, ["1", "综合业务", "政策文件", "文号", "[x]政府网站 [ ]政府公报", "[x]", ""]], head=2
    ),
    "注：样例",
)
MERGED = sheet(
    "示例县社会救助领域基层政务公开标准目录",
    grid(
        [
            *HEAD,
            ["1", "综合业务", "政策文件", "名称\n文号", "[x]政府网站 [ ]政府公报", "[x]", ""],
            ["2", "^", "监督检查", "电话", "^", "[ ]", "[x]"],
        ],
        head=2,
    ),
    "注：样例",
)
SHOWN = {
    "controls": ("☑", "☐"),
    "fields": ("☑", "☐"),
    "wingdings": ("☑", "◻"),
    "wingdings-2": ("☑", "□"),
}
"""What readers show of boxes that are no characters."""


def shown(data: bytes, form: Form) -> list[list[str]]:
    document = read_document(data, name=f"a{form.suffix}")
    return [list(row.texts) for table in document.tables for row in table.rows]


@pytest.mark.parametrize("style", STYLES.values(), ids=lambda style: style.name)
@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)
def test_every_form_prints_every_box_that_it_carries(form: Form, style: Style) -> None:
    if carries(form, PLAIN, style):
        assert carries(form, PLAIN, style) == f"boxes as {style.name}"
        return
    ticked, empty = SHOWN.get(style.name, (style.ticked, style.unticked))
    if style.control and not form.spans:
        ticked, empty = style.ticked, style.unticked
    row = shown(print_sheet(PLAIN, form, style), form)[-2 if form.name == "xlsx" else -1]
    assert row[:4] == ["1", "综合业务", "政策文件", "文号"]
    assert row[4:] == [f"{ticked}政府网站 {empty}政府公报", ticked, ""]


@pytest.mark.parametrize("name", ["docx", "xlsx", "html", "pdf"])
def test_merged_cells_and_lines_are_printed_where_they_can_be(name: str) -> None:
    form = FORMS[name]
    assert carries(form, MERGED) == ""
    document = read_document(print_sheet(MERGED, form), name=f"a{form.suffix}")
    (table,) = document.tables
    above = name == "xlsx"
    spans = [
        [(c.row_span, c.column_span) if c.anchor is None else None for c in row.cells]
        for row in table.rows[above : above + 4]
    ]
    assert spans == [
        [(2, 1), (1, 2), None, (2, 1), (2, 1), (1, 2), None],
        [None, (1, 1), (1, 1), None, None, (1, 1), (1, 1)],
        [(1, 1), (2, 1), (1, 1), (1, 1), (2, 1), (1, 1), (1, 1)],
        [(1, 1), None, (1, 1), (1, 1), None, (1, 1), (1, 1)],
    ]
    assert table.rows[2 + above].texts[3] == "名称\n文号"
    prose = [b.text for b in document.blocks if isinstance(b, Paragraph)]
    edges = [table.rows[0].texts[0], table.rows[-1].texts[0]] if above else prose
    assert edges == ["示例县社会救助领域基层政务公开标准目录", "注：样例"]
    assert [b for b in document.blocks if isinstance(b, Table)] == [table]


@pytest.mark.parametrize(
    ("name", "lacks"),
    [
        ("md", "merged cells"),
        ("csv", "merged cells"),
        ("tabs", "merged cells, lines in a cell"),
        ("pipes", "merged cells, lines in a cell"),
    ],
)
def test_a_form_tells_what_it_cannot_carry(name: str, lacks: str) -> None:
    assert carries(FORMS[name], MERGED) == lacks
    assert carries(FORMS[name], PLAIN) == ""
