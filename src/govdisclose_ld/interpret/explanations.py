"""What each code of a finding of the reading means: why it comes, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from govdisclose_ld.assets import knowledge
from govdisclose_ld.model import Severity

_FILES = ("vocabulary/findings.yml", "vocabulary/reader-findings.yml")


@dataclass(frozen=True, slots=True)
class Explanation:
    """One code of ``data/vocabulary/findings.yml`` or ``reader-findings.yml``.

    ``zh`` and ``en`` are the messages with ``{placeholders}``. ``told_by`` are the codes of the
    shapes whose finding at the same cell tells a person the same.
    """

    code: str
    severity: Severity
    zh: str
    en: str
    cause_zh: str
    cause_en: str
    remedy_zh: str
    remedy_en: str
    told_by: frozenset[str] = frozenset()


@cache
def explanations() -> Mapping[str, Explanation]:
    """Every finding that readers and interpreter can report, by code, in the order of the codes."""
    entries = {code: entry for file in _FILES for code, entry in knowledge(file).items()}
    return MappingProxyType({code: _explanation(code, entries[code]) for code in sorted(entries)})


def _explanation(code: str, entry: Mapping[str, Any]) -> Explanation:
    return Explanation(
        code=code,
        severity=Severity(entry["severity"]),
        zh=entry["zh"],
        en=entry["en"],
        cause_zh=entry["cause"]["zh"],
        cause_en=entry["cause"]["en"],
        remedy_zh=entry["remedy"]["zh"],
        remedy_en=entry["remedy"]["en"],
        told_by=frozenset(entry.get("told_by", ())),
    )
