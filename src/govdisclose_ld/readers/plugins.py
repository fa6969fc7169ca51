"""Readers that other packages bring, and what goes wrong with them: never more than themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Document
from govdisclose_ld.readers.limits import Limits
from govdisclose_ld.readers.protocol import Reader

GROUP = "govdisclose_ld.readers"
# What the code of a stranger may raise, short of what ends the program or exhausts the machine.
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    ImportError,
    LookupError,
    NameError,
    OSError,
    RuntimeError,
    StopIteration,
    SyntaxError,
    TypeError,
    ValueError,
)
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Fault:
    """What an installed reader did wrong; ``plugin`` is its entry point."""

    plugin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plugin:
    """A reader of another package, by its entry point."""

    reader: Reader
    entry: str

    def recognises(self, data: bytes, suffix: str) -> float | Fault:
        """How sure the reader is of ``data``, or what it did instead of telling that."""
        score = _guarded(self.entry, lambda: self.reader.recognises(data, suffix))
        if isinstance(score, Fault):
            return score
        if not isinstance(score, int | float) or not 0 <= score <= 1:
            return Fault(self.entry, f"recognises() gave {score!r}, not a number from 0 to 1")
        return float(score)

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """What the reader reads. Raises InputError, naming the package, if it fails."""
        read = _guarded(self.entry, lambda: self.reader.read(data, name, limits))
        if isinstance(read, Document):
            return read
        fault = read if isinstance(read, Fault) else Fault(self.entry, "read() gave no Document")
        raise InputError(
            f"读取插件 {fault.plugin} 出错：{fault.reason}",
            f"the reader {fault.plugin} failed: {fault.reason}",
            where=name,
            remedy=(
                "请更新或卸载该插件，或把文件另存为其他格式",
                "update or uninstall that plug-in, or save the file in another format",
            ),
        )


def load_plugins() -> tuple[tuple[Plugin, ...], tuple[Fault, ...]]:
    """The readers of the entry point group by name, and those that could not be loaded."""
    plugins, faults = [], []
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value)):
        loaded = _load(entry)
        if isinstance(loaded, Fault):
            faults.append(loaded)
        else:
            plugins.append(Plugin(loaded, entry.value))
    return tuple(plugins), tuple(faults)


def _load(entry: EntryPoint) -> Reader | Fault:
    reader = _guarded(entry.value, entry.load)
    if isinstance(reader, Fault):
        return reader
    if not isinstance(reader, Reader) or not isinstance(reader.name, str):
        return Fault(entry.value, "it is no Reader")
    return reader


def _guarded(entry: str, call: Callable[[], _Result]) -> _Result | Fault:
    try:
        return call()
    except InputError:
        raise
    except _FAULTS as error:
        return Fault(entry, f"{type(error).__name__}: {error}".rstrip(": "))
