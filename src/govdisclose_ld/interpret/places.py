"""Which division a document is of: by its title and office, else its prose, else its agencies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from govdisclose_ld.interpret.divisions import division, named_divisions, named_part, part_ahead
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.model import CellRef, Division, Document, Finding

_CITED = re.compile("《[^》]{0,300}》")  # no title is longer; one that never closes is left soon


def read_division(
    known: str, head: Sequence[str], document: Document, agencies: Iterable[str]
) -> tuple[Division | None, list[Finding]]:
    """The division of a document, and what is to be said of it.

    ``known`` is a code that was told. ``head`` are the texts that speak of the document as a whole
    (title, office), told before its prose, which names other places too; where neither names one,
    the one division that all ``agencies`` with a place in their names belong to.
    """
    if known:
        return division(known), []
    prose = "\n".join(_CITED.sub("", p.text) for p in document.prose)
    place = CellRef(document.name)
    named = named_divisions(head, prose)
    told = named or named_divisions([prose], prose)
    owners = () if named else _of_agencies(agencies, told)
    told = owners or told
    if not told:
        return None, [finding("division-unknown", place)]
    if len(told) > 1:
        candidates = "、".join(f"{d.code} {_whole_name(d)}" for d in told)
        words = {"name": told[0].name, "candidates": candidates}
        return None, [finding("division-ambiguous", place, **words)]
    code = "division-from-agencies" if owners else "division-from-prose"
    found = [] if named else [finding(code, place, name=told[0].name)]
    parts = [named_part(told[0], text) or ("" if named else part_ahead(text)) for text in head]
    if part := next(filter(None, parts), ""):
        found.append(finding("division-part", place, name=told[0].name, part=part))
    return told[0], found


def _of_agencies(agencies: Iterable[str], told: Sequence[Division]) -> tuple[Division, ...]:
    """The one division that the agencies name, if it is that of the prose or one below it."""
    found = {one for text in set(agencies) for one in named_divisions([text])}
    if len(found) != 1:
        return ()
    [owner] = found
    above = {parent.code for parent in owner.parents}
    return (owner,) if all(one.code in above for one in told) else ()


def _whole_name(place: Division) -> str:
    return "".join(d.name for d in reversed((place, *place.parents)))
