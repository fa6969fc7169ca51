"""The approved outputs of a case, and what to do where the output differs."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest

HERE = Path(__file__).parent
_LONGEST = 80


class Golden:
    """The approved outputs of one case: one file for each stage, compared whole."""

    def __init__(self, folder: Path, *, update: bool):
        self._folder = folder
        self._update = update

    def check(self, name: str, made: str) -> None:
        """Fails with a diff unless ``made`` is the approved file ``name``, byte for byte."""
        file = self._folder / name
        if self._update:
            file.write_text(made, encoding="utf-8", newline="\n")
            return
        approved = file.read_bytes().decode() if file.exists() else ""
        if approved != made:
            pytest.fail(f"{file.relative_to(HERE)}\n{_difference(approved, made)}", pytrace=False)


def _difference(approved: str, made: str) -> str:
    old, new = approved.splitlines(), made.splitlines()
    lines = list(unified_diff(old, new, "approved", "made", lineterm="", n=2))
    more = [f"… {len(lines) - _LONGEST} lines more"] if len(lines) > _LONGEST else []
    return "\n".join([*lines[:_LONGEST], *more]) or "line ends or the last line break differ"
