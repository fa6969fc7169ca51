"""Plain text, as recovered from scans and web pages: tables of tabs or pipes among prose."""

from __future__ import annotations

from dataclasses import dataclass

from govdisclose_ld.model import Document
from govdisclose_ld.readers.blocks import add_blocks
from govdisclose_ld.readers.decoding import decode, is_text
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.limits import Limits
from govdisclose_ld.readers.lines import split_lines


@dataclass(frozen=True, slots=True)
class TextReader:
    """Reads text files; cells stay exactly as printed, markup and blanks included."""

    name: str = "text"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def recognises(self, data: bytes, suffix: str) -> float:
        """Any text is taken, but surely only when nothing else claims it."""
        if not is_text(data):
            return 0.0
        return 0.4 if suffix in self.suffixes else 0.1

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """The document: a table for each block of lines with tabs, a paragraph for other lines."""
        decoded = decode(data, name)
        draft = Draft(name, limits)
        text = draft.take_text(decoded)
        add_blocks(draft, split_lines(text))
        return draft.finish(data, media_type="text/plain", encoding=decoded.encoding)


READER = TextReader()
