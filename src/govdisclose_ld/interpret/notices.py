"""Findings of the reading, made from the registry ``data/vocabulary/findings.yml``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from govdisclose_ld.assets import knowledge
from govdisclose_ld.model import CellRef, Finding, Severity

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding before its place is known: what a parser of one text noticed."""

    code: str
    words: tuple[tuple[str, object], ...] = ()


def notice(code: str, **words: object) -> Notice:
    """A notice of that code; ``words`` fill the placeholders of its messages."""
    return Notice(code, tuple(words.items()))


def located(notices: Iterable[Notice], ref: CellRef) -> tuple[Finding, ...]:
    """The notices as findings at one place."""
    return tuple(finding(n.code, ref, **dict(n.words)) for n in notices)


def finding(code: str, ref: CellRef, **words: object) -> Finding:
    """The finding of that code at that place, its messages filled with ``words``."""
    entry = knowledge("vocabulary/findings.yml")[code]
    shown = {name: _short(str(word)) for name, word in words.items()}
    return Finding(
        code=code,
        severity=Severity(entry["severity"]),
        message_zh=entry["zh"].format(**shown),
        message_en=entry["en"].format(**shown),
        ref=ref,
        column=str(words.get("heading", "")),
    )


def _short(word: str) -> str:
    flat = " ".join(word.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
