"""Corrections that people have settled, in ``data/corrections/*.yml``, applied to a reading.

A correction names the item by its ordinal, the field, the text of the source cell when it was
written (``printed``), the value that was read, the right one, and who, when and why. It is applied
only while the source cell still prints that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from govdisclose_ld.assets import read_yaml
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret.agencies import read_agencies
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.deadlines import read_time_limit
from govdisclose_ld.interpret.items import with_choice
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.wording import fold, squeeze
from govdisclose_ld.model import (
    CellRef,
    Choice,
    Correction,
    Document,
    Finding,
    Item,
    Matter,
    State,
    Term,
)

_LEVEL = re.compile(r"^level([1-6])$")
_CHOICES = {
    "channels": "channel",
    "audience": "audience",
    "mode": "mode",
    "disclosure_level": "level",
}
_REQUIRED = ("item", "field", "printed", "read", "right", "who", "when", "why")
FIELDS = ("level1…level6", *_CHOICES, "time_limit", "agency")


@dataclass(frozen=True, slots=True)
class CorrectionFile:
    """The corrections of one file and the catalog (``division/slug/version``) that they are for."""

    catalog: str
    corrections: tuple[Correction, ...]
    printed: tuple[str, ...]


def load_corrections(file: Path) -> CorrectionFile:
    """The corrections of one YAML file.

    Raises ConfigurationError that names the file, the entry and the field that is wrong.
    """
    source = read_yaml(file)
    entries = source.get("corrections") if isinstance(source, dict) else None
    if not isinstance(entries, list) or not isinstance(source.get("catalog"), str):
        raise _wrong(file, "catalog / corrections", "a text and a list")
    read = [_entry(file, place, entry) for place, entry in enumerate(entries, 1)]
    printed = tuple(str(entry["printed"]) for entry in entries)
    return CorrectionFile(source["catalog"], tuple(read), printed)


def _entry(file: Path, place: int, entry: Any) -> Correction:
    where = f"corrections[{place}]"
    if not isinstance(entry, dict):
        raise _wrong(file, where, "a mapping")
    for name in _REQUIRED:
        if entry.get(name) is None:
            raise _wrong(file, f"{where}.{name}", "a value")
    field = str(entry["field"])
    if not (_LEVEL.match(field) or field in FIELDS):
        raise _wrong(file, f"{where}.field", " | ".join(FIELDS))
    when = entry["when"]
    if not isinstance(when, date):
        raise _wrong(file, f"{where}.when", "a date, YYYY-MM-DD")
    texts = {name: str(entry[name]) for name in ("read", "right", "who", "why")}
    _check_right(file, f"{where}.right", field, texts["right"])
    return Correction(
        field=field, ordinal=str(entry["item"]), when=when.isoformat(), file=file.name, **texts
    )


def _check_right(file: Path, where: str, field: str, right: str) -> None:
    if field in _CHOICES and not all(code_list(_CHOICES[field]).read(p) for p in _parts(right)):
        raise _wrong(file, where, f"labels of the code list {_CHOICES[field]}, joined by 、")
    if field == "time_limit" and not read_time_limit(right)[0].rules:
        raise _wrong(file, where, "a time limit that can be read")


def _wrong(file: Path, where: str, expected: str) -> ConfigurationError:
    return ConfigurationError(
        f"更正文件有误，应为：{expected}",
        f"wrong corrections file, expected {expected}",
        where=f"{file}: {where}",
        remedy=("请改正后重试", "mend it and try again"),
    )


def _parts(labels: str) -> list[str]:
    return [part for part in labels.split("、") if part.strip()]


def apply_corrections(
    items: Sequence[Item], files: Iterable[CorrectionFile], document: Document
) -> tuple[tuple[Item, ...], tuple[Correction, ...], tuple[Finding, ...]]:
    """The items as corrected, the corrections applied, and findings of those that were not."""
    done = list(items)
    applied: list[Correction] = []
    findings: list[Finding] = []
    for source in files:
        for correction, printed in zip(source.corrections, source.printed, strict=True):
            places = [i for i, item in enumerate(done) if item.ordinal == correction.ordinal]
            words = {"ordinal": correction.ordinal, "file": correction.file}
            if len(places) != 1:
                findings.append(finding("correction-unmatched", CellRef(document.name), **words))
                continue
            item = done[places[0]]
            now = _printed_now(item, correction.field, document)
            if fold(now) != fold(printed):
                told = {"field": correction.field, "read": printed, "now": now, **words}
                findings.append(finding("correction-stale", item.source, **told))
                continue
            done[places[0]] = _corrected(item, correction)
            applied.append(correction)
    return tuple(done), tuple(applied), tuple(findings)


def _printed_now(item: Item, field: str, document: Document) -> str:
    """What the source cells of a field print in the item's own row."""
    level = _LEVEL.match(field)
    if level:
        own = (m for m in item.matters if m.level == int(level[1]) and m.inference is None)
        return next((m.label for m in own), "")
    name = "level" if field == "disclosure_level" else field
    value = getattr(item, name)
    cells = (document.cell(ref) for ref in value.cells)
    return squeeze(" ".join(cell.text for cell in cells if cell))


def _corrected(item: Item, correction: Correction) -> Item:
    level = _LEVEL.match(correction.field)
    if level:
        return _corrected_matter(item, int(level[1]), correction)
    if correction.field == "time_limit":
        limit, _ = read_time_limit(correction.right)
        kept = item.time_limit
        return replace(item, time_limit=replace(limit, text=kept.text, cells=kept.cells))
    if correction.field == "agency":
        return replace(item, agencies=read_agencies(correction.right))
    name = "level" if correction.field == "disclosure_level" else correction.field
    choice: Choice = getattr(item, name)
    right = _terms(SCHEMES[name], correction.right)
    offered = tuple(dict.fromkeys((*choice.offered, *right)))
    settled = replace(choice, state=State.READ, selected=right, offered=offered)
    return with_choice(item, name, settled)


def _terms(scheme: str, labels: str) -> tuple[Term, ...]:
    return tuple(term for part in _parts(labels) for term in code_list(scheme).read(part))


def _corrected_matter(item: Item, level: int, correction: Correction) -> Item:
    old = next((m for m in item.matters if m.level == level), None)
    cell = old.cell if old else item.source
    matter = Matter(level, correction.right, cell, correction=correction)
    others = [m for m in item.matters if m.level != level]
    return replace(item, matters=tuple(sorted([*others, matter], key=lambda m: m.level)))
