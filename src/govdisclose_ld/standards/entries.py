"""Values of a knowledge file, each knowing its place, so that a fault can be named.

For any YAML file that people write: standards, waivers, weights. :func:`read_entries` gives the
whole of a file; every reader of an :class:`Entry` either gives a value of the right kind or raises
an error that names file, line and field, and what was expected there.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import yaml

from govdisclose_ld.assets import read_yaml
from govdisclose_ld.errors import ConfigurationError

T = TypeVar("T")

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# No file that a person writes comes near.
_DEEPEST = 60
_MOST = 200_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a YAML file; ``field`` is its path (``matters[2].items[0].label``).

    Places of a list count from 0. ``lines`` tells the line of each path.
    """

    value: Any
    file: str
    field: str = ""
    lines: Mapping[str, int] = dataclasses.field(default_factory=dict, repr=False, compare=False)

    @property
    def line(self) -> int:
        """The line of the file where the value stands, 0 where it is not known."""
        return self.lines.get(self.field, 0)

    @property
    def where(self) -> str:
        """File, line and field, as errors name them."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.field}" if self.field else place

    def fail(self, zh: str, en: str) -> NoReturn:
        """Raise ConfigurationError that names file, line and field, and what was expected there."""
        raise ConfigurationError(
            zh, en, where=self.where, remedy=("请改正该文件", "mend that file")
        )

    def text(self) -> str:
        """The value as text that is not empty."""
        if not isinstance(self.value, str) or not self.value.strip():
            self.fail(
                f"应为非空文本（数字请加引号），实为 {self.value!r}",
                f"expected some text (digits in quotes), found {self.value!r}",
            )
        return self.value

    def id(self) -> str:
        """The value as an id of ``a-z``, ``0-9`` and single hyphens, fit for an IRI."""
        if not isinstance(self.value, str) or not _ID.fullmatch(self.value):
            self.fail(
                f"标识应由小写字母、数字和单个连字符组成，实为 {self.value!r}",
                f"expected an id of a-z, 0-9 and single hyphens, found {self.value!r}",
            )
        return self.value

    def whole(self) -> int:
        """The value as a whole number above 0."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or self.value < 1:
            self.fail(
                f"应为正整数，实为 {self.value!r}",
                f"expected a whole number above 0, found {self.value!r}",
            )
        return self.value

    def day(self) -> date:
        """The value as a date (``2019-05-15``)."""
        if type(self.value) is not date:
            self.fail(
                f"应为日期（年-月-日），实为 {self.value!r}",
                f"expected a date (year-month-day), found {self.value!r}",
            )
        return self.value

    def flag(self) -> bool:
        """The value as true or false."""
        if not isinstance(self.value, bool):
            self.fail(
                f"应为 true 或 false，实为 {self.value!r}",
                f"expected true or false, found {self.value!r}",
            )
        return self.value

    def one_of(self, known: Collection[str]) -> str:
        """The value as one of the known ids."""
        if not isinstance(self.value, str) or self.value not in known:
            listed = ", ".join(sorted(known))
            self.fail(
                f"不认识 {self.value!r}，应为其中之一：{listed}",
                f"{self.value!r} is not one of: {listed}",
            )
        return self.value

    def some_of(self, known: Collection[str]) -> tuple[str, ...]:
        """The value as a list of known ids, none of them twice, in the order of the file."""
        found: list[str] = []
        for entry in self.items():
            one = entry.one_of(known)
            if one in found:
                entry.fail(f"{one} 重复", f"{one} stands twice")
            found.append(one)
        return tuple(found)

    def items(self) -> Iterator[Entry]:
        """The members of a list that is not empty."""
        if not isinstance(self.value, list) or not self.value:
            self.fail("应为非空列表", "expected a list with something in it")
        for number, value in enumerate(self.value):
            yield Entry(value, self.file, f"{self.field}[{number}]", self.lines)

    def fields(self, *, required: Collection[str], optional: Collection[str] = ()) -> Fields:
        """The members of a mapping that has these keys and no others."""
        if not isinstance(self.value, dict):
            self.fail("应为键值对", "expected a mapping of keys to values")
        missing = sorted(set(required) - set(self.value))
        if missing:
            self.fail(f"缺少 {', '.join(missing)}", f"missing: {', '.join(missing)}")
        members = {key: self._member(key, value) for key, value in self.value.items()}
        known = {*required, *optional}
        for key, member in members.items():
            if key not in known:
                listed = ", ".join(sorted(known))
                member.fail(
                    f"不认识的键 {key}；可用的键：{listed}",
                    f"unknown key {key}; the keys here are: {listed}",
                )
        return Fields(members)

    def _member(self, key: object, value: object) -> Entry:
        name = f"{self.field}.{key}" if self.field else str(key)
        return Entry(value, self.file, name, self.lines)


@dataclass(frozen=True, slots=True)
class Fields:
    """The checked members of a mapping."""

    members: dict[str, Entry]

    def __getitem__(self, key: str) -> Entry:
        return self.members[key]

    def __contains__(self, key: object) -> bool:
        return key in self.members

    def read(self, key: str, reader: Callable[[Entry], T], *, default: T) -> T:
        """What ``reader`` makes of the member, or ``default`` where there is none."""
        entry = self.members.get(key)
        return default if entry is None else reader(entry)


def read_entries(file: Path) -> Entry:
    """The whole of a YAML file, each value with its line.

    Raises ConfigurationError with file and line for what is not YAML or not UTF-8, for a key that
    stands twice, and for nesting or sheer size beyond any use (a few aliases can unfold to
    billions of values).
    """
    value = read_yaml(file)
    try:
        node = yaml.compose(file.read_text("utf-8"), yaml.SafeLoader)
    except RecursionError as error:
        raise _refusal(str(file), "嵌套过深", "nested too deeply") from error
    lines: dict[str, int] = {}
    for path, line in _lines(node, str(file)):
        lines[path] = line
        if len(lines) > _MOST:
            raise _refusal(f"{file}:{line}", "内容过多", f"more than {_MOST} values")
    return Entry(value, str(file), "", lines)


def _lines(
    node: yaml.Node | None, file: str, path: str = "", depth: int = 0
) -> Iterator[tuple[str, int]]:
    if node is None:
        return
    line = node.start_mark.line + 1
    yield path, line
    if depth > _DEEPEST:
        raise _refusal(f"{file}:{line}", "嵌套过深", "nested too deeply")
    if isinstance(node, yaml.SequenceNode):
        for number, child in enumerate(node.value):
            yield from _lines(child, file, f"{path}[{number}]", depth + 1)
    elif isinstance(node, yaml.MappingNode):
        yield from _mapping_lines(node, file, path, depth)


def _mapping_lines(
    node: yaml.MappingNode, file: str, path: str, depth: int
) -> Iterator[tuple[str, int]]:
    seen: dict[str, int] = {}
    for key, child in node.value:
        name, line = str(key.value), key.start_mark.line + 1
        if first := seen.get(name):
            raise _refusal(
                f"{file}:{line}",
                f"键 {name} 重复（第一次在第 {first} 行）",
                f"the key {name} stands twice (first in line {first})",
            )
        seen[name] = line
        below = f"{path}.{name}" if path else name
        yield from _lines(child, file, below, depth + 1)
        yield below, line  # a value may begin on the line after its key


def _refusal(where: str, zh: str, en: str) -> ConfigurationError:
    return ConfigurationError(zh, en, where=where, remedy=("请改正该文件", "mend that file"))
