"""The readers there are, and the choice among them for one document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Document
from govdisclose_ld.readers.delimited import READER as DELIMITED
from govdisclose_ld.readers.formats import FORMATS
from govdisclose_ld.readers.limits import Limits
from govdisclose_ld.readers.markdown import READER as MARKDOWN
from govdisclose_ld.readers.plugins import Fault, Plugin, load_plugins
from govdisclose_ld.readers.protocol import Reader
from govdisclose_ld.readers.text import READER as TEXT

_BUILT_IN: tuple[Reader, ...] = (TEXT, MARKDOWN, DELIMITED, *FORMATS)


@dataclass(frozen=True, slots=True)
class Choice:
    """The reader to read a document with.

    ``contradicts`` tells that the name's suffix is that of another format, ``faults`` what went
    wrong with installed readers on the way.
    """

    name: str
    read: Callable[[bytes, str, Limits], Document]
    contradicts: bool
    faults: tuple[Fault, ...]


def list_readers() -> tuple[Reader, ...]:
    """Every reader, by name: the built-in ones and those of the entry point group that load."""
    return tuple(one.reader if isinstance(one, Plugin) else one for one in _installed()[0].values())


def choose(data: bytes, name: str) -> Choice:
    """The reader that is surest of ``data``.

    Raises InputError if no reader recognises it.
    """
    suffix = suffix_of(name)
    readers, found = _installed()
    faults = list(found)
    surest, best = 0.0, None
    for reader in readers.values():
        score = reader.recognises(data, suffix)
        if isinstance(score, Fault):
            faults.append(score)
        elif score > surest:
            surest, best = score, reader
    if best is None:
        raise _damaged(name) if _claimants(suffix) else _unknown(name, faults)
    own = best.reader if isinstance(best, Plugin) else best
    contradicts = suffix not in own.suffixes and _claimants(suffix) != ()
    return Choice(own.name, best.read, contradicts, tuple(faults))


@cache
def _installed() -> tuple[dict[str, Reader | Plugin], tuple[Fault, ...]]:
    """The readers in order of name, and the installed ones that cannot be loaded."""
    plugins, faults = load_plugins()
    readers: dict[str, Reader | Plugin] = {reader.name: reader for reader in _BUILT_IN}
    readers |= {one.reader.name: one for one in plugins if one.reader not in _BUILT_IN}
    return {name: readers[name] for name in sorted(readers)}, faults


def suffix_of(name: str) -> str:
    """The ending of a file name, lower case with its dot, or nothing."""
    return PurePath(name).suffix.lower()


def _claimants(suffix: str) -> tuple[Reader, ...]:
    return tuple(reader for reader in list_readers() if suffix in reader.suffixes)


def _damaged(name: str) -> InputError:
    return InputError(
        f"内容不是 {suffix_of(name)} 文件，可能已损坏或下载不完整",
        f"its content is no {suffix_of(name)} file: it may be damaged or cut short",
        where=name,
        remedy=(
            "请用原来的软件打开确认，或重新下载",
            "open it with the program that it comes from, or download it again",
        ),
    )


def _unknown(name: str, faults: Sequence[Fault]) -> InputError:
    known = "、".join(s for reader in list_readers() for s in reader.suffixes)
    failed = "".join(f"; {fault.plugin}: {fault.reason}" for fault in faults)
    return InputError(
        "无法识别文件格式",
        f"the format of the file is not known{failed}",
        where=name,
        remedy=(
            f"请确认文件未损坏；可读格式：{known}",
            f"check that the file is whole; formats that can be read: {known}",
        ),
    )
