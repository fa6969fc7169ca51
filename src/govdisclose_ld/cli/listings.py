"""What there is to choose from, and what one of them means, as rows of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret.explanations import Explanation, explanations
from govdisclose_ld.readers import list_readers
from govdisclose_ld.standards import list_standards, load_standard
from govdisclose_ld.store import list_queries, load_query
from govdisclose_ld.validation import Rule, describe_shapes, list_shapes


class Kind(StrEnum):
    """What can be listed."""

    SHAPES = "shapes"
    QUERIES = "queries"
    STANDARDS = "standards"
    FINDINGS = "findings"
    READERS = "readers"


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows of text under headings; ``names`` are those headings in JSON."""

    headings: tuple[str, ...]
    names: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def listing_of(kind: Kind, name: str = "") -> Listing:
    """Everything of a kind, or, with a name, what that one means.

    Raises ConfigurationError for a name that is not there.
    """
    every, one = _LISTINGS[kind]
    return one(name) if name else every()


def _shapes() -> Listing:
    rows = [(shapes.name, shapes.title.zh, shapes.title.en) for shapes in list_shapes()]
    return _titled(rows)


def _shape(name: str) -> Listing:
    rows = [
        (rule.code, rule.severity.value, rule.message.zh, rule.message.en)
        for rule in describe_shapes(name)
    ]
    headings = ("代码 code", "级别 severity", "说明", "meaning")
    return Listing(headings, ("code", "severity", "message", "message_en"), rows)


def _queries() -> Listing:
    return _titled([(q.name, q.title.zh, q.title.en) for q in list_queries()])


def _query(name: str) -> Listing:
    chosen = load_query(name)
    rows = [("回答 answers", "", chosen.answers.zh, chosen.answers.en)]
    rows += [("依据 source", "", chosen.source.zh, chosen.source.en)]
    for parameter in chosen.parameters:
        kind = "必填 required" if parameter.required else parameter.default or ""
        rows.append((f"-p {parameter.name}", kind, parameter.meaning.zh, parameter.meaning.en))
    rows += [(c.name, c.heading.zh, c.meaning.zh, c.meaning.en) for c in chosen.columns]
    headings = ("", "", "说明", "meaning")
    return Listing(headings, ("part", "note", "meaning", "meaning_en"), rows)


def _standards() -> Listing:
    return _titled([(s.id, s.title.zh, s.title.en) for s in list_standards()])


def _standard(name: str) -> Listing:
    rows = [
        (item.id, matter.label.zh, item.label.zh, item.label.en)
        for matter, item in load_standard(name).places()
    ]
    headings = ("编号 id", "一级事项 first level", "事项", "item")
    return Listing(headings, ("id", "first_level", "label", "label_en"), rows)


def _findings() -> Listing:
    rows = [(code, e.severity.value, e.zh, e.en) for code, e in explanations().items()]
    rows += [
        (rule.code, rule.severity.value, rule.message.zh, rule.message.en)
        for rule in sorted(_rules().values(), key=lambda rule: rule.code)
    ]
    headings = ("代码 code", "级别 severity", "说明", "meaning")
    return Listing(headings, ("code", "severity", "message", "message_en"), rows)


def _finding(code: str) -> Listing:
    entries, rules = explanations(), _rules()
    if code in entries:
        return _explained(entries[code])
    if code in rules:
        return _explained_rule(rules[code])
    raise _unknown(code, sorted({*entries, *rules}))


def _explained_rule(rule: Rule) -> Listing:
    rows = [
        ("说明 meaning", rule.message.zh, rule.message.en),
        ("级别 severity", rule.severity.value, rule.severity.value),
        ("依据 source", rule.source.zh, rule.source.en),
        ("处理 remedy", rule.remedy.zh, rule.remedy.en),
    ]
    return Listing((rule.code, "", ""), ("part", "text", "text_en"), rows)


def _explained(entry: Explanation) -> Listing:
    rows = [
        ("说明 meaning", entry.zh, entry.en),
        ("级别 severity", entry.severity.value, entry.severity.value),
        ("原因 cause", entry.cause_zh, entry.cause_en),
        ("处理 remedy", entry.remedy_zh, entry.remedy_en),
    ]
    return Listing((entry.code, "", ""), ("part", "text", "text_en"), rows)


@cache
def _rules() -> dict[str, Rule]:
    """Every rule of the shipped shapes by the code of its findings."""
    every = [rule for shapes in list_shapes() for rule in describe_shapes(shapes.name)]
    return {rule.code: rule for rule in every if rule.message.zh}


def _readers() -> Listing:
    rows = [(reader.name, " ".join(reader.suffixes)) for reader in list_readers()]
    return Listing(("名称 name", "文件名结尾 suffixes"), ("name", "suffixes"), rows)


def _reader(name: str) -> Listing:
    readers = {reader.name: reader for reader in list_readers()}
    if name not in readers:
        raise _unknown(name, sorted(readers))
    rows = [(name, " ".join(readers[name].suffixes))]
    return Listing(("名称 name", "文件名结尾 suffixes"), ("name", "suffixes"), rows)


def _titled(rows: Sequence[tuple[str, ...]]) -> Listing:
    return Listing(("名称 name", "标题", "title"), ("name", "title", "title_en"), rows)


def _unknown(name: str, known: Sequence[str]) -> ConfigurationError:
    near = get_close_matches(name, known, n=1, cutoff=0.0)[0]
    return ConfigurationError(
        f"没有 {name}",
        f"there is no {name}",
        remedy=(f"是否指 {near}？", f"did you mean {near}?"),
    )


_LISTINGS: dict[Kind, tuple[Callable[[], Listing], Callable[[str], Listing]]] = {
    Kind.SHAPES: (_shapes, _shape),
    Kind.QUERIES: (_queries, _query),
    Kind.STANDARDS: (_standards, _standard),
    Kind.FINDINGS: (_findings, _finding),
    Kind.READERS: (_readers, _reader),
}
