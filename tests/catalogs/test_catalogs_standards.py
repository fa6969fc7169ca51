"""Any standard by one name: a shipped id, a YAML file, or a catalog that others are held to."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from govdisclose_ld.catalogs import find_standard, read_catalog, standard_from
from govdisclose_ld.errors import ConfigurationError, InputError
from govdisclose_ld.model import (
    Catalog,
    CellRef,
    Choice,
    Document,
    Inference,
    Item,
    Matter,
    State,
    Term,
    Text,
    TimeLimit,
    TimeRule,
)
from govdisclose_ld.standards import Standard, load_standard
from govdisclose_ld.store import Store
from govdisclose_ld.validation import validate

SEEDS = Path(__file__).parents[2] / "data" / "catalogs"
XIXIU = SEEDS / "xixiu-fupin-list.txt"
HERE = CellRef("list.txt", 1, 2)
GUESS = Inference(0.9, "推断", "inferred", HERE)
WEBSITE, GAZETTE = Term("channel", "website", "政府网站"), Term("channel", "gazette", "政府公报")


def row(*labels: str, guessed: bool = False, **changes: object) -> Item:
    matters = tuple(
        Matter(level, label, HERE, GUESS if guessed and level == len(labels) else None)
        for level, label in enumerate(labels, start=1)
    )
    return replace(Item(key="a", source=HERE, matters=matters), **changes)  # type: ignore[arg-type]


def exemplar(*items: Item, **changes: object) -> Standard:
    document = Document("list.txt", "text/plain", "00", 1, ())
    catalog = Catalog("目录", document, "guide", "2021", items=items)
    return standard_from(replace(catalog, **changes))  # type: ignore[arg-type]


def limit(amount: int, trigger: str = "formed") -> TimeLimit:
    return TimeLimit("期限", (TimeRule("limit", trigger, amount, "working-day"),))


def channels(*selected: Term, state: State = State.READ) -> Choice:
    return Choice(state, selected, selected)


def test_a_shipped_id_a_file_and_a_catalog_are_all_standards(tmp_path: Path) -> None:
    file = tmp_path / "mine.yml"
    file.write_text("id: mine\ntitle: {zh: 我的, en: mine}\nrequired: [basis]", encoding="utf-8")
    assert find_standard("template") == load_standard("template")
    assert find_standard(file) == load_standard(file)
    assert find_standard(XIXIU).id == "catalog-520402-poverty-alleviation-undated"


def test_a_name_that_is_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="did you mean template"):
        find_standard("tempate")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with pytest.raises(InputError):
        find_standard(empty)


def test_the_id_is_ascii_and_comes_from_the_catalog_alone() -> None:
    assert exemplar().id == "catalog-unknown-guide-2021"
    one, other = exemplar(slug="甲"), exemplar(slug="乙")
    assert one.id != other.id
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.id)


def test_items_stand_under_the_matters_that_are_printed() -> None:
    standard = exemplar(row("政策", "法规"), row("政策", "规划", "年度"), row("监督"))
    assert [
        ([above.label.zh for above in standard.path(item.id)], item.label.zh)
        for item in standard.items
    ] == [(["政策"], "法规"), (["政策", "规划"], "年度"), ([], "监督")]


def test_a_label_is_a_standards_item_and_a_heading_too() -> None:
    standard = exemplar(row("政策"), row("政策", "法规"))
    ids = [item.id for item in standard.items] + [m.id for m in standard.all_matters()]
    assert len(ids) == len(set(ids)) == 3


def test_what_was_not_printed_is_marked() -> None:
    standard = exemplar(row("政策", "法规", guessed=True))
    assert [item.inferred for item in standard.items] == [True]
    both = exemplar(row("政策", "法规", guessed=True), row("政策", "法规"))
    assert [item.inferred for item in both.items] == [False]


def test_rows_of_one_name_ask_for_what_all_of_them_print() -> None:
    standard = exemplar(
        row("法规", channels=channels(WEBSITE, GAZETTE), time_limit=limit(10)),
        row("法 规", channels=channels(WEBSITE), time_limit=limit(20)),
    )
    (item,) = standard.items
    assert item.requirements.channels == ("website",)
    assert item.requirements.time_limit == TimeRule("limit", "formed", 20, "working-day")


@pytest.mark.parametrize(
    "second",
    [
        row("法规", channels=channels(WEBSITE, state=State.UNKNOWN), time_limit=TimeLimit()),
        row("法规", channels=Choice(State.BLANK), time_limit=limit(20, "congress-approved")),
        row("法规", time_limit=replace(limit(20), vague=True)),
        row("法规", time_limit=replace(limit(20), inherited=True)),
    ],
    ids=["unknown", "blank", "vague", "inherited"],
)
def test_what_one_row_does_not_say_for_sure_is_not_asked_for(second: Item) -> None:
    first = row("法规", channels=channels(WEBSITE), time_limit=limit(20))
    (item,) = exemplar(first, second).items
    assert item.requirements.channels == ()
    assert item.requirements.time_limit is None


def test_a_narrower_choice_and_another_channel_ask_for_nothing() -> None:
    other = Term("channel", "other", "其他")
    local = Term("channel", "", "大喇叭")
    specific = Choice(State.READ, (Term("audience", "specific", "特定群体"),))
    (item,) = exemplar(row("法规", channels=channels(other, local), audience=specific)).items
    assert (item.requirements.channels, item.requirements.audience) == ((), ())


def test_a_default_of_the_notice_is_one_of_the_standard() -> None:
    standard = exemplar(row("法规"), default_time_limit=limit(20))
    (item,) = standard.items
    assert item.requirements.time_limit is None
    asked = standard.required_of(item).time_limit
    assert asked is not None
    assert asked.amount == 20


def test_a_row_without_matters_goes_by_its_content() -> None:
    (item,) = exemplar(row(content=Text("信访接待\n其他"))).items
    assert item.label.zh == "信访接待"
    assert exemplar(row()).items == ()


def test_another_catalog_is_measured_against_it() -> None:
    standard = find_standard(XIXIU)
    catalog, _ = read_catalog(XIXIU, standards=[standard])
    stricter = replace(
        catalog,
        items=tuple(replace(item, time_limit=limit(30)) for item in catalog.items),
    )
    report = validate(stricter, shapes=[], standards=[standard])
    longer = report.counts_by_code[f"{standard.id}-limit-longer"]
    with Store() as store:
        store.load_standard(standard)
        store.replace(stricter)
        rows = store.query("compare/standard-deviations", standard=standard.id).records()
        covered = store.query("compare/coverage", standard=standard.id).records()
    assert longer == len({r["item"] for r in rows if r["kind"] == "limit-longer"}) > 20
    assert {row["state"] for row in covered} == {"answered"}
    expected = {str(r["expected"]) for r in rows if r["kind"] == "limit-longer"}
    assert "自信息形成或者变更起 20 工作日内" in expected
