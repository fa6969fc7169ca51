"""A catalog with what it answers of standards: by name, by mapping file, and what may answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from govdisclose_ld.alignment.files import MappingIndex, check_standards
from govdisclose_ld.alignment.printed import fingerprint
from govdisclose_ld.alignment.proposals import Proposer, fits, of_catalog
from govdisclose_ld.alignment.values import Mapping
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.model import Answer, Catalog, CellRef, Finding, Item
from govdisclose_ld.standards import Standard, list_standards

_STALE = (
    "条目在核对之后有改动，须重新核对：",
    "the item has changed since it was reviewed: ",
)


def answer(
    catalog: Catalog,
    standards: Sequence[Standard] | None = None,
    mappings: MappingIndex | None = None,
) -> Catalog:
    """The catalog with its own answers and those of its items filled in.

    Standards of the catalog's own field count, and general ones (all shipped ones unless
    ``standards`` are given). Answers that are there already are kept. An item answers a standard's
    item by a row of ``mappings``, else by name: the deepest of its labels that is printed or
    corrected, and that names one, has the same name; an inferred label never counts. What only
    resembles is a candidate; of general standards that were not asked for by name none is guessed
    at, for nearly every item resembles one of their classes. A row that was rejected takes its
    pair away, whatever the names say, and an accepted row whose item has changed since is a
    candidate again. What of a mapping file no longer fits the catalog is among the findings.

    Raises ConfigurationError if a row about the catalog names a standard or an item that is none.
    """
    known = list_standards() if standards is None else standards
    index = mappings or MappingIndex()
    check_standards(index.of(catalog), (*known, *list_standards()))
    catalog = replace(catalog, findings=catalog.findings + tuple(_findings(catalog, index)))
    fitting = [standard for standard in known if fits(standard, catalog)]
    if not fitting:
        return catalog
    whole = (a for standard in fitting for a in _of_catalog(catalog, standard, index))
    proposers = {
        standard.id: Proposer(
            standard, catalog, guessing=bool(standard.field) or standards is not None
        )
        for standard in fitting
    }
    return replace(
        catalog,
        answers=_fresh(catalog.answers, whole),
        items=tuple(_answered(catalog, item, proposers, index) for item in catalog.items),
    )


def _findings(catalog: Catalog, index: MappingIndex) -> Iterator[Finding]:
    """The decisions that no longer hold, since what they speak of has changed or is gone."""
    items = {item.key: item for item in catalog.items}
    for row in (row for row in index.of(catalog) if row.status in {"accepted", "rejected"}):
        item = items.get(row.key)
        told = {"standard": row.standard, "item": row.item, "file": row.file_name, "line": row.line}
        if row.key and item is None:
            ref = CellRef(catalog.document.name)
            yield finding("mapping-unmatched", ref, key=row.key, **told)
        elif item is not None and row.outdated(fingerprint(item)):
            yield finding("mapping-stale", item.source, **told)


def _of_catalog(catalog: Catalog, standard: Standard, index: MappingIndex) -> Iterable[Answer]:
    rows = index.rows(catalog, "", standard.id)
    return (*_decided(rows, ""), *_unruled(rows, "", of_catalog(standard, catalog)))


def _answered(
    catalog: Catalog, item: Item, proposers: dict[str, Proposer], index: MappingIndex
) -> Item:
    found: list[Answer] = []
    for standard, proposer in proposers.items():
        rows = index.rows(catalog, item.key, standard)
        printed = fingerprint(item) if rows else ""
        found += _decided(rows, printed)
        found += _unruled(rows, printed, proposer.propose(item))
    answers = _fresh(item.answers, found)
    return replace(item, answers=answers) if answers != item.answers else item


def _fresh(old: tuple[Answer, ...], added: Iterable[Answer]) -> tuple[Answer, ...]:
    """The answers of before, and those added that speak of another item, each pair once."""
    known = {(one.standard, one.item) for one in old}
    fresh: dict[tuple[str, str], Answer] = {}
    for new in added:
        if (new.standard, new.item) not in known:
            fresh.setdefault((new.standard, new.item), new)
    return old + tuple(fresh.values())


def _decided(rows: Sequence[Mapping], printed: str) -> list[Answer]:
    """The answers that rows of mapping files give; none for what was rejected or has gone."""
    gone = {"rejected", "vanished"}
    return [_of_row(row, printed) for row in rows if not row.denies and row.status not in gone]


def _of_row(row: Mapping, printed: str) -> Answer:
    stale = row.status == "reopened" or row.outdated(printed)
    sure = row.status == "accepted" and not stale
    zh, en = _STALE if stale else ("", "")
    return Answer(
        row.standard,
        row.item,
        row.justification,
        row.predicate,
        "accepted" if sure else "candidate",
        row.confidence,
        reason=f"{zh}{row.text('comment')}",
        reason_en=f"{en}{row.text('comment_en')}",
        source=row.file_name,
    )


def _unruled(rows: Sequence[Mapping], printed: str, proposed: Iterable[Answer]) -> list[Answer]:
    """What is proposed of pairs that no row rules on.

    Where a person has accepted an answer to the standard, further guesses are not wanted.
    """
    standing = [row for row in rows if not row.outdated(printed) and row.status != "reopened"]
    ruled = {row.item for row in standing}
    settled = any(row.settles for row in standing)
    return [
        one
        for one in proposed
        if one.item not in ruled and (one.status == "accepted" or not settled)
    ]
