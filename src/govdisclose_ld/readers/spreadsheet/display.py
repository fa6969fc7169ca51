"""Numbers as a spreadsheet displays them, by their number format (ECMA-376, 18.8.30 and 18.8.31).

Only what catalogs use: digits, zeros in front, decimals, thousands, per cent, dates and times.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<half>AM/PM|A/P|上午/下午)|(?P<odd>General|E[+-]|[#?]+ *[/]|[begBEG])"
    r"|(?P<date>y+|m+|d+|h+|s+|a{3,4})|(?P<rest>.)",
    re.IGNORECASE | re.DOTALL,
)
_PLACES = "0#?"
_COLOURS = re.compile(
    r"\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|\$[^\]]*)\]", re.I
)
_FOREIGN = re.compile(r"\[\$[^\]-]*-(?!0*409)[^\]]*\]", re.IGNORECASE)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,15})?)")
_HOLDS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, "=": operator.eq,
    "<>": operator.ne, ">=": operator.ge, ">": operator.gt,
}  # fmt: skip
_LAST_DAY = 2_958_466
_MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_WEEKDAYS = "一二三四五六日"


def display(value: float, code: str, *, since_1904: bool = False) -> str | None:
    """``value`` as it looks in the number format ``code``, or None for a format not known here."""
    bare = _COLOURS.sub("", code)
    if bare.strip().lower() in {"", "general", "@", "g/通用格式"}:
        return general(value)
    parts, magnitude = _section(bare, value)
    dates = [part["date"] for part in parts if part["date"]]
    foreign = _FOREIGN.search(code) is not None and any(map(_is_name, dates))
    if foreign or any(part["bracket"] is not None or part["odd"] for part in parts):
        return None
    if dates:
        return _date(value, parts, since_1904=since_1904)
    try:
        return _number(magnitude, parts)
    except (InvalidOperation, OverflowError):
        return None


def general(value: float) -> str:
    """``value`` without a format: whole numbers in full, others to ten digits, as Excel does."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}"


def _section(code: str, value: float) -> tuple[list[re.Match[str]], float]:
    """The tokens of the section that is meant for ``value``, and the number to write with it."""
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token["rest"] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    if len(sections) > 1 and any(token["rest"] == "@" for token in sections[-1]):
        sections.pop()  # what text is printed by
    if any(_condition(section) for section in sections):
        return _chosen(sections, value)
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    return sections[2 if value == 0 and len(sections) > 2 else 0], value


def _condition(section: list[re.Match[str]]) -> re.Match[str] | None:
    """The condition that a section begins with: [=1]"√"."""
    return _CONDITION.fullmatch(section[0]["bracket"] or "") if section else None


def _chosen(sections: list[list[re.Match[str]]], value: float) -> tuple[list[re.Match[str]], float]:
    """The first section whose condition holds or that has none; what meets none is unknown."""
    for section in sections:
        told = _condition(section)
        if told is None:
            return section, value
        if _HOLDS[told[1]](value, float(told[2])):
            return section[1:], value
    return sections[0], value


def _number(value: float, parts: list[re.Match[str]]) -> str:
    digits = [index for index, part in enumerate(parts) if _is_place(part)]
    if not digits:
        return "".join(map(_literal, parts))
    point = next((i for i, part in enumerate(parts) if part["rest"] == "."), len(parts))
    whole = [index for index in digits if index < point]
    fraction = [index for index in digits if index > point]
    percents = sum(part["rest"] == "%" for part in parts)
    commas = [i for i, part in enumerate(parts) if part["rest"] == ","]
    scale = sum(index > digits[-1] for index in commas)
    text = _rounded(value, len(fraction), percents * 2 - scale * 3)
    sign, number, decimals = _split(text, _least(parts, whole), _least(parts, fraction))
    grouped = bool(whole) and any(whole[0] < index < whole[-1] for index in commas)
    written = dict(zip(fraction, decimals, strict=False))
    written.update(_spread(number, whole, grouped=grouped))
    return sign + "".join(
        written.get(index, "" if index in (*digits, *commas) else _literal(part))
        for index, part in enumerate(parts)
    )


