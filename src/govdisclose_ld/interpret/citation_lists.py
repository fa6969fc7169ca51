"""A cell of legal bases cut where one citation ends and the next begins, never inside a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.brackets import TITLES, inside_brackets
from govdisclose_ld.interpret.law_titles import known_title
from govdisclose_ld.interpret.wording import fold, key

_ENDS = ("》", "）", ")", "号", "号文", "等", "条", "款", "项")
_BARE_LAWS = ("法", "条例", "办法", "规定", "细则")
_BREAK = "\f"
"""What a tag (【法律】) is turned into: no citation goes on behind it."""
_STOPS = ";；。①②③④⑤⑥⑦⑧⑨⑩"
_BEFORE, _AFTER = 120, 90
_SEVERAL = 2
_ENUMERATION = re.compile(
    r"^\s*(?:\d{1,2}(?:\s*[.、．](?!\d)|(?=《))|[（(]\d{1,2}[)）]|[①-⑳]|[•●◆·-])\s*"
)
# What may stand between two citations of one list, and is part of neither.
_JOINER = re.compile(
    r"(?:[、，,;；/|+·●•◆▪-]|\s|以及|及其?|和|与|或者?|\d{1,2}\s*[.、．]|(?<!\w)(?:\d{1,2}|[一二三四五六七八九十]{1,2})|[（(]\d{1,2}[)）]|[①-⑳]){1,40}$"
)  # bounded: a long run that ends in other words is not walked from each of its places
_TAG = re.compile(r"【[^】]{1,12}】|\[[\u4e00-\u9fff、]{1,12}\]")
_TITLE_END, _COLON = re.compile("》"), re.compile("[:：]")
_PLACES = re.compile(r"[\s、，,;；:：。《①-⑩]|关于")
_MEMBER = re.compile(r"[^、，,;；\s（(第《]{2,40}")
_HALF_ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇\d]{0,9}$")
_HAN = "[一二三四五六七八九十百千零〇\\d]{1,9}"
ARTICLE = re.compile(
    rf"第{_HAN}(?:[、和及与至]第?{_HAN})?条(?:之{_HAN})?(?:第?[（(]?{_HAN}[)）]?款)?"
    rf"(?:第?[（(]?{_HAN}[)）]?项)?"
)
"""An article of a law with its paragraph and item: 第二十条第十一项."""
_REST = re.compile(r"^(?:[的之及等与和（(]|号(?!\w))")
_NEXT_TITLE = re.compile(r"[^、，,;；。《》（(]{0,20}《")
_NUMBER_AHEAD = re.compile(
    r"[\u4e00-\u9fffA-Za-z]{1,16}[〔\[(（【]?(?:19|20)\d{2}[〕\])）】]?第?\d{1,5}号"
)


@dataclass(frozen=True, slots=True)
class _Words:
    untitled: re.Pattern[str]
    complete: re.Pattern[str]
    closed: re.Pattern[str]
    issuer: re.Pattern[str]
    endings: tuple[str, ...]


@cache
def _words() -> _Words:
    source = knowledge("vocabulary/laws.yml")
    begins, ends = source["untitled"]["begins"], source["untitled"]["ends"]
    return _Words(
        untitled=re.compile(f"^{begins}"),
        complete=re.compile(rf"(?:{ends})$"),
        closed=re.compile(rf"(?:的[\u4e00-\u9fff]{{0,4}}|工作|实施)(?:{ends})$"),
        issuer=re.compile(rf"(?:{source['issuer']})$"),
        endings=(*source["endings"], *source["general_endings"]),
    )


def split_citations(text: str) -> list[str]:
    """The citations that a cell lists, in print order, without their numbers, tags and joiners."""
    marked = _TAG.sub(_BREAK, text)
    scan = _Scan(marked)
    pieces, start = [], 0
    for match in _PLACES.finditer(marked):
        place = match.start()
        if place > start and not scan.inside[place] and scan.cuts(start, place):
            pieces.append(marked[start:place])
            start = place
    pieces.append(marked[start:])
    whole = [_JOINER.sub("", p.rstrip()).strip(" \t、;；:：,，。\n\f") for p in pieces]
    return [_ENUMERATION.sub("", piece) for piece in whole]


def is_untitled(text: str) -> bool:
    """Whether a text begins as documents do whose title stands without 《》 (关于印发…)."""
    return _words().untitled.match(text) is not None


def count_titles(piece: str) -> int:
    """How many titles a citation prints that are its own: none in brackets nor in quoted text."""
    if piece.count("》") < _SEVERAL:
        return piece.count("》")
    scan = _Scan(piece)
    quoted = next((c for c in scan.colons if scan.titles and scan.titles[0] < c), len(piece))
    return bisect_left(scan.titles, quoted)


class _Scan:
    """One cell with the places of what its citations are told by."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.inside = inside_brackets(text, TITLES)
        self.titles = self._outside(_TITLE_END)
        self.colons = self._outside(_COLON)
        self.articles = self._outside(ARTICLE)

    def _outside(self, pattern: re.Pattern[str]) -> list[int]:
        found = (match.start() for match in pattern.finditer(self.text))
        return [place for place in found if not self.inside[place]]

    def cuts(self, start: int, place: int) -> bool:
        """Whether the citation that began at ``start`` ends before ``place``."""
        char = self.text[place]
        before = self.text[max(start, place - _BEFORE) : place].rstrip()
        after = self.text[place + 1 : place + _AFTER].lstrip()
        if char == _BREAK or char in ":：":
            return char == _BREAK or self._ends_at_colon(start, place, before, after)
        if self._quotes(start, place):
            return char in ";；。\n" and _begins_surely(after)
        if char == "《":
            return self._ends(start, place, _JOINER.sub("", before))
        if char == "关":  # a page's line break loses the blank between two
            return self._is_untitled(start) and _complete(before)
        if char in "、，,":
            return self._ends_at_comma(start, place, before, after)
        return char in _STOPS or self._ends_at_blank(start, place, before, after)

    def _ends_at_colon(self, start: int, place: int, before: str, after: str) -> bool:
        """Whether a colon is a semicolon misread: the next of a list's numbers follows."""
        listed = not _any(self.titles, start, place) and _ENUMERATION.match(after)
        return bool(listed) and _is_whole(before)

    def _ends_at_comma(self, start: int, place: int, before: str, after: str) -> bool:
        named = _any(self.titles, start, place) or before.endswith("号")
        if named and ARTICLE.match(fold(after[:20])):
            return _any(self.articles, start, place)
        if self._is_untitled(start):
            ends = before.endswith(_ENDS[1:]) or _words().closed.search(key(before[-24:]))
            return bool(ends) or (after.startswith("关于") and _complete(before))
        if before.endswith(_ENDS) or after.startswith(("《", "关于", "【")):
            return True
        if _any(self.titles, start, place):
            return _NEXT_TITLE.match(after) is not None
        return _are_bare_laws(before, after)

    def _ends_at_blank(self, start: int, place: int, before: str, after: str) -> bool:
        broken = self._is_untitled(start) and not _is_whole(before)
        begins = _begins_surely(after) or (_words().untitled.match(after) and not broken)
        begins = begins or (_is_bare_law(before) and _names_law(before, after))
        if begins and not _any(self.titles, start, place) and _words().issuer.search(before):
            return False
        if self.text[place] != "\n":
            numbers = before.endswith("号") and _NUMBER_AHEAD.match(after)
            return bool(begins or numbers)
        return not _goes_on(before, after) and bool(begins or _is_whole(before))

    def _ends(self, start: int, place: int, before: str) -> bool:
        """Whether a citation is whole: 关于印发《…》 without 的通知 is not."""
        if self._is_untitled(start):
            return not before.endswith("》") and (before.endswith(_ENDS) or _complete(before))
        return before.endswith(_ENDS) or (_any(self.titles, start, place) and _is_whole(before))

    def _quotes(self, start: int, place: int) -> bool:
        """Whether what stands here is text quoted from the law: 第二十条：行政机关应当…"""
        colon = bisect_left(self.colons, place) - 1
        if colon < 0 or self.colons[colon] < start:
            return False
        return any(_any(told, start, self.colons[colon]) for told in (self.titles, self.articles))

    def _is_untitled(self, start: int) -> bool:
        head = self.text[start : start + 40].lstrip(" \t\n、，,;；。")
        return is_untitled(_ENUMERATION.sub("", head))


