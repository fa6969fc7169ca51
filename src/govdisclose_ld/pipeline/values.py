"""What a build made: catalogs, tables, failures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from govdisclose_ld.errors import GovDiscloseError
from govdisclose_ld.model import Catalog, Phrase
from govdisclose_ld.pipeline.sources import Source
from govdisclose_ld.store import Rows
from govdisclose_ld.validation import Report


@dataclass(frozen=True, slots=True)
class BuiltCatalog:
    """One catalog of a build.

    ``files`` are its files, relative to the folder of the build; the last is the page to review
    its reading by.
    """

    source: Source
    catalog: Catalog
    iri: str
    report: Report
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer to one named query: its title, its ``file`` relative to the build, its rows."""

    query: str
    title: Phrase
    answers: Phrase
    parameters: tuple[tuple[str, str], ...]
    file: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparison with one standard: its title and its ``files``, the page first."""

    title: Phrase
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read: its path as the list of sources writes it, and why."""

    file: str
    error: GovDiscloseError


@dataclass(frozen=True, slots=True)
class Built:
    """Everything that a build made, in ``folder``; catalogs in the order of the list."""

    folder: Path
    catalogs: tuple[BuiltCatalog, ...]
    comparisons: tuple[Comparison, ...]
    compared: tuple[Compared, ...]
    failures: tuple[Failure, ...]