def _rounded(value: float, places: int, shift: int) -> str:
    with localcontext() as context:
        context.prec = 400
        number = Decimal(repr(value)).scaleb(shift)
        return format(number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), "f")


def _split(text: str, least_whole: int, least_fraction: int) -> tuple[str, str, str]:
    """Sign, whole digits and decimals, with no more zeros at either end than the code asks."""
    sign = "-" if text.startswith("-") and text.strip("-0.") else ""
    number, _, decimals = text.lstrip("-").partition(".")
    number = number.lstrip("0").rjust(least_whole, "0")
    kept = decimals.rstrip("0")
    return sign, number, kept.ljust(least_fraction, "0")


def _least(parts: list[re.Match[str]], places: list[int]) -> int:
    return sum(parts[index]["rest"] == "0" for index in places)


def _spread(number: str, places: list[int], *, grouped: bool) -> dict[int, str]:
    """The digits at their places from the right; the first place takes all that are left."""
    if grouped:
        head = number
        tail: list[str] = []
        while len(head) > 3:
            tail.insert(0, head[-3:])
            head = head[:-3]
        return {places[0]: ",".join([head, *tail])} if places else {}
    written: dict[int, str] = {}
    rest = number
    for index in reversed(places[1:]):
        written[index], rest = rest[-1:], rest[:-1]
    if places:
        written[places[0]] = rest
    return written


def _is_place(part: re.Match[str]) -> bool:
    return part["rest"] is not None and part["rest"] in _PLACES


def _literal(part: re.Match[str]) -> str:
    return part["quoted"] or part["escaped"] or part["rest"] or ""


def _date(value: float, parts: list[re.Match[str]], *, since_1904: bool) -> str | None:
    """A date or time. Day 1 is 1900-01-01, and 1900 counts as a leap year (as in Lotus 1-2-3)."""
    if not 0 <= value < _LAST_DAY:
        return None
    origin = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30 + (value < 60))
    moment = origin + timedelta(seconds=round(value * 86400))
    halved = any(part["half"] for part in parts)
    written = []
    for index, part in enumerate(parts):
        token = (part["date"] or "").lower()
        if part["half"]:
            written.append(_half(part["half"], moment))
        elif token.startswith("m") and _is_minute(parts, index):
            written.append(f"{moment.minute:0{min(len(token), 2)}}")
        elif token:
            written.append(_date_part(token, moment, halved=halved))
        else:
            written.append(_literal(part))
    return "".join(written)


def _is_minute(parts: list[re.Match[str]], index: int) -> bool:
    """Whether an ``m`` follows hours or comes before seconds."""
    before = [part["date"] for part in parts[:index] if part["date"]]
    after = [part["date"] for part in parts[index + 1 :] if part["date"]]
    follows = bool(before) and before[-1][0].lower() == "h"
    return follows or (bool(after) and after[0][0].lower() == "s")


def _date_part(token: str, moment: datetime, *, halved: bool) -> str:
    length, width = len(token), min(len(token), 2)
    if token[0] == "a":
        return "星期" * (length > 3) + _WEEKDAYS[moment.weekday()]
    if _is_name(token):
        name = _MONTHS[moment.month - 1] if token[0] == "m" else _DAYS[moment.weekday()]
        return {3: name[:3], 5: name[0]}.get(length, name)
    if token[0] == "y":
        return f"{moment.year:04}" if length > 2 else f"{moment.year % 100:02}"
    numbers = {
        "m": moment.month,
        "d": moment.day,
        "h": (moment.hour - 1) % 12 + 1 if halved else moment.hour,
        "s": moment.second,
    }
    return f"{numbers[token[0]]:0{width}}"


def _is_name(token: str) -> bool:
    """Whether a month or a day of the week is printed as a word, in the language of the format."""
    return token[:1].lower() in {"m", "d"} and len(token) > 2


def _half(code: str, moment: datetime) -> str:
    morning, afternoon = code.split("/")
    return morning if moment.hour < 12 else afternoon
