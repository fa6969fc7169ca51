"""A corrections file drafted from a reading: an entry for each doubtful value, to be filled in.

An entry stays out of use until a person writes down what is right, so that the draft as it comes
changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.correction_files import FIELDS, LEVELS, WORDS, attribute
from govdisclose_ld.interpret.corrections import printed_of
from govdisclose_ld.interpret.headings import column_label
from govdisclose_ld.interpret.imprints import catalog_path
from govdisclose_ld.interpret.kinds import SCHEMES
from govdisclose_ld.interpret.wording import squeeze
from govdisclose_ld.model import Catalog, CellRef, Choice, Document, Finding, Item, State, Text
from govdisclose_ld.yaml_places import quoted

_GUIDE = """\
# 更正草稿：每个没有把握的值一条。对照原件，在 right 里写上应为什么，再写明 who、when、why，
# 这一条才被采用；right 空着的不采用，没有问题的删去即可。
# Draft of corrections: an entry for each doubtful value. Check the original and write what is right
# behind right:, and who, when and why. An entry whose right is left blank is not used."""
_SIGNED = """\
who:   # 谁核对的 who checked it
when:  # 哪天 the day, 2024-05-06
why:   # 根据什么 on what ground"""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that a person should settle: the field as corrections files call it, what its cells
    print, what it was read as, and what was found at them."""

    field: str
    printed: str
    read: str
    findings: tuple[Finding, ...]


def draft_corrections(catalog: Catalog) -> str:
    """A corrections file, as YAML text, with an open entry for each doubtful value."""
    found: dict[tuple[int, int], list[Finding]] = {}
    for finding in catalog.findings:
        found.setdefault((finding.ref.table, finding.ref.row), []).append(finding)
    settled = {(one.key, one.field) for one in catalog.corrections}
    entries: list[str] = []
    for item in catalog.items:
        here = found.get((item.source.table, item.source.row), [])
        for doubt in doubts_of(item, here, catalog.document):
            if (item.key, doubt.field) in settled:
                continue
            entries += [*_comments(doubt, item), draft_entry(item, doubt)]
    return "\n".join([_GUIDE, draft_head(catalog), *(entries or ["  []"])]) + "\n"


def draft_head(catalog: Catalog) -> str:
    """What a corrections file begins with; its entries come behind."""
    return f"catalog: {quoted(catalog_path(catalog))}\n{_SIGNED}\ncorrections:"


def draft_entry(item: Item, doubt: Doubt) -> str:
    """The entry of one doubtful value, ready to be copied into a corrections file."""
    entry = {"item": item.ordinal, "key": item.key, "field": doubt.field}
    entry |= {"printed": doubt.printed, "read": doubt.read}
    told = [f"{name}: {quoted(value)}" for name, value in entry.items()]
    return "  - " + "\n    ".join([*told, *_options(doubt.field), "right:"])


def _options(field: str) -> Iterator[str]:
    """What can be written behind ``right`` for a field of choices, as a comment."""
    if scheme := SCHEMES.get(attribute(field)):
        labels = "、".join(term.label for term in code_list(scheme).terms.values())
        yield f"# 可写 options: {labels}；一个也没有勾写 无 none: 无"


def doubts_of(item: Item, here: Sequence[Finding], document: Document) -> Iterator[Doubt]:
    """The values of an item that were inferred, are unknown, or at whose cells a warning stands;
    ``here`` are the findings on its row."""
    for level, field in enumerate(LEVELS, 1):
        matter = next((m for m in item.matters if m.level == level), None)
        missing = level == 1 and not item.matters
        if missing or (matter and matter.inference):
            found = [f for f in here if f.code.startswith(("level", "matter-"))]
            told = [f for f in found if missing or (matter and f"“{matter.label}”" in f.message_zh)]
            yield Doubt(field, "", matter.label if matter else "", tuple(told))
    for field in FIELDS[len(LEVELS) :]:
        cells: tuple[CellRef, ...] = _cells(item, field)
        found = [f for f in here if f.ref in cells and f.ref.column]
        if _is_unknown(item, field) or any(f.severity.rank for f in found):
            printed = printed_of(item, field, document)
            yield Doubt(field, printed, _read(item, field), tuple(found))


def _cells(item: Item, field: str) -> tuple[CellRef, ...]:
    cells: tuple[CellRef, ...] = getattr(item, attribute(field)).cells
    return cells


def _is_unknown(item: Item, field: str) -> bool:
    value: object = getattr(item, attribute(field))
    return isinstance(value, Choice) and value.state is State.UNKNOWN


def _read(item: Item, field: str) -> str:
    """What a field was read as, in the words that a corrections file takes."""
    if field == "agency":
        return "、".join(agency.label for agency in item.agencies)
    if field == "basis":
        return "、".join(citation.text for citation in item.legal_bases)
    if field == "time_limit":
        return item.time_limit.text
    if field in WORDS:
        text: Text = getattr(item, field)
        return text.text
    choice: Choice = getattr(item, attribute(field))
    return "、".join(term.label for term in choice.selected)


def _comments(doubt: Doubt, item: Item) -> Iterator[str]:
    ref = item.source
    name = doubt.field
    label = column_label("matters", LEVELS.index(name) + 1) if name in LEVELS else ""
    place = f"表 {ref.table} 行 {ref.row} {label or column_label(attribute(name))}"
    yield ""
    if not doubt.findings:
        yield f"  # {place}"
    for message in dict.fromkeys(f"{squeeze(f.message_zh)} {f.code}" for f in doubt.findings):
        yield f"  # {place}：{_line(message)}"


def _line(text: str) -> str:
    """A message within a comment: nothing in it may end the line."""
    return "".join(char if char.isprintable() else " " for char in text)
