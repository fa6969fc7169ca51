"""What the prose says of the table: how many matters it holds, limits and other values for all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cache
from typing import Any

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.deadlines import read_time_limit
from govdisclose_ld.interpret.headings import field_label
from govdisclose_ld.interpret.notices import finding
from govdisclose_ld.interpret.wording import fold, key, number, squeeze
from govdisclose_ld.model import CellRef, Declared, Finding, Paragraph, TimeLimit

_SENTENCE_END = "。！？：；"


def _words() -> dict[str, Any]:
    words: dict[str, Any] = knowledge("vocabulary/metadata.yml")
    return words


def join_paragraphs(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Paragraphs with those put together that a page break cut in mid-sentence."""
    joined: list[Paragraph] = []
    for paragraph in (p for p in paragraphs if p.text.strip()):
        last = joined[-1] if joined else None
        cut = last and len(last.text) > 40 and last.text.rstrip()[-1] not in _SENTENCE_END
        if last and cut:
            joined[-1] = replace(last, text=last.text.rstrip() + paragraph.text.lstrip())
        else:
            joined.append(paragraph)
    return tuple(joined)


def read_declared(paragraphs: Sequence[Paragraph]) -> tuple[Declared, ...]:
    """How many matters of each level the prose says that the table holds, and their names."""
    rules = _words()["declared"]
    found: dict[int, Declared] = {}
    for paragraph in join_paragraphs(paragraphs):
        text = fold(paragraph.text)
        for match in re.finditer(rules["pattern"], text):
            level = number(match["level"]) or 0
            listed = re.match(rules["names"], text[match.end() :])
            names = _names(listed["names"]) if listed else ()
            count = number(match["count"]) or 0
            found.setdefault(level, Declared(level, count, names, paragraph.line))
    return tuple(found[level] for level in sorted(found))


def _names(listed: str) -> tuple[str, ...]:
    cut = re.split(r"[一二三四五六]级", listed)[0]
    plain = re.sub(_words()["declared"]["tail"], "", cut.strip("，,、"))
    return tuple(name.strip() for name in re.split(r"[、，,]", plain) if name.strip())


def check_values(
    paragraphs: Sequence[Paragraph], columns: Set[str], document: str
) -> Iterator[Finding]:
    """Values that the prose states for all items, of fields that no column of the table is for."""
    patterns = {field: one for field, one in _value_patterns().items() if field not in columns}
    for paragraph in join_paragraphs(paragraphs):
        for sentence in re.split(r"[。；;\n]", paragraph.text):
            for field, pattern in patterns.items():
                if said := pattern.search(sentence):
                    words = {"name": field_label(field), "text": _clause(sentence, said.start())}
                    found = finding("value-in-prose", CellRef(document), **words)
                    yield replace(found, line=paragraph.line)


def _clause(sentence: str, start: int) -> str:
    return squeeze(re.split(r"[，,]", sentence[start:])[0])


@cache
def _value_patterns() -> dict[str, re.Pattern[str]]:
    rules = _words()["prose_values"]
    said = rules["said"]
    return {
        field: re.compile(one.replace("{said}", said)) for field, one in rules["fields"].items()
    }


def read_default_limit(paragraphs: Sequence[Paragraph]) -> TimeLimit | None:
    """The time limit that the prose states for all items, with the levels that a rule holds for."""
    rules = _words()["default"]
    for paragraph in join_paragraphs(paragraphs):
        for sentence in re.split(r"(?<=[。；])", paragraph.text):
            said = re.search(rules["trigger"], sentence)
            stated = sentence[said.start() :] if said else ""
            limit, _ = read_time_limit(stated)
            if any(rule.amount for rule in limit.rules):
                return _scoped(replace(limit, text=squeeze(stated), inherited=True))
    return None


def _scoped(limit: TimeLimit) -> TimeLimit:
    rules = tuple(replace(rule, scope=_scope(rule.text)) for rule in limit.rules)
    clauses = re.split(r"[，,。；;]", limit.text)
    forms = code_list("retention").forms
    said = next((c for c in clauses if any(form in key(c) for form in forms)), "")
    return replace(limit, rules=rules, retention_scope=_scope(said) if limit.retention else ())


def _scope(clause: str) -> tuple[str, ...]:
    scopes: dict[str, str] = _words()["default"]["scope"]
    named = next((ids for ids, pattern in scopes.items() if re.search(pattern, clause)), "")
    return tuple(named.split())
