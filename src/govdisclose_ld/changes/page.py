"""Changes as one HTML page that needs no network and no script."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import TypeAlias

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
from govdisclose_ld.model import Catalog, Item
from govdisclose_ld.review.markup import Markup, element

_Words: TypeAlias = tuple[str, str]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_COUNTS = ("added", "removed", "moved", "changed")
_TOO_LONG = 4000  # characters beyond which two texts are not held against each other sign by sign


def changes_page(changes: Changes) -> str:
    """The page: counts, what changed in the catalog itself, then item by item, old beside new.

    The same changes give the same page. Every text is escaped.
    """
    title = f"{phrase('phrases', 'title')[0]} · {changes.new.title}"
    body = element(
        "body",
        element("header", element("h1", _both(phrase("phrases", "title"))), _versions(changes)),
        element("main", *_notes(changes), _counts(changes), *_parts(changes)),
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", title),
        element("style", _style()),
    )
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='zh-CN')}\n"


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
    return element("dt", _both(phrase("phrases", name))), said


def _notes(changes: Changes) -> list[Markup]:
    notes = []
    if SYNTHETIC in (changes.old.status, changes.new.status):
        notes.append(element("p", _both(synthetic_notice()), class_="banner", role="note"))
    doubts = (
        element("p", "⚠ ", _both(one), class_="banner", role="note") for one in changes.doubts
    )
    return [*notes, *doubts]


def _counts(changes: Changes) -> Markup:
    counts = count(changes)
    items = [
        element("li", _sign(kind), element("b", str(counts[kind])), " ", _both(_kind(kind)))
        for kind in _COUNTS
    ]
    same = sentence("same", same=counts["same"], minor=counts["minor"])
    return element("section", element("ul", *items, class_="counts"), element("p", _both(same)))


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
        parts += [_heading("matters"), element("ul", *(element("li", _both(r)) for r in renames))]
    if often := repeated(changes):
        parts += [_heading("repeated"), *(_repeated(*one) for one in often)]
    told = [change for change in changes.items if not change.minor]
    if told:
        parts += [_heading("items"), *map(_item, told)]
    form = [change for change in changes.items if change.minor]
    if form:
        summary = element("summary", _both(phrase("phrases", "minor")), f" ×{len(form)}")
        parts.append(element("details", summary, *map(_item, form)))
    if not parts:
        parts.append(element("p", _both(phrase("phrases", "none"))))
    return parts


def _repeated(change: FieldChange, count: int) -> Markup:
    old, new = _compared(change)
    sides = [
        element("div", element("b", phrase("phrases", name)[0]), element("p", text), class_=name)
        for name, text in (("old", old), ("new", new))
    ]
    times = element("span", " × ", _both(sentence("times", count=count)))
    title = element("h4", _sign(change.kind), _both(label_of(change)), times)
    return element("div", element("section", title, *sides, class_="field"), class_="card changed")


def _item(change: ItemChange) -> Markup:
    item = change.new or change.old
    kinds = [kind for kind in kinds_of(change) if kind != "minor"]
    badges = [
        element("span", _sign(kind), _both(_kind(kind)), class_=f"badge {kind}") for kind in kinds
    ]
    lines = [*([match] if (match := match_line(change)) else [])]
    lines += list(move_lines(change.move)) if change.move else []
    told = [element("p", _both(line), class_="how") for line in lines]
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
    summary = element("summary", _both(phrase("phrases", "minor")), f" ×{len(minor)}")
    return element("details", summary, *minor)


def _contents(change: ItemChange) -> list[Markup]:
    item = change.new or change.old
    texts = (item.content.text, item.basis.text, item.time_limit.text) if item else ()
    return [element("p", text, class_="whole") for text in texts if text]


def _sources(change: ItemChange) -> str:
    sides = (("old", change.old), ("new", change.new))
    return "；".join(
        f"{phrase('phrases', name)[0]} {place_name(item.source)[0]}" for name, item in sides if item
    )


def _field(change: FieldChange, of: ItemChange | None = None) -> Markup:
    old, new = _compared(change)
    items = (of.old, of.new) if of else (None, None)
    lists = [
        element(
            "p", _both(phrase("phrases", name)), "：", "、".join(members), class_=f"list {name}"
        )
        for name in LISTS
        if (members := getattr(change, name))
    ]
    kind = element("span", _sign(change.kind), _both(_kind(change.kind)), class_="kind")
    return element(
        "section",
        element("h4", _both(label_of(change)), " ", kind),
        _side("old", change.old, old, _otherwise(change, change.old, items[0])),
        _side("new", change.new, new, _otherwise(change, change.new, items[1])),
        *lists,
        class_="field",
    )


def _side(name: str, side: Side, text: Markup, *more: Markup) -> Markup:
    places = "；".join(place_name(ref)[0] for ref in dict.fromkeys(side.cells))
    label = element("b", phrase("phrases", name)[0])
    return element("div", label, element("p", text), *more, element("small", places), class_=name)


def _otherwise(change: FieldChange, side: Side, item: Item | None) -> Markup:
    """The reading of what is shown as printed, and what is printed of what is shown as read."""
    if change.field in CHOICES:
        unknown = knowledge_of(change.field, side) is Knowledge.UNKNOWN  # then it is shown above
        told = ("printed_as", ("" if unknown else side.printed, ""))
    else:
        told = ("read_as", read_as(change, item))
    name, words = told
    said = element("p", phrase("phrases", name)[0], "：", _both(words), class_="as")
    return said if words[0] else Markup("")


def _compared(change: FieldChange) -> tuple[Markup, Markup]:
    """Both sides, with what only one of them has marked in texts that are printed on both."""
    old, new = shown(change, change.old), shown(change, change.new)
    words = (old[1], new[1])
    if any(words) or max(len(old[0]), len(new[0])) > _TOO_LONG:
        return _both(old), _both(new)
    steps = SequenceMatcher(None, old[0], new[0], autojunk=False).get_opcodes()
    before = [_marked("del", old[0][a:b], whole=tag == "equal") for tag, a, b, _, _ in steps]
    after = [_marked("ins", new[0][c:d], whole=tag == "equal") for tag, _, _, c, d in steps]
    return element("span", *before), element("span", *after)


def _marked(tag: str, text: str, *, whole: bool) -> str:
    return text if whole or not text else element(tag, text)


def _heading(name: str) -> Markup:
    return element("h2", _both(phrase("phrases", name)), id=name)


def _sign(kind: str) -> Markup:
    return element("span", sign(kind), class_=f"sign {kind}", aria_hidden="true")


def _kind(kind: str) -> _Words:
    return phrase("kinds", kind)


def _both(words: _Words) -> Markup:
    zh, en = words
    english = element("span", f" {en}", lang="en", class_="en") if en else Markup("")
    return element("span", zh, english)


@cache
def _style() -> Markup:
    """The style sheet; it holds no character that would need escaping."""
    return Markup(Path(__file__).with_name("page.css").read_text(encoding="utf-8"))
