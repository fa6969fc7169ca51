"""Catalogs as plain files: the JSON contract, and a table with a line an item."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from govdisclose_ld.catalogs import to_record
from govdisclose_ld.model import Catalog

_CHOICES = ("channels", "audience", "mode", "level")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FIRST = ("document", "division", "table", "row", "line", "section", "ordinal")
CSV_START = ",".join(_FIRST)


def items_csv(catalogs: Iterable[Catalog]) -> str:
    """The items of ``catalogs`` as CSV (RFC 4180), in their order, under English names.

    Several values of one cell are parted by ``;``. A choice has two columns: its ``state`` and
    what is selected. Text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    every = [(catalog, to_record(catalog)) for catalog in catalogs]
    depth = max((m.level for c, _ in every for i in c.items for m in i.matters), default=1)
    rows = [_row(record, item, depth) for _, record in every for item in record["items"]]
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, _columns(depth))
    writer.writeheader()
    writer.writerows({name: _guarded(value) for name, value in row.items()} for row in rows)
    return buffer.getvalue()


def record_json(catalog: Catalog) -> str:
    """The catalog as the JSON contract, ending in a line break."""
    return json.dumps(to_record(catalog), ensure_ascii=False, indent=2) + "\n"


def _columns(depth: int) -> list[str]:
    levels = [f"level{n}" for n in range(1, depth + 1)]
    choices = [name for choice in _CHOICES for name in (f"{choice}_state", choice)]
    choices.insert(2, "channels_optional")
    before = (*levels, "inferred", "content", "legal_basis", "time_limit", "time_limit_inherited")
    return [*_FIRST, *before, "agencies", "site_section", *choices, "extra", "answers", "findings"]


def _row(record: Mapping[str, Any], item: Mapping[str, Any], depth: int) -> dict[str, str]:
    levels = dict(zip(item["matters_levels"], item["matters"], strict=True))
    inferred = zip(item["matters_levels"], item["matters_inferred"], strict=True)
    source, limit, place = item["source"], item["time_limit"], record["division"]
    return {
        "document": record["document"]["name"],
        "division": place["code"] if place else "",
        **{name: str(source[name]) for name in ("table", "row", "line")},
        "section": item["section"],
        "ordinal": item["ordinal"],
        **{f"level{n}": levels.get(n, "") for n in range(1, depth + 1)},
        "inferred": _joined(f"level{level}" for level, guess in inferred if guess),
        "content": item["content"],
        "legal_basis": _joined(basis["text"] for basis in item["legal_bases"]),
        "time_limit": limit["text"],
        "time_limit_inherited": str(limit["inherited"]).lower(),
        "agencies": _joined(item["agencies"]),
        "site_section": item["site_section"],
        **dict(_choices(item)),
        "channels_optional": _joined(item["channels"].get("optional", ())),
        "extra": _joined(f"{heading}: {text}" for heading, text in item["extra"].items()),
        "answers": _joined(item["answers"]),
        "findings": _joined(item["findings"]),
    }


def _choices(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in _CHOICES:
        yield f"{name}_state", item[name]["state"]
        yield name, _joined(item[name]["selected"])


def _joined(values: Iterable[str]) -> str:
    return ";".join(values)


def _guarded(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
