"""What cannot be compared, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from govdisclose_ld.comparison.values import ComparedCatalog
from govdisclose_ld.errors import ConfigurationError, InputNotFoundError
from govdisclose_ld.interpret.divisions import division
from govdisclose_ld.standards import Standard
from govdisclose_ld.store import query
from govdisclose_ld.store.sources import Source

_MOST_NAMED = 8


def check_divisions(divisions: Sequence[str]) -> None:
    """Raise ConfigurationError for a code that is no division."""
    for code in divisions:
        try:
            division(code)
        except ConfigurationError as error:
            error.where = f"DIVISION {code}"
            raise


def refuse_standard(standard: Standard) -> NoReturn:
    """Raise ConfigurationError: the source does not hold the standard."""
    raise ConfigurationError(
        f"数据里没有标准 {standard.id}，无法对照",
        f"the data does not hold the standard {standard.id}, so nothing can be compared with it",
        where=standard.id,
        remedy=(
            "自带的标准请先载入（load）；其他标准请直接给出目录文件：compare FILE… --standard …",
            "load the shipped standards first (load); for another standard give the documents "
            "themselves: compare FILE… --standard …",
        ),
    )


def refuse_nothing(
    source: Source,
    standard: Standard,
    divisions: Sequence[str],
    catalogs: Sequence[ComparedCatalog],
) -> None:
    """Raise InputNotFoundError if there is no catalog, or none of one of ``divisions``."""
    empty = [code for code in divisions if not any(_is_of(one, code) for one in catalogs)]
    if catalogs and not empty:
        return
    held = query(source, "catalog/list").records()
    if not held:
        raise InputNotFoundError(
            "数据里没有目录，没有可以比较的",
            "the data holds no catalog to compare",
            remedy=("请先用 load 载入目录", "load some with the load command first"),
        )
    known = sorted({f"{row['code'] or '—'} {row['place'] or ''}".strip() for row in held})
    listed = "、".join(known[:_MOST_NAMED]) + ("…" if len(known) > _MOST_NAMED else "")
    places = "、".join(f"{code} {division(code).name}" for code in empty)
    raise InputNotFoundError(
        f"没有可与 {standard.id} 比较的目录：{places or standard.field}",
        f"there is no catalog to compare with {standard.id}: {places or standard.field}",
        where=" ".join(empty),
        remedy=(
            f"数据里有：{listed}；请载入缺少的目录，或换一个标准、用 --field 指定领域",
            f"there are: {listed}; load the missing ones, or name another standard or a --field",
        ),
    )


def _is_of(catalog: ComparedCatalog, code: str) -> bool:
    stem = code
    while len(stem) > 2 and stem.endswith("00"):
        stem = stem[:-2]
    return catalog.code.startswith(stem)
