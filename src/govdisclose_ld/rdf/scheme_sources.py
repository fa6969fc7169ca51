"""The YAML files of code lists, checked field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from govdisclose_ld import assets
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Phrase

CODES_FOLDER = "vocabulary/codes"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_Entry: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class CodeTerm:
    """One term of a code list; ``broader`` is the id of the term that it falls under, or empty.

    ``since`` is the first day on which a law is out of force, ``replaced_by`` the id of the term
    that holds in its place, ``source`` what says so.
    """

    id: str
    label: Phrase
    synonyms: tuple[str, ...] = ()
    broader: str = ""
    definition: Phrase | None = None
    since: str = ""
    replaced_by: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class CodeList:
    """A code list; ``source`` says where its terms come from."""

    scheme: str
    title: Phrase
    source: str
    terms: tuple[CodeTerm, ...]


def scheme_ids() -> tuple[str, ...]:
    """The ids of the code lists that the library ships, sorted."""
    return _ids(CODES_FOLDER)


def codelist(scheme: str) -> CodeList:
    """The shipped code list ``scheme``.

    Raises ConfigurationError if there is none, or if its file is wrong.
    """
    name = f"{CODES_FOLDER}/{scheme}.yml"
    return parse_codelist(assets.knowledge(name), where=f"data/{name}")


def parse_codelist(content: object, *, where: str) -> CodeList:
    """The code list that a YAML file holds; ``where`` is the file's name.

    Keys that only other readers of the file use are left to them. Raises ConfigurationError that
    names file and field for a missing or mistyped value, an id given twice, a printed form that
    two terms share, a label or ``broader`` that names an unknown term, a ``broader`` that runs in
    a circle, or a name that is not the file's.
    """
    entry = _entry(content, where)
    terms = tuple(
        CodeTerm(
            id=_id(term, "id", place),
            label=_label(term, "label", place),
            synonyms=_texts(term, "synonyms", place),
            broader=_id(term, "broader", place) if "broader" in term else "",
            definition=_label(term, "definition", place) if "definition" in term else None,
            since=_day(term, "since", place) if "since" in term else "",
            replaced_by=_id(term, "replaced_by", place) if "replaced_by" in term else "",
            source=_text(term, "source", place) if "source" in term else "",
        )
        for place, term in _entries(entry, "terms", where)
    )
    _check_ids((term.id for term in terms), where)
    _check_forms(terms, where)
    _check_labels(entry, terms, where)
    _check_broader(terms, where)
    _check_replaced(terms, where)
    return CodeList(
        scheme=_name(entry, "scheme", where),
        title=_label(entry, "title", where),
        source=_text(entry, "source", where),
        terms=terms,
    )


def _ids(folder: str) -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in assets.path(f"data/{folder}").glob("*.yml")))


def _entry(value: object, where: str) -> _Entry:
    if isinstance(value, dict):
        return value
    raise _wrong(where, "应为键值对", "a mapping")


def _entries(entry: _Entry, field: str, where: str) -> Iterator[tuple[str, _Entry]]:
    values = entry.get(field)
    if not isinstance(values, list) or not values:
        raise _wrong(f"{where}: {field}", "应为非空列表", "a list that is not empty")
    for number, value in enumerate(values, start=1):
        place = f"{where}: {field}[{number}]"
        yield place, _entry(value, place)


def _text(entry: _Entry, field: str, where: str) -> str:
    value = entry.get(field)
    if isinstance(value, str) and value.strip():
        return value
    raise _wrong(f"{where}: {field}", "应为非空文字（数字请加引号）", "a text (digits in quotes)")


def _day(entry: _Entry, field: str, where: str) -> str:
    value = entry.get(field)
    if type(value) is date:
        return value.isoformat()
    raise _wrong(f"{where}: {field}", "应为日期（年-月-日）", "a date (year-month-day)")


def _texts(entry: _Entry, field: str, where: str) -> tuple[str, ...]:
    values = entry.get(field, [])
    if isinstance(values, list) and all(isinstance(v, str) and v.strip() for v in values):
        return tuple(values)
    raise _wrong(f"{where}: {field}", "应为文字列表", "a list of texts")


def _label(entry: _Entry, field: str, where: str) -> Phrase:
    place = f"{where}: {field}"
    value = _entry(entry.get(field), place)
    return Phrase(_text(value, "zh", place), _text(value, "en", place))


def _id(entry: _Entry, field: str, where: str) -> str:
    value = _text(entry, field, where)
    if _ID.fullmatch(value):
        return value
    raise _wrong(
        f"{where}: {field}", f"标识不合格式：{value}", "an id of a-z, 0-9 and single hyphens"
    )


def _name(entry: _Entry, field: str, where: str) -> str:
    value = _id(entry, field, where)
    if Path(where).stem == value:
        return value
    raise _wrong(f"{where}: {field}", "应与文件名相同", "the name of the file")


def _check_ids(ids: Iterable[str], where: str) -> None:
    places: dict[str, int] = {}
    for number, identifier in enumerate(ids, start=1):
        first = places.setdefault(identifier, number)
        if first != number:
            raise _wrong(
                f"{where}: {identifier}",
                f"第 {first} 项与第 {number} 项标识相同",
                f"ids that differ (entries {first} and {number})",
            )


def _check_forms(terms: Iterable[CodeTerm], where: str) -> None:
    # Compared as printed words are matched, so that 县(区)级 and 县（区）级 are one form.
    owners: dict[str, str] = {}
    for term in terms:
        for form in (term.label.zh, *term.synonyms):
            owner = owners.setdefault(key(form), term.id)
            if owner != term.id:
                raise _wrong(
                    f"{where}: {owner}, {term.id}",
                    f"两个词条共用同一写法：{form}",
                    "a printed form of one term only",
                )


def _check_labels(entry: _Entry, terms: Sequence[CodeTerm], where: str) -> None:
    place = f"{where}: labels"
    labels = _entry(entry.get("labels", {}), place)
    known = {term.id for term in terms}
    for label in labels:
        if not known.issuperset(_texts(labels, label, place)):
            raise _wrong(f"{place}: {label}", "含有未知词条", "ids of terms of this list")


def _check_broader(terms: Sequence[CodeTerm], where: str) -> None:
    parents = {term.id: term.broader for term in terms}
    for term in terms:
        path, current = {term.id}, term.broader
        while current:
            if current not in parents or current in path:
                raise _wrong(
                    f"{where}: {term.id}: broader",
                    f"上位词不存在或成环：{current}",
                    "a term of this list, and no circle",
                )
            path.add(current)
            current = parents[current]


def _check_replaced(terms: Sequence[CodeTerm], where: str) -> None:
    known = {term.id for term in terms}
    for term in terms:
        if term.replaced_by and term.replaced_by not in known - {term.id}:
            raise _wrong(
                f"{where}: {term.id}: replaced_by",
                f"代码表中没有 {term.replaced_by}",
                "another term of this list",
            )
        if term.since and not term.source:
            raise _wrong(f"{where}: {term.id}: source", "没有写明来源", "what says so")


def _wrong(where: str, zh: str, expected: str) -> ConfigurationError:
    return ConfigurationError(
        zh, f"expected: {expected}", where=where, remedy=("请改正该文件", "mend that file")
    )
