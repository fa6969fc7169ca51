"""Running heads and feet of a Word document: a title or an office may stand nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.etree import _Element as Element

from govdisclose_ld.model import Paragraph
from govdisclose_ld.readers.docx.flow import Story, blocks
from govdisclose_ld.readers.docx.numbering import Numbering
from govdisclose_ld.readers.docx.runs import inlines
from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.packages import Package, local

_FOLIO = re.compile(r"[第共页次\W\d_]*(?:PAGE|NUMPAGES)?")
"""What is printed around the number of a page."""
_KINDS = ("header", "footer")


def running_lines(package: Package, main: str) -> dict[str, list[str]]:
    """The different lines of all heads and of all feet of a document, without page numbers."""
    found: dict[str, list[str]] = {kind: [] for kind in _KINDS}
    for kind, part in package.targets(main).values():
        root = package.tree(part) if kind in found else None
        if root is None:
            continue
        draft = Draft(package.name, package.limits)
        Story(draft, Numbering(None, None)).add(root)
        for block in draft.finish(b"", media_type="").blocks:
            if isinstance(block, Paragraph) and not _FOLIO.fullmatch(block.text):
                found[kind].append(block.text)
    return {kind: list(dict.fromkeys(lines)) for kind, lines in found.items()}


def begins_with_prose(body: Element) -> bool:
    """Whether something is printed above the first table."""
    for block in blocks(body):
        if isinstance(block, str) or local(block) == "tbl":
            return isinstance(block, str)
        if any(isinstance(inline, str) and inline.strip() for inline in inlines(block)):
            return True
    return False


def add_lines(draft: Draft, lines: Iterable[str]) -> None:
    """Add each line as a paragraph."""
    for line in lines:
        draft.add_paragraph(line)
