"""Mappings as plain frozen values: one row of a file, and a file of them."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Protocol

TOOL = "govdisclose-ld"


@dataclass(frozen=True, slots=True)
class Mapping:
    """One row of a mapping file: how an item of a catalog stands to an item of a standard.

    ``catalog`` is the catalog's path (``410324/poverty-alleviation/2020-12-14``), ``key`` the
    item's key in it, empty for the catalog as a whole. ``predicate`` is the local name of a SKOS
    mapping property, read from the catalog's item to the standard's; ``status`` is ``candidate``,
    ``accepted``, ``rejected``, ``reopened`` (the item has changed since the decision) or
    ``vanished`` (the item is gone). ``fingerprint`` stands for what was printed when the row was
    written; it is empty where nobody noted it. ``cells`` are the row's texts by column, as they
    stand in the file; ``line`` is its line.
    """

    catalog: str
    key: str
    standard: str
    item: str
    predicate: str
    status: str
    justification: str
    confidence: float = 1.0
    fingerprint: str = ""
    cells: Dictionary[str, str] = field(default_factory=dict, compare=False)
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    @property
    def pair(self) -> tuple[str, str, str, str]:
        """What the row is about: catalog, item, standard and standard's item."""
        return (self.catalog, self.key, self.standard, self.item)

    @property
    def where(self) -> str:
        """File and line, as errors name them."""
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def denies(self) -> bool:
        """Whether the row says that the pair does not correspond."""
        return self.text("predicate_modifier").strip() == "Not"

    @property
    def settles(self) -> bool:
        """Whether the row says what the item answers, so that no more need be guessed."""
        return self.status == "accepted" and self.predicate != "relatedMatch"

    def outdated(self, printed: str) -> bool:
        """Whether the item's fingerprint is no more what it was when the row was written."""
        return bool(self.fingerprint and printed and self.fingerprint != printed)

    @property
    def file_name(self) -> str:
        """The name of the file alone."""
        return PurePath(self.file).name

    def text(self, column: str) -> str:
        """The cell of a column, empty where the row has none."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class MappingSet:
    """A file of mappings: its metadata as SSSOM has them, its columns, its rows in order."""

    metadata: Dictionary[str, Any]
    columns: tuple[str, ...]
    rows: tuple[Mapping, ...]
    file: str = ""


class Similarity(Protocol):
    """A scorer of meaning that may be added to the lexical one, such as an embedding model."""

    def __call__(self, name: str, others: Sequence[str]) -> Sequence[float]:
        """How alike ``name`` is to each of ``others``, from 0 to 1."""
        ...
