"""The header of a named query: the YAML in the comments above it.

::

    # title: {zh: 公开时限, en: time limits}
    # answers: {zh: …, en: …}
    # source: {zh: 政府信息公开条例第二十六条, en: "Regulation on …, Article 26"}
    # params:
    #   - division
    #   - {name: days, type: integer, default: 20, meaning: {zh: 工作日数, en: working days}}
    # columns:
    #   - catalog
    #   - {name: within, heading: {zh: …, en: …}, meaning: {zh: …, en: …}}

A parameter or a column given by its name alone is described in ``queries/shared.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from govdisclose_ld import assets
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import UNSAID, Phrase
from govdisclose_ld.store.labels import Column, Parameter
from govdisclose_ld.store.parameters import TYPES, serialise
from govdisclose_ld.store.tokens import place

_KEYS = {"title", "answers", "source", "params", "columns"}
_INTENDED = re.compile(rf"^# ?(?:{'|'.join(sorted(_KEYS))})\s*:", re.MULTILINE)
_PARAMETER_KEYS = {"name", "type", "scheme", "required", "default", "meaning"}
_COLUMN_KEYS = {"name", "heading", "meaning"}
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Header:
    """What a query says of itself; everything is empty for a query without a header."""

    title: Phrase = UNSAID
    answers: Phrase = UNSAID
    source: Phrase = UNSAID
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()


def parse_header(text: str, *, where: str = "") -> Header:
    """The header that ``text`` begins with.

    Raises ConfigurationError with file and line if it is not valid YAML or holds a wrong field.
    """
    block = "\n".join(_comment_block(text))
    if not _INTENDED.search(block):
        return Header()
    source = re.sub(r"^# ?", "", block, flags=re.MULTILINE)
    return _Reader(source, where).read()


def _comment_block(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        yield line


class _Reader:
    """Reads one header; keeps the YAML nodes, for they know their lines."""

    def __init__(self, source: str, where: str) -> None:
        self._where = where
        try:
            self._root = yaml.compose(source, Loader=yaml.SafeLoader)
            self._data = yaml.safe_load(source)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise ConfigurationError(
                f"查询的说明不是有效的 YAML：{error.problem}",
                f"the header of the query is not valid YAML: {error.problem}",
                where=place(where, line),
                remedy=("请改正这一行", "mend that line"),
            ) from error

    def read(self) -> Header:
        data = self._mapping((), self._data, _KEYS)
        parameters = tuple(
            self._parameter(("params", i), entry) for i, entry in self._entries("params")
        )
        columns = tuple(
            self._column(("columns", i), entry) for i, entry in self._entries("columns")
        )
        self._refuse_twice("params", [parameter.name for parameter in parameters])
        self._refuse_twice("columns", [column.name for column in columns])
        return Header(
            title=self._label(("title",), data.get("title")),
            answers=self._label(("answers",), data.get("answers")),
            source=self._label(("source",), data.get("source")),
            parameters=parameters,
            columns=columns,
        )

    def _entries(self, key: str) -> Iterator[tuple[int, Any]]:
        entries = self._data.get(key) or []
        if not isinstance(entries, list):
            self._fail((key,), "应为列表", "must be a list")
        shared = assets.read_yaml(assets.path("queries/shared.yml"))[key]
        for index, entry in enumerate(entries):
            if isinstance(entry, str):
                if entry not in shared:
                    self._fail((key, index), f"没有共用的 {entry}", f"{entry} is not shared")
                entry = {"name": entry, **shared[entry]}  # noqa: PLW2901
            yield index, entry

    def _parameter(self, path: tuple[Any, ...], entry: Any) -> Parameter:
        data = self._mapping(path, entry, _PARAMETER_KEYS)
        kind = data.get("type")
        if kind not in TYPES:
            kinds = ", ".join(TYPES)
            self._fail(path, f"type 应为 {kinds} 之一", f"type must be one of {kinds}")
        default = data.get("default")
        parameter = Parameter(
            name=self._name(path, data),
            type=kind,
            meaning=self._label(path, data.get("meaning")),
            scheme=str(data.get("scheme", "")),
            required=data.get("required", False) is True,
            default=None if default is None else _spell(default),
        )
        self._check_parameter(path, parameter)
        return parameter

    def _check_parameter(self, path: tuple[Any, ...], parameter: Parameter) -> None:
        if (parameter.type == "code") != bool(parameter.scheme):
            self._fail(path, "code 类型须写明 scheme", "a code, and only a code, names its scheme")
        codes = assets.path("data/vocabulary/codes")
        if parameter.scheme and not (codes / f"{parameter.scheme}.yml").is_file():
            name = parameter.scheme
            self._fail(path, f"没有代码表 {name}", f"there is no code list {name}")
        if parameter.required and parameter.default is not None:
            self._fail(path, "必需的参数不能有默认值", "a required parameter has no default")
        if parameter.default is not None:
            serialise(parameter, parameter.default, where=self._place(path))

    def _column(self, path: tuple[Any, ...], entry: Any) -> Column:
        data = self._mapping(path, entry, _COLUMN_KEYS)
        heading = self._label(path, data.get("heading"))
        return Column(self._name(path, data), heading, self._label(path, data.get("meaning")))

    def _name(self, path: tuple[Any, ...], data: dict[str, Any]) -> str:
        name = data.get("name")
        if not isinstance(name, str) or not _NAME.fullmatch(name):
            self._fail(path, "name 应为字母开头的变量名", "name must be a variable's name")
        return name

    def _label(self, path: tuple[Any, ...], entry: Any) -> Phrase:
        data = self._mapping(path, entry, {"zh", "en"})
        if not all(isinstance(data.get(key), str) and data[key].strip() for key in ("zh", "en")):
            self._fail(path, "应写明 zh 和 en", "zh and en must both be given")
        return Phrase(data["zh"], data["en"])

    def _mapping(self, path: tuple[Any, ...], entry: Any, keys: set[str]) -> dict[str, Any]:
        if not isinstance(entry, dict):
            missing = "、".join(sorted(keys))
            self._fail(path, f"应为含 {missing} 的映射", f"must be a mapping of {missing}")
        for key in entry:
            if key not in keys:
                self._fail((*path, key), f"没有 {key} 这一项", f"{key} is no field here")
        return entry

    def _refuse_twice(self, key: str, names: list[str]) -> None:
        for index, name in enumerate(names):
            if name in names[:index]:
                self._fail((key, index), f"{name} 重复", f"{name} stands twice")

    def _fail(self, path: tuple[Any, ...], zh: str, en: str) -> NoReturn:
        field = ".".join(str(step) for step in path)
        raise ConfigurationError(
            f"查询的说明有误：{field} {zh}",
            f"the header of the query is wrong: {field} {en}",
            where=self._place(path),
            remedy=("请改正这一行", "mend that line"),
        )

    def _place(self, path: tuple[Any, ...]) -> str:
        return place(self._where, _line_of(self._root, path))


def _line_of(node: Any, path: tuple[Any, ...]) -> int:
    """The line of the deepest node that ``path`` leads to."""
    line = 1 if node is None else node.start_mark.line + 1
    for step in path:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            pairs = [pair for pair in node.value if pair[0].value == step]
            if not pairs:
                return int(line)
            line, node = pairs[0][0].start_mark.line + 1, pairs[0][1]
            continue
        line = node.start_mark.line + 1
    return int(line)


def _spell(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
