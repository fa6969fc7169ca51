"""A mapping file as text: a block of metadata, a line of headings, and records.

The syntax is SSSOM/TSV (https://mapping-commons.github.io/sssom/): metadata are YAML in lines that
begin with ``#``. What spreadsheets make of such a file is read too: a byte order mark, UTF-16 or
GB18030, CRLF, cells in quotes, commas for tabs, and metadata lines filled up with empty cells.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from govdisclose_ld.errors import ConfigurationError, InputError, InputNotFoundError
from govdisclose_ld.readers.decoding import LINE_END, decode

_MOST_BYTES = 256 << 20
_MOST_METADATA = 10_000
_ALIAS = re.compile(r"(?:^|[\s\[{,:-])[&*]\w")
_PADDING = re.compile(r"(?:\t+|,{2,})\s*$")  # empty cells that a spreadsheet adds to short lines
_CUT = "'"  # what keeps a spreadsheet from running a cell as a formula


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file holds: metadata, headings, and the records, each with its line."""

    file: str
    metadata: dict[str, Any]
    columns: tuple[str, ...]
    records: tuple[tuple[int, tuple[str, ...]], ...]
    heading_line: int = 0


def read_sheet(path: Path) -> Sheet:
    """The parts of a mapping file.

    Raises InputNotFoundError if there is no such file, ConfigurationError with file and line if
    it is no text, its metadata are no YAML, or it has no line of headings.
    """
    text = _text(path)
    lines = LINE_END.split(text)
    head = _metadata_lines(lines)
    metadata = _metadata(str(path), head)
    records = list(_records(str(path), lines, len(head)))
    if not records:
        raise wrong(
            str(path),
            "没有标题行，应有 subject_id、predicate_id、object_id 等列",
            "there is no line of headings (subject_id, predicate_id, object_id …)",
        )
    (line, columns), *rest = records
    return Sheet(str(path), metadata, columns, tuple(rest), line)


def wrong(where: str, zh: str, en: str) -> ConfigurationError:
    """The error for a mapping file that says something that cannot be."""
    return ConfigurationError(zh, en, where=where, remedy=("请改正该文件", "mend that file"))


def _text(path: Path) -> str:
    if not path.is_file():
        raise InputNotFoundError(
            "找不到对应关系文件",
            "there is no such mapping file",
            where=str(path),
            remedy=("请检查路径", "check the path"),
        )
    if path.stat().st_size > _MOST_BYTES:
        raise wrong(str(path), "文件超过 256 MiB", "the file is larger than 256 MiB")
    try:
        return decode(path.read_bytes(), str(path)).text
    except InputNotFoundError:
        raise
    except (InputError, OSError) as error:
        zh = error.zh if isinstance(error, InputError) else "无法读取"
        en = error.en if isinstance(error, InputError) else "cannot be read"
        raise wrong(str(path), zh, en) from error


def _metadata_lines(lines: list[str]) -> list[str]:
    """The lines before the headings that are metadata, without ``#`` and what spreadsheets add."""
    found: list[str] = []
    for line in lines:
        bare = next(csv.reader([line], delimiter="\t"), [""])[0] if line.startswith('"#') else line
        if not bare.startswith("#"):
            break
        found.append(_PADDING.sub("", bare[1:]))
    return found


def _metadata(file: str, lines: list[str]) -> dict[str, Any]:
    text = "\n".join(lines)
    if len(lines) > _MOST_METADATA or _ALIAS.search(text):
        raise wrong(file, "元数据过长或含有 YAML 引用", "the metadata are too long or hold aliases")
    try:
        found = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise wrong(
            f"{file}{line}", "元数据不是有效的 YAML", "the metadata are not valid YAML"
        ) from error
    if found is not None and not isinstance(found, dict):
        raise wrong(f"{file}:1", "元数据应为键值对", "the metadata should be keys with values")
    return found or {}


def _records(file: str, lines: list[str], skip: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    body = lines[skip:]
    head = next((line for line in body if line.strip("\t, ")), "")
    reader = csv.reader(
        (f"{line}\n" for line in body), delimiter="\t" if "\t" in head else ",", strict=True
    )
    start = skip + 1
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                yield start, tuple(map(_unguarded, record))
            start = skip + reader.line_num + 1
    except csv.Error as error:
        raise wrong(f"{file}:{start}", f"无法分列：{error}", f"cannot be split: {error}") from error


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith(_CUT) and cell.lstrip(_CUT)[:1] in "=+-@" else cell
