"""What no statements can be made of: things of one catalog whose statements would run together,
or would point nowhere."""

from __future__ import annotations

from collections.abc import Iterable

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Answer, Catalog, Declared, Item


def refuse_unsound(catalog: Catalog) -> None:
    """Raise InputError if two items share a key, if two declarations share a level, if a row was
    read as an item that the catalog lacks, or if two answers would share an IRI."""
    _refuse_shared_keys(catalog)
    _refuse_shared_levels(catalog)
    _refuse_lost_items(catalog)
    for answers in (catalog.answers, *(item.answers for item in catalog.items)):
        _refuse_shared_mappings(catalog, answers)


def _refuse_shared_keys(catalog: Catalog) -> None:
    seen: dict[str, Item] = {}
    for item in catalog.items:
        first = seen.setdefault(item.key, item)
        if first is not item:
            one, two = first.source, item.source
            raise InputError(
                f"表 {one.table} 第 {one.row} 行与表 {two.table} 第 {two.row} 行的事项标识相同"
                f"：{item.key}",
                f"two items have one key: table {one.table}, row {one.row} and table {two.table},"
                f" row {two.row}",
                where=catalog.document.name,
                remedy=(
                    "请检查这两行是否重复，或用更正文件区分它们",
                    "see whether one row repeats the other, or tell them apart in a corrections"
                    " file",
                ),
            )


def _refuse_shared_levels(catalog: Catalog) -> None:
    seen: dict[int, Declared] = {}
    for declared in catalog.declared:
        level, count = declared.level, declared.count
        if level in seen:
            first = seen[level].count
            raise InputError(
                f"第 {level} 级事项的数目声明了两次：{first} 个、{count} 个",
                f"the count of the matters of level {level} is declared twice: {first} and {count}",
                where=catalog.document.name,
                remedy=("请每级只留一个声明", "leave one declaration for each level"),
            )
        seen[level] = declared


def _refuse_lost_items(catalog: Catalog) -> None:
    keys = {item.key for item in catalog.items}
    for reading in catalog.rows:
        if reading.item and reading.item not in keys:
            raise InputError(
                f"表 {reading.table} 第 {reading.row} 行读作的事项不在目录中：{reading.item}",
                f"table {reading.table}, row {reading.row} was read as an item that the catalog"
                f" lacks: {reading.item}",
                where=catalog.document.name,
                remedy=(
                    "请连同事项一并去掉或改写该行的读取结果",
                    "leave out or rewrite the reading of that row together with the item",
                ),
            )


def _refuse_shared_mappings(catalog: Catalog, answers: Iterable[Answer]) -> None:
    """Ids hold hyphens: item ``b-c`` of ``a`` and item ``c`` of ``a-b`` would be one mapping."""
    seen: dict[str, str] = {}
    for answer in answers:
        pair = f"{answer.standard}/{answer.item}"
        first = seen.setdefault(f"{answer.standard}-{answer.item}", pair)
        if first != pair:
            raise InputError(
                f"标准事项 {first} 与 {pair} 的对应关系会得到同一个 IRI",
                f"the mappings to {first} and {pair} would have one IRI",
                where=catalog.document.name,
                remedy=("请给其中一个标准换一个 id", "give one of the standards another id"),
            )
