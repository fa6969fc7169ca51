"""Each kind of deviation on either side, found alike by the shapes and by the query."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from govdisclose_ld import read_catalog
from govdisclose_ld.catalogs import find_standard, standard_from
from govdisclose_ld.model import (
    Answer,
    Catalog,
    CellRef,
    Choice,
    Citation,
    Declared,
    Division,
    Document,
    Item,
    Law,
    Matter,
    State,
    Term,
    Text,
    TimeLimit,
    TimeRule,
)
from govdisclose_ld.rdf import to_graph
from govdisclose_ld.standards import Standard, deviation_kinds, list_standards, load_standard
from govdisclose_ld.store import Store
from govdisclose_ld.validation.engine import run
from govdisclose_ld.validation.messages import message_of
from govdisclose_ld.validation.rules import read_rules
from govdisclose_ld.validation.shapes import load_shapes

SEEDS = sorted((Path(__file__).parents[2] / "data" / "catalogs").glob("*.txt"))
HERE = CellRef("list.txt", 1, 2)
# Kind, item ("" for a catalog as such), what the standard expects ("" where options are listed).
Found = tuple[str, str, str]

DEMANDING = {
    "id": "demanding",
    "title": {"zh": "严格标准", "en": "demanding standard"},
    "field": "poverty-alleviation",
    "required": ["basis"],
    "requires": {
        "time_limit": {"trigger": "formed-or-changed", "amount": 20, "unit": "working-day"},
        "channels": {"all": ["website"], "least": 2, "only": ["website", "notice-board", "other"]},
        "mode": {"all": ["proactive"], "only": ["proactive", "on-request"]},
        "audience": ["public"],
        "level": ["county"],
    },
    "items": [
        {"id": "exit", "label": {"zh": "贫困人口退出", "en": "exit"}},
        {
            "id": "loans",
            "label": {"zh": "精准扶贫贷款", "en": "loans"},
            "requires": {
                "channels": {"all": ["notice-board"]},
                "time_limit": {"trigger": "decision-made", "amount": 5, "unit": "day"},
            },
        },
    ],
}


@pytest.fixture(scope="module")
def demanding(tmp_path_factory: pytest.TempPathFactory) -> Standard:
    file = tmp_path_factory.mktemp("standards") / "demanding.yml"
    file.write_text(yaml.safe_dump(DEMANDING, allow_unicode=True), encoding="utf-8")
    return load_standard(file)


def by_shapes(catalog: Catalog, standard: Standard) -> set[Found]:
    """What the standard's shapes find by pySHACL, coverage and required fields apart."""
    kinds = {f"{standard.id}-{kind.code}": kind for kind in deviation_kinds()}
    found = set()
    shapes = load_shapes([], [standard])
    rules = read_rules(shapes)
    for raw in run(to_graph(catalog), shapes):
        rule = rules[str(raw.shape)]
        if kind := kinds.get(rule.code):
            message = message_of(raw.messages, rule)
            item = key_of(str(raw.value))
            found.add((kind.code, item, expected_in(message.zh, kind.message.zh)))
    return found


def by_query(catalog: Catalog, standard: Standard) -> set[Found]:
    with Store() as store:
        store.load_reference()
        store.load_standard(standard)
        store.replace(catalog)
        rows = store.query("compare/standard-deviations", standard=standard.id).records()
    return {
        (str(row["kind"]), key_of(str(row["item"] or "")), str(row["expected"] or ""))
        for row in rows
    }


def expected_in(message: str, template: str) -> str:
    """What stands for ``{expected}``, but for lists of options, which the query does not give."""
    before, _, after = template.partition("{expected}")
    if template == message or "目录印有标准所没有的" in template:
        return ""
    return message.removeprefix(before).removesuffix(after)


def key_of(iri: str) -> str:
    return iri.rpartition("/item/")[2] if "/item/" in iri else ""


def term(scheme: str, identifier: str, label: str = "") -> Term:
    return Term(scheme, identifier, label or identifier)


