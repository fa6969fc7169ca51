"""The bytes of a document, from a path, from memory or from an open file."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import BinaryIO, TypeAlias

from govdisclose_ld.errors import InputError, InputNotFoundError
from govdisclose_ld.readers.limits import Limits, refuse

Source: TypeAlias = Path | str | bytes | bytearray | memoryview | BinaryIO


def load(source: Source, *, name: str | None, limits: Limits) -> tuple[bytes, str]:
    """The bytes of ``source`` and the name to call it by (the file's own, without its folder).

    Raises InputNotFoundError if there is no such file, InputError if it is a folder, unreadable,
    empty or past ``limits.bytes``.
    """
    if isinstance(source, str | Path):
        path = Path(source)
        data = _load_path(path, limits)
        name = path.name if name is None else name
    elif isinstance(source, bytes | bytearray | memoryview):
        data = bytes(source)
    else:
        data = source.read(limits.bytes + 1)
    name = name or "document"
    if len(data) > limits.bytes:
        raise _too_big(name, len(data), limits)
    if not data.strip(b"\x00\t\n\v\f\r "):
        raise InputError(
            "文件是空的",
            "the file is empty",
            where=name,
            remedy=("请检查文件是否下载完整", "check that it was downloaded completely"),
        )
    return data, name


def _load_path(path: Path, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise InputError(
                "这是文件夹，不是文件",
                "this is a folder, not a file",
                where=str(path),
                remedy=("请给出其中的文件", "name the files in it"),
            )
        if (size := path.stat().st_size) > limits.bytes:
            raise _too_big(str(path), size, limits)
        with path.open("rb") as file:
            return file.read(limits.bytes + 1)
    except FileNotFoundError as error:
        raise _not_found(path) from error
    except (OSError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(
            "文件无法打开",
            f"the file cannot be opened: {error}",
            where=str(path),
            remedy=("请检查路径和读取权限", "check its path and your permission to read it"),
        ) from error


def _too_big(where: str, size: int, limits: Limits) -> InputError:
    most = limits.bytes
    return refuse(
        where,
        f"文件过大：至少 {size:,} 字节，上限 {most:,} 字节",
        f"the file is too big: {size:,} bytes or more, at most {most:,}",
        limit="bytes",
    )


def _not_found(path: Path) -> InputNotFoundError:
    folder = path.parent
    if not folder.is_dir():
        remedy = (f"文件夹 {folder} 也不存在", f"the folder {folder} does not exist either")
    elif near := _nearest(path):
        remedy = (f"是否指 {folder / near}？", f"did you mean {folder / near}?")
    else:
        remedy = ("请检查路径", "check the path")
    return InputNotFoundError("找不到文件", "no such file", where=str(path), remedy=remedy)


def _nearest(path: Path) -> str:
    names = sorted(entry.name for entry in path.parent.iterdir() if entry.is_file())
    return next(iter(difflib.get_close_matches(path.name, names, n=1)), "")
