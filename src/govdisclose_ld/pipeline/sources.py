"""The file that lists the catalogs of a build: where each document is and what is known of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from govdisclose_ld.assets import read_yaml
from govdisclose_ld.catalogs import find_standard
from govdisclose_ld.errors import ConfigurationError, InputNotFoundError
from govdisclose_ld.interpret import Known, load_layout
from govdisclose_ld.interpret.divisions import division
from govdisclose_ld.interpret.fields import field_id
from govdisclose_ld.readers import Limits, limits_of
from govdisclose_ld.standards import Standard, refuse_shared_ids

_KNOWN = ("division", "title", "publisher", "field", "slug", "version")
_ORIGIN = ("url", "licence", "retrieved")
_ENTRY = ("file", *_KNOWN, "layout", *_ORIGIN)
_TOP = ("base", "shapes", "standards", "corrections", "mappings", "limits", "catalogs")
_SEGMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Source:
    """One catalog to build.

    ``file`` is the path as the list writes it, ``path`` where it was found (or should be),
    ``origin`` what the list tells of where it comes from: ``url``, ``licence``, ``retrieved``.
    """

    file: str
    path: Path
    known: Known
    origin: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """The catalogs of a build, and what holds for all of them; empty where the list says nothing.

    ``corrections`` and ``mappings`` are files in place of those that ship with the library (None:
    those), ``shapes`` names of shapes or files, ``standards`` what the catalogs are aligned to,
    validated against and compared with (None: the shipped ones), ``limits`` how much of a
    document is read.
    """

    catalogs: tuple[Source, ...]
    base: str = ""
    shapes: tuple[str, ...] = ()
    standards: tuple[Standard, ...] | None = None
    corrections: tuple[Path, ...] | None = None
    mappings: tuple[Path, ...] | None = None
    limits: Limits = field(default_factory=Limits)


def load_sources(file: Path) -> Sources:
    """The list of sources in a YAML file; its paths start at its folder, or where one works.

    Raises InputNotFoundError if there is no such file, ConfigurationError that names the file,
    the entry and what was expected there.
    """
    if not file.is_file():
        raise InputNotFoundError(
            "找不到来源清单",
            "there is no such list of sources",
            where=str(file),
            remedy=("请给出一个 sources.yml", "name a sources.yml"),
        )
    listed = read_yaml(file)
    if not isinstance(listed, dict):
        raise _wrong(file, "", "catalogs: [ … ]")
    _check_names(file, "", listed, _TOP)
    entries = listed.get("catalogs")
    if not isinstance(entries, list) or not entries:
        raise _wrong(file, "catalogs", "a list of catalogs, each with file: …")
    folder, mapped = listed.get("corrections"), listed.get("mappings")
    limits = _limits(file, listed.get("limits"))
    return Sources(
        tuple(_source(file, f"catalogs[{n}]", entry) for n, entry in enumerate(entries, 1)),
        base=_text(file, "base", listed.get("base")),
        shapes=_texts(file, "shapes", listed.get("shapes")),
        standards=_standards(file, listed.get("standards"), limits),
        corrections=_files(file, "corrections", folder, "*.yml"),
        mappings=_files(file, "mappings", mapped, "*.sssom.tsv"),
        limits=limits,
    )


def _source(file: Path, where: str, entry: Any) -> Source:
    if not isinstance(entry, dict) or not isinstance(entry.get("file"), str):
        raise _wrong(file, where, "file: <path of the document>")
    _check_names(file, where, entry, _ENTRY)
    facts = {name: _text(file, f"{where}.{name}", entry.get(name)) for name in _ENTRY[1:]}
    for name in ("slug", "version"):
        if facts[name] and not _SEGMENT.fullmatch(facts[name]):
            raise _wrong(file, f"{where}.{name}", "letters, digits, . _ - alone")
    _check_division(file, where, facts["division"])
    layout = load_layout(_found(file, facts["layout"])) if facts["layout"] else None
    facts["field"] = field_id(facts["field"], where=f"{file}: {where}.field")
    return Source(
        entry["file"],
        _found(file, entry["file"]),
        Known(
            division=facts["division"],
            title=facts["title"],
            publisher=facts["publisher"],
            field=facts["field"],
            slug=facts["slug"],
            version=facts["version"],
            layout=layout,
        ),
        tuple((name, facts[name]) for name in _ORIGIN if facts[name]),
    )


def _check_division(file: Path, where: str, code: str) -> None:
    try:
        if code:
            division(code)
    except ConfigurationError as error:
        error.where = f"{file}: {where}.division"
        raise


def _found(file: Path, name: str) -> Path:
    beside = file.parent / name
    return Path(name) if not beside.exists() and Path(name).exists() else beside


def _files(file: Path, where: str, value: Any, pattern: str) -> tuple[Path, ...] | None:
    """The files of the folder that the list names for something; None if it names none."""
    if value is None:
        return None
    folder = _found(file, _text(file, where, value))
    if not folder.is_dir():
        raise _wrong(file, where, "a folder that exists")
    return tuple(sorted(folder.glob(pattern)))


def _standards(file: Path, value: Any, limits: Limits) -> tuple[Standard, ...] | None:
    """The standards that the list names, each by its id, its file, or a catalog that is one."""
    if value is None:
        return None
    paths = [(name, _found(file, name)) for name in _texts(file, "standards", value)]
    try:
        found = [find_standard(p if p.exists() else name, limits=limits) for name, p in paths]
        refuse_shared_ids(found)
    except ConfigurationError as error:
        error.where = f"{file}: standards: {error.where}".removesuffix(": ")
        raise
    return tuple(dict.fromkeys(found))


def _limits(file: Path, value: Any) -> Limits:
    if not isinstance(value, dict | None):
        raise _wrong(file, "limits", "names with numbers, such as cells: 5000000")
    return limits_of(value or {}, where=f"{file}: limits")


def _text(file: Path, where: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _wrong(file, where, "a text")
    return str(value)


def _texts(file: Path, where: str, value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise _wrong(file, where, "a list")
    return tuple(_text(file, where, one) for one in value)


def _check_names(file: Path, where: str, entry: Mapping[Any, Any], known: tuple[str, ...]) -> None:
    for name in entry:
        if name not in known:
            near = get_close_matches(str(name), known, n=1) or [", ".join(known)]
            raise _wrong(file, f"{where}.{name}".lstrip("."), near[0])


def _wrong(file: Path, where: str, expected: str) -> ConfigurationError:
    return ConfigurationError(
        f"来源清单有误，应为：{expected}",
        f"wrong list of sources, expected {expected}",
        where=f"{file}: {where}" if where else str(file),
        remedy=("请改正后重试", "mend it and try again"),
    )
