"""A cell of agencies taken apart into names: lists, lines, and names that are broken over lines.

Offices print a narrow column, so that a line may end anywhere in a name. A line is the end of a
name where what it ends is an agency by itself and what follows could begin one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.agency_kinds import agency_kind
from govdisclose_ld.interpret.brackets import ROUND, inside_brackets
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.wording import fold, squeeze

_NUMBERED = re.compile(r"(?<![\w.])\d{1,2}[.、．](?!\d)|[（(]\d{1,2}[)）]|[①-⒛]")
_PLACE = re.compile(r"[\u4e00-\u9fff][省市州县区旗盟乡镇]$|街道$")
_LEVEL = re.compile(r"^[省市州县区旗盟乡镇]")
_PIECE = re.compile(r"^[\u4e00-\u9fff]{1,2}$")
_SHORT_NAME = re.compile(r"^[\u4e00-\u9fff]{1,3}$")
_MOST_LINES, _MOST_LEVELS, _WINDOW = 5, 6, 81
_HARD = "\f"
"""What stands between two names for sure, as a line break does not."""


@dataclass(frozen=True, slots=True)
class _Words:
    separators: str
    lead: re.Pattern[str]
    lead_within: re.Pattern[str]
    tail: re.Pattern[str]
    part: re.Pattern[str]
    joins: re.Pattern[str]
    whole: re.Pattern[str]
    ending: re.Pattern[str]
    begins: re.Pattern[str]
    goes_on: re.Pattern[str]
    leads_on: re.Pattern[str]
    fragment: re.Pattern[str]
    torn: re.Pattern[str]
    run_together: re.Pattern[str]
    offices: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


@cache
def _words() -> _Words:
    source = knowledge("vocabulary/agencies.yml")
    lead = source["lead"].removeprefix("^")
    return _Words(
        separators=source["separators"],
        lead=re.compile(source["lead"]),
        lead_within=re.compile(rf"(?<!\s)\s+(?={lead})"),
        tail=re.compile(source["tail"]),
        part=re.compile(source["part"]),
        joins=re.compile(source["joins"]),
        whole=re.compile(source["whole"]),
        ending=re.compile(source["ending"]),
        begins=re.compile(source["begins"]),
        goes_on=re.compile(source["goes_on"]),
        leads_on=re.compile(source["leads_on"]),
        fragment=re.compile(source["fragment"]),
        torn=re.compile(source["torn"]),
        run_together=re.compile(source["run_together"]),
        offices=tuple((re.compile(o["of"]), re.compile(o["name"])) for o in source["offices"]),
    )


def split_agencies(text: str) -> tuple[list[str], bool]:
    """The names that a cell lists, in print order, and whether a line break leaves doubt."""
    listed = _words().lead_within.sub(_HARD, _NUMBERED.sub(_HARD, text))
    listed = _words().tail.sub(_HARD, listed)
    names: list[str] = []
    doubtful = False
    for member in _members(listed):
        lines = [line for line in map(str.strip, member.split("\n")) if line]
        joined, unsure = _joined_lines(lines)
        doubtful = doubtful or unsure
        names += [name for line in joined for name in _apart(line)]
    bare = [_without_part(name) for name in names]
    parted = [half for name in filter(None, bare) for half in _parted(name)]
    return _with_levels(parted), doubtful


def runs_together(name: str) -> bool:
    """Whether a name looks like two whose separator is lost: 县民政局县财政局."""
    return len(name) <= _WINDOW and _words().run_together.search(name) is not None


def _members(text: str) -> list[str]:
    """The text cut at separators outside brackets; line breaks within brackets are none."""
    inside = inside_brackets(text, ROUND)
    parts, start = [], 0
    for place, char in enumerate(text):
        if char in _words().separators + _HARD and not inside[place]:
            parts.append(text[start:place])
            start = place + 1
    parts.append(text[start:])
    return [_flat(part) for part in parts]


def _flat(part: str) -> str:
    if "\n" not in part or not ("(" in part or "（" in part):
        return part
    inside = inside_brackets(part, ROUND)
    return "".join("" if char == "\n" and inside[i] else char for i, char in enumerate(part))


def _joined_lines(lines: list[str]) -> tuple[list[str], bool]:
    """The lines of one member with names put together again that run over several."""
    names: list[str] = []
    doubtful, place = False, 0
    while place < len(lines):
        name, place = lines[place], place + 1
        while place < len(lines):
            taken, sure = _rest(name, lines[place : place + _MOST_LINES])
            doubtful = doubtful or not sure
            if not taken:
                break
            name += "".join(lines[place : place + taken])
            place += taken
        names.append(name)
    return names, doubtful


def _rest(before: str, lines: list[str]) -> tuple[int, bool]:
    """How many of the following lines go on with a name, and whether that is sure."""
    after = lines[0]
    if _words().goes_on.match(after) or _words().leads_on.search(before):
        return 1, True
    placed = _PLACE.search(before) is not None
    whole = bool(agency_kind(before)) and not placed
    piece = _PIECE.match(after) is not None and not agency_kind(after)
    if whole and not piece:
        return _rest_of_whole(before, after)
    torn = _words().torn.search(f"{before}|{after[:1]}") is not None
    if not placed and not torn and _words().begins.match(after) and agency_kind(after):
        short = _SHORT_NAME.match(before) and not _words().ending.search(before)
        return (1, False) if short and _LEVEL.match(after) else (0, True)
    if _words().ending.search(before) and not piece:
        return 0, True
    return _count_lines(before, lines, whole=whole), True


def _count_lines(before: str, lines: list[str], *, whole: bool) -> int:
    """How many lines it takes for the words to be an agency, 0 if they are none with any.

    Behind a name that is ``whole`` none but short pieces go on with it: 街道办|事|处.
    """
    for count, line in enumerate(lines, 1):
        if whole and not _PIECE.match(line):
            break
        if agency_kind(before + "".join(lines[:count])):
            return count
        if count > 1 and _words().begins.match(line) and agency_kind(line):
            break
    return 0


def _rest_of_whole(before: str, after: str) -> tuple[int, bool]:
    """What goes on behind a line that is an agency by itself: 县政府办|公室, 县人民政府|办公室."""
    if any(of.search(before) and name.search(after) for of, name in _words().offices):
        return 1, True
    if _words().fragment.match(after) and agency_kind(before + after):
        return 1, True
    return 0, agency_kind(after) != "unit" or agency_kind(before) == "unit"


def _apart(line: str) -> list[str]:
    """The names of one line: at blanks where each part is an agency by itself."""
    parts = line.split()
    whole = len(parts) > 1 and all(map(agency_kind, parts))
    if whole and not any(_rest_of_whole(*pair)[0] for pair in pairwise(parts)):
        return parts
    return [squeeze(line)]


def _without_part(name: str) -> str:
    """A name without the words that say in what part the agency acts (县财政局牵头)."""
    bare = _words().lead.sub("", name.strip())
    shorter = _words().part.sub("", bare)
    return shorter if agency_kind(shorter) not in ("", "group") else bare


def _parted(name: str) -> list[str]:
    """The agencies that 和 or 及 joins: each is whole, and what follows is one by itself."""
    inside = inside_brackets(name, ROUND)
    parts, start = [], 0
    for match in _words().joins.finditer(name):
        before, after = name[start : match.start()], name[match.end() : match.end() + _WINDOW]
        if inside[match.start()] or not agency_kind(before) or not agency_kind(after):
            continue
        if _words().whole.search(before):
            parts.append(before)
            start = match.end()
    return [*parts, name[start:]]


def _with_levels(names: list[str]) -> list[str]:
    """The names, a level alone put to the agency behind it: 市、县民政局."""
    joined: list[str] = []
    levels: list[str] = []
    for name in names:
        if _is_level(name):
            levels.append(name)
            continue
        if levels and len(levels) < _MOST_LEVELS and agency_kind(name):
            joined.append("、".join([*levels, name]))
        else:
            joined += [*levels, name]
        levels = []
    return joined + (["、".join(levels)] if 1 < len(levels) < _MOST_LEVELS else levels)


def _is_level(name: str) -> bool:
    return bool(code_list("level").read(fold(name)))
