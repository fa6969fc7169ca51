"""What a report says as a whole: findings, counts, causes."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Namespace
from validation_samples import (
    CATALOG,
    COUNTY,
    DEFAULT,
    GAZETTE,
    ITEMS,
    LAW,
    NAME,
    ON_REQUEST,
    PROACTIVE,
    PUBLIC,
    SHAPES,
    SPECIFIC,
    VILLAGE,
    WEBSITE,
    ref,
)

from govdisclose_ld.model import (
    Agency,
    Catalog,
    Choice,
    Citation,
    Item,
    Severity,
    State,
    Text,
    TimeLimit,
)
from govdisclose_ld.rdf import to_graph
from govdisclose_ld.validation import Report, validate

GD = Namespace("https://w3id.org/govdisclose/ns#")


def report() -> Report:
    return validate(CATALOG, shapes=SHAPES)


def test_counts() -> None:
    assert report().counts_by_code == {
        "agency-missing": 3,
        "agency-missing-everywhere": 1,
        "audience-unknown": 1,
        "header-changed": 1,
        "level-missing": 1,
        "level-unknown": 1,
        "mode-unknown": 1,
        "mode-unticked": 1,
        "poverty-alleviation-2019-annual-fund-plan": 1,
        "poverty-alleviation-2019-annual-plan": 1,
        "poverty-alleviation-2019-fund-allocation": 1,
        "poverty-alleviation-2019-implementation": 1,
        "poverty-alleviation-2019-normative-documents": 1,
        "poverty-alleviation-2019-other-policies": 1,
        "poverty-alleviation-2019-project-pool": 1,
        "poverty-alleviation-2019-regulations": 1,
        "poverty-alleviation-2019-targeted-loans": 1,
        "prose-vague": 1,
        "time-limit-inherited": 3,
        "time-limit-inherited-everywhere": 1,
    }
    assert report().counts == {Severity.VIOLATION: 6, Severity.WARNING: 14, Severity.INFO: 4}
    assert report().worst is Severity.VIOLATION
    assert not report().conforms


def test_blank_column_is_one_cause_headed_by_the_column() -> None:
    (group,) = [g for g in report().groups if g.code == "agency-missing-everywhere"]
    assert group.head is not None
    assert group.head.finding.ref == ref(1, 1, 6)
    assert group.message.zh == group.head.finding.message_zh
    members = [m.finding.ref for m in group.members if m is not group.head]
    assert members == [ref(1, 3, 6), ref(1, 4, 6), ref(2, 3, 6)]


def test_missing_cells_of_a_column_that_is_filled_elsewhere_have_no_head() -> None:
    (group,) = [g for g in report().groups if g.code == "level-missing"]
    assert group.head is None
    assert len(group.members) == 1


def test_items_of_a_standard_are_one_cause_in_the_order_of_the_standard() -> None:
    (group,) = [g for g in report().groups if g.code == "poverty-alleviation-2019-coverage"]
    names = [member.rule.name.zh for member in group.members if member.rule]
    assert names[:3] == ["行政法规和规章", "规范性文件", "其他政策文件"]
    assert len(names) == 9


def test_groups_hold_every_finding_once_and_the_weightiest_first() -> None:
    full = report()
    groups = full.groups
    members = [member for group in groups for member in group.members]
    assert len(members) == len(full.results)
    assert {id(member) for member in members} == {id(result) for result in full.results}
    ranks = [group.severity.rank for group in groups]
    assert ranks == sorted(ranks, reverse=True)


def test_finding_of_the_reading_that_a_shape_repeats_is_given_once() -> None:
    inherited = [f for f in report().findings if f.code == "time-limit-inherited"]
    assert [finding.ref for finding in inherited] == [ref(1, 3, 5), ref(1, 4, 5), ref(2, 3, 5)]
    assert all(finding.focus for finding in inherited)


def test_other_findings_of_the_reading_are_kept_as_they_are() -> None:
    kept = [finding for finding in report().findings if not finding.focus]
    assert kept == [CATALOG.findings[2], CATALOG.findings[0]]


def test_catalogs_of_documents_with_one_name_are_kept_apart() -> None:
    other = replace(CATALOG, slug="other", items=ITEMS[:1], rows=CATALOG.rows[:5])
    both = to_graph(CATALOG) + to_graph(other)
    groups = validate(both, shapes=["completeness"]).groups
    blank = [group for group in groups if group.code == "agency-missing-everywhere"]
    assert [len(group.members) for group in blank] == [2, 4]
    assert {m.finding.ref.document for group in blank for m in group.members} == {NAME}


def test_report_without_results() -> None:
    full = replace(
        ITEMS[2],
        ordinal="1",
        time_limit=DEFAULT,
        agency=Text("扶贫办"),
        agencies=(Agency("扶贫办", "named"),),
    )
    rows = tuple(row for row in CATALOG.rows if row.item in {"", full.key})
    graph = to_graph(replace(CATALOG, items=(full,), rows=rows))
    graph.remove((None, GD.finding, None))
    clean = validate(graph, shapes=["completeness"])
    assert (clean.results, clean.groups, clean.worst, clean.conforms) == ((), (), None, True)


CHOICES = {
    "channels": (WEBSITE, GAZETTE),
    "audience": (PUBLIC, SPECIFIC),
    "mode": (PROACTIVE, ON_REQUEST),
    "level": (COUNTY, VILLAGE),
}


def choices(field: str) -> st.SearchStrategy[Choice]:
    first, second = CHOICES[field]
    return st.sampled_from(
        [
            Choice(State.READ, (first,), (first, second)),
            Choice(State.READ, (second,)),
            Choice(State.READ, (), (first, second)),
            Choice(State.UNKNOWN, (), (first, second)),
            Choice(State.UNKNOWN),
            Choice(State.BLANK),
            Choice(State.ABSENT),
        ]
    )


@st.composite
def items(draw: st.DrawFn, number: int) -> Item:
    basis = draw(st.booleans())
    agency = draw(st.booleans())
    limits = [DEFAULT, replace(DEFAULT, inherited=True), TimeLimit()]
    return replace(
        ITEMS[number],
        content=Text(draw(st.sampled_from(["", "名单"]))),
        basis=Text("《条例》" if basis else ""),
        legal_bases=(Citation("《条例》", LAW),) if basis else (),
        time_limit=draw(st.sampled_from(limits)),
        agency=Text("扶贫办" if agency else ""),
        agencies=(Agency("扶贫办", "named"),) if agency else (),
        **{field: draw(choices(field)) for field in CHOICES},
    )


def catalogs() -> st.SearchStrategy[Catalog]:
    return st.tuples(*(items(number) for number in range(3))).map(
        lambda drawn: replace(CATALOG, items=drawn, findings=())
    )


def verdict(item: Item, field: str) -> str:
    """What the model itself says of one field of one item."""
    value = getattr(item, field)
    if isinstance(value, Choice):
        if value.state is State.UNKNOWN:
            return "unknown"
        if value.state is State.READ:
            return "" if value.selected else "unticked"
        return "missing"
    if isinstance(value, TimeLimit):
        return "inherited" if value.inherited else "" if value.rules else "missing"
    return "" if value.text else "missing"


FIELDS = ("content", "basis", "time_limit", "agency", *CHOICES)


@settings(max_examples=25, deadline=None)
@given(catalogs())
def test_shapes_say_of_each_field_what_the_model_says(catalog: Catalog) -> None:
    expected: set[tuple[str, str]] = set()
    for field, item in product(FIELDS, catalog.items):
        if state := verdict(item, field):
            expected.add((f"{field.replace('_', '-')}-{state}", item.key))
    for field in FIELDS:
        states = {verdict(item, field) for item in catalog.items}
        code = field.replace("_", "-")
        if states == {"missing"}:
            expected.add((f"{code}-missing-everywhere", "2020-12-14"))
        if "inherited" in states <= {"missing", "inherited"}:
            expected.add((f"{code}-inherited-everywhere", "2020-12-14"))
    results = validate(catalog, shapes=["completeness"]).results
    assert {(r.finding.code, r.finding.focus.rsplit("/", 1)[-1]) for r in results} == expected
