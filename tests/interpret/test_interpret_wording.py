"""How words and numbers are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclose_ld.interpret.wording import fold, key, likeness, number, squeeze

NUMBERS = {
    "7": 7,
    "２０": 20,
    " 15 ": 15,
    "十": 10,
    "十五": 15,
    "二十": 20,
    "三十一": 31,
    "一百二十": 120,
    "两": 2,
    "〇": 0,
    "二〇": 20,
    "": None,
    "1.5": None,
    "甲": None,
    "第3": None,
    "1" * 5000: None,
}


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_numbers(text: str, value: int | None) -> None:
    assert number(text) == value


def test_width_spaces_and_brackets_are_folded() -> None:
    assert fold("（１） ａ\u3000b\n") == "(1)ab"
    assert key("公开内容（要素）") == key("公开内容(要素)") == key("公开 内容 要素")


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [
        ("公 开\n依 据", "公开依据"),
        ("20 个 工作日", "20 个工作日"),
        ("Word  two", "Word two"),
        ("  ", ""),
    ],
)
def test_spaces_between_han_characters_go(text: str, squeezed: str) -> None:
    assert squeeze(text) == squeezed


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_a_share(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)
