"""Numbers where names of matters belong: the column of ordinals has lost its heading."""

from __future__ import annotations

from govdisclose_ld.interpret import Known, interpret
from govdisclose_ld.model import Catalog
from govdisclose_ld.readers import read_document

HEADER = (
    "公开事项 | 公开内容 | 公开依据 | 公开时限 | 公开主体 | 公开渠道和载体 | 公开对象 ||\n"
    "一级事项 | 二级事项 | 全社会 | 特定群体 |||||||\n"
)
CELLS = "班次表 | 《水路条例》 | 5个工作日 | 示例县交通局 | ■政府网站 | √"


def read(tmp_path, *rows: str) -> Catalog:
    path = tmp_path / "目录.txt"
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return interpret(read_document(path), Known())


def labels(catalog: Catalog) -> list[list[str]]:
    return [[matter.label for matter in item.matters] for item in catalog.items]


def test_ordinals_that_count_some_rows_have_a_column_of_their_own(tmp_path) -> None:
    catalog = read(
        tmp_path,
        f"1 | 渡口 | 东渡 | {CELLS} |\n",
        f"西渡 | {CELLS} |||\n",
        f"2 | 码头 | 北港 | {CELLS} |\n",
    )
    assert labels(catalog) == [["渡口", "东渡"], ["渡口", "西渡"], ["码头", "北港"]]


def test_a_number_is_never_the_name_of_a_matter(tmp_path) -> None:
    catalog = read(
        tmp_path,
        f"渡口 | 东渡 | {CELLS} | |\n",
        f"2 | 西渡 | {CELLS} | |\n",
    )
    assert labels(catalog) == [["渡口", "东渡"], ["西渡"]]
    doubted = catalog.items[1]
    assert "matter-is-number" in [found.code for found in catalog.findings_of(doubted)]
    assert [extra.text for extra in doubted.extra] == ["2"]


def test_a_line_that_stands_for_nothing_is_no_name(tmp_path) -> None:
    catalog = read(tmp_path, f"渡口 | ─ | {CELLS} | |\n", f"码头 | ── | {CELLS} | |\n")
    assert labels(catalog) == [["渡口"], ["码头"]]
