"""Halves of one first label that stand in two rows of a text without borders."""

from __future__ import annotations

import pytest

from govdisclose_ld.interpret import Known, interpret
from govdisclose_ld.readers import read_document

HEADINGS = [
    *("序号", "公开事项", "公开内容", "公开依据", "公开时限", "公开主体", "公开渠道和载体"),
    *("一级事项", "二级事项"),
]
BASIS = "《乡村渡口管理办法》"


def told(tmp_path, first: str, second: str) -> list[str]:
    rows = [
        ["1", first, "渡口新建审批", "1.申请条件；2.办理结果", BASIS, "20个工作日", "示例县交通局"],
        [
            "2",
            second,
            "渡口停用审批",
            "1.申请条件；2.办理结果",
            BASIS,
            "20个工作日",
            "示例县交通局",
        ],
    ]
    cells = [*HEADINGS, *(cell for row in rows for cell in [*row, "■政府网站 □政府公报"])]
    path = tmp_path / "目录.txt"
    path.write_text("乡村渡口领域基层政务公开标准目录\n\n" + "\n\n".join(cells), encoding="utf-8")
    catalog = interpret(read_document(path), Known())
    assert [[m.label for m in item.matters] for item in catalog.items] == [
        [first, "渡口新建审批"],
        [second, "渡口停用审批"],
    ]
    return [found.column for found in catalog.findings if found.code == "label-torn"]


def test_halves_that_a_row_prints_as_one_word_are_told(tmp_path) -> None:
    assert len(told(tmp_path, "乡村渡", "口管理")) == 2


@pytest.mark.parametrize("second", ["码头管理", "渡口管理"])
def test_labels_that_make_no_word_are_believed(tmp_path, second) -> None:
    assert told(tmp_path, "渡口审批", second) == []
