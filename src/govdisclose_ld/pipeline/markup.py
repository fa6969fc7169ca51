"""HTML pages from plain values; every text is escaped by the serialiser."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree as ET

Content: TypeAlias = "ET.Element | str | None"


def node(tag: str, *content: Content, **attributes: str) -> ET.Element:
    """An element with its content, text and elements in their order; ``None`` is left out.

    ``class_`` stands for ``class``, other underscores for hyphens.
    """
    element = ET.Element(tag, {k.rstrip("_").replace("_", "-"): v for k, v in attributes.items()})
    for one in content:
        if isinstance(one, ET.Element):
            element.append(one)
        elif one and len(element):
            element[-1].tail = (element[-1].tail or "") + _printable(one)
        elif one:
            element.text = (element.text or "") + _printable(one)
    return element


def table(headings: list[Content], rows: list[list[Content]]) -> ET.Element:
    """A table with a line of headings, in a box that scrolls where the screen is narrow."""
    head = node("thead", node("tr", *[node("th", heading, scope="col") for heading in headings]))
    body = node("tbody", *[node("tr", *[node("td", cell) for cell in row]) for row in rows])
    return node("div", node("table", head, body), class_="scroll")


def both(zh: str, en: str) -> ET.Element:
    """Chinese with English beside it, in smaller print."""
    return node("span", zh, node("small", f" {en}", lang="en"))


def page(title: str, *content: Content) -> bytes:
    """A whole page: no scripts, nothing fetched from anywhere."""
    head = node(
        "head",
        node("meta", charset="utf-8"),
        node("meta", name="viewport", content="width=device-width, initial-scale=1"),
        node("title", title),
        node("style", _style()),
    )
    root = node("html", head, node("body", node("main", *content)), lang="zh-CN")
    text = ET.tostring(root, encoding="unicode", method="html")
    return f"<!DOCTYPE html>\n{text}\n".encode("utf-8", "replace")


def _printable(text: str) -> str:
    """Without control characters, which HTML does not allow (HTML Standard, section 13.2.3.5)."""
    return "".join(c if c >= " " or c in "\n\t" else "\ufffd" for c in text)


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")
