"""Changes as plain text for a terminal: Chinese first, English beside it."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.changes.lines import (
    LISTS,
    label_of,
    match_line,
    move_lines,
    name_of,
    path_text,
    places_of,
    read_as,
    shown,
)
from govdisclose_ld.changes.record import count, kinds_of
from govdisclose_ld.changes.repeated import repeated
from govdisclose_ld.changes.values import Changes, FieldChange, ItemChange
from govdisclose_ld.changes.words import phrase, sentence, sign
from govdisclose_ld.interpret.synthetic import SYNTHETIC, synthetic_notice
from govdisclose_ld.interpret.wording import squeeze


def changes_text(changes: Changes) -> str:
    """The changes line by line; what is of form alone is counted and not listed."""
    return "".join(f"{_plain(line).rstrip()}\n" for line in _lines(changes))


def _plain(line: str) -> str:
    """The line without control characters, which a terminal would obey."""
    return "".join(c if c >= " " and not "\x7f" <= c <= "\x9f" else "\ufffd" for c in line)


def _lines(changes: Changes) -> Iterator[str]:
    for side, catalog in (("old", changes.old), ("new", changes.new)):
        name = phrase("phrases", side)
        yield f"{name.zh} {name.en}: {squeeze(catalog.title)} [{catalog.document.name}]"
    if SYNTHETIC in (changes.old.status, changes.new.status):
        yield str(synthetic_notice())
    yield from (f"{phrase('phrases', 'doubt')}: {d}" for d in changes.doubts)
    yield str(sentence("summary", **count(changes)))
    if changes.is_empty:
        yield str(phrase("phrases", "none"))
    yield from _section("catalog", [line for c in changes.catalog for line in _field(c, "  ")])
    renames = (
        sentence("rename", old=path_text(m.old), new=path_text(m.new), count=m.items)
        for m in changes.matters
    )
    yield from _section("matters", [f"  {one}" for one in renames])
    yield from _section("repeated", [_times(*one) for one in repeated(changes)])
    told = (change for change in changes.items if not change.minor)
    yield from _section("items", [line for change in told for line in _item(change)])


def _times(change: FieldChange, count: int) -> str:
    old, new = (squeeze(shown(change, side).zh) for side in (change.old, change.new))
    times = sentence("times", count=count).zh
    return f"  {sign(change.kind)} {label_of(change).zh} ×{times}: {old} → {new}"


def _section(name: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield str(phrase("phrases", name))
        yield from lines


def _item(change: ItemChange) -> Iterator[str]:
    item = change.new or change.old
    kinds = [kind for kind in kinds_of(change) if kind != "minor"]
    signs = "".join(sign(kind) for kind in kinds)
    named = "、".join(phrase("kinds", kind).zh for kind in kinds)
    source = f"[{item.source.table}:{item.source.row}]" if item else ""
    yield f"{signs} {name_of(item) if item else ''} {source} {named}"
    if match := match_line(change):
        yield f"    {match}: {name_of(change.old) if change.old else ''}"
    for line in move_lines(change.move) if change.move else ():
        yield f"    {line}"
    for one in change.telling:
        yield from _field(one, "    ", change)


def _field(change: FieldChange, indent: str, of: ItemChange | None = None) -> Iterator[str]:
    if change.minor:
        return
    label, kind = label_of(change), phrase("kinds", change.kind)
    yield f"{indent}{sign(change.kind)} {label}: {kind}"
    items = (of.old, of.new) if of else (None, None)
    readings = [read_as(change, item).zh for item in items]
    sides = zip(("old", "new"), (change.old, change.new), readings, strict=True)
    for side, value, reading in sides:
        text = shown(change, value).zh
        where = f" [{places_of(value)}]" if value.cells else ""
        yield f"{indent}  {phrase('phrases', side).zh} {squeeze(text)}{where}"
        if reading and len(set(readings)) > 1:
            yield f"{indent}    {phrase('phrases', 'read_as').zh} {reading}"
    for name in LISTS:
        if members := getattr(change, name):
            yield f"{indent}  {phrase('phrases', name).zh} {'、'.join(map(squeeze, members))}"
