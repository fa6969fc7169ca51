"""A document read and interpreted, with what standards and corrections files know of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from govdisclose_ld.assets import path
from govdisclose_ld.interpret import Known, interpret, load_corrections
from govdisclose_ld.model import Catalog, Finding
from govdisclose_ld.readers import Limits, read_document
from govdisclose_ld.standards import Standard, answer, list_standards


def read_catalog(
    source: Path | str | bytes | BinaryIO,
    *,
    name: str | None = None,
    known: Known | None = None,
    division: str = "",
    corrections: Iterable[Path] | None = None,
    limits: Limits | None = None,
) -> tuple[Catalog, tuple[Finding, ...]]:
    """The catalog that a document holds, and the findings of its reading in reading order.

    ``division`` (a GB/T 2260 code) and the fields of ``known`` outrank what the document says.
    ``corrections`` are corrections files; without them those that ship with the library apply.

    Raises InputError if the document cannot be read as a catalog, ConfigurationError if a
    corrections file or the division is wrong.
    """
    given = known or Known()
    document = read_document(source, name=name, limits=limits or Limits())
    files = corrections_folder() if corrections is None else tuple(corrections)
    known = replace(
        given,
        division=division or given.division,
        outline=given.outline or _outline(list_standards()),
        corrections=(*given.corrections, *map(load_corrections, files)),
    )
    answered = answer(interpret(document, known))
    return answered, answered.findings


def corrections_folder(folder: Path | None = None) -> tuple[Path, ...]:
    """The corrections files of a folder in order of name; those shipped by default."""
    return tuple(sorted((folder or path("data/corrections")).glob("*.yml")))


def _outline(standards: Iterable[Standard]) -> dict[str, tuple[str, ...]]:
    """The matters of the standards with their items, where a standard's own text proves them."""
    return {
        matter.label.zh: tuple(item.label.zh for item in matter.items)
        for standard in standards
        for matter in standard.matters
        if not matter.assumed
    }
