"""Fields of disclosure: which a title names, and that one given from outside must exist."""

from __future__ import annotations

from dataclasses import replace

import pytest
from interpret_samples import document, read, table

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret import Known, interpret
from govdisclose_ld.interpret.codes import code_list
from govdisclose_ld.interpret.fields import named_fields
from govdisclose_ld.interpret.layouts import Layout
from govdisclose_ld.model import Table, Term

TABLE = [["序号", "一级事项", "公开内容"], ["1", "对象", "名单"]]


@pytest.mark.parametrize("given", ["budgets", "财政预决算"])
def test_a_field_is_given_by_id_or_name(given: str) -> None:
    term = interpret(document(TABLE), Known(field=given)).field
    assert term is not None
    assert term.id == "budgets"


@pytest.mark.parametrize(
    "known", [Known(field="budgtes"), Known(layout=Layout({"field": "x"}, {}, {}))]
)
def test_a_field_that_does_not_exist_is_refused(known: Known) -> None:
    with pytest.raises(ConfigurationError) as refused:
        interpret(document(TABLE), known)
    assert refused.value.remedy_zh


@pytest.mark.parametrize("term", code_list("field").terms.values(), ids=lambda term: term.id)
def test_each_of_the_26_fields_is_named_by_its_name(term: Term) -> None:
    assert named_fields(f"某县{term.label}领域基层政务公开标准目录") == (term,)


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("栾川县脱贫攻坚领域基层政务公开标准目录", ["poverty-alleviation"]),
        ("某县国有土地房屋征收领域目录", ["housing-expropriation"]),
        ("某县减灾救灾领域目录", ["disaster-relief"]),
        ("某县征地信息公开目录", ["land-acquisition"]),
        ("某县惠农补贴领域目录", ["agricultural-subsidies"]),
        # several fields, or one that is none of the 26
        ("某县就业和社会保险领域目录", ["social-insurance", "employment"]),
        ("某县安全生产和救灾领域目录", ["work-safety", "disaster-relief"]),
        ("某县养老保险领域目录", []),
        ("某县应急管理领域目录", []),
        ("某县基层政务公开标准目录", []),
    ],
)
def test_fields_are_keyed_on_names(title: str, fields: list[str]) -> None:
    assert [term.id for term in named_fields(title)] == fields


def test_a_title_of_several_fields_gives_none_of_them() -> None:
    catalog = read(TABLE, prose=["栾川县就业和社会保险领域基层政务公开标准目录"])
    assert catalog.field is None
    assert "field-ambiguous" in {found.code for found in catalog.findings}


@pytest.mark.parametrize(
    ("prose", "field", "told"),
    [
        # The office bears the name of a field; its catalog may hold others.
        (["示例县生态环境局政务公开标准目录"], "environment", "field-from-office"),
        (["示例县扶贫开发办公室政务公开标准目录"], "poverty-alleviation", "field-from-office"),
        (["政务公开标准目录", "单位：示例县卫生健康局"], "health", "field-from-office"),
        # An office of several fields that bears the name of none.
        (["示例县民政局基层政务公开标准目录"], "", "field-unknown"),
        # The title says so itself, whatever the office is called.
        (["示例县生态环境局生态环境领域政务公开标准目录"], "environment", ""),
        (["示例县生态环境局安全生产领域政务公开标准目录"], "work-safety", ""),
    ],
)
def test_a_field_that_the_office_alone_names_is_not_sure(
    prose: list[str], field: str, told: str
) -> None:
    catalog = read(TABLE, prose=prose)
    assert (catalog.field.id if catalog.field else "") == field
    assert [f.code for f in catalog.findings if f.code.startswith("field-")] == [told] * bool(told)


def sheets(*names: str) -> list[str]:
    """The fields of the items of sheets with these names, each with one item and no heading."""
    blocks: list[Table] = [replace(table(n, TABLE), name=name) for n, name in enumerate(names, 1)]
    catalog = interpret(replace(document(prose=()), blocks=tuple(blocks)), Known())
    return [item.field.label if item.field else "" for item in catalog.items]


def test_a_sheet_is_of_the_field_that_its_name_tells() -> None:
    assert sheets("1.户籍管理", "养老服务领域") == ["户籍管理", "养老服务"]
    assert sheets("Sheet1", "Sheet2") == ["", ""]


def test_the_name_of_the_only_sheet_is_the_field_of_the_catalog() -> None:
    one = replace(table(1, TABLE), name="税收管理")
    catalog = interpret(replace(document(prose=("某县目录",)), blocks=(one,)), Known())
    assert catalog.field is not None
    assert catalog.field.label == "税收管理"


def test_a_column_of_fields_tells_that_of_each_item() -> None:
    rows = [[*TABLE[0], "公开领域"], [*TABLE[1], "社会救助"], ["2", "机构", "名称", "养老服务领域"]]
    catalog = read(rows, prose=("示例县政务公开标准目录",))
    assert [one.field.label if one.field else "" for one in catalog.items] == [
        "社会救助",
        "养老服务",
    ]
