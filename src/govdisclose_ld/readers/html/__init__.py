"""Web pages: tables with merged cells among prose; scripts, styles and the network are left out."""

from __future__ import annotations

import re

from lxml import etree

from govdisclose_ld.model import Document
from govdisclose_ld.readers.decoding import decode
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.html.flow import add_flow
from govdisclose_ld.readers.limits import Limits, refuse, too_deep

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD = 8192


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The document that an HTML page prints."""
    draft = Draft(name, limits)
    encoding = add_page(draft, data)
    return draft.finish(data, media_type="text/html", encoding=encoding)


def add_page(draft: Draft, data: bytes, *, charset: str = "", first_line: int = 1) -> str:
    """Add what a page prints to ``draft``; the codec that read it comes back.

    ``charset`` is a label from outside the page; ``first_line`` is 0 where lines of the page are
    no lines of the source file. Raises InputError for a page nested too deep to be read whole.
    """
    declared = _CHARSET.search(data[:_HEAD])
    label = charset or (declared[1].decode("ascii") if declared else "")
    decoded = decode(data, draft.name, declared=label)
    draft.note_decoding(decoded)
    add_markup(draft, decoded.text, first_line=first_line)
    return decoded.encoding


def add_markup(draft: Draft, text: str, *, first_line: int) -> None:
    """Add what a page or a part of one prints."""
    if text.count("<") > (most := draft.limits.elements):
        raise refuse(
            draft.name,
            f"网页标记超过 {most} 个",
            f"a page of more than {most} tags",
            limit="elements",
        )
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    root = etree.fromstring(text.encode("utf-8"), parser)
    if any("xcessive depth" in error.message for error in parser.error_log):
        raise too_deep(draft.name)
    if root is not None:
        add_flow(draft, root, first_line=first_line)