def _any(places: Sequence[int], start: int, end: int) -> bool:
    found = bisect_left(places, start)
    return found < len(places) and places[found] < end


def _goes_on(before: str, after: str) -> bool:
    """Whether a line break stands within a citation: before its number or article, or in it."""
    if _REST.match(after) or _HALF_ARTICLE.search(before):
        return True
    titled = before.endswith(("》", "）", ")"))
    numbered = before.endswith("》") and _NUMBER_AHEAD.match(after)
    return bool(numbered or (titled and ARTICLE.match(fold(after[:20]))))


def _begins_surely(after: str) -> bool:
    return after.startswith(("《", "关于", "【", _BREAK)) or bool(_ENUMERATION.match(after))


def _complete(title: str) -> bool:
    return bool(_words().complete.search(key(title[-24:])))


def _is_whole(before: str) -> bool:
    """Whether words end as a citation may: in a bracket, a number, or the kind of document."""
    return before.endswith(_ENDS) or key(before[-24:]).endswith(_words().endings)


def _is_bare_law(before: str) -> bool:
    return before.endswith(_BARE_LAWS) and "《" not in before


def _names_law(before: str, after: str) -> bool:
    """Whether a blank behind a law without 《》 parts it from the next one, and no title in two."""
    if after.startswith("中华人民共和国"):
        return True
    return bool(known_title(before)) and _are_bare_laws(before, after)


def _are_bare_laws(before: str, after: str) -> bool:
    """Whether a comma stands between the titles of two laws printed without 《》."""
    member = _MEMBER.match(after) if _is_bare_law(before) else None
    return member is not None and member.group().endswith(_BARE_LAWS)
