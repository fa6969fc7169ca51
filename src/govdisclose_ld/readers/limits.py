"""How much of a document is read before it is refused, so that no file can exhaust the machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches

from govdisclose_ld.errors import ConfigurationError, InputError

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that a reader takes in.

    ``seconds`` holds for a PDF as a whole and for a conversion by LibreOffice, ``page_bytes`` for
    the drawing operations of one page of a PDF. What a document prints is never cut off to fit:
    past a limit the document is refused. Spans of merged cells alone are cut to the size of their
    table, with a finding.
    """

    bytes: int = 50 * _MEGABYTE
    unpacked_bytes: int = 256 * _MEGABYTE
    unpacked_ratio: int = 200
    members: int = 20_000
    rows: int = 200_000
    columns: int = 1_000
    cells: int = 2_000_000
    characters: int = 100_000
    lines: int = 400_000
    paragraphs: int = 200_000
    elements: int = 2_000_000
    pages: int = 2_000
    page_bytes: int = 16 * _MEGABYTE
    seconds: int = 300


def limits_of(values: Mapping[str, object], *, where: str) -> Limits:
    """The limits with those of ``values`` (name → whole number above 0) in place of the defaults.

    ``where`` tells where they were given. Raises ConfigurationError for a name that is no limit's
    or a value that is no such number.
    """
    names = [field.name for field in fields(Limits)]
    for name, value in values.items():
        if name not in names:
            near = get_close_matches(str(name), names, n=1) or names
            raise _wrong(where, f"没有上限“{name}”", f"there is no limit '{name}'", near)
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise _wrong(
                where,
                f"上限 {name} 应为正整数",
                f"limit {name} takes a whole number",
                [f"{name}=1000"],
            )
    return Limits(**{name: value for name, value in values.items() if isinstance(value, int)})


def refuse(where: str, zh: str, en: str, *, limit: str) -> InputError:
    """The error for a document that goes past the limit of that name."""
    option = f"--limit {limit}=N"
    return InputError(
        zh,
        en,
        where=where,
        remedy=(
            f"请确认这是一份目录文件；确需读取时，用 {option} 放宽上限",
            f"check that this is a catalog; if it is, widen the limit with {option}",
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


def _wrong(where: str, zh: str, en: str, expected: list[str]) -> ConfigurationError:
    return ConfigurationError(
        zh,
        en,
        where=where,
        remedy=(f"应为：{'、'.join(expected)}", f"expected: {', '.join(expected)}"),
    )
