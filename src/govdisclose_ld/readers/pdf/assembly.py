"""Pages put together: tables that go on over the page, between running heads and feet, or beside
it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from govdisclose_ld.readers.draft import Draft
from govdisclose_ld.readers.pdf.joints import join
from govdisclose_ld.readers.pdf.leaves import Leaf, add_leaf, leaf_of
from govdisclose_ld.readers.pdf.pages import Block
from govdisclose_ld.readers.pdf.sides import join_sides
from govdisclose_ld.readers.pdf.tables import PageTable
from govdisclose_ld.readers.pdf.unruled import FOLIO

_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"\d{1,4}\s+\S")


class Assembly:
    """Takes pages in order and adds them to a draft once all are known."""

    def __init__(self, draft: Draft):
        self._draft = draft
        self._held: list[Block] = []
        self._read: list[Leaf | str] = []

    def add(self, blocks: list[Block]) -> None:
        """Take the next page."""
        last = _first_table([*enumerate(self._held)][::-1])
        first = _first_table(enumerate(blocks))
        if last and first and self._meet(last[0], first[0], blocks):
            self._held[last[0]], below = join(last[1], first[1])
            blocks = [*blocks[: first[0]], *([below] if below else []), *blocks[first[0] + 1 :]]
            if below is None and _first_table(enumerate(blocks)) is None:
                self._held += blocks  # the row may go on over one more page
                return
        if last and last[1].is_aligned:
            self._note_rest(blocks)
        self._release()
        self._held = blocks

    def close(self) -> None:
        """Add all pages to the draft."""
        self._release()
        for block in join_sides(self._read):
            if isinstance(block, Leaf):
                add_leaf(self._draft, block)
            else:
                self._draft.add_paragraph(block)

    def _release(self) -> None:
        """Keep no more than the texts of what no further page can change."""
        self._read += [leaf_of(b) if isinstance(b, PageTable) else b for b in self._held]
        self._held = []

    def _note_rest(self, blocks: Sequence[Block]) -> None:
        """Report a page that begins with a numbered line after a table without rules: more of its
        rows, perhaps, whose columns no header tells."""
        text = next((block for block in blocks if not _is_running(block, _bare(self._held))), "")
        if isinstance(text, str) and _NUMBERED.match(text):
            self._draft.note("table-form-uncertain", printed=text)

    def _meet(self, last: int, first: int, blocks: Sequence[Block]) -> bool:
        """Whether nothing but running heads and feet stands between the two tables."""
        running = _bare(self._held) & _bare(blocks)
        between = [*self._held[last + 1 :], *blocks[:first]]
        return all(_is_running(block, running) for block in between)


def _first_table(blocks: Iterable[tuple[int, Block]]) -> tuple[int, PageTable] | None:
    return next(((n, block) for n, block in blocks if isinstance(block, PageTable)), None)


def _is_running(block: Block, running: set[str]) -> bool:
    """Whether a block is a page number, or a line that both pages print but for numbers."""
    if not isinstance(block, str):
        return False
    return FOLIO.fullmatch(block) is not None or _DIGITS.sub("", block) in running


def _bare(blocks: Sequence[Block]) -> set[str]:
    return {_DIGITS.sub("", block) for block in blocks if isinstance(block, str)}
