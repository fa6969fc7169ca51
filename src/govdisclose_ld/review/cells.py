"""One printed cell on the page: its text as printed, a sign for its state, and its card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdisclose_ld.interpret.marks import Mark, bare_mark
from govdisclose_ld.markup import Markup, element, join
from govdisclose_ld.model import Finding
from govdisclose_ld.review.cards import field_of, has_card, show_card, values_of
from govdisclose_ld.review.places import anchor
from govdisclose_ld.review.readings import CellReading
from govdisclose_ld.review.words import say, signs

_WORD, _LONG = 3, 21
_BOX = re.compile(r"(<input\b[^<>]*>)", re.IGNORECASE)


def show_cell(reading: CellReading, of_row: tuple[Finding, ...] = ()) -> Markup:
    """The cell; ``of_row`` are findings of its whole row, told on the card of the first cell."""
    place, text = anchor(*reading.place), reading.cell.text
    state = signs("states")[reading.state]
    findings = (*reading.findings, *of_row)
    card = has_card(reading, findings)
    spans = {"rowspan": reading.cell.row_span, "colspan": reading.cell.column_span}
    return element(
        "th" if reading.state == "header" else "td",
        element("span", state.sign, class_="sign", aria_hidden="true") if state.sign else "",
        show_badge(reading.findings),
        element("div", show_text(text), class_=_size(text)),
        *_said(reading),
        show_card(reading, findings, f"{place}-card") if card else "",
        id=place,
        class_=f"cell {reading.state}",
        tabindex=0,
        title=f"{field_of(reading)} · {state.name}",
        aria_describedby=f"{place}-card" if card else None,
        **{name: span for name, span in spans.items() if span > 1},
    )


def _size(text: str) -> str:
    """Words for the style, which gives a column room by what its cells show."""
    shown = len(_BOX.sub("", text))
    return "text long" if shown >= _LONG else "text word" if shown >= _WORD else "text"


def show_text(text: str) -> Markup:
    """The text as printed; the style draws a box where the source writes one as HTML."""
    return join([_box(part) if _BOX.fullmatch(part) else part for part in _BOX.split(text)])


def show_badge(findings: tuple[Finding, ...]) -> Markup:
    """The sign of the gravest finding; nothing where there is none."""
    if not findings:
        return Markup("")
    worst = max((finding.severity for finding in findings), key=lambda severity: severity.rank)
    sign = signs("severities")[worst.value]
    return element("span", sign.sign, class_=f"badge {sign.id}", title=str(sign.name))


def _box(tag: str) -> Markup:
    ticked = bare_mark(tag) is Mark.TICKED
    label = say("ticked" if ticked else "unticked")
    return element(
        "span", tag, class_="box on" if ticked else "box", role="img", aria_label=label.zh
    )


def _said(reading: CellReading) -> Iterator[Markup]:
    """What the text does not say stands in the cell itself, so that no card need be opened."""
    words = _words(reading)
    if words:
        yield element("div", words, class_="said")


def _words(reading: CellReading) -> str:
    state = signs("states")[reading.state].name.zh
    match reading.state:
        case "inferred" if reading.inference is None:
            return say("inherited").zh
        case "inferred" | "corrected":
            why = reading.inference
            sure = f"（{why.confidence:.2f}）" if why else ""
            return f"{state}：{'、'.join(line.zh for line in values_of(reading))}{sure}"
        case "moved":
            return f"{say('put').zh}“{field_of(reading).zh}”"
        case "unknown":
            return state
    return ""
