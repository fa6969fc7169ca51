"""Markdown: lines of prose and pipe tables (GitHub Flavored Markdown, section 4.10).

Text stands as it is printed: only pipes are escaped and line breaks made ``<br>``, for a table's
row is one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from govdisclose_ld.model import Paragraph, Table
from govdisclose_ld.writers.delimited import flat_rows
from govdisclose_ld.writers.template import Printed

_BLANKS = re.compile(r"[ \t]*\n[ \t]*")


def write_markdown(printed: Printed) -> bytes:
    """A heading, paragraphs and tables; merged cells as in CSV."""
    texts: list[str] = []
    for block in printed.document.blocks:
        if isinstance(block, Table):
            texts.append("\n".join(_table(flat_rows(block, printed))))
        else:
            texts.append(_line(block, printed.title))
    return ("\n\n".join(texts) + "\n").encode("utf-8")


def _line(paragraph: Paragraph, title: str) -> str:
    return f"# {title}" if paragraph.text == title else paragraph.text


def _table(rows: Iterable[list[str]]) -> Iterator[str]:
    for number, texts in enumerate(rows):
        yield f"| {' | '.join(map(_cell, texts))} |"
        if number == 0:
            yield "|" + " --- |" * len(texts)


def _cell(text: str) -> str:
    one_line = _BLANKS.sub("<br>", text.strip()).replace("\t", " ")
    return one_line.replace("|", "\\|")
