"""PDF: marks that are drawn, and fields of a form, are read at their cell."""

from __future__ import annotations

from io import BytesIO

import pytest
from readers_pdf import HEIGHT, Page, portable
from readers_shown import read_shown
from reportlab.lib.colors import lightgrey
from reportlab.pdfgen.canvas import Canvas

BOX = (100.0, 60.0, 110.0, 70.0)
"""A square of ten points in the second cell of a row."""


def drawn(*operations: str) -> str:
    """The text of a cell in which these operations draw, with a square at (0, 0) to (10, 10)."""
    page = Page()
    for column, text in enumerate(["1", "", "甲"]):
        page.cell((50 + 40 * column, 50, 90 + 40 * column, 80), text)
    page.text(112, 60, "网")
    page.cell((50, 80, 90, 110), "2")
    page.cell((90, 80, 130, 110))
    page.cell((130, 80, 170, 110), "乙")
    left, bottom = BOX[0], HEIGHT - BOX[3]
    page.operations += ["q", f"1 0 0 1 {left} {bottom} cm", *operations, "Q"]
    lines = read_shown(portable(page), "a.pdf")
    assert lines[2] == "  2@0: 2 |  | 乙"
    number, text, last = lines[1].removeprefix("  1@0: ").split(" | ")
    assert (number, last) == ("1", "甲")
    assert text.endswith("网")
    findings = [line for line in lines if line.startswith("F ")]
    assert findings == [f"F warning object-unread 1,1,2@0 {text}"] * ("\ufffc" in text)
    return text.removesuffix("网").strip()


SQUARE = "0 0 10 10 re"
FOUR_LINES = "0 0 m 10 0 l S 10 0 m 10 10 l S 10 10 m 0 10 l S 0 10 m 0 0 l S"
TICK = "2 5 m 4.5 2 l 9 9 l S"
CROSS = "2 2 m 8 8 l S 2 8 m 8 2 l S"
CIRCLE = (
    "10 5 m 10 7.76 7.76 10 5 10 c 2.24 10 0 7.76 0 5 c 0 2.24 2.24 0 5 0 c 7.76 0 10 2.24 10 5 c h"
)


@pytest.mark.parametrize(
    ("operations", "mark"),
    [
        ([f"{SQUARE} S"], "☐"),
        ([FOUR_LINES], "☐"),
        (["1 g", f"{SQUARE} B"], "☐"),
        ([f"{SQUARE} S", "1 1 8 8 re S"], "☐"),
        (["0 g", f"{SQUARE} f", "1 g", "1 1 8 8 re f"], "☐"),
        (["0 g", f"{SQUARE} f"], "☑"),
        (["0 0 1 rg", f"{SQUARE} B"], "☑"),
        ([f"{SQUARE} S", TICK], "☑"),
        ([FOUR_LINES, TICK], "☑"),
        ([f"{SQUARE} S", CROSS], "☑"),
        ([f"{SQUARE} S", "0 g", "2.5 2.5 5 5 re f"], "☑"),
        ([f"{SQUARE} S", "2 5 m 4.5 2 l 13 13 l S"], "☑"),
        ([f"{CIRCLE} S"], "☐"),
        (["0 g", f"{CIRCLE} f"], "☑"),
        ([TICK], "√"),
        (["0.7 g", f"{SQUARE} f"], "\ufffc"),
        ([f"{SQUARE} S", "2 5 m 8 5 l S"], "\ufffc"),
        (["4 4 2 2 re f"], ""),
        ([CROSS], ""),
        (["0 0 10 3 re f"], ""),
    ],
)
def test_a_drawn_box_is_a_mark_by_what_is_in_it(operations: list[str], mark: str) -> None:
    assert drawn(*operations) == mark


@pytest.mark.parametrize(
    ("text", "mark"), [("√", "☑"), ("×", "☑"), ("□", "☐"), ("甲", "甲"), ("", "☐")]
)
def test_a_character_in_a_drawn_box_ticks_it_or_is_framed_by_it(text: str, mark: str) -> None:
    page = Page()
    for column, label in enumerate(["1", "", "乙", "丙"]):
        page.cell((50 + 60 * column, 50, 110 + 60 * column, 80), label)
    page.operations.append(f"120 {HEIGHT - 72} 12 12 re S")
    page.text(121, 61, text)
    page.text(135, 61, "网站")
    assert read_shown(portable(page), "a.pdf")[1] == f"  1@0: 1 | {mark}网站 | 乙 | 丙"


def test_a_table_of_small_square_cells_has_no_marks() -> None:
    page = Page()
    for row in range(3):
        for column in range(4):
            left, top = 50 + 14 * column, 50 + 14 * row
            page.box(left, top, left + 14, top + 14)
            page.text(left + 2, top + 2, "一二三四"[column])
    assert read_shown(portable(page), "a.pdf") == ["T1"] + [
        f"  {row}@0: 一 | 二 | 三 | 四" for row in (1, 2, 3)
    ]


def form(*, flags: int = 0, under: bool = False) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(400, 200), invariant=1)
    for row in range(2):
        for column in range(3):
            canvas.rect(20 + 120 * column, 120 - 40 * row, 120, 40)
    canvas.drawString(25, 130, "1")
    canvas.drawString(25, 90, "2")
    for column, checked in ((0, True), (1, False)):
        x = 150 + 120 * column
        if under:
            canvas.setFillColor(lightgrey)
            canvas.rect(x, 130, 12, 12, fill=1)
        canvas.acroForm.checkbox(checked=checked, x=x, y=130, size=12, name=f"c{column}")
    canvas.acroForm.textfield(value="town", x=150, y=85, width=60, height=20, name="t")
    annotation = canvas.acroForm.textfield
    annotation(value="void", x=270, y=85, width=60, height=20, name="h", annotationFlags=flags)
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize("under", [False, True])
def test_check_boxes_of_a_form_have_the_state_of_their_field(*, under: bool) -> None:
    assert read_shown(form(under=under), "a.pdf") == [
        "T1",
        "  1@0: 1 | ☑ | ☐",
        "  2@0: 2 | town | void",
    ]


def test_hidden_fields_are_not_shown() -> None:
    assert read_shown(form(flags=2), "a.pdf")[2] == "  2@0: 2 | town | "
