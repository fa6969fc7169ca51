"""Markdown: pipe tables among prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from govdisclose_ld.model import Document
from govdisclose_ld.readers.blocks import add_blocks
from govdisclose_ld.readers.decoding import decode, is_text
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.limits import Limits
from govdisclose_ld.readers.lines import Line, split_lines

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+")


@dataclass(frozen=True, slots=True)
class MarkdownReader:
    """Reads Markdown files: as text, with the marks of headings taken off."""

    name: str = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def recognises(self, data: bytes, suffix: str) -> float:
        """Any text whose name says that it is Markdown."""
        return 0.4 if suffix in self.suffixes and is_text(data) else 0.0

    def read(self, data: bytes, name: str, limits: Limits) -> Document:
        """The document: a table for each pipe table, a paragraph for each other line."""
        decoded = decode(data, name)
        draft = Draft(name, limits)
        text = draft.take_text(decoded)
        add_blocks(draft, map(_unmark, split_lines(text)))
        return draft.finish(data, media_type="text/markdown", encoding=decoded.encoding)


def _unmark(line: Line) -> Line:
    heading = _HEADING.match(line.text)
    return replace(line, text=line.text[heading.end() :].rstrip(" \t#")) if heading else line


READER = MarkdownReader()
