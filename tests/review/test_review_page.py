from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import _Element as Element
from review_pages import HEAD, anchor, by_class, by_id, printed, read, state, states, tree, words

from govdisclose_ld.assets import root
from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.interpret import catalog_path
from govdisclose_ld.model import Catalog, Cell, CellRef, Table
from govdisclose_ld.review import review_page
from govdisclose_ld.review.places import Places

SEEDS = sorted((root() / "data" / "catalogs").glob("*.txt"))
LUANCHUAN, XIXIU = SEEDS


@pytest.fixture(scope="module", params=SEEDS, ids=lambda path: path.stem)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    return read_catalog(request.param, corrections=())[0]


@pytest.fixture(scope="module")
def page(catalog: Catalog) -> Element:
    return tree(catalog)


def test_every_printed_cell_stands_once_at_its_anchor(catalog: Catalog, page: Element) -> None:
    shown = [(cell.get("id"), printed(cell)) for cell in by_class(page, "cell") if cell.get("id")]
    places = [(ref, catalog.document.cell(ref)) for ref in catalog.document.refs()]
    assert shown == [
        (anchor(ref), cell.text) for ref, cell in places if cell and cell.anchor is None
    ]


def test_no_anchor_comes_twice_and_every_link_leads_to_one(page: Element) -> None:
    anchors = [element.get("id") for element in page.iter() if element.get("id")]
    links = [element.get("href") for element in page.iter("a")]
    assert len(anchors) == len(set(anchors))
    assert {str(link) for link in links} <= {f"#{name}" for name in anchors}


def test_every_finding_is_told_and_linked_to_its_place(catalog: Catalog, page: Element) -> None:
    listed = by_id(page, "findings")
    links = [str(link.get("href")) for link in listed.iter("a")]
    places = [
        anchor(f.ref)
        if f.ref.column
        else f"t{f.ref.table}r{f.ref.row}"
        if f.ref.row
        else "document"
        for f in catalog.findings
    ]
    assert sorted(links) == sorted(f"#{place}" for place in places)
    told = words(listed)
    assert all(f.message_zh in told and f.message_en in told for f in catalog.findings)


def test_every_cell_can_be_focused_and_describes_itself(page: Element) -> None:
    cells = [cell for cell in by_class(page, "cell") if cell.get("id")]
    for cell in cells:
        cards = [card.get("id") for card in by_class(cell, "card")]
        assert cell.get("tabindex") == "0"
        assert cell.get("aria-describedby") == (cards[0] if cards else None)
        assert cell.get("title")
        assert cards or state(cell) in ("taken", "blank", "header", "note")


def test_the_same_catalog_gives_the_same_page(catalog: Catalog) -> None:
    assert review_page(catalog) == review_page(catalog)


def test_the_page_asks_for_nothing_from_outside(page: Element) -> None:
    tags = {element.tag for element in page.iter()}
    assert not tags & {"script", "img", "link", "iframe", "object", "form"}
    assert not [e for e in page.iter() if e.get("src") or e.get("style") or e.get("onclick")]
    policy = next(e for e in page.iter("meta") if e.get("http-equiv"))
    assert str(policy.get("content")).startswith("default-src 'none'")


def test_a_row_that_runs_over_shows_how_each_cell_was_read() -> None:
    """Row 6 of Luanchuan: channels run into the next column, tick and level stand one late."""
    page = tree(read_catalog(LUANCHUAN, corrections=())[0])
    assert states(page, "t3r3") == [
        *("taken", "inferred", "blank", "taken", "taken", "inferred", "blank", "taken"),
        *("moved", "unknown", "taken", "moved", "blank", "blank"),
    ]
    assert "归入“公开渠道和载体”" in words(by_id(page, "t3r3c9"))
    assert "扶贫资金项目（0." in words(by_id(page, "t3r3c2"))


def test_a_row_one_column_late_shows_every_cell_as_moved() -> None:
    """Row 5 of Xixiu has a spurious blank; what was ticked is named with its option."""
    page = tree(read_catalog(XIXIU, corrections=())[0])
    assert states(page, "t1r7") == [
        *("taken", "blank", *["moved"] * 9, "blank", "moved"),
    ]
    assert "公开对象 · 全社会" in words(by_id(page, "t1r7c11-card"))


