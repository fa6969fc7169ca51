"""Headings that a page tears over the rows of its header, put together again.

A cell of a header that breaks its words over rows leaves 公开 above and 时限 below, or 全, 社 and
会 one below the other. Where blanks keep no places the lower piece stands under whatever heading
comes first: only what the words make together tells where it belongs.
"""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose_ld.readers.header_runs import begins_heading, group_of

Headings = tuple[list[str], list[str]]


def mend_headings(
    upper: Sequence[str], lower: Sequence[str], torn: Sequence[Sequence[str]] = ()
) -> Headings | None:
    """Both rows of a header with the pieces of headings joined: those printed in rows below both,
    and those of the lower row that go on with the upper one. None where a piece fits nowhere."""
    for pieces in torn:
        completed = _completed(lower, pieces)
        if completed is None:
            return None
        lower = completed
    rest = [text for text in lower if not group_of(text)]
    whole = _completed(upper, rest) if rest else list(upper)
    if whole is None:
        return list(upper), list(lower)
    return whole, [text for text in lower if group_of(text)]


def _completed(words: Sequence[str], pieces: Sequence[str]) -> list[str] | None:
    """The words, each piece joined to the first one that it makes a heading with, in order."""
    joined, place = list(words), 0
    for piece in pieces:
        fits = (n for n in range(place, len(joined)) if begins_heading(joined[n] + piece))
        found = next(fits, None)
        if found is None:
            return None
        joined[found] += piece
        place = found + 1
    return joined
