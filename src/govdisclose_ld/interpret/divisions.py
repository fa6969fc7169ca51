"""Administrative divisions: codes and names of GB/T 2260, and which one a text names.

``data/divisions.csv`` holds the divisions from province to county in the edition that its last
column tells (the statistics bureau's codes of that year).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache

from govdisclose_ld.assets import knowledge, path
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Division

_SHORTEST = 2
_HAN = re.compile(r"[\u4e00-\u9fff]")


@cache
def _table() -> dict[str, tuple[str, str]]:
    with path("data/divisions.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: (row["name"], row["parent"]) for row in csv.DictReader(file)}


@cache
def _by_start() -> dict[str, tuple[tuple[str, str], ...]]:
    """Names and codes by the first two characters of the name, longest names first."""
    starts: dict[str, list[tuple[str, str]]] = {}
    for code, (name, _) in _table().items():
        for form in filter(None, (name, _short_form(name))):
            starts.setdefault(form[:2], []).append((form, code))
    return {start: tuple(sorted(v, key=lambda nc: -len(nc[0]))) for start, v in starts.items()}


@cache
def _short_form(name: str) -> str:
    """The name of an autonomous prefecture, county or banner as people write it, without the
    peoples that it is of (耿马县 of 耿马傣族佤族自治县); "" for any other name, and where nothing
    that tells it from another would be left (东乡族自治县, 河南蒙古族自治县)."""
    rules = knowledge("vocabulary/metadata.yml")["division"]
    found = re.fullmatch(
        f"(?P<stem>.{{2,}}?)(?:{'|'.join(rules['peoples'])})+自治(?P<kind>[州县旗])", name
    )
    if not found or any(other.startswith(found["stem"]) for other, _ in _provinces()):
        return ""
    return found["stem"] + found["kind"]


@cache
def _provinces() -> tuple[tuple[str, str], ...]:
    return tuple(one for code, one in _table().items() if code.endswith("0000"))


@cache
def division(code: str) -> Division:
    """The division of a code, with those above it, nearest first.

    Raises ConfigurationError for a code that the table does not hold.
    """
    if code not in _table():
        raise ConfigurationError(
            f"没有行政区划代码 {code}",
            f"there is no division with the code {code}",
            where="--division",
            remedy=("请用六位 GB/T 2260 代码", "give a six-digit code of GB/T 2260"),
        )
    name, parent = _table()[code]
    above = division(parent) if parent else None
    return Division(code, name, (Division(above.code, above.name), *above.parents) if above else ())


def named_divisions(texts: Iterable[str], context: str = "") -> tuple[Division, ...]:
    """The divisions that the texts name, those of the first text that names any.

    One name that several divisions share gives them all unless a division above one of them is
    named in the texts or in ``context``; of a chain (河南省…栾川县) the lowest is given.
    """
    every = tuple(texts)
    whole = "\n".join((*every, context))
    for text in every:
        found = _lowest([division(code) for code in _codes_in(text)])
        if found:
            return _settled(found, whole)
    return ()


def named_part(place: Division, text: str) -> str:
    """The township, street or zone that a text names right behind a division: 赤土店镇 of
    栾川县赤土店镇人民政府; "" where it names none. The table of divisions holds no such places."""
    names = filter(None, (place.name, _short_form(place.name)))
    return next((part for name in names if (part := part_behind(name, text))), "")


def part_behind(name: str, text: str) -> str:
    """What `named_part` tells of the division of that name, whether or not the table holds it."""
    return part_ahead(text.partition(name)[2])


def part_ahead(text: str) -> str:
    """The township, street or zone that a text opens with; "" for any other."""
    found = re.match(knowledge("vocabulary/metadata.yml")["division"]["part"], text)
    return str(found["name"]) if found else ""


def rank_of(name: str) -> str:
    """The level (province, city, county) of the divisions of exactly that name; "" where there is
    none, or where they are of different levels."""
    codes = [code for form, code in _by_start().get(name[:2], ()) if form == name]
    ranks = {
        "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"
        for code in codes
    }
    return ranks.pop() if len(ranks) == 1 else ""


def county_ahead(text: str) -> str:
    """The county that a text opens with, whether or not the table holds it; "" for any other."""
    found = re.match(knowledge("vocabulary/metadata.yml")["division"]["county"], text)
    return found.group() if found else ""


def _codes_in(text: str) -> list[str]:
    codes: list[str] = []
    place, last = 0, -1
    while place < len(text) - 1:
        candidates = _by_start().get(text[place : place + 2], ())
        name = next((n for n, _ in candidates if text.startswith(n, place)), "")
        if name and _stands_alone(name, text, place, follows=last == place):
            codes += [code for n, code in candidates if n == name]
            last = place + len(name)
        place += len(name) or 1
    return list(dict.fromkeys(codes))


def _stands_alone(name: str, text: str, place: int, *, follows: bool) -> bool:
    """Whether a name is no piece of a longer one (山南县) and no common word (郊区, 新城区域).

    ``follows`` tells that another division's name stands right before it.
    """
    if follows:
        return True
    rules = knowledge("vocabulary/metadata.yml")["division"]
    if name in rules["common_words"] or re.match(rules["word_goes_on"], text[place + len(name) :]):
        return False
    before = text[:place].rstrip()
    fresh = not before or not _HAN.match(before[-1]) or re.search(rules["opens"], before)
    return len(name) > _SHORTEST or bool(fresh)


def _lowest(found: list[Division]) -> list[Division]:
    above = {parent.code for one in found for parent in one.parents}
    return [one for one in found if one.code not in above]


def _settled(found: list[Division], text: str) -> tuple[Division, ...]:
    """The one with the most divisions above it named in the text, or all where none stands out."""
    named = {one.code: sum(parent.name in text for parent in one.parents) for one in found}
    supported = [one for one in found if named[one.code] == max(named.values()) > 0]
    return tuple(supported if len(supported) == 1 else found)
