"""What the text of a cell looks like, and how well that fits a column.

Only wording that is hard to mistake gives a kind: a list of channels, a lone box, a time limit, a
citation, a site path, an ordinal, the options of a code list. Everything else is plain words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from govdisclose_ld.interpret.agencies import read_agencies
from govdisclose_ld.interpret.citations import read_citations
from govdisclose_ld.interpret.codes import code_list, parts, segment
from govdisclose_ld.interpret.deadlines import begins_vague, read_time_limit, with_unit
from govdisclose_ld.interpret.marks import bare_mark, is_box, read_marks
from govdisclose_ld.interpret.option_names import TAIL, name_option, names_group
from govdisclose_ld.interpret.wording import fold, is_ditto, is_none, key
from govdisclose_ld.model import Column

SCHEMES = {"channels": "channel", "audience": "audience", "mode": "mode", "level": "level"}
_TWO_NUMBERS = re.compile(r"\d\s+\d")
_ORDINAL = re.compile(
    r"^[（(]?(\d{1,4}([.-]\d{1,3})*|0\d{3,11}|[一二三四五六七八九十]{1,4}"
    r"|[A-Z]{1,6}[.-]?\d{1,6}([.-]\d{1,4})*)[)）、.]?$"
)
_PATH = re.compile(r"^[^-—>→/\\]{2,}(?:(?:-+|—+|>+|→|/|\\)[^-—>→/\\]{2,}){2,}$")
_SITE = re.compile(r"网|栏|公开|首页|目录")
_URL = re.compile(r"^(https?://|www\.)", re.IGNORECASE)
_LIMIT_LENGTH, _AGENCY_LENGTH, _MATTER_LENGTH, _OPTION_LENGTH = 120, 40, 60, 24
_CHOICES = frozenset(SCHEMES)
_TALLY = -0.4
_BULLETS = re.compile(r"^\s*([●•·◆▪])[^●•·◆▪]*\1")  # the elements of a content, two at least


@lru_cache(maxsize=32768)
def kinds(text: str) -> frozenset[str]:
    """The fields whose usual wording the text has; ``mark`` for a lone box, () for plain words."""
    if not text.strip():
        return frozenset()
    if is_box(text):
        return frozenset({"mark"})
    choices = frozenset(field for field, scheme in SCHEMES.items() if _offers(text, scheme))
    if choices:
        return choices
    field = next((name for name, recognises in _WORDINGS if recognises(text)), "")
    return frozenset({field}) if field else frozenset()


def _counts(text: str) -> bool:
    return _ORDINAL.match(fold(text)) is not None and not _TWO_NUMBERS.search(text.strip())


def _leads_to_site(text: str) -> bool:
    folded = fold(text)
    path = _PATH.match(folded) and _SITE.search(folded)
    return bool(_URL.match(folded) or path)


def _offers(text: str, scheme: str) -> bool:
    """Whether the text prints options of a code list: all its words, or those at its boxes."""
    marked = read_marks(text)
    if not marked.options:
        alone = len(text) <= _OPTION_LENGTH and _names(text, scheme)
        return bool(segment(text, scheme)) or _lists(text, scheme) or alone
    known = sum(1 for option in marked.options if _names(option.label, scheme))
    return known * 2 >= len(marked.options)


def _lists(text: str, scheme: str) -> bool:
    members = parts(text)
    return len(members) > 1 and sum(1 for m in members if _names(m, scheme)) * 2 > len(members)


def _names(label: str, scheme: str) -> bool:
    codes = code_list(scheme)
    if key(label) in codes.forms or key(TAIL.split(label)[0]) in codes.forms:
        return True
    return codes.local is not None and bool(name_option(label, scheme)[0])


def _states_limit(text: str) -> bool:
    if len(text) > _LIMIT_LENGTH or "《" in text:
        return False
    limit, notices = read_time_limit(text)
    codes = {n.code for n in notices}
    said = limit.rules or limit.retention or (len(fold(text)) <= 12 and begins_vague(text))
    return bool(said) and "time-limit-partly-read" not in codes


def _cites(text: str) -> bool:
    folded = fold(text)
    begins = folded.startswith(("《", "【", "关于", "1.《", "1、《", "(1)《"))
    if folded.count("《") != folded.count("》"):  # perhaps half a title, the rest in the next cell
        return False
    return (begins or "》" in folded or "号" in folded) and any(
        citation.law for citation in read_citations(text)[0]
    )


def _names_agencies(text: str) -> bool:
    agencies = read_agencies(text)
    return len(fold(text)) <= _AGENCY_LENGTH and bool(agencies) and all(a.kind for a in agencies)


_WORDINGS = (
    ("ordinal", _counts),
    ("site_section", _leads_to_site),
    ("basis", _cites),
    ("time_limit", _states_limit),
    ("agency", _names_agencies),
)
_PLAIN = {
    "ordinal": -2.0,
    "time_limit": -0.6,
    "basis": -0.3,
    "site_section": -0.4,
    "channels": -0.8,
    "audience": -0.8,
    "mode": -0.8,
    "level": -0.8,
}


def fit(text: str, column: Column) -> float:
    """How well a text stands in a column: 2 its very kind, 0 no evidence, -2 another kind."""
    found, field = kinds(text), column.field
    if not field or _tells_nothing(text, column):
        return 0.0
    if field == "time_limit" and with_unit(text, column.heading) != text:
        return 2.0
    if column.terms and (_ticks(text) or found == {"ordinal"}):
        return 2.0 if _ticks(text) else _TALLY  # some offices tick with 1 and 0
    if "mark" in found:
        return 0.0 if field in SCHEMES else -2.0
    if field in found:
        return _own(text, column)
    return _plain(text, field) if found <= {"agency"} else _foreign(found, field)


def _tells_nothing(text: str, column: Column) -> bool:
    """Whether a text could stand in the column and in others too: a blank, a ditto, a dash."""
    says = _says_little(text)
    if not says or column.terms:
        return says == "blank"
    return says != "group" or column.field == "audience"


@lru_cache(maxsize=32768)
def _says_little(text: str) -> str:
    """``blank`` for blanks and dittos, ``dash`` for a dash, ``group`` for a group's name, or ""."""
    if not text.strip() or is_ditto(text):
        return "blank"
    if is_none(text):
        return "dash"
    return "group" if names_group(text) else ""


