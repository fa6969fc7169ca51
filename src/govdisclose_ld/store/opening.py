"""Opening a store on disk, with pyoxigraph's failures told in words that help."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from govdisclose_ld.errors import ConfigurationError, InputError, InputNotFoundError

# RocksDB writes this file into every database (its wiki, "MANIFEST").
_MARK = "CURRENT"


def open_engine(path: Path | None, *, read_only: bool) -> ox.Store:
    """The store at ``path``, made if it is not there yet; in memory without a path.

    Raises InputNotFoundError or InputError if it cannot be opened.
    """
    if path is None:
        if read_only:
            _fail_missing("memory")
        return ox.Store()
    _check_folder(path, read_only=read_only)
    try:
        if not read_only:
            path.mkdir(parents=True, exist_ok=True)
        return ox.Store.read_only(str(path)) if read_only else ox.Store(path)
    except (OSError, RuntimeError, ValueError) as error:
        raise _explain(path, str(error)) from error


def find_format(file: Path | None, name: str) -> ox.RdfFormat:
    """The RDF format of that name (a suffix or a media type), or the one of the file's suffix.

    Raises InputError if there is none.
    """
    name = name or (file.suffix if file else "")
    found = ox.RdfFormat.from_extension(name.lstrip(".").lower()) or (
        ox.RdfFormat.from_media_type(name) if "/" in name else None
    )
    if found is None:
        raise InputError(
            f"不认识的 RDF 格式：{name or '未写明'}",
            f"this RDF format is not known: {name or 'none was named'}",
            where=str(file or "bytes"),
            remedy=(
                "可用：nq、trig、ttl、nt、rdf、jsonld",
                "known: nq, trig, ttl, nt, rdf, jsonld",
            ),
        )
    return found


def unreadable(file: Path | None, kind: ox.RdfFormat, reason: Exception) -> InputError:
    """The error for a file, or for bytes, that cannot be read as RDF."""
    if isinstance(reason, FileNotFoundError):
        return InputNotFoundError(
            "找不到文件",
            "there is no such file",
            where=str(file),
            remedy=("请检查路径", "check the path"),
        )
    if isinstance(reason, OSError):
        return InputError(
            "文件无法读取，或数据库无法写入",
            f"the file cannot be read, or the store not be written: {reason}",
            where=str(file or "bytes"),
            remedy=("请检查文件和磁盘空间", "check the file and the space on disk"),
        )
    return InputError(
        "不是有效的 RDF 文件",
        f"cannot be read as {kind.name}: {reason}",
        where=str(file or "bytes"),
        remedy=("请改正文件，或写明 format", "mend the file, or name its format"),
    )


def graph_node(iri: str) -> ox.NamedNode:
    """The name of a graph. Raises ConfigurationError if it is no absolute IRI."""
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise ConfigurationError(
            "图的名称应为绝对 IRI",
            f"the name of a graph is an absolute IRI: {error}",
            where=iri,
        ) from error


def _check_folder(path: Path, *, read_only: bool) -> None:
    if path.exists() and not path.is_dir():
        raise InputError(
            "数据库路径是一个文件，应为文件夹",
            "the path of the store is a file, not a folder",
            where=str(path),
            remedy=("请指定文件夹", "name a folder"),
        )
    is_store = (path / _MARK).exists()
    if read_only and not is_store:
        _fail_missing(str(path))
    if not is_store and path.exists() and any(path.iterdir()):
        raise InputError(
            "文件夹不是数据库，且不为空",
            "the folder is no store, and not empty",
            where=str(path),
            remedy=("请指定新的或空的文件夹", "name a new or an empty folder"),
        )


def _fail_missing(where: str) -> None:
    raise InputNotFoundError(
        "没有可读的数据库",
        "there is no store to read",
        where=where,
        remedy=("请先用 load 命令建立数据库", "make one with the load command first"),
    )


def _explain(path: Path, reason: str) -> InputError:
    lowered = reason.lower()
    if "lock" in lowered:
        return InputError(
            "数据库正被另一个程序写入",
            "the store is open for writing elsewhere",
            where=str(path),
            remedy=(
                "请等它结束，或以只读方式打开",
                "wait until that ends, or open the store read-only",
            ),
        )
    if "permission" in lowered or "not a directory" in lowered or "file exists" in lowered:
        return InputError(
            "无法使用数据库文件夹",
            f"the folder of the store cannot be used: {reason}",
            where=str(path),
            remedy=("请检查路径和权限", "check the path and its permissions"),
        )
    return InputError(
        "数据库已损坏或版本不符",
        f"the store is damaged, or of another version: {reason}",
        where=str(path),
        remedy=("请删除该文件夹并重新载入", "delete the folder and load again"),
    )
