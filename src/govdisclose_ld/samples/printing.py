"""A synthetic catalog as a printed document: lines of prose, header rows, a row for each duty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from govdisclose_ld.interpret.synthetic import synthetic_marker, synthetic_notice
from govdisclose_ld.model import Division, Row, Term
from govdisclose_ld.samples.chance import Chance
from govdisclose_ld.samples.duties import Duty
from govdisclose_ld.samples.places import is_unique
from govdisclose_ld.samples.stock import words
from govdisclose_ld.samples.styles import Column, Style
from govdisclose_ld.writers.grid import Box, lay_out


@dataclass(frozen=True, slots=True)
class Page:
    """Rows under one header: ``heads`` header rows, then one row a duty, then ``notes``."""

    rows: tuple[Row, ...]
    heads: int
    notes: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole catalog as printed: title, lines of prose, pages of one table.

    ``pipes`` tells how plain text parts its columns: by pipes, or else by tabs.
    """

    title: str
    lines: tuple[str, ...]
    columns: tuple[Column, ...]
    pages: tuple[Page, ...]
    pipes: bool


def print_sheet(
    place: Division, field: Term, duties: Sequence[Duty], style: Style, chance: Chance
) -> Sheet:
    """The catalog of a county and field in a style, undamaged."""
    whole = style.whole_place or not is_unique(place.name)
    title = words()["lines"]["title"].format(
        place=whole_name(place) if whole else place.name,
        field=field.label,
        marker=synthetic_marker(),
    )
    separator = chance.pick(("、", "；"))
    pages = tuple(_pages(duties, style, separator))
    lines = tuple(_prose(place, duties, style))
    return Sheet(title, lines, style.columns, pages, style.pipes)


def publisher(place: Division) -> str:
    """The office that a synthetic catalog names as its own; there is none of that name."""
    line: str = words()["lines"]["publisher"].format(place=place.name)
    return line.split("：", 1)[1]


def whole_name(place: Division) -> str:
    """The name with those of the divisions above it before it."""
    return "".join(one.name for one in reversed((place, *place.parents)))


def content_text(duty: Duty) -> str:
    """The content as printed: a numbered list, or a plain enumeration."""
    if not duty.listed:
        return "、".join(duty.elements)
    return " ".join(f"{n}.{element}" for n, element in enumerate(duty.elements, 1))


def first_levels(duties: Sequence[Duty]) -> tuple[str, ...]:
    """The first-level matters in order."""
    return tuple(dict.fromkeys(duty.matters[0] for duty in duties))


def _prose(place: Division, duties: Sequence[Duty], style: Style) -> Iterator[str]:
    lines = words()["lines"]
    notice = synthetic_notice()
    yield f"{notice.zh} {notice.en}"
    yield lines["publisher"].format(place=place.name)
    if style.issued:
        year, month, day = map(int, style.issued.split("-"))
        yield lines["date"].format(year=year, month=month, day=day)
    if style.spares_channels:
        yield lines["legend"].format(ticked=style.boxes[0], unticked=style.boxes[1])
    if style.declared:
        names = first_levels(duties)
        yield lines["declared"].format(count=len(names), names="、".join(names))
    if style.default_limit:
        yield words()["default_limit"]["text"]


def _pages(duties: Sequence[Duty], style: Style, separator: str) -> Iterator[Page]:
    width = len(style.columns)
    for start in range(0, len(duties), style.page):
        shown = duties[start : start + style.page]
        header = _header(style)
        rows = list(header)
        for number in range(len(shown)):
            row = _Row(shown, number, start + number + 1, style, separator)
            rows.append(list(row.boxes()))
        notes = style.note_row and start + style.page >= len(duties)
        if notes:
            rows.append([Box(words()["lines"]["note"], width=width)])
        yield Page(lay_out(rows, width), len(header), int(notes))


def _header(style: Style) -> list[list[Box]]:
    if not style.two_rows:
        return [[Box(column.heading) for column in style.columns]]
    upper: list[Box] = []
    lower: list[Box] = []
    for group, members in groupby(style.columns, key=lambda column: (column.group, column.field)):
        columns = list(members)
        if group[0]:
            upper.append(Box(group[0], width=len(columns)))
            lower += [Box(column.heading) for column in columns]
        else:
            upper += [Box(column.heading, height=2) for column in columns]
    return [upper, lower]


@dataclass(frozen=True, slots=True)
class _Row:
    """The row of one duty of a page: ``place`` counts from 0, ``ordinal`` is what is printed."""

    page: Sequence[Duty]
    place: int
    ordinal: int
    style: Style
    separator: str

    def boxes(self) -> Iterator[Box]:
        """The boxes of the row, without those that a merged label above reaches over."""
        duty = self.page[self.place]
        for field, members in groupby(self.style.columns, key=lambda column: column.field):
            columns = list(members)
            if field == "matters":
                yield from self._matters(columns)
            elif field in duty.ticks:
                yield from _choice(duty, columns, self.style)
            else:
                yield Box(self._text(field))

    def _matters(self, columns: Sequence[Column]) -> Iterator[Box]:
        """The labels; a path that is shorter than the columns leaves the last ones blank."""
        own = self.page[self.place].matters
        for column in columns:
            label = own[column.level - 1] if column.level <= len(own) else ""
            if not self.style.labels_once:
                yield Box(label)
            elif not (self.place and _shared(self.page[self.place - 1], own, column.level)):
                yield Box(label, height=self._height(column.level))

    def _height(self, level: int) -> int:
        own = self.page[self.place].matters
        below = self.page[self.place + 1 :]
        return 1 + next((n for n, d in enumerate(below) if not _shared(d, own, level)), len(below))

    def _text(self, field: str) -> str:
        duty, style = self.page[self.place], self.style
        spared = style.default_limit and duty.spared
        texts = {
            "ordinal": str(self.ordinal),
            "content": content_text(duty),
            "basis": self._bases(),
            "time_limit": "" if spared else str(duty.limit["text"]),
            "agency": "、".join(duty.agencies),
            "channels": _channels(duty, style),
            "site_section": duty.site_section,
            "remark": duty.remark,
        }
        return texts[field]

    def _bases(self) -> str:
        bases = self.page[self.place].bases
        if self.style.ditto and self.place and self.page[self.place - 1].bases == bases:
            return str(words()["ditto"])
        return self.separator.join(basis["text"] for basis in bases)


def _shared(other: Duty, own: Sequence[str], level: int) -> bool:
    """Whether two items stand under one label of that level; the name of an item is its own."""
    deep = len(other.matters) > level < len(own)
    return deep and other.matters[:level] == tuple(own[:level])


def _channels(duty: Duty, style: Style) -> str:
    ticked, unticked = ("", "") if style.is_unmarked("channels", duty.unmarked) else style.boxes
    return " ".join(
        f"{ticked if n in duty.channels else unticked}{label}"
        for n, label in enumerate(style.channels)
    )


def _choice(duty: Duty, columns: Sequence[Column], style: Style) -> Iterator[Box]:
    field = columns[0].field
    options, chosen = style.options[field], style.chosen(field, duty.ticks[field])
    if style.is_unmarked(field, duty.unmarked):
        yield Box(" ".join(option.label for option in options), width=len(columns))
    elif style.kind == "columns":
        yield from (Box(style.ticks[option not in chosen]) for option in options)
    elif style.kind == "words":
        yield Box("、".join(option.label for option in chosen))
    else:
        yield Box(" ".join(f"{style.boxes[o not in chosen]}{o.label}" for o in options))
