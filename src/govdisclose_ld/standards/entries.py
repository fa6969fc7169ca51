"""Values of a knowledge file, each knowing its place, so that a fault can be named."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

from govdisclose_ld.errors import ConfigurationError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a YAML file; ``field`` is its path (``matters[2].items[0].label``)."""

    value: Any
    file: str
    field: str = ""

    def fail(self, zh: str, en: str) -> NoReturn:
        """Raise ConfigurationError that names file and field, and what was expected there."""
        raise ConfigurationError(
            zh,
            en,
            where=f"{self.file}: {self.field}" if self.field else self.file,
            remedy=("请改正该文件", "mend that file"),
        )

    def text(self) -> str:
        """The value as text that is not empty."""
        if not isinstance(self.value, str) or not self.value.strip():
            self.fail(
                f"应为非空文本，实为 {self.value!r}", f"expected some text, found {self.value!r}"
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
        if self.value not in known:
            listed = ", ".join(sorted(known))
            self.fail(
                f"不认识 {self.value!r}，应为其中之一：{listed}",
                f"{self.value!r} is not one of: {listed}",
            )
        return str(self.value)

    def items(self) -> Iterator[Entry]:
        """The members of a list that is not empty."""
        if not isinstance(self.value, list) or not self.value:
            self.fail("应为非空列表", "expected a list with something in it")
        for number, value in enumerate(self.value):
            yield Entry(value, self.file, f"{self.field}[{number}]")

    def fields(self, *, required: Collection[str], optional: Collection[str] = ()) -> Fields:
        """The members of a mapping that has these keys and no others."""
        if not isinstance(self.value, dict):
            self.fail("应为键值对", "expected a mapping of keys to values")
        missing = sorted(set(required) - set(self.value))
        if missing:
            self.fail(f"缺少 {', '.join(missing)}", f"missing: {', '.join(missing)}")
        unknown = sorted(str(key) for key in self.value if key not in {*required, *optional})
        if unknown:
            self.fail(f"不认识的键 {', '.join(unknown)}", f"unknown keys: {', '.join(unknown)}")
        prefix = f"{self.field}." if self.field else ""
        return Fields({key: Entry(v, self.file, prefix + key) for key, v in self.value.items()})


@dataclass(frozen=True, slots=True)
class Fields:
    """The checked members of a mapping."""

    members: dict[str, Entry]

    def __getitem__(self, key: str) -> Entry:
        return self.members[key]

    def read(self, key: str, reader: Callable[[Entry], T], *, default: T) -> T:
        """What ``reader`` makes of the member, or ``default`` where there is none."""
        entry = self.members.get(key)
        return default if entry is None else reader(entry)
