"""Standards read from their files (``data/standards/<id>.yml``) and checked."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from govdisclose_ld import assets
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.model import TimeRule
from govdisclose_ld.standards.entries import Entry
from govdisclose_ld.standards.values import (
    Defaults,
    Label,
    Standard,
    StandardItem,
    StandardMatter,
)

_FOLDER = "data/standards"
_FIELDS = ("content", "basis", "time_limit", "agency", "channels", "audience", "mode", "level")


def list_standards() -> tuple[Standard, ...]:
    """The standards that ship with the library, in the order of their ids."""
    return tuple(_read_shipped(file) for file in _shipped())


def load_standard(id_or_path: str | Path) -> Standard:
    """One standard, by the id of a shipped one or the path of a YAML file.

    Raises ConfigurationError that names file, line or field, and what was expected there.
    """
    path = Path(id_or_path)
    if path.suffix in {".yml", ".yaml"}:
        return _read(path)
    return _read_shipped(_shipped_file(str(id_or_path)))


def _shipped() -> list[Path]:
    return sorted(assets.path(_FOLDER).glob("*.yml"))


def _shipped_file(identifier: str) -> Path:
    known = {file.stem: file for file in _shipped()}
    if identifier in known:
        return known[identifier]
    listed = ", ".join(known)
    near = get_close_matches(identifier, known, n=1, cutoff=0.4)
    raise ConfigurationError(
        f"没有名为 {identifier} 的标准；现有：{listed}",
        f"no standard is called {identifier}; there are: {listed}",
        remedy=(
            (f"是不是 {near[0]}？", f"did you mean {near[0]}?")
            if near
            else ("或给出标准的 YAML 文件路径", "or give the path of a standard's YAML file")
        ),
    )


@cache
def _read_shipped(file: Path) -> Standard:
    return _read(file)


def _read(file: Path) -> Standard:
    whole = Entry(assets.read_yaml(file), str(file))
    top = whole.fields(
        required=("id", "title", "field", "matters"),
        optional=("identifier", "source", "note", "required", "defaults"),
    )
    identifier = top["id"].text()
    if identifier != file.stem:
        top["id"].fail(
            f"应与文件名一致：{file.stem}", f"expected the name of the file: {file.stem}"
        )
    matters = tuple(_matter(entry) for entry in top["matters"].items())
    _refuse_repeated_ids(top["matters"])
    return Standard(
        id=identifier,
        title=_label(top["title"]),
        field=top["field"].one_of(_ids("field")),
        matters=matters,
        identifier=top.read("identifier", Entry.text, default=""),
        source=top.read("source", Entry.text, default=""),
        note=top.read("note", _label, default=Label("", "")),
        required=top.read("required", _required, default=()),
        defaults=top.read("defaults", _defaults, default=Defaults()),
    )


def _label(entry: Entry) -> Label:
    both = entry.fields(required=("zh", "en"))
    return Label(both["zh"].text(), both["en"].text())


def _matter(entry: Entry) -> StandardMatter:
    parts = entry.fields(required=("id", "label", "items"), optional=("assumed",))
    return StandardMatter(
        id=parts["id"].text(),
        label=_label(parts["label"]),
        items=tuple(_item(item) for item in parts["items"].items()),
        assumed=parts.read("assumed", Entry.flag, default=False),
    )


def _item(entry: Entry) -> StandardItem:
    parts = entry.fields(required=("id", "label"))
    return StandardItem(parts["id"].text(), _label(parts["label"]))


def _refuse_repeated_ids(matters: Entry) -> None:
    """Matters and items share one space of names: both become ``{standard}/{id}``."""
    seen: dict[str, str] = {}
    for place, identifier in _places(matters):
        first = seen.setdefault(identifier, place)
        if first != place:
            matters.fail(
                f"{first} 与 {place} 用了同一个 id：{identifier}",
                f"{first} and {place} share the id {identifier}",
            )


def _places(matters: Entry) -> Iterator[tuple[str, str]]:
    for matter in matters.items():
        yield matter.field, matter.value["id"]
        for number, item in enumerate(matter.value["items"]):
            yield f"{matter.field}.items[{number}]", item["id"]


def _required(entry: Entry) -> tuple[str, ...]:
    return tuple(field.one_of(_FIELDS) for field in entry.items())


def _defaults(entry: Entry) -> Defaults:
    parts = entry.fields(required=(), optional=("time_limit", "retention", "display"))
    return Defaults(
        time_limit=parts.read("time_limit", _limit, default=None),
        retention=parts.read("retention", _retention, default=()),
        display=parts.read("display", _display, default=()),
    )


def _limit(entry: Entry) -> TimeRule:
    parts = entry.fields(required=("trigger", "amount", "unit"))
    return TimeRule(
        kind="limit",
        trigger=parts["trigger"].one_of(_ids("trigger")),
        amount=parts["amount"].whole(),
        unit=parts["unit"].one_of(_ids("unit")),
    )


def _retention(entry: Entry) -> tuple[tuple[str, str], ...]:
    levels = entry.fields(required=(), optional=_ids("level"))
    terms = _ids("retention")
    return tuple((level, term.one_of(terms)) for level, term in levels.members.items())


def _display(entry: Entry) -> tuple[TimeRule, ...]:
    levels = entry.fields(required=(), optional=_ids("level"))
    return tuple(_stay(stay, level) for level, stay in levels.members.items())


def _stay(entry: Entry, level: str) -> TimeRule:
    parts = entry.fields(required=("amount", "unit"))
    return TimeRule(
        kind="display",
        amount=parts["amount"].whole(),
        unit=parts["unit"].one_of(_ids("unit")),
        scope=(level,),
    )


def _ids(scheme: str) -> tuple[str, ...]:
    return tuple(term["id"] for term in assets.knowledge(f"vocabulary/codes/{scheme}.yml")["terms"])
