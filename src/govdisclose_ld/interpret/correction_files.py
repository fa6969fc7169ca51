"""Corrections files: YAML in which a person says what is right, who says so, when and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret.citations import read_citations
from govdisclose_ld.interpret.codes import segment
from govdisclose_ld.interpret.deadlines import read_time_limit
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.interpret.wording import is_none
from govdisclose_ld.model import Correction
from govdisclose_ld.yaml_places import Path_, PlacedYaml, read_placed_yaml

LEVELS = tuple(f"level{level}" for level in range(1, 7))
WORDS = ("content", "site_section")
FIELDS = (
    *LEVELS,
    *("channels", "audience", "mode", "disclosure_level"),
    *("time_limit", "agency", "basis"),
    *WORDS,
)
_SIGNED = ("who", "when", "why")
_KEYS = ("item", "key", "field", "printed", "read", "right", *_SIGNED)
_TOP = ("catalog", "who", "when", "why", "corrections")


@dataclass(frozen=True, slots=True)
class CorrectionFile:
    """The corrections of one file and the catalog (``division/slug/version``) that they are for.

    ``name`` is that of the file, ``printed`` are, one to a correction, what the source cell printed
    when it was written.
    """

    name: str
    catalog: str
    corrections: tuple[Correction, ...]
    printed: tuple[str, ...]


def attribute(field: str) -> str:
    """The attribute of an item that a field of a corrections file means."""
    return "level" if field == "disclosure_level" else field


def load_corrections(file: Path) -> CorrectionFile:
    """The corrections of one YAML file. An entry that nobody has filled in yet (no ``right``, and
    none of who, when and why of its own) is passed over; who, when and why may stand once for all.

    Raises ConfigurationError that names the file, the line, the entry and the field that is wrong.
    """
    source = read_placed_yaml(file)
    written = source.value
    entries = written.get("corrections") if isinstance(written, dict) else None
    if not isinstance(entries, list) or not isinstance(written.get("catalog"), str):
        raise _wrong(source, (), "catalog / corrections", "a text and a list")
    for name in written:
        if name not in _TOP:
            raise _wrong(source, (name,), str(name), " | ".join(_TOP))
    signed = {name: written.get(name) for name in _SIGNED}
    read: list[Correction] = []
    printed: list[str] = []
    for place, entry in enumerate(entries):
        _check_keys(source, place, entry)
        if not _is_open(entry):
            given = {name: entry.get(name) for name in _KEYS}
            whole = {name: signed.get(name) if v is None else v for name, v in given.items()}
            read.append(_entry(source, place, whole))
            printed.append(str(whole["printed"]))
    return CorrectionFile(file.name, written["catalog"], tuple(read), tuple(printed))


def _check_keys(source: PlacedYaml, place: int, entry: Any) -> None:
    path, name = ("corrections", place), f"corrections[{place + 1}]"
    if not isinstance(entry, dict):
        raise _wrong(source, path, name, "a mapping")
    for key in entry:
        if key not in _KEYS:
            raise _wrong(source, (*path, key), f"{name}.{key}", " | ".join(_KEYS))


def _is_open(entry: Mapping[str, Any]) -> bool:
    """Whether a drafted entry waits for a person: what is right is not filled in, nor signed."""
    return all(entry.get(name) is None for name in ("right", *_SIGNED))


def _entry(source: PlacedYaml, place: int, entry: Mapping[str, Any]) -> Correction:
    path, name = ("corrections", place), f"corrections[{place + 1}]"
    asked = [key for key in _KEYS if key not in ("item", "key")]
    asked += ["item"] if entry["key"] is None else []
    for key in asked:
        if entry[key] is None:
            raise _wrong(source, path, f"{name}.{key}", "a value")
    field = str(entry["field"])
    if field not in FIELDS:
        raise _wrong(source, (*path, "field"), f"{name}.field", " | ".join(FIELDS))
    when = entry["when"]
    if not isinstance(when, date):
        raise _wrong(source, (*path, "when"), f"{name}.when", "a date, YYYY-MM-DD")
    texts = {key: str(entry[key]) for key in ("read", "right", "who", "why")}
    if expected := _unreadable(field, texts["right"]):
        raise _wrong(source, (*path, "right"), f"{name}.right", expected)
    return Correction(
        field=field,
        ordinal="" if entry["item"] is None else str(entry["item"]),
        when=when.isoformat(),
        file=source.file.name,
        key="" if entry["key"] is None else str(entry["key"]),
        **texts,
    )


def _unreadable(field: str, right: str) -> str:
    """What is expected of a right value that cannot be read; empty for one that can."""
    scheme = SCHEMES.get(attribute(field))
    if scheme:
        known = says_none(right) or segment(right, scheme)
        return "" if known else f"labels of the code list {scheme}, joined by 、"
    if field == "time_limit" and not read_time_limit(right)[0].rules:
        return "a time limit that can be read"
    if field == "basis" and not any(citation.law for citation in read_citations(right)[0]):
        return "a legal basis that can be read: 《…》"
    return ""


def says_none(right: str) -> bool:
    """Whether what is right is that there is nothing: no option ticked, no matter at that level, no
    words."""
    return not right.strip() or is_none(right)


def _wrong(source: PlacedYaml, path: Path_, name: str, expected: str) -> ConfigurationError:
    return ConfigurationError(
        f"更正文件有误，应为：{expected}",
        f"wrong corrections file, expected {expected}",
        where=source.place(path, name),
        remedy=(
            "请改正后重试；可用 govdisclose inspect --write-corrections 起草",
            "mend it and try again; govdisclose inspect --write-corrections drafts one",
        ),
    )
