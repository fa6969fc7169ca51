"""Candidates for review, joined with what people have decided before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from urllib.parse import quote

from govdisclose_ld.alignment.files import check_standards
from govdisclose_ld.alignment.printed import excerpt, fingerprint, path_of, place_of
from govdisclose_ld.alignment.proposals import Proposer, of_catalog
from govdisclose_ld.alignment.values import TOOL, Mapping, MappingSet, Similarity
from govdisclose_ld.alignment.writing import columns_of, metadata_of
from govdisclose_ld.interpret import catalog_path
from govdisclose_ld.model import Answer, Catalog, Item
from govdisclose_ld.standards import Standard, list_standards

DEFAULT_BASE = "https://w3id.org/govdisclose/id/"
_EMPTY = MappingSet({}, (), ())


@dataclass(frozen=True, slots=True)
class _Subject:
    """A thing that is mapped: an item, or (``item`` None) a whole catalog."""

    catalog: Catalog
    place: tuple[int, ...]
    item: Item | None = None

    @property
    def path(self) -> tuple[str, str]:
        return catalog_path(self.catalog), self.item.key if self.item else ""

    @property
    def printed(self) -> str:
        return fingerprint(self.item) if self.item else ""


def align(
    catalogs: Sequence[Catalog],
    standard: Standard,
    previous: MappingSet | None = None,
    *,
    base: str = DEFAULT_BASE,
    similar: Similarity | None = None,
) -> MappingSet:
    """The mappings of catalogs to a standard: what people decided, and new candidates.

    A row of ``previous`` whose item is as it was when the row was written stays as it stands. If
    the item has changed, a decision is opened again (``reopened``) and a mere candidate is made
    anew; if the item is gone, a decision is kept as ``vanished`` and a candidate dropped. The old
    decision is noted in the column ``previous_decision``. Rows about other catalogs or standards
    stay. Rows come in the order of the catalogs as printed; what has gone comes after them.

    Raises ConfigurationError if ``previous`` names an item that its standard lacks; rows about
    standards that are not known here are kept as they are.
    """
    before = previous or _EMPTY
    known = {one.id: one for one in (*list_standards(), standard)}
    check_standards((row for row in before.rows if row.standard in known), tuple(known.values()))
    subjects = list(_subjects(catalogs))
    rows = _merged(before.rows, subjects, standard, similar)
    identifier = f"{base}mapping/{standard.id}"
    if len(catalogs) == 1:
        identifier += f"/{_quoted(catalog_path(catalogs[0]))}"
    metadata = metadata_of(before.metadata, identifier=identifier, base=base, file=before.file)
    return MappingSet(metadata, columns_of(before.columns), tuple(rows), before.file)


def _subjects(catalogs: Sequence[Catalog]) -> Iterator[_Subject]:
    for number, catalog in enumerate(catalogs):
        yield _Subject(catalog, (number,))
        for place, item in enumerate(catalog.items):
            yield _Subject(catalog, (number, place), item)


def _merged(
    before: Sequence[Mapping],
    subjects: Sequence[_Subject],
    standard: Standard,
    similar: Similarity | None,
) -> list[Mapping]:
    known = {subject.path: subject for subject in subjects}
    catalogs = {path for path, _ in known}
    kept: list[Mapping] = []
    for row in before:
        if row.standard != standard.id or row.catalog not in catalogs:
            kept.append(row)
        else:
            kept += _carried(row, known.get((row.catalog, row.key)))
    fresh = _proposals(subjects, standard, similar)
    return _in_order([*kept, *_unsettled(fresh, kept)], known, standard)


def _carried(row: Mapping, subject: _Subject | None) -> list[Mapping]:
    """What becomes of a row of before: it stays, is opened again, is marked, or is dropped."""
    if subject is None:
        return _vanished(row)
    if row.status != "vanished" and not row.outdated(subject.printed):
        return [_with_modifier(row)]
    return [] if _untouched(row) else [_reopened(row, subject)]


def _unsettled(fresh: Iterable[Mapping], kept: Sequence[Mapping]) -> Iterator[Mapping]:
    """The proposals for pairs that no row speaks of.

    Where a person has accepted an answer for an item, no more are guessed at.
    """
    settled = {row.pair for row in kept}
    ruled = {row.pair[:3] for row in kept if row.settles}
    for row in fresh:
        if row.pair not in settled and (row.status == "accepted" or row.pair[:3] not in ruled):
            yield row


def _in_order(
    rows: Iterable[Mapping], known: dict[tuple[str, str], _Subject], standard: Standard
) -> list[Mapping]:
    items = {item.id: number for number, item in enumerate(standard.items)}

    def place(row: Mapping) -> tuple[object, ...]:
        subject = known.get((row.catalog, row.key))
        here = (0, *subject.place) if subject else (1,)
        return (here, row.catalog, row.key, row.standard, items.get(row.item, 0), row.item)

    return sorted(rows, key=place)


def _proposals(
    subjects: Iterable[_Subject], standard: Standard, similar: Similarity | None
) -> Iterator[Mapping]:
    proposer: Proposer | None = None
    for subject in subjects:
        if subject.item is None:
            proposer = Proposer(standard, subject.catalog, similar=similar)
            answers: Iterable[Answer] = of_catalog(standard, subject.catalog)
        else:
            answers = proposer.propose(subject.item) if proposer else ()
        for answer in answers:
            yield _row(subject, answer, standard)


def _row(subject: _Subject, answer: Answer, standard: Standard) -> Mapping:
    path, key = subject.path
    label = next(item.label.zh for item in standard.items if item.id == answer.item)
    above = [matter.label.zh for matter in standard.path(answer.item) if not matter.assumed]
    cells = {
        "subject_id": f"catalog:{_quoted(path)}" + (f"/item/{_quoted(key)}" if key else ""),
        "predicate_id": f"skos:{answer.predicate}",
        "predicate_modifier": "",
        "object_id": f"std:{_quoted(answer.standard)}/{_quoted(answer.item)}",
        "object_label": " / ".join((*above, label)),
        "mapping_justification": f"semapv:{answer.justification}",
        "mapping_tool": TOOL,
        "mapping_tool_version": version(TOOL),
        "confidence": f"{answer.confidence:g}",
        "comment": answer.reason,
        "comment_en": answer.reason_en,
        "review_status": answer.status,
        **_printed(subject),
    }
    return Mapping(
        path,
        key,
        answer.standard,
        answer.item,
        answer.predicate,
        answer.status,
        answer.justification,
        answer.confidence,
        subject.printed,
        cells,
    )


def _printed(subject: _Subject) -> dict[str, str]:
    """The columns that say what is printed, for a reviewer who has not got the document."""
    if subject.item is None:
        return {"subject_label": subject.catalog.title}
    item = subject.item
    return {
        "subject_label": path_of(item) or excerpt(item.content.text),
        "subject_content": excerpt(item.content.text),
        "subject_basis": excerpt(item.basis.text),
        "subject_place": place_of(item),
        "subject_fingerprint": fingerprint(item),
    }


def _untouched(row: Mapping) -> bool:
    """Whether nobody but this program has had a say in a row."""
    by_hand = row.text("author_label") or row.text("reviewer_label")
    named = row.justification == "LexicalMatching"
    usual = row.predicate == ("exactMatch" if named else "closeMatch")
    own = row.status == "candidate" or (row.status == "accepted" and named and row.confidence == 1)
    return row.text("mapping_tool") == TOOL and not by_hand and usual and own


def _with_modifier(row: Mapping) -> Mapping:
    """The row as it stands; SSSOM wants a rejection to say Not."""
    if row.status != "rejected" or row.denies:
        return row
    return replace(row, cells={**row.cells, "predicate_modifier": "Not"})


def _reopened(row: Mapping, subject: _Subject) -> Mapping:
    cells = {**row.cells, **_printed(subject), **_noted(row), "review_status": "reopened"}
    return replace(row, status="reopened", fingerprint=subject.printed, cells=cells)


def _vanished(row: Mapping) -> list[Mapping]:
    if _untouched(row):
        return []
    if row.status == "vanished":
        return [row]
    cells = {**row.cells, **_noted(row), "review_status": "vanished"}
    return [replace(row, status="vanished", cells=cells)]


def _noted(row: Mapping) -> dict[str, str]:
    """What was decided before, in sight of whoever decides next."""
    if row.status not in {"accepted", "rejected"}:
        return {"previous_decision": row.text("previous_decision")}
    return {
        "previous_decision": f"{row.status} skos:{row.predicate}",
        "predicate_modifier": "Not" if row.status == "rejected" else "",
    }


def _quoted(path: str) -> str:
    return quote(path.encode("utf-8", "replace"), safe="/")
