"""Single characters that recognition may have misread, by what the rest of a catalog prints."""

from __future__ import annotations

import pytest
from interpret_samples import read

HEADER = ["序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开渠道"]
BOXES = "■政府网站 □政府公报 ■公示栏"


def row(
    number: int, label: str = "行政许可", law: str = "行政许可法", boxes: str = BOXES
) -> list[str]:
    return [str(number), label, f"事项{number}", f"内容{number}", f"《{law}》", boxes]


def told(odd: list[str], code: str) -> list[int]:
    catalog = read([HEADER, *map(row, range(1, 6)), odd])
    return [found.ref.row for found in catalog.findings if found.code == code]


@pytest.mark.parametrize(
    "odd",
    [row(6, label="行政许司"), row(6, law="行攻许可法")],
    ids=["matter", "law"],
)
def test_a_name_one_character_off_one_that_comes_again(odd: list[str]) -> None:
    assert told(odd, "name-near") == [7]


@pytest.mark.parametrize(
    "odd",
    [row(6, label="县级预算"), row(6, label="行政处罚"), row(6, law="行政处罚法"), row(6)],
)
def test_other_names_are_other_names(odd: list[str]) -> None:
    assert not told(odd, "name-near")


def test_characters_that_are_words_of_their_own_tell_names_apart() -> None:
    rows = [row(n, label="县级预算") for n in range(1, 6)]
    catalog = read([HEADER, *rows, row(6, label="乡级预算")])
    assert "name-near" not in {found.code for found in catalog.findings}


def test_a_box_drawn_otherwise_than_all_others() -> None:
    assert told(row(6, boxes="口政府网站 □政府公报 ■公示栏"), "mark-odd") == [7]
    assert not told(row(6), "mark-odd")


def test_boxes_that_are_all_letters_are_no_exception() -> None:
    rows = [row(n, boxes="R政府网站 口政府公报") for n in range(1, 7)]
    assert "mark-odd" not in {found.code for found in read([HEADER, *rows]).findings}
