"""The fields that a standard requires every item to state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from govdisclose_ld.model import Phrase
from govdisclose_ld.review.words import field_name
from govdisclose_ld.standards import Standard
from govdisclose_ld.validation.demands import in_scope

# Where a field is stated at all; the last column is what stands there if its marks cannot be read.
_STATED = {
    "content": ("gd:content", ""),
    "basis": ("gd:basisText|gd:citation|gd:legalBasis", ""),
    "time_limit": ("gd:timeLimit|gd:inheritedTimeLimit", ""),
    "agency": ("gd:agencyText|gd:responsibleAgency", ""),
    "channels": ("gd:selectedChannel|gd:offeredChannel", "gd:selectedChannel"),
    "audience": ("dct:audience|gd:offeredAudience", "dct:audience"),
    "mode": ("gd:mode|gd:offeredMode", "gd:mode"),
    "level": ("gd:level|gd:offeredLevel", "gd:level"),
}


@dataclass(frozen=True, slots=True)
class Lack:
    """A required field that an item may lack: its label, and the query for items that do.

    ``name`` is how the shapes of completeness call the field (``TimeLimit``).
    """

    field: str
    name: str
    label: Phrase
    select: str


def lacks(standard: Standard) -> Iterator[Lack]:
    """Each field that the standard requires, in its order."""
    for field in standard.required:
        yield Lack(
            field=field,
            name="".join(part.capitalize() for part in field.split("_")),
            label=field_name(field),
            select=_select(standard, *_STATED[field]),
        )


def _select(standard: Standard, stated: str, undetermined: str) -> str:
    unread = f"\n    FILTER NOT EXISTS {{ ?value gd:undetermined {undetermined} }}"
    return f"""SELECT DISTINCT $this ?value WHERE {{
    $this dcat:resource ?value .
    FILTER NOT EXISTS {{ ?value {stated} ?stated }}{unread if undetermined else ""}
    {in_scope(standard)}
}}"""
