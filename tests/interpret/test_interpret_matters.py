"""The path of matters: what is printed, what is inferred for blank cells, and how surely."""

from __future__ import annotations

from interpret_samples import read

from govdisclose_ld.interpret import Known, interpret
from govdisclose_ld.interpret.groups import SURE
from govdisclose_ld.model import Catalog, Cell, Document, Row, Table

HEADER = ["序号", "一级事项", "二级事项", "公开内容", "公开依据"]


def rows(*labels: tuple[str, str]) -> list[list[str]]:
    return [
        [str(n), first, second, f"内容{n}", "《预算法》"]
        for n, (first, second) in enumerate(labels, 1)
    ]


def paths(catalog: Catalog) -> list[list[str]]:
    """The labels of each item, an inferred one with a question mark, an unsure one with two."""
    return [
        [
            m.label + ("" if not m.inference else "?" if m.inference.confidence >= SURE else "??")
            for m in item.matters
        ]
        for item in catalog.items
    ]


def codes(catalog: Catalog) -> list[str]:
    return [f.code for f in catalog.findings if f.code.startswith(("level", "matter"))]


def test_a_label_printed_once_holds_down_to_the_next_of_its_page() -> None:
    catalog = read([HEADER, *rows(("甲", "子"), ("", "丑"), ("", "寅"), ("乙", "卯"))])
    assert paths(catalog) == [["甲", "子"], ["甲?", "丑"], ["甲?", "寅"], ["乙", "卯"]]
    assert codes(catalog) == ["level1-inferred"] * 2


def test_each_inference_tells_its_source_and_reason() -> None:
    item = read([HEADER, *rows(("甲", "子"), ("", "丑"), ("乙", "寅"))]).items[1]
    inference = item.matters[0].inference
    assert inference is not None
    assert (inference.source.row, inference.source.column) == (2, 2)
    assert (inference.reason_zh, inference.reason_en) == ("同一合并格", "one merged cell")


def test_the_same_label_above_and_below_leaves_no_doubt() -> None:
    pages = rows(("甲", "子"), ("", "丑"), ("甲", "寅"))
    catalog = read([HEADER, *pages[:2]], [HEADER, *pages[2:]])
    assert paths(catalog)[1] == ["甲?", "丑"]


def test_rows_between_two_pages_are_uncertain_and_name_the_other_label() -> None:
    pages = rows(("甲", "子"), ("", "丑"), ("", "寅"), ("乙", "卯"))
    catalog = read([HEADER, *pages[:2]], [HEADER, *pages[2:]])
    assert [path[0].endswith("??") for path in paths(catalog)] == [False, True, True, False]
    messages = [f.message_zh for f in catalog.findings if f.code == "level1-uncertain"]
    assert len(messages) == 2
    assert all("甲" in message and "乙" in message for message in messages)


def test_words_shared_with_the_label_below_tell_where_a_row_belongs() -> None:
    pages = rows(("预算管理", "部门预算"), ("水库移民", "移民安置"))
    orphan = ["9", "", "水库移民管理", "水库移民后期扶持", "《移民条例》"]
    catalog = read([HEADER, pages[0], orphan], [HEADER, pages[1]])
    assert paths(catalog)[1][0].startswith("水库移民?")


def test_known_standards_tell_where_a_row_belongs() -> None:
    pages = rows(("政策文件", "规章"), ("", "贫困人口识别"), ("扶贫对象", "退出"))
    document = read([HEADER, *pages[:2]], [HEADER, pages[2]]).document
    outline = {"扶贫对象": ("贫困人口识别",), "政策文件": ("行政法规和规章",)}
    catalog = interpret(document, Known(outline=outline))
    assert paths(catalog)[1] == ["扶贫对象?", "贫困人口识别"]


def test_a_row_with_no_label_in_the_whole_catalog_has_none() -> None:
    catalog = read([HEADER, *rows(("", ""), ("", "丑"))])
    assert paths(catalog) == [[], ["丑"]]
    assert codes(catalog) == ["matter-missing"]


def test_deeper_labels_are_carried_into_blanks_above_a_rows_own() -> None:
    header = ["序号", "一级事项", "二级事项", "三级事项", "公开内容", "公开依据"]
    catalog = read(
        [
            header,
            ["1", "甲", "子", "一", "内容1", "《预算法》"],
            ["2", "", "", "二", "内容2", "《预算法》"],
            ["3", "", "丑", "", "内容3", "《预算法》"],
            ["4", "乙", "", "三", "内容4", "《预算法》"],
        ]
    )
    assert paths(catalog) == [
        ["甲", "子", "一"],
        ["甲?", "子?", "二"],
        ["甲?", "丑"],
        ["乙", "三"],
    ]
    assert [m.level for m in catalog.items[3].matters] == [1, 3]


def test_a_kept_merged_cell_is_printed_for_each_of_its_rows() -> None:
    cells = [
        (Cell("1"), Cell("甲", row_span=2), Cell("子"), Cell("内容1"), Cell("《预算法》")),
        (Cell("2"), Cell("", anchor=(2, 2)), Cell("丑"), Cell("内容2"), Cell("《预算法》")),
    ]
    made = [Row(1, tuple(map(Cell, HEADER))), *(Row(n, row) for n, row in enumerate(cells, 2))]
    document = Document("merged.docx", "x", "0" * 64, 0, (Table(1, tuple(made)),))
    catalog = interpret(document)
    assert paths(catalog) == [["甲", "子"], ["甲", "丑"]]
    assert catalog.items[1].matters[0].cell.row == 2
    assert codes(catalog) == []
