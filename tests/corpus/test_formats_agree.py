"""The same content in Word, Excel, HTML, PDF, Markdown and CSV gives the same catalog.

The contents are those of real catalogs and of the documents that tests of the interpreter read, all
of them text files; each is printed in every other format and must be read as before.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corpus.expected import Record, read
from govdisclose_ld.assets import root
from govdisclose_ld.catalogs import read_catalog, to_record
from govdisclose_ld.readers import read_document
from press import (
    A4_ACROSS,
    FORMS,
    STYLES,
    Form,
    Sheet,
    carries,
    grid,
    print_pdf,
    print_sheet,
    sheet,
    sheet_of,
)

SOURCES = sorted((root() / "data" / "catalogs").glob("*.txt")) + sorted(
    (Path(__file__).parent.parent / "interpret" / "documents").glob("*.txt")
)
NAMES = ("docx", "xlsx", "html", "pdf", "md", "csv", "pipes")
OF_THE_FORM = frozenset(
    {"note-row", "division-from-prose", "row-width", "row-perhaps-broken", "header-missing"}
)
"""What is said of the form and not of the content: lines above a sheet's table are rows of it and
head it, sheets and pages have no ragged rows, and a page breaks a table."""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_every_format_of_a_catalog_is_read_the_same(source: Path, name: str) -> None:
    form, document = FORMS[name], printed(source)
    if carries(form, document):
        pytest.skip(f"{name} cannot print {carries(form, document)}")
    again, _ = read_catalog(
        print_sheet(document, form), name=f"document{form.suffix}", corrections=()
    )
    assert comparable(read(to_record(again)), form) == comparable(as_text(source), form)


LONG = [
    [
        str(number),
        "综合业务" if number < 8 else "临时救助",
        f"事项{number}",
        f"1. 第{number}项的名称 2. 申请条件、申请材料和办理程序 3. 办理结果及其送达",
        "《中华人民共和国政府信息公开条例》（国务院令第711号）、《社会救助暂行办法》",
        "信息形成或者变更之日起20个工作日内，保持长期公开",
        "示例县民政局",
        "[x]政府网站 [ ]政府公报 [x]两微一端 [ ]公开查阅点",
        "[x]" if number % 3 else "",
        "" if number % 3 else "[x]",
    ]
    for number in range(1, 15)
]
_TEXTS = ("公开内容", "公开依据", "公开时限", "公开主体", "公开渠道")
HEAD = [
    ["序号", "公开事项", "<", *_TEXTS, "公开对象", "<"],
    ["^", "一级事项", "二级事项", *["^"] * len(_TEXTS), "全社会", "特定群体"],
]


@pytest.mark.parametrize("repeat_head", [True, False])
def test_a_table_that_runs_over_pages_is_read_as_on_one(*, repeat_head: bool) -> None:
    document = sheet("示例县社会救助领域基层政务公开标准目录", grid([*HEAD, *LONG], head=2))
    data = print_pdf(document, STYLES["squares"], page=A4_ACROSS, repeat_head=repeat_head)
    paged, _ = read_catalog(data, name="document.pdf", corrections=())
    whole, _ = read_catalog(print_sheet(document, FORMS["html"]), name="a.html", corrections=())
    assert len(read_document(data, name="document.pdf").tables) > 1
    pdf = FORMS["pdf"]
    assert comparable(read(to_record(paged)), pdf) == comparable(read(to_record(whole)), pdf)


@cache
def printed(source: Path) -> Sheet:
    return sheet_of(read_document(source))


@cache
def as_text(source: Path) -> Record:
    return read(to_record(read_catalog(source, corrections=())[0]))


def comparable(record: Record, form: Form) -> Any:
    """The record without what only its form has: blanks at the end of a cell, and in a PDF all
    blanks, for a line that wraps loses them; and findings of the form."""
    kept = {**record, "findings": _findings(record)}
    kept["items"] = [{**item, "findings": _findings(item)} for item in record["items"]]
    return _without_blanks(kept, every=form.name == "pdf")


def _findings(record: Record) -> list[str]:
    return [code for code in record["findings"] if code not in OF_THE_FORM]


def _without_blanks(value: Any, *, every: bool) -> Any:
    if isinstance(value, dict):
        return {key: _without_blanks(one, every=every) for key, one in value.items()}
    if isinstance(value, list):
        return [_without_blanks(one, every=every) for one in value]
    if isinstance(value, str):
        return "".join(value.split()) if every else value.strip()
    return value
