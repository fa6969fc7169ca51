"""One change in words, for the reports that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govdisclose_ld.changes.meaning import Knowledge, is_inferred, knowledge_of
from govdisclose_ld.changes.sides import CHOICES
from govdisclose_ld.changes.values import FieldChange, ItemChange, Move, Side
from govdisclose_ld.changes.words import field_name, phrase, sentence
from govdisclose_ld.interpret.wording import squeeze
from govdisclose_ld.model import UNSAID, CellRef, Item, Phrase
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


def label_of(change: FieldChange) -> Phrase:
    """What the field of a change is called: an unclaimed column by its printed heading."""
    return Phrase(change.heading) if change.heading else field_name(change.field)


def shown(change: FieldChange, side: Side) -> Phrase:
    """What a side says: as printed, or why nothing can be told."""
    knowledge = knowledge_of(change.field, side) if side.reading else Knowledge.NOTHING
    if change.field in CHOICES and knowledge is not Knowledge.KNOWN:
        return _noted(side.printed, phrase("states", side.reading[change.field]["state"]))
    if change.field in CHOICES:
        selected = "、".join(side.reading[change.field]["selected"])
        return Phrase(selected) if selected else _noted("", phrase("phrases", "none_ticked"))
    if change.field == "time_limit" and knowledge is Knowledge.KNOWN and not side.printed:
        return _noted("", phrase("phrases", "inherited"))
    if change.field == "matters" and is_inferred(side):
        return _noted(side.printed, phrase("phrases", "inferred"))
    return Phrase(side.printed) if side.printed else _noted("", phrase("phrases", "nothing"))


def _noted(printed: str, note: Phrase) -> Phrase:
    """The printed words with a note in brackets."""
    return Phrase(f"{printed}（{note.zh}）", note.en)


def read_as(change: FieldChange, item: Item | None) -> Phrase:
    """What a side was read as, where that says more than its printed words."""
    if item is None or change.field not in _READ:
        return UNSAID
    told = values(item, change.field, 0)
    return Phrase("；".join(p.zh for p in told), "; ".join(p.en or p.zh for p in told))


def move_lines(move: Move) -> Iterator[Phrase]:
    """How an item moved."""
    if move.replaced:
        old, new = (path_text(path) for path in (move.old_place, move.new_place))
        yield sentence("place", old=old, new=new)
    if move.reordered:
        yield sentence("position", old=move.old_position, new=move.new_position)


def title_of(kind: str, name: str, details: Iterable[Phrase] = ()) -> Phrase:
    """What has happened to a thing, in one line of Chinese and one of English."""
    happened, told = phrase("kinds", kind), list(details)
    zh = f"（{'；'.join(one.zh for one in told)}）" if told else ""
    en = f" ({'; '.join(one.en or one.zh for one in told)})" if told else ""
    return Phrase(f"{happened.zh}：{name}{zh}", f"{happened.en}: {name}{en}")


def match_line(change: ItemChange) -> Phrase | None:
    """Why two items are taken for one, where that is not certain."""
    if change.match is None or change.match.ground != "likeness":
        return None
    ground = phrase("grounds", change.match.ground)
    sure = sentence("confidence", value=f"{change.match.confidence:.2f}")
    return Phrase(f"{ground.zh}（{sure.zh}）", f"{ground.en} ({sure.en})")


def place_name(ref: CellRef) -> Phrase:
    """Where a cell stands."""
    name = "cell" if ref.column else "row"
    return sentence(name, table=ref.table, row=ref.row, column=ref.column)


def places_of(side: Side) -> str:
    """Where the cells of a side stand, in short: ``2:3:7``, table, row and column."""
    refs = dict.fromkeys(side.cells)
    return " ".join(":".join(map(str, filter(None, (r.table, r.row, r.column)))) for r in refs)
