"""Lines that are titles of catalogs, and the one that a document bears."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.labels import labelled, prints_label
from govdisclose_ld.interpret.wording import squeeze

_SIGNS = "#•·|- \t"


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed, without its number; ``numbered`` tells that it printed one."""

    text: str
    numbered: bool = False


def plain_line(text: str) -> str:
    """A paragraph on one line, without the signs of headings and lists before it and the bars of
    an empty row behind it. A line of labels keeps its blanks."""
    line = " ".join(text.split()).lstrip(_SIGNS).rstrip("| ")
    return line if prints_label(line) else squeeze(line)


def read_title(line: str) -> Title | None:
    """The title that a line prints (…目录, …清单), None if it is none.

    Numbered lines are titles only if they speak of disclosure: 一、政策文件目录 heads matters.
    """
    rules = _rules()
    told = next((one.value for one in labelled(line) if one.kind == "title"), "")
    bare = re.sub(rules["attachment"], "", told or line)
    number = re.match(rules["numbered"], bare)
    text = bare[number.end() :] if number else bare
    if not rules["shortest"] <= len(text) <= rules["longest"] or re.search(rules["trail"], text):
        return None
    if not re.search(rules["pattern"], text):
        return None
    if number and not re.search(rules["numbered_title"], text):
        return None
    return Title(text, number is not None)


def read_titles(lines: Sequence[str]) -> list[Title]:
    """The titles among lines, in order; one that is broken over two lines is put together."""
    found: list[Title] = []
    for line, before in zip(lines, ["", *lines], strict=False):
        title = _joined(before, line) or read_title(line)
        found += [title] if title else []
    return found


def _joined(upper: str, lower: str) -> Title | None:
    """The title that two lines make: 示例县社会救助领域基层政务公开 over 标准目录（试行）."""
    broken = re.search(_rules()["broken"], upper) and re.match(_rules()["rest"], lower)
    says_else = any(one.kind != "title" for one in labelled(upper))
    return None if not broken or says_else or read_title(upper) else read_title(upper + lower)


def chosen_title(head: Sequence[str], lines: Sequence[str], headings: Sequence[str]) -> str:
    """The title of a document: the last before its first table (``head``), "" where none is plain.

    Where tables stand under several ``headings``, what heads one of them is not the title of all.
    ``lines`` are those of the whole document: the only title among them serves for want of another,
    and a page that names its field alone is called that.
    """
    titles = read_titles(head)
    if headings:
        return _title_of_all(titles, headings)
    if titles:
        return titles[-1].text
    others = {title.text for title in read_titles(lines)}
    fields = dict.fromkeys(_field_lines(head))
    return others.pop() if len(others) == 1 else next(iter(fields), "") if len(fields) == 1 else ""


def _title_of_all(titles: Sequence[Title], headings: Sequence[str]) -> str:
    parts = [read_title(heading) for heading in headings]
    of_parts = {part.text for part in parts if part}
    own = [one.text for one in titles if not one.numbered and one.text not in of_parts]
    if own:
        return own[-1]
    # 示例县政务公开目录 right above the first table, 二、养老服务 above the second.
    first = parts[0] if parts else None
    alone = first and not first.numbered and len(of_parts) == 1
    return first.text if first and alone else ""


def _field_lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines that head a page by its field alone: 安全生产领域."""
    short = (line for line in lines if len(line) <= _rules()["longest"])
    return (line for line in short if re.search(_rules()["field"], line))


def edition(title: str, below: str = "") -> str:
    """The year, or year and month, of the edition that a title names or the line below it, in
    brackets: 2024 of （2024年版）, 2022-07 of （2022年7月）; "" where none is named."""
    for text in (title, below if re.fullmatch(r"[（(].*[)）]", below) else ""):
        if found := re.search(_rules()["edition"], text):
            month = found["month"]
            return (found["year"] or found["year2"]) + (f"-{int(month):02}" if month else "")
    return ""


def line_below(lines: Sequence[str], title: str) -> str:
    """The line that follows the one that prints a title, "" where none does."""
    return next((after for line, after in pairwise(lines) if line.endswith(title)), "")


def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = knowledge("vocabulary/metadata.yml")["title"]
    return rules
