"""PDF: ruled tables page by page, prose put together again, symbols, pages on their side."""

from __future__ import annotations

import pytest
from readers_pdf import Page, portable
from readers_shown import read_shown, shown

from govdisclose_ld.errors import InputError
from govdisclose_ld.readers import read_document

COLUMNS = (50, 90, 170, 250)


def header(page: Page, top: float) -> None:
    page.cell((50, top, 90, top + 60), "序号")
    page.cell((90, top, 250, top + 30), "公开对象")
    page.cell((90, top + 30, 170, top + 60), "全社会")
    page.cell((170, top + 30, 250, top + 60), "特定群体")


def line(page: Page, top: float, *texts: str) -> None:
    for left, right, text in zip(COLUMNS, COLUMNS[1:], texts, strict=False):
        page.cell((left, top, right, top + 50), *text.split("\n"))


def test_each_page_gives_its_own_table_with_prose_in_order() -> None:
    first, second = Page(), Page()
    first.text(100, 40, "政务公开标准目录", 16)
    header(first, 80)
    line(first, 140, "1", "国务院扶贫办综\n合司文件\n其他", "√")
    first.text(50, 220, "　　说明" + "一二三四五六七八九十" * 6)
    first.text(50, 235, "续行至此。")
    first.text(70, 250, "另起一段。")
    line(second, 50, "2", "甲", "")
    line(second, 100, "3", "乙", "GB 2312")
    told: list[tuple[int, int]] = []
    document = read_document(
        portable(first, second), name="a.pdf", progress=lambda *step: told.append(step)
    )
    assert shown(document) == [
        "P@0: 政务公开标准目录",
        "T1",
        "  1@0: 序号{2x1} | 公开对象{1x2} | ^1,2",
        "  2@0: ^1,1 | 全社会 | 特定群体",
        "  3@0: 1 | 国务院扶贫办综合司文件⏎其他 | √",
        f"P@0: 说明{'一二三四五六七八九十' * 6}续行至此。",
        "P@0: 另起一段。",
        "T2",
        "  1@0: 2 | 甲 | ",
        "  2@0: 3 | 乙 | GB 2312",
    ]
    assert (document.media_type, told) == ("application/pdf", [(1, 2), (2, 2)])


def test_symbol_fonts_are_read_as_the_marks_they_draw() -> None:
    page = Page()
    line(page, 50, "1", "", "")
    line(page, 100, "2", "", "")
    page.symbol(94, 60, 0xFE)
    page.text(110, 60, "网站")
    page.symbol(94, 72, 0x4A)
    page.text(110, 72, "公报")
    assert read_shown(portable(page), "a.pdf") == [
        "T1",
        "  1@0: 1 | ☑ 网站⏎\uf04a 公报 | ",
        "  2@0: 2 |  | ",
        "F warning symbol-unknown 1,1,2@0 ☑ 网站\n\uf04a 公报",
    ]
    assert read_shown(portable(page, font="Wingdings2"), "a.pdf")[1].startswith("  1@0: 1 | \uf0fe")


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_turned_upright(rotate: int) -> None:
    upright, turned = Page(), Page(rotate)
    for page in (upright, turned):
        header(page, 80)
        line(page, 140, "1", "甲", "√")
    assert read_shown(portable(turned), "a.pdf") == read_shown(portable(upright), "a.pdf")


def test_text_that_climbs_the_page_is_read_from_left_to_right() -> None:
    page = Page()
    for index, text in enumerate(["第一行文字", "第二行文字"]):
        page.text(100 + 20 * index, 300, text, matrix="0 1 -1 0")
    assert read_shown(portable(page), "a.pdf") == ["P@0: 第一行文字", "P@0: 第二行文字"]


def test_bold_by_printing_twice_and_boxes_that_are_no_tables() -> None:
    page = Page()
    page.text(60, 60, "标题")
    page.text(60.4, 60, "标题")
    page.cell((50, 100, 300, 130), "框中文字")
    page.cell((50, 200, 100, 230), "左")
    page.cell((100, 200, 150, 230), "右")
    assert read_shown(portable(page), "a.pdf") == ["P@0: 标题", "P@0: 框中文字", "P@0: 左 右"]


def test_pages_without_text_are_reported_and_a_scan_is_refused() -> None:
    page = Page()
    page.text(60, 60, "标题")
    assert read_shown(portable(page, Page()), "a.pdf") == [
        "P@0: 标题",
        "F warning page-without-text 0,0,0@0",
    ]
    with pytest.raises(InputError, match="it is a scan"):
        read_document(portable(Page()), name="a.pdf")


def test_a_page_with_a_map_is_read_as_prose() -> None:
    page = Page()
    page.text(60, 60, "标题")
    for index in range(20_001):
        page.rule(10 + index % 500, 100 + index // 500, 10.5 + index % 500, 101 + index // 500)
    assert read_shown(portable(page), "a.pdf") == [
        "P@0: 标题",
        "F warning page-too-complex 0,0,0@0",
    ]


def test_encrypted_and_damaged_files_say_so() -> None:
    page = Page()
    page.text(60, 60, "标题")
    locked = portable(
        page,
        trailer="/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] "
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'11' * 32}> >>",
    )
    with pytest.raises(InputError, match="protected by a password"):
        read_document(locked, name="a.pdf")
    with pytest.raises(InputError, match="the PDF is damaged"):
        read_document(b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj", name="a.pdf")


def test_text_that_only_pdfium_can_decode_is_taken_from_it() -> None:
    page = Page()
    page.text(60, 30, "标题")
    line(page, 50, "1", "国务院扶贫办综\n合司文件", "第2\n0号")
    line(page, 100, "2", "乙", "")
    assert read_shown(portable(page, own_encoding=True), "a.pdf") == [
        "P@0: 标题",
        "T1",
        "  1@0: 1 | 国务院扶贫办综合司文件 | 第2⏎0号",
        "  2@0: 2 | 乙 | ",
        "F info read-by-pdfium 0,0,0@0",
    ]
    lying = Page(90, page.operations)
    with pytest.raises(InputError, match="it is a scan"):
        read_document(portable(lying, own_encoding=True), name="a.pdf")
