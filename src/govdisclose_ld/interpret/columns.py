"""The words above each column to the field that it is read as."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from govdisclose_ld.interpret.heading_paths import Path
from govdisclose_ld.interpret.headings import (
    SURE,
    Match,
    field_label,
    heading_words,
    match_heading,
    match_option,
)
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import CellRef, Column, Finding, Term

_UNLISTED = 0.6
_BOTH = re.compile(
    r"(?P<field>[^（(\s:：·—-]{2,12})[（(\s:：·—-]{1,3}(?P<option>[^（()）]{1,12})[)）]?"
)
_FEWEST_WORDS, _MOST_WORDS = 4, 12
SINGLE = frozenset({"ordinal", "content", "time_limit", "site_section", "channels", "basis"})
"""Fields of which a table has one column."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """What the words above one column say that it is."""

    path: Path
    place: CellRef
    match: Match | None
    findings: tuple[Finding, ...]

    @property
    def is_below_matters(self) -> bool:
        """Whether a heading of matters (公开事项) stands above its own."""
        above = match_heading(self.path[-2]) if len(self.path) > 1 else None
        return above is not None and above.field == "matters"


def read_columns(
    paths: Sequence[Path], ref: CellRef
) -> tuple[tuple[Column, ...], tuple[Finding, ...]]:
    """The columns that stand below these words, and what was noticed; ``ref`` is their last row."""
    claims: list[_Claim] = []
    for number, path in enumerate(_named(paths), 1):
        place = replace(ref, column=number)
        match, found = _match(path, place)
        claims.append(_Claim(path, place, match, tuple(found)))
    columns: list[Column] = []
    findings: list[Finding] = []
    for claim in _leveled(_with_unlisted(claims)):
        column = Column(ref.table, claim.place.column, claim.path[-1] if claim.path else "")
        findings += claim.findings
        if claim.match:
            column, repeated = _placed(column, claim.match, columns, claim.place)
            findings += repeated
        columns.append(column)
    return tuple(columns), tuple(findings)


def _named(paths: Sequence[Path]) -> list[Path]:
    """The paths, without that of a column that has no heading of its own below 公开事项 while those
    beside it name their levels: what it holds its cells tell."""
    split = {
        path[-2]
        for path in paths
        if len(path) > 1 and (low := match_heading(path[-1])) and low.level
    }
    return [
        ()
        if len(path) == 1 and path[0] in split and _is_plain_matter(match_heading(path[0]))
        else path
        for path in paths
    ]


def _is_plain_matter(match: Match | None) -> bool:
    return match is not None and match.field == "matters" and not match.level


def _with_unlisted(claims: Sequence[_Claim]) -> list[_Claim]:
    """The claims with columns that stand among those of channels, below one heading, and name none
    that the code list knows: each is a channel of its own."""
    beside = {
        claim.path[:-1]
        for claim in claims
        if claim.match and claim.match.field == "channels" and claim.match.terms
    }
    done = list(claims)
    for i, claim in enumerate(claims):
        if claim.match is None and len(claim.path) > 1 and claim.path[:-1] in beside:
            name = claim.path[-1]
            term = Term(SCHEMES["channels"], "", name)
            found = finding("channel-unlisted", claim.place, label=name)
            match = Match("channels", _UNLISTED, terms=(term,))
            done[i] = replace(claim, match=match, findings=(*claim.findings, found))
    return done


def _leveled(claims: Sequence[_Claim]) -> list[_Claim]:
    """The claims with two columns of one level of matters settled: the one below 公开事项 has it
    before one beside (一级目录), and the right one of two neighbours is of the next level."""
    done = list(claims)
    held = {claim.match.level for claim in claims if claim.match and claim.match.level}
    for i, claim in enumerate(done):
        level = claim.match.level if claim.match else 0
        same = [j for j in range(i) if (m := done[j].match) and m.level == level and level]
        if claim.match is None or not same:
            continue
        before = done[same[-1]]
        if claim.is_below_matters and not before.is_below_matters:
            extra = finding("level-beside", before.place, heading=before.path[-1])
            aside = Match("extra", SURE)
            done[same[-1]] = replace(before, match=aside, findings=(*before.findings, extra))
        elif same[-1] == i - 1 and level + 1 not in held and claim.path == before.path:
            words = {"heading": claim.path[-1], "field": column_level(level + 1)}
            moved = finding("level-misprinted", claim.place, **words)
            lower = replace(claim.match, level=level + 1)
            done[i] = replace(claim, match=lower, findings=(*claim.findings, moved))
    return done


def column_level(level: int) -> str:
    """What a clerk calls the columns of a level of matters: 二级事项."""
    return f"{'一二三四五六七'[level - 1]}级事项"


def _match(path: tuple[str, ...], place: CellRef) -> tuple[Match | None, list[Finding]]:
    if not path:
        return None, []
    leaf, parent = _flat(path[-1]) or (path[-1], path[-2] if len(path) > 1 else "")
    above = match_heading(parent) if parent else None
    option = match_option(leaf, above.field if above else "")
    if option and (above or parent):
        if above and above.field != option.field:
            conflict = finding("heading-conflict", place, parent=parent, heading=leaf)
            return option, [conflict]
        return option, []
    match = match_heading(leaf)
    if option and (match is None or match.score < SURE):
        match = option  # 主动公开 alone is an option, though 主动公开事项 is near it
    if match is None and above and above.field == "matters":
        match = replace(above, score=0.6)
    if match and match.level and above and above.field not in ("matters", "extra"):
        return match, [finding("heading-conflict", place, parent=parent, heading=leaf)]
    if match and match.score < SURE:
        words = {"heading": leaf, "field": field_label(match.field), "score": f"{match.score:.2f}"}
        return match, [finding("heading-guessed", place, **words)]
    return match, []


def _flat(heading: str) -> tuple[str, str] | None:
    """The option and the field that one heading names, with anything or nothing between them:
    公开对象（全社会）, 公开层级-县级, 公开方式主动; or a level of matters: 公开事项一级事项."""
    whole = heading.strip()
    told = _BOTH.fullmatch(whole)
    if told:
        return _parted(told["field"], told["option"])
    known = match_heading(whole)
    if known and known.score >= SURE:
        return None
    ends = range(_FEWEST_WORDS, min(len(whole), _MOST_WORDS))
    parts = ((whole[:end], whole[end:]) for end in ends if key(whole[:end]) in heading_words())
    return next(filter(None, (_parted(*part) for part in parts)), None)


def _parted(field: str, option: str) -> tuple[str, str] | None:
    """Option and field, if the one is an option of the other."""
    above = match_heading(field)
    if above is None or above.score < SURE:
        return None
    below = match_option(option, above.field)
    if below and below.field == above.field and len(below.terms) == 1:
        return option, field
    level = match_heading(option) if above.field == "matters" and not above.level else None
    return (option, field) if level and level.level and level.score >= SURE else None


def _placed(
    column: Column, match: Match, before: Sequence[Column], place: CellRef
) -> tuple[Column, list[Finding]]:
    """The column with its field; matters are given the next free level, repeats become extra.

    Two headings of one option are no repeats: 镇级 beside 街道级 are both the level of townships.
    """
    level = match.level
    if match.field == "matters" and not level:
        level = max((c.level for c in before), default=0) + 1
    field = "" if match.field == "extra" else match.field
    taken = any(
        c.field == field
        and (c.level, c.terms) == (level, match.terms)
        and not (match.terms and key(c.heading) != key(column.heading))
        for c in before
    )
    if taken and (field in SINGLE or match.terms or field == "matters"):
        found = finding("column-repeated", place, heading=column.heading)
        return replace(column, score=match.score), [found]
    level = level if field == "matters" else 0
    return replace(column, field=field, terms=match.terms, level=level, score=match.score), []
