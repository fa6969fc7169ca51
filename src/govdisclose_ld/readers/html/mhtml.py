"""Web archives (MHTML): every HTML part, in order."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from govdisclose_ld.errors import InputError
from govdisclose_ld.model import Document
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.html import add_page
from govdisclose_ld.readers.limits import Limits


def read(data: bytes, name: str, limits: Limits) -> Document:
    """The document that the pages of a web archive print."""
    draft = Draft(name, limits)
    message = message_from_bytes(data, policy=policy.default)
    encodings = [
        add_page(draft, page, charset=charset, first_line=0) for page, charset in _pages(message)
    ]
    if not encodings:
        raise InputError(
            "网页归档中没有网页",
            "there is no page in this web archive",
            where=name,
            remedy=("请在浏览器中重新保存", "save it again from the browser"),
        )
    return draft.finish(data, media_type="multipart/related", encoding=encodings[0])


def _pages(message: object) -> list[tuple[bytes, str]]:
    pages = []
    parts = message.walk() if isinstance(message, EmailMessage) else ()
    for part in parts:
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                pages.append((payload, part.get_content_charset("")))
    return pages
