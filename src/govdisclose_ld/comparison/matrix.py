"""The cells of the matrix: states, and the items, deviations and doubts under them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from govdisclose_ld.comparison.asking import Row
from govdisclose_ld.comparison.sides import Group
from govdisclose_ld.comparison.values import (
    Cell,
    CellState,
    Deviation,
    Doubt,
    Link,
    Place,
)
from govdisclose_ld.model import Severity
from govdisclose_ld.rdf.standards import standard_iri
from govdisclose_ld.standards import Standard, deviation_kinds

NOT_ALIGNED = "not-aligned"
# Of several catalogs of one side, the best state counts, and a gap is certain only if all agree.
_BEST = ("answered", "in-part", "candidate", "unknown", "missing")


@dataclass
class Findings:
    """The rows of the queries, by catalog, and by catalog and duty."""

    states: dict[tuple[str, str], str] = field(default_factory=dict)
    links: dict[tuple[str, str], list[Link]] = field(default_factory=lambda: defaultdict(list))
    deviations: dict[tuple[str, str], list[Deviation]] = field(
        default_factory=lambda: defaultdict(list)
    )
    doubts: dict[str, list[Doubt]] = field(default_factory=lambda: defaultdict(list))


def gather(
    standard: Standard,
    documents: Mapping[str, str],
    *,
    cells: Iterable[Row],
    answers: Iterable[Row],
    deviations: Iterable[Row],
    doubts: Iterable[Row],
) -> Findings:
    """The rows about the catalogs of ``documents`` (their file names, by IRI), sorted out."""
    found, root = Findings(), f"{standard_iri(standard.id)}/"
    for row in cells:
        found.states[row["catalog"], _duty(row["duty"], root)] = row["state"]
    for row in answers:
        if row["catalog"] in documents:
            place = _place(documents, row)
            link = Link(row["link"], row["item"], row["title"] or "", row["catalog"], place)
            found.links[row["catalog"], _duty(row["duty"], root)].append(link)
    for row in deviations:
        if row["catalog"] in documents:
            deviation = _deviation(row, root, _place(documents, row))
            found.deviations[row["catalog"], deviation.duty].append(deviation)
    for row in doubts:
        if row["catalog"] in documents:
            duty, place = _duty(row["duty"], root), _place(documents, row)
            doubt = Doubt(row["reason"], duty, row["title"] or "", row["catalog"], place)
            found.doubts[row["catalog"]].append(doubt)
    return found


def make_cells(
    group: Group, duties: Sequence[str], found: Findings, unaligned: frozenset[str]
) -> tuple[Cell, ...]:
    """The cells of one side, in the order of ``duties``.

    ``unaligned`` are the IRIs of catalogs that nobody is known to have read against the standard:
    nothing is missing of them for certain.
    """
    return tuple(_cell(group, duty, found, unaligned) for duty in duties)


def beyond_standard(group: Group, found: Findings) -> tuple[Deviation, ...]:
    """The deviations of a side that belong to no item of the standard."""
    return tuple(one for catalog in group for one in found.deviations.get((catalog.iri, ""), ()))


def _cell(group: Group, duty: str, found: Findings, unaligned: frozenset[str]) -> Cell:
    catalogs = [catalog.iri for catalog in group]
    links = [link for iri in catalogs for link in found.links.get((iri, duty), ())]
    every = [one for iri in catalogs for one in found.deviations.get((iri, duty), ())]
    deviations = tuple(one for one in every if one.kind not in _notes())
    words = {found.states.get((iri, duty), "unknown") for iri in catalogs}
    if unaligned.intersection(catalogs) and words == {"missing"}:
        words = {"unknown"}
    state = _state(next(word for word in _BEST if word in words), deviations)
    shown = {"answers", "in-part"} if _covers(state) else {"candidate"}
    return Cell(
        duty,
        state,
        tuple(link for link in links if link.kind in shown),
        deviations if _covers(state) else (),
        tuple(one for one in every if one.kind in _notes()) if _covers(state) else (),
        _doubts(catalogs, duty, found, unaligned) if state is CellState.UNKNOWN else (),
    )


def _covers(state: CellState) -> bool:
    return state in {CellState.ANSWERED, CellState.DEVIATING}


def _state(word: str, deviations: tuple[Deviation, ...]) -> CellState:
    if word == "in-part" or (word == "answered" and deviations):
        return CellState.DEVIATING
    return CellState(word)


def _doubts(
    catalogs: list[str], duty: str, found: Findings, unaligned: frozenset[str]
) -> tuple[Doubt, ...]:
    known = [one for iri in catalogs for one in found.doubts.get(iri, ()) if one.duty in {"", duty}]
    strange = [Doubt(NOT_ALIGNED, "", "", iri, Place()) for iri in catalogs if iri in unaligned]
    return (*strange, *known)


def _notes() -> frozenset[str]:
    """The kinds of deviation that are told and do not weigh on an answer."""
    light = {one.code for one in deviation_kinds() if one.severity is Severity.INFO}
    return frozenset(light - {"partial-answer"})


def _deviation(row: Row, root: str, place: Place) -> Deviation:
    return Deviation(
        kind=row["kind"],
        duty=_duty(row["duty"], root),
        item=row["item"] or row["catalog"],
        title=row["title"] or "",
        expected=str(row["expected"] or ""),
        printed=str(row["printed"] or ""),
        catalog=row["catalog"],
        place=place,
    )


def _duty(iri: str | None, root: str) -> str:
    """The id of a standard's item from its IRI; empty for none."""
    return (iri or "").removeprefix(root)


def _place(documents: Mapping[str, str], row: Row) -> Place:
    return Place(documents[row["catalog"]], row["table"] or 0, row["row"] or 0)
