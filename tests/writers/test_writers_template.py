from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from govdisclose_ld.catalogs import read_catalog
from govdisclose_ld.errors import ConfigurationError, OutputError
from govdisclose_ld.interpret import catalog_path
from govdisclose_ld.model import Catalog, State, Text
from govdisclose_ld.readers import read_document
from govdisclose_ld.writers import write_catalog

GOLDEN = Path(__file__).parent / "golden" / "catalog.txt"
HEAD = "公开事项一览表\n\n序号\t一级事项\t二级事项\t公开内容"


def read(text: str, name: str = "source.txt") -> Catalog:
    return read_catalog(text.encode(), name=name, corrections=())[0]


def rows(catalog: Catalog, table: int = 0) -> list[tuple[str, ...]]:
    """The printed rows below the header, merged cells blank but for their first place."""
    page = read_document(write_catalog(catalog, "html"), name="printed.html")
    return [row.texts for row in page.tables[table].rows]


def test_a_catalog_without_doubts_has_one_header() -> None:
    lines = ["1\t扶贫对象\t识别\t名单", "2\t资金项目\t分配\t结果"]
    catalog = read(f"{HEAD}\n" + "\n".join(lines) + "\n")
    assert rows(catalog) == [
        ("序号", "公开事项", "", "公开内容（要素）"),
        ("", "一级事项", "二级事项", ""),
        ("1", "扶贫对象", "识别", "名单"),
        ("2", "资金项目", "分配", "结果"),
    ]


PAGES = (
    f"{HEAD}\n1\t扶贫对象\t识别\t名单\n\n序号\t一级事项\t二级事项\t公开内容\n"
    "2\t\t退出\t结果\n3\t扶贫对象管理\t调整\t名册\n"
)


def test_a_page_break_that_leaves_a_label_open_is_printed() -> None:
    headed = [row for row in rows(read(PAGES)) if row[0] == "序号"]
    assert len(headed) == 2


def test_a_correction_settles_the_label_and_the_break_goes(tmp_path: Path) -> None:
    file = tmp_path / "settled.yml"
    source = read(PAGES)
    file.write_text(
        f"catalog: {catalog_path(source)}\ncorrections:\n"
        '  - {item: "2", field: level1, printed: "", read: 扶贫对象管理, right: 扶贫对象,\n'
        "     who: 县扶贫办, when: 2024-05-01, why: 对照原件}\n",
        encoding="utf-8",
    )
    catalog, _ = read_catalog(PAGES.encode(), name="source.txt", corrections=[file])
    again, _ = read_catalog(write_catalog(catalog, "html"), name="again.html", corrections=())
    assert [row[:3] for row in rows(catalog)] == [
        ("序号", "公开事项", ""),
        ("", "一级事项", "二级事项"),
        ("1", "扶贫对象", "识别"),
        ("2", "", "退出"),
        ("3", "扶贫对象管理", "调整"),
    ]
    assert [(m.label, m.inference) for m in again.items[1].matters] == [
        ("扶贫对象", None),
        ("退出", None),
    ]


def test_a_catalog_without_items_is_its_header() -> None:
    catalog = replace(read(PAGES), items=())
    assert rows(catalog)[0] == ("序号", "公开事项", "", "公开内容（要素）")
    for form in ("csv", "md", "xlsx"):
        assert read_document(write_catalog(catalog, form), name=f"again.{form}").tables


MERGED = (
    "<html><h1>公开事项一览表</h1><table><tr><td>序号<td>一级事项<td>公开内容</tr>"
    "<tr><td>1<td rowspan=2>扶贫对象<td>名单</tr><tr><td>2<td>结果</tr></table>"
)


def test_a_merged_label_stays_merged_and_is_repeated_where_cells_cannot_merge() -> None:
    catalog = read(MERGED, "source.html")
    page = read_document(write_catalog(catalog, "html"), name="printed.html")
    assert [row.cells[1].row_span for row in page.tables[0].rows[2:]] == [2, 1]
    flat = write_catalog(catalog, "csv").decode("utf-8-sig").splitlines()
    assert flat[-2:] == ["1,扶贫对象,名单", "2,扶贫对象,结果"]


