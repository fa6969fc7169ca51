"""The path of matters of every item: printed labels, and what is inferred for blank ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from govdisclose_ld.interpret.groups import (
    SURE,
    Line,
    Membership,
    Outline,
    infer_memberships,
)
from govdisclose_ld.interpret.items import ReadItem
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.once_labels import rows_below_labels
from govdisclose_ld.interpret.rows import PlacedRow
from govdisclose_ld.interpret.wording import is_number
from govdisclose_ld.model import CellRef, Finding, Inference, Item, Matter

_NUMERALS = "零一二三四五六"
_SAME_PAGE, _OTHER_PAGE = 0.8, 0.6


def complete_matters(
    rows: Sequence[PlacedRow], read: Sequence[ReadItem], outline: Outline
) -> tuple[ReadItem, ...]:
    """The items with their paths of matters completed; each inference is a finding at its cell, or
    at the header where the catalog plainly prints each label once."""
    items = [one.item for one in read]
    lines = [_line(row, item) for row, item in zip(rows, items, strict=True)]
    lines = _without_common(_apart(rows, lines), items)
    members = infer_memberships(lines, outline) if _has_level(rows, 1) else {}
    members = {
        i: m for i, m in members.items() if not (_repeats_nothing(rows[i]) or _is_open(rows[i], 1))
    }
    first = [_first(item, members.get(i)) for i, item in enumerate(items)]
    whole = _deeper(rows, first)
    below = {i for i in rows_below_labels(lines, members) if not rows[i].findings}
    told = {rows[i].segment.number: i for i in sorted(below, reverse=True)}
    return tuple(
        replace(
            one,
            item=item,
            findings=(
                *one.findings,
                *([_printed_once(row)] if told.get(row.segment.number) == i else []),
                *_findings(row, item, members.get(i), told=i in below),
            ),
        )
        for i, (row, one, item) in enumerate(zip(rows, read, whole, strict=True))
    )


def _printed_once(row: PlacedRow) -> Finding:
    """That blanks under the first level repeat the label above, told at the column's heading."""
    header = row.segment.header
    place = _cell(row, 1)
    column = place.column if header.last else 0
    return finding(
        "labels-once", replace(place, table=header.table, row=header.last, column=column)
    )


def _has_level(rows: Sequence[PlacedRow], level: int) -> bool:
    return any(c.level == level for row in rows for c in row.segment.header.of("matters"))


def _repeats_nothing(row: PlacedRow) -> bool:
    """Whether the first label is a 同上 with nothing above: what stands below is not meant."""
    place = _cell(row, 1)
    return any(found.code == "ditto-unresolved" and found.ref == place for found in row.findings)


def _is_open(row: PlacedRow, level: int) -> bool:
    """Whether the row prints something for a level of matters that could not be told apart, or is
    no name."""
    own = (cell for cell in row.of("matters") if cell.column.level == level)
    return any(cell.shared or is_number(cell.text) for cell in own)


def _apart(rows: Sequence[PlacedRow], lines: Sequence[Line]) -> list[Line]:
    """The lines with a section of their own behind each row whose first label is not told: it may
    begin another group, so that no label reaches across it."""
    done: list[Line] = []
    count = 0
    for row, line in zip(rows, lines, strict=True):
        count += _is_open(row, 1)
        done.append(replace(line, section=f"{line.section}\x1f{count}") if count else line)
    return done


def _line(row: PlacedRow, item: Item) -> Line:
    first = next((m for m in item.matters if m.level == 1), None)
    second = [m.label for m in item.matters if m.level > 1]
    cell = first.cell if first else _cell(row, 1)
    return Line(
        segment=row.segment.number,
        label=first.label if first else "",
        below=" ".join(second) or item.content.text,
        words=" ".join([*second, item.content.text, item.basis.text]),
        cell=cell,
        has_second=bool(second),
        section=item.section,
    )


def _without_common(lines: Sequence[Line], items: Sequence[Item]) -> list[Line]:
    """A basis that most rows repeat tells nothing of who belongs with whom."""
    counts = Counter(item.basis.text for item in items)
    return [
        replace(line, words=line.words.removesuffix(item.basis.text))
        if counts[item.basis.text] * 4 > len(items)
        else line
        for line, item in zip(lines, items, strict=True)
    ]


def _cell(row: PlacedRow, level: int) -> CellRef:
    """The cell of one level of matters in a row; the row itself where it has none."""
    found = (cell.ref for cell in row.of("matters") if cell.column.level == level)
    return next(found, CellRef(row.cells[0].ref.document, row.segment.table.number, row.row.number))


def _first(item: Item, member: Membership | None) -> Item:
    if member is None:
        return item
    matter = Matter(1, member.label, member.inference.source, member.inference)
    return replace(item, matters=(matter, *item.matters))


def _deeper(rows: Sequence[PlacedRow], items: Sequence[Item]) -> list[Item]:
    """Labels below the first level carried down into cells left blank under the same first label.

    Only the levels above a row's own highest label are carried: what it prints starts a new group.
    """
    done: list[Item] = []
    for row, item in zip(rows, items, strict=True):
        above = done[-1] if done else None
        done.append(_carried_down(row, item, above) if above else item)
    return done


def _carried_down(row: PlacedRow, item: Item, above: Item) -> Item:
    if _path(above)[:1] != _path(item)[:1]:
        return item
    own = min((m.level for m in item.matters if m.inference is None), default=len(_NUMERALS))
    same = row.segment.table.number == above.source.table
    carried = [
        _carry(m, same=same)
        for m in above.matters
        if 1 < m.level < own and not _is_open(row, m.level)
    ]
    return replace(item, matters=tuple(sorted([*item.matters, *carried], key=lambda m: m.level)))


def _path(item: Item) -> list[str]:
    return [m.label for m in item.matters]


def _carry(matter: Matter, *, same: bool) -> Matter:
    confidence = _SAME_PAGE if same else _OTHER_PAGE
    inference = Inference(confidence, "上方标签", "the label above", matter.cell)
    return Matter(matter.level, matter.label, matter.cell, inference)


def _findings(
    row: PlacedRow, item: Item, member: Membership | None, *, told: bool
) -> tuple[Finding, ...]:
    """What is said of a row's inferred labels; ``told`` that its header speaks of the first."""
    found: list[Finding] = []
    for matter in item.matters:
        why = matter.inference
        if why is None or (told and matter.level == 1):
            continue
        words = {
            "label": matter.label,
            "reason": why.reason_zh,
            "reason_en": why.reason_en,
            "confidence": f"{why.confidence:.2f}",
        }
        place = _cell(row, matter.level)
        if matter.level > 1:
            found.append(
                finding(
                    "level2-inferred", place, n=_NUMERALS[matter.level], level=matter.level, **words
                )
            )
        elif member and member.other and why.confidence < SURE:
            found.append(finding("level1-uncertain", place, other=member.other, **words))
        else:
            found.append(finding("level1-inferred", place, **words))
    if not item.matters:
        found.append(finding("matter-missing", _cell(row, 1)))
    return tuple(found)
