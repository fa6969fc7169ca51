"""How an office prints: which columns under which headings, which glyphs, how many pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govdisclose_ld.model import Division
from govdisclose_ld.samples.chance import Chance
from govdisclose_ld.samples.duties import TICKED
from govdisclose_ld.samples.stock import rate, words

NUMERALS = "一二三四五六"
_TEXTS = ("content", "basis", "time_limit", "agency", "channels")
_MAY_LACK = ("basis", "time_limit", "agency", *TICKED)
_PAGES = (4, 6, 9)
_ONE_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Option:
    """A printed option and the terms that it stands for, as ids of a code list (乡、村级: two)."""

    label: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field that fills it, its heading, and the heading above that.

    ``level`` is the level of a column of matters, ``option`` what a tick column stands for.
    """

    field: str
    heading: str
    group: str = ""
    level: int = 0
    option: Option | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """How one catalog is printed.

    ``kind`` of its choices is ``columns``, ``boxes`` or ``words``; ``boxes`` and ``ticks`` are
    pairs of glyphs (ticked, unticked); ``page`` is how many rows stand under one header,
    ``issued`` the day printed (``YYYY-MM-DD``, or nothing); ``pipes`` part columns of plain text.
    """

    columns: tuple[Column, ...]
    kind: str
    options: dict[str, tuple[Option, ...]]
    channels: tuple[str, ...]
    boxes: tuple[str, str]
    ticks: tuple[str, str]
    two_rows: bool
    labels_once: bool
    page: int
    default_limit: bool
    declared: bool
    whole_place: bool
    note_row: bool
    issued: str
    ditto: bool
    legend: bool
    pipes: bool

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(column.field for column in self.columns)

    @property
    def spares_channels(self) -> bool:
        """Whether the legend makes an empty box of the channels optional, and no other box."""
        elsewhere = self.ticks[1] if self.kind == "columns" else self.boxes[1]
        return self.legend and self.boxes[1] != elsewhere

    def is_unmarked(self, field: str, fields: frozenset[str]) -> bool:
        """Whether a field among ``fields`` shows no marks; a word alone needs none."""
        return field in fields and (self.kind != "words" or field == "channels")

    def chosen(self, field: str, ids: Sequence[str]) -> tuple[Option, ...]:
        """The printed options that these terms tick; the last one where there is none for them."""
        options = self.options[field]
        return tuple(o for o in options if set(o.ids) & set(ids)) or options[-1:]


def draw_style(place: Division, depth: int, chance: Chance) -> Style:
    """The style of one catalog, whose paths of matters have up to ``depth`` steps."""
    kind = chance.weigh(words()["choices"])
    options = {name: tuple(_options(name, place, chance)) for name in TICKED}
    columns = tuple(_columns(depth, kind, options, chance))
    headed = {column.field for column in columns}
    return Style(
        columns=columns,
        kind=kind,
        options=options,
        channels=_channels(chance),
        boxes=_pair("boxes", chance),
        ticks=_pair("columns", chance),
        two_rows=chance.happens(rate("two_header_rows")) and any(c.group for c in columns),
        labels_once=chance.happens(rate("labels_once")),
        page=chance.pick(_PAGES) if chance.happens(rate("pages")) else _ONE_PAGE,
        default_limit=chance.happens(rate("default_limit")) and "time_limit" in headed,
        declared=chance.happens(rate("declared")),
        whole_place=chance.happens(rate("whole_place")),
        note_row=chance.happens(rate("note_row")),
        issued=_issued(chance) if chance.happens(rate("dated")) else "",
        ditto=chance.happens(rate("ditto")),
        legend=chance.happens(rate("legend")),
        pipes=chance.happens(rate("pipes")),
    )


def _pair(name: str, chance: Chance) -> tuple[str, str]:
    ticked, unticked = chance.pick(words()["glyphs"][name])
    return ticked, unticked


def _issued(chance: Chance) -> str:
    first, last = words()["years"]
    day = (chance.between(first, last), chance.between(1, 12), chance.between(1, 28))
    return "{}-{:02}-{:02}".format(*day)


def _columns(
    depth: int, kind: str, options: dict[str, tuple[Option, ...]], chance: Chance
) -> Iterator[Column]:
    lacking = {chance.pick(_MAY_LACK)} if chance.happens(rate("short_template")) else set()
    if not chance.happens(rate("no_ordinal")):
        yield Column("ordinal", _heading("ordinal", chance))
    name = _heading("matters", chance)
    for level in range(1, depth + 1):
        heading = name.format(n=NUMERALS[level - 1])
        yield Column("matters", heading, words()["matters_heading"], level=level)
    texts: Sequence[str] = [name for name in _TEXTS if name not in lacking]
    if chance.happens(rate("site_section")):
        texts = [*texts, "site_section"]
    if chance.happens(rate("other_order")):
        texts = chance.shuffle(texts)
    yield from (Column(name, _heading(name, chance)) for name in texts)
    for field in TICKED:
        if field not in lacking:
            yield from _choice(field, kind, options[field], chance)
    if chance.happens(rate("remark")):
        yield Column("remark", _heading("remark", chance))


def _choice(field: str, kind: str, options: tuple[Option, ...], chance: Chance) -> Iterator[Column]:
    heading = _heading(field, chance)
    if kind == "columns":
        yield from (Column(field, option.label, heading, option=option) for option in options)
    else:
        yield Column(field, heading)


def _heading(field: str, chance: Chance) -> str:
    usual, *others = words()["columns"][field]
    return str(chance.pick(others) if others and chance.happens(rate("heading")) else usual)


def _options(field: str, place: Division, chance: Chance) -> Iterator[Option]:
    labels: dict[str, list[str]] = words()["options"][field]
    keys = chance.pick(words()["levels"]) if field == "level" else list(labels)
    local = words()["county_level"].get(place.name[-1], "")
    for key in keys:
        usual, *others = labels[key]
        drawn = chance.pick(others) if others and chance.happens(rate("heading")) else usual
        yield Option(local if key == "county" and local else drawn, tuple(key.split()))


def _channels(chance: Chance) -> tuple[str, ...]:
    local = chance.happens(rate("local_channels"))
    return tuple(words()["channels"]["local" if local else "template"])
