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
from govdisclose_ld.interpret.notices import Notice, notice
from govdisclose_ld.interpret.wording import fold, key, squeeze, without_tail
from govdisclose_ld.model import Citation, Law

_ENDS = ("》", "）", ")", "号", "号文", "等", "条", "款", "项")
_OPEN, _CLOSE = "《〈", "》〉"
_ENUMERATION = re.compile(r"^\s*(?:\d{1,2}[.、．](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[•●◆·])\s*")
# What may stand between two citations of one list, and is part of neither.
_JOINER = re.compile(
    r"(?:[、，,;；\s]|以及|及其?|和|与|或者?|\d{1,2}[.、．]|[（(]\d{1,2}[)）]|[①-⑳])+$"
)
_TAG = re.compile(r"【[^】]{1,12}】")
# A number names its issuer, a year in brackets, and a count; an order names its issuer alone.
_NUMBER = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,16}[〔\[(（【]?(?:19|20)\d{2}[〕\])）】]?第?\d{1,5}号"
    r"|(?:(?<=[(（])[^()（）《》]{1,40}?"
    r"|国务院|主席|国|国发|[\u4e00-\u9fff]{1,14}?(?:部|委|局|厅|署|院|会|政府))令"
    r"(?:[〔\[(（](?:19|20)\d{2}[〕\])）])?第?\d{1,4}号"
)
_UNCLOSED = re.compile(r"[〔\[(（【](?:19|20)\d{3,7}号")
_NUMBERED = re.compile(r"[〔令号]")
_YEAR = re.compile(r"[〔\[(（【]?((?:19|20)\d{2})[〕\])）】]?第?(\d{1,5})号$")
_HAN = "[一二三四五六七八九十百零〇\\d]{1,9}"
_BARE_LAWS = ("法", "条例", "办法", "规定", "细则")
_MEMBER = re.compile(r"[^、，,;；\s（(第《]{2,40}")
_HALF_ARTICLE = re.compile(rf"第{_HAN}$|第$")
_ARTICLE = re.compile(
    rf"第{_HAN}(?:[、和及与至]第?{_HAN})?条(?:之{_HAN})?(?:第{_HAN}款)?(?:第?[（(]?{_HAN}[)）]?项)?"
)


@dataclass(frozen=True, slots=True)
class _Laws:
    by_title: dict[str, Law]
    by_number: dict[str, Law]
    prefixes: tuple[tuple[str, str], ...]
    optional: str
    untitled: re.Pattern[str]
    complete: re.Pattern[str]
    vague: tuple[str, ...]
    bare: frozenset[str]
    endings: tuple[str, ...]


@cache
def _laws() -> _Laws:
    source = knowledge("vocabulary/laws.yml")
    known = [(entry, Law(entry["id"], entry["title"])) for entry in source["laws"]]
    begins, ends = source["untitled"]["begins"], source["untitled"]["ends"]
    return _Laws(
        by_title={key(t): law for entry, law in known for t in (law.title, *entry["titles"])},
        by_number={fold(n): law for entry, law in known for n in entry["numbers"]},
        prefixes=tuple(source["prefixes"].items()),
        optional=source["optional_prefix"],
        untitled=re.compile(f"^{begins}"),
        complete=re.compile(rf"(?:{ends})$"),
        vague=tuple(source["vague"]),
        bare=frozenset(source["bare"]),
        endings=tuple(source["endings"]),
    )


@lru_cache(maxsize=16384)
def read_citations(text: str) -> tuple[tuple[Citation, ...], tuple[Notice, ...]]:
    """The citations that a cell lists, in print order, and what of it names no document.

    The printed text of each citation is kept whole; ``law`` is None for general words
    (各地相关政策文件). An article alone is one of the law cited before it.
    """
    citations: list[Citation] = []
    notices: list[Notice] = []
    for piece in filter(_says, map(squeeze, _pieces(_TAG.sub("\n", text)))):
        before = citations[-1].law if citations else None
        if before and _ARTICLE.fullmatch(fold(piece)):
            citations.append(Citation(piece, before, article=fold(piece)))
            continue
        citation, noticed = _citation(piece)
        citations.append(citation)
        notices += noticed
    return tuple(citations), tuple(notices)


def normalise_number(printed: str) -> str:
    """A document number in its usual form: 〔year〕 brackets, 第 in orders, issuer spelled out.

    国务院令711号, 国令第711号 and 国务院令第711号 give 国务院令第711号; 豫办(2016)28号 gives
    豫办〔2016〕28号.
    """
    folded = fold(printed).removeprefix("中华人民共和国")
    for short, full in _laws().prefixes:
        if folded.startswith(short):
            folded = full + folded[len(short) :]
    if "令" in folded:
        return re.sub(r"令(.*?)第?(\d+)号$", r"令\1第\2号", folded)
    return _YEAR.sub(r"〔\1〕\2号", folded)


def _says(piece: str) -> bool:
    return len(key(piece)) > 1 or piece == "法"


def _pieces(text: str) -> list[str]:
    """The cell cut where one citation ends and the next begins, never inside a title."""
    pieces, depth, start = [], 0, 0
    for place, char in enumerate(text):
        if depth == 0 and place > start and _cuts(text, start, place):
            pieces.append(text[start:place])
            start = place
        depth = max(0, depth + (char in _OPEN + "（(") - (char in _CLOSE + "）)"))
    whole = [_JOINER.sub("", p).strip(" \t、;；,，。\n") for p in [*pieces, text[start:]]]
    return [_ENUMERATION.sub("", piece) for piece in whole]


