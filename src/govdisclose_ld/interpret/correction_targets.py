"""Which catalog a corrections file is for, where that is none of those that were read.

A file names its catalog by a path, ``division/slug/version``. A path that is mistyped, or was
drafted before the division or the date was known, would leave its corrections out without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret.correction_files import CorrectionFile
from govdisclose_ld.interpret.divisions import division
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.model import CellRef, Finding

_LIKE_SLUG, _LIKE_VERSION = 0.75, 0.9


@dataclass(frozen=True, slots=True)
class Unused:
    """A corrections file whose catalog was not read: its name, the path that it says, and the most
    like of those that were read ("" if none was)."""

    file: str
    catalog: str
    nearest: str

    def __str__(self) -> str:
        near = f"；最接近的是 the nearest is {self.nearest}" if self.nearest else ""
        told = f"更正没有采用 corrections not applied  {self.file}"
        return f"{told}：这次没有读到目录 no such catalog was read {self.catalog}{near}"


def unused_files(files: Iterable[CorrectionFile], read: Sequence[str]) -> tuple[Unused, ...]:
    """The files with corrections that are for none of the catalogs whose paths were read."""
    return tuple(
        Unused(one.name, one.catalog, max(read, key=lambda path: _likeness(path, one.catalog)))
        if read
        else Unused(one.name, one.catalog, "")
        for one in files
        if one.corrections and one.catalog not in read
    )


def elsewhere(files: Iterable[CorrectionFile], own: str, document: str) -> Iterator[Finding]:
    """That files with corrections are for a catalog whose path is nearly this one's."""
    for one in files:
        if one.corrections and one.catalog != own and _is_near(one.catalog, own):
            words = {"file": one.name, "catalog": one.catalog, "own": own}
            yield finding("correction-elsewhere", CellRef(document), **words)


def _is_near(path: str, own: str) -> bool:
    """Whether one path can be meant by the other: no part of it is that of another catalog."""
    parts, others = path.split("/"), own.split("/")
    if len(parts) != len(others):
        return _likeness(path, own) >= _LIKE_SLUG
    (place, slug, version), (place2, slug2, version2) = parts, others
    return (
        (place == place2 or not (_is_place(place) and _is_place(place2)))
        and _likeness(slug, slug2) >= _LIKE_SLUG
        and (
            _likeness(version, version2) >= _LIKE_VERSION
            or not (_is_date(version) and _is_date(version2))
        )
    )


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _is_place(code: str) -> bool:
    try:
        return division(code) is not None
    except ConfigurationError:
        return False


def _is_date(version: str) -> bool:
    try:
        return bool(date.fromisoformat(version))
    except ValueError:
        return False
