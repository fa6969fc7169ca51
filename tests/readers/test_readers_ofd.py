"""OFD: pages of placed characters and paths are read as those of a PDF are.

No file from an office was at hand; these are made after the published structure of the format.
"""

from __future__ import annotations

import pytest
from readers_ofd import OfdPage, ofd
from readers_shown import read_shown
from readers_word import package

from govdisclose_ld.errors import InputError
from govdisclose_ld.readers import Limits, read_document

EDGES = (10, 22, 52, 92, 122)
HEADER = ("序号", "公开事项", "公开内容", "公开主体")


def row(page: OfdPage, top: float, *texts: str) -> float:
    height = 3 + 5 * max(text.count("\n") + 1 for text in texts)
    for left, right, text in zip(EDGES, EDGES[1:], texts, strict=False):
        page.cell(left, top, right, top + height, *text.split("\n"))
    return top + height


def test_tables_marks_and_prose_of_a_page() -> None:
    page = OfdPage()
    page.text(60, 10, "某县政务公开目录")
    top = row(page, 30, *HEADER)
    top = row(page, top, "1", "灾情", "受灾人口、倒损房屋\n和农作物", "应急局")
    row(page, top, "2", "  网站", "  公报", "√")
    square = "M 0 0 L 3.5 0 L 3.5 3.5 L 0 3.5 C"
    page.path(24, top + 1.5, square)
    page.path(24, top + 1.5, "M 0.5 2 L 1.5 3 L 3 0.7")
    page.path(54, top + 1.5, square)
    document = read_document(ofd(page), name="a.ofd")
    assert read_shown(ofd(page), "a.ofd") == [
        "P@0: 某县政务公开目录",
        "T1",
        "  1@0: 序号 | 公开事项 | 公开内容 | 公开主体",
        "  2@0: 1 | 灾情 | 受灾人口、倒损房屋和农作物 | 应急局",
        "  3@0: 2 | ☑ 网站 | ☐ 公报 | √",
    ]
    assert (document.media_type, document.size) == ("application/ofd", len(ofd(page)))


def test_templates_distances_and_a_row_over_the_page() -> None:
    template, first, second = OfdPage(), OfdPage(template="9"), OfdPage(template="9")
    template.text(60, 10, "2021", "2 2 2")
    row(
        first,
        row(first, 30, *HEADER),
        "1",
        "灾情",
        "受灾人口、倒损房屋\n和农作物以及各种经",
        "应急局",
    )
    row(second, row(second, 30, *HEADER), "", "", "济损失", "")
    lines = read_shown(ofd(first, second, template=template), "a.ofd")
    assert lines[0] == "P@0: 2021"
    joined = "1 | 灾情 | 受灾人口、倒损房屋和农作物以及各种经济损失 | 应急局"
    assert f"  2@0: {joined}" in lines
    assert lines[-1].startswith("F info row-joined 1,2,0")


def test_transformed_objects_and_filled_paths() -> None:
    page = OfdPage()
    row(page, row(page, 30, *HEADER), "1", "  网站", "  公报", "甲")
    page.path(24, 39.5, "M 0 0 L 1 0 L 1 1 L 0 1 C", 'CTM="3.5 0 0 3.5 0 0" Fill="true"')
    grey = '<ofd:FillColor Value="180 180 180"/>'
    page.path(54, 39.5, "M 0 0 B 0 0 3.5 0 3.5 0 L 3.5 3.5 L 0 3.5 C", 'Fill="true"', grey)
    assert read_shown(ofd(page), "a.ofd")[2] == "  2@0: 1 | ☑ 网站 | \ufffc 公报 | 甲"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (package({"OFD.xml": "<OFD/>"}), "no page"),
        (package({"OFD.xml": "<OFD"}), "the file is damaged"),
        (ofd(OfdPage(), box="0 0 nan inf"), "the OFD holds no text: it is a scan"),
        (ofd(*[OfdPage()] * 3), "more than 2 pages"),
        (package({"OFD.xml": "<!DOCTYPE a><OFD/>"}), "DOCTYPE"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_document(data, name="a.ofd", limits=Limits(pages=2))


def test_blocks_nested_without_end_are_refused() -> None:
    page = OfdPage(["<ofd:PageBlock>" * 100 + "</ofd:PageBlock>" * 100])
    with pytest.raises(InputError, match="nested too deep"):
        read_document(ofd(page), name="a.ofd")
