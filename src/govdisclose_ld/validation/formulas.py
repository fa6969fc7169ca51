"""Text in a CSV that a spreadsheet would run."""

from __future__ import annotations

import re

# What a spreadsheet takes for a formula, and text that only looks guarded already.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def guard(text: str) -> str:
    """The text, led by an apostrophe if a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
