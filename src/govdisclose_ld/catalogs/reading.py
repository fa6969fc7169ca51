"""A document read and interpreted, with what standards and corrections files know of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from govdisclose_ld.alignment import answer, index_mappings, mapping_files
from govdisclose_ld.assets import path
from govdisclose_ld.interpret import Known, interpret, load_corrections
from govdisclose_ld.interpret.correction_targets import Unused, unused_files
from govdisclose_ld.model import Catalog, Document, Finding
from govdisclose_ld.readers import Limits, read_document
from govdisclose_ld.standards import Standard, list_standards


def read_catalog(  # noqa: PLR0913 - each says one thing of the reading
    source: Path | str | bytes | BinaryIO | Document,
    *,
    name: str | None = None,
    known: Known | None = None,
    division: str = "",
    corrections: Iterable[Path] | None = None,
    standards: Sequence[Standard] | None = None,
    mappings: Iterable[Path] | None = None,
    limits: Limits | None = None,
) -> tuple[Catalog, tuple[Finding, ...]]:
    """The catalog that a document holds, and the findings of its reading in reading order.

    ``source`` may be a document that has been read already; name and limits then say nothing.
    ``division`` (a GB/T 2260 code) and the fields of ``known`` outrank what the document says.
    ``corrections`` are corrections files; without them those that ship with the library apply.
    What the catalog answers is told of ``standards`` (else of the shipped ones: those of its
    field and the general ones), by name and by ``mappings``, which are SSSOM files in place of
    those that ship.

    Raises InputError if the document cannot be read as a catalog, ConfigurationError if a
    corrections file, a mapping file or the division is wrong.
    """
    given = known or Known()
    document = (
        source if isinstance(source, Document) else read_document(source, name=name, limits=limits)
    )
    files = correction_files() if corrections is None else tuple(corrections)
    known = replace(
        given,
        division=division or given.division,
        outline=given.outline or _outline(list_standards()),
        corrections=(*given.corrections, *map(load_corrections, files)),
    )
    given_mappings = mapping_files() if mappings is None else tuple(mappings)
    answered = answer(interpret(document, known), standards, index_mappings(given_mappings))
    return answered, answered.findings


def correction_files(folder: Path | None = None) -> tuple[Path, ...]:
    """The corrections files of a folder in order of name; those shipped by default."""
    return tuple(sorted((folder or path("data/corrections")).glob("*.yml")))


def unused_corrections(
    read: Sequence[str], files: Iterable[Path] | None = None
) -> tuple[Unused, ...]:
    """The corrections files (those shipped by default) that are for no catalog that was read; of
    these ``read`` are the paths (``division/slug/version``)."""
    given = correction_files() if files is None else files
    return unused_files(map(load_corrections, given), read)


def _outline(standards: Iterable[Standard]) -> dict[str, tuple[str, ...]]:
    """The matters of the standards with their items, where a standard's own text proves them.

    A standard of all fields groups its items by its own articles, not as catalogs do.
    """
    return {
        matter.label.zh: tuple(item.label.zh for item in matter.items)
        for standard in standards
        if standard.field
        for matter in standard.all_matters()
        if matter.items and not matter.assumed
    }