def ticked(scheme: str, *ids: str, offered: Sequence[str] = ()) -> Choice:
    selected = tuple(term(scheme, one) for one in ids)
    return Choice(
        State.READ, selected, (*selected, *(term(scheme, one) for one in offered)), cells=(HERE,)
    )


def limit(amount: int | None, unit: str, trigger: str = "formed", text: str = "期限") -> TimeLimit:
    rules = (TimeRule("limit", trigger, amount, unit, text=text),) if amount else ()
    return TimeLimit(text, rules, vague=not rules, cells=(HERE,))


REGULATION = Law("government-information-regulation", "中华人民共和国政府信息公开条例")
BLAMELESS = Item(
    key="one",
    source=HERE,
    matters=(Matter(1, "贫困人口退出", HERE),),
    content=Text("名单", (HERE,)),
    basis=Text("《政府信息公开条例》", (HERE,)),
    legal_bases=(Citation("《政府信息公开条例》", REGULATION),),
    time_limit=limit(20, "working-day"),
    channels=ticked("channel", "website", "notice-board"),
    audience=ticked("audience", "public"),
    mode=ticked("mode", "proactive"),
    level=ticked("level", "county"),
    answers=(Answer("demanding", "exit", "LexicalMatching"),),
)


def catalog_of(*items: Item, **changes: object) -> Catalog:
    base = Catalog(
        "目录",
        Document("list.txt", "text/plain", "00", 1, ()),
        "poverty-alleviation",
        "2021-03-01",
        division=Division("410324", "栾川县"),
        field=term("field", "poverty-alleviation", "扶贫"),
        issued="2021-03-01",
        items=items,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def cited(*numbers: str) -> tuple[Citation, ...]:
    return tuple(Citation(number, REGULATION, number) for number in numbers)


def unread(scheme: str, *ids: str) -> Choice:
    return replace(ticked(scheme, offered=ids), state=State.UNKNOWN)


LIMIT, SPAN = "自信息形成或者变更起 20 工作日内", "自作出行政决定起 5 日内"
LOANS = (Answer("demanding", "loans", "LexicalMatching"),)
LOCAL = Term("channel", "", "大喇叭")
HEARD = Choice(State.READ, (LOCAL, term("channel", "notice-board")), (LOCAL,), cells=(HERE,))
PROPERTY_LAW = (Citation("《物权法》", Law("dead", "物权法")),)
# What is changed of an item that keeps every demand, and what is then found of it.
ITEMS: dict[str, tuple[dict[str, object], set[tuple[str, str]]]] = {
    "nothing": ({}, set()),
    "longer": ({"time_limit": limit(21, "working-day")}, {("limit-longer", LIMIT)}),
    "longer-by-default": (
        {"time_limit": replace(limit(30, "working-day"), inherited=True)},
        {("limit-longer", LIMIT)},
    ),
    "calendar-days": ({"time_limit": limit(60, "day")}, set()),
    "another-event": ({"time_limit": limit(60, "working-day", "congress-approved")}, set()),
    "no-event": ({"time_limit": limit(60, "working-day", "")}, set()),
    "own-limit-of-the-item": (
        {"answers": LOANS, "time_limit": limit(6, "day", "decision-made")},
        {("limit-longer", SPAN), ("channel-missing", "")} - {("channel-missing", "")},
    ),
    "general-limit-does-not-hold-for-it": (
        {"answers": LOANS, "time_limit": limit(60, "working-day")},
        set(),
    ),
    "vague": ({"time_limit": limit(None, "")}, {("limit-vague", LIMIT)}),
    "blank-limit": ({"time_limit": TimeLimit()}, set()),
    "channel-not-ticked": (
        {"channels": ticked("channel", "notice-board", "other", offered=["website"])},
        {("channel-missing", "政府网站")},
    ),
    "channel-under-it": (
        {"channels": ticked("channel", "legal-service-website", "notice-board")},
        set(),
    ),
    "own-channel-of-the-item": (
        {"answers": LOANS, "channels": ticked("channel", "website", "other")},
        {("channel-missing", "社区/企事业单位/村公示栏（电子屏）")},
    ),
    "local-channel-may-be-it": ({"channels": HEARD}, {("channel-unlisted", "")}),
    "local-channel-beside-it": (
        {"channels": replace(HEARD, offered=(LOCAL, term("channel", "website")))},
        {("channel-missing", "政府网站"), ("channel-unlisted", "")},
    ),
    "channels-unknown": ({"channels": unread("channel", "website")}, set()),
    "channels-blank": ({"channels": Choice(State.BLANK)}, set()),
    "one-channel": (
        {"channels": ticked("channel", "website")},
        {("channel-missing", "至少 2 个渠道")},
    ),
    "one-channel-on-request": (
        {"channels": ticked("channel", "website"), "mode": ticked("mode", "on-request")},
        {("mode-narrowed", "主动公开")},
    ),
    "channel-of-no-list": (
        {"channels": ticked("channel", "website", "notice-board", offered=["gazette"])},
        {("channel-unlisted", "")},
    ),
    "on-request": (
        {"mode": ticked("mode", "on-request", offered=["proactive"])},
        {("mode-narrowed", "主动公开")},
    ),
    "both-modes": ({"mode": ticked("mode", "proactive", "on-request")}, set()),
    "mode-unticked": ({"mode": ticked("mode", offered=["proactive"])}, set()),
    "mode-unknown": ({"mode": unread("mode", "proactive", "on-request")}, set()),
    "mode-of-no-list": (
        {"mode": Choice(State.READ, (Term("mode", "", "不公开"),), cells=(HERE,))},
        {("mode-unlisted", "")},
    ),
    "group-only": ({"audience": ticked("audience", "specific")}, {("audience-narrowed", "全社会")}),
    "audience-unknown": ({"audience": unread("audience", "specific")}, set()),
    "level-missing": ({"level": ticked("level", "township")}, {("level-narrowed", "县级")}),
    "level-of-no-list": (
        {"level": Choice(State.READ, (Term("level", "", "本级"),), cells=(HERE,))},
        set(),
    ),
    "level-unknown": ({"level": unread("level", "county", "township")}, set()),
    "repealed": (
        {"legal_bases": PROPERTY_LAW},
        {("basis-repealed", "中华人民共和国民法典")},
    ),
    "superseded": (
        {"legal_bases": cited("国务院令第492号")},
        {("basis-superseded", "国务院令第711号")},
    ),
    "both-texts": ({"legal_bases": cited("国务院令第492号", "国务院令第711号")}, set()),
    "no-document": (
        {"basis": Text("有关规定", (HERE,)), "legal_bases": (Citation("有关规定"),)},
        {("basis-unknown", "")},
    ),
    "no-basis": ({"basis": Text(), "legal_bases": ()}, set()),
    "in-part": (
        {"answers": (Answer("demanding", "exit", "ManualMappingCuration", "broadMatch"),)},
        {("partial-answer", "")},
    ),
    "beyond": ({"answers": ()}, {("beyond-standard", "")}),
    "beyond-is-held-to-what-is-general": (
        {"answers": (), "mode": ticked("mode", "on-request")},
        {("beyond-standard", ""), ("mode-narrowed", "主动公开")},
    ),
    "candidate": (
        {"answers": (replace(LOANS[0], status="candidate"),)},
        set(),
    ),
}


@pytest.mark.parametrize("case", ITEMS)
def test_of_one_item(case: str, demanding: Standard) -> None:
    changes, expected = ITEMS[case]
    catalog = catalog_of(replace(BLAMELESS, **changes))  # type: ignore[arg-type]
    wanted = {(kind, "one", what) for kind, what in expected}
    assert by_shapes(catalog, demanding) == wanted
    assert by_query(catalog, demanding) == wanted


def test_every_kind_has_an_example_here() -> None:
    found = {kind for _, expected in ITEMS.values() for kind, _ in expected}
    assert found | {"declared-not-listed"} == {kind.code for kind in deviation_kinds()}


PART = Answer("demanding", "exit", "ManualMappingCuration", "broadMatch")
OLD = {"legal_bases": (*PROPERTY_LAW, *cited("国务院令第492号"))}
CATALOGS: dict[str, tuple[Catalog, set[Found]]] = {
    "older-than-the-repeal": (
        catalog_of(replace(BLAMELESS, **OLD), issued="2019-05-14"),  # type: ignore[arg-type]
        set(),
    ),
    "undated": (catalog_of(replace(BLAMELESS, **OLD), issued=""), set()),  # type: ignore[arg-type]
    "the-rest-is-answered-elsewhere": (
        catalog_of(BLAMELESS, replace(BLAMELESS, key="two", answers=(PART,))),
        set(),
    ),
    "promised-by-name": (
        catalog_of(BLAMELESS, declared=(Declared(1, 2, ("贫困人口 退出", "小额信贷")),)),
        {("declared-not-listed", "", "小额信贷")},
    ),
    "promised-by-number": (
        catalog_of(BLAMELESS, declared=(Declared(1, 3),)),
        {("declared-not-listed", "", "3")},
    ),
    "promised-and-kept": (catalog_of(BLAMELESS, declared=(Declared(1, 1),)), set()),
    "of-another-field": (
        catalog_of(
            replace(BLAMELESS, answers=(), mode=ticked("mode", "on-request")),
            field=term("field", "taxation", "税收管理"),
        ),
        set(),
    ),
    "of-another-field-and-mapped": (
        catalog_of(
            replace(BLAMELESS, mode=ticked("mode", "on-request")),
            field=term("field", "taxation", "税收管理"),
        ),
        {("mode-narrowed", "one", "主动公开")},
    ),
}


@pytest.mark.parametrize("case", CATALOGS)
def test_of_a_catalog(case: str, demanding: Standard) -> None:
    catalog, expected = CATALOGS[case]
    assert by_shapes(catalog, demanding) == expected
    assert by_query(catalog, demanding) == expected


def damage(catalog: Catalog) -> Catalog:
    """The catalog with another fault in each item, in turn."""
    faults: list[Callable[[Item], Item]] = [
        lambda item: replace(item, time_limit=limit(45, "working-day")),
        lambda item: replace(item, mode=ticked("mode", "on-request"), time_limit=limit(None, "")),
        lambda item: replace(item, channels=ticked("channel", "other")),
        lambda item: replace(item, audience=ticked("audience", "specific")),
        lambda item: replace(item, channels=unread("channel", "website"), legal_bases=()),
        lambda item: replace(item, answers=item.answers[:1], level=ticked("level", "village")),
    ]
    items = tuple(faults[n % len(faults)](item) for n, item in enumerate(catalog.items))
    return replace(catalog, items=items, issued=catalog.issued or "2022-01-01")


def standards() -> Iterator[tuple[str, Standard]]:
    for standard in list_standards():
        yield standard.id, standard
    for seed in SEEDS:
        yield seed.stem, find_standard(seed)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
@pytest.mark.parametrize(("name", "standard"), list(standards()), ids=lambda given: str(given)[:30])
def test_shapes_and_query_agree_on_the_seeds(seed: Path, name: str, standard: Standard) -> None:
    catalog, _ = read_catalog(seed, standards=[*list_standards(), standard])
    assert by_shapes(catalog, standard) == by_query(catalog, standard)
    damaged = damage(catalog)
    found = by_query(damaged, standard)
    assert by_shapes(damaged, standard) == found
    assert found or name == "fields-26"  # which asks for nothing but fields


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_a_catalog_keeps_the_demands_it_sets_itself(seed: Path) -> None:
    first, _ = read_catalog(seed)
    standard = standard_from(first)
    catalog, _ = read_catalog(seed, standards=[standard])
    kinds = {kind for kind, item, _ in by_query(catalog, standard) if item}
    assert kinds <= {"beyond-standard"}
