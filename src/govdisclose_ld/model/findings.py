"""Places in a document, and what was found there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; the three severities of SHACL (section 2.1.4)."""

    INFO = "info"
    WARNING = "warning"
    VIOLATION = "violation"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for violation."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class CellRef:
    """A place in a document: table, row and column count from 1.

    ``column`` 0 is the whole row, ``row`` 0 the whole table, ``table`` 0 the whole document.
    """

    document: str
    table: int = 0
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a person should know about a source document, at its cell.

    ``code`` is stable and listed in ``data/vocabulary/findings.yml`` (findings of the reading)
    or names a shape (findings of a validation). ``column`` is the printed heading of the cell's
    column, ``printed`` the cell's text, ``focus`` the IRI that a validation result is about,
    ``line`` the line of the source file (0 where unknown).
    """

    code: str
    severity: Severity
    message_zh: str
    message_en: str
    ref: CellRef
    column: str = ""
    printed: str = ""
    line: int = 0
    focus: str = ""
