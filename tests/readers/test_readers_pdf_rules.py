"""PDF: tables whose outer rules are missing keep all their rows and columns."""

from __future__ import annotations

import pytest
from readers_pdf import Page, portable
from readers_shown import read_shown

from govdisclose_ld.readers.pdf.glyphs import glyph_of

COLUMNS = (50, 100, 220, 340, 460)
ROWS = (60, 90, 120, 150)
TEXTS = [
    ["序号", "公开事项", "公开内容", "公开主体"],
    ["1", "灾情", "受灾人口", "应急局"],
    ["2", "款物", "发放标准", "民政局"],
]


def ruled(*, left: bool = True, right: bool = True, top: bool = True, bottom: bool = True) -> bytes:
    """A table of three rows and four columns, without the outer rules that are not wanted."""
    page = Page()
    across = ROWS[0 if top else 1 : None if bottom else -1]
    down = COLUMNS[0 if left else 1 : None if right else -1]
    for level in across:
        page.rule(COLUMNS[0], level, COLUMNS[-1], level)
    for x in down:
        page.rule(x, ROWS[0], x, ROWS[-1])
    for row, texts in zip(ROWS, TEXTS, strict=False):
        for x, text in zip(COLUMNS, texts, strict=False):
            page.text(x + 4, row + 8, text)
    page.text(50, 200, "注：全部主动公开。")
    return portable(page)


@pytest.mark.parametrize(
    "missing", ["", "left", "right", "top", "bottom", "left right", "top left"]
)
def test_a_missing_outer_rule_loses_no_cell(missing: str) -> None:
    assert read_shown(ruled(**dict.fromkeys(missing.split(), False)), "a.pdf") == [
        "T1",
        *(f"  {number}@0: {' | '.join(texts)}" for number, texts in enumerate(TEXTS, start=1)),
        "P@0: 注：全部主动公开。",
    ]


@pytest.mark.parametrize("ends", ["open", "closed", "uneven"])
def test_a_merged_cell_that_takes_all_of_a_page_keeps_its_table_whole(ends: str) -> None:
    """Neither above nor below nor within does a rule cross its column; where the parts beside it
    are closed and have rows of other heights, those are two tables."""
    page = Page()
    for level in ROWS[1:-1] if ends == "open" else ROWS:
        inner = level in ROWS[1:-1]
        page.rule(COLUMNS[0], level, COLUMNS[1], level)
        lower = level + (9 if inner and ends == "uneven" else 0)
        page.rule(COLUMNS[2], lower, COLUMNS[-1], lower)
    for x in COLUMNS:
        page.rule(x, ROWS[0], x, ROWS[-1])
    for row, texts in zip(ROWS, TEXTS, strict=False):
        for x, text in zip(COLUMNS, texts, strict=False):
            if x != COLUMNS[1]:
                page.text(x + 4, row + 12, text)
    lines = read_shown(portable(page), "a.pdf")
    whole = "  1@0: 序号 | {3x1} | 公开内容 | 公开主体"
    assert (whole in lines) is (ends != "uneven")


@pytest.mark.parametrize(
    ("told", "meant"),
    [("⼈⺠政府⻔⼾网站", "人民政府门户网站"), ("㬵州", "胶州"), ("⼊⼾∕现场―", "入户／现场—")],
)
def test_twins_of_one_glyph_are_read_as_the_character_that_catalogs_print(
    told: str, meant: str
) -> None:
    place = {"x0": 0, "x1": 1, "top": 0, "bottom": 1}
    glyphs = [glyph_of({"fontname": "Song", "text": text, **place}) for text in told]
    assert "".join(glyph.text for glyph in glyphs) == meant


def test_text_that_ran_out_of_the_last_row_is_reported() -> None:
    page = Page()
    for number, texts in enumerate(TEXTS):
        for column, text in enumerate(texts):
            left, right = COLUMNS[column], COLUMNS[column + 1]
            page.cell((left, ROWS[number], right, ROWS[number + 1]), text)
    page.text(COLUMNS[1] + 4, 156, "接着")
    page.text(COLUMNS[3] + 4, 156, "民政")
    lines = read_shown(portable(page), "a.pdf")
    assert lines[-2:] == [
        "P@0: 接着 民政",
        "F warning text-out-of-cell 1,3,0@0 2 款物 发放标准 民政局",
    ]


@pytest.mark.parametrize(
    ("top", "text"), [(156, "注：全部事项主动公开，由办公室解释。"), (190, "接着"), (156, "注")]
)
def test_a_note_below_a_table_is_no_part_of_it(top: int, text: str) -> None:
    page = Page()
    for number, texts in enumerate(TEXTS):
        for column, words in enumerate(texts):
            left, right = COLUMNS[column], COLUMNS[column + 1]
            page.cell((left, ROWS[number], right, ROWS[number + 1]), words)
    page.text(COLUMNS[0] + 4, top, text)
    assert read_shown(portable(page), "a.pdf")[-1] == f"P@0: {text}"
