"""Numbered lists inside a content cell, taken apart into elements, nested where nested."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from govdisclose_ld.interpret.wording import number, squeeze
from govdisclose_ld.model import Element

# Numbers that are one character: each run counts from 1, and a list keeps to one of them.
_RUNS = (
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "❶❷❸❹❺❻❼❽❾❿",
)
_STARRED = re.compile(r"^[〔\[]\s*[*＊](.+)[〕\]]$")
_STARRED_BEHIND = re.compile(r"[;；。\s]*〔\s*[*＊]([^〔〕]+)〕[;；。]?")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
# Each style is a way to number; a list keeps its style and counts from 1 without a gap, which is
# what tells "2. 职务" from a "2.5" or a "2019." in running text.
_LABEL = re.compile(
    r"(?P<bullet>(?<![^\s;；。])[•·◦▪◆➢➤▲✧❖★☆*-](?=\s*\S))"
    r"|(?P<mark>[●■□]|(?<![一二三四五六七八九十〇○])[○〇](?![一二三四五六七八九十〇○]))(?=\s*[^\s●○〇■□])"
    r"|[（(](?P<paren>\d{1,2})[)）]"
    r"|[（(](?P<hanparen>[一二三四五六七八九十]{1,3})[)）]"
    r"|(?P<dot>(?<![\dA-Za-z_.-])\d{1,2})(?:\s{0,2}[.．](?!\d)|、)"
    r"|(?P<half>(?<![\d(（\w])\d{1,2})[)）]"
    r"|(?P<han>(?<![\u4e00-\u9fff])[一二三四五六七八九十]{1,3})、"
    rf"|(?P<circled>[{''.join(_RUNS)}])"
)

_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAMING = frozenset("第表图件款项条")


@dataclass(slots=True)
class _Node:
    label: str
    start: int
    parts: list[_Node] = field(default_factory=list)
    end: int = 0


@lru_cache(maxsize=16384)
def read_elements(text: str, optional: frozenset[str] = frozenset()) -> tuple[Element, ...]:
    """The numbered or bulleted parts of a content cell; () where it holds no list.

    A list needs two members, and its numbers must run 1, 2, 3 … in one style; a number that
    does not carry on its list is part of the text. ``optional`` are bullets that the catalog's
    legend declares optional.
    """
    plain = _plain(text)
    nodes = _nodes(plain)
    if len(nodes) < 2 and not (nodes and nodes[0].parts):
        return ()
    return tuple(one for node in nodes for one in _with_starred(_element(node, plain, optional)))


def _with_starred(element: Element) -> Iterator[Element]:
    """An element, and the optional ones that stand behind it without a number: 〔*…〕."""
    words = _STARRED_BEHIND.sub("", element.text)
    if not words or element.parts:
        yield element
        return
    yield replace(element, text=words.rstrip(";；"))
    for match in _STARRED_BEHIND.finditer(element.text):
        yield Element("", match[1].strip(), (), optional=True)


def _plain(text: str) -> str:
    """HTML list markup that strayed into a cell becomes bullets; its attributes go."""
    if "<" not in text:
        return text
    listed = re.sub(r"<li\b[^<>]*>", "\n• ", text)
    return html.unescape(_TAG.sub(" ", listed)).replace("• •", "•")


def _nodes(text: str) -> list[_Node]:
    root = _Node("", 0)
    path: list[tuple[str, int, _Node]] = []
    for match in _LABEL.finditer(text):
        style, value = _style(match)
        if style == "dot" and not _may_number(
            text[max(0, match.start() - 1) : match.start()], path
        ):
            continue
        depth = next((i for i, step in enumerate(path) if step[0] == style), None)
        if depth is None:
            if value not in (1, None) or (not path and root.parts):
                continue
            owner = path[-1][2] if path else root
            depth = len(path)
        elif value is not None and value != path[depth][1] + 1:
            continue
        else:
            owner = path[depth - 1][2] if depth else root
        node = _Node(match.group(), match.end())
        _close(path[depth:], match.start())
        owner.parts.append(node)
        path[depth:] = [(style, value or 0, node)]
    _close(path, len(text))
    return root.parts


def _may_number(before: str, path: list[tuple[str, int, _Node]]) -> bool:
    """Whether a number may stand behind that character: behind a word it carries on a list that
    was opened before (体系2.方式), and behind some it is a name (表2.)."""
    opened = any(style == "dot" for style, *_ in path)
    return not _HAN.match(before) or (opened and before not in _NAMING)


def _style(match: re.Match[str]) -> tuple[str, int | None]:
    style = match.lastgroup or ""
    if style == "bullet":
        return f"bullet{match.group()}", None
    if style == "mark":
        return style, None
    if style == "circled":
        run = next(run for run in _RUNS if match.group() in run)
        return run, run.index(match.group()) + 1
    return style, number(match.group(style))


def _close(path: list[tuple[str, int, _Node]], end: int) -> None:
    for _, _, node in path:
        node.end = end


def _element(node: _Node, text: str, optional: frozenset[str]) -> Element:
    stop = node.parts[0].start - len(node.parts[0].label) if node.parts else node.end
    words = squeeze(text[node.start : stop]).rstrip(";；")
    label = node.label.strip()
    starred = _STARRED.match(words)
    parts = tuple(_element(part, text, optional) for part in node.parts)
    spared = bool(starred) or label in optional
    if not words and len(parts) == 1 and not parts[0].parts:  # 1.●名称: a number and its bullet
        return Element(label, parts[0].text, (), spared or parts[0].optional)
    return Element(label, starred[1].strip() if starred else words, parts, spared)
