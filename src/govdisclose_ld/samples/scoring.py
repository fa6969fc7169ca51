"""How far a reading agrees with the truth of its sample."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from govdisclose_ld.interpret.wording import key
from govdisclose_ld.samples.truth import Record

HEAD = ("title", "division", "publisher", "field", "status", "document_number", "issued")
FIELDS = (
    "matters",
    "content",
    "elements",
    "legal_bases",
    "time_limit",
    "agencies",
    "site_section",
    "channels",
    "audience",
    "mode",
    "level",
    "extra",
)
_KINDS = ("right", "flagged", "lost", "wrong")
_SILENT = frozenset({"info"})
_UNTOLD = frozenset({"unknown", "blank", "absent"})


@dataclass(frozen=True, slots=True)
class Mistake:
    """A field that was read otherwise than meant; ``item`` counts from 1 (0: the catalog)."""

    item: int
    field: str
    meant: Any
    read: Any


@dataclass(frozen=True, slots=True)
class Score:
    """How many fields came out how.

    ``right`` as meant; ``flagged`` otherwise, with a warning on their row or told as inferred;
    ``lost`` as nothing (empty, unknown, blank), so that nothing false is told; ``wrong``
    otherwise and silently.
    """

    right: int
    flagged: tuple[Mistake, ...]
    lost: tuple[Mistake, ...]
    wrong: tuple[Mistake, ...]


def score(truth: Record, record: Record) -> Score:
    """The record of a reading (:func:`~govdisclose_ld.catalogs.to_record`) held against the truth.

    Items are paired in order where there are as many as meant, else by matter and content; an
    item that has no partner is lost, or wrong if it was read and never meant.
    """
    outcomes = [*_of_catalog(truth, record), *_of_items(truth, record)]
    found = {kind: tuple(m for k, m in outcomes if k == kind) for kind in _KINDS}
    return Score(len(found["right"]), found["flagged"], found["lost"], found["wrong"])


def _of_catalog(truth: Record, record: Record) -> Iterator[tuple[str, Mistake]]:
    for name in HEAD:
        found = Mistake(0, name, truth[name], record[name])
        yield _kind(found, right=_agrees(found.meant, found.read), flagged=False), found


def _of_items(truth: Record, record: Record) -> Iterator[tuple[str, Mistake]]:
    for number, meant, read in _paired(truth["items"], record["items"]):
        flagged = read is not None and _is_flagged(read, record["findings"])
        for name in FIELDS:
            found = Mistake(number, name, meant and meant[name], read and read[name])
            right = meant is not None and read is not None and _agrees(found.meant, found.read)
            told = flagged or (name == "matters" and _is_inferred(read))
            yield _kind(found, right=right, flagged=told), found


def _kind(found: Mistake, *, right: bool, flagged: bool) -> str:
    if right:
        return "right"
    if flagged:
        return "flagged"
    return "lost" if found.read is None or _is_nothing(found.read) else "wrong"


def _agrees(meant: Any, read: Any) -> bool:
    """Whether all that is meant was read; spaces, width and the order of options do not count."""
    if isinstance(meant, str) and isinstance(read, str):
        return key(meant) == key(read)
    if isinstance(meant, dict) and isinstance(read, dict):
        if "selected" in meant:
            return meant["state"] == read["state"] and all(
                set(meant[name]) == set(read.get(name, ())) for name in meant if name != "state"
            )
        return all(name in read and _agrees(meant[name], read[name]) for name in meant)
    if isinstance(meant, list) and isinstance(read, list):
        return len(meant) == len(read) and all(map(_agrees, meant, read))
    return bool(meant == read)


def _is_nothing(value: Any) -> bool:
    if isinstance(value, dict):
        if "state" in value:
            return value["state"] in _UNTOLD
        return not any(value.values())
    return not value


def _is_flagged(item: Record, findings: Sequence[Record]) -> bool:
    here = (item["source"]["table"], item["source"]["row"])
    return any((f["table"], f["row"]) == here and f["severity"] not in _SILENT for f in findings)


def _is_inferred(item: Record | None) -> bool:
    return item is not None and any(item["matters_inferred"])


def _paired(
    meant: Sequence[Record], read: Sequence[Record]
) -> Iterator[tuple[int, Record | None, Record | None]]:
    if len(meant) == len(read):
        yield from ((n, *pair) for n, pair in enumerate(zip(meant, read, strict=True), 1))
        return
    rest = list(read)
    for number, item in enumerate(meant, 1):
        partner = next((other for other in rest if _name(other) == _name(item)), None)
        if partner is not None:
            rest.remove(partner)
        yield number, item, partner
    yield from ((0, None, other) for other in rest)


def _name(item: Record) -> tuple[str, str]:
    return (key(item["matters"][-1]) if item["matters"] else "", key(item["content"]))
