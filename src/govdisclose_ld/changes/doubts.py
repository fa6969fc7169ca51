"""Why two documents may not be versions of one catalog."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govdisclose_ld.changes.matching import Pair, is_beyond_likeness
from govdisclose_ld.changes.words import sentence
from govdisclose_ld.model import Catalog, Phrase

_FEW = 0.2  # share of the smaller catalog's items that both have


def doubts_about(old: Catalog, new: Catalog, pairs: Sequence[Pair]) -> tuple[Phrase, ...]:
    """Each doubt; they do not keep anybody from comparing."""
    return tuple(_doubts(old, new, pairs))


def _doubts(old: Catalog, new: Catalog, pairs: Sequence[Pair]) -> Iterator[Phrase]:
    places = [f"{c.division.code} {c.division.name}" if c.division else "" for c in (old, new)]
    fields = [c.field.label if c.field else "" for c in (old, new)]
    for name, (one, other) in (("division", places), ("field", fields)):
        if one != other and one and other:
            yield sentence(f"other_{name}", old=one, new=other)
    if (old.status == "synthetic") != (new.status == "synthetic"):
        yield sentence("one_synthetic")
    left, right = len(old.items) - len(pairs), len(new.items) - len(pairs)
    if is_beyond_likeness(left, right):
        yield sentence("too_many", old=left, new=right)
    fewest = min(len(old.items), len(new.items))
    if fewest and len(pairs) < _FEW * fewest:
        yield sentence("few_in_common", count=len(pairs))
