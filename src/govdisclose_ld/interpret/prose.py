"""What a document says of itself in its prose: office, number, date, status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from unicodedata import normalize

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.citations import normalise_number
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.labels import Labelled, begins_with_label, labelled
from govdisclose_ld.interpret.wording import key, number

_HEAD = 6
_SHORTEST_OFFICE, _LONGEST_OFFICE = 3, 40
_LONGEST_DATE = 40


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document says of itself; empty strings where it does not say.

    ``sourced`` tells that the office is the one which a page names as its source.
    """

    publisher: str = ""
    document_number: str = ""
    issued: str = ""
    status: str = ""
    sourced: bool = False


def read_imprint(lines: Sequence[str], title: str) -> Imprint:
    """The imprint that lines print, given the title of the catalog."""
    told = [one for line in lines for one in labelled(line)]
    publisher = _publisher(lines, title, told)
    source = "" if publisher else next((n for n in _labelled(told, "source") if _is_office(n)), "")
    return Imprint(
        publisher=publisher or source,
        document_number=_number(lines, told),
        issued=_issued(lines, told),
        status=_status(title),
        sourced=bool(source),
    )


def read_date(text: str) -> str:
    """The date that a text begins with, as YYYY-MM-DD; "" for none, and for a day that is none."""
    match = re.match(_words()["date"]["figures"], _in_figures(text[:_LONGEST_DATE]))
    if not match:
        return ""
    month, day = int(match["month"]), int(match["day"])
    return f"{match['year']}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _in_figures(text: str) -> str:
    """The text, a date in Chinese numerals at its beginning put into figures."""
    plain = normalize("NFKC", text)
    match = re.match(_words()["date"]["written"], plain)
    if not match:
        return plain
    year, month, day = (
        number(part.replace("○", "〇").replace("O", "〇"))
        for part in match.group("year", "month", "day")
    )
    return f"{year}年{month}月{day}日{plain[match.end() :]}"


def dated(line: str) -> str:
    """The date of a line that is one: alone, with the time of day, or with labels behind it."""
    rules, plain = _words()["date"], _in_figures(line)
    match = re.match(rules["figures"] + rules["time"], plain)
    rest = plain[match.end() :] if match else ""
    return read_date(line) if not rest or begins_with_label(rest) else ""


def office_of_title(title: str) -> str:
    """The office that a title begins with: 示例县民政局 of 示例县民政局养老服务领域…目录."""
    rules = _words()["publisher"]
    for end in re.finditer(rules["ends"], title[: rules["longest"]]):
        rest = title[end.end() :]
        if end.end() > _SHORTEST_OFFICE and (re.match(rules["then"], rest) or _is_field(rest)):
            return title[: end.end()]
    return ""


def _is_field(rest: str) -> bool:
    return any(key(rest).startswith(form) for form in code_list("field").forms)


def _publisher(lines: Sequence[str], title: str, told: Sequence[Labelled]) -> str:
    rules = _words()["publisher"]
    if named := next((_office(value) for value in _labelled(told, "publisher")), ""):
        return named
    heads = (re.match(rules["letterhead"], line) for line in lines[:_HEAD])
    if head := next(filter(None, heads), None):
        return str(head["name"]).strip()
    for line, after in pairwise(lines):
        if dated(after) and len(line) <= _LONGEST_OFFICE and _is_office(line):
            return line
    return office_of_title(title)


def _office(value: str) -> str:
    """The name of an office as it stands behind a label, without its seal or a date."""
    return re.split(_words()["publisher"]["behind"], value)[0].strip()


def _is_office(line: str) -> bool:
    signature: str = _words()["publisher"]["signature"]
    return len(line) <= _LONGEST_OFFICE and re.search(signature, line) is not None


def _labelled(told: Sequence[Labelled], kind: str) -> Iterator[str]:
    return (one.value for one in told if one.kind == kind)


def _number(lines: Sequence[str], told: Sequence[Labelled]) -> str:
    pattern: str = _words()["document_number"]
    for line in (*_labelled(told, "number"), *lines):
        if re.match(pattern, line):
            return normalise_number(line)
    return ""


def _issued(lines: Sequence[str], told: Sequence[Labelled]) -> str:
    """The date of the text itself, else one that stands alone, else that of its publication."""
    by_rank: list[list[str]] = [[], []]
    for one in told:
        if one.kind == "dated":
            by_rank[one.rank].append(read_date(one.value))
    every = (*by_rank[0], *map(dated, lines), *by_rank[1])
    return next(filter(None, every), "")


def _status(title: str) -> str:
    forms = code_list("status").forms
    return next((terms[0].id for form, terms in forms.items() if form in key(title)), "")


def _words() -> dict[str, Any]:
    words: dict[str, Any] = knowledge("vocabulary/metadata.yml")
    return words
