"""The readers there are, and the choice among them for one document."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from pathlib import PurePath

from govdisclose_ld.errors import ConfigurationError, InputError
from govdisclose_ld.readers.delimited import READER as DELIMITED
from govdisclose_ld.readers.formats import FORMATS
from govdisclose_ld.readers.markdown import READER as MARKDOWN
from govdisclose_ld.readers.protocol import Reader
from govdisclose_ld.readers.text import READER as TEXT

_GROUP = "govdisclose_ld.readers"
_BUILT_IN: tuple[Reader, ...] = (TEXT, MARKDOWN, DELIMITED, *FORMATS)


@cache
def list_readers() -> tuple[Reader, ...]:
    """Every reader, by name: the built-in ones and those of the entry point group.

    Raises ConfigurationError if an installed reader cannot be loaded.
    """
    readers = {reader.name: reader for reader in _BUILT_IN}
    for entry in sorted(entry_points(group=_GROUP), key=lambda entry: entry.name):
        try:
            reader = entry.load()
        except (ImportError, AttributeError) as error:
            raise _broken(entry.value, str(error)) from error
        if not isinstance(reader, Reader):
            raise _broken(entry.value, "not a Reader")
        readers[reader.name] = reader
    return tuple(readers[name] for name in sorted(readers))


def choose(data: bytes, name: str) -> tuple[Reader, bool]:
    """The reader that is surest of ``data``, and whether the name's suffix is that of another.

    Raises InputError if no reader recognises it.
    """
    suffix = suffix_of(name)
    scores = [(reader.recognises(data, suffix), reader) for reader in list_readers()]
    score, best = max(scores, key=lambda pair: pair[0])
    if score <= 0:
        raise _damaged(name) if _claimants(suffix) else _unknown(name)
    return best, suffix not in best.suffixes and _claimants(suffix) != ()


def suffix_of(name: str) -> str:
    """The ending of a file name, lower case with its dot, or nothing."""
    return PurePath(name).suffix.lower()


def _claimants(suffix: str) -> tuple[Reader, ...]:
    return tuple(reader for reader in list_readers() if suffix in reader.suffixes)


def _broken(value: str, reason: str) -> ConfigurationError:
    return ConfigurationError(
        f"无法加载读取插件：{reason}",
        f"a reader that is installed cannot be loaded: {reason}",
        where=value,
        remedy=("请重新安装或卸载该插件", "install that plug-in again, or uninstall it"),
    )


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


def _unknown(name: str) -> InputError:
    known = "、".join(s for reader in list_readers() for s in reader.suffixes)
    return InputError(
        "无法识别文件格式",
        "the format of the file is not known",
        where=name,
        remedy=(
            f"请确认文件未损坏；可读格式：{known}",
            f"check that the file is whole; formats that can be read: {known}",
        ),
    )