def test_merged_cells_stay_merged_and_findings_of_covered_cells_lead_to_them() -> None:
    source = (
        "<html><h1>公开事项一览表</h1><table><tr><td>序号<td>一级事项<td>公开内容</tr>"
        "<tr><td>1<td rowspan=2>扶贫对象<td>名单</tr><tr><td>2<td>结果</tr></table>"
    )
    catalog = read(source, "source.html")
    page = tree(catalog)
    assert by_id(page, "t1r2c2").get("rowspan") == "2"
    assert [cell.get("id") for cell in by_class(by_id(page, "t1r3"), "cell")] == [
        "t1r3c1",
        "t1r3c3",
    ]
    places = Places(catalog.document)
    assert places.target(CellRef("source.html", 1, 3, 2)) == "t1r2c2"
    assert places.target(CellRef("source.html", 1, 3, 9)) == "t1r3"
    assert places.target(CellRef("source.html", 1, 9, 9)) == "t1"
    assert places.target(CellRef("source.html", 9)) == "document"


def test_cells_that_no_field_takes_notes_and_headers_have_states_of_their_own() -> None:
    page = tree(
        read(f"{HEAD}\t涉密审查\n1\t对象\t识别\t名单\t已审\n注：自印发之日起施行\t\t\t\t\n")
    )
    assert states(page, "t1r1") == ["header"] * 5
    assert states(page, "t1r2") == ["taken", "taken", "taken", "taken", "extra"]
    assert states(page, "t1r3") == ["note"] * 5


def test_a_correction_shows_who_settled_it(tmp_path: Path) -> None:
    text = f"{HEAD}\n1\t扶贫对象\t识别\t名单\n2\t\t退出\t结果\n"
    file = tmp_path / "settled.yml"
    file.write_text(
        f"catalog: {catalog_path(read(text))}\ncorrections:\n"
        '  - {item: "2", field: level1, printed: "", read: 扶贫对象, right: 监督管理,\n'
        "     who: 县扶贫办, when: 2024-05-01, why: 对照原件}\n",
        encoding="utf-8",
    )
    page = tree(read_catalog(text.encode(), name="source.txt", corrections=[file])[0])
    cell = by_id(page, "t1r3c2")
    assert states(page, "t1r3")[1] == "corrected"
    assert "已更正：监督管理" in words(cell)
    assert "扶贫对象 → 监督管理（县扶贫办，2024-05-01：对照原件）" in words(cell)


def test_facts_that_were_not_found_say_so() -> None:
    facts = by_id(tree(read(f"{HEAD}\n1\t对象\t识别\t名单\n")), "document")
    said = [" ".join(words(e).split()) for e in by_class(facts, "facts")[0]]
    assert dict(zip(said[::2], said[1::2], strict=True)) == {
        "目录名称 title": "公开事项一览表",
        "发布单位 office": "？ 没有读到 not found",
        "行政区划 division": "？ 没有读到 not found",
        "领域 field": "？ 没有读到 not found",
        "文号 number": "？ 没有读到 not found",
        "日期 date": "？ 没有读到 not found",
        "文件 file": "source.txt · text/plain · utf-8 · 92 B",
        "SHA-256": read(f"{HEAD}\n1\t对象\t识别\t名单\n").document.sha256,
    }


def test_boxes_that_a_source_writes_as_html_are_named_and_kept_as_printed() -> None:
    text = '<input type="checkbox" checked="checked"> 政府网站 <input type="checkbox"> 公示栏'
    page = tree(read(f"{HEAD}\t公开渠道\n1\t对象\t识别\t名单\t{text}\n"))
    cell = by_id(page, "t1r2c5")
    assert printed(cell) == text
    assert [box.get("aria-label") for box in by_class(cell, "box")] == ["已勾选", "未勾选"]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_is_shown_as_printed(text: str) -> None:
    table = read(f"{HEAD}\n1\t对象\t识别\t名单\n")
    page = tree(_with_text(table, f"名单{text}名单"))
    shown = printed(by_id(page, "t1r2c4"))
    assert shown == f"名单{text}名单".replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def _with_text(catalog: Catalog, text: str) -> Catalog:
    """The catalog of a page whose first content cell prints ``text``."""
    table = catalog.document.tables[0]
    row = table.rows[1]
    changed = replace(row, cells=(*row.cells[:3], Cell(text)))
    rows = (table.rows[0], changed)
    blocks = tuple(
        replace(block, rows=rows) if isinstance(block, Table) else block
        for block in catalog.document.blocks
    )
    return replace(catalog, document=replace(catalog.document, blocks=blocks))


