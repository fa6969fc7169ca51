"""Which options of a code list a few words name, with words of their own beside them or without."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.codes import code_list, parts, read_local, segment
from govdisclose_ld.interpret.wording import key
from govdisclose_ld.model import Term

TAIL = re.compile(r"[:：（(]|https?://|www\.", re.IGNORECASE)
"""Where the name of an option ends and words of its own begin (其他：政务新媒体)."""
_AND = re.compile("以及|[和及与]")
_AND_OR = re.compile("以及|或者|[和及与或]")


@lru_cache(maxsize=16384)
def name_option(label: str, scheme: str) -> tuple[tuple[Term, ...], str]:
    """The options that a label names and the words to keep beside them; () for unknown words.

    A place may stand before the name (示例县政务服务中心), words behind it (其他：政务新媒体), and
    two names may share a box (政府网站及公示栏).
    """
    codes = code_list(scheme)
    if known := codes.read(label):
        return known, ""
    if is_residual(label, scheme):
        return codes.forms[key(label)[:2]], label
    tail = TAIL.search(label)
    head = label[: tail.start()] if tail else ""
    known = read_local(label, scheme)
    if head and not known:
        known = codes.read(head) or read_local(head, scheme)
    if known or not _AND.search(label):
        return known, label if known else ""
    halves = [codes.read(half) for half in _AND.split(label)]
    return (tuple(t for terms in halves for t in terms), "") if all(halves) else ((), "")


def names_group(words: str) -> bool:
    """Whether words name groups of people or offices of their own (申请人、纳税人)."""
    names = parts(words)
    return bool(names) and all(map(_group().search, names))


@cache
def _group() -> re.Pattern[str]:
    return re.compile(rf"{knowledge('vocabulary/codes/audience.yml')['groups']}$")


def split_and(words: str, scheme: str) -> list[str]:
    """The words cut at 和 and 或 where that leaves options alone, else as they are."""
    halves = [half for half in _AND_OR.split(words) if half]
    return halves if len(halves) > 1 and all(name_option(h, scheme)[0] for h in halves) else [words]


def split_slash(words: str, scheme: str) -> list[str]:
    """The words cut at slashes where they begin with an option and are none as a whole."""
    halves = [half for half in words.split("/") if half]
    apart = not name_option(words, scheme)[0] and name_option(halves[0], scheme)[0]
    return halves if apart else [words]


def takes_back(words: str, scheme: str) -> bool:
    """Whether words name an option only to deny it: 政府网站除外, 不公开特定群体."""
    source = knowledge("vocabulary/marks.yml")
    takes = words.startswith("除") or any(word in words for word in source["excepting"])
    return takes and mentions(words, scheme)


def mentions(words: str, scheme: str) -> bool:
    """Whether an option of the code list stands among the words."""
    folded = key(words)
    return any(len(form) > 1 and form in folded for form in code_list(scheme).forms)


def is_residual(label: str, scheme: str) -> bool:
    """Whether a label is 其他 with the words that the form asks for, and no option behind it."""
    codes, folded = code_list(scheme), key(label)
    residual = codes.residual
    if residual is None or codes.forms.get(folded[:2]) != (residual,):
        return False
    behind = (term for terms in segment(folded[2:], scheme) for term in terms)
    return codes.usual.isdisjoint(behind)
