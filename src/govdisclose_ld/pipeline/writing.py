"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from govdisclose_ld.errors import GovDiscloseError, OutputError

MARK = ".govdisclose-build"
_ANYONE = 0o777


def write_file(path: Path, chunks: Iterable[bytes]) -> None:
    """Write ``chunks`` to ``path``, which is replaced only when all of them have been written.

    A pipe or device is written to as it is. Raises OutputError if it cannot be written; what
    ``chunks`` raises passes through, and then ``path`` is as it was.
    """
    path = path.resolve()
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                stream.writelines(chunks)
            return
        with _part(path) as part, part.open("wb") as stream:
            stream.writelines(chunks)
    except OSError as error:
        if isinstance(error, GovDiscloseError):
            raise
        raise _unwritable(path, error) from error


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """An empty folder beside ``target`` that takes its place when the block ends without error.

    Raises OutputError if ``target`` is a file, or a folder that holds anything that this
    function did not put there: nothing is ever deleted that a build did not make.
    """
    target = target.absolute()  # resolve() would follow a link
    check_folder(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    except OSError as error:
        raise _unwritable(target, error) from error
    try:
        fresh = scratch / "new"
        fresh.mkdir()
        yield fresh
        names = sorted(entry.name for entry in fresh.iterdir())
        (fresh / MARK).write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
        _swap(target, fresh, scratch / "old")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def check_folder(target: Path) -> None:
    """Raise OutputError unless ``target`` may be replaced by :func:`new_folder`."""
    if not target.exists():
        return
    if not target.is_dir() or target.is_symlink():
        raise _foreign(target, "不是文件夹", "it is no folder")
    present = {entry.name for entry in target.iterdir()}
    if not present:
        return
    mark = target / MARK
    if not mark.is_file():
        raise _foreign(target, "文件夹不是本程序生成的", "this program did not make the folder")
    made = {*mark.read_text(encoding="utf-8").splitlines(), MARK}
    if others := sorted(present - made):
        listed = ", ".join(others)
        zh, en = f"其中有不是本程序生成的：{listed}", f"it holds what was not made here: {listed}"
        raise _foreign(target, zh, en)


@contextmanager
def _part(path: Path) -> Iterator[Path]:
    """A path beside ``path`` that is renamed to it at the end, or removed on any error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(path)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def _swap(target: Path, fresh: Path, old: Path) -> None:
    """Put ``fresh`` where ``target`` was; if that fails ``target`` is as it was."""
    umask = os.umask(0)
    os.umask(umask)
    fresh.chmod(_ANYONE & ~umask)
    replaced = target.exists()
    if replaced:
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError as error:
        if replaced:
            old.rename(target)
        raise _unwritable(target, error) from error


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"无法写入：{error.strerror}",
        f"cannot be written: {error.strerror}",
        where=str(path),
        remedy=("请检查路径、权限和磁盘空间", "check the path, its permissions and the disk"),
    )


def _foreign(target: Path, zh: str, en: str) -> OutputError:
    return OutputError(
        f"不能覆盖：{zh}",
        f"will not be overwritten: {en}",
        where=str(target),
        remedy=(
            "请换一个输出文件夹，或先移走其中的文件",
            "name another folder",
        ),
    )
