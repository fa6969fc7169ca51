"""Mappings as SSSOM/TSV, the same bytes for the same rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from govdisclose_ld.alignment.rules import rules
from govdisclose_ld.alignment.sheets import wrong
from govdisclose_ld.alignment.values import MappingSet

UNSPECIFIED_LICENSE = "https://w3id.org/sssom/license/unspecified"
_FORMULA = re.compile(r"'*[=+\-@]")
_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LAST = ("extension_definitions",)


def write_mappings(mappings: MappingSet, *, mark: bool = False) -> bytes:
    """The file as UTF-8; with ``mark`` it begins with the byte order mark that Excel asks for.

    A cell that a spreadsheet would run as a formula is led by an apostrophe, which the reader
    takes away; a line break in a cell becomes a blank.
    """
    stream = io.StringIO(newline="")
    dumped = yaml.safe_dump(
        dict(mappings.metadata), allow_unicode=True, sort_keys=False, width=10_000
    )
    stream.writelines(f"#{line}\n" for line in dumped.splitlines())
    writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
    writer.writerow(mappings.columns)
    for row in mappings.rows:
        writer.writerow([_cell(row.text(column)) for column in mappings.columns])
    return stream.getvalue().encode("utf-8-sig" if mark else "utf-8", "backslashreplace")


def columns_of(previous: Iterable[str] = ()) -> tuple[str, ...]:
    """The columns that a file is written with: the program's own, then others it had before."""
    own = (*rules()["columns"], *rules()["extensions"])
    kept = (column.strip() for column in previous)
    return tuple(dict.fromkeys((*own, *(column for column in kept if column))))


def metadata_of(
    previous: Mapping[str, Any], *, identifier: str, base: str, file: str = ""
) -> dict[str, Any]:
    """The metadata that a file is written with: what it had, completed.

    ``identifier`` is the IRI of a new set, ``base`` what the IRIs of its subjects begin with.
    Raises ConfigurationError if ``file`` means something else by a prefix that new rows need.
    """
    prefixes = {**rules()["prefixes"], "catalog": f"{base}catalog/"}
    own = previous.get("curie_map")
    _check_prefixes(own if isinstance(own, dict) else {}, file)
    fresh: dict[str, Any] = {
        "mapping_set_id": previous.get("mapping_set_id") or identifier,
        "license": previous.get("license") or UNSPECIFIED_LICENSE,
        "curie_map": {**prefixes, **(own if isinstance(own, dict) else {})},
        "extension_definitions": _extensions(previous.get("extension_definitions")),
    }
    kept = {key: value for key, value in previous.items() if key not in fresh}
    last = {key: fresh.pop(key) for key in _LAST}
    return {**fresh, **kept, **last}


def _check_prefixes(own: Mapping[Any, Any], file: str) -> None:
    """Every publisher has a base of its own; the other prefixes mean one thing."""
    for prefix, iri in rules()["prefixes"].items():
        given = str(own.get(prefix, iri))
        if given != iri and not (prefix == "catalog" and given.endswith("/catalog/")):
            raise wrong(
                f"{file}: curie_map.{prefix}",
                f"应为 {iri}，实为 {given}",
                f"expected {iri}, found {given}",
            )


def _extensions(previous: Any) -> list[Any]:
    own = [{"slot_name": name, "property": iri} for name, iri in rules()["extensions"].items()]
    others = [
        one
        for one in (previous if isinstance(previous, list) else ())
        if isinstance(one, dict) and one.get("slot_name") not in rules()["extensions"]
    ]
    return [*own, *others]


def _cell(text: str) -> str:
    line = _BREAKS.sub(" ", text)
    return f"'{line}" if _FORMULA.match(line) else line
