"""The findings on the page: by severity, equal ones together, each linked to its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govdisclose_ld.markup import Markup, element, join
from govdisclose_ld.model import Finding, Severity
from govdisclose_ld.review.places import Places
from govdisclose_ld.review.words import remedy, say, signs

_MOST_LINKS = 24
_GRAVEST_FIRST = sorted(Severity, key=lambda severity: -severity.rank)


def show_findings(findings: tuple[Finding, ...], places: Places) -> Markup:
    """The findings from the gravest down; those for information are folded."""
    groups = [
        _group(severity, found, places)
        for severity in _GRAVEST_FIRST
        if (found := [finding for finding in findings if finding.severity is severity])
    ]
    body = groups or [element("p", say("no_findings"))]
    return element("section", element("h2", say("findings")), *body, id="findings")


def _group(severity: Severity, findings: list[Finding], places: Places) -> Markup:
    sign = signs("severities")[severity.value]
    head = element(
        "summary",
        element("span", sign.sign, class_=f"badge {sign.id}"),
        " ",
        sign.name,
        f" {len(findings)}",
    )
    entries = (_entry(equal, places) for equal in _equal(findings))
    opened = severity is not Severity.INFO
    return element("details", head, element("ul", *entries), open=opened, class_="severity")


def _links(equal: list[Finding], places: Places) -> Markup:
    """A link to each place; of many the first ones, and the others folded."""
    links = [places.link(finding.ref) for finding in equal]
    if len(links) <= _MOST_LINKS:
        return join(links, " ")
    more = element("summary", say("more"), f" {len(links) - _MOST_LINKS}")
    rest = element("details", more, join(links[_MOST_LINKS:], " "))
    return join([join(links[:_MOST_LINKS], " "), rest])


def _equal(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Findings that say the same, in order of their first place."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.code, finding.message_zh), []).append(finding)
    yield from groups.values()


def _entry(equal: list[Finding], places: Places) -> Markup:
    one = equal[0]
    links = _links(equal, places)
    help_ = remedy(one.code)
    way = element("span", say("remedy"), "：", help_, class_="way") if help_ else ""
    count = f" ×{len(equal)}" if len(equal) > 1 else ""
    return element(
        "li",
        element("p", one.message_zh, count),
        element("div", links, class_="links"),
        element("p", element("i", one.message_en, lang="en"), class_="en"),
        element("p", way, " ", element("code", one.code), class_="help"),
    )
