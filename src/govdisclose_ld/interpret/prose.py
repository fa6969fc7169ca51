"""What the prose of a document tells: its title, office, number, date, and what it promises."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.citations import normalise_number
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.deadlines import read_time_limit
from govdisclose_ld.interpret.wording import fold, key, number, squeeze, without_continued
from govdisclose_ld.model import Declared, Document, Paragraph, Table, TimeLimit

_HEAD = 6
_SENTENCE_END = "。！？：；"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a document says of itself; empty strings where it does not say."""

    title: str = ""
    publisher: str = ""
    document_number: str = ""
    issued: str = ""
    status: str = ""


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = knowledge("vocabulary/metadata.yml")
    return words


def read_imprint(paragraphs: Sequence[Paragraph], titles: Sequence[str]) -> Imprint:
    """The imprint that the paragraphs print; ``titles`` are title rows inside tables."""
    lines = [plain_line(p.text) for p in paragraphs if p.text.strip()]
    title = _title([*lines, *map(squeeze, titles)])
    number_ = next((line for line in lines if re.match(_words()["document_number"], line)), "")
    return Imprint(
        title=title,
        publisher=_publisher([*lines, *map(squeeze, titles)], title),
        document_number=normalise_number(number_) if number_ else "",
        issued=next((date for line in lines if (date := _date(line))), ""),
        status=_status(title),
    )


def plain_line(text: str) -> str:
    """A paragraph on one line, without the signs that Markdown puts before a heading."""
    return squeeze(text).lstrip("# ")


def _title(lines: Sequence[str]) -> str:
    fitting = [bare for line in lines if is_title(bare := without_attachment(line))]
    return fitting[-1] if fitting else ""


def without_attachment(line: str) -> str:
    """A line without the 附件1： that stands before the title of an attachment."""
    return re.sub(_words()["title"]["attachment"], "", line)


def is_title(line: str) -> bool:
    """Whether a line reads like the title of a catalog (…目录, …清单)."""
    rules = _words()["title"]
    fits = rules["shortest"] <= len(line) <= rules["longest"] and re.search(rules["pattern"], line)
    return bool(fits) and not re.match(rules["numbered"], line)


def read_sections(document: Document) -> dict[int, str]:
    """The heading of each table, by number, where a document holds tables under several headings.

    A heading is the last short paragraph before a table that can be one; tables that follow without
    one, or under the same with （续）, stand under the same. A document whose tables have one
    heading or none gives nothing.
    """
    headings: dict[int, str] = {}
    heading = ""
    for block in document.blocks:
        if isinstance(block, Table):
            headings[block.number] = heading
            continue
        line = without_continued(plain_line(block.text))
        heading = line if _is_heading(line) else heading
    return headings if len(set(headings.values())) > 1 else {}


def _is_heading(line: str) -> bool:
    """Whether a line can head a table: short, no sentence, no note, none of what every page prints
    (its number, 续表) and none of what a document says of itself (office, number, date)."""
    words, notes = _words(), "|".join(knowledge("vocabulary/columns.yml")["notes"])
    short = 0 < len(line) <= words["title"]["longest"] and line[-1] not in _SENTENCE_END
    others = (words["heading"]["page"], words["publisher"]["labels"], words["document_number"])
    told = any(re.match(pattern, line) for pattern in (*others, rf"({notes})[:：]"))
    return short and not told and not _date(line)


def _publisher(lines: Sequence[str], title: str) -> str:
    rules = _words()["publisher"]
    for pattern, places in ((rules["labels"], lines), (rules["letterhead"], lines[:_HEAD])):
        found = next((m for line in places if (m := re.match(pattern, line))), None)
        if found:
            return str(found["name"]).strip()
    for line, after in pairwise(lines):
        if _date(after) and len(line) <= 30 and re.search(rules["signature"], line):
            return line
    in_title = re.match(rules["in_title"], title)
    return str(in_title["name"]) if in_title else ""


def _date(line: str) -> str:
    match = re.match(_words()["date"], fold(line))
    if not match:
        return ""
    month, day = int(match["month"]), int(match["day"])
    return f"{match['year']}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def _status(title: str) -> str:
    forms = code_list("status").forms
    return next((terms[0].id for form, terms in forms.items() if form in key(title)), "")


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
