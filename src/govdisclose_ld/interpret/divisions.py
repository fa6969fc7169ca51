"""Administrative divisions: codes and names of GB/T 2260, and which one a text names.

``data/divisions.csv`` holds the divisions from province to county in the edition that its last
column tells (the statistics bureau's codes of that year).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache

from govdisclose_ld.assets import path
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import Division

_SHORTEST = 2


@cache
def _table() -> dict[str, tuple[str, str]]:
    with path("data/divisions.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: (row["name"], row["parent"]) for row in csv.DictReader(file)}


@cache
def _by_start() -> dict[str, tuple[tuple[str, str], ...]]:
    """Names and codes by the first two characters of the name, longest names first."""
    starts: dict[str, list[tuple[str, str]]] = {}
    for code, (name, _) in _table().items():
        starts.setdefault(name[:2], []).append((name, code))
    return {start: tuple(sorted(v, key=lambda nc: -len(nc[0]))) for start, v in starts.items()}


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


def named_divisions(texts: Iterable[str]) -> tuple[Division, ...]:
    """The divisions that the texts name, those of the first text that names any.

    One name that several divisions share gives them all unless a division above one of them is
    named too; of a chain (河南省…栾川县) the lowest is given.
    """
    every = tuple(texts)
    whole = "\n".join(every)
    for text in every:
        found = _lowest([division(code) for code in _codes_in(text)])
        if found:
            return _settled(found, whole)
    return ()


def _codes_in(text: str) -> list[str]:
    codes: list[str] = []
    place = 0
    while place < len(text) - 1:
        candidates = _by_start().get(text[place : place + 2], ())
        name = next((n for n, _ in candidates if text.startswith(n, place)), "")
        codes += [code for n, code in candidates if n == name]
        place += len(name) or 1
    return list(dict.fromkeys(codes))


def _lowest(found: list[Division]) -> list[Division]:
    above = {parent.code for one in found for parent in one.parents}
    return [one for one in found if one.code not in above]


def _settled(found: list[Division], text: str) -> tuple[Division, ...]:
    supported = [d for d in found if any(parent.name in text for parent in d.parents)]
    short = [d for d in found if len(d.name) > _SHORTEST]
    return tuple(supported if len(supported) == 1 else short if len(short) == 1 else found)
