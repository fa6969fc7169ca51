"""Layout files: what a person says of the tables outranks what is recognised."""

from __future__ import annotations

from pathlib import Path

import pytest
from interpret_samples import document

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret import Known, draft_layout, interpret, load_layout
from govdisclose_ld.model import Catalog, Document

ROWS = [
    ["甲", "乙", "丙", "丁"],
    ["1", "预算公开", "部门预算", "√"],
    ["2", "决算公开", "部门决算", ""],
    ["以上由财政局负责", "", "", ""],
]
LAYOUT = """
title: 某县财政目录
field: budgets
tables:
  - table: 1
    header: [1, 1]
    columns: {1: ordinal, 2: level1, 3: content, 4: level=county}
    notes: [4]
"""


def laid_out(folder: Path, text: str, source: Document) -> Catalog:
    file = folder / "layout.yml"
    file.write_text(text, encoding="utf-8")
    return interpret(source, Known(layout=load_layout(file)))


def test_a_table_with_headings_of_its_own_is_read_as_told(tmp_path: Path) -> None:
    catalog = laid_out(tmp_path, LAYOUT, document(ROWS, prose=["某县"]))
    assert catalog.title == "某县财政目录"
    assert catalog.field
    assert catalog.field.id == "budgets"
    assert [(i.ordinal, i.matters[0].label, i.content.text) for i in catalog.items] == [
        ("1", "预算公开", "部门预算"),
        ("2", "决算公开", "部门决算"),
    ]
    assert [term.id for term in catalog.items[0].level.selected] == ["county"]
    assert [r.kind for r in catalog.rows] == ["header", "item", "item", "note"]


def test_a_drafted_layout_gives_the_same_reading(tmp_path: Path) -> None:
    header = ["序号", "公开事项", "公开内容", "公开依据", "主动公开", "依申请公开", "咨询电话"]
    rows = [header, ["1", "预算", "部门预算", "《预算法》", "√", "", "1"], ["注：说明"]]
    source = document(rows)
    plain = interpret(source)
    assert laid_out(tmp_path, draft_layout(plain), source).items == plain.items


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("tables: 1", "tables"),
        ("colour: red", "colour"),
        ("tables: [{header: [1, 1]}]", "tables[1].table"),
        ("tables: [{table: 1, header: [2, 1]}]", "tables[1].header"),
        ("tables: [{table: 1, columns: {1: nonsense}}]", "tables[1].columns.1"),
        ("tables: [{table: 1, columns: {1: mode=maybe}}]", "tables[1].columns.1"),
        ("tables: [{table: 1, columns: {x: content}}]", "tables[1].columns"),
        ("tables: [{table: 1, notes: 4}]", "tables[1].notes"),
        ("- 1", "layout.yml"),
    ],
)
def test_a_wrong_layout_names_file_and_entry(tmp_path: Path, text: str, place: str) -> None:
    file = tmp_path / "layout.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as error:
        load_layout(file)
    assert str(file) in str(error.value)
    assert place in str(error.value)