def _ticks(text: str) -> bool:
    """Whether a tick cell holds one box, alone or with words of its own (√面向申请人)."""
    if bare_mark(text) is not None:
        return True
    marked = read_marks(text)
    plain = len(marked.options) == 1 and not marked.lead
    return plain and not any(_names(marked.options[0].label, s) for s in SCHEMES.values())


def _foreign(found: frozenset[str], field: str) -> float:
    if field == "content":
        return -1.0 if found & _CHOICES or "ordinal" in found else -0.2
    if field == "matters":
        return -1.5 if found & {"channels", "time_limit", "site_section", "basis"} else -0.5
    return -2.0


def _own(text: str, column: Column) -> float:
    if not column.terms:
        return 1.0 if column.field == "agency" else 2.0
    named = {term for option in segment(_labels(text), SCHEMES[column.field]) for term in option}
    return 1.5 if named & set(column.terms) else 1.0


def _labels(text: str) -> str:
    marked = read_marks(text)
    return "".join(option.label for option in marked.options) or text


def _plain(text: str, field: str) -> float:
    if field == "agency":
        return 0.0 if len(fold(text)) <= _AGENCY_LENGTH else -0.8
    if field == "matters":
        long = len(fold(text)) > _MATTER_LENGTH
        return -1.5 if _BULLETS.match(text) else -0.8 if long else 0.0
    return _PLAIN.get(field, 0.0)