def _cuts(text: str, start: int, place: int) -> bool:
    """Whether the citation that began at ``start`` ends before ``place``, outside all brackets."""
    char, before, after = text[place], text[start:place].rstrip(), text[place + 1 :].lstrip()
    if char in ";；\n。①②③④⑤⑥⑦⑧⑨⑩":
        return char != "\n" or not _goes_on(before, after)
    if char == "《":
        return _ends_one(_JOINER.sub("", before))
    if text.startswith("关于", place):  # a page's line break loses the blank between two
        return _laws().untitled.match(before) is not None and _complete(before)
    if char in "、，,":
        ends = before.endswith(_ENDS) or after.startswith(("《", "关于", "【"))
        return ends or _are_bare_laws(before, after)
    return char.isspace() and _begins_one(before, after)


def _goes_on(before: str, after: str) -> bool:
    """Whether a line break stands within a citation: before its number or amid an article."""
    return after.startswith(("（", "(")) or _HALF_ARTICLE.search(before) is not None


def _begins_one(before: str, after: str) -> bool:
    """Whether what stands behind a space begins a citation of its own."""
    begins = after.startswith(("《", "关于", "【")) or _laws().untitled.match(after) is not None
    numbers = before.endswith("号") and _NUMBER.match(after) is not None
    return begins or numbers or bool(_ENUMERATION.match(after))


def _are_bare_laws(before: str, after: str) -> bool:
    """Whether a comma stands between the titles of two laws printed without 《》."""
    if not before.endswith(_BARE_LAWS) or "《" in before or _laws().untitled.match(before):
        return False
    member = _MEMBER.match(after)
    return member is not None and member.group().endswith(_BARE_LAWS)


def _ends_one(before: str) -> bool:
    """Whether a citation is whole: 关于印发《…》 without 的通知 is not."""
    if _laws().untitled.match(before):
        return not before.endswith("》") and (before.endswith(_ENDS) or _complete(before))
    return before.endswith(_ENDS)


def _citation(piece: str) -> tuple[Citation, tuple[Notice, ...]]:
    folded = fold(piece)
    title = _title(piece)
    outside = folded.replace(fold(title), "", 1) if title and "《" in piece else folded
    found = _NUMBER.search(outside.replace("《》", ""))
    number = normalise_number(found.group()) if found else ""
    article = _ARTICLE.search(outside)
    unclosed = piece.count("《") != piece.count("》")
    law = None if unclosed else _law(title, number)
    citation = Citation(piece, law, number, article.group() if article else "")
    doubts = {
        "basis-unclosed": unclosed,
        "basis-vague": law is None and not unclosed,
        "basis-incomplete": law and title and not _is_whole(title),
        "basis-number-unread": not number and _NUMBERED.search(outside),
        "basis-number-mended": _UNCLOSED.search(outside) and number,
        "basis-number-conflict": law and _in_conflict(title, number),
    }
    return citation, tuple(notice(code, text=piece) for code, doubt in doubts.items() if doubt)


def _complete(title: str) -> bool:
    return bool(_laws().complete.search(key(title)))


def _is_whole(title: str) -> bool:
    """Whether a title ends as titles of laws and documents do, a bracketed tail (试行) apart."""
    bare = key(without_tail(title))
    return any(bare.endswith(end) for end in _laws().endings) or bare in _laws().by_title


def _title(piece: str) -> str:
    """The title: what the outer 《》 hold, else the words up to a number where they read as one."""
    body = piece.lstrip('“"')
    if body.startswith("《"):
        return _inside(body)
    if any(word in piece for word in _laws().vague):
        return ""
    bare = re.split(r"[（(](?=[^（()）]*\d)", piece)[0].removesuffix("等").strip()
    if _laws().untitled.match(bare):
        return bare
    if "《" in piece:
        return _inside(piece[piece.index("《") :])
    known = key(_ARTICLE.split(_NUMBER.split(bare)[0])[0])
    if known in _laws().by_title or re.search(r"(条例|法|办法|规定|细则)$", known):
        return _ARTICLE.split(_NUMBER.split(bare)[0])[0].strip()
    return ""


def _inside(body: str) -> str:
    depth = 0
    for place, char in enumerate(body):
        depth += (char == "《") - (char == "》")
        if depth == 0:
            return body[1:place].strip()
    return body[1:].strip()


def _in_conflict(title: str, number: str) -> bool:
    """Whether a title and a number that are both given name two laws, one of them a known one."""
    laws = _laws()
    numbered, titled = laws.by_number.get(number), laws.by_title.get(key(title))
    if not title or not number or key(title) in laws.bare or numbered == titled:
        return False
    return numbered is not None or titled in laws.by_number.values()


def _law(title: str, number: str) -> Law | None:
    laws = _laws()
    known = laws.by_title.get(key(title)) or laws.by_number.get(number)
    if _in_conflict(title, number):
        known, number = laws.by_title.get(key(title)), ""
    if known:
        return known
    if not title and not number:
        return None
    name = key(title).removeprefix(laws.optional)
    if name in laws.bare and not number:
        return None
    digest = sha256(f"{name}\x1f{number}".encode()).hexdigest()[:16]
    return Law(digest, normalize("NFKC", squeeze(title)).removeprefix(laws.optional), number)
