"""Who must publish: the cell taken apart, and what kind of agency each name is."""

from __future__ import annotations

from functools import lru_cache

from govdisclose_ld.interpret.agency_kinds import agency_kind
from govdisclose_ld.interpret.agency_lists import runs_together, split_agencies
from govdisclose_ld.interpret.marks import Mark, read_marks
from govdisclose_ld.interpret.notices import Notice, notice
from govdisclose_ld.interpret.wording import is_ditto, is_none
from govdisclose_ld.model import Agency


def read_agencies(text: str) -> tuple[Agency, ...]:
    """The agencies that a cell lists, in print order, each with its kind.

    Names are split at commas, enumeration commas and lines outside brackets, at spaces where each
    part is an agency by itself, and at 和 and 及 between two whole names; a name broken over lines
    is put together. Where boxes are printed only the ticked ones count. ``kind`` is empty where no
    rule of ``data/vocabulary/agencies.yml`` tells it.
    """
    return _read(text)[0]


def doubt_agencies(text: str) -> tuple[Notice, ...]:
    """What of a cell of agencies is not sure: names of no known kind, lines that may be one."""
    agencies, doubtful = _read(text)
    strange = [a.label for a in agencies if not a.kind and not is_ditto(a.label)]
    notices = [notice("agency-kind-unknown", text="、".join(strange))] if strange else []
    if joined := [a.label for a in agencies if runs_together(a.label)]:
        notices.append(notice("agency-run-together", text="、".join(joined)))
    return (*notices, *([notice("agency-lines", text=text)] if doubtful else []))


@lru_cache(maxsize=16384)
def _read(text: str) -> tuple[tuple[Agency, ...], bool]:
    if is_none(text):
        return (), False
    names, doubtful = split_agencies(_ticked(text))
    agencies = tuple(Agency(name, agency_kind(name)) for name in dict.fromkeys(names))
    return agencies, doubtful


def _ticked(text: str) -> str:
    marked = read_marks(text)
    labels = (option.label for option in marked.options if option.mark is Mark.TICKED)
    return "\f".join((marked.lead, *labels)) if marked.options else text
