"""Tick boxes: three-valued marks and the labels that they stand at.

A mark is ticked, unticked, or not there at all; nothing here decides what a missing mark means.
The glyphs are those of ``data/vocabulary/marks.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.wording import fold, key, squeeze


class Mark(Enum):
    """What one printed box says."""

    TICKED = "ticked"
    UNTICKED = "unticked"


@dataclass(frozen=True, slots=True)
class Marked:
    """A box and the words printed at it."""

    mark: Mark
    label: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A cell with boxes taken apart: ``lead`` are the words before the first one.

    ``behind`` tells that every box stands behind its label.
    """

    lead: str
    options: tuple[Marked, ...]
    behind: bool = False


_INPUT = r"(?i:<input\b[^<>]*>)"
_NUMBER = re.compile(r"^(?:\d{1,2}[.、．](?!\d)|[①-⒛])\s*")
_NUMBER_BEHIND = re.compile(r"(?:(?<!\d)\d{1,2}[.、．]|[①-⒛])$")
_CHECKED = re.compile(r"\schecked\b(?!\s*=\s*[\"']?false)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Glyphs:
    ticked: frozenset[str]
    unticked: frozenset[str]
    alone: dict[str, Mark]
    denied: frozenset[str]
    affirmed: frozenset[str]
    token: re.Pattern[str]
    lettered: re.Pattern[str]
    bracketed: re.Pattern[str]
    crossed: frozenset[str]


@cache
def _glyphs() -> _Glyphs:
    source = knowledge("vocabulary/marks.yml")
    ticked, unticked = frozenset(source["ticked"]), frozenset(source["unticked"])
    alone = dict.fromkeys(source["alone"]["ticked"], Mark.TICKED)
    alone |= dict.fromkeys(source["alone"]["unticked"], Mark.UNTICKED)
    glyphs = "|".join(re.escape(g) for g in sorted(ticked | unticked, key=len, reverse=True))
    schemes = ("channel", "audience", "mode", "level")
    options = {form[:2] for scheme in schemes for form in code_list(scheme).forms if form[1:]}
    # Commas and brackets may stand within an option (乡、村级), as they do not in its folded form.
    starts = "|".join(sorted(rf"{re.escape(o[0])}[、，（(/]?{re.escape(o[1])}" for o in options))
    letters = "|".join(re.escape(g) for g in alone)
    apart = rf"(?<![A-Za-z0-9{''.join(source['word_before'])}])"
    crosses = "".join(source["crossed"])
    token = rf"{_INPUT}|{glyphs}|{apart}(?:{letters})(?=\s*(?:{starts}))"
    begins = rf"(?<![^\s;；:：,，、。)）])(?!口[{source['word_behind']}])"
    return _Glyphs(
        ticked=ticked,
        unticked=unticked,
        alone=alone,
        denied=frozenset(source["denied"]),
        affirmed=frozenset(source["affirmed"]),
        token=re.compile(token),
        lettered=re.compile(rf"{token}|{begins}(?:{letters})(?=\s*[\u4e00-\u9fff])"),
        bracketed=re.compile(rf"[（(\[【]\s*({glyphs}|[{crosses}]|)\s*[)）\]】]"),
        crossed=frozenset(crosses),
    )


def _tokens(text: str) -> list[re.Match[str]]:
    """The boxes of a text; where it prints any, a letter before words that no list knows is one."""
    found = list(_glyphs().token.finditer(text))
    return list(_glyphs().lettered.finditer(text)) if found else found


@lru_cache(maxsize=16384)
def read_marks(text: str) -> MarkedText:
    """Every box of a cell with the words behind it (before it, where the cell is written so)."""
    text = _unbracketed(text)
    found = _tokens(text)
    if not found:
        return MarkedText(squeeze(text), ())
    lead = squeeze(text[: found[0].start()])
    ends = [match.start() for match in found[1:]] + [len(text)]
    labels = [squeeze(text[m.end() : end]) for m, end in zip(found, ends, strict=True)]
    marks = [_mark(match.group()) for match in found]
    behind = bool(lead) and not labels[-1] and all(labels[:-1])
    if behind:
        labels, lead = [lead, *labels[:-1]], ""
    if _NUMBER.fullmatch(lead):  # 1.■政府网站 2.□政府公报: each number stands before its box
        lead, labels = "", [_NUMBER_BEHIND.sub("", label) for label in labels]
    pairs = zip(marks, labels, strict=True)
    options = tuple(Marked(m, _NUMBER.sub("", label).strip("；;，,、。 ")) for m, label in pairs)
    return MarkedText(lead, options, behind)


def boxes(text: str) -> tuple[tuple[int, int], ...]:
    """Where each box of a text begins and ends."""
    return tuple(match.span() for match in _tokens(text))


def _unbracketed(text: str) -> str:
    """Boxes drawn in brackets become plain ones: 政府网站（√）公示栏（ ）."""
    bracketed, crossed = _glyphs().bracketed, _glyphs().crossed
    if not any(match[1] not in crossed for match in bracketed.finditer(text) if match[1]):
        return text
    return bracketed.sub(lambda m: m[1] if m[1] and m[1] not in crossed else "□", text)


def _mark(token: str) -> Mark:
    if token.startswith("<"):
        return Mark.TICKED if _CHECKED.search(token) else Mark.UNTICKED
    if token in _glyphs().alone:
        return _glyphs().alone[token]
    return Mark.TICKED if token in _glyphs().ticked else Mark.UNTICKED


@lru_cache(maxsize=16384)
def glyphs(text: str) -> tuple[str, ...]:
    """The characters that the text draws its boxes with, in print order; HTML boxes are none."""
    stripped = text.strip()
    if stripped in _glyphs().alone:
        return (stripped,)
    found = (match.group() for match in _tokens(_unbracketed(text)))
    return tuple(glyph for glyph in found if not glyph.startswith("<"))


def contrary_glyphs(texts: Iterable[str]) -> frozenset[str]:
    """The ticked boxes that could be a denial, for the texts print plainer ticks beside them."""
    drawn = {glyph for text in texts for glyph in glyphs(text)}
    contrary: dict[str, list[str]] = knowledge("vocabulary/marks.yml")["contrary"]
    return frozenset(g for g, plainer in contrary.items() if g in drawn and drawn & set(plainer))


def is_letter(glyph: str) -> bool:
    """Whether a box is drawn with a character that is one only where nothing else can be meant."""
    return glyph in _glyphs().alone


def has_marks(text: str) -> bool:
    """Whether the cell prints at least one box."""
    return bool(read_marks(text).options)


def is_box(text: str) -> bool:
    """Whether the text is one printed box and nothing else; letters and words are not."""
    marked = read_marks(text.strip())
    return len(marked.options) == 1 and not marked.lead and not key(marked.options[0].label)


@lru_cache(maxsize=16384)
def bare_mark(text: str) -> Mark | None:
    """What a tick cell that holds one box and no words says; None if it holds anything else.

    A dash or 无 in a tick cell is a box left empty.
    """
    stripped = text.strip()
    if stripped in _glyphs().alone:
        return _glyphs().alone[stripped]
    if fold(stripped) in _glyphs().denied or stripped in _glyphs().denied:
        return Mark.UNTICKED
    if fold(stripped) in _glyphs().affirmed:
        return Mark.TICKED
    return read_marks(stripped).options[0].mark if is_box(stripped) else None
