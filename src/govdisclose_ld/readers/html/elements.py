"""What single HTML elements are: blocks, hidden, in which font, how far a cell spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

DROPPED = frozenset(
    {
        "script", "style", "head", "title", "noscript", "template", "object", "embed",
        "audio", "video", "canvas", "svg", "map"
    }
)  # fmt: skip
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
        "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"
    }
)  # fmt: skip
CELLS = frozenset({"td", "th"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SYMBOL_FAMILY = re.compile(r"mso-symbol-font-family\s*:\s*([^;]+)", re.IGNORECASE)
_FAMILY = re.compile(r"font-family\s*:\s*([^;]+)", re.IGNORECASE)
_DIGITS = re.compile(r"\s*\+?(\d{1,9})")


def tag_of(element: Element) -> str:
    """The element's name in lower case; nothing for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def line_of(element: Element) -> int:
    """The line of the source where the element starts; 0 where that is not known."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def text_of(element: Element) -> str:
    """All text below the element, as it stands in the source."""
    return "".join(map(str, element.itertext()))


def holds(element: Element, *tags: str) -> bool:
    """Whether an element of one of these names stands anywhere below."""
    return any(True for _ in descend(element, frozenset(tags), frozenset()))


def pictures(element: Element) -> Iterator[Element]:
    """The pictures below an element."""
    return descend(element, frozenset({"img"}), frozenset())


def is_seen(image: Element) -> bool:
    """Whether a picture is more than a spacer of a pixel or two."""
    sizes = (image.get("width") or "", image.get("height") or "")
    return not any(size.strip().removesuffix("px") in {"0", "1", "2"} for size in sizes)


def is_hidden(element: Element) -> bool:
    """Whether the element says itself that it is not displayed."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def font_of(element: Element, inherited: str) -> str:
    """The font that the element names, else the one that it inherits."""
    style = element.get("style") or ""
    named = _SYMBOL_FAMILY.search(style) or _FAMILY.search(style)
    return named[1] if named else element.get("face") or inherited


def span_of(cell: Element, attribute: str, *, zero: int) -> int:
    """The value of ``rowspan`` or ``colspan``; ``zero`` is what 0 stands for."""
    found = _DIGITS.match(cell.get(attribute) or "1")
    return (int(found[1]) or zero) if found else 1


def descend(element: Element, wanted: frozenset[str], stop: frozenset[str]) -> Iterator[Element]:
    """The elements below that are named in ``wanted``, not looking into those nor into ``stop``."""
    pending = list(reversed(element))
    while pending:
        child = pending.pop()
        tag = tag_of(child)
        if tag in wanted:
            yield child
        elif tag not in stop:
            pending.extend(reversed(child))
