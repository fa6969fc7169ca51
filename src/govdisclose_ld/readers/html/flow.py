"""A page in reading order: paragraphs, data tables, and what stands in layout tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.html.elements import descend, holds, is_hidden, line_of, tag_of, text_of
from govdisclose_ld.readers.html.inline import Break, Piece, lines, pieces
from govdisclose_ld.readers.html.tables import cells_of, is_layout, table_rows
from govdisclose_ld.readers.limits import too_deep

_DEEPEST = 30
"""Pages nest layout tables ten deep at most; each level is looked through once more."""
_FRAMES = frozenset({"iframe", "frame"})
_CAPTION = frozenset({"caption"})


def add_flow(draft: Draft, root: Element, *, first_line: int) -> None:
    """Add every table and paragraph of a page to ``draft``, in order.

    ``first_line`` is the line of the source file where the page begins, 0 where it has none.
    """
    prose: list[Piece] = []
    hidden, copies = 0, _Copies()
    for piece in _opened(pieces(root, flat=False), draft.name, depth=1):
        if isinstance(piece, str | Break):
            prose.append(piece)
        elif tag_of(piece) == "table":
            if not (text_of(piece).strip() or holds(piece, "img", "input")):
                continue
            if copies.has(piece):
                hidden += 1
                continue
            _add_prose(draft, prose, first_line=first_line)
            draft.add_table(table_rows(piece, draft, first_line=first_line))
            prose.append(Break(line_of(piece)))
        else:
            hidden += bool(text_of(piece).strip())
    _add_prose(draft, prose, first_line=first_line)
    if hidden:
        draft.note("hidden-text", count=hidden)
    if any(frame.get("src") for frame in descend(root, _FRAMES, frozenset())):
        draft.note("frame-not-read")


class _Copies:
    """The tables of a page so far, by what they print."""

    def __init__(self) -> None:
        self._hidden: dict[str, bool] = {}

    def has(self, table: Element) -> bool:
        """Whether a page prints a table twice of which it hides one: the form for small screens."""
        text = " ".join(text_of(table).split())
        hidden = any(map(is_hidden, table.iterancestors()))
        if text in self._hidden and (hidden or self._hidden[text]):
            return True
        self._hidden[text] = hidden
        return False


def _opened(stream: Iterable[Piece], name: str, *, depth: int) -> Iterator[Piece]:
    """The stream with layout tables replaced by what stands in their cells."""
    if depth > _DEEPEST:
        raise too_deep(name)
    for piece in stream:
        if isinstance(piece, str | Break) or tag_of(piece) != "table":
            yield piece
            continue
        for caption in descend(piece, _CAPTION, frozenset({"table"})):
            yield from pieces(caption, flat=True)
        if is_layout(piece):
            for cell in cells_of(piece):
                yield Break(line_of(cell))
                yield from _opened(pieces(cell, flat=False), name, depth=depth + 1)
            yield Break()
        else:
            yield piece


def _add_prose(draft: Draft, prose: list[Piece], *, first_line: int) -> None:
    for text, line in lines(prose):
        draft.add_paragraph(text, line=line + first_line - 1 if line and first_line else 0)
    prose.clear()
