"""One change in words, for the reports that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govdisclose_ld.changes.meaning import Knowledge, is_inferred, knowledge_of
from govdisclose_ld.changes.sides import CHOICES
from govdisclose_ld.changes.values import FieldChange, ItemChange, Move, Side
from govdisclose_ld.changes.words import field_name, phrase, sentence
from govdisclose_ld.interpret.wording import squeeze
from govdisclose_ld.model import CellRef, Item
from govdisclose_ld.review.values import values

_START = 24
_READ = frozenset({"time_limit", "basis"})
LISTS = ("gained", "lost", "offered_gained", "offered_lost")


def name_of(item: Item) -> str:
    """What people call an item: number, path of matters and the beginning of its content."""
    path = path_text(squeeze(matter.label) for matter in item.matters) if item.matters else ""
    parts = "；".join(element.text for element in item.elements)
    content = squeeze(parts or item.content.text)
    start = f"{content[:_START]}…" if len(content) > _START else content
    return " · ".join(filter(None, (item.ordinal, path, start)))


def path_text(path: Iterable[str]) -> str:
    """A path of matters on one line; a level without a label is left out."""
    return " › ".join(filter(None, path)) or "—"


def label_of(change: FieldChange) -> tuple[str, str]:
    """What the field of a change is called: an unclaimed column by its printed heading."""
    return (change.heading, "") if change.heading else field_name(change.field)


def shown(change: FieldChange, side: Side) -> tuple[str, str]:
    """What a side says, in Chinese and English: as printed, or why nothing can be told."""
    knowledge = knowledge_of(change.field, side) if side.reading else Knowledge.NOTHING
    if change.field in CHOICES and knowledge is not Knowledge.KNOWN:
        zh, en = phrase("states", side.reading[change.field]["state"])
        return (f"{side.printed}（{zh}）", en) if side.printed else (f"（{zh}）", en)
    if change.field in CHOICES:
        selected = "、".join(side.reading[change.field]["selected"])
        return (selected, "") if selected else _bracketed(phrase("phrases", "none_ticked"))
    if change.field == "time_limit" and knowledge is Knowledge.KNOWN and not side.printed:
        return _bracketed(phrase("phrases", "inherited"))
    if change.field == "matters" and is_inferred(side):
        zh, en = phrase("phrases", "inferred")
        return f"{side.printed}（{zh}）", en
    return (side.printed, "") if side.printed else _bracketed(phrase("phrases", "nothing"))


def _bracketed(words: tuple[str, str]) -> tuple[str, str]:
    zh, en = words
    return f"（{zh}）", en


def read_as(change: FieldChange, item: Item | None) -> tuple[str, str]:
    """What a side was read as, where that says more than its printed words."""
    if item is None or change.field not in _READ:
        return "", ""
    told = values(item, change.field, 0)
    return "；".join(p.zh for p in told), "; ".join(p.en or p.zh for p in told)


def move_lines(move: Move) -> Iterator[tuple[str, str]]:
    """How an item moved, in Chinese and English."""
    if move.replaced:
        old, new = (path_text(path) for path in (move.old_place, move.new_place))
        yield sentence("place", old=old, new=new)
    if move.reordered:
        yield sentence("position", old=move.old_position, new=move.new_position)


def title_of(kind: str, name: str, details: Iterable[tuple[str, str]] = ()) -> tuple[str, str]:
    """What has happened to a thing, in one line of Chinese and one of English."""
    (zh, en), told = phrase("kinds", kind), list(details)
    zh_tail = f"（{'；'.join(one for one, _ in told)}）" if told else ""
    en_tail = f" ({'; '.join(other or one for one, other in told)})" if told else ""
    return f"{zh}：{name}{zh_tail}", f"{en}: {name}{en_tail}"


def match_line(change: ItemChange) -> tuple[str, str] | None:
    """Why two items are taken for one, where that is not certain."""
    if change.match is None or change.match.ground != "likeness":
        return None
    zh, en = phrase("grounds", change.match.ground)
    sure_zh, sure_en = sentence("confidence", value=f"{change.match.confidence:.2f}")
    return f"{zh}（{sure_zh}）", f"{en} ({sure_en})"


def place_name(ref: CellRef) -> tuple[str, str]:
    """Where a cell stands, in Chinese and English."""
    name = "cell" if ref.column else "row"
    return sentence(name, table=ref.table, row=ref.row, column=ref.column)


def places_of(side: Side) -> str:
    """Where the cells of a side stand, in short: ``2:3:7``, table, row and column."""
    refs = dict.fromkeys(side.cells)
    return " ".join(":".join(map(str, filter(None, (r.table, r.row, r.column)))) for r in refs)
