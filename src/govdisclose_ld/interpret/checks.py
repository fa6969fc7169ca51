"""What a catalog's rows tell only together: numbering, repeats, and prose against table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.interpret.wording import key, number
from govdisclose_ld.model import CellRef, Declared, Finding, Item, State, TimeLimit

_NUMERALS = "零一二三四五六"


def check_ordinals(rows: Sequence[PlacedRow], items: Sequence[Item]) -> Iterator[Finding]:
    """Ordinals that come twice or leave a gap; coded ones (0101) are only checked for repeats.

    One cell that is merged down over several rows prints one ordinal for all of them.
    """
    seen: dict[tuple[str, str], CellRef] = {}
    last: int | None = None
    section = ""
    for row, item in zip(rows, items, strict=True):
        if not item.ordinal:
            continue
        cell = next((cell.ref for cell in row.of("ordinal")), item.source)
        if seen.setdefault((item.section, item.ordinal), cell) != cell:
            yield finding("ordinal-repeated", item.source, ordinal=item.ordinal)
        last, section = (last if item.section == section else None), item.section
        value = number(item.ordinal) if item.ordinal.isdecimal() else None
        gap = value is not None and last is not None and value > last + 1
        if gap and not item.ordinal.startswith("0"):
            yield finding("ordinal-gap", item.source, before=last, ordinal=item.ordinal)
        last = value


def check_empty(items: Sequence[Item]) -> Iterator[Finding]:
    """Rows that print a matter and nothing else, as the heading of a part does."""
    empty = [item for item in items if item.matters and not _says_more(item)]
    if len(empty) < len(items):
        yield from (finding("item-empty", item.source) for item in empty)


def _says_more(item: Item) -> bool:
    texts = (item.content, item.basis, item.time_limit, item.agency, item.site_section)
    choices = (item.channels, item.audience, item.mode, item.level)
    answered = any(choice.state in (State.READ, State.UNKNOWN) for choice in choices)
    return answered or bool(item.extra) or any(text.text.strip() for text in texts)


def with_own_keys(items: Sequence[Item]) -> tuple[tuple[Item, ...], tuple[Finding, ...]]:
    """The items with keys that differ; a row that repeats another's words is reported."""
    first: dict[str, Item] = {}
    counts: dict[str, int] = {}
    keyed: list[Item] = []
    findings: list[Finding] = []
    for item in items:
        counts[item.key] = counts.get(item.key, 0) + 1
        if counts[item.key] == 1:
            first[item.key] = item
            keyed.append(item)
            continue
        before = first[item.key].source
        findings.append(finding("item-repeated", item.source, table=before.table, row=before.row))
        keyed.append(replace(item, key=f"{item.key}-{counts[item.key]}"))
    return tuple(keyed), tuple(findings)


def inherit_limits(
    items: Sequence[Item], default: TimeLimit | None, unread: Set[CellRef] = frozenset()
) -> tuple[tuple[Item, ...], tuple[Finding, ...]]:
    """Items whose limit is blank and not corrected given the notice's default, as inherited.

    ``unread`` are cells whose text is not known to be blank.
    """
    if default is None:
        return tuple(items), ()
    done: list[Item] = []
    findings: list[Finding] = []
    for item in items:
        limit, cells = item.time_limit, item.time_limit.cells
        told = limit.text.strip() or limit.rules or limit.retention
        if not told and unread.isdisjoint(cells):
            item = replace(item, time_limit=replace(default, text="", cells=cells))  # noqa: PLW2901
            findings.append(finding("time-limit-inherited", cells[0] if cells else item.source))
        done.append(item)
    return tuple(done), tuple(findings)


def check_declared(
    declared: Sequence[Declared], items: Sequence[Item], document: str
) -> Iterator[Finding]:
    """Matters that the prose lists and the table lacks, and the other way round."""
    place = CellRef(document)
    for one in declared:
        level: dict[str, object] = {"n": _NUMERALS[one.level], "level": one.level}
        if one.names and len(one.names) != one.count:
            words = {"count": one.count, "listed": len(one.names), **level}
            yield replace(finding("declared-count", place, **words), line=one.line)
        printed = _printed(items, one.level)
        promised = {key(name): name for name in one.names}
        missing = [name for folded, name in promised.items() if folded not in printed]
        beyond = [name for folded, name in printed.items() if folded not in promised]
        if missing:
            found = finding("declared-missing", place, names="、".join(missing), **level)
            yield replace(found, line=one.line)
        if beyond and one.names:
            found = finding("declared-beyond", place, names="、".join(beyond), **level)
            yield replace(found, line=one.line)


def _printed(items: Sequence[Item], level: int) -> dict[str, str]:
    return {key(m.label): m.label for i in items for m in i.matters if m.level == level}
