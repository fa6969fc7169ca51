"""How much of a document is read before it is refused, so that no file can exhaust the machine."""

from __future__ import annotations

from dataclasses import dataclass

from govdisclose_ld.errors import InputError

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that a reader takes in.

    What a document prints is never cut off to fit: past a limit the document is refused. Spans
    of merged cells alone are cut to the size of their table, with a finding.
    """

    bytes: int = 50 * _MEGABYTE
    unpacked_bytes: int = 256 * _MEGABYTE
    unpacked_ratio: int = 200
    rows: int = 200_000
    columns: int = 1_000
    cells: int = 2_000_000
    characters: int = 100_000
    lines: int = 400_000
    paragraphs: int = 200_000
    elements: int = 2_000_000
    pages: int = 2_000
    seconds: int = 120


def refuse(where: str, zh: str, en: str) -> InputError:
    """The error for a document that goes past a limit."""
    return InputError(
        zh,
        en,
        where=where,
        remedy=(
            "请确认这是一份目录文件；确需读取时，在 read_document 中放宽 limits",
            "check that this is a catalog; if it is, pass wider limits to read_document",
        ),
    )


def too_deep(where: str) -> InputError:
    """The error for a document whose parts are nested deeper than any catalog's."""
    return InputError(
        "文档元素嵌套过深",
        "the elements of the document are nested too deep",
        where=where,
        remedy=(
            "请把表格复制到新的 Word 或 Excel 文件后保存再读",
            "copy the table to a new Word or Excel file and read that",
        ),
    )
