from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from review_pages import HEAD, by_class, printed, read, tree

from govdisclose_ld.model import Catalog, CellRef, Finding, Severity
from govdisclose_ld.review import review_page

MARK = "document.documentElement.setAttribute('data-ran','yes')"
HOSTILE = (
    f"<script>{MARK}</script>",
    f'"><img src=x onerror="{MARK}">',
    f"'><svg onload={MARK}>",
    f"</style><script>{MARK}</script>",
    f"</title><script>{MARK}</script>",
    f"javascript:{MARK}",
    f'<a href="javascript:{MARK}">政府网站</a>',
    f'<input type="checkbox" checked autofocus onfocus="{MARK}">',
    "--><!-- ]]> &lt;b&gt; {0} %s",
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("chrome")


def hostile_catalog() -> Catalog:
    """A catalog whose every text is an attack: title, office, headings, cells, file, findings."""
    rows = "\n".join(f"{n}\t{bad}\t{bad}\t{bad}\t{bad}" for n, bad in enumerate(HOSTILE, 1))
    catalog = read(f"{HEAD}\t{HOSTILE[1]}\n{rows}\n", f"{HOSTILE[0].replace('/', '')}.txt")
    found = tuple(
        Finding(bad, severity, bad, bad, CellRef(catalog.document.name, 1, 2, 3), bad, bad)
        for severity in Severity
        for bad in HOSTILE
    )
    return replace(
        catalog,
        title=HOSTILE[4],
        publisher=HOSTILE[1],
        document_number=HOSTILE[2],
        findings=(*catalog.findings, *found),
    )


def test_hostile_texts_become_no_elements_and_no_attributes() -> None:
    page = html.document_fromstring(review_page(hostile_catalog()))
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "img", "svg", "iframe"}
    names = {name for element in page.iter() for name in element.attrib}
    assert not [name for name in names if str(name).startswith("on") or name in {"src", "style"}]
    assert all(str(link.get("href")).startswith("#") for link in page.iter("a"))
    assert len(list(page.iter("style"))) == len(list(page.iter("title"))) == 1
    assert {element.get("id") for element in page.iter("input")} == {"fold", "whole"}


def test_hostile_texts_are_shown_as_they_are_printed() -> None:
    shown = {printed(cell) for cell in by_class(tree(hostile_catalog()), "cell") if cell.get("id")}
    assert set(HOSTILE) <= shown


def test_characters_that_no_page_can_hold_are_shown_as_pictures() -> None:
    page = review_page(read(f"{HEAD}\n1\t对象\t识别\t名\x01单\x7f\x0b。\n"))
    assert "名␁单␡␋。" in page
    page.encode("utf-8")


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium to open the page in")
def test_no_script_runs_in_a_browser(tmp_path: Path) -> None:
    control = tmp_path / "control.html"
    control.write_text(f"<!DOCTYPE html><html><script>{MARK}</script></html>", encoding="utf-8")
    page = tmp_path / "page.html"
    page.write_text(review_page(hostile_catalog()), encoding="utf-8")
    assert 'data-ran="yes"' in opened(control, tmp_path).split(">")[1]
    assert "data-ran" not in opened(page, tmp_path).split(">")[1]


def opened(page: Path, folder: Path) -> str:
    """The document as a browser has it after loading, serialised."""
    options = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
        "--disable-background-networking --disable-component-update --disable-sync --dump-dom"
    )
    done = subprocess.run(
        [str(CHROMIUM), *options.split(), f"--user-data-dir={folder / 'profile'}", page.as_uri()],
        capture_output=True,
        check=True,
        timeout=120,
    )
    return done.stdout.decode("utf-8")
