"""Layout files: what a person says of the tables outranks what is recognised."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from interpret_samples import document

from corpus.cases import Print, prints
from govdisclose_ld.assets import path
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret import Known, draft_layout, interpret, load_layout
from govdisclose_ld.model import Catalog, Document, State
from govdisclose_ld.readers import read_document
from press import print_sheet

SEEDS = ("xixiu-fupin-list.txt", "luanchuan-fupin-notice-2020-51.txt")

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


HEADER = [
    "序号",
    "一级事项",
    "二级事项",
    "公开内容",
    "公开依据",
    "公开时限",
    "公开主体",
    "主动",
    "依申请",
]
LAW, SOON, BUREAU = "《预算法》", "信息形成之日起20个工作日内", "示例县财政局"
BODY = [
    ["1", "预决算", "预算", "部门预算", LAW, SOON, BUREAU, "√", ""],
    ["2", "预决算", "决算", "部门决算", LAW, SOON, BUREAU, "", "√"],
]


def told(folder: Path, tables: str, *printed: list[list[str]]) -> Catalog:
    return laid_out(folder, f"tables:\n{tables}", document(*printed))


def first_prints() -> list[Print]:
    """Each case of the corpus in the first form that can carry it."""
    return list(
        {p.case.name: p for p in reversed([p for p in prints() if not p.case.refused])}.values()
    )


@pytest.mark.parametrize("printed", first_prints(), ids=lambda printed: printed.name)
def test_reading_with_the_unedited_draft_gives_the_same_catalog(
    tmp_path: Path, printed: Print
) -> None:
    data = print_sheet(printed.sheet, printed.form, printed.style)
    source = read_document(data, name=f"document{printed.form.suffix}")
    plain = interpret(source)
    drafted = laid_out(tmp_path, draft_layout(plain), source)
    assert with_sure_columns(drafted) == with_sure_columns(plain)


@pytest.mark.parametrize("name", SEEDS)
def test_the_draft_of_a_seed_changes_nothing_either(tmp_path: Path, name: str) -> None:
    source = read_document(path(f"data/catalogs/{name}"))
    plain = interpret(source)
    assert with_sure_columns(laid_out(tmp_path, draft_layout(plain), source)) == with_sure_columns(
        plain
    )


def with_sure_columns(catalog: Catalog) -> Catalog:
    """What a person leaves standing in the draft is sure; nothing else may differ."""
    return replace(catalog, columns=tuple(replace(c, score=1.0) for c in catalog.columns))


def test_doubts_stand_behind_a_sign_in_the_draft() -> None:
    text = draft_layout(interpret(document(BODY)))
    assert "    #header: []  # 没有印表头" in text
    assert "      #1: ordinal  # 没有表头 no heading 序号 把握 score 0.55" in text
    assert "      #8: extra  # 没有表头 no heading 其他栏 没有认出 unknown" in text
    assert "#division: " in text


def test_a_draft_of_a_table_that_was_not_read_shows_its_first_row() -> None:
    text = draft_layout(
        interpret(document([HEADER, *BODY], [["姓名", "电话"], ["张三", "0371-1"]]))
    )
    assert "    #skip: true" in text
    assert "      #2: extra  # “电话” 其他栏 没有认出 unknown" in text


def test_texts_of_any_kind_are_written_so_that_they_are_read_back(tmp_path: Path) -> None:
    odd = 'a: "b" # c\u2028\u0085\x07 \\ {[&*!|>%@`'
    catalog = replace(interpret(document([HEADER, *BODY])), title=odd, publisher=odd)
    file = tmp_path / "layout.yml"
    file.write_text(draft_layout(replace(catalog, findings=())), encoding="utf-8")
    assert load_layout(file).facts["title"] == odd


def test_a_header_row_that_was_not_found(tmp_path: Path) -> None:
    strange = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"]
    plain = told(tmp_path, "- {table: 1, header: [1, 1]}", [strange, *BODY])
    assert [c.field for c in plain.columns][:4] == ["ordinal", "matters", "matters", "content"]
    columns = "columns: {8: mode=proactive, 9: 公开方式=依申请公开}"
    catalog = told(tmp_path, f"- {{table: 1, header: [1, 1], {columns}}}", [strange, *BODY])
    assert [[t.id for t in i.mode.selected] for i in catalog.items] == [
        ["proactive"],
        ["on-request"],
    ]
    assert [c.heading for c in catalog.columns] == strange
    assert "mark-unassigned" not in {f.code for f in catalog.findings if "公开方式" in f.message_zh}


def test_a_table_without_a_header_with_its_ticks_told(tmp_path: Path) -> None:
    columns = "columns: {8: mode=proactive, 9: mode=on-request}"
    catalog = told(tmp_path, f"- {{table: 1, header: [], {columns}}}", BODY)
    assert [[t.id for t in i.mode.selected] for i in catalog.items] == [
        ["proactive"],
        ["on-request"],
    ]
    assert catalog.items[0].audience.state is State.ABSENT
    assert [i.content.text for i in catalog.items] == ["部门预算", "部门决算"]


def test_a_table_that_proves_nothing_is_read_as_told(tmp_path: Path) -> None:
    rows = [["a", "预算", "部门预算"], ["b", "决算", "部门决算"]]
    catalog = told(tmp_path, "- {table: 1, columns: {2: level1, 3: content}}", rows)
    assert [(i.matters[0].label, i.content.text) for i in catalog.items] == [
        ("预算", "部门预算"),
        ("决算", "部门决算"),
    ]


def test_a_heading_that_was_read_wrongly(tmp_path: Path) -> None:
    rows = [["序号", "公开事项", "公开内容", "要点", "公开依据"], ["1", "预算", "甲", "乙", LAW]]
    catalog = told(tmp_path, "- {table: 1, columns: {4: content}}", rows)
    assert catalog.items[0].content.text == "乙"
    assert [(e.heading, e.text) for e in catalog.items[0].extra] == [("公开内容", "甲")]
    assert "heading-guessed" not in {f.code for f in catalog.findings}


def test_two_levels_that_trade_places(tmp_path: Path) -> None:
    catalog = told(tmp_path, "- {table: 1, columns: {2: 二级事项, 3: 一级事项}}", [HEADER, *BODY])
    assert [m.label for m in catalog.items[0].matters] == ["预算", "预决算"]


def test_a_table_to_be_ignored(tmp_path: Path) -> None:
    catalog = told(tmp_path, "- {table: 1, skip: true}", [HEADER, *BODY], [HEADER, BODY[0]])
    assert [item.source.table for item in catalog.items] == [2]
    assert {r.kind for r in catalog.rows if r.table == 1} == {"note"}


def test_a_list_beside_the_catalog_is_ignored_without_a_word(tmp_path: Path) -> None:
    phones = [["姓名", "电话"], ["张三", "0371-1"]]
    catalog = told(tmp_path, "- {table: 2, skip: true}", [HEADER, *BODY], phones)
    assert "header-unknown" not in {f.code for f in catalog.findings}


def test_rows_that_are_items_and_rows_that_are_none(tmp_path: Path) -> None:
    rows = [HEADER, BODY[0], ["合计", "", "", "2", "", "", "", "", ""], BODY[1]]
    catalog = told(tmp_path, "- {table: 1, notes: [2]}", rows)
    assert [item.ordinal for item in catalog.items] == ["合计", "2"]
    assert len(told(tmp_path, "- {table: 1, notes: []}", rows).items) == 3


def test_a_header_printed_again_where_nobody_saw_it(tmp_path: Path) -> None:
    strange = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"]
    rows = [strange, BODY[0], strange, BODY[1]]
    columns = "columns: {1: ordinal, 2: level1, 3: level2, 4: content}"
    catalog = told(tmp_path, f"- {{table: 1, header: [[1, 1], [3, 3]], {columns}}}", rows)
    assert [r.kind for r in catalog.rows] == ["header", "item", "header", "item"]
    assert [item.ordinal for item in catalog.items] == ["1", "2"]


def test_what_is_not_told_is_recognised(tmp_path: Path) -> None:
    catalog = told(tmp_path, "- {table: 1, columns: {4: content}}", [HEADER, *BODY])
    assert with_sure_columns(catalog).items == interpret(document([HEADER, *BODY])).items


@pytest.mark.parametrize(
    ("marks", "selected", "optional"),
    [
        ("{★: ticked, ☆: unticked}", ["website"], []),
        ("{★: ticked, ☆: optional}", ["website"], ["gazette"]),
        ("{★: unticked, ☆: ticked}", ["gazette"], []),
    ],
)
def test_signs_of_the_offices_own(
    tmp_path: Path, marks: str, selected: list[str], optional: list[str]
) -> None:
    rows = [
        ["序号", "公开事项", "公开内容", "公开渠道"],
        ["1", "预算", "部门预算", "★政府网站☆政府公报"],
    ]
    channels = laid_out(tmp_path, f"marks: {marks}", document(rows)).items[0].channels
    assert [term.id for term in channels.selected] == selected
    assert [term.id for term in channels.optional] == optional
    assert interpret(document(rows)).items[0].channels.state is not State.READ or not selected


def test_a_legend_that_was_not_read_is_settled(tmp_path: Path) -> None:
    rows = [
        ["序号", "公开事项", "公开内容", "公开渠道"],
        ["1", "预算", "部门预算", "■政府网站 △政府公报"],
    ]
    source = document(rows, prose=["财政预决算领域政务公开目录", "说明：“△”视情公开，“■”必选"])
    assert "legend-unread" in {f.code for f in interpret(source).findings}
    catalog = laid_out(tmp_path, "marks: {△: optional}", source)
    assert "legend-unread" not in {f.code for f in catalog.findings}
    channels = catalog.items[0].channels
    assert [term.id for term in channels.selected] == ["website"]
    assert [term.id for term in channels.optional] == ["gazette"]


def test_facts_of_the_document(tmp_path: Path) -> None:
    text = "division: 410324\npublisher: 示例局\nfield: 财政预决算\nslug: x\nversion: v2\n"
    catalog = laid_out(tmp_path, text, document([HEADER, *BODY]))
    assert catalog.division
    assert catalog.division.code == "410324"
    assert catalog.field
    assert (catalog.publisher, catalog.field.id) == ("示例局", "budgets")
    assert (catalog.slug, catalog.version) == ("x", "v2")


@pytest.mark.parametrize(
    ("tables", "where", "said"),
    [
        ("- table: 3", ":2: tables[1].table", "1–1"),
        ("- {table: 1, columns: {10: content}}", ":2: tables[1].columns", "10"),
        ("- {table: 1, header: [4, 4]}", ":2: tables[1].header", "1–3"),
        ("- {table: 1, notes: [9]}", ":2: tables[1].notes", "9"),
    ],
)
def test_what_the_document_does_not_have_is_named(
    tmp_path: Path, tables: str, where: str, said: str
) -> None:
    with pytest.raises(ConfigurationError) as error:
        told(tmp_path, tables, [HEADER, *BODY])
    assert where in str(error.value)
    assert said in str(error.value)


UNHEADED = [
    ["1", "综合业务", "政策文件", "《示例法》", "信息形成之日起20个工作日内", "甲局", "√", "△"],
    ["2", "临时救助", "办理结果", "《示例法》", "信息形成之日起20个工作日内", "甲局", "", "√"],
]
OTHER = [["序号", "公开事项", "公开内容", "公开依据"], ["9", "别的事项", "别的内容", "《示例法》"]]
EDITED = """
title: 示例县社会救助目录
division: "110101"
publisher: 示例县民政局
field: 社会救助
marks: {△: optional}
tables:
  - table: 1
    header: []
    columns:
      1: 序号
      2: 一级事项
      3: 公开内容
      4: 公开依据
      5: 公开时限
      6: 公开主体
      7: channels=website
      8: channels=gazette
  - table: 2
    skip: true
