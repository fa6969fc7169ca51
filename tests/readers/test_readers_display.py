"""Numbers and dates as Excel shows them, format by format."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdisclose_ld.assets import knowledge
from govdisclose_ld.readers.numerals import ordinal
from govdisclose_ld.readers.spreadsheet.display import display


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (3, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (41032400000000, "General", "41032400000000"),
        (7, "0000", "0007"),
        (379668, "0000-000", "0379-668"),
        (5, '"第"0"号"', "第5号"),
        (12, "[Red]0", "12"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (1234567, "#,##0,", "1,235"),
        (2.675, "0.00", "2.68"),
        (2, "0.##", "2."),
        (0, "#", ""),
        (-3, "0.0", "-3.0"),
        (-0.4, "0", "0"),
        (-5, "0;(0)", "(5)"),
        (0, '0;-0;"无"', "无"),
        (0.2565, "0.0%", "25.7%"),
        (5, ";;;", ""),
        (5, "0\\年", "5年"),
        (3, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "3"),
        (1e300, "0", f"1{'0' * 300}"),
        (44179, "yyyy/m/d", "2020/12/14"),
        (44179.5, '[$-804]yyyy"年"mm"月"dd"日" hh:mm', "2020年12月14日 12:00"),
        (44179.75, '上午/下午h"时"mm"分"ss"秒"', "下午6时00分00秒"),
        (0.5, "h:mm AM/PM", "12:00 PM"),
        (44179, "aaaa", "星期一"),
        (44179, "aaa", "一"),
        (44179, "yy-mmm-d", "20-Dec-14"),
        (1, "yyyy-mm-dd", "1900-01-01"),
        (1, '[=1]"√";[=0]"";General', "√"),
        (0, '[=1]"√";[=0]"";General', ""),
        (2, '[=1]"√";[=0]"×";0.0', "2.0"),
        (5, "[Red][<=5]00;0", "05"),
    ],
)
def test_what_a_format_shows(value: float, code: str, text: str) -> None:
    assert display(value, code) == text


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (9, "[>10]0;[>20]00"),
        (12, "0.00E+00"),
        (1.5, "# ?/?"),
        (1.5, "[h]:mm"),
        (12, "[DBNum1]General"),
        (-1, "yyyy"),
    ],
)
def test_formats_that_are_not_known_are_not_guessed(value: float, code: str) -> None:
    assert display(value, code) is None


@given(st.dates(dt.date(1900, 3, 1), dt.date(2099, 12, 31)))
def test_every_date_comes_back(date: dt.date) -> None:
    serial = (date - dt.date(1899, 12, 30)).days
    assert display(serial, "yyyy-mm-dd") == date.isoformat()
    assert display(serial - 1462, "yyyy-mm-dd", since_1904=True) == (
        date.isoformat() if serial >= 1462 else None
    )


@given(
    st.floats(allow_nan=False, allow_infinity=False),
    st.text('0#?.,;%年"\\[]yYmdhsaE+-/@_* ', max_size=12),
)
def test_no_format_breaks_the_display(value: float, code: str) -> None:
    shown = display(value, code)
    assert shown is None or isinstance(shown, str)


@pytest.mark.parametrize("number", sorted(knowledge("vocabulary/number-formats.yml")["formats"]))
def test_every_format_that_has_only_an_id_shows_a_date_or_says_that_it_cannot(number: int) -> None:
    shown = display(44179.25, str(knowledge("vocabulary/number-formats.yml")["formats"][number]))
    assert (shown is None) == (number in {11, 12, 13, 46, 48})


@pytest.mark.parametrize(
    ("style", "texts"),
    [
        ("decimal", ["1", "10", "21"]),
        ("decimalZero", ["01", "10", "21"]),
        ("upperRoman", ["I", "X", "XXI"]),
        ("lowerLetter", ["a", "j", "u"]),
        ("upperLetter", ["A", "J", "U"]),
        ("lowerRoman", ["i", "x", "xxi"]),
        ("chineseCounting", ["一", "十", "二十一"]),
        ("decimalEnclosedCircle", ["①", "⑩", "21"]),
        ("decimalFullWidth", ["１", "１０", "２１"]),
        ("hindiVowels", ["1", "10", "21"]),
    ],
)
def test_numbers_of_lists(style: str, texts: list[str]) -> None:
    assert [ordinal(number, style) for number in (1, 10, 21)] == texts
    assert ordinal(27, "lowerLetter") == "aa"
    assert ordinal(0, "upperRoman") == "0"