UNHEADED = (
    "示例县社会救助领域基层政务公开标准目录\n\n"
    "1\t综合业务\t政策文件\t文件名称\t《政府信息公开条例》\t信息形成之日起20个工作日内\t示例县民政局\t√\t\n"
    "2\t综合业务\t工作动态\t工作简报\t《政府信息公开条例》\t信息形成之日起20个工作日内\t示例县民政局\t\t√\n"
)


def test_columns_that_no_heading_tells_are_shown_as_inferred() -> None:
    page = tree(read(UNHEADED))
    assert states(page, "t1r1") == [*["guessed"] * 7, "unknown", "blank"]
    [fields] = by_class(page, "fields")
    said = [words(field) for field in by_class(fields, "field")]
    assert said[:4] == ["序号 ∼0.55", "一级事项 ∼0.30", "二级事项 ∼0.30", "公开内容 ∼0.30"]
    assert said[7:] == ["未归栏", "未归栏"]
    assert "header-inferred" in words(by_id(page, "t1"))


def test_what_is_doubtful_comes_first() -> None:
    page = tree(read(UNHEADED))
    [counts] = by_class(page, "counts")
    told = [" ".join(words(entry).split()) for entry in counts]
    grave = sum(1 for f in read(UNHEADED).findings if f.severity.rank)
    assert told[0] == f"{grave} 处需要核对 to be checked"
    assert told[1] == "∼ 14 格 推定归栏 column inferred"
    order = [e.get("id") or e.get("class") for e in next(iter(page.iter("main")))]
    assert order.index("counts") < order.index("findings") < order.index("document")


def test_a_doubtful_value_has_a_correction_ready_to_be_copied() -> None:
    text = (
        f"{HEAD}\t公开方式\n1\t对象\t识别\t名单\t主动公开 依申请公开\n2\t\t退出\t结果\t主动公开\n"
    )
    catalog = read(text)
    page = tree(catalog)
    [entry] = by_class(by_id(page, "t1r2c5"), "entry")
    assert 'field: "mode"' in words(entry)
    assert f'key: "{catalog.items[0].key}"' in words(entry)
    assert 'printed: "主动公开依申请公开"' in words(entry)
    assert 'field: "level1"' in words(by_class(by_id(page, "t1r3c2"), "entry")[0])
    assert by_class(by_id(page, "t1r2c4"), "entry") == []


def test_the_correction_stands_where_the_doubt_shows() -> None:
    head = "序号\t一级事项\t公开内容\t公开主体\t全社会\t特定群体"
    rows = "1\t对象\t名单\t示例县民政局\t√\t\n2\t资金\t金额\t示例县民政局\t\t申请人\n"
    page = tree(read(f"公开事项一览表\n\n{head}\n{rows}"))
    assert 'field: "audience"' in words(by_class(by_id(page, "t1r3c6"), "entry")[0])
    assert by_class(by_id(page, "t1r3c5"), "entry") == []


def test_many_places_of_one_finding_are_folded_and_all_of_them_there() -> None:
    rows = "".join(f"{n}\t对象\t识别{n}\t名单\t主动公开 依申请公开\n" for n in range(1, 61))
    listed = by_id(tree(read(f"{HEAD}\t公开方式\n{rows}")), "findings")
    [links] = [e for e in by_class(listed, "links") if len(list(e.iter("a"))) == 60]
    assert len([child for child in links if child.tag == "a"]) == 24
    assert [words(summary) for summary in links.iter("summary")] == ["其余各处 more places 36"]


def test_a_sound_row_of_the_national_form_takes_little_room() -> None:
    channels = " ".join(f"□{name}" for name in ("政府网站", "政府公报", "两微一端", "公开查阅点"))
    row = f"对象\t识别\t名单\t《预算法》\t信息形成之日起20个工作日内\t示例县财政局\t{channels}"
    head = f"{HEAD}\t公开依据\t公开时限\t公开主体\t公开渠道"
    few, many = (
        len(review_page(read("\n".join([head, *(f"{n}\t{row}{n}" for n in range(1, size))]))))
        for size in (11, 111)
    )
    assert (many - few) / 100 < 4000
