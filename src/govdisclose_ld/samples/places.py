"""Which counties and fields get samples: real divisions, spread over all provinces."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from itertools import zip_longest

from govdisclose_ld.assets import path
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.divisions import division
from govdisclose_ld.model import Division, Term
from govdisclose_ld.samples.chance import Chance
from govdisclose_ld.samples.stock import words
from govdisclose_ld.standards import list_standards

_SPREAD = "counties"


def counties(count: int) -> tuple[Division, ...]:
    """That many counties, one of each province in turn; more are the same ones and others.

    Raises ConfigurationError if there are not so many.
    """
    return tuple(map(division, _spread()[: _checked(count, most_counties(), "--counties")]))


def fields(count: int) -> tuple[Term, ...]:
    """That many fields of disclosure: those with a standard, then those of the stock, then others.

    Raises ConfigurationError if there are not so many.
    """
    terms = code_list("field").terms
    ranked = [s.field for s in list_standards() if s.field and s.items]
    order = dict.fromkeys([*ranked, *words()["fields"], *terms])
    chosen = list(order)[: _checked(count, most_fields(), "--fields")]
    return tuple(terms[name] for name in chosen)


def most_fields() -> int:
    """How many fields of disclosure there are."""
    return len(code_list("field").terms)


@cache
def most_counties() -> int:
    """How many counties there are to draw."""
    return len(_spread())


@cache
def is_unique(name: str) -> bool:
    """Whether only one division is called so."""
    return _names()[name] == 1


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    with path("data/divisions.csv").open(encoding="utf-8", newline="") as file:
        return tuple((row["code"], row["name"]) for row in csv.DictReader(file))


@cache
def _names() -> Counter[str]:
    return Counter(name for _, name in _rows())


@cache
def _spread() -> tuple[str, ...]:
    """The codes of all counties: the first of each province, then the second of each …"""
    rules = words()["counties"]
    provinces: dict[str, list[str]] = {}
    for code, name in _rows():
        if re.search(rules["code"], code) and re.search(rules["name"], name):
            provinces.setdefault(code[:2], []).append(code)
    mixed = [Chance(_SPREAD, p).shuffle(provinces[p]) for p in sorted(provinces)]
    return tuple(code for turn in zip_longest(*mixed) for code in turn if code)


def _checked(count: int, most: int, where: str) -> int:
    if 1 <= count <= most:
        return count
    raise ConfigurationError(
        f"应为 1 到 {most}，不是 {count}",
        f"expected 1 to {most}, not {count}",
        where=where,
        remedy=("请改一个数目", "give another number"),
    )