def test_a_settled_limit_and_agency_are_printed_as_settled(tmp_path: Path) -> None:
    text = f"{HEAD}\t公开时限\t公开主体\n1\t对象\t识别\t名单\t及时\t科室\n"
    file = tmp_path / "settled.yml"
    entries = [
        ("time_limit", "及时", "10个工作日内"),
        ("agency", "科室", "县民政局"),
    ]
    said = "".join(
        f'  - {{item: "1", field: {field}, printed: {printed}, read: {printed}, right: {right},\n'
        "     who: 县扶贫办, when: 2024-05-01, why: 对照原件}\n"
        for field, printed, right in entries
    )
    place = catalog_path(read(text))
    file.write_text(f"catalog: {place}\ncorrections:\n{said}", encoding="utf-8")
    settled, _ = read_catalog(text.encode(), name="source.txt", corrections=[file])
    assert rows(settled)[-1] == ("1", "对象", "识别", "名单", "10个工作日内", "县民政局")


def test_sections_are_tables_under_their_headings() -> None:
    parts = "\n\n".join(
        f"{heading}\n\n序号\t一级事项\t公开内容\n1\t{matter}\t名单\n"
        for heading, matter in (("一、社会救助", "救助对象"), ("二、养老服务", "服务机构"))
    )
    catalog = read(f"公开事项一览表\n\n{parts}")
    assert [item.section for item in catalog.items] == ["一、社会救助", "二、养老服务"]
    for form in ("html", "md", "csv"):
        again = read(write_catalog(catalog, form).decode("utf-8-sig"), f"again.{form}")
        assert [item.section for item in again.items] == ["一、社会救助", "二、养老服务"]


def test_a_legend_that_makes_empty_boxes_optional_is_printed() -> None:
    head = f"“■”必选 “□”可选\n\n{HEAD}\t公开渠道\t主动公开\t依申请公开"
    catalog = read(f"{head}\n1\t对象\t识别\t名单\t■政府网站 □公示栏\t☑\t☐\n")
    assert [term.label for term in catalog.items[0].channels.optional] == ["公示栏"]
    again = read(write_catalog(catalog, "html").decode(), "again.html")
    assert again.items[0].channels == replace(
        catalog.items[0].channels, cells=again.items[0].channels.cells
    )
    assert again.items[0].mode.optional == catalog.items[0].mode.optional == ()


def test_what_cannot_be_told_stays_so_in_a_catalog_without_any_box() -> None:
    head = f"{HEAD}\t公开渠道\t公开对象"
    catalog = read(f"{head}\n1\t对象\t识别\t名单\t综合科\t全社会 特定群体\n")
    assert catalog.items[0].audience.state is catalog.items[0].channels.state is State.UNKNOWN
    again = read(write_catalog(catalog, "csv").decode("utf-8-sig"), "again.csv")
    assert again.items[0].audience.state is State.UNKNOWN
    assert again.items[0].channels.state is State.UNKNOWN


def test_a_hostile_text_is_inert_in_a_page() -> None:
    hostile = '<script>alert(1)</script> "><img src=x onerror=alert(2)>'
    catalog = read(f"{HEAD}\n1\t对象\t识别\t{hostile}\n")
    page = write_catalog(replace(catalog, title=hostile), "html").decode()
    assert "<script" not in page
    assert "<img" not in page
    assert read(page, "again.html").items[0].content.text == hostile


def test_control_characters_are_left_out() -> None:
    catalog = read(f"{HEAD}\n1\t对象\t识别\t名单\n")
    item = replace(catalog.items[0], content=Text("甲\x00乙\x1f丙\x0b丁\ufffe\ud800"))
    for form in ("html", "csv", "md", "xlsx"):
        data = write_catalog(replace(catalog, items=(item,)), form)
        again, _ = read_catalog(data, name=f"again.{form}", corrections=())
        assert again.items[0].content.text == "甲乙丙\n丁"


def test_a_text_too_long_for_a_cell_of_excel_is_refused() -> None:
    catalog = read(f"{HEAD}\n1\t对象\t识别\t名单\n")
    item = replace(catalog.items[0], content=Text("长" * 32_768))
    with pytest.raises(OutputError, match=r"目录!D\d+: .*32767"):
        write_catalog(replace(catalog, items=(item,)), "xlsx")


def test_a_format_that_is_not_known_is_refused_with_those_that_are() -> None:
    with pytest.raises(ConfigurationError, match="xlsx、csv、html、md"):
        write_catalog(read(PAGES), "docx")  # type: ignore[arg-type]


def test_a_missing_library_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.delitem(sys.modules, "govdisclose_ld.writers.xlsx", raising=False)
    with pytest.raises(OutputError, match=r"govdisclose-ld\[xlsx\]"):
        write_catalog(read(PAGES), "xlsx")
