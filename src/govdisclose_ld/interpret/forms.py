"""Items that are printed one by one, each field behind its label, turned into the rows of a table.

A form says what every value is, in the words that heads the columns elsewhere. It is turned where
its labels prove it: at least four of them are headings that are known, and no two cells of values
stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from govdisclose_ld.interpret.headings import SURE, match_heading
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.wording import squeeze
from govdisclose_ld.model import Cell, CellRef, Document, Paragraph, Row, Table

_FEWEST = 4
_LONGEST_LABEL = 20
_LABELLED = re.compile(
    r"(?:(?:[\d一二三四五六七八九十]{1,3}[.、．]|[●·•◆])\s*)?【?([^：:【】\s][^：:【】]{1,19})】?\s*[：:]"
)
_Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label and the value behind it; ``known`` tells that the label is a heading."""

    label: str
    value: str
    line: int
    known: bool


def turn_forms(document: Document) -> Document:
    """The document with each run of forms as one table, a row for each; as it is where none is."""
    blocks: list[_Block] = []
    findings = list(document.findings)
    tables = 0
    for block in _with_forms(document.blocks):
        if isinstance(block, Paragraph):
            blocks.append(block)
            continue
        tables += 1
        if block.number == 0:
            findings.append(finding("table-by-labels", CellRef(document.name, tables)))
        blocks.append(replace(block, number=tables))
    if len(findings) == len(document.findings):
        return document
    return replace(document, blocks=tuple(blocks), findings=tuple(findings))


def _with_forms(blocks: Sequence[_Block]) -> Iterator[_Block]:
    """The blocks, forms turned into tables with the number 0."""
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if isinstance(block, Table):
            pairs = _table_pairs(block)
            yield _turned(pairs) if pairs else block
            place += 1
            continue
        end, pairs = _prose_pairs(blocks, place)
        if _are_forms(pairs):
            yield _turned(pairs)
        else:
            yield from blocks[place:end]
        place = end


def _pair(label: str, value: str, line: int) -> _Pair:
    match = match_heading(squeeze(label)) if len(label) <= _LONGEST_LABEL else None
    return _Pair(squeeze(label), value.strip(), line, match is not None and match.score >= SURE)


def _table_pairs(table: Table) -> list[_Pair]:
    """The labels and values of a table whose every row prints labels with a value behind each; []
    for another."""
    pairs: list[_Pair] = []
    for row in table.rows:
        texts = [cell.text for cell in row.cells]
        while texts and not texts[-1].strip():
            texts.pop()
        own = [_pair(a, b, row.line) for a, b in zip(texts[::2], [*texts[1::2], ""], strict=False)]
        values = [match_heading(squeeze(pair.value)) for pair in own if pair.value]
        if any(value and value.score >= SURE for value in values):
            return []
        if len(own) > 1 and not all(pair.known for pair in own):
            return []
        pairs += own
    return pairs if _are_forms(pairs) else []


def _prose_pairs(blocks: Sequence[_Block], start: int) -> tuple[int, list[_Pair]]:
    """The labelled paragraphs from ``start`` on, with those between that carry a value on, and the
    index behind the last."""
    pairs: list[_Pair] = []
    end, carried = start + 1, list[str]()
    for place in range(start, len(blocks)):
        block = blocks[place]
        if isinstance(block, Table):
            break
        text = block.text.strip()
        found = _LABELLED.match(text)
        pair = _pair(found[1], text[found.end() :], block.line) if found else None
        if pair is None or not pair.known:
            if not pairs:
                break
            carried.append(text)
            continue
        if carried:
            pairs[-1] = replace(pairs[-1], value="\n".join([pairs[-1].value, *carried]).strip())
        pairs.append(pair)
        end, carried = place + 1, []
    return end, pairs


def _are_forms(pairs: Sequence[_Pair]) -> bool:
    """Whether labels are headings of a catalog: enough of them, most of those printed, and in each
    form once, the content among them."""
    fields = {field for pair in pairs if (field := _field(pair))}
    most = 2 * sum(pair.known for pair in pairs) > len(pairs)
    return len(fields) >= _FEWEST and most and all(map(_is_whole, _forms(pairs)))


def _is_whole(form: Sequence[_Pair]) -> bool:
    once = len({pair.label for pair in form}) == len(form)
    return once and any(_field(pair) == "content" for pair in form)


def _field(pair: _Pair) -> str:
    match = match_heading(pair.label) if pair.known else None
    return match.field if match else ""


def _forms(pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """The pairs by form: each begins with the label that the first one begins with."""
    used = [pair for pair in pairs if pair.known or pair.value]
    forms: list[list[_Pair]] = []
    for pair in used:
        if pair.label == used[0].label:
            forms.append([])
        forms[-1].append(pair)
    return forms


def _turned(pairs: Sequence[_Pair]) -> Table:
    """A table with a column for each label and a row for each form; what is printed alone in its
    row and is no label stands above."""
    forms = _forms(pairs)
    labels = list(dict.fromkeys(pair.label for form in forms for pair in form))
    titles = [pair for pair in pairs if pair.label and not (pair.known or pair.value)]
    printed = [([title.label], title.line) for title in titles]
    printed.append((labels, forms[0][0].line))
    for form in forms:
        values = {pair.label: pair.value for pair in form}
        printed.append(([values.get(label, "") for label in labels], form[0].line))
    rows = (
        Row(number, tuple(map(Cell, texts)), line)
        for number, (texts, line) in enumerate(printed, start=1)
    )
    return Table(0, tuple(rows))
