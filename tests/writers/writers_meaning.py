"""What a printed catalog must say again when it is read: everything but where it is printed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from govdisclose_ld.model import Catalog, Choice, Item, State

_BLANKS = re.compile(r"[ \t\xa0]+")
_CHOICES = ("channels", "audience", "mode", "level")


def meaning(catalog: Catalog, *, loose: bool = False) -> dict[str, Any]:
    """The catalog as plain values; ``loose`` folds runs of blanks, which some formats lose."""
    limit = catalog.default_time_limit
    return {
        "title": catalog.title,
        "publisher": catalog.publisher,
        "division": catalog.division,
        "field": catalog.field,
        "status": catalog.status,
        "document_number": catalog.document_number,
        "issued": catalog.issued,
        "declared": [replace(one, line=0) for one in catalog.declared],
        "default": limit and replace(limit, cells=()),
        "items": [item_meaning(item, loose=loose) for item in catalog.items],
    }


def item_meaning(item: Item, *, loose: bool = False) -> dict[str, Any]:
    """One item as plain values."""
    limit = item.time_limit
    choices = {name: _choice(getattr(item, name)) for name in _CHOICES}
    return {
        "ordinal": item.ordinal,
        "matters": [(m.level, m.label, m.inference is not None) for m in item.matters],
        "content": _text(item.content.text, loose=loose),
        "elements": item.elements,
        "basis": _text(item.basis.text, loose=loose),
        "legal_bases": item.legal_bases,
        "time_limit": replace(limit, text=_text(limit.text, loose=loose), cells=()),
        "agency": _text(item.agency.text, loose=loose),
        "agencies": item.agencies,
        "site_section": _text(item.site_section.text, loose=loose),
        "channels_offered": set(item.channels.offered) - _unread(item.channels),
        "extra": sorted((e.heading, _text(e.text, loose=loose)) for e in item.extra),
        "answers": item.answers,
        "section": item.section,
        **choices,
    }


def _choice(choice: Choice) -> tuple[Any, ...]:
    """State, selection and notes; what stands beside labels that cannot be told is not compared."""
    notes = sorted(choice.notes) if choice.state is State.READ else []
    return choice.state, set(choice.selected), notes, set(choice.optional)


def _unread(choice: Choice) -> set[Any]:
    return set(choice.offered) if choice.state is not State.READ else set()


def _text(text: str, *, loose: bool) -> str:
    if not loose:
        return text
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
