"""Whole pages: one file each, that needs neither network nor script and forbids itself both."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from govdisclose_ld.markup.elements import Content, Markup, element

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_BASE = Path(__file__).with_name("base.css")


def page(title: str, *body: Content, style: Path) -> str:
    """The page; ``style`` is a style sheet that adds to ``base.css``. Equal arguments, equal text.

    A style sheet holds no ``<``.
    """
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content="govdisclose-ld"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", title),
        element("style", _style(_BASE), _style(style)),
    )
    return f"<!DOCTYPE html>\n{element('html', head, element('body', *body), lang='zh-CN')}\n"


def banner(*said: Content) -> Markup:
    """What has to be read before anything else on a page."""
    return element("p", *said, class_="banner", role="note")


@cache
def _style(file: Path) -> Markup:
    return Markup(file.read_text(encoding="utf-8"))
