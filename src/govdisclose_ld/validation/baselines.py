"""Baselines: the findings of one day written to a file, so that later ones stand out."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.validation.fingerprints import (
    catalog_key,
    cell_words,
    fingerprint,
    row_name,
)
from govdisclose_ld.validation.formulas import guard
from govdisclose_ld.validation.report import Report
from govdisclose_ld.validation.screens import Waiver

HEADINGS = ("fingerprint", "count", "code", "catalog", "row", "cell")
_DIGEST = re.compile(r"[0-9a-f]{32}")
_COUNT = re.compile(r"[1-9][0-9]{0,8}")
_LONGEST = 200  # characters of a row or cell that are shown


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that a file lists: how many of each fingerprint, and of which catalog."""

    file: str
    counts: Mapping[str, int]
    catalogs: Mapping[str, str]


def write_baseline(report: Report) -> str:
    """The findings of a report as CSV (RFC 4180), those left out that a waiver hides.

    A line for each fingerprint, how many findings have it and in which catalog; the other columns
    say to a person what it is about and are not read back.
    """
    listed = [result for result in report.every if not isinstance(result.hidden_by, Waiver)]
    prints = [fingerprint(result) for result in listed]
    counts, described = Counter(prints), dict(zip(prints, listed, strict=True))
    rows = [
        (
            result.finding.code,
            catalog_key(result.catalog),
            *(guard(words(result)[:_LONGEST]) for words in (row_name, cell_words)),
            digest,
        )
        for digest, result in described.items()
    ]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEADINGS)
    for code, catalog, row, cell, digest in sorted(rows):
        writer.writerow((digest, counts[digest], code, catalog, row, cell))
    return stream.getvalue()


def read_baseline(file: Path) -> Baseline:
    """The baseline in a file that :func:`write_baseline` made.

    Raises ConfigurationError with file, line, field and what was expected there.
    """
    counts: Counter[str] = Counter()
    catalogs = {}
    for line, row in _rows(file):
        digest, count, _, catalogs[row[0]] = row[:4]
        if not _DIGEST.fullmatch(digest):
            _refuse(file, line, "fingerprint", "32 位十六进制数字", "32 hexadecimal digits", digest)
        if not _COUNT.fullmatch(count):
            _refuse(file, line, "count", "正整数", "a whole number above 0", count)
        counts[digest] += int(count)
    return Baseline(str(file), counts, catalogs)


def _rows(file: Path) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(_text(file), newline=""), strict=True)
    try:
        head = tuple(next(reader, ()))
        if head != HEADINGS:
            expected = ",".join(HEADINGS)
            _refuse(file, 1, "", f"表头 {expected}", f"the headings {expected}", ",".join(head))
        for row in reader:
            if len(row) != len(HEADINGS):
                many = len(HEADINGS)
                _refuse(file, reader.line_num, "", f"{many} 格", f"{many} cells", str(len(row)))
            yield reader.line_num, row
    except csv.Error as error:
        _refuse(file, reader.line_num, "", "CSV", "CSV", str(error))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            "无法读取基线文件",
            f"the baseline cannot be read: {error}",
            where=str(file),
            remedy=("请检查路径；编码应为 UTF-8", "check its path; it should be UTF-8"),
        ) from error


def _refuse(file: Path, line: int, field: str, zh: str, en: str, found: str) -> NoReturn:
    shown = found[:80]
    raise ConfigurationError(
        f"应为{zh}，实为 {shown!r}",
        f"expected {en}, found {shown!r}",
        where=f"{file}:{line}" + (f": {field}" if field else ""),
        remedy=("请用 --write-baseline 重新生成", "write it anew with --write-baseline"),
    )
