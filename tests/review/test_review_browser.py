"""The page in a real browser: what a clerk sees of a cell, and copies from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from review_browser import CHROMIUM, Page, browser

from govdisclose_ld.assets import root
from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.model import Catalog
from govdisclose_ld.review import review_page

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium to open the page in")

SEEDS = sorted((root() / "data" / "catalogs").glob("*.txt"))
LUANCHUAN = SEEDS[0]
HEAD = "序号\t一级事项\t二级事项\t公开内容\t公开方式\t涉密审查"
TROUBLE = f"""示例县养老服务领域基层政务公开标准目录

{HEAD}
1\t养老服务\t扶持政策\t政策名称\t主动公开 依申请公开\t已审
2\t\t补贴申领\t申请条件\t主动公开\t已审
"""
WIDE, NARROW = 1280, 390


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


def shown(catalog: Catalog, folder: Path) -> Path:
    file = folder / "page.html"
    file.write_text(review_page(catalog), encoding="utf-8")
    return file


def trouble(*corrections: Path) -> Catalog:
    return read_catalog(TROUBLE.encode(), name="source.txt", corrections=corrections)[0]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_the_page_is_no_wider_than_the_window(
    page: Page, tmp_path: Path, seed: Path, width: int
) -> None:
    page.open(shown(read_catalog(seed, corrections=())[0], tmp_path), width=width)
    assert page.value("document.documentElement.scrollWidth") <= width


def test_every_state_has_a_colour_of_its_own(page: Page, tmp_path: Path) -> None:
    page.open(shown(trouble(), tmp_path), width=WIDE)
    colour = "getComputedStyle(document.querySelector('#{}')).backgroundColor"
    cells = {"taken": "t1r2c2", "inferred": "t1r3c2", "unknown": "t1r2c5", "extra": "t1r2c6"}
    colours = {state: page.value(colour.format(cell)) for state, cell in cells.items()}
    assert len(set(colours.values())) == len(cells)
    for state, cell in cells.items():
        assert page.value(f"document.querySelector('#{cell}').classList.contains('{state}')")


def test_pointing_at_a_cell_tells_field_value_confidence_and_finding(
    page: Page, tmp_path: Path
) -> None:
    page.open(shown(read_catalog(LUANCHUAN, corrections=())[0], tmp_path), width=WIDE)
    assert page.seen("#t3r3c2-card") == ""
    page.hover("#t3r3c2")
    told = page.seen("#t3r3c2-card")
    for words in ("一级事项", "扶贫资金项目", "0.89", "上方标签", "level1-inferred"):
        assert words in told


def test_the_keyboard_and_a_link_lead_to_the_card(page: Page, tmp_path: Path) -> None:
    page.open(shown(trouble(), tmp_path), width=WIDE)
    page.value("document.querySelector('#t1r2c4').focus()")
    page.press("Tab")
    assert page.value("document.activeElement.id") == "t1r2c5"
    assert "mark-unknown" in page.seen("#t1r2c5-card")
    page.value("document.activeElement.blur()")
    assert page.seen("#t1r2c5-card") == ""
    page.click('#findings a[href="#t1r2c5"]')
    assert page.seen("#t1r2c5")
    assert "mark-unknown" in page.seen("#t1r2c5-card")


def test_a_finger_opens_the_card(page: Page, tmp_path: Path) -> None:
    page.open(shown(trouble(), tmp_path), width=NARROW, touch=True)
    page.tap("#t1r2c5")
    assert "不能确定" in page.seen("#t1r2c5-card")
    page.tap("#t1r3c2")
    assert page.seen("#t1r2c5-card") == ""
    assert "养老服务" in page.seen("#t1r3c2-card")


def test_what_is_copied_from_the_page_is_a_corrections_file(page: Page, tmp_path: Path) -> None:
    """The beginning of the file and the draft of a cell, as a click selects them."""
    page.open(shown(trouble(), tmp_path), width=WIDE)
    page.click("summary:has(+ p + #file-head)")
    head = copied(page, "#file-head")
    for name, value in (("who", "县民政局办公室"), ("when", "2024-05-06"), ("why", "对照原件")):
        head = "\n".join(
            f"{name}: {value}" if line.startswith(f"{name}:") else line
            for line in head.splitlines()
        )
    file = tmp_path / "settled.yml"
    file.write_text(head + "\n", encoding="utf-8")
    for cell, right in (("#t1r2c5", "主动公开、依申请公开"), ("#t1r3c2", "补贴")):
        page.click(cell)
        entry = copied(page, f"{cell} pre")
        assert entry.endswith("right:")
        file.write_text(file.read_text("utf-8") + f"{entry} {right}\n", encoding="utf-8")

    settled = trouble(file)
    first, second = settled.items
    assert [term.id for term in first.mode.selected] == ["proactive", "on-request"]
    assert [matter.label for matter in second.matters] == ["补贴", "补贴申领"]
    assert [one.who for one in settled.corrections] == ["县民政局办公室"] * 2
    assert not [f for f in settled.findings if f.code.startswith("correction-")]
    page.open(shown(settled, tmp_path), width=WIDE)
    page.hover("#t1r3c2")
    assert "养老服务 → 补贴（县民政局办公室，2024-05-06：对照原件）" in page.seen("#t1r3c2-card")


def copied(page: Page, selector: str) -> str:
    """What a click on a text selects, as it would be copied."""
    page.click(selector)
    return str(page.value("getSelection().toString()"))
