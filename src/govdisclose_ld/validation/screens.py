"""What hides findings from a report: a baseline of those known, and waivers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Scope:
    """Which findings a waiver is about; what is empty is no limit.

    ``division`` is a division code, ``catalog`` the IRI of a catalog, ``document`` a file name,
    ``item`` the words of one cell of the row, ``row`` words that the row's text holds.
    """

    division: str = ""
    catalog: str = ""
    document: str = ""
    item: str = ""
    row: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """Findings of one ``code`` that ``owner`` answers for until the end of the day ``expires``.

    ``place`` is the file and line that the waiver was read from.
    """

    code: str
    owner: str
    reason: str
    expires: date
    scope: Scope = Scope()
    place: str = ""


@dataclass(frozen=True, slots=True)
class WaiverUse:
    """What became of one waiver: ``matched`` is how many findings it is about.

    It hides them, unless it is ``expired``: then they show.
    """

    waiver: Waiver
    expired: bool = False
    matched: int = 0


@dataclass(frozen=True, slots=True)
class BaselineUse:
    """What became of a baseline: its ``file``, and how many findings that it lists are ``gone``."""

    file: str
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """Hides one finding: the baseline ``file`` lists it."""

    file: str
