"""Labels that stand at another level than elsewhere, and labels that are plainly printed once."""

from __future__ import annotations

from interpret_samples import read

from govdisclose_ld.model import Catalog

HEADER = ["序号", "一级事项", "二级事项", "三级事项", "公开内容", "公开依据", "公开主体"]


def row(number: int, *labels: str) -> list[str]:
    return [str(number), *labels, f"说明{number}", "《预算法》", "财政局"]


def found(catalog: Catalog, code: str) -> list[tuple[int, int]]:
    return [(f.ref.row, f.ref.column) for f in catalog.findings if f.code == code]


PATHS = [
    ("行政许可", "许可指南", "办事指南"),
    ("行政许可", "许可结果", "决定书"),
    ("资金管理", "资金分配", "分配方案"),
    ("资金管理", "资金使用", "使用情况"),
    ("监督检查", "检查计划", "年度安排"),
    ("监督检查", "检查结果", "结果通报"),
]


def test_a_row_whose_lower_label_heads_other_rows() -> None:
    rows = [row(n, *path) for n, path in enumerate(PATHS, 1)]
    rows[3][1:3] = rows[3][2:0:-1]
    assert (5, 2) in found(read([HEADER, *rows]), "cells-exchanged")


def test_upper_labels_that_come_back_under_one_label() -> None:
    turned = ["公示", "结果", "公示", "结果", "公示", "结果"]
    paths = [("资金管理", up, path[1]) for up, path in zip(turned, PATHS, strict=True)]
    rows = [row(n, *path) for n, path in enumerate(paths, 1)]
    assert found(read([HEADER, *rows]), "labels-crossed") == [(1, 3)]


def once() -> list[list[str]]:
    rows = [row(n, *path) for n, path in enumerate(PATHS, 1)]
    for place in (1, 3, 5):
        rows[place][1] = ""
    return rows


def test_labels_that_are_plainly_printed_once_are_told_once() -> None:
    catalog = read([HEADER, *once()])
    assert found(catalog, "labels-once") == [(1, 2)]
    assert found(catalog, "level1-inferred") == []
    inferred = [item.matters[0].inference is not None for item in catalog.items]
    assert inferred == [False, True] * 3


def test_a_label_printed_again_shows_that_a_blank_is_a_lost_one() -> None:
    rows = [*once(), row(7, "监督检查", "检查通报", "曝光")]
    catalog = read([HEADER, *rows])
    assert found(catalog, "labels-once") == []
    assert len(found(catalog, "level1-inferred")) == 3


def test_a_content_that_begins_with_the_upper_label_unlike_all_others() -> None:
    header = [*HEADER[:3], *HEADER[4:]]
    rows = [row(n, *path[:2]) for n, path in enumerate(PATHS, 1)]
    for place in (0, 2, 4, 5):
        rows[place][3] = f"{rows[place][2]}：名称、全文"
    for place in (1, 3):
        rows[place][1] = ""
    assert found(read([header, *rows]), "cells-exchanged") == []
    rows[2][1:3] = rows[2][2:0:-1]
    assert found(read([header, *rows]), "cells-exchanged") == [(4, 2)]


KINDS = ["基本信息", "结果信息", "基本信息", "办理信息", "结果信息", "办理信息"]


def test_upper_labels_that_come_under_several_labels_while_all_below_differ() -> None:
    paths = [(up, kind, low) for (up, low, _), kind in zip(PATHS, KINDS, strict=True)]
    rows = [row(n, *path) for n, path in enumerate(paths, 1)]
    assert found(read([HEADER, *rows]), "labels-crossed") == [(1, 3)]
    rows = [row(n, up, low, kind) for n, (up, kind, low) in enumerate(paths, 1)]
    assert found(read([HEADER, *rows]), "labels-crossed") == []


def test_lowest_labels_that_come_again_across_groups_do_not_head_what_stands_above_them() -> None:
    kinds = ["结果信息", "基本信息", "基本信息", "基本信息", "办理信息", "办理信息"]
    rows = [
        row(n, up, low, k) for n, ((up, low, _), k) in enumerate(zip(PATHS, kinds, strict=True), 1)
    ]
    assert found(read([HEADER, *rows]), "columns-exchanged") == []


def test_labels_that_the_guidelines_print_the_other_way_round() -> None:
    header = [*HEADER[:3], *HEADER[4:]]
    rows = [row(n, *path[:2]) for n, path in enumerate(PATHS, 1)]
    assert found(read([header, *rows, row(7, "政策文件", "法律法规")]), "cells-exchanged") == []
    turned = read([header, *rows, row(7, "法律法规", "政策文件")])
    assert found(turned, "cells-exchanged") == [(8, 2)]
