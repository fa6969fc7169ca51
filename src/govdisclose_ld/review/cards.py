"""The card of a cell: its field, reading, value, confidence and findings, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose_ld.interpret.marks import bare_mark
from govdisclose_ld.interpret.wording import fold
from govdisclose_ld.markup import Markup, element
from govdisclose_ld.model import CellRef, Column, Finding, Phrase
from govdisclose_ld.review.places import Places
from govdisclose_ld.review.readings import CellReading
from govdisclose_ld.review.values import values
from govdisclose_ld.review.words import (
    field_name,
    listed,
    remedy,
    say,
    signs,
    term_name,
)

_Line = tuple[str, tuple[Phrase, ...]]
_PLAIN = frozenset({"taken", "blank", "header", "note"})


def show_card(reading: CellReading, findings: tuple[Finding, ...], card: str) -> Markup:
    """The card, hidden by the style until its cell is pointed at or focused."""
    table, row, column = reading.place
    place = Places.name(CellRef("", table, row, column))
    terms = (
        part for name, said in _lines(reading) for part in (element("dt", say(name)), *_told(said))
    )
    entry = reading.entry and element(
        "div", say("entry"), element("pre", reading.entry), class_="entry"
    )
    return element(
        "div",
        element("strong", place, " · ", field_of(reading)),
        element("dl", *terms),
        *map(show_finding, findings),
        entry,
        id=card,
        class_="card",
        role="tooltip",
    )


def has_card(reading: CellReading, findings: tuple[Finding, ...]) -> bool:
    """Whether there is more to say of a cell than its field and state."""
    return bool(findings or reading.entry) or any(True for _ in _lines(reading))


def field_of(reading: CellReading) -> Phrase:
    """The field that took a cell (of a lone box its option too), else the heading it has."""
    column = reading.column
    if column and column.field:
        name = field_name(column.field, column.level)
        one = column.terms and bare_mark(reading.cell.text) is not None
        option = listed([term_name(term) for term in column.terms])
        return Phrase(f"{name.zh} · {option.zh}", f"{name.en}: {option.en}") if one else name
    if column and column.heading:
        return Phrase(column.heading)
    return say("nobody") if reading.state == "extra" else Phrase("—")


def values_of(reading: CellReading) -> tuple[Phrase, ...]:
    """What the field of a cell was read as."""
    column = reading.column
    if reading.state == "extra":
        return (say("kept"),)
    if column is None or reading.state in ("note", "blank"):
        return ()
    lone = column.terms and bare_mark(reading.cell.text) is not None
    if lone and reading.state == "taken":
        return ()  # its field and option say it all
    if reading.state == "header":
        return _heading(column)
    return values(reading.item, column.field, column.level) if reading.item else ()


def show_finding(finding: Finding) -> Markup:
    """One finding in both languages, with what to do about it."""
    sign = signs("severities")[finding.severity.value]
    said = Phrase(finding.message_zh, finding.message_en)
    help_ = remedy(finding.code)
    way = element("span", say("remedy"), "：", help_, class_="way") if help_ else ""
    mark = element("span", sign.sign, class_=f"badge {sign.id}", title=str(sign.name))
    return element("p", mark, " ", said, " ", element("code", finding.code), way, class_="finding")


def _lines(reading: CellReading) -> Iterator[_Line]:
    state = signs("states")[reading.state]
    if reading.state not in _PLAIN:
        heading = reading.column.heading if reading.column else ""
        if heading and heading not in field_of(reading).zh:
            yield "heading", (Phrase(heading),)
        how = f"{state.sign} {state.name.zh}：{state.note.zh}".strip()
        yield "how", (Phrase(how, f"{state.name.en}: {state.note.en}"),)
    said = values_of(reading)
    printed = fold(reading.cell.text)
    if [phrase for phrase in said if fold(phrase.zh) != printed]:
        yield "value", said
    if why := reading.inference:
        yield "confidence", (Phrase(f"{why.confidence:.2f}"),)
        origin = Places.name(why.source)
        yield "reason", (Phrase(f"{why.reason_zh}（{origin.zh}）", why.reason_en),)
    if settled := reading.correction:
        words = f"{settled.read or say('blank').zh} → {settled.right}"
        yield "settled", (Phrase(f"{words}（{settled.who}，{settled.when}：{settled.why}）"),)


def _told(said: tuple[Phrase, ...]) -> Iterator[Markup]:
    for phrase in said:
        yield element("dd", phrase)


def _heading(column: Column) -> tuple[Phrase, ...]:
    """What a header cell makes of its column: the options that it stands for, and how surely."""
    if not column.field:
        return (say("kept"),)
    doubted = column.score < 1
    score = Phrase(f"{say('confidence').zh} {column.score:.2f}", f"confidence {column.score:.2f}")
    options = [listed([term_name(term) for term in column.terms])] if column.terms else []
    return (*options, *([score] if doubted else []))
