"""When two printed names are the same name."""

from __future__ import annotations

import unicodedata

_BRACKETS = {"Ps", "Pe"}  # Unicode categories: opening and closing punctuation


def normalise(name: str) -> str:
    """``name`` in Unicode form NFKC without white space and brackets.

    Offices print one name full-width and half-width, with breaks of the scan inside it and with
    or without 《》; none of that makes it another name. The words inside brackets are kept.
    """
    kept = (
        char
        for char in unicodedata.normalize("NFKC", name)
        if not char.isspace() and unicodedata.category(char) not in _BRACKETS
    )
    # Once more: what a blank kept apart may now be composed.
    return unicodedata.normalize("NFKC", "".join(kept))
