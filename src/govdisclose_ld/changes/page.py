"""Changes as one HTML page that needs no network and no script."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

from govdisclose_ld.changes.lines import (
    LISTS,
    label_of,
    match_line,
    move_lines,
    name_of,
    path_text,
    place_name,
    read_as,
    shown,
)
from govdisclose_ld.changes.meaning import Knowledge, knowledge_of
from govdisclose_ld.changes.record import count, kinds_of
from govdisclose_ld.changes.repeated import repeated
from govdisclose_ld.changes.sides import CHOICES
from govdisclose_ld.changes.values import Changes, FieldChange, ItemChange, Side
from govdisclose_ld.changes.words import phrase, sentence, sign
from govdisclose_ld.interpret.synthetic import SYNTHETIC, synthetic_notice
from govdisclose_ld.markup import Markup, banner, element, join, page, text
from govdisclose_ld.model import Catalog, Item, Phrase

_STYLE = Path(__file__).with_name("page.css")
_COUNTS = ("added", "removed", "moved", "changed")
_TOO_LONG = 4000  # characters beyond which two texts are not held against each other sign by sign


def changes_page(changes: Changes) -> str:
    """The page: counts, what changed in the catalog itself, then item by item, old beside new.

    The same changes give the same page. Every text is escaped.
    """
    title = phrase("phrases", "title")
    return page(
        f"{title.zh} · {changes.new.title}",
        element("header", element("h1", title), _versions(changes)),
        element("main", *_notes(changes), _counts(changes), *_parts(changes)),
        style=_STYLE,
    )


def _versions(changes: Changes) -> Markup:
    sides = (("old", changes.old), ("new", changes.new))
    return element("dl", *(part for name, one in sides for part in _version(name, one)))


def _version(name: str, catalog: Catalog) -> tuple[Markup, Markup]:
    place = catalog.division
    facts = (
        f"{place.code} {place.name}" if place else "",
        catalog.issued,
        catalog.document.name,
    )
    small = element("small", " · ".join(filter(None, facts)))
    said = element("dd", catalog.title, " ", small)
    return element("dt", phrase("phrases", name)), said


def _notes(changes: Changes) -> list[Markup]:
    made_up = SYNTHETIC in (changes.old.status, changes.new.status)
    notes = [banner(synthetic_notice())] if made_up else []
    return [*notes, *(banner("⚠ ", one) for one in changes.doubts)]


def _counts(changes: Changes) -> Markup:
    counts = count(changes)
    items = [
        element("li", _sign(kind), element("b", str(counts[kind])), " ", phrase("kinds", kind))
        for kind in _COUNTS
    ]
    same = sentence("same", same=counts["same"], minor=counts["minor"])
    return element("section", element("ul", *items, class_="counts"), element("p", same))


def _parts(changes: Changes) -> list[Markup]:
    parts: list[Markup] = []
    if changes.catalog:
        fields = [_field(change) for change in changes.catalog]
        parts += [_heading("catalog"), element("div", *fields, class_="card")]
    if changes.matters:
        renames = (
            sentence("rename", old=path_text(m.old), new=path_text(m.new), count=m.items)
            for m in changes.matters
        )
        parts += [_heading("matters"), element("ul", *(element("li", r) for r in renames))]
    if often := repeated(changes):
        parts += [_heading("repeated"), *(_repeated(*one) for one in often)]
    told = [change for change in changes.items if not change.minor]
    if told:
        parts += [_heading("items"), *map(_item, told)]
    form = [change for change in changes.items if change.minor]
    if form:
        summary = element("summary", phrase("phrases", "minor"), f" ×{len(form)}")
        parts.append(element("details", summary, *map(_item, form)))
    if not parts:
        parts.append(element("p", phrase("phrases", "none")))
    return parts


def _repeated(change: FieldChange, count: int) -> Markup:
    old, new = _compared(change)
    sides = [
        element("div", element("b", phrase("phrases", name).zh), element("p", text), class_=name)
        for name, text in (("old", old), ("new", new))
    ]
    times = element("span", " × ", sentence("times", count=count))
    title = element("h4", _sign(change.kind), label_of(change), times)
    return element("div", element("section", title, *sides, class_="field"), class_="card changed")


def _item(change: ItemChange) -> Markup:
    item = change.new or change.old
    kinds = [kind for kind in kinds_of(change) if kind != "minor"]
    badges = [
        element("span", _sign(kind), phrase("kinds", kind), class_=f"badge {kind}")
        for kind in kinds
    ]
    lines = [*([match] if (match := match_line(change)) else [])]
    lines += list(move_lines(change.move)) if change.move else []
    told = [element("p", line, class_="how") for line in lines]
    one_sided = _contents(change) if change.is_added or change.is_removed else []
    minor = [_field(one, change) for one in change.fields if one.minor]
    return element(
        "article",
        element("h3", *badges, " ", name_of(item) if item else ""),
        element("p", element("small", _sources(change))),
        *told,
        *one_sided,
        *(_field(one, change) for one in change.telling),
        *([_folded(minor)] if minor else []),
        class_=" ".join(("card", *kinds[:1])),
    )


def _folded(minor: list[Markup]) -> Markup:
    summary = element("summary", phrase("phrases", "minor"), f" ×{len(minor)}")
    return element("details", summary, *minor)


def _contents(change: ItemChange) -> list[Markup]:
    item = change.new or change.old
    texts = (item.content.text, item.basis.text, item.time_limit.text) if item else ()
    return [element("p", text, class_="whole") for text in texts if text]


def _sources(change: ItemChange) -> str:
    sides = (("old", change.old), ("new", change.new))
    return "；".join(
        f"{phrase('phrases', name).zh} {place_name(item.source).zh}" for name, item in sides if item
    )


def _field(change: FieldChange, of: ItemChange | None = None) -> Markup:
    old, new = _compared(change)
    items = (of.old, of.new) if of else (None, None)
    lists = [
        element("p", phrase("phrases", name), "：", "、".join(members), class_=f"list {name}")
        for name in LISTS
        if (members := getattr(change, name))
    ]
    kind = element("span", _sign(change.kind), phrase("kinds", change.kind), class_="kind")
    return element(
        "section",
        element("h4", label_of(change), " ", kind),
        _side("old", change.old, old, _otherwise(change, change.old, items[0])),
        _side("new", change.new, new, _otherwise(change, change.new, items[1])),
        *lists,
        class_="field",
    )


def _side(name: str, side: Side, text: Markup, *more: Markup) -> Markup:
    places = "；".join(place_name(ref).zh for ref in dict.fromkeys(side.cells))
    label = element("b", phrase("phrases", name).zh)
    return element("div", label, element("p", text), *more, element("small", places), class_=name)


def _otherwise(change: FieldChange, side: Side, item: Item | None) -> Markup:
    """The reading of what is shown as printed, and what is printed of what is shown as read."""
    if change.field in CHOICES:
        unknown = knowledge_of(change.field, side) is Knowledge.UNKNOWN  # then it is shown above
        name, words = "printed_as", Phrase("" if unknown else side.printed)
    else:
        name, words = "read_as", read_as(change, item)
    said = element("p", phrase("phrases", name).zh, "：", words, class_="as")
    return said if words else Markup("")


def _compared(change: FieldChange) -> tuple[Markup, Markup]:
    """Both sides, with what only one of them has marked in texts that are printed on both."""
    old, new = shown(change, change.old), shown(change, change.new)
    if old.en or new.en or max(len(old.zh), len(new.zh)) > _TOO_LONG:
        return text(old), text(new)
    steps = SequenceMatcher(None, old.zh, new.zh, autojunk=False).get_opcodes()
    before = (_marked("del", old.zh[a:b], whole=tag == "equal") for tag, a, b, _, _ in steps)
    after = (_marked("ins", new.zh[c:d], whole=tag == "equal") for tag, _, _, c, d in steps)
    return join(before), join(after)


def _marked(tag: str, part: str, *, whole: bool) -> str:
    return part if whole or not part else element(tag, part)


def _heading(name: str) -> Markup:
    return element("h2", phrase("phrases", name), id=name)


def _sign(kind: str) -> Markup:
    return element("span", sign(kind), class_=f"sign {kind}", aria_hidden="true")
