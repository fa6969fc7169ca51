"""Legal bases: a cell taken apart into citations, each read as a law, order or document.

Variants of one law meet in one key: the curated id where ``data/vocabulary/laws.yml`` knows the law
by a title or a number, else a digest of normalised title and number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from unicodedata import normalize

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.citation_lists import (
    ARTICLE,
    count_titles,
    is_untitled,
    split_citations,
)
from govdisclose_ld.interpret.law_titles import known_title, near_issuer, near_title
from govdisclose_ld.interpret.notices import Notice, notice
from govdisclose_ld.interpret.wording import fold, key, number, squeeze, without_tail
from govdisclose_ld.model import Citation, Law

_HAN = "[一二三四五六七八九十百千零〇]{1,9}"
# A number names its issuer, a year in brackets, and a count; an order names its issuer alone.
_NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,16}[〔\[(（【]?(?:19|20)\d{2}[〕\])）】]?第?\d{1,5}号"
    r"|[\u4e00-\u9fff]{0,16}公告(?:19|20)\d{2}年第?\d{1,4}号"
    r"|(?:(?<=[(（])[^()（）《》]{1,40}?"
    r"|国务院|主席|国|国发|[\u4e00-\u9fff]{1,14}?(?:部|委|局|厅|署|院|会|政府))令"
    rf"(?:[〔\[(（]?(?:19|20)\d{{2}}[〕\])）年])?第?(?:\d{{1,4}}|{_HAN})号"
)
_NUMBER_LEAD = re.compile(r"^.*(?:\d日|[,;:]|字号|文号)(?:发布|公布|通过|修订|修正|施行)?")
_UNCLOSED = re.compile(r"[〔\[(（【](?:19|20)\d{3,7}号")
_NUMBERED = re.compile(r"[〔令号]")
_YEAR = re.compile(r"[〔\[(（【]?((?:19|20)\d{2})[〕\])）】]?第?(\d{1,5})号$")
_ORDER = re.compile(rf"令(.*?)第?(\d+|{_HAN})号$")
# Orders of the State Council and the President count on over the years; a year adds nothing.
_COUNTED_ON = re.compile(r"^((?:国务院|主席)令)\d{4}年")
_IN_BRACKETS = re.compile(r"[（(][^（()）]*[)）]?")
_NUMBER_BEHIND = re.compile(r"[（(](?=[^（()）]*\d)")
_BROKEN_ARTICLE = re.compile(
    rf"(?<!令)第(?:\d{{1,4}}|{_HAN})(?![届次个期批号])|(?<!第)(?:\d{{1,4}}|{_HAN})条"
)
_SEPARATORS = re.compile("[、，,;；]")


@dataclass(frozen=True, slots=True)
class _Laws:
    by_title: dict[str, Law]
    by_number: dict[str, Law]
    prefixes: tuple[tuple[str, str], ...]
    optional: str
    vague: tuple[str, ...]
    bare: frozenset[str]
    endings: tuple[str, ...]
    followed: re.Pattern[str]


@cache
def _laws() -> _Laws:
    source = knowledge("vocabulary/laws.yml")
    known = [(entry, Law(entry["id"], entry["title"])) for entry in source["laws"]]
    return _Laws(
        by_title={key(t): law for entry, law in known for t in (law.title, *entry["titles"])},
        by_number={fold(n): law for entry, law in known for n in entry["numbers"]},
        prefixes=tuple(source["prefixes"].items()),
        optional=source["optional_prefix"],
        vague=tuple(source["vague"]),
        bare=frozenset(source["bare"]),
        endings=tuple(source["endings"]),
        followed=re.compile(source["followed"]),
    )


@lru_cache(maxsize=16384)
def read_citations(text: str) -> tuple[tuple[Citation, ...], tuple[Notice, ...]]:
    """The citations that a cell lists, in print order, and what of it names no document.

    The printed text of each citation is kept whole; ``law`` is None for general words
    (各地相关政策文件). An article alone is one of the law cited before it.
    """
    citations: list[Citation] = []
    notices: list[Notice] = []
    for piece in filter(_says, map(squeeze, split_citations(text))):
        before = citations[-1].law if citations else None
        article = ARTICLE.fullmatch(fold(piece).split(":")[0])
        if before and article:
            citations.append(Citation(piece, before, article=article.group()))
            continue
        citation, noticed = _citation(piece)
        citations.append(citation)
        notices += noticed
    return tuple(citations), tuple(notices)


def normalise_number(printed: str) -> str:
    """A document number in its usual form: 〔year〕 brackets, 第 in orders, issuer spelled out.

    国务院令711号, 国令第711号 and 国务院令第七百一十一号 give 国务院令第711号; 豫办(2016)28号 gives
    豫办〔2016〕28号.
    """
    folded = _NUMBER_LEAD.sub("", fold(printed)).removeprefix("中华人民共和国")
    for short, full in _laws().prefixes:
        if folded.startswith(short):
            folded = full + folded[len(short) :]
    if "令" in folded:
        folded = _COUNTED_ON.sub(r"\1", folded)
        return _ORDER.sub(lambda match: f"令{match[1]}第{number(match[2])}号", folded)
    return _YEAR.sub(r"〔\1〕\2号", folded)


def _says(piece: str) -> bool:
    return len(key(piece)) > 1 or piece == "法"


def _citation(piece: str) -> tuple[Citation, tuple[Notice, ...]]:
    folded = fold(piece)
    mended = _mended_title(piece)
    title = mended or _title(piece)
    bracketed = title and ("《" in piece or "》" in piece)
    outside = folded.replace(fold(title), "", 1) if bracketed else folded
    found = _NUMBER.search(outside.replace("《》", ""))
    numbered = normalise_number(found.group()) if found else ""
    article = ARTICLE.search(outside)
    unclosed = not mended and piece.count("《") != piece.count("》")
    law = None if unclosed else _law(title, numbered)
    citation = Citation(piece, law, numbered, article.group() if article else "")
    near = (near_title(title) or near_issuer(numbered)) if law else ""
    doubts = {
        "basis-unclosed": unclosed,
        "basis-bracket-mended": mended,
        "basis-vague": law is None and not unclosed,
        "basis-several": (count_titles(piece) > 1 and not is_untitled(piece))
        or (bracketed and _laws().followed.search(outside)),
        "basis-incomplete": law and title and not near and not _is_whole(title),
        "basis-number-unread": not numbered and _NUMBERED.search(outside),
        "basis-number-mended": _UNCLOSED.search(outside) and numbered,
        "basis-number-conflict": law and _in_conflict(title, numbered),
        "basis-article-unread": law and not article and _breaks_article(outside, found),
    }
    notices = [notice(code, text=piece) for code, doubt in doubts.items() if doubt]
    notices += [notice("basis-title-near", text=piece, other=near)] if near else []
    return citation, tuple(notices)


def _breaks_article(outside: str, numbered: re.Match[str] | None) -> bool:
    """Whether the words behind a title begin like an article and do not go on like one."""
    words = outside.replace(numbered.group(), "") if numbered else outside
    return _BROKEN_ARTICLE.search(_IN_BRACKETS.sub("", words.split(":")[0])) is not None


def _is_whole(title: str) -> bool:
    """Whether a title ends as titles of laws and documents do, a bracketed tail (试行) apart."""
    bare = key(without_tail(title.rstrip(">〉》")))
    return any(bare.endswith(end) for end in _laws().endings) or bare in _laws().by_title


def _mended_title(piece: str) -> str:
    """The title of a citation that lost one of its two brackets, "" where it cannot be told."""
    if piece.count("《") + piece.count("》") != 1:
        return ""
    before, _, behind = piece.partition("《" if "《" in piece else "》")
    words = behind if "《" in piece else before.lstrip("（(<〈 ")
    title = ARTICLE.split(_NUMBER_BEHIND.split(words)[0])[0].removesuffix("等").strip()
    listed = _SEPARATORS.search(title) and "关于" not in title
    sure = _is_whole(title) and not listed and key(title) not in _laws().bare
    return title if sure else ""


def _title(piece: str) -> str:
    """The title: what the outer 《》 hold, else the words up to a number where they read as one."""
    body = piece.lstrip('“"')
    if body.startswith("《"):
        return _inside(body)
    if any(word in piece for word in _laws().vague):
        return ""
    bare = _NUMBER_BEHIND.split(piece)[0].removesuffix("等").strip()
    if is_untitled(bare) and ("关于" in bare.split("《")[0] or not bare.endswith("》")):
        return bare
    if "《" in piece:
        return _inside(piece[piece.index("《") :])
    named = ARTICLE.split(_NUMBER.split(bare)[0])[0].strip()
    known = key(named)
    if known in _laws().by_title or re.search(r"(条例|法|办法|规定|细则)$", known):
        return named
    return ""


def _inside(body: str) -> str:
    depth = 0
    for place, char in enumerate(body):
        depth += (char == "《") - (char == "》")
        if depth == 0:
            return body[1:place].strip()
    return body[1:].strip()


def _in_conflict(title: str, numbered: str) -> bool:
    """Whether a title and a number that are both given name two laws, one of them a known one."""
    laws = _laws()
    of_number, titled = laws.by_number.get(numbered), laws.by_title.get(key(title))
    if not title or not numbered or key(title) in laws.bare or of_number == titled:
        return False
    return of_number is not None or titled in laws.by_number.values()


def _law(title: str, numbered: str) -> Law | None:
    laws = _laws()
    known = laws.by_title.get(key(title)) or laws.by_number.get(numbered)
    if _in_conflict(title, numbered):
        known, numbered = laws.by_title.get(key(title)), ""
    if known:
        return known
    if not title and not numbered:
        return None
    name = key(title).removeprefix(laws.optional)
    if name in laws.bare and not numbered:
        return None
    digest = sha256(f"{name}\x1f{numbered}".encode()).hexdigest()[:16]
    label = known_title(title) or squeeze(title)
    return Law(digest, normalize("NFKC", label).removeprefix(laws.optional), numbered)