"""


def test_a_clerk_puts_a_table_without_a_header_right(tmp_path: Path) -> None:
    catalog = laid_out(tmp_path, EDITED, document(UNHEADED, OTHER))
    facts = (catalog.title, catalog.publisher, catalog.field and catalog.field.label)
    assert facts == ("示例县社会救助目录", "示例县民政局", "社会救助")
    assert catalog.division
    assert catalog.division.code == "110101"
    told = [(i.ordinal, i.matters[0].label, i.content.text) for i in catalog.items]
    assert told == [("1", "综合业务", "政策文件"), ("2", "临时救助", "办理结果")]
    chosen = [[term.id for term in item.channels.selected] for item in catalog.items]
    assert chosen == [["website"], ["gazette"]]
    assert not {"header-inferred", "ticks-unheaded"} & {f.code for f in catalog.findings}


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (("7: channels=website", "7: channels=nothing"), 17),
        (("7: channels=website", "9: channels=website"), 8),
        (("header: []", "header: [1, 3]"), 8),
        (("- table: 2", "- table: 3"), 19),
        (("- table: 2", "- table: 1"), 19),
        (("△: optional", "△: perhaps"), 6),
        (('division: "110101"', 'division: "1"'), 3),
        (("field: 社会救助", "field: 没有这个"), 5),
        (("publisher: 示例县民政局", "publishers: 示例县民政局"), 4),
        (("skip: true", "skip: perhaps"), 20),
    ],
)
def test_a_wrong_edit_names_file_line_and_remedy(
    tmp_path: Path, edit: tuple[str, str], line: int
) -> None:
    assert edit[0] in EDITED
    with pytest.raises(ConfigurationError) as error:
        laid_out(tmp_path, EDITED.replace(*edit), document(UNHEADED, OTHER))
    assert f"layout.yml:{line}:" in error.value.where
    assert error.value.remedy_zh
    assert error.value.remedy_en


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
        ("tables:\n- table: 1\n- table: 1", ":3: tables[2].table"),
        ("tables:\n- table: 1\n  columns:\n    3: content\n    3: basis", ":5: 3"),
        (
            "tables:\n- table: 1\n  columns:\n    2: level1\n    3: level1",
            ":5: tables[1].columns.3",
        ),
        ("tables: [{table: 1, columns: {2: content=x}}]", ":1: tables[1].columns.2"),
        ("tables: [{table: 1, skip: perhaps}]", "tables[1].skip"),
        ("tables: [{table: 1, notes: [0]}]", "tables[1].notes"),
        ("tables: [{table: 1, header: [[3, 4], [1, 2]]}]", "tables[1].header"),
        ("tables: [{table: true}]", "tables[1].table"),
        ("title: a\nmarks: [x]", ":2: marks"),
        ("title: a\nmarks:\n  ★: perhaps", ":3: marks.★"),
        ("title: a\ndivision: 999999", ":2: division"),
        ("title: a\n\nfield: nothing", ":3: field"),
        ("title: [a]", "title"),
        ("title: a\ntitle: b", ":2: title"),
        ("- 1", "layout.yml"),
        ("", "layout.yml"),
    ],
)
def test_a_wrong_layout_names_file_and_entry(tmp_path: Path, text: str, place: str) -> None:
    file = tmp_path / "layout.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError) as error:
        load_layout(file)
    assert str(file) in str(error.value)
    assert place in str(error.value)


def test_aliases_upon_aliases_are_read_in_no_time(tmp_path: Path) -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 25)]
    file = tmp_path / "layout.yml"
    file.write_text("\n".join(["a0: &a0 [x]", *levels]), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"layout\.yml:1: a0"):
        load_layout(file)
