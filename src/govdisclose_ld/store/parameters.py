"""Parameters of a query: from the words that a user types to RDF terms in SPARQL syntax.

A value never reaches a query as text. It is read by the declared type, and what is put into the
query is one serialised term (SPARQL 1.1, section 4.1): no value can change the query around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from functools import cache
from typing import NoReturn

from pyoxigraph import NamedNode

from govdisclose_ld import assets
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.store.labels import Parameter

_XSD = "http://www.w3.org/2001/XMLSchema#"
_ROOT = "https://w3id.org/govdisclose/"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|^`\\\x00-\x20\ud800-\udfff]+")
_DIVISION = re.compile(r"[0-9]{6}(?:[0-9]{3}){0,2}")
_INTEGER = re.compile(r"[+-]?[0-9]{1,40}")
_TRUTH = {"true": "true", "1": "true", "是": "true", "false": "false", "0": "false", "否": "false"}
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)

Given = str | int | Decimal | float | bool | date | None


def bind_parameters(
    parameters: tuple[Parameter, ...], given: Mapping[str, Given], *, where: str
) -> dict[str, str]:
    """The serialised term of each parameter that is given or has a default.

    Raises ConfigurationError for an unknown name, a missing required one or a bad value.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in sorted(given.keys() - known.keys()):
        _refuse_unknown(name, known, where)
    terms = {}
    for name, parameter in known.items():
        value = given.get(name)
        text = parameter.default if value is None else _spell(value)
        if text is not None:
            terms[name] = serialise(parameter, text, where=where)
        elif parameter.required:
            _refuse_missing(parameter, where)
    return terms


def serialise(parameter: Parameter, text: str, *, where: str = "") -> str:
    """``text`` read by the parameter's type, as one RDF term in SPARQL syntax.

    Raises ConfigurationError if it is no value of that type.
    """
    try:
        words = text if parameter.type == "string" else text.strip()
        return TYPES[parameter.type](words, parameter)
    except (ValueError, InvalidOperation) as error:
        reason = str(error) if isinstance(error, _BadValueError) else ""
        zh, en, example = _EXPECTED[parameter.type]
        raise ConfigurationError(
            f"参数 {parameter.name} 应为{zh}，得到的是“{_shorten(text)}”",
            f"parameter {parameter.name} takes {en}, not {_shorten(text)!r}",
            where=where,
            remedy=(
                f"例如 {parameter.name}={reason or example}",
                f"for example {parameter.name}={reason or example}",
            ),
        ) from error


def literal(text: str, datatype: str = "") -> str:
    """A literal in SPARQL syntax, escaped (SPARQL 1.1, sections 4.1.2 and 19.7)."""
    suffix = f"^^<{datatype}>" if datatype else ""
    return f'"{text.translate(_ESCAPES)}"{suffix}'


class _BadValueError(ValueError):
    """Carries the nearest value that would have been accepted."""


def _iri(text: str, _: Parameter) -> str:
    if not _IRI.fullmatch(text):
        raise ValueError(text)
    return str(NamedNode(text))


def _string(text: str, _: Parameter) -> str:
    text.encode("utf-8")
    return literal(text)


def _division(text: str, _: Parameter) -> str:
    if not _DIVISION.fullmatch(text):
        raise ValueError(text)
    return literal(text, f"{_ROOT}ns#divisionCode")


def _integer(text: str, _: Parameter) -> str:
    if not _INTEGER.fullmatch(text):
        raise ValueError(text)
    return literal(str(int(text)), f"{_XSD}integer")


def _decimal(text: str, _: Parameter) -> str:
    number = Decimal(text)
    if not number.is_finite() or abs(number.adjusted()) > 40:
        raise ValueError(text)
    return literal(f"{number:f}", f"{_XSD}decimal")


def _boolean(text: str, _: Parameter) -> str:
    if text.lower() not in _TRUTH:
        raise ValueError(text)
    return literal(_TRUTH[text.lower()], f"{_XSD}boolean")


def _date(text: str, _: Parameter) -> str:
    return literal(datetime.strptime(text, "%Y-%m-%d").date().isoformat(), f"{_XSD}date")


def _code(text: str, parameter: Parameter) -> str:
    scheme = assets.knowledge(f"vocabulary/codes/{parameter.scheme}.yml")
    names = {
        name: term["id"]
        for term in scheme["terms"]
        for name in (term["id"], term["label"]["zh"], *term.get("synonyms", ()))
    }
    return f"<{_ROOT}code/{parameter.scheme}/{_choose(text, names)}>"


def _standard(text: str, parameter: Parameter) -> str:
    if ":" in text:
        return _iri(text, parameter)
    return f"<{_ROOT}standard/{_choose(text, _shipped_standards())}>"


def is_shipped_standard(identifier: str) -> bool:
    """Whether a standard of that id ships with the library."""
    return identifier in _shipped_standards()


@cache
def _shipped_standards() -> dict[str, str]:
    return {file.stem: file.stem for file in assets.path("data/standards").glob("*.yml")}


def _choose(text: str, names: Mapping[str, str]) -> str:
    if text in names:
        return names[text]
    nearest = get_close_matches(text, sorted(names), n=1, cutoff=0.0)
    raise _BadValueError(nearest[0] if nearest else "")


TYPES: dict[str, Callable[[str, Parameter], str]] = {
    "iri": _iri,
    "string": _string,
    "division": _division,
    "standard": _standard,
    "code": _code,
    "integer": _integer,
    "decimal": _decimal,
    "boolean": _boolean,
    "date": _date,
}
_EXPECTED = {
    "iri": ("绝对 IRI", "an absolute IRI", "https://data.example.gov.cn/catalog/…"),
    "string": ("UTF-8 文本", "text that UTF-8 can hold", "贫困人口识别"),
    "division": (
        "GB/T 2260 区划代码",
        "a division code (GB/T 2260) of 6, 9 or 12 digits",
        "410324",
    ),
    "standard": ("标准的编号或 IRI", "the id or the IRI of a standard", "poverty-alleviation-2019"),
    "code": ("代码表中的编号或名称", "an id or a name of its code list", "website"),
    "integer": ("整数", "a whole number", "20"),
    "decimal": ("小数", "a decimal number", "0.8"),
    "boolean": ("是或否", "true or false", "true"),
    "date": ("日期", "a date", "2020-06-30"),
}


def _spell(value: Given) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else str(value)


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"


def _refuse_unknown(name: str, known: Mapping[str, Parameter], where: str) -> NoReturn:
    nearest = get_close_matches(name, sorted(known), n=1)
    names = "、".join(sorted(known)) or "—"
    raise ConfigurationError(
        f"查询没有参数 {name}",
        f"the query has no parameter {name}",
        where=where,
        remedy=(
            f"是否想写 {nearest[0]}？" if nearest else f"可用的参数：{names}",
            f"did you mean {nearest[0]}?" if nearest else f"its parameters: {names}",
        ),
    )


def _refuse_missing(parameter: Parameter, where: str) -> NoReturn:
    raise ConfigurationError(
        f"缺少参数 {parameter.name}：{parameter.meaning.zh}",
        f"parameter {parameter.name} is missing: {parameter.meaning.en}",
        where=where,
        remedy=(
            f"请给出 {parameter.name}={_EXPECTED[parameter.type][2]}",
            f"give {parameter.name}={_EXPECTED[parameter.type][2]}",
        ),
    )
