"""Who must publish: the cell taken apart, and what kind of agency each name is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.marks import Mark, read_marks
from govdisclose_ld.interpret.wording import fold, is_none, squeeze
from govdisclose_ld.model import Agency

_LONGEST = 80
_PLACE = re.compile(r"[\u4e00-\u9fff][省市州县区旗盟乡镇]\s*$")
_NUMBERED = re.compile(r"(?<![\w.])\d{1,2}[.、．](?!\d)")


@lru_cache(maxsize=16384)
def read_agencies(text: str) -> tuple[Agency, ...]:
    """The agencies that a cell lists, in print order, each with its kind.

    Names are split at commas, enumeration commas and lines outside brackets, and at spaces where
    each part is an agency by itself. Where boxes are printed only the ticked ones count. ``kind``
    is empty where no rule of ``data/vocabulary/agencies.yml`` tells it.
    """
    if is_none(text):
        return ()
    listed = _rejoined(_NUMBERED.sub("\n", _unbroken(_ticked(text))))
    bare = (_rules().tail.sub("", _rules().lead.sub("", part.strip())) for part in listed)
    names = [name for part in bare for name in _apart(part)]
    return tuple(Agency(name, _kind(name)) for name in dict.fromkeys(filter(None, names)))


def _ticked(text: str) -> str:
    marked = read_marks(text)
    labels = (option.label for option in marked.options if option.mark is Mark.TICKED)
    return "\n".join((marked.lead, *labels)) if marked.options else text


def _apart(part: str) -> list[str]:
    names = part.split()
    return names if len(names) > 1 and all(map(_kind, names)) else [squeeze(part)]


def _unbroken(text: str) -> str:
    """The text without line breaks behind the name of a place, which alone is no agency."""
    lines = text.split("\n")
    ends = ("" if _PLACE.search(line) and not _kind(line.strip()) else "\n" for line in lines)
    return "".join(line + end for line, end in zip(lines, ends, strict=True)).strip("\n")


def _rejoined(text: str) -> list[str]:
    """The members of a list; a level alone belongs to the agency behind it: 市、县民政局."""
    joined: list[str] = []
    for part in _split(text):
        if joined and _is_level(joined[-1]) and (_is_level(part) or _kind(part)):
            joined[-1] += f"、{part.strip()}"
        else:
            joined.append(part)
    return joined


def _is_level(part: str) -> bool:
    return all(code_list("level").read(word) for word in part.split("、"))


def _split(text: str) -> list[str]:
    separators = knowledge("vocabulary/agencies.yml")["separators"]
    parts, depth, start = [], 0, 0
    for place, char in enumerate(text):
        depth += (char in "（(") - (char in "）)")
        if depth <= 0 and char in separators:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]


@dataclass(frozen=True, slots=True)
class _Rules:
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    lead: re.Pattern[str]
    tail: re.Pattern[str]


@cache
def _rules() -> _Rules:
    source = knowledge("vocabulary/agencies.yml")
    kinds = tuple((rule["kind"], re.compile(rule["pattern"])) for rule in source["rules"])
    return _Rules(kinds, re.compile(source["lead"]), re.compile(source["tail"]))


def _kind(name: str) -> str:
    if len(name) > _LONGEST:
        return ""
    return next((kind for kind, pattern in _rules().kinds if pattern.search(fold(name))), "")
