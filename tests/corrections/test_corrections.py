"""Corrections files: applied while the source still prints what they were written for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from govdisclose_ld import assets
from govdisclose_ld.catalogs import read_catalog, unused_corrections
from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret import draft_corrections, load_corrections
from govdisclose_ld.model import Catalog, Item, State

SOURCE = "data/catalogs/luanchuan-fupin-notice-2020-51.txt"
CATALOG = "410324/poverty-alleviation/2020-12-14"
SIGNED = {"who": "县政务公开办", "when": "2021-01-05", "why": "对照纸质原件"}

Entry = dict[str, object]


def entry(item: str, field: str, *, printed: str = "", read: str = "", right: str) -> Entry:
    return {"item": item, "field": field, "printed": printed, "read": read, "right": right}


def written(folder: Path, *entries: Entry, catalog: str = CATALOG, name: str = "a.yml") -> Path:
    file = folder / name
    body = {"catalog": catalog, "corrections": [{**SIGNED, **one} for one in entries]}
    text = yaml.safe_dump(body, allow_unicode=True).replace("'2021-01-05'", "2021-01-05")
    file.write_text(text, encoding="utf-8")
    return file


def corrected(*files: Path) -> Catalog:
    return read_catalog(assets.path(SOURCE), corrections=files)[0]


def item(catalog: Catalog, ordinal: str) -> Item:
    return next(one for one in catalog.items if one.ordinal == ordinal)


def codes(catalog: Catalog, ordinal: str) -> list[str]:
    return [finding.code for finding in catalog.findings_of(item(catalog, ordinal))]


def test_an_inferred_matter_is_settled_and_keeps_its_provenance(tmp_path: Path) -> None:
    one = entry("9", "level1", read="监督管理", right="扶贫资金项目")
    catalog = corrected(written(tmp_path, one))
    matter = item(catalog, "9").matters[0]
    assert (matter.level, matter.label, matter.inference) == (1, "扶贫资金项目", None)
    assert matter.correction is not None
    provenance = (matter.correction.read, matter.correction.who, matter.correction.when)
    assert provenance == ("监督管理", "县政务公开办", "2021-01-05")
    assert (matter.correction.why, matter.correction.file) == ("对照纸质原件", "a.yml")
    assert catalog.corrections == (matter.correction,)
    assert "level1-uncertain" not in codes(catalog, "9")
    assert "level1-uncertain" in codes(catalog, "2")


def test_an_unknown_answer_is_settled(tmp_path: Path) -> None:
    one = entry("1", "mode", printed="主动 依申请", right="主动公开")
    catalog = corrected(written(tmp_path, one))
    mode = item(catalog, "1").mode
    assert (mode.state, [term.id for term in mode.selected]) == (State.READ, ["proactive"])
    assert [term.id for term in mode.offered] == ["proactive", "on-request"]
    fields = [f.column for f in catalog.findings_of(item(catalog, "1")) if f.code == "mark-unknown"]
    assert fields == ["公开对象", "依申请公开"]


def test_a_printed_level_and_an_agency(tmp_path: Path) -> None:
    level = entry("1", "disclosure_level", printed="县级 乡、村级", right="县级、乡级")
    agency = entry("1", "agency", right="栾川县扶贫开发办公室")
    one = item(corrected(written(tmp_path, level, agency)), "1")
    assert [term.id for term in one.level.selected] == ["county", "township"]
    assert [(a.label, a.kind) for a in one.agencies] == [("栾川县扶贫开发办公室", "named")]
    assert one.agency.text == ""


def test_a_corrected_time_limit_is_not_overridden_by_the_default(tmp_path: Path) -> None:
    one = entry("1", "time_limit", right="信息形成之日起7个工作日内")
    catalog = corrected(written(tmp_path, one))
    limit = item(catalog, "1").time_limit
    assert (limit.text, limit.inherited, limit.rules[0].amount) == ("", False, 7)
    assert "time-limit-inherited" not in codes(catalog, "1")
    assert item(catalog, "2").time_limit.inherited


def test_a_correction_is_stale_once_the_source_prints_something_else(tmp_path: Path) -> None:
    one = entry("10", "level1", printed="监督管埋", right="监督检查")
    catalog = corrected(written(tmp_path, one))
    assert item(catalog, "10").matters[0].label == "监督管理"
    assert catalog.corrections == ()
    [stale] = [f for f in catalog.findings if f.code == "correction-stale"]
    assert (stale.ref.table, stale.ref.row) == (4, 4)
    assert "监督管埋" in stale.message_zh
    assert "a.yml" in stale.message_zh


def test_spaces_do_not_make_a_correction_stale(tmp_path: Path) -> None:
    one = entry("1", "mode", printed="主动依申请", right="主动公开")
    assert len(corrected(written(tmp_path, one)).corrections) == 1


def test_a_correction_for_no_item_is_reported(tmp_path: Path) -> None:
    catalog = corrected(written(tmp_path, entry("99", "level1", right="甲")))
    [unmatched] = [f for f in catalog.findings if f.code == "correction-unmatched"]
    assert "99" in unmatched.message_zh
    assert catalog.corrections == ()


def test_files_for_other_catalogs_are_left_alone(tmp_path: Path) -> None:
    other = written(tmp_path, entry("99", "level1", right="甲"), catalog="520402/x/undated")
    assert corrected(other) == corrected()


@pytest.mark.parametrize(
    "near",
    [
        "410324/poverty-aleviation/2020-12-14",
        "410342/poverty-alleviation/2020-12-14",
        "unknown/poverty-alleviation/2020-12-14",
        "410324/poverty-alleviation/undated",
        "410324/poverty-alleviation/2020-12-41",
        "410324/poverty-alleviation",
    ],
)
def test_a_file_whose_catalog_is_nearly_this_one_is_told(tmp_path: Path, near: str) -> None:
    catalog = corrected(written(tmp_path, entry("9", "level1", right="甲"), catalog=near))
    assert catalog.corrections == ()
    [told] = [f for f in catalog.findings if f.code == "correction-elsewhere"]
    assert all(word in told.message_zh for word in ("a.yml", near, CATALOG))


@pytest.mark.parametrize(
    "other",
    [
        "410325/poverty-alleviation/2020-12-14",
        "410324/budgets/2020-12-14",
        "410324/poverty-alleviation/2021-06-30",
    ],
)
def test_the_catalog_of_another_county_field_or_date_is_not_nearly_this_one(
    tmp_path: Path, other: str
) -> None:
    file = written(tmp_path, entry("9", "level1", right="甲"), catalog=other)
    assert corrected(file) == corrected()
    [unused] = unused_corrections([CATALOG, "520402/x/undated"], [file])
    assert (unused.file, unused.catalog, unused.nearest) == ("a.yml", other, CATALOG)
    assert unused_corrections([CATALOG, other], [file]) == ()


def test_several_files_apply_in_their_order(tmp_path: Path) -> None:
    first = written(tmp_path, entry("9", "level1", right="甲"), name="1.yml")
    second = written(tmp_path, entry("1", "mode", printed="主动依申请", right="主动"), name="2.yml")
    assert [c.file for c in corrected(first, second).corrections] == ["1.yml", "2.yml"]


HEAD = ["序号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "公开主体"]
ANSWERS = ["公开渠道", "公开对象", "公开方式", "公开层级"]
LAW = "《预算法》"
CELLS = [LAW, "尽快办", "财政局", "政府网站 公示栏", "社会 特定群众", "主动 依申请", "县级 乡级"]
OWN = "unknown/budgets/undated"
ROWS = [["1", "预决算", "预算", "甲", *CELLS], ["2", "", "决算", "乙", *CELLS]]


def settled(folder: Path, rows: list[list[str]], *entries: Entry, catalog: str = OWN) -> Catalog:
    file = folder / "own.yml"
    body = {"catalog": catalog, **SIGNED, "corrections": list(entries)}
    text = yaml.safe_dump(body, allow_unicode=True).replace("'2021-01-05'", "2021-01-05")
    file.write_text(text, encoding="utf-8")
    return read_catalog(printed(rows), name="a.txt", corrections=[file])[0]


def printed(rows: list[list[str]]) -> bytes:
    lines = ["财政预决算领域政务公开标准目录", "", "\t".join([*HEAD, *ANSWERS])]
    return "\n".join([*lines, *map("\t".join, rows), ""]).encode()


@pytest.mark.parametrize(
    ("field", "cell", "right", "told"),
    [
        ("level1", "", "监督", "监督"),
        ("level2", "决算", "决算公开", "决算公开"),
        ("level3", "", "部门决算", "部门决算"),
        ("basis", LAW, "《预算法实施条例》第一条", "预算法实施条例"),
        ("time_limit", "尽快办", "信息形成之日起7个工作日内", "7"),
        ("agency", "财政局", "示例县财政局、示例县审计局", "示例县财政局、示例县审计局"),
        ("channels", "政府网站 公示栏", "政府网站、公示栏", "website、public-board"),
        ("channels", "政府网站 公示栏", "无", ""),
        ("audience", "社会 特定群众", "全社会", "public"),
        ("mode", "主动 依申请", "", ""),
        ("disclosure_level", "县级 乡级", "县级、乡、村级", "county、township、village"),
        ("content", "乙", "收支决算总表", "收支决算总表"),
        ("content", "乙", "无", ""),
    ],
)
def test_every_field_can_be_settled(
    tmp_path: Path, field: str, cell: str, right: str, told: str
) -> None:
    one = entry("2", field, printed=cell, right=right)
    catalog = settled(tmp_path, ROWS, one)
    second = catalog.items[1]
    assert shown(second, field) == told
    assert [(c.field, c.key) for c in catalog.corrections] == [(field, second.key)]
    assert catalog.items[0] == read_catalog(printed(ROWS), name="a.txt", corrections=())[0].items[0]


def shown(one: Item, field: str) -> str:
    """What a field of an item was read as."""
    if field.startswith("level"):
        return next(m.label for m in one.matters if m.level == int(field[5]))
    if field == "time_limit":
        return str(one.time_limit.rules[0].amount)
    if field == "content":
        return one.content.text
    if field == "basis":
        return "、".join(citation.law.title for citation in one.legal_bases if citation.law)
    if field == "agency":
        return "、".join(agency.label for agency in one.agencies)
    choice = getattr(one, "level" if field == "disclosure_level" else field)
    assert choice.state is State.READ
    return "、".join(term.id for term in choice.selected)


def test_a_corrected_content_is_read_by_the_legend_of_its_catalog(tmp_path: Path) -> None:
    rows = [["1", "预决算", "预算", "●收入 〇收人明细", *CELLS]]
    right = "●收入 〇收入明细"
    one = entry("1", "content", printed="●收入 〇收人明细", right=right)
    file = written(tmp_path, one, catalog=OWN)
    legend = printed(rows).replace("公开内容".encode(), "公开内容（“●”必选 “〇”可选）".encode())
    [settled] = read_catalog(legend, name="a.txt", corrections=[file])[0].items
    assert settled.content.text == right
    told = [(element.text, element.optional) for element in settled.elements]
    assert told == [("收入", False), ("收入明细", True)]


def test_a_matter_that_was_inferred_wrongly_can_be_taken_away(tmp_path: Path) -> None:
    catalog = settled(tmp_path, ROWS, entry("2", "level1", read="预决算", right="无"))
    assert [m.label for m in catalog.items[1].matters] == ["决算"]


def test_an_item_without_an_ordinal_is_named_by_its_key(tmp_path: Path) -> None:
    rows = [["", *row[1:]] for row in ROWS]
    key = read_catalog(printed(rows), name="a.txt", corrections=())[0].items[1].key
    one = {**entry("", "mode", printed="主动 依申请", right="主动公开"), "key": key}
    catalog = settled(tmp_path, rows, one)
    assert [item.mode.state for item in catalog.items] == [State.UNKNOWN, State.READ]
    assert settled(tmp_path, rows, {**one, "key": "ffff"}).corrections == ()
    nameless = settled(tmp_path, rows, entry("", "mode", printed="主动 依申请", right="主动公开"))
    assert "correction-unmatched" in {found.code for found in nameless.findings}


def test_one_ordinal_for_two_items_is_settled_by_the_key_alone(tmp_path: Path) -> None:
    rows = [["1", *row[1:]] for row in ROWS]
    one = entry("1", "mode", printed="主动 依申请", right="主动公开")
    catalog = settled(tmp_path, rows, one)
    [found] = [f for f in catalog.findings if f.code == "correction-ambiguous"]
    assert catalog.corrections == ()
    assert all(item.key in found.message_zh for item in catalog.items)
    keyed = settled(tmp_path, rows, {**one, "key": catalog.items[1].key})
    assert [item.mode.state for item in keyed.items] == [State.UNKNOWN, State.READ]
    modes = [
        f.ref.row for f in keyed.findings if f.code == "mark-unknown" and "方式" in f.message_zh
    ]
    assert modes == [2]


def test_a_width_of_digits_makes_no_other_ordinal(tmp_path: Path) -> None:
    one = entry("２", "mode", printed="主动 依申请", right="主动公开")
    assert len(settled(tmp_path, ROWS, one).corrections) == 1


def test_the_draft_holds_an_open_entry_for_each_doubt_and_changes_nothing(tmp_path: Path) -> None:
    plain = corrected()
    file = tmp_path / "draft.yml"
    file.write_text(draft_corrections(plain), encoding="utf-8")
    assert load_corrections(file).corrections == ()
    assert corrected(file) == plain
    drafted = yaml.safe_load(file.read_text("utf-8"))
    unsure = [(i.ordinal, m.level) for i in plain.items for m in i.matters if m.inference]
    fields = [(e["item"], e["field"]) for e in drafted["corrections"]]
    assert {(ordinal, f"level{level}") for ordinal, level in unsure} <= set(fields)
    unknown = [i.ordinal for i in plain.items if i.mode.state is State.UNKNOWN]
    assert [item for item, field in fields if field == "mode"][: len(unknown)] == unknown
    assert len(set(fields)) == len(fields)


def test_a_filled_in_entry_of_the_draft_is_applied(tmp_path: Path) -> None:
    file = tmp_path / "draft.yml"
    drafted = yaml.safe_load(draft_corrections(corrected()))
    entries = drafted["corrections"]
    for one in entries:
        one["right"] = {"mode": "主动公开", "level1": "扶贫对象"}.get(one["field"])
    drafted |= {**SIGNED, "when": date(2021, 1, 5)}
    file.write_text(yaml.safe_dump(drafted, allow_unicode=True), encoding="utf-8")
    catalog = corrected(file)
    filled = [one for one in entries if one["right"]]
    assert len(catalog.corrections) == len(filled) > 2
    assert "correction-stale" not in {found.code for found in catalog.findings}


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=20))
def test_any_printed_text_can_be_drafted_and_read_back(text: str) -> None:
    rows = [["1", "预决算", "预算", f"甲{text}", *CELLS[:-1], f"{text}县级 乡级"]]
    plain = read_catalog(printed(rows), name="a.txt", corrections=())[0]
    drafted = yaml.safe_load(draft_corrections(plain))
    assert {e["key"] for e in drafted["corrections"] or ()} <= {item.key for item in plain.items}


def test_the_line_of_an_error_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    lines = ["catalog: x", "corrections:", "- item: '1'", "  field: colour", "  printed: ''"]
    rest = ["  read: ''", "  right: a", "  who: b", "  when: 2021-01-05", "  why: c"]
    file.write_text("\n".join([*lines, *rest]), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"a\.yml:4: corrections\[1\]\.field"):
        load_corrections(file)


@pytest.mark.parametrize("name", ["colour", "feild"])
def test_a_name_that_means_nothing_is_refused(tmp_path: Path, name: str) -> None:
    one = {**entry("9", "level1", right="甲"), name: "x"}
    with pytest.raises(ConfigurationError, match=rf"corrections\[1\]\.{name}"):
        load_corrections(written(tmp_path, one))


@pytest.mark.parametrize("missing", ["item", "field", "printed", "read", "right", "who", "why"])
def test_a_missing_value_is_named(tmp_path: Path, missing: str) -> None:
    one = {**SIGNED, **entry("9", "level1", right="甲"), missing: None}
    with pytest.raises(ConfigurationError) as error:
        load_corrections(written(tmp_path, one))
    assert str(tmp_path / "a.yml") in str(error.value)
    assert f"corrections[1].{missing}" in str(error.value)


@pytest.mark.parametrize(
    ("field", "right", "place"),
    [
        ("level7", "甲", "corrections[1].field"),
        ("ordinal", "甲", "corrections[1].field"),
        ("mode", "也许公开", "corrections[1].right"),
        ("channels", "政府网站、不知名渠道", "corrections[1].right"),
        ("time_limit", "尽快", "corrections[1].right"),
        ("basis", "有关文件", "corrections[1].right"),
    ],
)
def test_a_wrong_value_is_named(tmp_path: Path, field: str, right: str, place: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        load_corrections(written(tmp_path, entry("1", field, right=right)))
    assert place in str(error.value)


def test_a_date_that_is_none_is_named(tmp_path: Path) -> None:
    one = {**entry("9", "level1", right="甲"), "when": "去年"}
    with pytest.raises(ConfigurationError, match=r"corrections\[1\]\.when"):
        load_corrections(written(tmp_path, one))


@pytest.mark.parametrize("text", ["", "[]", "catalog: x", "corrections: []", "catalog: 1\na: ["])
def test_a_file_of_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"a\.yml"):
        load_corrections(file)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"none\.yml"):
        load_corrections(tmp_path / "none.yml")
