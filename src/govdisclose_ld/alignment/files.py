"""Mapping files read and checked, and found again by catalog and item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from govdisclose_ld import assets
from govdisclose_ld.alignment.rows import check_columns, read_row
from govdisclose_ld.alignment.sheets import Sheet, read_sheet, wrong
from govdisclose_ld.alignment.values import Mapping as Row
from govdisclose_ld.alignment.values import MappingSet
from govdisclose_ld.interpret import catalog_path
from govdisclose_ld.model import Catalog
from govdisclose_ld.standards import Standard

SUFFIX = ".sssom.tsv"
_TABLES = (".tsv", ".txt", ".csv")
_DECIDED = ("accepted", "rejected")


@dataclass(frozen=True, slots=True)
class MappingIndex:
    """The rows of mapping files by what they are about."""

    by_catalog: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    def of(self, catalog: Catalog) -> tuple[Row, ...]:
        """The rows about a catalog and its items, in the order of the files."""
        return self.by_catalog.get(catalog_path(catalog), ())

    def rows(self, catalog: Catalog, key: str, standard: str) -> tuple[Row, ...]:
        """The rows about one item (``key`` empty: the catalog as a whole) and one standard."""
        return tuple(row for row in self.of(catalog) if row.key == key and row.standard == standard)


def load_mappings(path: Path) -> MappingSet:
    """The mappings of an SSSOM/TSV file, in its order.

    Raises InputNotFoundError if there is no such file, and ConfigurationError that names file,
    line and column, and what was expected there; for two rows on one pair it names both.
    """
    return _load(path, *_stamp(path))


def mapping_files(folder: Path | None = None) -> tuple[Path, ...]:
    """The mapping files (``*.sssom.tsv``) of a folder in order of name; those shipped by default.

    Raises ConfigurationError if the folder has tables and none of them is named so.
    """
    place = folder or assets.path("data/mappings")
    found = tuple(sorted(place.glob(f"*{SUFFIX}")))
    others = sorted(file.name for kind in _TABLES for file in place.glob(f"*{kind}"))
    if others and not found:
        raise wrong(
            str(place),
            f"没有名为 *{SUFFIX} 的文件，只有 {others[0]}；请改名",
            f"no file is named *{SUFFIX}; there is {others[0]}: rename it",
        )
    return found


def index_mappings(files: Iterable[Path]) -> MappingIndex:
    """The rows of several files. Raises ConfigurationError, and names both rows, if one accepts
    or rejects what another decides otherwise."""
    return _indexed(tuple((path, *_stamp(path)) for path in files))


def shipped_mappings(catalogs: Sequence[Catalog], standard: Standard) -> MappingSet | None:
    """What the shipped files hold of catalogs and a standard, with the metadata of the first such
    file; None if they hold nothing of these."""
    paths = {catalog_path(catalog) for catalog in catalogs}
    sets = [load_mappings(path) for path in mapping_files()]
    found = [
        (one, row)
        for one in sets
        for row in one.rows
        if row.catalog in paths and row.standard == standard.id
    ]
    if not found:
        return None
    first = found[0][0]
    return MappingSet(first.metadata, first.columns, tuple(row for _, row in found), first.file)


def check_standards(rows: Iterable[Row], standards: Sequence[Standard]) -> None:
    """Raise ConfigurationError if a row names a standard that is none of these, or an item that
    its standard lacks; the mapping file and the standard are both named."""
    known = {standard.id: standard for standard in standards}
    items = {standard.id: {item.id for item in standard.items} for standard in standards}
    for row in rows:
        standard = known.get(row.standard)
        if standard is None:
            raise _unknown_standard(row, known)
        if row.item not in items[row.standard]:
            raise _unknown_item(row, standard)


def _stamp(path: Path) -> tuple[int, int]:
    """What tells whether a file is still the one that was read."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=256)
def _load(path: Path, _time: int, _size: int) -> MappingSet:
    sheet = read_sheet(path)
    check_columns(sheet)
    rows = tuple(read_row(sheet, line, cells) for line, cells in sheet.records)
    _refuse_repeats(sheet, rows)
    return MappingSet(sheet.metadata, sheet.columns, rows, sheet.file)


def _refuse_repeats(sheet: Sheet, rows: Sequence[Row]) -> None:
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        first = seen.setdefault(row.pair, row)
        if first is not row:
            zh, en = _contradiction(first, row)
            raise wrong(f"{sheet.file}:{row.line}: review_status", zh, en)


@lru_cache(maxsize=64)
def _indexed(files: tuple[tuple[Path, int, int], ...]) -> MappingIndex:
    by_catalog: dict[str, list[Row]] = defaultdict(list)
    ruled: dict[tuple[str, ...], Row] = {}
    for row in (row for file in files for row in _load(*file).rows):
        if row.status in _DECIDED:
            first = ruled.setdefault(row.pair, row)
            if (first.status, first.predicate) != (row.status, row.predicate):
                raise wrong(f"{row.where}: review_status", *_contradiction(first, row))
        by_catalog[row.catalog].append(row)
    return MappingIndex({path: tuple(rows) for path, rows in by_catalog.items()})


def _contradiction(first: Row, row: Row) -> tuple[str, str]:
    one, two = (f"{r.status} skos:{r.predicate}" for r in (first, row))
    return (
        f"与 {first.where} 是同一对条目和标准事项，只能有一行：那里是 {one}，这里是 {two}",
        f"the same pair as {first.where}, which may stand once: {one} there, {two} here",
    )


def _unknown_standard(row: Row, known: Iterable[str]) -> Exception:
    listed = ", ".join(sorted(known))
    return wrong(
        f"{row.where}: object_id",
        f"没有标准 {row.standard}；可用的标准：{listed}",
        f"there is no standard {row.standard}; there are: {listed}",
    )


def _unknown_item(row: Row, standard: Standard) -> Exception:
    ids = [item.id for item in standard.items]
    near = get_close_matches(row.item, ids, n=1)
    hint = f"，是不是 {near[0]}？" if near else ""
    return wrong(
        f"{row.where}: object_id",
        f"标准 {standard.id}（{standard.file or '目录'}）没有事项 {row.item}{hint}",
        f"the standard {standard.id} ({standard.file or 'a catalog'}) has no item {row.item}"
        + (f"; did you mean {near[0]}?" if near else ""),
    )
