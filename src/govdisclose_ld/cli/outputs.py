"""Where a command's data goes: standard output, or a file that may be written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from govdisclose_ld.cli.console import put
from govdisclose_ld.errors import OutputError
from govdisclose_ld.pipeline.writing import write_file

STDOUT = Path("-")
_HEAD = 1 << 16


def emit(
    chunks: Iterable[bytes],
    target: Path | None,
    *,
    made: re.Pattern[bytes] | None = None,
    force: bool,
) -> None:
    """Write ``chunks`` to standard output, or to a file that may be overwritten.

    ``made`` is found in the first 64 KiB of every file of this kind that this program has made;
    None tells that nothing marks them. Raises OutputError for another file, unless ``force``.
    """
    if to_stdout(target) or target is None:
        for chunk in chunks:
            put(chunk)
        return
    check_target(target, made=made, force=force)
    write_file(target, chunks)


def to_stdout(target: Path | None) -> bool:
    """Whether the data goes to standard output."""
    return target is None or target == STDOUT


def check_target(target: Path | None, *, made: re.Pattern[bytes] | None, force: bool) -> None:
    """Raise OutputError if a file is in the way that this program did not make."""
    if target is None or to_stdout(target) or force or not target.is_file():
        return
    with target.open("rb") as file:
        head = file.read(_HEAD)
    if head and not (made and made.search(head)):
        raise OutputError(
            "文件已经存在，而且不是本程序生成的",
            "the file exists and was not made by this program",
            where=str(target),
            remedy=("请换一个文件名，或加 --force", "name another file, or add --force"),
        )
