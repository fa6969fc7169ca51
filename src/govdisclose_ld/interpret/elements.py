"""Numbered lists inside a content cell, taken apart into elements, nested where nested."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache

from govdisclose_ld.interpret.wording import number, squeeze
from govdisclose_ld.model import Element

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STARRED = re.compile(r"^[〔\[]\s*[*＊](.+)[〕\]]$")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
# Each style is a way to number; a list keeps its style and counts from 1 without a gap, which is
# what tells "2. 职务" from a "2.5" or a "2019." in running text.
_LABEL = re.compile(
    r"(?P<bullet>(?<![^\s;；。])[•·◦▪◆*-](?=\s*\S))"
    r"|(?P<mark>[●■□]|(?<![一二三四五六七八九十〇○])[○〇](?![一二三四五六七八九十〇○]))(?=\s*[^\s●○〇■□])"
    r"|[（(](?P<paren>\d{1,2})[)）]"
    r"|[（(](?P<hanparen>[一二三四五六七八九十]{1,3})[)）]"
    r"|(?P<dot>(?<![\d.\w-])\d{1,2})(?:[.．](?!\d)|、)"
    r"|(?P<half>(?<![\d(（\w])\d{1,2})[)）]"
    r"|(?P<han>(?<![\u4e00-\u9fff])[一二三四五六七八九十]{1,3})、"
    rf"|(?P<circled>[{_CIRCLED}])"
)


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
    return tuple(_element(node, plain, optional) for node in nodes)


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


def _style(match: re.Match[str]) -> tuple[str, int | None]:
    style = match.lastgroup or ""
    if style == "bullet":
        return f"bullet{match.group()}", None
    if style == "mark":
        return style, None
    if style == "circled":
        return style, _CIRCLED.index(match.group()) + 1
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
    return Element(label, starred[1].strip() if starred else words, parts, spared)
