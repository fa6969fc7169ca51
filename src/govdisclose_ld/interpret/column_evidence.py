"""What the cells of one column hold, taken together: a kind, numbers, ticks, plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.deadlines import read_time_limit
from govdisclose_ld.interpret.kinds import SCHEMES, kinds
from govdisclose_ld.interpret.marks import Mark, bare_mark, read_marks
from govdisclose_ld.interpret.wording import fold, key, number
from govdisclose_ld.model import Row

MOST = 0.8
"""The share of a column's cells that makes its kind."""
_FEW = 0.2
_FILLED = 0.5
_STRONG = ("basis", "time_limit", "site_section", *SCHEMES)
_BOXES_OF_A_FORM = 3


@dataclass(frozen=True, slots=True)
class ColumnEvidence:
    """The cells of one column: their printed texts and the number of rows that it could fill.

    A cell that is merged down counts once among the texts and in each of its rows as filled.
    """

    number: int
    texts: tuple[str, ...]
    filled: int
    rows: int

    @property
    def is_full(self) -> bool:
        """Whether the column is filled in most rows."""
        return bool(self.texts) and self.filled >= _FILLED * self.rows

    @property
    def length(self) -> float:
        """The mean length of its texts."""
        return sum(len(fold(text)) for text in self.texts) / max(1, len(self.texts))

    def share(self, field: str) -> float:
        """The share of its texts that read like a field."""
        return sum(field in kinds(text) for text in self.texts) / max(1, len(self.texts))

    def is_ticked(self) -> bool:
        """Whether it holds lone boxes and nothing else, one of them ticked."""
        marks = [bare_mark(text) for text in self.texts]
        return Mark.TICKED in marks and all(mark is not None for mark in marks)

    def is_plain(self) -> bool:
        """Whether it holds plain words: no kind of cell comes in it often, no number is one."""
        strange = sum(1 for t in self.texts if kinds(t) - {"ordinal"} or not _HAN.search(t))
        return bool(self.texts) and strange <= _FEW * len(self.texts)

    def counts(self) -> bool:
        """Whether it numbers the rows: 1 2 3 …, or codes that all differ."""
        if len(self.texts) < 2 or self.share("ordinal") < MOST:
            return False
        values = [number(key(text)) for text in self.texts]
        if any(value is None for value in values):
            return len({fold(text) for text in self.texts}) == len(self.texts)
        steps = [after - before for before, after in pairwise(filter(None, values))]
        return sum(step == 1 for step in steps) >= MOST * len(steps)

    def names_laws(self) -> bool:
        """Whether a text of it could be a legal basis in words that are not read as one."""
        pattern = re.compile(knowledge("vocabulary/columns.yml")["without_header"]["laws"])
        return any(pattern.search(fold(text)) for text in self.texts)

    def runs_from_information(self) -> bool:
        """Whether most of its limits run from information coming into being, as Article 26 of
        政府信息公开条例 has it: no other table prints such limits."""
        told = sum(1 for text in self.texts if _is_disclosure_limit(text))
        return bool(self.texts) and told * 2 >= len(self.texts)

    def offers_channels(self) -> bool:
        """Whether most of its cells print several channels with boxes, as a form of them does."""
        forms = [text for text in self.texts if "channels" in kinds(text)]
        boxed = sum(1 for t in forms if len(read_marks(t).options) >= _BOXES_OF_A_FORM)
        return bool(forms) and boxed * 2 >= len(self.texts)


_HAN = re.compile("[\u4e00-\u9fff]")


def _is_disclosure_limit(text: str) -> bool:
    family = knowledge("vocabulary/codes/trigger.yml")["terms"]
    own = {entry["id"] for entry in family if entry.get("family") == "information"}
    return any(rule.trigger in own for rule in read_time_limit(text)[0].rules)


def column_evidence(rows: Sequence[Row], width: int) -> tuple[ColumnEvidence, ...]:
    """The evidence of each of the first ``width`` columns of these rows."""
    return tuple(_evidence(rows, place) for place in range(width))


def _evidence(rows: Sequence[Row], place: int) -> ColumnEvidence:
    cells = [row.cells[place] for row in rows if place < len(row.cells)]
    texts = tuple(cell.text for cell in cells if cell.text.strip())
    covered = sum(1 for cell in cells if cell.anchor and not cell.text.strip())
    return ColumnEvidence(place + 1, texts, len(texts) + covered, len(rows))


def strong_kinds(row: Row) -> frozenset[str]:
    """The fields that cells of the row read like and that no heading does."""
    found = {kind for cell in row.cells for kind in kinds(cell.text)}
    return frozenset(found.intersection(_STRONG))
