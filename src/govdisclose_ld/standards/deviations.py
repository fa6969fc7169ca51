"""The kinds of deviation from a standard, and how each is worded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from govdisclose_ld import assets
from govdisclose_ld.model import Phrase, Severity


@dataclass(frozen=True, slots=True)
class DeviationKind:
    """One kind: ``code`` is what ``compare/standard-deviations`` gives as ``kind``.

    ``field`` is the field of an item (as the model names it) whose cell it stands at, ``message``
    holds ``{expected}`` where the standard's demand is named, ``told_by`` is the code of a finding
    of the reading that tells a person the same.
    """

    code: str
    severity: Severity
    field: str
    name: Phrase
    message: Phrase
    remedy: Phrase
    told_by: str = ""


@cache
def deviation_kinds() -> tuple[DeviationKind, ...]:
    """Every kind, in the order of ``data/vocabulary/deviations.yml``."""
    entries = assets.knowledge("vocabulary/deviations.yml")
    return tuple(_kind(code, entry) for code, entry in entries.items())


def deviation_kind(code: str) -> DeviationKind:
    """The kind of that code. Raises KeyError if there is none."""
    return {kind.code: kind for kind in deviation_kinds()}[code]


def _kind(code: str, entry: dict[str, Any]) -> DeviationKind:
    words = {name: Phrase.of(entry[name]) for name in ("name", "message", "remedy")}
    severity, told_by = Severity(entry["severity"]), entry.get("told_by", "")
    return DeviationKind(code, severity, entry["field"], **words, told_by=told_by)
