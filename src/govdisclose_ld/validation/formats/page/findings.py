"""The findings on the page: by cause, with their places, the remedy and where the rule is from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from govdisclose_ld.markup import Markup, element
from govdisclose_ld.model import Phrase
from govdisclose_ld.review.cells import show_text
from govdisclose_ld.review.words import signs
from govdisclose_ld.validation.formats.page.tables import Sheets
from govdisclose_ld.validation.formats.places import place_zh
from govdisclose_ld.validation.formats.words import ALSO, REMEDY, SEVERITIES, source_name
from govdisclose_ld.validation.report import Group, Result

_FEW = 12
Anchors = Mapping[int, str]
"""The anchor of each result on the page, by its ``id()``."""


def show_group(group: Group, sheets: Sheets, anchors: Anchors) -> Markup:
    """One cause; those of a few places stand open, as do the graver ones."""
    sign = signs("severities")[group.severity.value]
    head = element(
        "summary",
        element("span", sign.sign, class_=f"badge {sign.id}", title=SEVERITIES[group.severity].zh),
        element("span", group.message.zh, class_="said"),
        element("span", f"×{len(group.cases)}", class_="times") if len(group.cases) > 1 else "",
    )
    cases = element("ul", *_cases(group, sheets, anchors), class_=_shape(group))
    opened = bool(group.severity.rank) and len(group.cases) <= _FEW
    return element("details", head, *_common(group), cases, open=opened, class_="group")


def _common(group: Group) -> Iterator[Markup]:
    if group.message.en != group.message.zh:
        yield element("p", group.message.en, lang="en")
    if group.remedy:
        yield _line(REMEDY, group.remedy, "remedy")
    label = element("code", group.code)
    if group.source and group.source != group.message:
        yield element("p", source_name(group), "：", group.source, " ", label)
    else:
        yield element("p", label)
    if group.also:
        yield element("p", ALSO, "：", element("code", "，".join(group.also)))


def _shape(group: Group) -> str:
    """Places that say nothing of their own stand side by side."""
    plain = not any(_is_telling(case, group) for case in group.cases)
    return "cases plain" if plain else "cases"


def _is_telling(case: Result, group: Group) -> bool:
    own = group.head is None and case.message != group.message
    return bool(case.finding.printed or case.theme) or own


def _line(name: Phrase, words: Phrase, kind: str) -> Markup:
    return element("p", name, "：", words, class_=kind)


def _cases(group: Group, sheets: Sheets, anchors: Anchors) -> Iterator[Markup]:
    first = (group.head,) if group.head else ()
    for case in (*first, *(c for c in group.cases if c is not group.head)):
        yield _case(case, group, sheets, anchors)


def _case(case: Result, group: Group, sheets: Sheets, anchors: Anchors) -> Markup:
    ref, parts = case.finding.ref, []
    told = group.head is None or case is group.head
    if case.theme and case.rule:
        parts.append(element("span", case.rule.name, class_="name"))
    elif told and case.message != group.message:
        parts.append(element("span", case.message, class_="own"))
    if case.finding.printed:
        parts.append(element("q", show_text(case.finding.printed)))
    if told and case.remedy and case.remedy != group.remedy:
        parts.append(_line(REMEDY, case.remedy, "remedy"))
    place = element(
        "a",
        _place(case),
        href=f"#{sheets.target((ref.table, ref.row, ref.column))}",
        class_="place",
    )
    return element("li", place, " ", *parts, id=anchors[id(case)])


def _place(case: Result) -> str:
    """Where a finding stands, without the document, whose name stands above."""
    finding = case.finding
    place = place_zh(finding).removeprefix(finding.ref.document).strip()
    if finding.ref.row and finding.line:
        return f"{place}（文件第{finding.line}行）"
    return place or "整个文件"
